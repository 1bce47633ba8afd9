"""Making the second of two clauses that share their verb: what both steps of this package need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    Participant,
    Relation,
    Role,
)
from a11y.sign_avatar.glossing.reread.phrases import type_of

Part = Participant | Adverbial


def parts_of(clause: Clause) -> tuple[Part, ...]:
    return (*clause.participants, *clause.adverbials)


def restricted(clause: Clause, tokens: Sequence[int]) -> Clause:
    """The clause with these tokens only; parts whose head is not among them are gone."""
    own = set(tokens)

    def cut(item: Part) -> tuple[int, ...]:
        return tuple(index for index in item.tokens if index in own)

    return replace(
        clause,
        tokens=tuple(tokens),
        participants=tuple(
            replace(item, tokens=cut(item)) for item in clause.participants if item.head in own
        ),
        adverbials=tuple(
            replace(item, tokens=cut(item)) for item in clause.adverbials if item.head in own
        ),
        negations=tuple(index for index in clause.negations if index in own),
    )


def continued(
    clause: Clause, tokens: Sequence[int], parts: Sequence[Part], *, link: str = ""
) -> Clause:
    """A further clause with the verbs of the first and parts of its own.

    A pronoun object of the first that no part replaces holds here, too (*berät Sie Frau A, …
    Herr B*), and so does what *sein* says (*ist für Anträge zuständig, … für Zahlungen*): their
    tokens are added. Other parts of the first are known and stand without tokens, so
    that a directional verb still finds its subject.
    """
    roles = {item.role for item in parts if isinstance(item, Participant)}
    again = tuple(
        item
        for item in clause.participants
        if item.role not in roles
        and (item.role is Role.PREDICATIVE or (item.pronoun and item.role is not Role.SUBJECT))
    )
    known = tuple(
        replace(item, tokens=(), shared=True)
        for item in clause.participants
        if item.role is Role.SUBJECT and item.role not in roles
    )
    own = tuple(sorted({*tokens, *(index for item in again for index in item.tokens)}))
    return replace(
        clause,
        tokens=own,
        participants=(*(i for i in parts if isinstance(i, Participant)), *again, *known),
        adverbials=tuple(item for item in parts if isinstance(item, Adverbial)),
        negations=tuple(index for index in clause.negations if index in tokens),
        link=link,
        relation=Relation.COORDINATION,
        antecedent=None,
        reflexive=None,
    )


def phrase_like(analysis: Analysis, shape: Part | None, head: int, tokens: tuple[int, ...]) -> Part:
    """The words as a part of a clause: what ``shape`` is, where their form allows it."""
    first = next(
        (analysis.tokens[i] for i in tokens if analysis.tokens[i].pos not in ("ADV", "PART")),
        analysis.tokens[tokens[0]],
    )
    preposition = first.lemma.lower() if first.pos == "ADP" else ""
    if isinstance(shape, Adverbial):
        kind = type_of(analysis, shape.type, preposition, head, tokens)
        return Adverbial(type=kind, head=head, tokens=tokens, preposition=preposition)
    if shape is not None and bool(shape.preposition) == bool(preposition):
        return replace(
            shape, head=head, tokens=tokens, preposition=preposition, pronoun=False, antecedent=None
        )
    if preposition:
        kind = type_of(analysis, AdverbialType.OTHER, preposition, head, tokens)
        return Adverbial(type=kind, head=head, tokens=tokens, preposition=preposition)
    if analysis.tokens[head].pos in ("ADJ", "ADV"):
        return Adverbial(type=AdverbialType.MANNER, head=head, tokens=tokens)
    return Participant(role=Role.DIRECT_OBJECT, head=head, tokens=tokens)
