"""Number words are read whole; words that only look like them are not."""

from __future__ import annotations

import pytest

from a11y.language.number_words import value_of


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("zwei", 2),
        ("Siebzig", 70),
        ("achtundachtzig", 88),
        ("zwölfhundert", 1200),
        ("hunderteins", 101),
        ("neunzehnhundertachtundneunzig", 1998),
        ("elftausendvierhundert", 11_400),
    ],
)
def test_is_read(word: str, value: int) -> None:
    assert value_of(word) == value


@pytest.mark.parametrize("word", ["ein", "achten", "dritte", "hunderte", "Achtung", "zweifach", ""])
def test_is_none(word: str) -> None:
    assert value_of(word) is None
