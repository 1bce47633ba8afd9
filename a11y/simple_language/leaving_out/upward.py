"""Where a modifier can go and the statement is still true.

*Am Abend sang der Chor in der Kirche* says that the choir sang; so what is left is true. That
holds of positive, unconditional statements (upward-entailing places; van Benthem, Essays in
Logical Semantics, 1986), and in no reach of what denies, limits, counts all, compares, asks,
orders, obliges or permits: *Hunde dürfen nicht ohne Leine laufen* does not say that dogs may not
run. What a sentence tells of one time in the past holds without its circumstances, too; what it
tells of every time need not: *Bei Glatteis fährt der Bus langsam*.
"""

from __future__ import annotations

import re

from a11y.language.analysis import Clause, ClauseKind, Mood, Relation, Tense, Token, Voice
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_DOWNWARD = re.compile(
    r"(?i)(?:nicht|nichts|nie|niemals|niemand\w*|nirgend\w*|kein\w{0,2}|kaum|weder|ohne|außer|statt|anstatt|nur"
    r"|bloß|allein|erst|höchstens|mindestens|wenigstens|maximal|minimal|ausschließlich|lediglich|selten"
    r"|jede[rsmn]?|jegliche[rsmn]?|alle[rsmn]?|sämtliche[rsmn]?|beide[rsmn]?|je|jeweils|immer|stets|solange"
    r"|wer|wenn|falls|sofern|soweit|sobald|ob|bevor|ehe|genau|fast|beinahe|zuerst|zuletzt|erstmals"
    r"|meiste[nr]?|wenige[rn]?)"
)
"""Words in whose reach less said is more claimed."""

_DECIDING = word_set(
    "verboten untersagt erlaubt gestattet zulässig unzulässig möglich unmöglich pflicht "
    "verpflichtet verpflichten berechtigt berechtigen befreit nötig erforderlich notwendig "
    "fällig zuständig verbieten erlauben gestatten untersagen zulassen brauchen benötigen "
    "gelten dürfen müssen"
)


def stays_true(view: View, clause: Clause) -> bool:
    """Whether the clause is a positive, unconditional statement, and all clauses above it are.

    Then what is left of it after a modifier went is implied by what it said. False in doubt.
    """
    if view.text.rstrip(' "“»').endswith("?") or _compares(view):
        return False
    seen: Clause | None = clause
    for _ in view.clauses:
        if seen is None:
            break
        if not _states(view, seen):
            return False
        seen = _parent(view, seen)
    return not any(
        c.relation is Relation.CONDITION and _parent(view, c) in (clause, None)
        for c in view.clauses
        if c.index != clause.index
    )


def is_single_event(clause: Clause) -> bool:
    """Whether it tells of what once was: there a circumstance restricts nothing."""
    return clause.tense in (Tense.PRETERITE, Tense.PERFECT, Tense.PLUPERFECT)


_READER = re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?|[Dd]u|[Dd]ir|[Dd]ich|[Bb]itte)\b")


def is_for_readers(view: View) -> bool:
    """Whether a reader may act on the sentence: it is practical, and no report of what once was."""
    if not is_practical(view):
        return False
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN]
    told = bool(mains) and all(is_single_event(c) and not c.modal for c in mains)
    return not told or _READER.search(view.document) is not None


def _parent(view: View, clause: Clause) -> Clause | None:
    return next((c for c in view.clauses if c.index == clause.parent), None)


def _states(view: View, clause: Clause) -> bool:
    if clause.negations or clause.modal or clause.voice is Voice.MODAL_PASSIVE:
        return False
    if clause.mood is Mood.IMPERATIVE or clause.relation is Relation.CONDITION:
        return False
    if clause.relation is Relation.QUESTION or clause.kind is ClauseKind.FRAGMENT:
        return False
    if clause.predicate in _DECIDING:
        return False
    return not any(limits(view, view.token(index)) for index in clause.tokens)


def limits(view: View, token: Token) -> bool:
    """Whether the word denies, limits, counts all or decides, so that less said is more claimed."""
    if _DOWNWARD.fullmatch(token.text) is not None:
        return not _above_all(view, token)
    return token.text.lower() in _DECIDING


def _above_all(view: View, token: Token) -> bool:
    """*vor allem* counts nothing."""
    before = view.after(token, -1)
    return token.text == "allem" and before is not None and before.text.lower() == "vor"


def _compares(view: View) -> bool:
    return any(token.tag == "KOKOM" for token in view.tokens)
