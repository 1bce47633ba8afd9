"""Findings from a table of rules: clause, outcome, words."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import yaml

from a11y.audit.findings import Finding, Outcome, Text
from a11y.audit.norms import clauses_of


@functools.cache
def table(path: Path) -> dict[str, Any]:
    """A rule table: id → row with de, en, fix_de, fix_en, and clauses or criteria."""
    rows: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return rows


def say(path: Path, source: str, rule: str, page: str, **data: object) -> Finding:
    """The finding ``source/rule`` on a page, with the values its words name.

    A value that is a Text is put in by its language.
    """
    row = table(path)[rule]

    def fill(text: str, language: str) -> str:
        for name, value in data.items():
            said = getattr(value, language) if isinstance(value, Text) else value
            text = text.replace("{" + name + "}", str(said))
        return text

    return Finding(
        rule=f"{source}/{rule}",
        outcome=Outcome(row.get("outcome", "fail")),
        page=page,
        reason=Text(de=fill(row["de"], "de"), en=fill(row["en"], "en")),
        remedy=Text(de=row["fix_de"], en=row["fix_en"]),
        clauses=tuple(row.get("clauses", ())) or clauses_of(row["criteria"]),
        impact="serious",
        engines=(source,),
    )
