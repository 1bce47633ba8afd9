"""The protocol of what people must test by hand, filled in with what the machine has seen."""

from __future__ import annotations

import functools
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from a11y.audit import norms
from a11y.audit.findings import AuditRun, Outcome, PageStatus
from a11y.audit.norms import criteria, criteria_in
from a11y.audit.reports.html import LANGUAGES, environment


@functools.cache
def steps() -> dict[str, dict[str, str]]:
    """Criterion → what to look at (de, en) and how much of it the machine sees."""
    path = Path(norms.__file__).with_name("hand.yaml")
    found: dict[str, dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def render(run: AuditRun) -> dict[str, str]:
    rows = _rows(run)
    return {
        f"protocol.{language}.html": environment()
        .get_template("protocol.html.j2")
        .render(run=run, lang=language, rows=rows, tested=run.pages_with(PageStatus.TESTED))
        for language in LANGUAGES
    }


def _rows(run: AuditRun) -> list[dict[str, Any]]:
    fails: Counter[str] = Counter()
    reviews: Counter[str] = Counter()
    pages: dict[str, list[str]] = {}
    for finding in run.findings:
        for number in criteria_in(finding.clauses):
            (fails if finding.outcome is Outcome.FAIL else reviews)[number] += 1
            pages.setdefault(number, [])
            if finding.page not in pages[number]:
                pages[number].append(finding.page)
    return [
        {
            "criterion": criteria()[number],
            "step": step,
            "fails": fails[number],
            "reviews": reviews[number],
            "pages": pages.get(number, [])[:3],
        }
        for number, step in steps().items()
    ]
