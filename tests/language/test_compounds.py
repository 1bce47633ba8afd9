"""Administrative compounds come apart as a person would part them, and simple words stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y.language.compounds import split

LINES = Path(__file__).with_name("compounds.txt").read_text(encoding="utf-8").splitlines()
EXPECTED = {
    line.split(" ", 1)[0]: [tuple(parts.split()) for parts in line.split(" ", 1)[1].split("|")]
    for line in LINES
    if not line.startswith("#")
}


def test_nine_in_ten_are_right_and_nearly_none_is_wrongly_parted() -> None:
    wrong = {word: split(word) for word, good in EXPECTED.items() if split(word) not in good}
    parted_wrongly = {word: parts for word, parts in wrong.items() if len(parts) > 1}
    assert len(wrong) <= len(EXPECTED) // 10, wrong
    assert len(parted_wrongly) <= 5, parted_wrongly


@pytest.mark.parametrize("word", [word for word, good in EXPECTED.items() if good == [(word,)]])
def test_simple_words_stay_whole(word: str) -> None:
    assert split(word) == (word,)
