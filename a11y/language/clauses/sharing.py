"""What clauses take over from each other: a subject, or the roles where the verb is left out."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Adverbial, Clause, Participant, Role
from a11y.language.clauses.draft import Draft


def share_subject(clauses: list[Clause], drafts: list[Draft]) -> list[Clause]:
    """Give coordinated clauses without a subject the one of the clause they continue."""
    out = list(clauses)
    for place, draft in enumerate(drafts):
        clause = out[place]
        if draft.gapped and draft.shared_from is not None:
            source = out[drafts.index(draft.shared_from)]
            clause = out[place] = _as_before(clause, source, draft.stands_for)
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


def _as_before(clause: Clause, source: Clause, stands_for: dict[int, int]) -> Clause:
    """A clause without verb, its phrases in the roles that their counterparts have in ``source``.

    What has no counterpart there keeps what it is; what ``source`` says and no phrase of this
    clause replaces is shared (*…, für Papier Frau B* [zuständig]).
    """
    parts = {index: p for p in source.participants for index in p.tokens}
    when = {index: a for a in source.adverbials for index in a.tokens}
    participants: list[Participant] = []
    adverbials: list[Adverbial] = []
    replaced: list[Participant] = []
    parts_of: tuple[Participant | Adverbial, ...] = (*clause.participants, *clause.adverbials)
    for own in parts_of:
        head = next((stands_for[i] for i in own.tokens if i in stands_for), None)
        if head is not None and head in parts:
            model = parts[head]
            replaced.append(model)
            participants.append(_in_role(own, model))
        elif head is not None and head in when:
            adverbials.append(_as_adverbial(own, when[head]))
        elif isinstance(own, Participant):
            participants.append(own)
        else:
            adverbials.append(own)
    told = {p.role for p in participants}
    shared = [
        replace(p, shared=True)
        for p in source.participants
        if p not in replaced and (p.role not in told or p.role is Role.PREDICATIVE)
    ]
    return replace(
        clause,
        participants=(*shared, *sorted(participants, key=lambda p: p.tokens)),
        adverbials=tuple(sorted(adverbials, key=lambda a: a.tokens)),
        reflexive=clause.reflexive if clause.reflexive is not None else source.reflexive,
    )


_CASES = {Role.SUBJECT: "Nom", Role.DIRECT_OBJECT: "Acc", Role.INDIRECT_OBJECT: "Dat"}


def _in_role(own: Participant | Adverbial, model: Participant) -> Participant:
    if isinstance(own, Participant):
        return replace(own, role=model.role, case=_CASES.get(model.role, own.case))
    return Participant(
        role=model.role,
        head=own.head,
        tokens=own.tokens,
        case=_CASES.get(model.role, ""),
        preposition=own.preposition,
    )


def _as_adverbial(own: Participant | Adverbial, model: Adverbial) -> Adverbial:
    if isinstance(own, Adverbial):
        return own if own.preposition or model.preposition else replace(own, type=model.type)
    return Adverbial(type=model.type, head=own.head, tokens=own.tokens)


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
