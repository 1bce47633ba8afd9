"""Extended attributes: *die im Vorjahr gezahlte Steuer*, *der noch zu entrichtende Betrag*.

A participle with its own phrases between a determiner and the noun. Taggers take the parts for
clauses of their own; form and agreement show what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from a11y.language.clauses.agreement import could_be_article
from a11y.language.lexicon import tables
from a11y.language.word import Word

_ENDINGS = ("e", "en", "er", "es", "em")
_DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT")
_ARTICLES = frozenset(("der", "die", "das", "den", "dem", "des"))
_OPENS: tuple[str, ...] = (
    "APPR",
    "APPRART",
    "ADV",
    "PTKNEG",
    "ART",
    "PPOSAT",
    "PPER",
    "PRF",
    "PAV",
    "ADJD",
    "CARD",
)
_OPENS += ("PIAT", "PDAT", "PIS", "PTKZU", "PTKA")
_BREAKS = ("$,", "$.", "KOUS", "KOUI", "PRELS", "PRELAT", "PWAV", "PWS", "VAFIN", "VMFIN", "PTKVZ")
_REACH = 14
# two prepositions in a row that are no pair such as *bis zum*, *von … an*, *innerhalb von*
_BEFORE_ATTRIBUTES = frozenset(("für", "bei", "mit", "über", "gegen", "durch", "aus", "ohne"))


@dataclass(frozen=True, slots=True)
class Extended:
    """Places in the sentence: determiner, participle, noun; the attribute lies in between."""

    determiner: int
    participle: int
    noun: int


@lru_cache(maxsize=20_000)
def participle(lower: str) -> tuple[str, str]:
    """(infinitive, ``Part1``, ``Part1Zu`` (*einzureichende*) or ``Part2``) of an inflected
    participle, ("", "") if it is none."""
    for ending in _ENDINGS:
        stem = lower.removesuffix(ending)
        if stem == lower:
            continue
        for reading in (*tables.verb_readings(stem), *tables.unlisted_readings(stem)):
            if reading.form == "Part2":
                return reading.infinitive, "Part2"
        if stem.endswith("nd"):
            for reading in (
                *tables.verb_readings(stem[:-1]),
                *tables.unlisted_readings(stem[:-1]),
            ):
                if reading.form in ("Inf", "InfZu"):
                    return reading.infinitive, "Part1" + "Zu" * (reading.form == "InfZu")
    return "", ""


def find(words: Sequence[Word], at: int) -> Extended | None:
    """The extended attribute behind the determiner at ``at``; None if there is none."""
    if at + 3 >= len(words) or not _determines(words, at) or words[at + 1].tag not in _OPENS:
        return None
    for place in range(at + 2, min(at + _REACH, len(words) - 1)):
        word = words[place]
        listed = word.tag == "$," and participle(words[place - 1].lower)[0]
        if word.tag in _BREAKS and not listed:
            return None
        if word.text[:1].islower() and participle(word.lower)[0]:
            noun = _noun_behind(words, place)
            if noun is not None and could_be_article(words[at].lower, words[noun].text):
                return Extended(at, place, noun)
    return None


def _determines(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.tag in _DETERMINERS:
        return True
    if word.tag == "APPR" and words[at + 1].tag in ("APPR", "APPRART"):
        return word.lower in _BEFORE_ATTRIBUTES  # *für von Ihnen eingereichte Unterlagen*
    pronoun = word.tag in ("PDS", "PIS", "PPER", "PRELS") and word.lower in _ARTICLES
    return pronoun and (at == 0 or words[at - 1].tag != "$," or _to_be_done(words, at))


def _to_be_done(words: Sequence[Word], at: int) -> bool:
    """*verpflichtet, die an die Straße grenzenden Wege zu räumen*: no clause with a finite verb."""
    for place in range(at + 1, len(words)):
        word = words[place]
        if word.finite or word.tag in ("$,", "$."):
            return False
        if word.tag == "VVIZU" or (word.tag == "PTKZU" and words[place + 1].tag[:1] == "V"):
            return True
    return False


def _noun_behind(words: Sequence[Word], place: int) -> int | None:
    """The noun that the participle describes; adjectives and numbers may come between."""
    for later in range(place + 1, min(place + 5, len(words))):
        word = words[later]
        if word.tag in ("NN", "NE", "TRUNC") and word.text[:1].isupper():
            return later if word.tag != "TRUNC" else None
        if word.tag not in ("ADJA", "CARD", "KON") and not participle(word.lower)[0]:
            return None
    return None
