"""Clauses and second statements of a long sentence that a shorter text can do without.

Only where an editor asked for it. Conditions, what is asked of the reader, duties, reasons inside
a condition and what somebody says or learns stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Clause, ClauseKind, Mood, Relation, Token, Voice
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.clauses.denied_reasons import denies_the_reason
from a11y.simple_language.clauses.pairs import Pair
from a11y.simple_language.grammar.fields import part, stands_alone
from a11y.simple_language.grammar.sentence_length import too_long
from a11y.simple_language.leaving_out.shortening import cut
from a11y.simple_language.leaving_out.upward import is_single_event
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.condensing import ENOUGH
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_SPARE_RELATIONS = frozenset(
    {
        Relation.CONCESSION,
        Relation.MANNER,
        Relation.CONSEQUENCE,
        Relation.PURPOSE,
        Relation.REASON,
        Relation.TIME,
    }
)


@evaluates("spare-clause")
def spare_clause(view: View) -> Iterator[Match]:
    """A reason, aim or circumstance that no rule could say in a sentence of its own."""
    if not too_long(view, most=ENOUGH):
        return
    for clause in view.clauses:
        compares = (
            clause.link.lower() == "als"
            and clause.finite is not None
            and any(view.token(i).tag in ("PTKZU", "VVIZU") for i in clause.tokens)
        )
        if clause.link.lower() in _KEPT or compares:
            continue
        if view.tokens[-1].text == "?" or any(
            c.relation is Relation.CONDITION for c in view.clauses
        ):
            continue  # *Bleibt die Tonne stehen, weil …*: only then
        if clause.relation is Relation.CONSEQUENCE and any(t.text == "so" for t in view.tokens):
            continue  # *war so wertvoll, dass …*: one is said by the other
        if clause.relation is Relation.TIME and (_waits(view) or not _is_past(view, clause)):
            continue
        if clause.relation is Relation.REASON and denies_the_reason(view, Pair(view, clause)):
            continue  # *Kein Kind wird abgewiesen, weil …*: without it, none at all
        opens = clause.tokens and min(clause.tokens) == view.words[0].index
        if opens and is_practical(view):
            continue  # *Um einen Platz zu bekommen, genügt ein Anruf*: what for, is the message
        if clause.modal or clause.voice is Voice.MODAL_PASSIVE:
            continue  # *sodass die Steuer zu zahlen ist*: what must be done
        if clause.relation in _SPARE_RELATIONS and clause.kind in (
            ClauseKind.SUBORDINATE,
            ClauseKind.INFINITIVE,
        ):
            yield from without_clause(view, clause)


_KEPT = frozenset({"während", "wie", "sobald", "solange"})
"""Rather a contrast than a time; *lernen, wie man …*: what is learned; *sobald*: a condition."""


def _is_past(view: View, clause: Clause) -> bool:
    """*Das Amt entscheidet, nachdem …* holds each time, and only then."""
    parent = next((c for c in view.clauses if c.index == clause.parent), None)
    return parent is None or is_single_event(parent)


def _waits(view: View) -> bool:
    """*darf erst kommen, nachdem …*: the time is a condition."""
    return any(c.modal for c in view.clauses) or any(
        t.text.lower() in ("erst", "nur") for t in view.tokens
    )


def without_clause(view: View, clause: Clause, *, names: bool = False) -> Iterator[Match]:
    """The sentence without the clause and its commas, where the rest can stand; names: see
    ``shortening.cut``."""
    found = part(view, clause)
    if found is None or clause.negations or any(t.text == "sondern" for t in view.tokens):
        return
    comma = view.after(found.tokens[0], -1)
    following = view.after(found.tokens[-1])
    last = found.last
    ahead = [
        t for t in view.tokens if comma is not None and comma.index - 4 < t.index < comma.index
    ]
    if any(t.text == "," for t in ahead) and not any(t.tag.startswith("V") for t in ahead):
        return  # *…, einen Monat, nachdem …*: that is when
    if following is not None and following.tag == "KON":
        end = _both_aims(view, clause, following)
        if end is None:
            return  # *um A zu tun und B zu tun*: only half of it
        last, following = end, view.after(view.token(end))
    if comma is not None and comma.text in (",", "–"):
        if following is not None and following.text == ",":
            last = following.index
        match = cut(view, comma.index, last, names=names)
        if match is not None:
            yield match
    elif comma is None and following is not None and following.text == ",":
        match = cut(view, found.first, following.index, names=names)
        if match is not None:
            yield match


def _both_aims(view: View, clause: Clause, joint: Token) -> int | None:
    """Where *…, um A zu tun und B zu tun* ends: the last word, if all behind is a second aim."""
    behind = [t for t in view.tokens if t.index > joint.index and any(c.isalnum() for c in t.text)]
    if clause.kind is not ClauseKind.INFINITIVE or not behind:
        return None
    plain = not any(t.tag in ("VVFIN", "VAFIN", "VMFIN", "PTKNEG") for t in behind)
    aims = any(t.tag in ("PTKZU", "VVIZU") for t in behind)
    return behind[-1].index if plain and aims and behind[-1].tag in ("VVINF", "VVIZU") else None


_YOU = re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?|[Dd]u|[Dd]ir|[Dd]ich|[Dd]eine?[nmrs]?)\b")
_JOINTS = word_set("und aber doch sowie denn")

_ASKED_FOR = re.compile(
    r"\bauf (?:\w+ )?(?:Antrag|Wunsch|Verlangen|Anfrage|Anforderung)\b|Bußgeld|[Ss]traf"
    r"|ahnde|erlischt|verfällt|sofort|Aufzug|Rollstuhl|barrierefrei|bevollmächtigt"
)
"""What the reader can have, must show, has to fear, or needs to come in."""


@evaluates("second-statement")
def second_statement(view: View) -> Iterator[Match]:
    """*Die Stadt liegt im Süden und bildet einen Kreis.* → *Die Stadt liegt im Süden.*

    Of several main clauses the last one goes, with what hangs on it; what the reader is asked to
    do stays.
    """
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN and c.verbs]
    end = view.tokens[-1]
    if not too_long(view, most=ENOUGH) or len(mains) < 2 or end.text not in (".", "!"):
        return
    if is_practical(view):
        return  # *und wird nach Vorlage der Rechnungen ausgezahlt*: what an office says, counts
    first, last = mains[-2], mains[-1]
    if len(mains) > 2 and not first.link:
        return  # *A, B und C*: each becomes a sentence of its own
    if sum(any(c.isalnum() for c in view.token(i).text) for i in last.tokens) < 3:
        return  # *…, die Frauen, zumindest zum Teil, einbezogen*: the end of another clause
    start = joint(view, last)
    if start is None or Mood.IMPERATIVE in (first.mood, last.mood):
        return
    if _YOU.search(view.text):
        return  # what the reader may, must or can have, in both
    if any(start < index for c in view.clauses for index in c.tokens if not under(view, c, last)):
        return  # what follows is not all the last statement's
    if last.voice is Voice.MODAL_PASSIVE:
        return
    if not last.predicate.endswith(_LYING):
        return  # *schwer verletzt und ins Krankenhaus gebracht*: a fact of its own
    if last.modal:
        return  # *Vermieter müssen A tun und B tun*: what must or may be, too
    if _is_relative(view, last):
        return
    if any(t.text == ":" and t.index > start for t in view.tokens):
        return  # *und sagte: …*: what is said is the message
    if _ASKED_FOR.search(view.slice(start, end.index)):
        return  # *und wird auf Antrag verlängert*, *und wird mit einem Bußgeld geahndet*
    own = [t for t in view.tokens if t.index < start]
    if not stands_alone(view, first, own) or any(t.text == ":" for t in own):
        return
    match = cut(view, start, end.index - 1)
    if match is not None:
        yield match


_LYING = ("liegen", "bilden", "stehen", "grenzen", "umfassen", "gehören", "zählen", "heißen")
"""Where and what a thing is, told beside what is said of it."""


def _is_relative(view: View, clause: Clause) -> bool:
    """*…, die eigene Kinder erzogen haben*: taken for a statement, but its verb stands last."""
    head = view.token(min(clause.tokens))
    words = [i for i in clause.tokens if any(c.isalnum() for c in view.token(i).text)]
    return head.text.lower() in _D_WORDS and clause.finite == max(words)


_D_WORDS = word_set("der die das den dem denen deren dessen")


def joint(view: View, clause: Clause) -> int | None:
    """Where a joined main clause begins: at its comma, semicolon or *und*."""
    at = min(clause.tokens)
    token = view.token(at)
    before = view.after(token, -1)
    if token.tag != "KON" and before is not None and before.tag == "KON":
        token, before = before, view.after(before, -1)
    if before is None or (token.tag == "KON" and token.text.lower() not in _JOINTS):
        return None
    if before.text == ";" or (before.text == "," and token.tag == "KON"):
        return before.index
    if before.text == ",":  # *Er sagt, das Amt sei zu*: that is what he says
        return None if clause.mood is Mood.SUBJUNCTIVE or _says(view, clause) else before.index
    return token.index if token.tag == "KON" else None


def _says(view: View, clause: Clause) -> bool:
    return any(
        c.predicate in fillers.words()["saying"] for c in view.clauses if c.index != clause.index
    )


def under(view: View, clause: Clause, top: Clause) -> bool:
    """Whether a clause is ``top`` or hangs on it."""
    seen: Clause | None = clause
    for _ in view.clauses:
        if seen is None or seen.index == top.index:
            return seen is not None
        parent = seen.parent
        seen = next((c for c in view.clauses if c.index == parent), None)
    return False
