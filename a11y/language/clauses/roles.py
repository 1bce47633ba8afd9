"""Who is subject and who object: agreement, case forms and the parse vote together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from a11y.language import closed
from a11y.language.analysis import Role, Voice
from a11y.language.clauses import adverbials
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.phrases import Phrase
from a11y.language.clauses.verbs import VerbComplex
from a11y.language.lexicon import tables

_CASE = {
    Role.SUBJECT: "Nom",
    Role.PREDICATIVE: "Nom",
    Role.DIRECT_OBJECT: "Acc",
    Role.INDIRECT_OBJECT: "Dat",
    Role.GENITIVE_OBJECT: "Gen",
}
_COPULAS = ("sein", "werden", "bleiben")
_DATIVE_VERBS = closed.members("dative_verbs")
_GENITIVE_VERBS = frozenset(("bedürfen", "gedenken", "entbehren"))
_MAX_PHRASES = 5


def assign(phrases: list[Phrase], draft: Draft, verb: VerbComplex) -> dict[int, Role | None]:
    """Place in ``phrases`` → role; None: an adverbial. Only phrases without preposition."""
    bare = [i for i, phrase in enumerate(phrases) if not phrase.preposition]
    chosen: dict[int, Role | None] = {}
    judged = []
    for index in bare:
        address = phrases[index].head.tag == "XY"
        if address or (verb.verbs and _is_time_adverbial(phrases[index], verb)):
            chosen[index] = None
        else:
            judged.append(index)
    rest = judged[_MAX_PHRASES:]
    judged = judged[:_MAX_PHRASES]
    if not verb.verbs:  # a heading or list item: what it names is its topic
        return chosen | dict.fromkeys((*judged, *rest), Role.SUBJECT)
    inside = {word.index for phrase in phrases for word in phrase.words}
    adjective = any(w.tag == "ADJD" and w.index not in inside for w in draft.words)
    given = draft.subject_given or draft.subject_from is not None
    best_score = float("-inf")
    best: tuple[Role, ...] = ()
    for roles in _assignments(len(judged), verb, subject_given=given, adjective=adjective):
        score = sum(
            _fit(phrases[i], role, draft, verb) for i, role in zip(judged, roles, strict=True)
        ) + _shape(roles, verb, draft)
        if score > best_score:
            best_score, best = score, roles
    for index, role in zip(judged, best, strict=True):
        chosen[index] = role
    for index in rest:
        chosen[index] = Role.DIRECT_OBJECT
    return chosen


def _assignments(
    count: int, verb: VerbComplex, *, subject_given: bool, adjective: bool
) -> Iterator[tuple[Role, ...]]:
    copula = verb.predicate in _COPULAS
    options = [Role.DIRECT_OBJECT, Role.INDIRECT_OBJECT]
    if not subject_given:
        options.insert(0, Role.SUBJECT)
    if copula and not adjective:
        options.append(Role.PREDICATIVE)
    if verb.predicate in _GENITIVE_VERBS:
        options.append(Role.GENITIVE_OBJECT)
    for roles in product(options, repeat=count):
        if all(roles.count(role) <= 1 for role in set(roles) if role is not Role.DIRECT_OBJECT):
            yield roles


def _fit(phrase: Phrase, role: Role, draft: Draft, verb: VerbComplex) -> float:
    case = _CASE[role]
    cases = phrase.cases()
    score = 0.0
    if cases and case not in cases:
        score -= 4.0
    if phrase.head.morph.get("Case") == case:
        score += 0.8
    score += _by_parse(phrase.head.dep, role)
    if role is Role.SUBJECT:
        score += _agreement(phrase, draft, verb)
        if phrase.head.tag == "PPER" or phrase.head.lower == "man":
            score += 0.6
        if _front(phrase, draft):
            score += 0.3
        finite = draft.finite
        if phrase.head.text == "Sie" and finite is not None and not draft.verb_final:
            score += 3.0 * (phrase.head.index == finite.index + 1)
        if _continues(draft) and phrase.head.tag != "PPER":
            score -= 2.5  # *Wir prüfen A und lassen B ausschreiben*: the subject is shared
    if role is Role.INDIRECT_OBJECT and verb.predicate in _DATIVE_VERBS:
        score += 1.0
    if role is Role.DIRECT_OBJECT:
        if verb.predicate in _DATIVE_VERBS or verb.voice in (Voice.PASSIVE, Voice.MODAL_PASSIVE):
            score -= 2.0
        if verb.predicate in _COPULAS:
            score -= 2.0
    return score


def _continues(draft: Draft) -> bool:
    """*A prüft B und lässt C …*: the verb follows *und*; what stood before the first verb serves
    both. Not so in *A prüft und bezahlt der Bund*, where the first verb has nothing behind it."""
    if not (draft.coordinated and draft.verb_first and draft.parent is not None):
        return False
    before = [word for word in draft.parent.words if not word.tag.startswith("$")]
    return bool(before) and before[-1] is not draft.parent.finite


def _by_parse(dep: str, role: Role) -> float:
    wanted = {
        "nsubj": Role.SUBJECT,
        "nsubj:pass": Role.SUBJECT,
        "obj": Role.DIRECT_OBJECT,
        "obl:arg": Role.INDIRECT_OBJECT,
        "iobj": Role.INDIRECT_OBJECT,
        "xcomp": Role.PREDICATIVE,
        "ROOT": Role.PREDICATIVE,
    }.get(dep)
    return 1.2 if wanted is role else 0.0


def _front(phrase: Phrase, draft: Draft) -> bool:
    return draft.finite is not None and phrase.last < draft.finite.index and not draft.verb_first


def _agreement(phrase: Phrase, draft: Draft, verb: VerbComplex) -> float:
    finite = draft.finite or (draft.shared_from.finite if draft.shared_from else None)
    if finite is None:
        return -3.0 if not draft.shared_from else -0.5
    persons = {r.person for r in tables.verb_readings(finite.lower) if r.person}
    if not persons:
        return 0.0
    numbers = {n for case, n, _ in phrase.features if case == "Nom"}
    if phrase.conjuncts:
        numbers.add("Plur")
    wanted = _person(phrase)
    fits = any(
        wanted == person[1] and person[0] == number[0]
        for person in persons
        for number in (numbers or {"Sing", "Plur"})
    )
    return 1.0 if fits else -3.0


def _person(phrase: Phrase) -> str:
    if phrase.head.tag == "PPER":
        return {"ich": "1", "wir": "1", "du": "2", "ihr": "2"}.get(phrase.head.lower, "3")
    return "3"


def _shape(roles: tuple[Role, ...], verb: VerbComplex, draft: Draft) -> float:
    """What a clause needs: a subject; not an indirect object alone; one direct object."""
    score = 0.0
    needs_subject = draft.finite is not None
    if needs_subject and Role.SUBJECT in roles:
        score += 1.5
    score -= 1.5 * max(0, roles.count(Role.DIRECT_OBJECT) - 1)
    if Role.INDIRECT_OBJECT in roles and Role.DIRECT_OBJECT not in roles:
        score -= 0.4
    if Role.PREDICATIVE in roles and Role.SUBJECT not in roles:
        score -= 1.0
    # subject before object, unless forms say otherwise
    if Role.SUBJECT in roles and Role.DIRECT_OBJECT in roles:
        score += 0.4 if roles.index(Role.SUBJECT) < roles.index(Role.DIRECT_OBJECT) else 0.0
    if Role.SUBJECT in roles and Role.PREDICATIVE in roles:
        score += 0.4 if roles.index(Role.SUBJECT) < roles.index(Role.PREDICATIVE) else 0.0
    return score


def _is_time_adverbial(phrase: Phrase, verb: VerbComplex) -> bool:
    """*jeden Montag*, *drei Wochen*; not *Die Frist beträgt drei Wochen* nor a subject."""
    if not adverbials.is_time(phrase.head.lemma) or phrase.pronoun:
        return False
    if phrase.core[0].lower == "alle":
        return True  # *alle zwei Wochen*
    if adverbials.is_measure(verb.predicate) and verb.predicate != "dauern":
        return False
    counted = any(word.tag == "CARD" for word in phrase.core)
    if verb.predicate in ("gelten", "dauern", "bleiben", "laufen", "warten"):
        counted = counted or phrase.core[0].lower in (
            "ein",
            "eine",
            "einen",
            "jedes",
            "jede",
            "jeden",
        )
    if phrase.head.dep in ("nsubj", "nsubj:pass", "obj") and not counted:
        return False
    if phrase.cases() == {"Nom"}:
        return False
    return phrase.head.lemma not in ("Termin", "Frist", "Öffnungszeit", "Zeitpunkt", "Geburt")
