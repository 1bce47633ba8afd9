"""Several main statements in one sentence, with what hangs on each: a sentence for every one.

*Die Kurse beginnen im Mai, dauern 6 Wochen und kosten 40 Euro.* Where each statement begins is
certain because a main clause has its finite verb in first or second place and what hangs on it
has it last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Mood, QuestionType, Relation, Token
from a11y.simple_language.coordination.joined import JOINTS, second
from a11y.simple_language.coordination.shared_objects import (
    needs_nothing,
    opens_with_verb,
    takes_object,
)
from a11y.simple_language.grammar.fields import stands_alone
from a11y.simple_language.grammar.subjects import fits, in_place, subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_SAYING = word_set(
    "denken glauben sagen meinen finden hoffen wissen behaupten erklären berichten schreiben "
    "fragen antworten erzählen vermuten fürchten heißen wünschen bedeuten"
)
_BOUND = re.compile(
    r"\b(?:nicht nur|sowohl|weder|entweder|zwar|je|desto|umso|teils|mal|bald|so|kaum)\b", re.I
)
"""Words that tie two statements together: parted, each would say less."""
_EDGES = (",", ";", "–", "-", "--", "/")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """A main clause with what hangs on it; joint: the word that ties it to the one before."""

    clause: Clause
    tokens: tuple[Token, ...]
    joint: str


def parted(view: View, mains: Sequence[Clause]) -> tuple[int, str] | None:
    """(where the first statement ends, the others as sentences); None where an edge is in doubt."""
    end = view.tokens[-1]
    if end.text not in (".", "!") or _BOUND.search(view.text) or ":" in view.text:
        return None
    statements = _statements(view, mains)
    if statements is None or not _opens(view, statements[0]):
        return None
    said: list[str] = []
    holder = statements[0].clause
    for before, one in pairwise(statements):
        text = _said(view, holder, one)
        if text is None or not _certain(view, before, one):
            return None
        said.append(text)
        if subject_tokens(view, one.clause):
            own = subject_tokens(view, one.clause)
            own_one = own[0] in one.tokens and not opens_with_verb(one.clause)
            holder = one.clause if own_one else holder
    return statements[0].tokens[-1].span[1], "\n".join(said)


def _statements(view: View, mains: Sequence[Clause]) -> list[_Statement] | None:
    starts = [_start(view, clause) for clause in mains[1:]]
    if any(at is None for at in starts):
        return None
    edges = [view.tokens[0].index, *(at for at in starts if at is not None)]
    edges.append(view.tokens[-1].index)
    if any(one >= other for one, other in pairwise(edges)):
        return None
    found = []
    for clause, first, end in zip(mains, edges, edges[1:], strict=False):
        tokens = [t for t in view.tokens if first <= t.index < end]
        joint = ""
        if clause is not mains[0]:
            while tokens and tokens[0].text in _EDGES:
                tokens.pop(0)
            if tokens and tokens[0].tag == "KON":
                joint = tokens.pop(0).text.lower()
        while tokens and tokens[-1].text in _EDGES:
            tokens.pop()
        if not tokens or not _closed(view, clause, tokens):
            return None
        found.append(_Statement(clause=clause, tokens=tuple(tokens), joint=joint))
    return found


def _start(view: View, clause: Clause) -> int | None:
    """Index of the comma, semicolon or joining word before a further statement."""
    head = view.token(min(clause.tokens))
    before = view.after(head, -1)
    if head.tag != "KON" and before is not None and before.tag == "KON":
        head, before = before, view.after(before, -1)
    if head.tag == "KON":
        if head.text.lower() not in JOINTS:
            return None
        if before is not None and before.text in (",", ";"):
            return before.index
        return head.index
    return before.index if before is not None and before.text in (",", ";") else None


def _closed(view: View, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether all of the clause, and of every clause that begins here, stands here, its own verbs
    included, and every bracket opened here is closed."""
    inside = {t.index for t in tokens} | {
        t.index for t in view.tokens if not any(c.isalnum() for c in t.text)
    }
    if clause.finite is None or clause.finite not in inside:
        return False
    text = "".join(t.text for t in tokens)
    if text.count("(") != text.count(")"):
        return False
    own = {t.index for t in tokens}
    for other in view.clauses:
        words = {i for i in other.tokens if any(c.isalnum() for c in view.token(i).text)}
        words -= {i for i in words if view.token(i).tag == "KON"}
        if words & own and not words <= own:
            return False
    return stands_alone(view, clause, tokens)


def _opens(view: View, first: _Statement) -> bool:
    """The first statement has its subject, and no clause before it that holds for the others."""
    if any(
        c.kind is not ClauseKind.MAIN and min(c.tokens) == first.tokens[0].index
        for c in view.clauses
    ):
        return False
    words = _without_please(first.tokens)
    if first.clause.mood is Mood.IMPERATIVE or words[0].index == first.clause.finite:
        return len(words) > 1 and words[1].text == "Sie"
    who = subject_tokens(view, first.clause)
    finite = view.token(first.clause.finite or 0)
    before = view.after(finite, -1)
    beside = view.in_clause(view.token(finite.index - 2)) if before is not None else None
    if before is not None and before.text == "," and beside is first.clause:
        return False  # *Der Artikel, veröffentlicht als …*: no verb in second place
    return bool(who) and all(t in first.tokens for t in who)


def _certain(view: View, before: _Statement, one: _Statement) -> bool:
    """Whether the statement is surely main, and the one before it complete without it."""
    head = one.tokens[0]
    if one.clause.mood is Mood.SUBJUNCTIVE or before.clause.predicate in _SAYING:
        return False
    if one.clause.question is not QuestionType.NONE:
        return False
    last = before.tokens[-1]
    comma = view.after(last)
    stopped = comma is not None and comma.text in (",", ";")
    if not one.joint and last.index == before.clause.finite and before.clause.predicate == "sein":
        return False  # *Die Idee ist, das Haus wird verkauft*
    hanging = [
        c
        for c in view.clauses
        if c.kind is not ClauseKind.MAIN and last.index in c.tokens and c.link != ""
    ]
    if not one.joint and not _tied(view, one):
        return False
    if hanging and not stopped:
        return False  # *weil A und B*: it may go on
    if any(c.relation is Relation.CONDITION for c in view.clauses):
        return False  # it may hold for both
    if last.index == before.clause.finite and takes_object(one.tokens):
        return False  # *provoziert und ergänzt die andere*: both have it
    if head.tag == "ADJD" or (last.tag == "ADJD" and before.tokens[-2].text == ","):
        return False
    words = [t for t in one.tokens if any(c.isalnum() for c in t.text)]
    return len(words) > 1 or needs_nothing(one.clause.predicate)


_OPPOSING = word_set("aber jedoch hingegen dagegen allerdings dafür trotzdem dennoch")


def _tied(view: View, one: _Statement) -> bool:
    """Whether a statement with only a comma before it is one: no *…, sagte Meier*, no relative
    clause that begins like a phrase."""
    head, words = one.tokens[0], [t for t in one.tokens if any(c.isalnum() for c in t.text)]
    last = view.tokens[-2].index in {t.index for t in one.tokens}
    if head.index == one.clause.finite:
        opposes = any(t.text.lower() in _OPPOSING for t in one.tokens[1:4])
        polite = len(one.tokens) > 1 and one.tokens[1].text == "Sie"
        return opposes or polite or not last
    behind = view.after(view.token(one.clause.finite or 0))
    ends = words[-1].index == one.clause.finite or (behind is not None and behind.text == ",")
    return not (head.tag in ("ART", "PRELS", "PDS") and ends)


def _said(view: View, holder: Clause, one: _Statement) -> str | None:
    """The statement as a sentence of its own."""
    opening = JOINTS.get(one.joint, "")
    head, clause = one.tokens[0], one.clause
    own = [t for t in subject_tokens(view, clause) if t in one.tokens]
    if head.index == clause.finite:
        follows = len(one.tokens) > 1 and one.tokens[1].text == "Sie"
        if follows and (holder.mood is Mood.IMPERATIVE or _asks(view, holder)):
            return sentence(text_of(one.tokens)) if not opening else None
        if own and own[0].tag in ("PPER", "PDS") and own[0].text != "es":
            return None
        return second(view, holder, clause, one.tokens, opening) if _whole(view, holder) else None
    if not own or not in_place(view, clause, own) or not fits(own, view.token(clause.finite or 0)):
        return None
    if not one.joint and own[0].index != head.index:
        return None  # *…, dort wohnt er*: only a comma, and no subject opens it
    if not one.joint and head.tag in ("PDS", "PRELS"):
        return None
    return sentence(opening, text_of(one.tokens, inside=bool(opening)))


def _whole(view: View, clause: Clause) -> bool:
    """Whether the subject before a finite verb is all that stands there (*viele dieser Juden*)."""
    who = subject_tokens(view, clause)
    behind = view.after(who[-1]) if who else None
    if behind is None or clause.finite is None or who[-1].index > clause.finite:
        return bool(who)
    return behind.index == clause.finite or behind.text == ","


def _without_please(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a request from its verb on: no list mark and no *Bitte* before it."""
    words = [t for t in tokens if any(c.isalnum() for c in t.text)]
    return words[1:] if len(words) > 1 and words[0].text == "Bitte" else words


def _asks(view: View, clause: Clause) -> bool:
    """*Öffnen Sie …*: the first word is the verb, and *Sie* follows."""
    first = _without_please(view.tokens)[0]
    following = view.after(first)
    return first.index == clause.finite and following is not None and following.text == "Sie"
