"""An ``Analysis`` for people to read, and as plain data."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from a11y.language.analysis import Analysis, Clause


def as_dict(analysis: Analysis) -> dict[str, Any]:
    """Plain data of an analysis; keys as the fields of the dataclasses."""
    return asdict(analysis)


def as_text(analysis: Analysis) -> str:
    """One block per sentence: its clauses with verb complex, participants and adverbials."""
    lines = []
    for sentence in analysis.sentences:
        start, end = sentence.span
        lines.append(f"[{sentence.kind}] {analysis.text[start:end]}")
        for index in sentence.clauses:
            lines += _clause_lines(analysis, analysis.clauses[index])
    if analysis.values:
        lines.append("values: " + ", ".join(f"{v.kind}={v.normal}" for v in analysis.values))
    return "\n".join(lines)


def _clause_lines(analysis: Analysis, clause: Clause) -> list[str]:
    facts: list[str] = [clause.kind, clause.voice, clause.tense, clause.mood]
    if clause.modal:
        facts.append(f"modal={clause.modal}")
    if clause.negated:
        facts.append("negated")
    if clause.relation != "none":
        facts.append(f"{clause.relation}({clause.link})←{clause.parent}")
    words = analysis.words(clause.tokens)
    lines = [f"  {clause.index} {clause.predicate or '–'}: {words}", f"      {' '.join(facts)}"]
    lines += [
        f"      {p.role}: {analysis.words(p.tokens)} {p.case} {p.number}".rstrip()
        for p in clause.participants
    ]
    lines += [f"      {a.type}: {analysis.words(a.tokens)}" for a in clause.adverbials]
    return lines
