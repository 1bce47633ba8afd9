"""Nouns inflected like adjectives as those who act; full stops that end no sentence."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import simplify

_TOLD = (
    (
        "Gestern verlor ein 20-Jähriger die Kontrolle und prallte gegen einen Baum.",
        [
            "Gestern hat ein 20-Jähriger die Kontrolle verloren.",
            "Dieser 20-Jährige ist gegen einen Baum geprallt.",
        ],
    ),
    (
        "Ein 20-jähriger verlor die Kontrolle und prallte gegen einen Baum.",  # misspelt
        ["Ein 20-jähriger hat die Kontrolle verloren und ist gegen einen Baum geprallt."],
    ),
    (
        "Ein 17-Jähriger stahl die Tasche der Frau und floh.",
        ["Ein 17-Jähriger hat die Tasche der Frau gestohlen.", "Dieser 17-Jährige ist geflohen."],
    ),
    (
        "Ein 20-Jähriger verlor die Kontrolle über seinen Wagen und prallte gegen einen Baum.",
        [
            "Ein 20-Jähriger hat die Kontrolle über seinen Wagen verloren.",
            "Dieser 20-Jährige ist gegen einen Baum geprallt.",
        ],
    ),
    (
        "Ein Betrunkener schlug den Wirt und floh.",
        ["Ein Betrunkener hat den Wirt geschlagen.", "Dieser Betrunkene ist geflohen."],
    ),
    (
        "Ein Beamter prüft den Antrag und schickt Ihnen einen Brief.",
        ["Ein Beamter prüft den Antrag.", "Dieser Beamte schickt Ihnen einen Brief."],
    ),
    (
        "Zwei 18-Jährige schlugen den Wirt und flohen.",
        ["2 18-Jährige haben den Wirt geschlagen.", "Diese 2 18-Jährigen sind geflohen."],
    ),
    (
        "Ein Lehrer prüft den Antrag und schickt Ihnen einen Brief.",
        ["Ein Lehrer prüft den Antrag.", "Dieser Lehrer schickt Ihnen einen Brief."],
    ),
)

_STAYS = (
    "Sie lernte schwimmen und tauchen.",
    "Einige Erwachsene lernen lesen und schreiben.",
    "Die Kinder gehen einkaufen und kochen.",
    "Sie bleiben sitzen und warten.",
    "Die Fa. Müller GmbH & Co. KG baut.",
    "Sog. Fake News sind schlimm.",
    "Das Urteil (Az. 5 K 123/20) ist da.",
    "Die ehem. Schule ist leer.",
    "Die kath. Kirche ist alt.",
    "Die max. Dauer steht unten.",
    "Im II. Weltkrieg wurde die Stadt zerstört.",
    "1. Antrag stellen 2. Gebühr zahlen 3. Ausweis abholen",
)


@pytest.mark.parametrize(("text", "expected"), _TOLD)
def test_people_said_again(text: str, expected: list[str]) -> None:
    assert list(simplify(text).sentences) == expected


@pytest.mark.parametrize("text", _STAYS)
def test_stays(text: str) -> None:
    assert simplify(text).text.replace("\n", " ") == text
    assert len(simplify(text).sentences) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ein Mann und eine Frau brauchen Hilfe und rufen an.",
        "Eine Mutter und ihr Kind brauchen Hilfe und rufen an.",
        "Ein Kind und drei Erwachsene brauchen Hilfe und rufen an.",
    ],
)
def test_two_are_not_one(text: str) -> None:
    """*Ein Mann und eine Frau*: the second statement is not of *dieser Mann*."""
    assert "Dies" not in simplify(text).text


@pytest.mark.parametrize(
    "text",
    [
        "Vermutlich verlor der Fahrer die Kontrolle und prallte gegen einen Baum.",
        "Angeblich stahl der Mann ein Auto und floh.",
        "Nie zahlte er Miete und half mit.",
    ],
)
def test_a_hedge_is_kept_for_both(text: str) -> None:
    """*Vermutlich … und prallte gegen einen Baum*: that is supposed, too."""
    assert len(simplify(text).sentences) == 1


def test_a_word_ends_a_sentence() -> None:
    """*spät* is short for something only before a number."""
    assert len(simplify("Er kam spät. Kinder waren da.").sentences) == 2


def test_a_ruler_ends_a_sentence() -> None:
    """Behind a name the number of a ruler may end the sentence."""
    assert len(simplify("Das Haus gehört Otto II. Er wohnt in Ulm.").sentences) == 2
