"""Hard nouns and verbs with an easy one in their place: the forms around them."""

from __future__ import annotations

import pytest

from a11y.simple_language import Suggestion, easy_words, simplify, suggest
from a11y.simple_language.easy_words import replacements
from a11y.simple_language.rules import easier


def _made(text: str, rule: str) -> tuple[str | None, bool]:
    """(the text with the rule's first proposal, unattended?); None where it only speaks."""
    found: Suggestion = next(one for one in suggest(text) if one.rule == rule)
    if found.replacement is None:
        return None, found.safe
    return text[: found.start] + found.replacement + text[found.end :], found.safe


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Füllen Sie diesen Vordruck aus.", "Füllen Sie dieses Formular aus."),
        ("Das Amt prüft jedes Vorhaben.", "Das Amt prüft jeden Plan."),
        ("Sie wohnen in einer kleinen Behausung.", "Sie wohnen in einer kleinen Wohnung."),
        ("Der Weg zum Hospital ist weit.", "Der Weg zum Krankenhaus ist weit."),
        ("Er liegt in der Klinik.", "Er liegt im Krankenhaus."),
        ("Die Zusammenkünfte beginnen um 9 Uhr.", "Die Treffen beginnen um 9 Uhr."),
    ],
)
def test_article_and_adjective_go_with_the_noun(text: str, easy: str) -> None:
    made, _ = _made(text, "hard-noun")
    assert made is not None
    assert made.replace("in dem", "im") == easy


def test_a_noun_that_a_pronoun_stands_for_is_only_proposed() -> None:
    alone = "Füllen Sie diesen Vordruck aus."
    assert _made(alone, "hard-noun")[1]
    assert not _made(f"{alone} Unterschreiben Sie ihn dann.", "hard-noun")[1]


def test_a_noun_with_a_relative_clause_keeps_its_gender() -> None:
    text = "Füllen Sie den Vordruck aus. Der Vordruck, der im Amt liegt, ist neu."
    last = [one for one in suggest(text) if one.rule == "hard-noun"][-1]
    assert last.replacement is None


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Das Amt erteilte eine Antwort.", "Das Amt gab eine Antwort."),
        ("Die Straße wurde modernisiert.", "Die Straße wurde erneuert."),
        ("Sie müssen den Brief weiterleiten.", "Sie müssen den Brief weitergeben."),
        ("Das Amt leitet den Brief weiter.", "Das Amt gibt den Brief weiter."),
    ],
)
def test_verbs_change_in_every_form(text: str, easy: str) -> None:
    assert _made(text, "hard-verb") == (easy, True)


def test_both_of_a_pair_get_the_easy_word() -> None:
    text = "Die Direktorin oder der Direktor hilft."
    assert simplify(text).text.strip() == "Die Leiterin oder der Leiter hilft."


def test_the_auxiliary_changes_with_the_verb() -> None:
    made, _ = _made("Der Gast hat lange im Haus geweilt.", "hard-verb")
    assert made == "Der Gast ist lange im Haus geblieben."


def test_an_auxiliary_that_two_participles_share_stays() -> None:
    made, _ = _made("Der Gast hat lange im Haus geweilt und gegessen.", "hard-verb")
    assert made is None


@pytest.mark.parametrize(
    "text",
    [
        "Die Gebühren sind verschieden.",
        "Der Zuwanderer und die Zuwanderin lernen Deutsch.",
        "Das Heer hilft bei Hochwasser.",
        "Die Stadt archiviert den Bescheid.",
        "Das Mobiliar ist neu.",
        "Der effektive Zins ist hoch.",
        "Der Lärm hat die Anwohner beunruhigt.",
        "Rufen Sie die Nummer gegen Kummer an.",
        "Die Angaben sind wahrheitsgetreu zu machen.",
    ],
)
def test_words_that_mean_something_else_in_an_office_stay(text: str) -> None:
    assert simplify(text).text.strip() == text


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Ein feindseliger Brief kam an.", "Ein böser Brief kam an."),
        ("Eine feindselige Haltung ist nicht gut.", "Eine böse Haltung ist nicht gut."),
        ("Ein finsterer Raum ist nicht gut.", "Ein dunkler Raum ist nicht gut."),
        ("Ein kostspieliger Umbau ist nicht gut.", "Ein teurer Umbau ist nicht gut."),
    ],
)
def test_an_easy_adjective_takes_the_ending_as_it_is_written(text: str, easy: str) -> None:
    assert _made(text, "hard-word") == (easy, True)


def test_lists_of_exceptions_name_words_that_have_an_easy_one() -> None:
    for kind, words in easy_words._plain().items():
        assert words <= replacements()[kind]["unsafe"].keys(), kind
    nouns = {hard for group in replacements()["nouns"].values() for hard in group}
    assert easier._senses().keys() <= nouns
