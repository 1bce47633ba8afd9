"""Participles with phrases of their own before a noun, as the relative clauses they stand for.

*Der von Ihnen unterschriebene Vertrag* → *der Vertrag, den Sie unterschrieben haben*. Long
attributes before the noun are a form of written German; DGS says them after it (SIGN-HUB Syntax
3.4). A bare adverb (*die neu gebaute Schule*) stays where it is, a time (*das
gestern verlorene Handy*) does not.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import AdverbialType, Analysis, Clause, Participant, Role, Voice
from a11y.sign_avatar.glossing.reread.notes import Notes

_NOUN_ROLES = (Role.SUBJECT, Role.DIRECT_OBJECT, Role.INDIRECT_OBJECT)


def unfolded(analysis: Analysis, notes: Notes) -> Analysis:
    """The analysis with such attributes as relative clauses of the clause they stood in."""
    clauses = list(analysis.clauses)
    added: dict[int, list[int]] = {}
    for attribute in analysis.attributes:
        parent = attribute.parent
        if parent is None or not _worth_a_clause(analysis, attribute, clauses[parent]):
            continue
        clauses[parent] = _without(clauses[parent], frozenset(attribute.tokens))
        number = len(clauses)
        clauses.append(_told(analysis, replace(attribute, index=number)))
        added.setdefault(clauses[parent].sentence, []).append(number)
        notes.fire("ATTRIBUTE-CLAUSE", clauses[parent].sentence)
    if not added:
        return analysis
    sentences = tuple(
        replace(sentence, clauses=(*sentence.clauses, *added.get(sentence.index, ())))
        for sentence in analysis.sentences
    )
    return replace(analysis, clauses=tuple(clauses), sentences=sentences)


def _worth_a_clause(analysis: Analysis, attribute: Clause, parent: Clause) -> bool:
    """Its noun is a part of the clause, and it has more than an adverb to say."""
    parts = [item for item in attribute.participants if not item.shared]
    phrases = any(
        item.preposition or item.type is AdverbialType.TIME for item in attribute.adverbials
    )
    if not (parts or phrases) or not parent.verbs:
        return False
    return any(
        item.head == attribute.antecedent and item.role in _NOUN_ROLES and not item.preposition
        for item in parent.participants
    )


def _without(clause: Clause, inside: frozenset[int]) -> Clause:
    def kept(item: Participant) -> Participant:
        return replace(item, tokens=tuple(i for i in item.tokens if i not in inside))

    return replace(
        clause,
        tokens=tuple(i for i in clause.tokens if i not in inside),
        participants=tuple(kept(item) for item in clause.participants if item.head not in inside),
        adverbials=tuple(
            replace(item, tokens=tuple(i for i in item.tokens if i not in inside))
            for item in clause.adverbials
            if item.head not in inside
        ),
    )


def _told(analysis: Analysis, attribute: Clause) -> Clause:
    """As a clause of its own: *von Ihnen* is who acts, and its noun is its subject."""
    actor = next(
        (
            item
            for item in attribute.participants
            if item.role is Role.AGENT and analysis.tokens[item.head].tag == "PPER"
        ),
        None,
    )
    if attribute.voice is not Voice.PASSIVE:
        return attribute
    if actor is None:  # what is, not what was done: no FERTIG
        return replace(attribute, voice=Voice.STATE_PASSIVE)
    subject = replace(actor, role=Role.SUBJECT, preposition="", pronoun=True)
    others = tuple(item for item in attribute.participants if item is not actor and not item.shared)
    return replace(attribute, voice=Voice.ACTIVE, participants=(subject, *others))
