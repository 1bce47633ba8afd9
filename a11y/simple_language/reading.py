"""Turns pieces into views: one analysis for many sentences, each keeping its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from a11y.language import analyse
from a11y.language.analysis import Analysis, Sentence
from a11y.simple_language import segment
from a11y.simple_language.draft import Piece
from a11y.simple_language.model import Level
from a11y.simple_language.view import View

_GAP = "\n\n"


def sighted(piece: Piece, *, level: Level) -> Piece:
    """The piece with a view that has no tokens: enough for the surface rules, and quick."""
    sentence = Sentence(
        index=0,
        span=(0, len(piece.text)),
        tokens=(0, 0),
        kind=segment.kind(piece.text),
        clauses=(),
    )
    analysis = Analysis(text=piece.text, tokens=(), sentences=(sentence,), clauses=(), values=())
    return replace(piece, view=View(analysis=analysis, sentence=sentence, level=level))


def read(pieces: Sequence[Piece], *, level: Level, separator: str = "·") -> list[Piece]:
    """The pieces with a full view each; those that have one keep it.

    A piece in which the analysis finds several sentences becomes several pieces.
    """
    fresh = [piece for piece in pieces if piece.view is None or not piece.view.tokens]
    if not fresh:
        return list(pieces)
    document = "\n".join(piece.text for piece in pieces)
    analysis = analyse(_GAP.join(piece.text for piece in fresh))
    starts = _starts(fresh)
    result: list[Piece] = []
    at = 0
    for piece in pieces:
        if piece.view is not None and piece.view.tokens:
            result.append(piece)
            continue
        start = starts[at]
        at += 1
        for sentence in _within(analysis, start, start + len(piece.text)):
            view = View(
                analysis=analysis,
                sentence=sentence,
                level=level,
                document=document,
                separator=separator,
            )
            span = (sentence.span[0] - start, sentence.span[1] - start)
            (part,) = piece.split((span,))
            result.append(replace(part, view=view))
    return result


def _starts(pieces: Sequence[Piece]) -> list[int]:
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece.text) + len(_GAP)
    return starts


def _within(analysis: Analysis, start: int, end: int) -> Iterator[Sentence]:
    for sentence in analysis.sentences:
        if start <= sentence.span[0] < end:
            yield sentence
