"""Numbers, dates and times as people read them: *sieben*, *VII*, *01.03.2020*, *9.30 Uhr*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language import number_words
from a11y.simple_language.grammar.times import MONTHS
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View


@evaluates("number-word")
def number_word(view: View) -> Iterator[Match]:
    for found in re.finditer(r"[^\W\d_]{3,}", view.text):
        value = number_words.value_of(found[0])
        if not value or found[0].lower() == "eins":
            continue
        if found[0][0].isupper() and found.start() > 0:
            continue  # a noun or a name ("die Acht", "Haus Zehn")
        before, rest = view.text[: found.start()], view.text[found.end() :]
        if re.match(r"\s?(?:Drittel|Viertel|Fünftel|-|[A-ZÄÖÜ]?[a-z]*geben)", rest):
            continue
        if re.search(r"(?<!bis )\bzu $|\d $|\b(?:mehrere|einige|viele|paar|ein)n? $", before):
            continue
        if found[0] == "acht" and (_HEED.match(rest) or before.lower().endswith("außer ")):
            continue  # *gab acht auf das Kind*, *außer acht lassen*
        if _GOES_ON.match(rest) or _WENT_ON.search(before):
            continue  # *fünf Komma zwei*, *eine Million dreihunderttausend*: only part of it
        ends_span = _SPAN.search(before)  # *Klassen fünf bis zehn.*: written like its first number
        counted = ends_span is not None and number_words.value_of(ends_span[1])
        if not re.match(r"\s\w", rest) and not counted:
            continue
        paired = re.search(r"\b[Ee]in(?:e[nrm]?)? (?:oder|bis) $", before)  # *ein oder drei Jahre*
        figure = f"{value:,}".replace(",", "." if value >= 10_000 else "")
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=None if paired else figure,
            safe=not paired,
        )


_HEED = re.compile(r" (?:(?:auf|darauf)\b|(?:zu )?(?:ge)?(?:geben|nehmen|haben|nommen|habt)\b)")
_GOES_ON = re.compile(r" Komma | (?:Euro|Mark|Franken|Meter) (?:[a-zäöüß]+zig|fünf|zehn)\b")
_WENT_ON = re.compile(r"\b(?:Million(?:en)?|Milliarden?|Komma|Euro|Mark|Franken) $")
"""*zwei Euro fünfzig*: one price in two words."""
_SPAN = re.compile(r"(\w+) bis $")


@evaluates("roman-numeral")
def roman_numeral(view: View) -> Iterator[Match]:
    for found in re.finditer(r"(?<=[a-zäöüß] )(?:II|III|IV|VI|VII|VIII|IX|XI|XII)\b", view.text):
        value = {
            "II": 2,
            "III": 3,
            "IV": 4,
            "VI": 6,
            "VII": 7,
            "VIII": 8,
            "IX": 9,
            "XI": 11,
            "XII": 12,
        }[found[0]]
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=str(value),
        )


_ON_A_DAY = re.compile(
    r"(?:\b[Aa]m|\b[Vv]om|\b[Zz]um|\b[Bb]is|\b[Aa]b(?: dem)?|\b[Ss]eit(?: dem)?|\d\.) $"
    r"|\b(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag,? (?:den )?$|\bMittwoch,? (?:den )?$"
)
"""What stands before a day and before no chapter: *am 1.5.*, not *in 1.5.*"""
_NO_DAY = re.compile(r"\s*(?:Stock|Etage|Obergeschoss|OG|Kapitel|Abschnitt|Absatz|Auflage)\b")
_ISO_DATE = re.compile(
    r"(?<![\w/.-])((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w/-])"
)


@evaluates("date")
def date(view: View) -> Iterator[Match]:
    for found in re.finditer(
        r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?(?!\d)", view.text
    ):
        day, month = int(found[1]), int(found[2])
        if not (1 <= day <= 31 and 1 <= month <= 12):
            continue
        year = found[3] or ""
        before = view.text[: found.start()]
        if not year and _NO_DAY.match(view.text[found.end() :]):
            continue
        certain = len(year) == 4 or (not year and _ON_A_DAY.search(before) is not None)
        if len(year) == 2:
            year = "20" + year
        # *bis zum 1.5.*: its full stop closes the sentence, too
        stop = "." if not year and not view.text[found.end() :].strip() else ""
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end() - (0 if year or found[0].endswith(".") else 1),
            found=found[0].strip(),
            replacement=f"{day}. {MONTHS[month - 1]} {year}".strip() + stop,
            safe=certain,
        )
    for found in _ISO_DATE.finditer(view.text):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            note=f"Zum Beispiel: {int(found[3])}. {MONTHS[int(found[2]) - 1]} {found[1]}.",
        )


@evaluates("time")
def time(view: View) -> Iterator[Match]:
    for found in re.finditer(
        r"(?<![\d.,])([01]?\d|2[0-4])\.([0-5]\d)"
        r"(?=\s?(?:Uhr|(?:[-–]|bis) ?\d{1,2}[.:]\d\d\s?Uhr))",
        view.text,
    ):
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=f"{int(found[1])}:{found[2]}",
            safe=True,
        )
