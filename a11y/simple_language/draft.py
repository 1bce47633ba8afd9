"""A text being rewritten that always knows where each of its characters came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from a11y.language.analysis import Span
from a11y.simple_language import segment
from a11y.simple_language.view import View

_WORD = re.compile(r"\w+")

Edit = tuple[int, int, str]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One sentence under way.

    lead: length of the list number before the sentence, which the view leaves out.
    origin: per character of ``text`` the index of the source character it stands for.
    paragraph: index of the source line. view: its analysis, None while it has none.
    """

    text: str
    origin: tuple[int, ...]
    paragraph: int
    view: View | None = None
    lead: int = 0

    @property
    def base(self) -> int:
        """What to take from a view's offset to get one of ``text``."""
        return self.view.start - self.lead if self.view is not None else 0

    def source_span(self, start: int, end: int) -> Span:
        """The span of the source that the piece's [start, end) stands for."""
        own = self.origin[start:end] or self.origin[max(0, start - 1) : start + 1]
        return min(own), max(own) + 1

    def edited(self, edits: Iterable[Edit]) -> tuple[Piece, ...]:
        """The piece with edits made, cut into one piece per line. Edits must not overlap."""
        text, origin, at = [], list[int](), 0
        for start, end, replacement in sorted(edits):
            text.append(self.text[at:start] + replacement)
            origin.extend(self.origin[at:start])
            origin.extend(self._aligned(start, end, replacement))
            at = end
        text.append(self.text[at:])
        origin.extend(self.origin[at:])
        return self._cut("".join(text), tuple(origin))

    def _aligned(self, start: int, end: int, replacement: str) -> list[int]:
        """Source positions of a replacement: words that were there before keep their place."""
        first, _ = self.source_span(start, end)
        places: dict[str, list[int]] = {}
        for found in _WORD.finditer(self.text[start:end]):
            places.setdefault(found[0].lower(), []).append(start + found.start())
        origin: list[int] = []
        at = first
        for piece in re.split(r"(\w+)", replacement):
            known = places.get(piece.lower())
            if piece and known:
                place = known.pop(0) if len(known) > 1 else known[0]
                origin.extend(self.origin[place : place + len(piece)])
                at = origin[-1]
            else:
                origin.extend([at] * len(piece))
        return origin

    def _cut(self, text: str, origin: tuple[int, ...]) -> tuple[Piece, ...]:
        pieces, start = [], 0
        for line in text.split("\n"):
            bare = line.strip()
            if bare:
                first = start + line.index(bare[0])
                last = first + len(bare)
                pieces.append(Piece(text=bare, origin=origin[first:last], paragraph=self.paragraph))
            start += len(line) + 1
        return tuple(pieces)

    def split(self, spans: Iterable[Span]) -> tuple[Piece, ...]:
        return tuple(
            Piece(text=self.text[a:b], origin=self.origin[a:b], paragraph=self.paragraph)
            for a, b in spans
        )


def pieces(text: str) -> tuple[Piece, ...]:
    """The source as pieces, one per sentence; lines broken by page width are joined first."""
    whole = Piece(text=text, origin=tuple(range(len(text))), paragraph=0)
    joined, origin, at = [], list[int](), 0
    for start, end, replacement in segment.unwrap(text):
        joined.append(text[at:start] + replacement)
        origin.extend(whole.origin[at:start])
        origin.extend([start, end - 1][: len(replacement)])
        at = end
    joined.append(text[at:])
    origin.extend(whole.origin[at:])
    plain = "".join(joined)
    found = []
    for paragraph, line in enumerate(segment.lines(plain)):
        for start, end in segment.sentences(plain, line):
            found.append(
                Piece(text=plain[start:end], origin=tuple(origin[start:end]), paragraph=paragraph)
            )
    return tuple(found)
