"""Nouns that say how long something lasts or when it is, also as the end of a compound."""

from __future__ import annotations

import re

from a11y.simple_language.wording import word_list

_UNITS = "sekunde|minute|stunde|tag|woche|monat|quartal|semester|jahr"
_ENDING = r"(?:e?s|e?n|e)?$"

TIMES = re.compile(rf"(?i)(?:^(?:frei|lauf|übergangs|warte)?zeit|zeitraum|{_UNITS}|frist){_ENDING}")
"""A stretch of time: *Monat*, *Kalendertage*, *Frist*; not every *-zeit* is one (*Mahlzeit*)."""
POINTS = re.compile(
    rf"(?i)(?:{_UNITS}|zeit|abend|morgen|ende|beginn|anfang|sommer|winter|mittwoch|mittag){_ENDING}"
)
"""… or when something is: *am letzten Abend*, *zu Beginn*."""
MONTHS = word_list(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
