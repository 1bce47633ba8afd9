"""Which words of a German text have a sign of their own, and which often needed ones have none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from a11y.language import dictionary
from a11y.sign_avatar.lexicon.load import Lexicon

_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Counts of running words.

    signed: with an entry of their own. numbers: digits. unsigned: words DGS does not sign
    (articles …). missing: lemma → how often, most frequent first; they are spelled, shown or made
    of parts by glossing.
    """

    words: int
    signed: int
    numbers: int
    unsigned: int
    missing: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """Signed words and numbers among those that need a sign, 0 to 1 (1 for an empty text)."""
        needed = self.words - self.unsigned
        return (self.signed + self.numbers) / needed if needed else 1.0

    def to_dict(self) -> dict[str, object]:
        return {
            "words": self.words,
            "signed": self.signed,
            "numbers": self.numbers,
            "unsigned": self.unsigned,
            "share": round(self.share, 4),
            "missing": [{"lemma": lemma, "count": count} for lemma, count in self.missing],
        }


@lru_cache(maxsize=1)
def _unsigned() -> frozenset[str]:
    text = files(__package__).joinpath("unsigned.txt").read_text(encoding="utf-8")
    return frozenset(
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    )


def coverage(text: str, lexicon: Lexicon) -> Coverage:
    """Count which words of ``text`` the lexicon has signs for; lemmas come from simplemma."""
    counts: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for word in _WORD.findall(text):
        lemma, kind = _classify(word, lexicon)
        counts[kind] += 1
        if kind == "missing":
            missing[lemma] += 1
    return Coverage(
        words=sum(counts.values()),
        signed=counts["signed"],
        numbers=counts["number"],
        unsigned=counts["unsigned"],
        missing=tuple(sorted(missing.items(), key=lambda item: (-item[1], item[0]))),
    )


def _classify(word: str, lexicon: Lexicon) -> tuple[str, str]:
    """The lemma and one of signed, number, unsigned, missing."""
    if word.isdigit():
        return word, "number"
    lemma = dictionary.lemma(word)
    if word.lower() in _unsigned() or lemma.lower() in _unsigned():
        return lemma, "unsigned"
    for form in (word, lemma, dictionary.lemma(word.lower())):
        if lexicon.find(form):
            return form, "signed"
    return lemma, "missing"
