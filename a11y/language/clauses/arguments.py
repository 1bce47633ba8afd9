"""Participants and adverbials of a clause."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Adverbial, Participant
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.verbs import VerbComplex
from a11y.language.word import Word


def arguments(
    draft: Draft, complex_: VerbComplex, sentence: Sequence[Word]
) -> tuple[tuple[Participant, ...], tuple[Adverbial, ...]]:
    return (), ()
