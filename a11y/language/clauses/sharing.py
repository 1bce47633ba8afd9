"""What clauses take over from each other: a subject, or the roles where the verb is left out."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Clause, Role
from a11y.language.clauses.draft import Draft


def share_subject(clauses: list[Clause], drafts: list[Draft]) -> list[Clause]:
    """Give coordinated clauses without a subject the one of the clause they continue."""
    out = list(clauses)
    for place, draft in enumerate(drafts):
        clause = out[place]
        if draft.gapped and draft.shared_from is not None:
            clause = out[place] = _as_before(clause, out[drafts.index(draft.shared_from)])
        if draft.subject_from is not None:
            source = clauses[drafts.index(draft.subject_from)]
            free = [replace(p, shared=True) for p in source.participants if p.role is Role.SUBJECT]
            out[place] = replace(clause, participants=(*free[:1], *clause.participants))
            continue
        following = drafts[place + 1] if place + 1 < len(drafts) else None
        ends = [w for w in draft.words if w.tag[:1] != "$"][-1:] == [draft.finite]
        if following is not None and following.coordinated and following.parent is draft and ends:
            out[place] = _given(clause, clauses[place + 1])
            continue
        if not draft.coordinated or not clause.predicate:
            continue
        if draft.finite is not None and draft.finite.tag == "VVIMP":
            continue  # *Komm vorbei und bring alles mit*: a request to one has no subject
        if any(p.role is Role.SUBJECT for p in clause.participants):
            continue
        source = _source(draft, drafts, out, place)
        subject = next((p for p in source.participants if p.role is Role.SUBJECT), None)
        if source is not clause and subject is not None:
            shared = replace(subject, shared=True)
            out[place] = replace(clause, participants=(shared, *clause.participants))
    return out


def _as_before(clause: Clause, source: Clause) -> Clause:
    """A clause without verb, its phrases in the roles that their counterparts have in ``source``.

    The first takes over from what stands first there, the amount from the amount, and so on.
    """
    full = [p for p in source.participants if not p.pronoun and not p.preposition]
    own = [p for p in clause.participants if not p.preposition]
    led = bool(clause.adverbials and own) and clause.adverbials[0].tokens < own[0].tokens
    if led:  # *…, für Kinder 5 Euro*: the subject is not in it
        full = [p for p in full if p.role is not Role.SUBJECT]
    roles = {p.head: other.role for p, other in zip(own, full, strict=False)}
    cases = {Role.SUBJECT: "Nom", Role.DIRECT_OBJECT: "Acc", Role.INDIRECT_OBJECT: "Dat"}
    participants = tuple(
        replace(p, role=roles[p.head], case=cases.get(roles[p.head], p.case))
        if p.head in roles
        else p
        for p in clause.participants
    )
    return replace(clause, participants=participants)


def _given(clause: Clause, source: Clause) -> Clause:
    """The clause with the other's subject if it has none itself."""
    subject = next((p for p in source.participants if p.role is Role.SUBJECT), None)
    if subject is None or any(p.role is Role.SUBJECT for p in clause.participants):
        return clause
    return replace(clause, participants=(replace(subject, shared=True), *clause.participants))


def _source(draft: Draft, drafts: list[Draft], clauses: list[Clause], place: int) -> Clause:
    if draft.shared_from is not None:
        return clauses[drafts.index(draft.shared_from)]
    for earlier in range(place - 1, -1, -1):
        other = drafts[earlier]
        same = other.verb_final == draft.verb_final
        if same and (other.finite is not None or other.shared_from is draft):
            return clauses[earlier]
    return clauses[place]
