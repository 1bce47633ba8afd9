"""Words that can mean something else than their sign shows, with the real corpus."""

from __future__ import annotations

from functools import cache

import pytest

from a11y.sign_avatar import lexicon
from a11y.sign_avatar.glossing import explain
from a11y.sign_avatar.glossing.explanation import ExplainedSentence
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.senses import sense_table
from a11y.sign_avatar.glossing.translate import lexis_of


@cache
def _explained(german: str) -> tuple[ExplainedSentence, ...]:
    return explain(german, lexicon=lexicon.load())


@pytest.fixture(scope="module")
def corpus() -> Lexis:
    return lexis_of(lexicon.load().entries)


def _line(german: str) -> str:
    return " / ".join(item.sentence.gloss_line() for item in _explained(german))


@pytest.mark.parametrize("word", sense_table().senses)
def test_each_meaning_is_known_by_its_sentence(word: str) -> None:
    for sense in sense_table().senses[word]:
        assert any("LEX-MEANT" in item.rules for item in _explained(sense.example)), sense.example
        if sense.other:
            assert all("LEX-MEANT" not in item.rules for item in _explained(sense.other)), (
                sense.other
            )


def test_a_compound_that_is_not_what_its_parts_say_is_never_taken_apart(corpus: Lexis) -> None:
    for word in sense_table().whole:
        signs = corpus.render(word, "NOUN").signs
        assert not any(sign.compound for sign in signs), word


@pytest.mark.parametrize(
    ("german", "glosses"),
    [
        ("Sie dürfen die Wohnung streichen.", "INDEX2 WOHNEN1 $ALPHA:streichen $ALPHA:dürfen"),
        ("Füttern Sie keine Tauben.", "INDEX2 $ALPHA:Taube $ALPHA:füttern NICHT1"),
        ("Die Frau bekommt ein Kind.", "FRAU1 KIND1 GEBURT1"),
        ("Die Höhe der Miete steht im Brief.", "FORMULAR1 WOHNEN1 GELD1 WIEVIEL1 DA1"),
        ("Erwachsene zahlen 5 Euro.", "HOCH1 PERSON1++ $NUM:5 GELD1 BEZAHLEN1"),
    ],
)
def test_what_is_signed_instead(german: str, glosses: str) -> None:
    assert _line(german) == glosses


def test_what_only_comes_near_is_told_beside_its_signs() -> None:
    (found,) = _explained("Die Höhe der Gebühr steht im Brief.")
    signs = [sign for sign in found.sentence.signs if sign.gloss == "WIEVIEL1"]
    assert [sign.text for sign in signs] == ["Höhe"]


@pytest.mark.parametrize(
    ("german", "wrong"),
    [
        ("Das Gesetz tritt am 1. Mai in Kraft.", "STARK1"),
        ("Eine Verlängerung kommt nicht in Frage.", "KOMMEN1"),
        ("Es geht um Ihre Rente.", "KÖNNEN1"),
        ("Das Alter spielt keine Rolle.", "SPIELEN1"),
        ("Die Tasche ist weg.", "STRASSE1"),
        ("Senden Sie den Antrag auf elektronischem Weg.", "STRASSE1"),
    ],
)
def test_phrases_do_not_sign_their_single_words(german: str, wrong: str) -> None:
    assert wrong not in _line(german).split()
