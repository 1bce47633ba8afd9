"""Hours take their number in: from the German to a sign that can be performed."""

from __future__ import annotations

from a11y.sign_avatar.glossing import gloss
from a11y.sign_avatar.glossing.formats import sigml
from a11y.sign_avatar.glossing.words import equivalents, paraphrases
from a11y.sign_avatar.lexicon import load
from a11y.sign_avatar.lexicon.incorporate import named_entry
from a11y.sign_avatar.score import SignKind


def test_three_hours_are_one_sign_with_a_form() -> None:
    (sentence,) = gloss("Der Kurs dauert drei Stunden.")
    hours = next(sign for sign in sentence.signs if sign.gloss.startswith("STUNDE1"))
    assert (hours.gloss, hours.mouthing) == ("STUNDE1:3", "drei Stunden")
    made = named_entry(load().entries, hours.gloss)
    assert made is not None
    assert made.hamnosys != load().entries["STUNDE1"].hamnosys
    assert b'gloss="STUNDE1:3"' in sigml.build([sentence], load())


def test_a_number_that_the_sign_does_not_take_stays_beside_it() -> None:
    (sentence,) = gloss("Der Kurs dauert acht Stunden.")
    assert "$NUM:8 STUNDE1" in sentence.gloss_line()
    assert named_entry(load().entries, "STUNDE1:8") is None


def test_a_word_stands_in_one_list_only() -> None:
    assert not set(equivalents()) & set(paraphrases())


def test_parts_that_only_come_near_show_the_whole_word() -> None:
    (sentence,) = gloss("Die Hundesteuer ist neu.")
    assert sentence.terms() == ("Hundesteuer",)
    assert all(sign.kind is not SignKind.TEXT for sign in sentence.signs)
