"""Passives that neither reader nor office stands behind, and *jede* with two statements."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import accept_all, simplify


@pytest.mark.parametrize(
    "text",
    [
        "Das Führungszeugnis wird beim Bundesamt für Justiz ausgestellt.",  # there, no other office
        "In der Schule werden Feiertage beachtet.",
        "Die Schulbücher werden leihweise gegeben.",
        "Die Schulbücher werden gestellt.",
        "Mieterhöhungen müssen begründet werden.",
        "Mieterhöhungen sind schriftlich zu begründen.",
        "So werden die Betriebe entlastet.",  # by what the sentence before tells
        "So werden die Kosten gesenkt.",
        "Schwangere und stillende Frauen dürfen nicht in der Nacht beschäftigt werden.",
    ],
)
def test_where_others_act_nobody_is_put_in(text: str) -> None:
    page = f"Bitte fragen Sie uns. {text}"
    said = accept_all(page, separator="").text
    assert text in said
    assert "Das Amt " not in said


def test_a_condition_about_others_does_not_ask_the_reader() -> None:
    text = (
        "Wenn beide Eltern gestorben sind und kein Vormund benannt wurde, bestimmt das Gericht "
        "einen. Bitte wenden Sie sich an das Jugendamt."
    )
    assert "Sie haben keinen" not in accept_all(text, separator="").text
    child = "Wenn das Kind nicht abgeholt wird, rufen wir Sie an."
    assert "Das Amt holt" not in accept_all(child, separator="").text


@pytest.mark.parametrize(
    ("text", "easier"),
    [
        ("Der Antrag wird beim Bürgeramt gestellt.", "Sie stellen den Antrag beim Bürgeramt."),
        ("So wird der Antrag gestellt.", "So stellen Sie den Antrag."),
        ("Die Miete muss gezahlt werden.", "Sie müssen die Miete zahlen."),
    ],
)
def test_what_the_reader_does_stays_the_readers(text: str, easier: str) -> None:
    assert easier in accept_all(text, separator="").text


def test_it_holds_for_each_stands_behind_all_that_is_said() -> None:
    text = "Jede Firma, die hier arbeitet, zahlt eine Abgabe und meldet das dem Amt."
    assert simplify(text, separator="").sentences == (text,)  # *Diese Firma meldet* is but one
    said = accept_all(text, separator="").sentences
    assert said[-1] == "Das gilt für jede Firma."
    assert said[1:3] == ("Dann zahlt sie eine Abgabe.", "Sie meldet das dem Amt.")
    two = "Jedes Kind, das hier wohnt, bekommt einen Pass. Das Kind kann damit ins Bad gehen."
    assert "gilt für" not in accept_all(two, separator="").text
