"""A Präteritum that stays, because the sentence may be built otherwise than it was read."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import simplify


@pytest.mark.parametrize(
    "text",
    [
        "Der Mann, der hier wohnt, und seine Frau starben.",
        "Der eine lachte, der andere weinte.",
        "Die einen kamen, die anderen gingen.",
        "Sie sagte nichts und er auch nicht.",
        "Die Temperatur lag bei −5 °C.",
    ],
)
def test_a_main_clause_is_not_told_verb_last(text: str) -> None:
    assert simplify(text).text == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Er aß, weil er Hunger hatte, und trank.", "und trank."),
        ("Die Frau des Arztes, der in Ulm wohnt, und sein Sohn kamen.", "und sein Sohn kamen."),
        ("Das Amt half, als die Flut kam und viele Häuser zerstörte.", "Häuser zerstört hat."),
        ("Er kam, weil er Hunger hatte und weil es regnete.", "weil es geregnet hat."),
    ],
)
def test_what_goes_on_behind_a_comma_is_of_the_main_clause(text: str, said: str) -> None:
    assert simplify(text).text.endswith(said)
