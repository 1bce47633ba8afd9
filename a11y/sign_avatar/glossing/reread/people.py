"""Who acts and who is served: *Sie*, people in front of the verb, a person who takes part."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Adverbial, Analysis, Clause, ClauseKind, Participant, Role
from a11y.sign_avatar.glossing.words import function_words, is_person

_PERSONS = frozenset({"Sie", "ich", "du", "wir"})
_EACH_OTHER = frozenset({"uns", "mir", "Ihnen", "ihm", "ihr", "ihnen", "dir", "euch"})


def served(analysis: Analysis, clause: Clause) -> Clause:
    """*Zwei Ärzte behandeln Sie*: of people in front and *Sie* behind a verb of service, the people
    act. *Das Kennzeichen behalten Sie* stays what it is."""
    if clause.predicate not in function_words().serving_verbs or clause.finite is None:
        return clause
    you = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    people = next((item for item in clause.participants if item.role is Role.DIRECT_OBJECT), None)
    if you is None or people is None or analysis.tokens[you.head].text != "Sie":
        return clause
    first = analysis.tokens[people.tokens[0]] if people.tokens else None
    if first is None or not people.head < clause.finite < you.head:
        return clause
    named = any(analysis.tokens[index].tag == "NE" for index in people.tokens)
    acts = named or is_person(analysis.tokens[people.head])
    accusative = first.text.lower().endswith("en") and first.tag in ("ART", "PPOSAT", "PDAT")
    return _exchanged(clause, you, people) if acts and not accusative else clause


def ascribed_to_person(analysis: Analysis, clause: Clause) -> Clause:
    """*Wenn Sie Schüler sind*: of a person and a noun beside *sein* the person is the subject."""
    if clause.predicate not in ("sein", "werden", "bleiben"):
        return clause
    said = [item for item in clause.participants if item.role is Role.PREDICATIVE]
    person = next((i for i in said if analysis.tokens[i.head].text in _PERSONS), None)
    noun = next((i for i in clause.participants if i.role is Role.SUBJECT and not i.pronoun), None)
    if person is None or noun is None:
        return clause
    return _exchanged(clause, person, noun)


def addressed(analysis: Analysis, clause: Clause) -> Clause:
    """*Jeden Dienstag berät Sie das Amt*: beside a singular verb *Sie* is the object."""
    if clause.finite is None:
        return clause
    verb = analysis.tokens[clause.finite]
    following = clause.finite + 1
    singular = verb.morph.get("Number") == "Sing" and verb.morph.get("Person") == "3"
    if not singular or following >= len(analysis.tokens):
        return clause
    subject = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    if subject is None or subject.head != following or verb.text.endswith("en"):
        return clause
    if analysis.tokens[following].text != "Sie":
        return clause
    noun = next(
        (
            item
            for item in clause.participants
            if item.role is Role.DIRECT_OBJECT and not item.pronoun and item.head > following
        ),
        None,
    )
    if noun is None:
        return clause
    return _exchanged(clause, subject, noun)


def is_companion(analysis: Analysis, clause: Clause, item: Adverbial) -> bool:
    """*mit uns*, *mit der Mitarbeiterin*: a person who takes part stands before the thing."""
    if item.preposition.lower() != "mit" or clause.kind is ClauseKind.FRAGMENT:
        return False
    token = analysis.tokens[item.head]
    return token.text in _EACH_OTHER or (token.pos == "NOUN" and is_person(token))


def _exchanged(clause: Clause, one: Participant, other: Participant) -> Clause:
    """The clause with the roles of two participants exchanged."""
    roles = {id(one): other.role, id(other): one.role}
    return replace(
        clause,
        participants=tuple(
            replace(item, role=roles[id(item)]) if id(item) in roles else item
            for item in clause.participants
        ),
    )
