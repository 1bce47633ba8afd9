"""Inside a noun phrase: what the Kurzfassung leaves out, how the rest agrees, and what stays."""

from __future__ import annotations

import pytest
import yaml

from a11y.simple_language.data_file import DATA
from a11y.simple_language.simplify import condense, shorten

_SHORTER = (
    (
        "Hilfe und Unterstützung waren in diesem Jahr für die Familien sehr wichtig.",
        "Hilfe war in diesem Jahr für die Familien wichtig.",
    ),
    (
        "Wir prüfen Ihre Angaben genau und sorgfältig.",
        "Wir prüfen Ihre Angaben genau.",
    ),
    (
        "Die Stadtverwaltung stellt die Umsetzung des neuen Verkehrskonzepts am Dienstag vor.",
        "Die Stadtverwaltung stellt das neue Verkehrskonzept am Dienstag vor.",
    ),
    (
        "Im neuen Stadtpark gibt es eine große, gepflegte Liegewiese und einen Spielplatz.",
        "Im neuen Stadtpark gibt es eine große Liegewiese und einen Spielplatz.",
    ),
)
_STAYS = (
    ("Der Unternehmer war der erste, reiche Bürger der Stadt am großen Fluss.", "erste, reiche"),
    ("Die Messe zeigte im letzten Mai große und kleine Häuser aus Holz.", "große und kleine"),
    ("Das Konzert fiel im Mai wegen heftiger Regenfälle im ganzen Land aus.", "starker Regen"),
    ("Der Chor sang vor Jahren sehr lange, langsame Lieder in der Kirche.", "lange, langsame"),
    ("Die Stadt baut nicht nur große, attraktive Häuser am Ufer des Sees.", "attraktive"),
    ("Der Verein ist mit der Umsetzung des Plans beauftragt.", "Umsetzung"),
    ("Die Umsetzung der Pläne durch den Verein kostet Geld.", "Umsetzung"),
    ("Der Spaß und die Freude waren groß.", "Freude"),
    ("Das Heim bietet den Menschen Pflege und Betreuung.", "Pflege und Betreuung"),
    ("Mit Hilfe und Unterstützung der Vereine wurde der Platz gebaut.", "Unterstützung"),
    ("Der Mann, der den Unfall gesehen hatte, rief am Abend die Polizei.", "Unfall"),
)


@pytest.mark.parametrize(("text", "short"), _SHORTER, ids=[text[:30] for text, _ in _SHORTER])
def test_the_rest_of_a_phrase_agrees(text: str, short: str) -> None:
    assert shorten(text).text == short


@pytest.mark.parametrize(("text", "kept"), _STAYS, ids=[text[:30] for text, _ in _STAYS])
def test_what_tells_things_apart_stays(text: str, kept: str) -> None:
    assert kept in shorten(text).text


def test_only_the_kurzfassung_leaves_a_twin_out() -> None:
    text = "Die Beratungsstelle bietet Familien Rat und Hilfe."
    assert "Rat und Hilfe" in condense(text).text
    assert shorten(text).text == "Die Beratungsstelle bietet Familien Hilfe."


def test_what_went_is_told() -> None:
    text = "Die Beratungsstelle bietet Familien Rat und Hilfe."
    gone = [one for one in shorten(text).applied if one.rule == "twin-words"]
    assert [one.found for one in gone] == ["Rat"]


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Eine Vielzahl von Vereinen beteiligt sich.", "Viele Vereine beteiligen sich."),
        ("Die Bücherei hat eine Vielzahl an Büchern, Filmen und Heften.", "viele Bücher, Filme"),
        ("Im Regal steht eine lange Reihe von Büchern.", "eine lange Reihe"),
        ("Die Mehrheit der Stimmen entscheidet.", "Die Mehrheit von den Stimmen"),
    ],
)  # fmt: skip
def test_frames_of_how_many(text: str, easy: str) -> None:
    assert easy in condense(text).text


@pytest.mark.parametrize("kind", ["nouns", "adjectives", "verbs"])
def test_no_twin_goes_for_itself_or_twice(kind: str) -> None:
    rows = yaml.safe_load((DATA / "twins.yaml").read_text(encoding="utf-8"))[kind]
    for stays, go in rows.items():
        words = go.split()
        assert stays not in words
        assert len(words) == len(set(words))


def test_a_colouring_adjective_stands_in_the_table_once() -> None:
    rows = yaml.safe_load((DATA / "colouring.yaml").read_text(encoding="utf-8"))
    stems = [stem for words in rows.values() for stem in words.split()]
    assert sorted(stems) == sorted(set(stems))


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        (
            "Nicht nur das Kind, sondern auch die Mutter bekommt einen Zuschuss.",
            "Das Kind und die Mutter bekommen einen Zuschuss.",
        ),
        (
            "Das Amt hat nicht nur die Akten geprüft, sondern auch die Rechnungen bezahlt.",
            "Das Amt hat nicht nur die Akten geprüft, sondern auch die Rechnungen bezahlt.",
        ),
        ("Das Buch ist nicht nur neu, sondern auch lang.", "Das Buch ist neu und lang."),
    ],
)
def test_both_are_said_with_und(text: str, easy: str) -> None:
    assert condense(text).text == easy
