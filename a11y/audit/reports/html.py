"""The report people read: German and English, printable, itself free of barriers, no network."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from a11y.audit.findings import AuditRun, Finding, Outcome, PageStatus, Text
from a11y.audit.norms import criteria, criteria_in

_TEMPLATES = Path(__file__).with_name("templates")
LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Group:
    """All findings of one rule with one outcome and one set of clauses, by page."""

    rule: str
    outcome: Outcome
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def by_page(self) -> dict[str, list[Finding]]:
        pages: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            pages[finding.page].append(finding)
        return dict(pages)


def render(run: AuditRun) -> dict[str, str]:
    return {f"report.{language}.html": render_language(run, language) for language in LANGUAGES}


def render_language(run: AuditRun, language: str) -> str:
    """The report in ``de`` or ``en``."""
    groups = grouped(run)
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            run=run,
            lang=language,
            other="en" if language == "de" else "de",
            fails=[g for g in groups if g.outcome is Outcome.FAIL and not g.first.known],
            known=[g for g in groups if g.outcome is Outcome.FAIL and g.first.known],
            reviews=[g for g in groups if g.outcome is Outcome.REVIEW],
            tested=run.pages_with(PageStatus.TESTED),
            not_tested=run.pages_with(PageStatus.NOT_TESTED),
            skipped=run.pages_with(PageStatus.SKIPPED),
            criteria=criteria(),
        )
    )


def grouped(run: AuditRun) -> list[Group]:
    """Findings by rule, outcome, clauses and known-or-new; most frequent first."""
    groups: dict[tuple[str, Outcome, tuple[str, ...], bool], list[Finding]] = defaultdict(list)
    for one in run.findings:
        groups[(one.rule, one.outcome, one.clauses, bool(one.known))].append(one)
    made = [Group(rule, outcome, tuple(found)) for (rule, outcome, *_), found in groups.items()]
    return sorted(made, key=lambda group: (-len(group.findings), group.rule))


def _in_groups(rows: Iterable[dict[str, Any]]) -> list[tuple[Text, list[dict[str, Any]]]]:
    """Rows by their ``group``, in the order they come."""
    return [
        (group, list(rows)) for group, rows in itertools.groupby(rows, lambda row: row["group"])
    ]


@functools.cache
def environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.globals["criteria_in"] = criteria_in
    made.filters["groupby_in_order"] = _in_groups
    return made
