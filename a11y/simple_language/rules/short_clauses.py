"""Subordinate clauses that the Kurzfassung does without: why, to what end, with what result.

They say of the main statement how it came about or what it leads to; the statement itself is true
without them. What makes it true only under a condition, and what the sentence is said for, stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11y.language.analysis import Clause, ClauseKind, Relation, Voice
from a11y.simple_language.pairs import Pair
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.clauses import denies_the_reason
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.rules.spare_clauses import without_clause
from a11y.simple_language.upward import stays_true
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_GOES = frozenset(
    {
        Relation.REASON,
        Relation.PURPOSE,
        Relation.CONCESSION,
        Relation.CONSEQUENCE,
        Relation.MANNER,
    }
)
_POINTS_AT_IT = word_set(
    "so dadurch deshalb deswegen darum daher dafür dazu daran damit insofern insoweit derart "
    "solche solchen solcher solches dann desto umso trotzdem dennoch"
)
"""*dadurch, dass …*, *so groß, dass …*: a word of the main clause asks for the clause."""
_ENDS = word_set(
    "brauchen benötigen genügen reichen ausreichen dienen nutzen verwenden benutzen dauern eignen "
    "kommen gehen fahren treffen da sein haben geben sitzen stehen liegen bleiben warten"
)
"""*genügt, um …*, *kommen, um zu helfen*: what for, is what is said."""
_MESSAGE = 4
"""A main clause of fewer words mostly leads in the clause behind it."""


@evaluates("short-clause")
def short_clause(view: View) -> Iterator[Match]:
    """*Das Werk schließt im Mai, weil der Strom teuer ist.* → *Das Werk schließt im Mai.*"""
    if view.text.rstrip().endswith("?"):
        return
    for clause in view.clauses:
        if clause.relation not in _GOES or clause.kind not in (
            ClauseKind.SUBORDINATE,
            ClauseKind.INFINITIVE,
        ):
            continue
        main = next((c for c in view.clauses if c.index == clause.parent), None)
        if main is None or main.kind is not ClauseKind.MAIN or not _holds_alone(view, main):
            continue
        if clause.modal or clause.negations or clause.voice is Voice.MODAL_PASSIVE:
            continue
        if _is_free(view, main, clause):
            yield from without_clause(view, clause)


def _holds_alone(view: View, main: Clause) -> bool:
    words = [view.token(i) for i in main.tokens]
    told = [t for t in words if any(c.isalnum() for c in t.text)]
    if any(t.text.lower() in _POINTS_AT_IT for t in told):
        return False
    return len(told) >= _MESSAGE and any(t.tag in ("NN", "NE", "PPER") for t in told)


def _is_free(view: View, main: Clause, clause: Clause) -> bool:
    """Whether the main clause is as true without this one, and still worth saying."""
    if clause.relation is Relation.REASON:
        return not denies_the_reason(view, Pair(view, clause))
    if clause.relation is Relation.CONCESSION:
        return True
    if clause.relation is Relation.PURPOSE and main.predicate in _ENDS:
        return False
    return stays_true(view, main)
