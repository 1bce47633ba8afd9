from __future__ import annotations

import pytest

from a11y.sign_avatar.glossing.lexis import Lexis, Means


@pytest.mark.parametrize(
    ("word", "pos", "glosses", "means"),
    [
        ("Hund", "NOUN", ["HUND1"], Means.SIGN),
        ("benötigen", "VERB", ["BRAUCHEN1"], Means.EQUIVALENT),
        ("beantragen", "VERB", ["ANTRAG1"], Means.EQUIVALENT),
        ("Anmeldung", "NOUN", ["ANMELDEN1"], Means.DERIVED),
        ("Hundesteuer", "NOUN", ["HUND1", "STEUER1"], Means.COMPOUND),
        ("Dackel", "NOUN", ["$ALPHA:Dackel"], Means.SPELLED),
        ("Meyer", "PROPN", ["$ALPHA:Meyer"], Means.SPELLED),
        ("Desoxyribonukleinsäure", "NOUN", ["$TEXT"], Means.SHOWN),
    ],
)
def test_the_best_means_there_is(
    lexis: Lexis, word: str, pos: str, glosses: list[str], means: Means
) -> None:
    found = lexis.render(word, pos)
    assert [sign.gloss for sign in found.signs] == glosses
    assert found.means is means


def test_an_equal_meaning_keeps_the_german_word_on_the_lips(lexis: Lexis) -> None:
    assert lexis.render("benötigen", "VERB").signs[0].mouthing == "benötigen"


def test_a_compound_is_one_word_on_the_lips(lexis: Lexis) -> None:
    first, second = lexis.render("Hundesteuer", "NOUN").signs
    assert first.mouthing == "Hunde"
    assert second.mouthing == "steuer"
    assert first.compound
    assert not second.compound


def test_only_the_unknown_part_of_a_compound_is_spelled(lexis: Lexis) -> None:
    glosses = [sign.gloss for sign in lexis.render("Steuermarke", "NOUN").signs]
    assert glosses == ["STEUER1", "$ALPHA:Marke"]


def test_a_word_spelled_once_is_shown_when_it_is_long(lexis: Lexis) -> None:
    first = lexis.render("Blumenkorso", "NOUN")
    again = lexis.render("Blumenkorso", "NOUN", known=True)
    assert first.means is Means.SPELLED
    assert again.means is Means.SHOWN
    assert again.signs[0].text == "Blumenkorso"


def test_what_is_shown_is_the_word_as_written(lexis: Lexis) -> None:
    sign = lexis.render("Desoxyribonukleinsäure", "NOUN").signs[0]
    assert sign.text == "Desoxyribonukleinsäure"


def test_accents_stay_on_the_lips(lexis: Lexis) -> None:
    sign = lexis.render("Café", "NOUN").signs[0]
    assert (sign.text, sign.mouthing) == ("Cafe", "Café")


@pytest.mark.parametrize("word", ["Паспорт", "جواز", "漢字"])
def test_other_scripts_are_shown(lexis: Lexis, word: str) -> None:
    assert lexis.render(word, "NOUN").means is Means.SHOWN


@pytest.mark.parametrize(
    ("context", "gloss"), [(("Geld", "Konto"), "BANK1"), (("sitzen", "Park"), "BANK2")]
)
def test_context_chooses_the_sense(lexis: Lexis, context: tuple[str, ...], gloss: str) -> None:
    assert lexis.render("Bank", "NOUN", context=context).signs[0].gloss == gloss


def test_a_negative_equivalent_says_so(lexis: Lexis) -> None:
    assert lexis.render("nicht", "PART").negative
