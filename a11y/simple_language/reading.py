"""Turns pieces into views: one analysis for many sentences, each keeping its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11y.simple_language import segment
from a11y.simple_language.draft import Piece
from a11y.simple_language.model import Level
from a11y.simple_language.view import View, views


def rough_views(text: str, *, level: Level) -> tuple[View, ...]:
    """Sentences by sight, without tokens: enough for the surface rules."""
    return tuple(views(segment.rough(text), level=level))


def sighted(piece: Piece, *, level: Level) -> View:
    """The piece as one view without tokens."""
    analysis = segment.rough(piece.text)
    whole = replace(analysis.sentences[0], span=(0, len(piece.text)))
    return View(analysis=replace(analysis, sentences=(whole,)), sentence=whole, level=level)


def read(pieces: Sequence[Piece], *, level: Level) -> list[Piece]:
    """The pieces with a view each; those that have one keep it."""
    return [
        piece if piece.view is not None else replace(piece, view=sighted(piece, level=level))
        for piece in pieces
    ]
