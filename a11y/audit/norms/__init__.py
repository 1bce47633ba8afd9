"""Norm clauses: WCAG 2.2 success criteria with their German names, and their EN 301 549 numbers."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("criteria.yaml")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One success criterion. en_clause is empty for those EN 301 549 V3.2.1 does not hold."""

    number: str
    level: str
    since: str
    name_en: str
    name_de: str

    @property
    def en_clause(self) -> str:
        return f"9.{self.number}" if self.since != "2.2" else ""


@functools.cache
def criteria() -> dict[str, Criterion]:
    """All criteria of levels A and AA by number, in the norm's order."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {
        row[0]: Criterion(number=row[0], level=row[1], since=row[2], name_en=row[3], name_de=row[4])
        for row in rows
    }


def clauses_of(numbers: Iterable[str]) -> tuple[str, ...]:
    """``1.1.1`` → ``WCAG 1.1.1``, ``EN 301 549 9.1.1.1``."""
    clauses: list[str] = []
    for number in numbers:
        clauses.append(f"WCAG {number}")
        known = criteria().get(number)
        if known is not None and known.en_clause:
            clauses.append(f"EN 301 549 {known.en_clause}")
    return tuple(dict.fromkeys(clauses))


def clauses_from_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """axe's tags (``wcag143``, ``EN-9.1.4.3``) as clauses."""
    found: list[str] = []
    for tag in tags:
        match = re.fullmatch(r"wcag(\d)(\d)(\d{1,2})", tag)
        if match:
            found += clauses_of([".".join(match.groups())])
        elif tag.startswith("EN-9."):
            found.append(f"EN 301 549 {tag[3:]}")
    return tuple(dict.fromkeys(found))


def criteria_in(clauses: Iterable[str]) -> tuple[str, ...]:
    """The WCAG numbers among clauses."""
    return tuple(clause[5:] for clause in clauses if clause.startswith("WCAG "))
