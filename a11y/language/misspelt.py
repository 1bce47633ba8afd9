"""Verbs with a slip of the key: *müsen* is read as *müssen*, *gepüft* as *geprüft*.

Only a word that no table, no compound and no list of frequent words knows (German or English), and
only where one frequent verb form, and no second of like frequency, lies one slip away: a letter
left out, one too many, two swapped. A letter mistaken for another (*gesickert*: *gesichert*) makes
other words too often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from a11y.language import closed
from a11y.language.lexicon import tables

_LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß"
_SHORTEST, _LONGEST = 5, 24
_FREQUENT = 3e-6  # of all words; a rarer form is no likely meaning
_FAR_ABOVE = 5.0  # so many times as frequent as the next candidate


@lru_cache(maxsize=10_000)
def verb_meant(lower: str) -> str:
    """The verb form meant by an unknown word in small letters, or ""."""
    if not _SHORTEST <= len(lower) <= _LONGEST or not lower.isalpha():
        return ""
    forms = tables.verb_forms()
    small = closed.lemma_of("determiner_lemmas")  # *einen* is a verb's form, too
    near = {slip for slip in _slips(lower) if slip in forms and slip not in small}
    if not near or _frequency(lower) or lower in _frequencies("en"):
        return ""  # asked in this order: the lists of frequent words are slow to load
    return _clear(near)


def _clear(meant: Iterable[str]) -> str:
    """The verb form that is far more frequent than all others."""
    ranked = sorted(((_frequency(c), c) for c in meant), reverse=True)
    if not ranked or ranked[0][0] < _FREQUENT:
        return ""
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][1] if ranked[0][0] >= _FAR_ABOVE * second else ""


def _slips(word: str) -> Iterator[str]:
    """A letter left out, one too many, two swapped."""
    for place in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:place] + letter + word[place:]
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]


def _frequency(word: str) -> float:
    return _frequencies("de").get(word, 0.0)


@cache
def _frequencies(language: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict  # half a second; most texts hold no such word

    return get_frequency_dict(language, wordlist="small")
