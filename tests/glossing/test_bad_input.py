"""Whatever people paste: never a crash, never a silent loss, bounded work."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from a11y.sign_avatar.glossing import gloss
from a11y.sign_avatar.glossing.errors import NothingToGlossError, TextTooLongError
from a11y.sign_avatar.glossing.reference import load_references
from a11y.sign_avatar.glossing.translate import (
    MAX_CHARACTERS,
    MAX_SIGNS,
    analysed,
    explain_analysis,
)
from tests.glossing.conftest import Translate
from tests.glossing.lexicon import ENTRIES

TEXTS = {
    "heading": "Gebühren und Kosten",
    "fragment": "gültiger Ausweis",
    "table": "Alter\tGebühr\nunter 6\tfrei\n6 bis 14\t12,00 Euro\n",
    "all capitals": "SIE MÜSSEN IHREN HUND ANMELDEN.",
    "no punctuation": "sie müssen den hund anmelden bringen sie den ausweis mit",
    "english": "Please bring your passport and two photos to the town hall.",
    "typos": "Si müsen iren Hunt anmelten.",
    "emoji": "Hund anmelden 🐶🎉 👨‍👩‍👧 jetzt!",
    "html": "<p>Sie <b>müssen</b> den Hund anmelden.</p><script>alert(1)</script>",
    "brackets": "Antrag (siehe [Formular] {Anlage 3}) stellen",
    "list": "Sie brauchen:\n- Ausweis\n- Foto\n- Geburtsurkunde\n",
    "numbered": "1. Antrag ausfüllen\n2. Unterschreiben\n3. Abgeben",
    "quotes": "„Wer nicht fragt“, sagt die Stadt, „bekommt nichts.“",
    "slashes": "Bürger/innen und/oder Bürger*innen; Mitarbeiter:innen",
    "soft hyphen": "Ge\u00adburts\u00adur\u00adkunde",
    "zero width": "Hund\u200banmelden\ufeff",
    "controls": "Hund\x00 anmelden\x07",
    "cyrillic": "Паспорт für Hunde",
    "arabic": "جواز السفر brauchen Sie.",
    "single": "a",
    "digits": "12 34 56",
    "commas": "Hund, , , Ausweis,,, Foto",
    "nested": "Wenn Sie, weil Sie, obwohl Sie, nachdem Sie umziehen, krank sind, kommen, zahlen.",
    "verbless": "Kein Problem bei Verlust ohne Termin.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_every_word_is_accounted_for(translate: Translate, text: str) -> None:
    found = translate(text)
    assert found
    for item in found:
        assert all(
            word.signs or word.reason or word.means == "elsewhere" for word in item.alignment
        )
        assert item.sentence.signs


@pytest.mark.parametrize("text", ["", "   \n\t", "…!?", "🐶"])
def test_without_a_word_it_says_so(text: str) -> None:
    with pytest.raises(NothingToGlossError, match="empty"):
        gloss(text)


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(TextTooLongError, match="Split it"):
        gloss("Hund " * (MAX_CHARACTERS // 5 + 1))


def test_a_sentence_of_a_thousand_words_is_cut_and_complete(translate: Translate) -> None:
    sentence = "Sie brauchen " + ", ".join(["den Ausweis und das Foto"] * 200) + "."
    found = translate(sentence)
    assert len(found) > 1
    assert all(len(item.sentence.signs) <= MAX_SIGNS for item in found)
    glosses = [sign.gloss for item in found for sign in item.sentence.signs]
    assert glosses.count("FOTO1") == 200


def test_markup_is_no_text(translate: Translate) -> None:
    found = translate("<p>Sie müssen <b>den Hund</b> anmelden.</p><script>hund()</script>")
    assert [item.sentence.gloss_line() for item in found] == ["INDEX2 HUND1 ANMELDEN1 MÜSSEN1"]


def test_a_hundred_kilobytes(translate: Translate) -> None:
    sentence = f"Sie sehen die Seite https://www.beispiel.de/{'antrag/' * 40}. "
    times = 100_000 // len(sentence) + 1
    shown = [text for item in translate(sentence * times) for text in item.sentence.shown_texts()]
    assert len(shown) == times


def test_the_same_input_gives_the_same_output(translate: Translate) -> None:
    text = "Wenn Sie umziehen, müssen Sie das Auto ummelden. Wir helfen Ihnen."
    assert translate(text) == translate(text)


WORDS = sorted({word for item in load_references() for word in item.german.split()})


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_any_jumble_of_words_is_accounted_for(words: list[str]) -> None:
    text = " ".join(words)
    for item in explain_analysis(analysed(text), ENTRIES):
        assert all(
            word.signs or word.reason or word.means == "elsewhere" for word in item.alignment
        )
        signed = {at for word in item.alignment for at in word.signs}
        spoken = {at for at, sign in enumerate(item.sentence.signs) if sign.source}
        assert spoken <= signed


@pytest.mark.parametrize("word", ["nicht", "kein", "nie", "nichts", "niemand", "ohne"])
@pytest.mark.parametrize("frame", ["Ausweis {} Foto", "{} Hund {} Termin", "Wenn {} Kosten"])
def test_no_negation_is_ever_lost(translate: Translate, word: str, frame: str) -> None:
    found = translate(frame.replace("{}", word))
    assert any(span.function == "negation" for item in found for span in item.sentence.non_manuals)


@pytest.mark.parametrize(
    ("german", "kept"),
    [
        ("Sie dürfen nicht parken.", "negation"),
        ("Es gibt keine Kosten.", "negation"),
        ("Sie müssen zahlen.", "obligation"),
        ("Wenn es regnet, kommen Sie.", "condition"),
        ("Kommen Sie?", "yes-no"),
    ],
)
def test_meaning_that_must_survive(translate: Translate, german: str, kept: str) -> None:
    (found,) = translate(german)
    assert kept in {span.function for span in found.sentence.non_manuals}
