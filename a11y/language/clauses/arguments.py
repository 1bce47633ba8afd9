"""Participants and adverbials of a clause, from its phrases."""

from __future__ import annotations

from dataclasses import dataclass

from a11y.language import closed
from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Participant,
    Role,
    Voice,
)
from a11y.language.clauses import adverbials, frames, phrases, roles
from a11y.language.clauses.attachment import attach
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.frames import Animacy
from a11y.language.clauses.phrases import Phrase
from a11y.language.clauses.verbs import VerbComplex
from a11y.language.lexicon import tables
from a11y.language.word import Word

_COPULAS = ("sein", "werden", "bleiben", "scheinen")
_WITH_ALS = ("gelten", "dienen", "ansehen")
_DEFINITE = {"der", "dieser", "jener", "derjenige", "derselbe", "jeder", "alle", "beide"}
_NO_ADVERBIAL = {"nicht", "bitte", "zu", "auch", "nur", "sowohl", "entweder", "ja", "nein", "so"}
_NO_ADVERBIAL |= {"ohne", "statt", "anstatt", "nachdem"}


@dataclass(frozen=True, slots=True)
class Arguments:
    participants: tuple[Participant, ...] = ()
    adverbials: tuple[Adverbial, ...] = ()
    reflexive: Word | None = None


def arguments(draft: Draft, verb: VerbComplex) -> Arguments:
    """Everything in the clause that takes part or says when, where, how, why."""
    taken = {word.index for word in verb.verbs}
    if draft.opener is not None and draft.opener.tag in ("KOUS", "KOUI"):
        taken.add(draft.opener.index)
    free = [word for word in draft.words if word.index not in taken]
    found = attach(phrases.find(_in_stretches(draft, taken)), draft, predicate=verb.predicate)
    for phrase in found:
        _with_quotes(phrase, draft)
    reflexive = next((p.head for p in found if p.head.tag == "PRF" and not p.preposition), None)
    found = [p for p in found if p.head is not reflexive]
    found = _without_expletive(found, draft, verb)
    chosen = roles.assign(found, draft, verb)
    participants: list[Participant] = []
    adverbs: list[Adverbial] = []
    for index, phrase in enumerate(found):
        role = chosen.get(index) if not phrase.preposition else _prepositional_role(phrase, verb)
        if role is not None:
            participants.append(_participant(phrase, role, draft))
        else:
            kind = (
                adverbials.of_phrase(phrase)
                if phrase.preposition
                else adverbials.of_noun_phrase(phrase)
            )
            if _counts_from(phrase, found[index - 1] if index else None):
                kind = AdverbialType.TIME
            adverbs.append(
                Adverbial(
                    type=kind,
                    head=phrase.head.index,
                    tokens=tuple(word.index for word in phrase.words),
                    preposition=phrase.preposition,
                )
            )
    inside = {word.index for phrase in found for word in phrase.words}
    rest = [w for w in free if w.index not in inside and w is not reflexive]
    _adverbs(rest, verb, participants, adverbs, reflexive=reflexive is not None)
    return Arguments(
        participants=tuple(sorted(participants, key=lambda p: p.tokens[0])),
        adverbials=tuple(sorted(adverbs, key=lambda a: a.tokens[0])),
        reflexive=reflexive,
    )


def _counts_from(phrase: Phrase, before: Phrase | None) -> bool:
    """*zwei Wochen vor dem Auszug*: what a stretch of time is counted from is a time."""
    return (
        phrase.preposition in ("vor", "nach")
        and before is not None
        and before.last + 1 == phrase.first
        and adverbials.is_time(before.head.lemma)
    )


def _in_stretches(draft: Draft, taken: set[int]) -> list[Word]:
    """The clause's words; verbs stay in the list so that no phrase reaches across them."""
    opener = draft.opener
    silent = {opener.index} if opener is not None and opener.tag in ("KOUS", "KOUI") else set()
    return [word for word in draft.words if word.index not in silent and word.text not in _QUOTES]


_QUOTES = frozenset(("„", "“", "”", "»", "«", "‚", "‘", '"', "``", "''"))


def _with_quotes(phrase: Phrase, draft: Draft) -> None:
    inside = [w for w in draft.words if phrase.first < w.index < phrase.last and w.text in _QUOTES]
    if inside:
        phrase.words = sorted([*phrase.words, *inside], key=lambda w: w.index)


def _without_expletive(found: list[Phrase], draft: Draft, verb: VerbComplex) -> list[Phrase]:
    """*Es wurde kein Antrag gestellt*: the *es* before the verb only fills the place."""
    first = found[0] if found else None
    if first is None or first.head.lower != "es" or draft.finite is None:
        return found
    if verb.predicate in ("geben", "sein", "handeln"):
        return found
    if first.head.index != draft.finite.index - 1:
        return found
    alone = verb.voice is Voice.PASSIVE or frames.takes(verb.predicate, "intransitive")
    others = [
        p
        for p in found[1:]
        if not p.preposition and "Nom" in p.cases() and (p.head.dep.startswith("nsubj") or alone)
    ]
    return found[1:] if others else found


def _prepositional_role(phrase: Phrase, verb: VerbComplex) -> Role | None:
    name = phrase.preposition
    passive = verb.voice in (Voice.PASSIVE, Voice.STATE_PASSIVE, Voice.MODAL_PASSIVE)
    if passive and name in ("von", "durch") and not adverbials.is_time(phrase.head.lemma):
        person = phrase.pronoun or phrase.head.tag == "NE"
        person = person or frames.animacy(phrase.head) is Animacy.PERSON
        if person or adverbials.noun_is(phrase.head.lemma, "people"):
            return Role.AGENT
    if name == "als" and verb.predicate in _WITH_ALS:
        return Role.PREDICATIVE
    if verb.predicate == "halten" and name == "an" and phrase.cases() == {"Dat"}:
        return None  # *hält an jeder Haltestelle*, not *hält sich an die Regel*
    when = adverbials.is_time(phrase.head.lemma) and name != "mit"  # *mit zwei Jahren rechnen*
    if adverbials.takes_object(verb.predicate, name) and not when:
        return Role.PREPOSITIONAL_OBJECT
    return None


def _finite_numbers(draft: Draft) -> set[str]:
    finite = draft.finite or (draft.shared_from.finite if draft.shared_from else None)
    persons = {r.person for r in tables.verb_readings(finite.lower)} if finite else set()
    return {"Sing" if person.startswith("S") else "Plur" for person in persons if person}


def _participant(phrase: Phrase, role: Role, draft: Draft) -> Participant:
    case = {
        Role.SUBJECT: "Nom",
        Role.PREDICATIVE: "Nom",
        Role.DIRECT_OBJECT: "Acc",
        Role.INDIRECT_OBJECT: "Dat",
        Role.GENITIVE_OBJECT: "Gen",
    }.get(role, "")
    if phrase.preposition:
        case = next(iter(phrase.cases())) if len(phrase.cases()) == 1 else ""
    numbers = {n for c, n, _ in phrase.features if not case or c == case}
    agreed = _finite_numbers(draft) if role is Role.SUBJECT else set()
    if len(numbers) > 1:
        numbers = numbers & agreed or numbers
    if phrase.conjuncts:
        number = "Sing" if agreed == {"Sing"} else "Plur"  # *A oder B ist …*
    elif len(numbers) == 1:
        number = next(iter(numbers))
    else:
        number = phrase.head.morph.get("Number", "")
    return Participant(
        role=role,
        head=phrase.head.index,
        tokens=tuple(word.index for word in phrase.words),
        case=case,
        number=number,
        definite=_definite(phrase),
        person=_person(phrase.head),
        pronoun=phrase.pronoun,
        preposition=phrase.preposition,
    )


def _person(head: Word) -> int:
    if head.tag not in ("PPER", "PRF"):
        return 3
    if head.morph.get("Polite"):
        return 2
    return {"ich": 1, "mich": 1, "mir": 1, "wir": 1, "uns": 1, "du": 2, "dich": 2, "dir": 2}.get(
        head.lower, 2 if head.lower in ("euch", "ihr") else 3
    )


def _definite(phrase: Phrase) -> bool | None:
    if phrase.head.tag in ("PPER", "NE", "PDS", "PRELS"):
        return True
    preposition = phrase.preposition_word
    if preposition is not None and any(w.tag == "APPRART" for w in phrase.words[:2]):
        return True
    for word in phrase.core:
        if word.tag in ("ART", "PDAT"):
            return word.lemma in _DEFINITE
        if word.tag == "PPOSAT":
            return True
        if word.tag == "PIAT":
            return word.lemma in _DEFINITE
    return None if phrase.pronoun else False


def _adverbs(
    rest: list[Word],
    verb: VerbComplex,
    participants: list[Participant],
    adverbs: list[Adverbial],
    *,
    reflexive: bool,
) -> None:
    predicative = _predicative(rest, verb, participants, reflexive=reflexive)
    for position, word in enumerate(rest):
        if word.tag not in ("ADV", "ADJD", "PAV", "PWAV", "PROAV", "PTKA", "CARD"):
            continue
        following = rest[position + 1] if position + 1 < len(rest) else None
        depends = word.lower == "je" and following is not None and following.lower == "nachdem"
        if word.lower in _NO_ADVERBIAL or depends:
            continue
        grade = (
            following is not None
            and following.index == word.index + 1
            and following.tag in ("ADJD", "ADV")
            and word.head == following.index
            and following.lower != "genug"  # *wichtig genug*
            and word.lower not in closed.members("habitual_adverbs")  # *ist montags offen*
        )
        if grade:  # *sehr gern*, *spätestens dann* come with the word they grade
            continue
        tokens = [word.index]
        if position and rest[position - 1].index == word.index - 1:
            before = rest[position - 1]
            graded = before.head == word.index and before.tag in ("ADV", "ADJD", "PTKNEG")
            if graded and before.lower not in closed.members("habitual_adverbs"):
                tokens.insert(0, before.index)
        if word is predicative:
            participants.append(
                Participant(role=Role.PREDICATIVE, head=word.index, tokens=tuple(tokens))
            )
        elif word.tag != "CARD":
            kind = adverbials.of_adverb(word)
            if word.tag == "CARD":
                kind = AdverbialType.OTHER
            adverbs.append(Adverbial(type=kind, head=word.index, tokens=tuple(tokens)))


def _predicative(
    rest: list[Word], verb: VerbComplex, participants: list[Participant], *, reflexive: bool
) -> Word | None:
    """The adjective after *ist*, *wird*, *bleibt*: the last one that no other word claims."""
    if verb.voice is not Voice.ACTIVE:
        return None
    if verb.predicate in _WITH_ALS:  # *gilt als erteilt*
        marks = [place for place, w in enumerate(rest) if w.lower == "als"]
        behind = rest[marks[0] + 1 : marks[0] + 3] if marks else []  # *als nicht bestanden*
        return next((w for w in behind if w.tag == "ADJD"), None)
    if verb.predicate == "machen" and reflexive:  # *sich strafbar machen*
        return next((w for w in reversed(rest) if w.tag == "ADJD"), None)
    if verb.predicate not in _COPULAS:
        return None
    if any(p.role is Role.PREDICATIVE for p in participants):
        return None
    found = [w for w in rest if w.tag in ("ADJD", "VVPP", "CARD")]
    return found[-1] if found else None
