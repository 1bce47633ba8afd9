"""How long a sentence is, and how long its level lets it be."""

from __future__ import annotations

from collections.abc import Mapping

from a11y.language.analysis import SentenceKind
from a11y.simple_language.model import Level
from a11y.simple_language.view import View

MOST_WORDS = {Level.LEICHT: 12, Level.EINFACH: 18}
"""Longest sentence of a level, in words."""


def words_in(view: View) -> int:
    """Words with at least one letter."""
    return sum(any(c.isalpha() for c in token.text) for token in view.words)


def too_long(view: View, *, most: Mapping[Level, int] = MOST_WORDS) -> bool:
    """More words than the level allows; headings are no sentences."""
    heading = view.sentence.kind is SentenceKind.HEADING
    return not heading and words_in(view) > most[view.level]
