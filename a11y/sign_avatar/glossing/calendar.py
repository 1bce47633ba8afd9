"""Months, days and the words that make a time of a noun: one list for the whole room."""

from __future__ import annotations

from collections.abc import Iterable

from a11y.language.analysis import Token

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
WEEKDAYS = frozenset(
    {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag",
     "Wochenende"}
)  # fmt: skip
EDGES = frozenset({"Anfang", "Mitte", "Ende"})
"""What a month has: *Mitte August* is one time."""
TIME_UNITS = frozenset({"Tag", "Woche", "Monat", "Jahr", "Stunde", "Minute"})
_SPANS = WEEKDAYS | {
    "Woche", "Monat", "Jahr", "Tag", "Nacht", "Morgen", "Mittag", "Abend", "Vormittag",
    "Nachmittag", "Sommer", "Winter", "Herbst", "Frühling", "Frühjahr", "Mal",
}  # fmt: skip
_WHICH = frozenset(
    {"jeder", "jede", "nächst", "letzt", "vergangen", "kommend", "dieser", "ganz", "vorig"}
)

_SPAN_ENDINGS = ("tag", "woche", "monat", "jahr", "anfang", "ende", "abend", "morgen", "mittag",
                 "nacht", "sommer", "winter", "herbst", "quartal", "semester")  # fmt: skip
_ASSEMBLIES = ("bundestag", "landtag", "kreistag", "städtetag", "gemeindetag")


def is_span(noun: Token) -> bool:
    """A stretch of the calendar: ``Monatsanfang``, ``Vorabend``; no ``Landtag``."""
    lower = noun.lemma.lower()
    return lower.endswith(_SPAN_ENDINGS) and not lower.endswith(_ASSEMBLIES)


def is_calendar(token: Token) -> bool:
    """A month or a day of the week."""
    return token.lemma in MONTHS or token.lemma in WEEKDAYS


def is_named_time(noun: Token, words: Iterable[Token]) -> bool:
    """``jeden Dienstag``, ``nächste Woche``, ``den ganzen Tag``: a time, whatever its case is.

    words: those of the phrase.
    """
    if noun.lemma in WEEKDAYS and noun.text.lower() == f"{noun.lemma.lower()}s":
        return True  # mittwochs
    return noun.lemma in _SPANS and any(word.lemma.lower() in _WHICH for word in words)
