"""How a text stands on the page: addresses on lines of their own, headings, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language.analysis import SentenceKind
from a11y.simple_language import segment
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View

_STREET = (
    r"(?:[A-ZÄÖÜ][\wäöüß.-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|markt)"
    r"|(?:[A-ZÄÖÜ][\wäöüß]+[ -])+(?:Straße|Str\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Markt))"
    r" \d+\s?[a-z]?\b"
)
_ADDRESS = re.compile(
    rf"(?P<street>{_STREET})(?:, | in )"
    r"(?P<town>\d{5} [A-ZÄÖÜ][\wäöüß]+(?:[ -][A-ZÄÖÜ][\wäöüß]+)*)"
)


@evaluates("address-in-text")
def address_in_text(view: View) -> Iterator[Match]:
    """*an das Amt, Marktplatz 1, 12345 Musterstadt.* → the address on lines of its own."""
    for found in _ADDRESS.finditer(view.text):
        start, end = view.start + found.start(), view.start + found.end()
        before, rest = view.text[: found.start()], view.text[found.end() :].strip()
        lead = re.search(r"(?:, |: )$", before)
        if not before.strip(" ,:-–•"):
            joint = ""
        elif lead is not None and rest in ("", ".", "!"):
            bare = not rest and not any(t.tag.startswith("V") for t in view.tokens)
            joint = "\n" if bare or view.sentence.kind is not SentenceKind.SENTENCE else ":\n"
            start -= len(lead[0])
        else:
            yield Match(start=start, end=end, found=found[0])
            continue
        if rest not in ("", ".", "!"):
            yield Match(start=start, end=end, found=found[0])
            continue
        yield Match(
            start=start,
            end=view.end if rest else end,
            found=found[0],
            replacement=f"{joint}{found['street']}\n{found['town']}",
            safe=True,
        )


MOST_WITHOUT_HEADING = 150
"""Words from which a text without any heading is told."""


@evaluates("missing-heading")
def missing_heading(view: View) -> Iterator[Match]:
    """Speaks once, on the first sentence of a long text in which no line is a heading."""
    if view.document.startswith(view.text) and (words := _without_heading(view.document)):
        yield Match(start=view.start, end=view.end, found=f"{words} Wörter")


@lru_cache(maxsize=64)
def _without_heading(document: str) -> int:
    """How many words a long text without any heading has; 0 for others."""
    count = len(document.split())
    lines = (document[a:b] for a, b in segment.lines(document))
    long = count > MOST_WITHOUT_HEADING
    return count * (long and not any(segment.kind(line) is SentenceKind.HEADING for line in lines))


@evaluates("table-row")
def table_row(view: View) -> Iterator[Match]:
    """A line whose cells are parted by tabs or bars: nobody can read it aloud."""
    cells = [cell for cell in re.split(r"\t+| ?\| ?", view.text) if cell.strip()]
    if len(cells) >= 3:
        yield Match(start=view.start, end=view.end, found=" / ".join(c.strip() for c in cells[:3]))
