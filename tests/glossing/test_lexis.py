from __future__ import annotations

import pytest

from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.rendering import Means
from a11y.sign_avatar.glossing.words import equivalents, paraphrases
from tests.glossing.conftest import Translate


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


def test_a_long_word_is_spelled_once_and_pointed_at_afterwards(translate: Translate) -> None:
    first, second = translate("Der Blumenkorso ist alt. Die Stadt prüft den Blumenkorso.")
    assert first.sentence.gloss_line() == "$ALPHA:Blumenkorso INDEX3a ALT1"
    assert second.sentence.gloss_line() == "STADT1 INDEX3a PRÜFEN1"
    assert second.sentence.signs[1].mouthing == "Blumenkorso"


def test_a_long_word_named_once_gets_no_place(translate: Translate) -> None:
    (found,) = translate("Der Blumenkorso ist alt.")
    assert found.sentence.gloss_line() == "$ALPHA:Blumenkorso ALT1"


def test_a_place_given_to_others_is_no_longer_pointed_at(translate: Translate) -> None:
    towns = " ".join(
        f"In {name} steht ein Haus."
        for name in ("Augsburg", "Freiburg", "Rostock", "Chemnitz", "Dortmund")
    )
    text = f"Der Blumenkorso ist alt. {towns} Die Stadt prüft den Blumenkorso."
    assert "$ALPHA:Blumenkorso" in translate(text)[-1].sentence.gloss_line()


def test_a_paraphrase_keeps_its_term_on_lips_and_screen(translate: Translate) -> None:
    (found,) = translate("Das Finanzamt prüft den Antrag.")
    assert found.sentence.gloss_line() == "GELD1 AMT1 ANTRAG1 PRÜFEN1"
    assert found.sentence.terms() == ("Finanzamt",)
    assert found.sentence.signs[0].mouthing == "Finanzamt"
    assert found.sentence.shown_texts() == ()


def test_a_paraphrase_needs_all_its_signs(lexis: Lexis) -> None:
    assert lexis.render("Hotel", "NOUN").means is Means.SPELLED


def test_every_paraphrase_says_how_and_why() -> None:
    """Reading raises for an entry without; none may shadow a better means of its own."""
    assert len(paraphrases()) > 100
    assert not set(paraphrases()) & {term for term, ways in equivalents().items() if not ways}


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
