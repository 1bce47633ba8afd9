"""Lists: what the sentence before a list gives to each of its items.

*Sie können den Antrag stellen, wenn Sie* – *in der Stadt wohnen*: each item is a condition with the
subject *Sie*. *Sie müssen* – *den Antrag ausfüllen*: each item shares the modal and the subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from a11y.language.analysis import Clause, ClauseKind, Mood, Participant, Relation, Role, Tense
from a11y.language.clauses.draft import Draft
from a11y.language.word import Word


@dataclass(frozen=True, slots=True)
class LeadIn:
    """sentence: its index. link, relation: of the clause left open (*wenn Sie* …), or "" and NONE.
    modal: of a main clause left open (*Sie müssen* …). subject: what the items share."""

    sentence: int
    link: str = ""
    relation: Relation = Relation.NONE
    modal: str = ""
    subject: Participant | None = None
    parent: int | None = None


def lead_in(sentence: int, clauses: Sequence[Clause], words: Sequence[Word]) -> LeadIn | None:
    """What this sentence gives to a list behind it; None: it does not introduce one."""
    last = clauses[-1] if clauses else None
    ends = words[-1].text if words else ""
    if last is None or ends in (".", "!", "?"):
        return None
    subject = next((p for p in last.participants if p.role is Role.SUBJECT), None)
    shared = replace(subject, shared=True) if subject is not None else None
    if last.relation is not Relation.NONE and last.link and not last.verbs:
        return LeadIn(sentence, last.link, last.relation, "", shared, last.parent)
    if last.modal == "" and last.predicate in _MODALS and last.kind is ClauseKind.MAIN:
        return LeadIn(sentence, modal=last.predicate, subject=shared)
    return LeadIn(sentence) if ends == ":" or not words[-1].tag.startswith("$") else None


_MODALS = ("müssen", "können", "dürfen", "sollen", "wollen")


def prepare(drafts: Sequence[Draft], given: LeadIn) -> None:
    """Before roles are given: clauses of an item that end in their verb continue the lead-in."""
    if not given.link:
        return
    for draft in drafts:
        if draft.opener is not None or draft.kind is not ClauseKind.MAIN:
            continue
        content = [w for w in draft.words if not w.tag.startswith("$") and w.tag != "KON"]
        if draft.finite is not None and content and content[-1] is draft.finite:
            draft.verb_final = True
            draft.kind = ClauseKind.SUBORDINATE
            draft.subject_given = given.subject is not None


def continued(clauses: Sequence[Clause], drafts: Sequence[Draft], given: LeadIn) -> list[Clause]:
    """The item's clauses with link, relation, modal and subject of the lead-in."""
    out = []
    for clause, draft in zip(clauses, drafts, strict=True):
        if draft.subject_given or (given.link and draft.verb_final and draft.opener is None):
            clause = replace(clause, link=given.link, relation=given.relation, parent=given.parent)
            clause = _with_subject(clause, given)
        elif given.link and clause.kind is ClauseKind.INFINITIVE and clause.parent is None:
            clause = replace(
                clause,
                kind=ClauseKind.SUBORDINATE,
                link=given.link,
                relation=given.relation,
                parent=given.parent,
                tense=Tense.PRESENT,
                mood=Mood.INDICATIVE,
            )
            clause = _with_subject(clause, given)
        elif given.modal and clause.kind is ClauseKind.INFINITIVE and clause.parent is None:
            clause = replace(
                clause,
                kind=ClauseKind.MAIN,
                modal=given.modal,
                tense=Tense.PRESENT,
                mood=Mood.INDICATIVE,
            )
            clause = _with_subject(clause, given)
        out.append(clause)
    return out


def _with_subject(clause: Clause, given: LeadIn) -> Clause:
    has_one = any(p.role is Role.SUBJECT for p in clause.participants)
    if has_one or given.subject is None:
        return clause
    return replace(clause, participants=(given.subject, *clause.participants))
