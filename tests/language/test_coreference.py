"""Pronouns are resolved where that is safe, and only there."""

from __future__ import annotations

import pytest

from a11y.language import analyse


def stands_for(text: str, pronoun: str) -> str | None:
    analysis = analyse(text)
    for clause in analysis.clauses:
        for participant in clause.participants:
            if analysis.tokens[participant.head].text == pronoun:
                head = participant.antecedent
                return None if head is None else analysis.tokens[head].text
    raise AssertionError(f"{pronoun} takes no part in {text}")


@pytest.mark.parametrize(
    ("text", "pronoun", "noun"),
    [
        ("Die Urkunde ist fertig. Sie kostet 12 Euro.", "Sie", "Urkunde"),
        ("Sie erhalten den Ausweis, sobald er fertig ist.", "er", "Ausweis"),
        ("Der Antrag, den Sie stellen, ist kostenlos.", "den", "Antrag"),
        ("Das Amt prüft die Anträge. Danach werden sie bewilligt.", "sie", "Anträge"),
        ("Der Verein hat einen Antrag gestellt. Er muss ihn begründen.", "Er", "Verein"),
        ("Der Verein hat einen Antrag gestellt. Er muss ihn begründen.", "ihn", "Antrag"),
        ("Die Tochter bekommt die Karte. Sie muss sie unterschreiben.", "Sie", "Tochter"),
        ("Sie beantragen das beim Jugendamt. Es prüft die Unterlagen.", "Es", "Jugendamt"),
    ],
)
def test_safe(text: str, pronoun: str, noun: str) -> None:
    assert stands_for(text, pronoun) == noun


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Der Vater bringt den Sohn. Dann wartet er.", "er"),  # two of the same gender
        ("Der Antrag fehlt. Sie erhalten Post.", "Sie"),  # the reader
        ("Das Amt ist offen. Es gibt Termine.", "Es"),  # stands for nothing
        ("Der Antrag liegt vor. Er prüft ihn bald.", "Er"),  # an application checks nothing
    ],
)
def test_not_safe(text: str, pronoun: str) -> None:
    assert stands_for(text, pronoun) is None
