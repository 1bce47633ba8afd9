"""Passive and *ist zu*: say who acts, but never invent it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from a11y.language.analysis import (
    Clause,
    ClauseKind,
    Mood,
    Role,
    Tense,
    Token,
    Voice,
)
from a11y.simple_language.acting import both_done
from a11y.simple_language.acting.actors import (
    OFFICE,
    READER,
    befalls,
    is_likely,
    likely_actors,
    names_office,
)
from a11y.simple_language.acting.agents import agent_of, nominative_agent
from a11y.simple_language.acting.bystanders import acts_elsewhere, names_another, tells_of_others
from a11y.simple_language.acting.passives import Frame, frame_of, says_by_whom, verb_span
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of

# --------------------------------------------------------------------------- passive


@evaluates("passive")
def passive(view: View) -> Iterator[Match]:
    """With a named agent: active. Without one: two proposals, an editor knows which is true."""
    both = both_done.told(view)
    if both is not None:
        yield both
        return
    for clause in view.clauses:
        if clause.voice is not Voice.PASSIVE or not clause.verbs:
            continue
        if clause.predicate == "gebären":
            continue  # *Das Kind wird geboren*: nobody says it in another way
        if clause.kind is ClauseKind.MAIN and len(clause.verbs) > 2 and _closes(clause):
            continue  # *aus dem Vereine unterstützt werden können*: no main clause after all
        if _closes(clause) and clause.kind is ClauseKind.MAIN and _behind_more(clause):
            continue  # *bis sie wegen ihrer Herkunft entlassen wurde*, read as a main clause
        if clause.predicate == "gebrauchen":  # *wird gebraucht* is rather said of what is needed
            clause = replace(clause, predicate="brauchen")
        start, end, words = verb_span(view, clause)
        frame = frame_of(view, clause)
        listed = view.text.rstrip().endswith(":") and not subject_tokens(view, clause)
        if frame is None or listed:  # *Es werden gebraucht:* the list is in the nominative
            yield Match(start=start, end=end, found=words)
            continue
        if agent := agent_of(view, clause, frame):
            active = _with_agent(view, clause, frame, agent)
            yield Match(
                start=frame.start if active else start,
                end=frame.end if active else end,
                found=words,
                replacement=None if _subject_is_shared(view, clause) else active,
                safe=active is not None,
            )
            continue
        shared = _subject_is_shared(view, clause) or _ASKED_TOO.match(view.text) is not None
        if clause.tense is Tense.PRETERITE and _NEVER.search(view.text):
            yield Match(start=start, end=end, found=words)
            continue  # *wurde nie gebaut*: that nobody did it, no office did
        if shared or says_by_whom(view, frame) or befalls(clause) or tells_of_others(view, clause):
            yield Match(start=start, end=end, found=words)
            continue
        named, likely = names_office(view, clause), likely_actors(view, clause)
        if acts_elsewhere(view, clause, likely[0]):
            yield Match(start=start, end=end, found=words)
            continue
        for actor in likely:
            to_reader = actor is READER and any(t.text == "Ihnen" for t in view.tokens)
            if to_reader or (actor is OFFICE and named):
                continue  # *Sie bestätigen Ihnen*, *Das Amt schickt es an das Amt*: who gets it
            active = _active(clause, frame, actor=actor.subject, person=actor.person)
            yield Match(
                start=frame.start,
                end=frame.end,
                found=words,
                replacement=active,
                note=actor.note,
                guess=(named and likely[0] is OFFICE)
                or not is_likely(view, clause)
                or view.text.rstrip().endswith("?")
                or (OFFICE in (actor, likely[0]) and names_another(view, clause)),
            )


_NEVER = re.compile(r"\b(?:nie|niemals|nirgends|nirgendwo)\b")


_ASKED_TOO = re.compile(r"(?:Oder|Und) [^?]*\?$")
"""*Oder der Beitrag wird nicht überwiesen?*: somebody else may act than in the first condition."""


def _closes(clause: Clause) -> bool:
    """Whether the finite verb stands last in its complex, as in a subordinate clause."""
    return clause.finite == max(clause.verbs)


def _behind_more(clause: Clause) -> bool:
    """Whether words stand before all verbs of the clause, which its last one closes."""
    return len(clause.verbs) > 1 and min(clause.tokens) < min(clause.verbs)


def _subject_is_shared(view: View, clause: Clause) -> bool:
    """*Die Schule wird vom Land gefördert, trägt sich aber selbst*: turned, the land would."""
    own = {i for p in clause.participants if p.role is Role.SUBJECT for i in p.tokens}
    return any(
        p.role is Role.SUBJECT and own & set(p.tokens)
        for other in view.clauses
        if other.kind is ClauseKind.MAIN and other.index > clause.index
        for p in other.participants
    )


def _with_agent(view: View, clause: Clause, frame: Frame, agent: Sequence[Token]) -> str | None:
    named = nominative_agent(view, agent)
    if named is None:
        return None
    actor, person = named
    inside = {token.index for token in agent}
    frame.others = tuple(t for t in frame.others if t.index not in inside)
    return _active(clause, frame, actor=actor, person=person)


def _active(clause: Clause, frame: Frame, *, actor: str, person: str) -> str | None:
    """Actor, finite verb, object, everything else, end of the verb complex."""
    verb = _active_verb(clause, person=person)
    if verb is None:
        return None
    finite, ending = verb
    against = [t for t in frame.others if t.text.lower() in ("aber", "jedoch")]
    others = [t for t in frame.others if t not in against]
    middle = f"{text_of(against)} {frame.middle(others)}".strip()
    if frame.subject_first:
        return frame.opened(f"{actor} {finite} {middle} {ending}")
    prefield = text_of(frame.prefield, inside=False)
    return frame.opened(f"{prefield} {finite} {actor} {middle} {ending}")


def _active_verb(clause: Clause, *, person: str) -> tuple[str, str] | None:
    """(finite verb, what closes the clause) of the clause in the active."""
    if clause.modal:
        if clause.tense is not Tense.PRESENT or clause.modal not in verbal.MODALS:
            return None
        modal = verbal.present(clause.modal, person)
        if clause.mood is Mood.SUBJUNCTIVE:
            return ("sollte" if person == "S3" else "sollten"), clause.predicate
        return (modal[0], clause.predicate) if modal else None
    if clause.tense is Tense.PRESENT:
        return verbal.present(clause.predicate, person)
    if clause.tense is Tense.FUTURE:
        future = verbal.present("werden", person)
        return (future[0], clause.predicate) if future else None
    done = verbal.participle(clause.predicate)
    if done is None:
        return None
    return verbal.perfect_auxiliary(clause.predicate, person), done
