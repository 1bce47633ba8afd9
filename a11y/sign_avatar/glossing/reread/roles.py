"""Who does what, where number, case or the place of the verb leave no doubt.

*Die Ärztin ruft Sie an* (a singular verb has no *Sie* for its subject), *Das Zelt hat der
Hausmeister* (*der* before a masculine noun is who acts), *eine Frau, die Arabisch spricht* (a verb
at the end behind a comma and *die* describes the noun), *Die Nachbarn feiern.*
"""

from __future__ import annotations

from dataclasses import replace
from operator import is_

from a11y.language.analysis import (
    Analysis,
    Clause,
    ClauseKind,
    Participant,
    QuestionType,
    Relation,
    Role,
    Tense,
    Token,
    Voice,
)
from a11y.sign_avatar.glossing.reread.names import NAME, TITLES
from a11y.sign_avatar.glossing.words import is_person

_RELATIVES = frozenset({"der", "die", "das", "den", "dem"})
_NOMINATIVES = frozenset({"ich", "du", "er", "wir", "man"})
_NOUNS = ("NN", "NE")


def settled(analysis: Analysis) -> Analysis:
    """The analysis with such roles as they must be; every token stays."""
    tokens = list(analysis.tokens)
    clauses = list(analysis.clauses)
    for number, clause in enumerate(analysis.clauses):
        made = _describing(tokens, _pronoun_acts(tokens, clause))
        made = _people_act(analysis, tokens, made)
        clauses[number] = _nominative_behind(tokens, _reader_served(tokens, made))
    same = all(map(is_, clauses, analysis.clauses)) and all(map(is_, tokens, analysis.tokens))
    if same:
        return analysis
    return replace(analysis, tokens=tuple(tokens), clauses=tuple(clauses))


def _by_role(clause: Clause, role: Role) -> Participant | None:
    return next((item for item in clause.participants if item.role is role), None)


def _exchanged(clause: Clause, one: Participant, other: Participant) -> Clause:
    def turned(item: Participant) -> Participant:
        if item is one:
            return replace(item, role=other.role)
        return replace(item, role=one.role) if item is other else item

    return replace(clause, participants=tuple(map(turned, clause.participants)))


def _pronoun_acts(tokens: list[Token], clause: Clause) -> Clause:
    """The *ich* of *Brauche ich einen Termin?*, whatever the verb's form was taken for."""
    if not clause.verbs or _by_role(clause, Role.SUBJECT) is not None:
        return clause
    for item in clause.adverbials:
        if len(item.tokens) == 1 and tokens[item.head].text.lower() in _NOMINATIVES:
            made = Participant(role=Role.SUBJECT, head=item.head, tokens=item.tokens, pronoun=True)
            return replace(
                clause,
                participants=(made, *clause.participants),
                adverbials=tuple(other for other in clause.adverbials if other is not item),
            )
    return clause


def _reader_served(tokens: list[Token], clause: Clause) -> Clause:
    """A third person singular and a noun before it: *Sie* is whom it is done to."""
    if clause.finite is None or clause.voice is not Voice.ACTIVE:
        return clause
    verb = tokens[clause.finite]
    you, noun = _by_role(clause, Role.SUBJECT), _by_role(clause, Role.DIRECT_OBJECT)
    if you is None or noun is None or noun.pronoun or tokens[you.head].text != "Sie":
        return clause
    single = verb.morph.get("Number") == "Sing" and verb.morph.get("Person") == "3"
    if not single or verb.text.endswith("en") or not noun.head < clause.finite < you.head:
        return clause
    return _exchanged(clause, you, noun)


def _nominative_behind(tokens: list[Token], clause: Clause) -> Clause:
    """*Das Zelt hat der Hausmeister*: no masculine object stands with *der*."""
    if clause.question is not QuestionType.NONE:
        return clause
    clause = _with_bare_noun(tokens, clause)
    finite = clause.finite
    thing, who = _by_role(clause, Role.SUBJECT), _by_role(clause, Role.DIRECT_OBJECT)
    if thing is None or who is None or thing.pronoun or not (thing.tokens and who.tokens):
        return clause
    if finite is None or not thing.head < finite < who.head:
        return clause
    noun, first, before = tokens[who.head], tokens[who.tokens[0]], tokens[thing.tokens[0]]
    masculine = noun.morph.get("Gender") == "Masc" and noun.morph.get("Number") == "Sing"
    acts = first.text == "der" and masculine
    named = noun.dep == NAME or first.text in TITLES
    acts = acts or (named and clause.predicate == "haben" and not is_person(tokens[thing.head]))
    sure = before.text == "Der" and tokens[thing.head].morph.get("Gender") == "Masc"
    return _exchanged(clause, thing, who) if acts and not sure else clause


def _with_bare_noun(tokens: list[Token], clause: Clause) -> Clause:
    """A noun with *der* behind the verb that was left over is the other participant."""
    if _by_role(clause, Role.DIRECT_OBJECT) is not None or clause.predicate == "sein":
        return clause
    if clause.voice is not Voice.ACTIVE:
        return clause
    for item in clause.adverbials:
        first = tokens[item.tokens[0]] if item.tokens else None
        if first is None or first.text != "der" or item.preposition:
            continue
        if tokens[item.head].morph.get("Gender") != "Masc":
            continue
        made = Participant(role=Role.DIRECT_OBJECT, head=item.head, tokens=item.tokens)
        return replace(
            clause,
            participants=(*clause.participants, made),
            adverbials=tuple(other for other in clause.adverbials if other is not item),
        )
    return clause


def _describing(tokens: list[Token], clause: Clause) -> Clause:
    """*eine Frau, die Arabisch spricht*: taken for a second statement."""
    if clause.relation is not Relation.COORDINATION or clause.link or not clause.tokens:
        return clause
    first = clause.tokens[0]
    words = [at for at in clause.tokens if tokens[at].pos != "PUNCT"]
    if first < 2 or tokens[first].text not in _RELATIVES or len(words) < 3:
        return clause
    noun, comma = tokens[first - 2], tokens[first - 1]
    last = clause.finite is not None and clause.finite == words[-1]
    if comma.text != "," or noun.tag not in _NOUNS or not last or clause.parent is None:
        return clause
    tokens[first] = replace(tokens[first], pos="PRON", tag="PRELS")
    inside = next((item for item in clause.participants if item.tokens[:1] == (first,)), None)
    roles = {item.role for item in clause.participants if item is not inside}
    role = Role.DIRECT_OBJECT if Role.SUBJECT in roles else Role.SUBJECT
    pointing = Participant(
        role=role, head=first, tokens=(first,), pronoun=True, antecedent=noun.index
    )
    participants: list[Participant] = []
    for item in clause.participants:
        if item is not inside:
            participants.append(item)
        elif len(item.tokens) > 1:
            other = Role.DIRECT_OBJECT if role is Role.SUBJECT else Role.SUBJECT
            participants.append(replace(item, tokens=item.tokens[1:], role=other))
    return replace(
        clause,
        kind=ClauseKind.RELATIVE,
        relation=Relation.RELATIVE,
        link="der",
        antecedent=noun.index,
        participants=(pointing, *participants),
    )


def _people_act(analysis: Analysis, tokens: list[Token], clause: Clause) -> Clause:
    """*Die Nachbarn feiern.*: a statement on people, no instruction."""
    sentence = analysis.sentences[clause.sentence]
    people = _by_role(clause, Role.DIRECT_OBJECT)
    alone = clause.kind is ClauseKind.INFINITIVE and len(sentence.clauses) == 1
    if not alone or people is None or len(clause.verbs) != 1 or clause.link:
        return clause
    if tokens[sentence.tokens[1] - 1].text != "." or people.tokens[:1] != clause.tokens[:1]:
        return clause
    noun, verb = tokens[people.head], clause.verbs[0]
    several = noun.morph.get("Number") == "Plur" and is_person(noun)
    if not several or tokens[verb].tag != "VVINF" or verb < people.head:
        return clause
    participants = tuple(
        replace(item, role=Role.SUBJECT) if item is people else item for item in clause.participants
    )
    return replace(
        clause,
        kind=ClauseKind.MAIN,
        finite=verb,
        tense=Tense.PRESENT,
        participants=participants,
    )
