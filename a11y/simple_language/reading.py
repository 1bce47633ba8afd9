"""Turns pieces into views: one analysis for many sentences, each keeping its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from a11y.language import analyse
from a11y.language.analysis import Analysis, Sentence
from a11y.simple_language import segment
from a11y.simple_language.draft import Piece
from a11y.simple_language.model import Level
from a11y.simple_language.view import View

_GAP = "\n\n"


def sighted(pieces: Sequence[Piece], *, level: Level) -> list[Piece]:
    """Pieces with views that have no tokens: enough for the surface rules, and quick.

    Only a piece that is all there is has a document: its own text.
    """
    alone = len(pieces) == 1
    return [replace(p, view=_sight(p.text, level, alone=alone), lead=0) for p in pieces]


@lru_cache(maxsize=1_000)
def _sight(text: str, level: Level, *, alone: bool) -> View:
    """One view for all who look at the same letters: it remembers what was said about them."""
    sentence = Sentence(
        index=0, span=(0, len(text)), tokens=(0, 0), kind=segment.kind(text), clauses=()
    )
    analysis = Analysis(text=text, tokens=(), sentences=(sentence,), clauses=(), values=())
    document = text if alone else ""
    return View(analysis=analysis, sentence=sentence, level=level, document=document)


def read(pieces: Sequence[Piece], *, level: Level, separator: str = "·") -> list[Piece]:
    """The pieces with a full view each; those that have one keep it.

    A piece in which the analysis finds several sentences becomes several pieces.
    """
    fresh = [piece for piece in pieces if piece.view is None or not piece.view.tokens]
    if not fresh:
        return list(pieces)
    document = "\n".join(piece.text for piece in pieces)
    leads = [_lead(piece.text) for piece in fresh]
    bodies = [piece.text[lead:] for piece, lead in zip(fresh, leads, strict=True)]
    analysis = analyse(_GAP.join(bodies))
    starts = _starts(bodies)
    result: list[Piece] = []
    at = 0
    for piece in pieces:
        if piece.view is not None and piece.view.tokens:
            result.append(piece)
            continue
        start, lead = starts[at], leads[at]
        at += 1
        for sentence in _within(analysis, start, start + len(piece.text) - lead):
            view = View(
                analysis=analysis,
                sentence=sentence,
                level=level,
                document=document,
                separator=separator,
            )
            first = sentence.span[0] == start
            kept = lead if first else 0
            span = (sentence.span[0] - start + lead - kept, sentence.span[1] - start + lead)
            (part,) = piece.split((span,))
            result.append(replace(part, view=view, lead=kept))
    return result


def _lead(text: str) -> int:
    """Length of a list number; the analysis would take it for a sentence of its own."""
    mark = segment.list_mark(text)
    return len(mark) if mark[:1].isdigit() else 0


def _starts(bodies: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for body in bodies:
        starts.append(at)
        at += len(body) + len(_GAP)
    return starts


def _within(analysis: Analysis, start: int, end: int) -> Iterator[Sentence]:
    for sentence in analysis.sentences:
        if start <= sentence.span[0] < end:
            yield sentence
