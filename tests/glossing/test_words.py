from __future__ import annotations

import re
from collections import Counter

from a11y.sign_avatar.glossing.words import (
    DATA_DIR,
    equivalents,
    function_words,
    idioms,
    light_verbs,
)


def test_no_word_is_entered_twice() -> None:
    for name in ("equivalents.yaml", "idioms.yaml", "light_verbs.yaml"):
        text = (DATA_DIR / name).read_text(encoding="utf-8")
        keys = re.findall(r"^([^#\s][^:]*):", text, re.MULTILINE)
        assert [key for key, count in Counter(keys).items() if count > 1] == [], name


def test_every_equivalent_leads_somewhere() -> None:
    assert all(options and all(options) for options in equivalents().values())


def test_no_word_is_its_own_equivalent() -> None:
    assert not [word for word, options in equivalents().items() if (word,) in options]


def test_what_is_dropped_has_a_german_reason() -> None:
    words = function_words()
    used = set(words.drop_lemmas.values()) | set(words.drop_tags.values())
    assert used <= set(words.reasons)
    assert all(reason.endswith(".") for reason in words.reasons.values())


def test_words_that_carry_meaning_are_never_dropped() -> None:
    words = function_words()
    kept = {
        "nicht",
        "kein",
        "nur",
        "auch",
        "mindestens",
        "höchstens",
        "oder",
        "aber",
        "ohne",
        "etwa",
    }
    assert not kept & set(words.drop_lemmas)


def test_idioms_and_light_verbs_are_lower_case_and_complete() -> None:
    assert all(phrase == tuple(word.lower() for word in phrase) for phrase in idioms())
    assert all(verb.islower() for verb in light_verbs())
