"""German spelling to phones."""

from __future__ import annotations

import pytest

from a11y.language import pronounce

WORDS = {
    "Straße": "ʃ t ʁ aː s ə",
    "Amt": "a m t",
    "Bürgeramt": "b ʏ ɐ g ɐ a m t",
    "Antrag": "a n t ʁ aː k",
    "Anträge": "a n t ʁ ɛː g ə",
    "beantragen": "b ə a n t ʁ aː g ə n",
    "anmelden": "a n m ɛ l d ə n",
    "abmelden": "a p m ɛ l d ə n",
    "Wohnung": "v oː n ʊ ŋ",
    "Gebühr": "g ə b yː ɐ",
    "Hund": "h ʊ n t",
    "Wasserzähler": "v a s ɐ ts ɛː l ɐ",
    "Termin": "t ɛ ɐ m iː n",
    "Geburtsurkunde": "g ə b uː ɐ t s ʊ ɐ k ʊ n d ə",
    "Unterschrift": "ʊ n t ɐ ʃ ʁ ɪ f t",
    "verlängern": "f ɛ ɐ l ɛ ŋ ɐ n",
    "zahlen": "ts aː l ə n",
    "ich": "ɪ ç",
    "nicht": "n ɪ ç t",
    "nach": "n aː x",
    "Buch": "b uː x",
    "Bücher": "b yː ç ɐ",
    "müssen": "m ʏ s ə n",
    "können": "k œ n ə n",
    "Bescheinigung": "b ə ʃ aɪ n ɪ g ʊ ŋ",
    "Gewerbe": "g ə v ɛ ɐ b ə",
    "Auskunft": "aʊ s k ʊ n f t",
    "sprechen": "ʃ p ʁ ɛ ç ə n",
    "stellen": "ʃ t ɛ l ə n",
    "Frist": "f ʁ ɪ s t",
    "wichtig": "v ɪ ç t ɪ ç",
    "ruhig": "ʁ uː ɪ ç",
    "Woche": "v ɔ x ə",
    "Montag": "m oː n t aː k",
    "Haus": "h aʊ s",
    "Häuser": "h ɔʏ z ɐ",
    "Leute": "l ɔʏ t ə",
    "neun": "n ɔʏ n",
    "drei": "d ʁ aɪ",
    "zwanzig": "ts v a n ts ɪ ç",
    "dreißig": "d ʁ aɪ s ɪ ç",
    "fünf": "f ʏ n f",
    "Kaffee": "k a f eː",
    "Apfel": "a p f ə l",
    "Kopf": "k ɔ p f",
    "Quelle": "k v ɛ l ə",
    "Text": "t ɛ k s t",
    "Wechsel": "v ɛ k s ə l",
    "Vertrag": "f ɛ ɐ t ʁ aː k",
    "Jahr": "j aː ɐ",
    "Uhr": "uː ɐ",
    "Ausweis": "aʊ s v aɪ s",
    "Kindergarten": "k ɪ n d ɐ g a ɐ t ə n",
    "Führerschein": "f yː ʁ ɐ ʃ aɪ n",
    "Information": "ɪ n f ɔ ɐ m aː ts j oː n",
    "schriftlich": "ʃ ʁ ɪ f t l ɪ ç",
    "arbeiten": "a ɐ b aɪ t ə n",
    "Schule": "ʃ uː l ə",
    "Kind": "k ɪ n t",
    "Tisch": "t ɪ ʃ",
    "Wasser": "v a s ɐ",
    "bringen": "b ʁ ɪ ŋ ə n",
    "danken": "d a ŋ k ə n",
    "Katze": "k a ts ə",
    "Zeit": "ts aɪ t",
    "Sie": "z iː",
    "Familie": "f a m iː l j ə",
}


@pytest.mark.parametrize(("word", "phones"), WORDS.items())
def test_pronounce(word: str, phones: str) -> None:
    assert pronounce(word) == tuple(phones.split())


def test_abbreviations_are_spelled() -> None:
    assert pronounce("KFZ") == ("k", "aː", "ɛ", "f", "ts", "ɛ", "t")


@pytest.mark.parametrize("word", ["", "123", "😀", "§", "-"])
def test_what_has_no_letters_has_no_phones(word: str) -> None:
    assert pronounce(word) == ()
