"""Say what a pronoun stands for, where that is safe.

Relative pronouns stand for the noun their clause describes. *er, sie, es, ihn, ihm, ihr, ihnen* and
*dieser, diese* stand for a noun only if exactly one noun that takes part in the same or the
sentence before agrees in gender and number and makes sense there (an office checks, an application
does not); otherwise nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from a11y.language.analysis import Analysis, Clause, ClauseKind, Participant, Role, Voice
from a11y.language.clauses import frames
from a11y.language.clauses.frames import Animacy
from a11y.language.inflect.nouns import gender

_GENDER = {
    **{"er": "Masc", "ihn": "Masc", "dieser": "Masc", "diesen": "Masc"},
    **{"sie": "Fem", "ihr": "Fem", "diese": "Fem"},
    **{"es": "Neut"},
}
_MASC_OR_NEUT = ("ihm", "diesem")
_SENTENCES_BACK = 1
_NOT_REFERRED_TO = {Role.PREDICATIVE}


def resolve(analysis: Analysis) -> Analysis:
    """The analysis with ``Participant.antecedent`` set where it is safe."""
    clauses = [_resolved(analysis, clause) for clause in analysis.clauses]
    return replace(analysis, clauses=tuple(clauses))


def _resolved(analysis: Analysis, clause: Clause) -> Clause:
    participants = tuple(
        replace(p, antecedent=_antecedent(analysis, clause, p)) if p.pronoun else p
        for p in clause.participants
    )
    return replace(clause, participants=participants)


def _antecedent(analysis: Analysis, clause: Clause, participant: Participant) -> int | None:
    token = analysis.tokens[participant.head]
    relative = clause.kind is ClauseKind.RELATIVE and token.tag in ("PRELS", "PRELAT", "PDS", "ART")
    if relative and not participant.shared:
        return clause.antecedent
    if token.tag not in ("PPER", "PDS") or participant.person != 3 or token.morph.get("Polite"):
        return None
    lower = token.text.lower()
    plural = participant.number == "Plur" or lower == "ihnen"
    if not plural and lower not in _GENDER and lower not in _MASC_OR_NEUT:
        return None
    found: dict[str, int] = {}
    for head, number in _candidates(analysis, clause, participant):
        noun = analysis.tokens[head]
        if not _makes_sense(noun.lemma, clause, participant):
            continue
        if plural:
            agrees = number == "Plur"
        elif lower in _MASC_OR_NEUT:
            agrees = number == "Sing" and gender(noun.lemma) in ("Masc", "Neut")
        else:
            agrees = number == "Sing" and gender(noun.lemma) == _GENDER[lower]
        if agrees:
            found[noun.lemma] = head
    if lower == "es" and _is_formal(clause):
        return None
    return next(iter(found.values())) if len(found) == 1 else None


def _makes_sense(noun: str, clause: Clause, participant: Participant) -> bool:
    """Whether the noun can do what the pronoun does, or have it done to it."""
    if clause.voice is not Voice.ACTIVE or not frames.takes(clause.predicate, "agentive"):
        return True
    thing = frames.animacy_of_noun(noun) is Animacy.THING
    if participant.role is Role.SUBJECT:
        return not thing
    official = not frames.takes(clause.predicate, "person_object")
    return thing or not (participant.role is Role.DIRECT_OBJECT and official)


def _is_formal(clause: Clause) -> bool:
    """*es gibt*, *es handelt sich*, *es ist nötig*: the word stands for nothing."""
    predicative = any(p.role is Role.PREDICATIVE for p in clause.participants)
    return clause.predicate in ("geben", "handeln", "kommen", "gehen", "genügen") or predicative


def _candidates(
    analysis: Analysis, clause: Clause, participant: Participant
) -> Iterator[tuple[int, str]]:
    """(head, number) of nouns that take part before the pronoun, this and the last sentence."""
    for other in analysis.clauses:
        if not clause.sentence - _SENTENCES_BACK <= other.sentence <= clause.sentence:
            continue
        for candidate in other.participants:
            if candidate.pronoun or candidate.shared or candidate.role in _NOT_REFERRED_TO:
                continue
            same = other.index == clause.index  # *Das Amt prüft ihn*: not the clause's own subject
            noun = analysis.tokens[candidate.head].tag == "NN"
            if noun and candidate.head < participant.head and not same:
                yield candidate.head, candidate.number
        if participant.role is not Role.SUBJECT or not frames.takes(clause.predicate, "agentive"):
            continue
        for place in other.adverbials:  # *beim Jugendamt. Es prüft …*
            named = analysis.tokens[place.head]
            before = named.tag == "NN" and place.head < participant.head
            acts = frames.animacy_of_noun(named.lemma) is Animacy.INSTITUTION
            if before and acts and place.preposition in ("bei", "an", "zu"):
                yield place.head, named.morph.get("Number", "")
