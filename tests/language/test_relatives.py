"""Relative clauses behind *der, die, das …*: told from articles, with role and antecedent."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y.language import analyse
from a11y.language.analysis import Analysis, Clause, ClauseKind, Role

_LETTERS = {
    Role.SUBJECT: "S",
    Role.DIRECT_OBJECT: "O",
    Role.INDIRECT_OBJECT: "D",
    Role.PREDICATIVE: "P",
}
_LINES = (Path(__file__).parent / "relatives.txt").read_text(encoding="utf-8").splitlines()
_PAIRS = [line.split(" | ") for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("sentence", "wanted"), _PAIRS)
def test_pronoun_or_article(sentence: str, wanted: str) -> None:
    analysis = analyse(sentence)
    clauses = [c for c in analysis.clauses if c.kind is ClauseKind.RELATIVE]
    assert ("; ".join(_told(clause, analysis) for clause in clauses) or "-") == wanted


def _told(clause: Clause, analysis: Analysis) -> str:
    """``predicate: role of the pronoun, antecedent``, "?" where there is none."""
    tokens = analysis.tokens
    pronoun = next(i for i in clause.tokens if tokens[i].tag in ("PRELS", "PRELAT", "PWS"))
    role = "?"
    for part in clause.participants:
        if part.head == pronoun:
            role = "prep" if part.preposition else _LETTERS[part.role]
    if any(adverbial.head == pronoun for adverbial in clause.adverbials):
        role = "prep"
    noun = tokens[clause.antecedent].text if clause.antecedent is not None else "?"
    return f"{clause.predicate}: {role} {noun}"
