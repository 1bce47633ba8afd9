"""German number words of any length up to 999,999: *zwölf*, *einundzwanzig*, *zwölfhundert*.

*ein* and *eins* are left out: they are an article and a pronoun as well.
"""

from __future__ import annotations

import re
from functools import lru_cache

_DIGITS = {
    "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9,
}  # fmt: skip
_TEENS = {
    "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS = {
    "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70,
    "achtzig": 80, "neunzig": 90,
}  # fmt: skip
_SWISS = {"dreissig": "dreißig"}
COMMON = {word: value for word, value in (_DIGITS | _TEENS | _TENS).items() if value != 1} | {
    "null": 0, "hundert": 100, "einhundert": 100, "zweihundert": 200, "tausend": 1000,
    "eintausend": 1000,
}  # fmt: skip
"""The number words that patterns list one by one; any other is read by ``value_of``."""
_SIMPLE = _DIGITS | _TEENS | _TENS | {"null": 0, "zwo": 2, "eins": 1}


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_TO_99 = rf"(?:(?:{_either(_DIGITS)})und)?(?:{_either(_TENS)}|dreissig)|{_either(_TEENS)}"
_LAST = rf"{_TO_99}|{_either(_DIGITS)}s?"
_TO_999 = rf"(?:{_TO_99}|{_either(_DIGITS)})?hundert(?:(?:und)?(?:{_LAST}))?"
PATTERN = (
    rf"(?:(?:{_TO_999}|{_TO_99}|{_either(_DIGITS)})?tausend(?:(?:und)?(?:{_TO_999}|{_LAST}))?"
    rf"|{_TO_999}|{_TO_99}|null|zwo|zwei|drei|vier|fünf|sechs|sieben|acht|neun)"
)
"""A whole number word in small letters; put it between word boundaries."""
_WHOLE = re.compile(PATTERN)
_BEGINNINGS = tuple({word[:3] for word in _SIMPLE} | {"hun", "tau"})


def value_of(word: str) -> int | None:
    """``einundzwanzig`` → 21, ``zwölfhundert`` → 1200; None for what is no number word.

    >>> value_of("dreitausendfünfhundert"), value_of("Einheit"), value_of("ein")
    (3500, None, None)
    """
    lowered = word.lower()
    if not lowered.startswith(_BEGINNINGS):
        return None
    return _value(lowered)


@lru_cache(maxsize=1024)
def _value(word: str) -> int | None:
    return _sum(word) if _WHOLE.fullmatch(word) else None


def _sum(word: str) -> int:
    """The value of a word that is known to be a number."""
    word = _SWISS.get(word, word)
    if not word:
        return 0
    if word in _SIMPLE:
        return _SIMPLE[word]
    for name, size in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(name)
        if found:
            return (_sum(head) or 1) * size + _sum(tail.removeprefix("und"))
    digit, _, tens = word.partition("und")
    return _sum(digit) + _sum(tens)
