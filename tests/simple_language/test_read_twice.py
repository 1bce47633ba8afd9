"""Sentences that an unattended rewrite once made wrong: all of the way, every rule at work."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import simplify

KEPT = (
    "Die Gebühr kann auf Antrag erlassen oder in Raten gezahlt werden.",
    "Das Haus darf von Kindern betreten, aber nicht am Abend besucht werden.",
    "Kein Antrag kann hier gestellt oder am Schalter abgegeben werden.",
    "Nähere Auskünfte erteilt Ihnen das Amt.",
    "Betrüger rufen an. „Ihr Konto ist gesperrt.“ Legen Sie auf.",
    "Viele haben Angst. „Lärm ist gesund.“ Das glauben sie nicht.",
)
"""Unchanged is better than a passive without *werden*, or a lie that the office seems to say."""


@pytest.mark.parametrize("text", KEPT)
def test_is_kept(text: str) -> None:
    assert " ".join(simplify(text).sentences) == text


@pytest.mark.parametrize(
    ("text", "rewritten"),
    [
        ("Er versuchte, zu zahlen, und ging.", "Er hat versucht, zu zahlen, und ging."),
        (
            "Die Frau, die half, den Antrag zu stellen, ging.",
            "Die Frau, die geholfen hat, den Antrag zu stellen, ging.",
        ),
        (
            "Personen, die krank sind, brauchen keinen Termin.",
            "Manche Personen sind krank. Diese Personen brauchen keinen Termin.",
        ),
    ],
)
def test_is_rewritten_with_care(text: str, rewritten: str) -> None:
    assert " ".join(simplify(text).sentences) == rewritten
