"""What case forms show of a text turned round: two nouns that have exchanged their parts.

*Der Mieter zahlt der Stadt* and *Die Stadt zahlt dem Mieter* hold the same words. Articles tell
them apart, word order where they do not. Only nouns that stand once in each text are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from a11y.language.lexicon import tables
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import names_somebody
from a11y.simple_language.wording import word_set

_WORD = re.compile(r"[\wäöüß-]+|[^\w\s]")
_PREPOSITIONS = word_set(
    "an am auf aus bei beim bis durch für gegen gegenüber in im ins mit nach neben ohne seit über "
    "um unter von vom vor zu zum zur zwischen wegen trotz während innerhalb laut gemäß ab"
)
_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden)\b")
_BREAK = frozenset(".?!:\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A noun with its article. cases: what both can be; behind a preposition that word alone.

    readings: the same with the number.
    """

    noun: str
    cases: frozenset[str]
    readings: frozenset[tuple[str, str]]
    before_verb: bool


@lru_cache(maxsize=4096)
def _parts(text: str) -> dict[str, _Part]:
    """Nouns with an article or preposition, by the first letters of the noun; twice: left out."""
    words = _WORD.findall(text)
    found: dict[str, _Part] = {}
    twice: set[str] = set()
    verb = False
    for at, word in enumerate(words):
        if word.islower() and _finite(word):
            verb = True
        if not word[0].isupper() or at == 0 or not nominal.noun_readings(word):
            continue
        key = word.lower()[:5]
        if key in found:
            twice.add(key)
        first = at - 1
        while first > 0 and words[first].islower() and words[first].endswith(_ENDINGS):
            if nominal.determiner_readings(words[first]):
                break
            first -= 1
        determiner = nominal.determiner_readings(words[first].lower())
        led = words[first - 1].lower() if determiner and first else words[first].lower()
        if led in _PREPOSITIONS:
            readings = frozenset({(led[:2] if led in ("vom", "von") else led, "")})
        else:
            both = determiner & nominal.noun_readings(word)
            readings = frozenset((case, number) for case, number, _ in both)
        if readings:
            cases = frozenset(case for case, _ in readings)
            found[key] = _Part(noun=word, cases=cases, readings=readings, before_verb=not verb)
    return {key: part for key, part in found.items() if key not in twice}


_ENDINGS = ("e", "en", "er", "es", "em")


@lru_cache(maxsize=8192)
def _finite(word: str) -> bool:
    return any(reading.person for reading in tables.verb_readings(word))


def exchanged_parts(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Two nouns of which each has now the case that the other had."""
    was, now = _parts(before), _parts(after)
    moved = [key for key in was if key in now and was[key].readings.isdisjoint(now[key].readings)]
    for place, one in enumerate(moved):
        for other in moved[place + 1 :]:
            if now[one].cases & was[other].cases and now[other].cases & was[one].cases:
                yield _said(was[one], was[other]), _said(now[one], now[other])
                return
    yield from _turned(before, after, was, now)


def _turned(
    before: str, after: str, was: dict[str, _Part], now: dict[str, _Part]
) -> Iterator[tuple[str, str]]:
    """*Die Tochter pflegt die Mutter* → *Die Mutter pflegt die Tochter*: both could do either.

    In one sentence that is no passive; order is all that tells who acts.
    """
    single = not any(mark in _BREAK for text in (before, after) for mark in text.strip()[:-1])
    if not single or _PASSIVE.search(before) or _PASSIVE.search(after):
        return
    acting = [k for k in was if k in now and was[k].cases >= _OPEN and now[k].cases >= _OPEN]
    acting += [k for k in was if k in now and k not in acting and _became_subject(was[k], now[k])]
    acting = [key for key in acting if names_somebody(was[key].noun)]
    for one in acting:
        for other in acting:
            sides = (was[one].before_verb, was[other].before_verb)
            if sides == (True, False) and not now[one].before_verb and now[other].before_verb:
                yield _said(was[one], was[other]), _said(now[one], now[other])
                return


_OPEN = frozenset({"Nom", "Acc"})


def _became_subject(was: _Part, now: _Part) -> bool:
    return was.cases == {"Acc"} and now.cases == {"Nom"}


def _said(one: _Part, other: _Part) -> str:
    parts = sorted((one, other), key=lambda part: not part.before_verb)
    return " … ".join(f"{part.noun} ({'/'.join(sorted(part.cases))})" for part in parts)


_YOURS = re.compile(r"\bIhr(?:e[nmrs]?)? ([A-ZÄÖÜ][\wäöüß-]{2,})")


def yours_instead(before: str, after: str) -> Iterator[tuple[str, str]]:
    """*Sie müssen dabei sein* → *Ihr Kind muss dabei sein*: somebody new of the reader's."""
    was, now = _YOURS.findall(before), _YOURS.findall(after)
    if len(now) > len(was):
        known = before.lower()
        for noun in sorted(set(now) - set(was)):
            if noun.lower()[:5] not in known and names_somebody(noun):
                yield "Sie", f"Ihr {noun}"
