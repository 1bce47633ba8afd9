"""The report as one HTML page that needs nothing else: no script, no network."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape

from a11y.simple_language.report import DRAFT_NOTE, Report, dropped
from a11y.simple_language.rule import Severity
from a11y.simple_language.rules import load

_TEMPLATES = Path(__file__).resolve().parent / "data"
_FIGURES = (
    ("Punkte (0 schwer, 20 leicht)", "score"),
    ("Wörter je Satz", "words_per_sentence"),
    ("Flesch (Amstad)", "flesch"),
    ("LIX", "lix"),
    ("Wiener Sachtextformel", "wiener"),
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
        lines=_marked_lines(report),
        figures=[
            (name, getattr(report.before, key), getattr(report.after, key))
            for name, key in _FIGURES
        ]
        + [("Verstöße je 100 Wörter", report.violations_before, report.violations_after)],
        german=german,
        dropped=[passage.strip() for passage in dropped(report.result)],
        draft_note=DRAFT_NOTE,
        level="Leichte Sprache" if report.level.value == "leicht" else "Einfache Sprache",
    )


def german(number: float) -> str:
    """``26.7`` as German readers write it: *26,7*."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _marked_lines(report: Report) -> list[list[tuple[str, list[int]]]]:
    """The source, line by line, as (text, numbers of the messages that hold there)."""
    edges = {0, len(report.source)}
    for one in report.suggestions:
        edges |= {one.start, one.end}
    edges |= {i for i, c in enumerate(report.source) if c == "\n"}
    ordered = sorted(edges)
    lines: list[list[tuple[str, list[int]]]] = [[]]
    for start, end in pairwise(ordered):
        text = report.source[start:end]
        numbers = [
            number
            for number, one in enumerate(report.suggestions, start=1)
            if one.start <= start and end <= one.end and start == one.start
        ]
        inside = any(one.start <= start and end <= one.end for one in report.suggestions)
        for position, part in enumerate(text.split("\n")):
            if position:
                lines.append([])
            if part:
                lines[-1].append((part, numbers if inside else []))
                numbers = []
    return lines
