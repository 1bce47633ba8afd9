"""How hard a text is to read, in figures.

The formulas are the published ones; syllables come from pyphen's German patterns.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from math import log10
from typing import Any

from a11y.simple_language import segment
from a11y.simple_language.intake import check_text

LONG_WORD = 13
"""Words above this many letters count as long (Netzwerk Leichte Sprache: break or explain)."""

RARE_ZIPF = 3.5
"""Words below this Zipf frequency count as rare: less than about three in a million."""

_ENDS = (".", "!", "?", "…")
_WORD = re.compile(r"[^\W\d_]+(?:[-·][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readability:
    """Figures of a text.

    sentences: all pieces with a word in them, headings and list items too. words_per_sentence: of
    sentences that end as one, where there is one.
    flesch: Amstad 1978, 180 − words per sentence − 58.5 × syllables per word; higher is easier.
    lix: Björnsson 1968, words per sentence + share of words above six letters in percent.
    wiener: 1. Wiener Sachtextformel (Bamberger/Vanecek 1984), about the school year needed.
    long_words, rare_words: shares (0–1). score: 0 (hard) to 20 (easy), see ``score``.
    """

    sentences: int
    words: int
    words_per_sentence: float
    long_words: float
    rare_words: float
    flesch: float
    lix: float
    wiener: float
    score: float

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def readability(text: str) -> Readability:
    """Measure a text. Headings and list items are no sentences: only their words count.

    Raises SimpleLanguageError for a text that cannot be read.
    """
    check_text(text)
    return measure([text[slice(*one.span)] for one in segment.rough(text).sentences])


def measure(sentences: list[str]) -> Readability:
    """The figures of sentences already parted. At least one word is needed."""
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        words, sentences = ["–"], [""]
    count = len(words)
    holding = max(1, sum(1 for sentence in sentences if _WORD.search(sentence)))
    length = _words_per_sentence(sentences) or count / holding
    syllables = [_syllables(word) for word in words]
    pieces = [re.split(r"[-·]", word) for word in words]
    longest = [max(map(len, parts)) for parts in pieces]
    long_share = sum(size > LONG_WORD for size in longest) / count
    rare_share = sum(all_rare(parts) for parts in pieces) / count
    flesch = 180 - length - 58.5 * sum(syllables) / count
    over_six = sum(len(word) > 6 for word in words) / count
    lix = length + 100 * over_six
    wiener = (
        0.1935 * 100 * sum(s >= 3 for s in syllables) / count
        + 0.1672 * length
        + 0.1297 * 100 * over_six
        - 0.0327 * 100 * sum(s == 1 for s in syllables) / count
        - 0.875
    )
    return Readability(
        sentences=holding,
        words=count,
        words_per_sentence=round(length, 2),
        long_words=round(long_share, 4),
        rare_words=round(rare_share, 4),
        flesch=round(flesch, 1),
        lix=round(lix, 1),
        wiener=round(wiener, 1),
        score=round(score(flesch, wiener, length, long_share, rare_share), 1),
    )


def _words_per_sentence(sentences: list[str]) -> float:
    """Of sentences that end as one; 0.0 without any. Headings and lists would hide long ones."""
    counts = [len(_WORD.findall(s)) for s in sentences if s.rstrip("\"'”“»«)").endswith(_ENDS)]
    return sum(counts) / max(1, len(counts))


def score(
    flesch: float, wiener: float, length: float, long_share: float, rare_share: float
) -> float:
    """One figure from 0 (hard) to 20 (easy).

    The mean of five parts, each clipped to 0–1 and then times 20:
    Flesch 20 → 0, 80 → 1; Wiener 14 → 0, 4 → 1; words per sentence 22 → 0, 8 → 1;
    share of long words 20 % → 0, 0 % → 1; share of rare words 40 % → 0, 10 % → 1.
    """
    parts = (
        (flesch - 20) / 60,
        (14 - wiener) / 10,
        (22 - length) / 14,
        (0.20 - long_share) / 0.20,
        (0.40 - rare_share) / 0.30,
    )
    return 20 * sum(min(1.0, max(0.0, part)) for part in parts) / len(parts)


def all_rare(parts: list[str]) -> bool:
    """Whether a word, given as its written parts, holds a part below RARE_ZIPF."""
    return any(zipf(part) < RARE_ZIPF for part in parts)


@lru_cache(maxsize=50_000)
def zipf(word: str) -> float:
    """Zipf frequency of a German word (wordfreq)."""
    if not word.isalpha():
        from wordfreq import zipf_frequency  # its list takes a moment: only when it is needed

        return float(zipf_frequency(word, "de"))
    frequency = _frequencies().get(word.casefold(), 0.0)
    return round(log10(frequency) + 9, 2) if frequency else 0.0


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    """wordfreq's list as it is: a single word needs none of its tokenising."""
    from wordfreq import get_frequency_dict

    return get_frequency_dict("de", "best")  # asked as wordfreq itself asks: it is kept but once


@lru_cache(maxsize=50_000)
def _syllables(word: str) -> int:
    return sum(len(_hyphenator().positions(part)) + 1 for part in re.split(r"[-·]", word))


@lru_cache(maxsize=1)
def _hyphenator() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="de_DE")
