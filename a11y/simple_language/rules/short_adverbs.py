"""Adverbs that the Kurzfassung does without: *dann, damals* (``data/short_adverbs.yaml``).

Only of what once was, and where they stand before another part of the clause, so that they are
neither what is new nor part of the words beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from a11y.language.analysis import Clause, ClauseKind, Token
from a11y.simple_language.data_file import data_file
from a11y.simple_language.leaving_out.shortening import cut
from a11y.simple_language.leaving_out.upward import is_for_readers, is_single_event, stays_true
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_ENOUGH = 4
"""Words that have to be left."""
_BEGINS_PART = ("ART", "PPOSAT", "PDAT", "PPER", "PRF")


@lru_cache(maxsize=1)
def _adverbs() -> frozenset[str]:
    record = data_file("short_adverbs")
    return word_set(record["adverbs"])


@evaluates("short-adverb")
def short_adverb(view: View) -> Iterator[Match]:
    """*Der Chor sang dann plötzlich ein Lied.* → *Der Chor sang ein Lied.*"""
    if is_for_readers(view):
        return
    for clause in view.clauses:
        told = [i for i in clause.tokens if any(c.isalnum() for c in view.token(i).text)]
        if clause.kind is not ClauseKind.MAIN or len(told) <= _ENOUGH:
            continue
        if not is_single_event(clause) or not stays_true(view, clause):
            continue
        for index in clause.tokens:
            token = view.token(index)
            if token.text.lower() in _adverbs() and token.tag in ("ADV", "PAV", "PROAV"):
                match = cut(view, index, index) if _stands_free(view, clause, token) else None
                if match is not None and match.replacement is not None:
                    yield match


def _stands_free(view: View, clause: Clause, token: Token) -> bool:
    before, behind = view.after(token, -1), view.after(token)
    if behind is None:
        return False
    if before is None:
        return behind.index == clause.finite
    if behind.tag not in _BEGINS_PART:
        return False  # *noch drei*, *wieder im Amt*, *einmal mehr*
    return (
        before.index == clause.finite
        or before.tag in ("PPER", "PRF")
        or (before.tag in ("NN", "NE") and before.index > (clause.finite or 0))
    )
