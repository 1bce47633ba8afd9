"""The report as one HTML page that needs nothing else: no script, no network."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

from a11y.simple_language.model import Simplified, Suggestion
from a11y.simple_language.report import DRAFT_NOTES, SHORT_NOTE, Report, dropped
from a11y.simple_language.rule import Severity
from a11y.simple_language.rules import load

_TEMPLATES = Path(__file__).resolve().parent / "data"
_SHARES = (
    ("Wörter über 13\u00a0Buch\u00adstaben in Prozent", "long_words"),
    ("Seltene Wörter in Prozent", "rare_words"),
)
_FIGURES = (
    ("Punkte (0 schwer, 20 leicht)", "score"),
    ("Wörter je Satz", "words_per_sentence"),
    ("Flesch (Amstad)", "flesch"),
    ("LIX", "lix"),
    ("Wiener Sachtext\u00adformel", "wiener"),
)


def to_html(report: Report, *, title: str) -> str:
    """The page as a string. Every mark is a number that leads to its message."""
    rules = load()
    marks = [
        {
            "number": number,
            "title": rules[one.rule].title,
            "norm": one.norm,
            "message": one.message,
            "found": report.source[one.start : one.end],
            "replacement": one.replacement,
            "safe": one.safe,
            "strict": rules[one.rule].severity[report.level] is Severity.ERROR,
        }
        for number, one in enumerate(report.suggestions, start=1)
    ]
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=select_autoescape(default=True)
    )
    return environment.get_template("report.html").render(
        title=title,
        report=report,
        marks=marks,
        blocks=_blocks(_marked_lines(report)),
        result=_blocks(_result_lines(report.result)),
        figures=[
            (name, getattr(report.before, key), getattr(report.after, key))
            for name, key in _FIGURES
        ]
        + [
            (name, *(round(100 * getattr(one, key), 1) for one in (report.before, report.after)))
            for name, key in _SHARES
        ]
        + [("Verstöße je 100 Wörter", report.violations_before, report.violations_after)],
        german=german,
        dropped=[passage.strip() for passage in dropped(report.result)],
        draft_note=DRAFT_NOTES[report.level],
        short_note=SHORT_NOTE if report.short else "",
        level="Leichte Sprache" if report.level.value == "leicht" else "Einfache Sprache",
    )


def german(number: float) -> str:
    """``26.7`` as German readers write it: *26,7*; one decimal place in every row of a table."""
    return f"{number:.1f}".replace(".", ",")


Line = list[tuple[str, list[int]]]
_MARK = re.compile(r"\s*[-–•*·] +")


def _blocks(lines: list[Line]) -> list[tuple[bool, list[Line]]]:
    """Lines as (is a list, its items without their marks) or (False, one paragraph)."""
    blocks: list[tuple[bool, list[Line]]] = []
    for line in lines:
        mark = _MARK.match(line[0][0]) if line else None
        if mark is None:
            blocks.append((False, [line]))
            continue
        item = [(line[0][0][mark.end() :], line[0][1]), *line[1:]]
        if not blocks or not blocks[-1][0]:
            blocks.append((True, []))
        blocks[-1][1].append(item)
    return blocks


def _result_lines(result: Simplified) -> list[Line]:
    """The easy sentences, one a line; those that came out of one list item stay in it."""
    lines: list[Line] = []
    previous, item = -1, -1
    for text, paragraph in zip(result.sentences, result.paragraphs, strict=True):
        marked = _MARK.match(text) is not None
        if marked and paragraph != previous:
            item = paragraph
        if not marked and paragraph == item:
            lines[-1].append((f" {text}", []))
        else:
            lines.append([(text, [])])
        previous = paragraph
    return lines


_SHORT = 40
"""A span of at most so many letters has its number behind it, a longer one behind a word."""


def _marked_lines(report: Report) -> list[Line]:
    """The source, line by line, as (text, numbers of the messages behind it); no word is cut."""
    numbers: dict[int, list[int]] = {}
    for number, one in enumerate(report.suggestions, start=1):
        numbers.setdefault(_anchor(report.source, one), []).append(number)
    edges = sorted({0, len(report.source), *numbers})
    lines: list[Line] = [[]]
    for start, end in pairwise(edges):
        *whole, last = report.source[start:end].split("\n")
        for part in whole:
            lines[-1].append((part, []))
            lines.append([])
        lines[-1].append((last, numbers.get(end, [])))
    return [[part for part in line if part[0].strip() or part[1]] for line in lines]


def _anchor(source: str, one: Suggestion) -> int:
    """Where the number of a message stands: behind a word, never before the first."""
    text = source[one.start : one.end]
    at = one.start + len(text.rstrip())
    if len(text) > _SHORT or "\n" in text.strip():
        first = re.match(r"\s*(?:[-–•*·] +)?\S+", text)  # a number behind the mark would hide it
        at = one.start + (first.end() if first else 1)
    while at < len(source) and source[at].isalnum() and source[at - 1].isalnum():
        at += 1
    return max(1, at)
