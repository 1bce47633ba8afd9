"""What signing must read more exactly than German has to.

The language room says what the parts of a clause are; a signer also needs to know which half of a
word was left out (*Geburts- und Sterbeurkunden*), what a shortened second clause repeats (*die
Mutter den Ausweis*), and whether a phrase inside an object is really where or when something
happens. Each step takes an analysis and gives a truer one; none removes a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from a11y.language.analysis import Analysis
from a11y.sign_avatar.glossing.reread.adverbs import lowered, sorted_clause
from a11y.sign_avatar.glossing.reread.apart import amounts_apart
from a11y.sign_avatar.glossing.reread.attachment import attached
from a11y.sign_avatar.glossing.reread.clauses import retold
from a11y.sign_avatar.glossing.reread.clock import clocked
from a11y.sign_avatar.glossing.reread.gaps import filled
from a11y.sign_avatar.glossing.reread.modal_phrases import raised
from a11y.sign_avatar.glossing.reread.names import named
from a11y.sign_avatar.glossing.reread.notes import Notes
from a11y.sign_avatar.glossing.reread.opening import opened
from a11y.sign_avatar.glossing.reread.reduced import unfolded
from a11y.sign_avatar.glossing.reread.roles import settled
from a11y.sign_avatar.glossing.reread.slips import mended
from a11y.sign_avatar.glossing.reread.truncated import completed

__all__ = ["reread"]


def reread(analysis: Analysis) -> tuple[Analysis, Mapping[int, tuple[str, ...]]]:
    """The analysis as the transfer needs it, and the ids of the rules used by sentence index.

    Offsets and tokens keep their places.
    """
    notes = Notes()
    analysis = settled(mended(named(lowered(completed(amounts_apart(clocked(analysis)), notes)))))
    analysis = unfolded(retold(analysis), notes)
    analysis = opened(raised(analysis, notes))
    clauses = tuple(
        sorted_clause(analysis, attached(analysis, clause, notes)) for clause in analysis.clauses
    )
    return filled(replace(analysis, clauses=clauses), notes), notes.by_sentence()
