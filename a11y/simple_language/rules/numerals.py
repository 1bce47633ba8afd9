"""Numbers as people read them: spans with a word, phone numbers, large figures, years, percent.

What a figure says is never changed: spans and phone numbers are written otherwise, the other rules
only tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.simple_language.grammar.times import MONTHS
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View

_DAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
_SHORT_DAYS = "Mo|Di|Mi|Do|Fr|Sa|So"
_MONTHS = "|".join(MONTHS)
_UNIT = (
    r"Uhr|Euro|€|Prozent|%|Tagen?|Wochen?|Monaten?|Monate|Jahren?|Jahre|Stunden?|Minuten?"
    r"|Arbeitstagen?|Werktagen?|Kinder|Personen"
)
_SPAN = re.compile(
    rf"(?<=\d)(?:[:.]\d\d)?(?: Uhr)?(\s?[–-]\s?)(?=\d{{1,3}}(?:[.:,]\d\d)?\s?(?:{_UNIT})(?!\w))"
    rf"|(?:{_DAYS})s?(\s?[–-]\s?)(?=(?:{_DAYS})\b)"
    rf"|\b(?:{_SHORT_DAYS})\.?(\s?[–-]\s?)(?=(?:{_SHORT_DAYS})\b)"
    rf"|(?<![\d.])\d{{1,2}}\.(?:\d{{1,2}}\.)?(\s?[–-]\s?)(?=\d{{1,2}}\.(?:\s?\d|\s(?:{_MONTHS})))"
)


@evaluates("number-span")
def number_span(view: View) -> Iterator[Match]:
    """*8–12 Uhr* → *8 bis 12 Uhr*"""
    for found in _SPAN.finditer(view.text):
        group = next(at for at in (1, 2, 3, 4) if found[at] is not None)
        before = view.text[: found.start(group)]
        if re.search(r"[\d/]\s?[–-]\s?[\d.:]+$|\b(?:Nr\.|Nummer|Tel\w*:?)\s\d+$", before):
            continue  # a phone number, or a span of three parts
        yield Match(
            start=view.start + found.start(group),
            end=view.start + found.end(group),
            found=view.text[max(0, found.start(group) - 2) : found.end(group) + 2].strip(),
            replacement=" bis ",
            safe=True,
        )


_PHONE = re.compile(
    r"(?<![\w/.-])(\+49\s?\(?0?\)?(?:\s?\d{2,5})?|\(?0\d{2,5}\)?)\s?[/–-]\s?(\d[\d -]{2,}\d)"
    r"(?![\w/-])|(?<![\w/.-])\(0\d{2,5}\)\s?\d[\d /–-]{2,}\d(?![\w/-])"
)


@evaluates("phone-number")
def phone_number(view: View) -> Iterator[Match]:
    """*089/233-96000* → *089 233 96000*: signs in a phone number become spaces."""
    for found in _PHONE.finditer(view.text):
        digits = re.sub(r"[()]", "", found[0])
        plain = " ".join(re.split(r"\s*[/–-]\s*|\s+", digits))
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=plain,
            safe=True,
        )


@evaluates("large-number")
def large_number(view: View) -> Iterator[Match]:
    """Figures of five digits and more that count people or things; amounts and codes are exempt."""
    for found in re.finditer(r"(?<![\w.,/-])\d{2,3}(?:[. ]\d{3})+(?![\d.,/-])", view.text):
        rest = view.text[found.end() :]
        if re.match(r"\s?(?:Euro|€|EUR|Cent)", rest):
            continue
        yield Match(start=view.start + found.start(), end=view.start + found.end(), found=found[0])


@evaluates("old-year")
def old_year(view: View) -> Iterator[Match]:
    for found in re.finditer(
        r"\b(?:[Ii]m Jahre? |[Ss]eit |[Vv]on |[Bb]is |[Aa]b |[Nn]ach |[Vv]or |\()?"
        r"(1[0-8]\d\d|19[0-4]\d)\b(?![.,]\d)",
        view.text,
    ):
        rest = view.text[found.end() :]
        if re.match(r"\s?(?:€|[A-ZÄÖÜ])", rest):
            continue
        if found.start(1) == found.start() and found.start():
            continue  # only at the sentence's start, or behind a word that goes with years
        start = found.start(1)
        yield Match(start=view.start + start, end=view.start + found.end(1), found=found[1])


@evaluates("percent")
def percent(view: View) -> Iterator[Match]:
    for found in re.finditer(r"(?<!\d)\d+(?:,\d+)?\s?(?:%|Prozent\b)", view.text):
        yield Match(start=view.start + found.start(), end=view.start + found.end(), found=found[0])
