"""The protocol of what people must test by hand, filled in with what the machine has seen."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from a11y.audit import norms
from a11y.audit.findings import AuditRun, Finding, Outcome, PageStatus, Text
from a11y.audit.norms import criteria, further_steps
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
    """A row per step: what to look at, and what the machine has seen of it."""
    clauses: dict[str, list[Finding]] = {}
    for finding in run.findings:
        for clause in finding.clauses:
            clauses.setdefault(clause, []).append(finding)
    absent = _absent(run)
    rows = []
    for number, step in steps().items():
        criterion = criteria()[number]
        known = criterion.en_clause
        name = f"({criterion.level}{', EN 301 549 ' + known if known else ''})"
        found = clauses.get(f"WCAG {number}", [])
        rows.append(
            {
                "group": Text("WCAG und EN 301 549, Kapitel 9", "WCAG and EN 301 549, chapter 9"),
                "name": Text(
                    f"{number} {criterion.name_de} {name}", f"{number} {criterion.name_en} {name}"
                ),
                "look": Text(step["de"], step["en"]),
                **_seen(found, step["machine"], number, absent),
            }
        )
    for clause, further in further_steps().items():
        found = [one for key, ones in clauses.items() if _within(key, clause) for one in ones]
        rows.append(
            {
                "group": Text(*further.group),
                "name": Text(f"{clause} {further.name[0]}", f"{clause} {further.name[1]}"),
                "look": Text(*further.look),
                **_seen(found, further.machine, clause, absent),
            }
        )
    return rows


def _within(clause: str, step: str) -> bool:
    """Is a clause the step's, or a part of it (``… 6.5.2`` of ``… 6.5``)?"""
    return clause == step or clause.startswith((f"{step}.", f"{step} "))


def _seen(
    found: Sequence[Finding], machine: str, step: str, absent: Mapping[str, Text]
) -> dict[str, Any]:
    pages = list(dict.fromkeys(one.page for one in found))
    nothing = next((said for start, said in absent.items() if step.startswith(start)), None)
    return {
        "fails": sum(one.outcome is Outcome.FAIL for one in found),
        "reviews": sum(one.outcome is Outcome.REVIEW for one in found),
        "pages": pages[:3],
        "more": max(0, len(pages) - 3),
        "machine": machine,
        "absent": nothing if not found else None,
    }


def _absent(run: AuditRun) -> dict[str, Text]:
    """Steps about things that no tested page has: likely not applicable."""
    facts = [page.facts for page in run.pages if page.facts]
    if not facts:
        return {}
    said: dict[str, Text] = {}
    if not any(fact.get("media") for fact in facts):
        media = Text("keine Medien gesehen", "no media seen")
        said |= {"1.2.": media, "1.4.2": media, "EN 301 549 7.": media}
    if not any(fact.get("forms") for fact in facts):
        said |= {"3.3.": Text("keine Formulare gesehen", "no forms seen")}
    return said
