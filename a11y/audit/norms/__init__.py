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
    """``1.1.1`` → ``WCAG 1.1.1``, ``EN 301 549 9.1.1.1``; ``EN 7.3`` → ``EN 301 549 7.3``."""
    clauses: list[str] = []
    for number in numbers:
        if number.startswith("EN "):  # a clause that is no success criterion, such as EN 7.3
            clauses.append(f"EN 301 549 {number[3:]}")
            continue
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


@dataclass(frozen=True, slots=True)
class Step:
    """A test step beside the success criteria: a clause, its name and what to look at (de, en).

    machine: how much of it the audit sees: most, some, none. group: the chapter it belongs to.
    """

    clause: str
    group: tuple[str, str]
    name: tuple[str, str]
    look: tuple[str, str]
    machine: str


@functools.cache
def further_steps() -> dict[str, Step]:
    """Steps of EN 301 549 outside chapter 9 and of the BITV, by clause, in order."""
    path = Path(__file__).with_name("further.yaml")
    groups = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = {}
    for group in groups:
        for row in group["steps"]:
            step = Step(
                clause=row["clause"],
                group=(group["de"], group["en"]),
                name=(row["name"][0], row["name"][1]),
                look=(row["de"], row["en"]),
                machine=row["machine"],
            )
            steps[step.clause] = step
    return steps


def numbers_in(clauses: Iterable[str]) -> tuple[str, ...]:
    """WCAG numbers, and ``EN 7.3`` for clauses of EN 301 549 outside chapter 9."""
    given = tuple(clauses)
    others = [one[11:] for one in given if one.startswith("EN 301 549 ")]
    return (*criteria_in(given), *(f"EN {one}" for one in others if not one.startswith("9.")))


def criteria_in(clauses: Iterable[str]) -> tuple[str, ...]:
    """The WCAG numbers among clauses."""
    return tuple(clause[5:] for clause in clauses if clause.startswith("WCAG "))
