"""Hard adjectives, adverbs and phrases with an easy one in their place: forms and neighbours."""

from __future__ import annotations

import pytest

from a11y.simple_language import suggest
from a11y.simple_language.guard import breaches
from a11y.simple_language.words.easy_adjectives import Place, easy
from a11y.simple_language.words.easy_words import adjective_places, replacements


def _made(text: str, *, unattended: bool = True) -> str:
    """The text with every easy word or preposition for a hard one: the certain ones, or all."""
    found = [
        one
        for one in suggest(text)
        if one.rule in ("hard-word", "long-preposition")
        and one.replacement is not None
        and (one.safe or not unattended)
    ]
    for one in sorted(found, key=lambda one: -one.start):
        text = f"{text[: one.start]}{one.replacement}{text[one.end :]}"
    return text


@pytest.mark.parametrize(
    ("text", "easy_text"),
    [
        ("Das ist ein heikles Thema.", "Das ist ein schwieriges Thema."),
        ("Das Thema ist heikel.", "Das Thema ist schwierig."),
        ("Sie gab vage Antworten.", "Sie gab ungenaue Antworten."),
        ("Die Antworten sind vage.", "Die Antworten sind ungenau."),
        ("Das ist ein komfortabler Bus.", "Das ist ein bequemer Bus."),
        ("Die Miete ist überhöht.", "Die Miete ist zu hoch."),
        ("Sie zahlt überhöhte Mieten.", "Sie zahlt zu hohe Mieten."),
        ("Er ist ein rüstiger Mann.", "Er ist ein fitter Mann."),
    ],
)
def test_an_adjective_is_found_in_every_form_and_keeps_its_ending(
    text: str, easy_text: str
) -> None:
    assert _made(text) == easy_text


@pytest.mark.parametrize(
    ("text", "easy_text"),
    [
        ("Der Saal ist geräumiger als der Keller.", "Der Saal ist größer als der Keller."),
        ("Das ist der bedeutsamste Verein.", "Das ist der wichtigste Verein."),
        ("Sie sucht einen preiswerteren Kurs.", "Sie sucht einen günstigeren Kurs."),
        ("Das neue Gerät ist exakter.", "Das neue Gerät ist genauer."),
    ],
)
def test_more_and_most_are_compared_as_the_easy_word_is(text: str, easy_text: str) -> None:
    assert _made(text) == easy_text


@pytest.mark.parametrize(
    ("stem", "ending", "compared"),
    [
        ("lausig", "eren", "schlechteren"),
        ("teuflisch", "ste", "böseste"),
        ("geräuscharm", "er", "leiser"),
        ("charakteristisch", "ste", "typischste"),
        ("bildhübsch", "er", None),
        ("unerlaubt", "er", None),
    ],
)
def test_comparison_without_a_noun(stem: str, ending: str, compared: str | None) -> None:
    place = Place.ADVERB if ending == "er" else Place.ATTRIBUTE
    made = easy(stem, ending, place)
    assert (made.text if made else None) == compared


def test_one_word_that_says_how_much_is_enough() -> None:
    assert _made("Das Zimmer ist so winzig.") == "Das Zimmer ist so klein."
    assert _made("Das Zimmer ist winzig.") == "Das Zimmer ist sehr klein."


def test_the_easy_word_is_not_said_twice() -> None:
    assert _made("Die Regel ist klar und einleuchtend.") == "Die Regel ist klar und einleuchtend."
    assert _made("Die Regel ist einleuchtend.") == "Die Regel ist klar."


def test_a_word_may_have_another_easy_one_beside_a_verb() -> None:
    assert _made("Das obsolete Gerät steht hier.") == "Das veraltete Gerät steht hier."
    assert _made("Das Gerät ist obsolet.") == "Das Gerät ist unnötig."
    assert _made("Der Kurs ist obligatorisch.") == "Der Kurs ist Pflicht."
    assert _made("Sie besucht den obligatorischen Kurs.") == "Sie besucht den obligatorischen Kurs."


def test_next_saturday_may_be_a_week_later() -> None:
    assert _made("Das Fest ist am kommenden Samstag.") == "Das Fest ist am kommenden Samstag."
    assert _made("Das Fest ist in der kommenden Woche.") == "Das Fest ist in der nächsten Woche."


@pytest.mark.parametrize(
    "text",
    [
        "Er macht eine juristische Person haftbar.",
        "Sie hat eine geringfügige Beschäftigung.",
        "Die Polizei darf unmittelbaren Zwang anwenden.",
        "Schicken Sie den Antrag per E-Mail.",
        "Machen Sie es so gut wie möglich.",
        "Er ist bei Weitem nicht fertig.",
        "Rufen Sie an für den Fall, dass Sie krank sind.",
        "Die Gruppe trug alles auf einmal weg.",
        "Keineswegs ist das klar.",
        "Der Preis ist das Doppelte des alten Preises.",
        "Das Amt bestätigt das in vollem Umfang des Antrags.",
        "Sie kam nicht annähernd ans Ziel.",
    ],
)
def test_where_the_easy_word_has_no_room_the_hard_one_stays(text: str) -> None:
    assert _made(text, unattended=False) == text


@pytest.mark.parametrize(
    ("text", "easy_text"),
    [
        ("Für den Fall, dass Sie umziehen, rufen Sie an.", "Wenn Sie umziehen, rufen Sie an."),
        ("Der Laden ist so gut wie leer.", "Der Laden ist fast leer."),
        ("Das Haus ist bei Weitem größer als früher.", "Das Haus ist viel größer als früher."),
        ("Vergeblich suchte er den Weg.", "Ohne Erfolg suchte er den Weg."),
        ("Nicht selten fehlen Papiere.", "Oft fehlen Papiere."),
        ("Das ist keineswegs sicher.", "Das ist nicht sicher."),
        ("Die Karte kostet knapp 30 Euro.", "Die Karte kostet fast 30 Euro."),
        ("Das Haus liegt unweit des Bahnhofs.", "Das Haus liegt in der Nähe des Bahnhofs."),
        (
            "Das Haus liegt in unmittelbarer Nähe des Bahnhofs.",
            "Das Haus liegt ganz in der Nähe des Bahnhofs.",
        ),
        ("Der Weg ist krankheitsbedingt zu.", "Der Weg ist wegen Krankheit zu."),
        ("Alles in allem war das Fest schön.", "Insgesamt war das Fest schön."),
        ("Sie kam Tag für Tag ins Amt.", "Sie kam jeden Tag ins Amt."),
        ("Melden Sie sich schleunigst.", "Melden Sie sich so schnell wie möglich."),
        ("Er lernte es sukzessive.", "Er lernte es nach und nach."),
        ("Die Regel gilt mit Wirkung vom 1. März.", "Die Regel gilt ab dem 1. März."),
    ],
)
def test_phrases_become_one_easy_word(text: str, easy_text: str) -> None:
    assert _made(text) == easy_text


@pytest.mark.parametrize(
    ("text", "easy_text"),
    [
        ("Das Haus steht inmitten der Stadt.", "Das Haus steht mitten in der Stadt."),
        ("Sie spart in Anbetracht der Lage.", "Sie spart wegen der Lage."),
        ("Im Anschluss an den Kurs gibt es Tee.", "Nach dem Kurs gibt es Tee."),
        ("Alle kommen mit Ausnahme der Kinder.", "Alle kommen außer den Kindern."),
        ("Er ging in Begleitung seiner Frau.", "Er ging mit seiner Frau."),
        ("Das geht zulasten der Mieter.", "Das geht auf Kosten der Mieter."),
        ("Er kommt der Frau entgegen.", "Er kommt der Frau entgegen."),
    ],
)
def test_long_prepositions_become_short_and_the_case_goes_with_them(
    text: str, easy_text: str
) -> None:
    assert _made(text) == easy_text


def test_proposals_for_prepositions_take_the_case_along() -> None:
    text = "Im Gegensatz zu seinem Bruder ist er groß."
    assert _made(text, unattended=False) == "Anders als sein Bruder ist er groß."
    text = "Das Gericht tagt unter Ausschluss der Öffentlichkeit."
    assert _made(text, unattended=False) == "Das Gericht tagt ohne die Öffentlichkeit."


def test_of_two_that_overlap_only_one_speaks() -> None:
    found = [one for one in suggest("Das Haus liegt in unmittelbarer Nähe.") if one.safe]
    assert [one.found for one in found if one.rule == "hard-word"] == ["in unmittelbarer Nähe"]


def test_a_word_without_success_is_a_denial_for_the_guard() -> None:
    assert breaches("Er suchte erfolglos.", "Er suchte.")
    allowed = frozenset({"content"})
    assert not breaches("Er suchte erfolglos.", "Er suchte ohne Erfolg.", licence=allowed)


def test_lists_of_neighbours_name_words_of_the_table() -> None:
    listed = {hard for group in replacements()["adjectives"].values() for hard in group}
    for words in adjective_places().values():
        assert words.keys() <= listed
