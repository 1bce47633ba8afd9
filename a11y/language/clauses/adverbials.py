"""Say what kind of adverbial a word or a prepositional phrase is (tables in adverbials.yaml)."""

from __future__ import annotations

from functools import cache, lru_cache

from a11y.language.analysis import AdverbialType
from a11y.language.clauses.phrases import Phrase
from a11y.language.data_file import data_file
from a11y.language.lexicon import tables
from a11y.language.word import Word

_LOCAL = {"in", "an", "auf", "bei", "vor", "hinter", "über", "unter", "neben", "zwischen"}
_FROM = {"aus", "von"}
_DURATION_HEADS = {"Dauer", "Zeitraum", "Laufzeit"}


@cache
def _adverbs() -> dict[str, AdverbialType]:
    return {
        word: AdverbialType(kind)
        for kind, words in data_file("adverbials")["adverbs"].items()
        for word in words
    }


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(data_file("adverbials")[name])


@cache
def _heads(name: str) -> frozenset[str]:
    """The nouns as they end a compound, in small letters."""
    return frozenset(noun.lower() for noun in _nouns(name) if len(noun) >= 3)


@lru_cache(maxsize=20_000)
def noun_is(lemma: str, name: str) -> bool:
    """Whether a noun, or the head of the compound it is, stands in ``NAME_nouns``."""
    members = _nouns(f"{name}_nouns")
    if lemma in members:
        return True
    lower = lemma.lower()
    if name == "people" and lemma.endswith("in"):  # not *PIN*
        return noun_is(lemma.removesuffix("in"), name)
    if lower.endswith("nde") and _is_participle(lower.removesuffix("de")):
        return False  # *Studierende*, *Alleinerziehende*: no compounds of *Ende*
    heads = _heads(f"{name}_nouns")
    return any(lower[start:] in heads for start in range(3, len(lower) - 2))


def _is_participle(stem: str) -> bool:
    verbs = tables.verb_classes()
    return stem in verbs or any(stem[at:] in verbs for at in range(1, len(stem) - 6))


def is_time(lemma: str) -> bool:
    return noun_is(lemma, "time")


def takes_object(predicate: str, preposition: str) -> bool:
    """Whether the preposition's phrase is an object of the verb (*sich wenden an*)."""
    return preposition in data_file("adverbials")["prepositional_objects"].get(predicate, ())


@lru_cache(maxsize=5_000)
def noun_takes(lemma: str, preposition: str) -> bool:
    """Whether the preposition's phrase belongs to the noun (*Antrag auf*, *Amt für*)."""
    return lemma.lower().endswith(_nouns_with(preposition))


@lru_cache(maxsize=200)
def _nouns_with(preposition: str) -> tuple[str, ...]:
    """Nouns that take a preposition, in small letters, as they end a compound."""
    table: dict[str, list[str]] = data_file("adverbials")["noun_prepositions"]
    return tuple(noun.lower() for noun, taken in table.items() if preposition in taken)


def stands_with_verb(preposition: str, lemma: str) -> bool:
    """*zur Verfügung*, *in Kraft*: half of the predicate, never an attribute."""
    return f"{preposition} {lemma}" in data_file("adverbials")["with_verbs"]


def is_measure(predicate: str) -> bool:
    return predicate in data_file("adverbials")["measure_verbs"]


def of_adverb(word: Word) -> AdverbialType:
    lower = word.lower
    known = _adverbs().get(lower) or _adverbs().get(word.lemma)
    if known is not None:
        return known
    if word.tag == "ADJD":
        return AdverbialType.MANNER
    return AdverbialType.OTHER


def is_listed(word: Word) -> bool:
    """Whether the tables say what kind of adverbial the word is."""
    return word.lower in _adverbs() or word.lemma in _adverbs()


def of_noun_phrase(phrase: Phrase) -> AdverbialType:
    """A bare noun phrase as adverbial: *drei Monate*, *jeden Montag*."""
    if phrase.head.tag == "XY":
        return AdverbialType.OTHER
    counted = any(word.tag == "CARD" or word.lower in ("einige", "mehrere") for word in phrase.core)
    if not is_time(phrase.head.lemma) and phrase.head.tag not in ("CARD", "NE"):
        return AdverbialType.OTHER  # *…, auch die ungeöffneten*
    return AdverbialType.DURATION if counted else AdverbialType.TIME


def of_phrase(phrase: Phrase) -> AdverbialType:
    """The type of a prepositional phrase from preposition, case and noun."""
    if phrase.head.tag in ("ADV", "ADJD"):  # *bis dahin*, *von hier*
        return of_adverb(phrase.head)
    name = phrase.preposition
    lemma = phrase.head.lemma
    cases = phrase.cases()
    place = _is_place(phrase)
    if phrase.preposition_word is not None and phrase.preposition_word.tag == "KOKOM":
        return AdverbialType.MANNER
    if _is_time_phrase(phrase):
        return _time_type(phrase)
    if noun_is(lemma, "reason") and name == "aus":
        return AdverbialType.REASON
    if f"{name} {lemma}" in data_file("adverbials")["manner_phrases"]:
        return AdverbialType.MANNER
    if name == "unter" and lemma in ("Voraussetzung", "Bedingung", "Umstand", "Vorbehalt"):
        return AdverbialType.CONDITION
    if name in ("in", "bei") and noun_is(lemma, "condition") and not place:
        return AdverbialType.CONDITION
    if name == "bei" and _is_nominalisation(lemma) and not place:
        return AdverbialType.CONDITION
    if name in _LOCAL and place:
        return AdverbialType.DIRECTION if cases == {"Acc"} else AdverbialType.PLACE
    if name == "zu" and phrase.head.lower in tables.verb_classes():
        return AdverbialType.PURPOSE
    if name in ("zu", "nach") and place:
        return AdverbialType.DIRECTION
    if name in _FROM and place:
        return AdverbialType.DIRECTION
    if name == "bei" and noun_is(lemma, "people"):
        return AdverbialType.PLACE
    if name == "zu" and (_is_nominalisation(lemma) or lemma == "Zweck"):
        return AdverbialType.PURPOSE
    if name in ("ab", "bei") and any(word.tag == "CARD" for word in phrase.core):
        return AdverbialType.CONDITION  # *ab 3 Hunden*
    if name in ("ab", "bis") and phrase.head.tag == "NN":
        return AdverbialType.OTHER
    listed = data_file("adverbials")["prepositions"].get(name)
    if name == "mit" and (noun_is(lemma, "people") or phrase.pronoun):
        return AdverbialType.OTHER
    if listed is not None:
        return AdverbialType(listed)
    if name in ("in", "an", "auf") and phrase.head.tag == "NE":
        return AdverbialType.PLACE
    return AdverbialType.OTHER


def _is_place(phrase: Phrase) -> bool:
    lemma = phrase.head.lemma
    if phrase.head.tag == "NE" or lemma in tables.names()["place"]:
        return lemma in tables.names()["place"] or phrase.head.tag == "NE"
    return noun_is(lemma, "place")


def _is_time_phrase(phrase: Phrase) -> bool:
    if is_time(phrase.head.lemma):
        return True
    if phrase.head.tag in ("CARD", "ADJA"):
        text = phrase.head.text
        date = text.count(".") >= 2 or ":" in text
        year = (
            text.isdigit() and len(text) == 4 and phrase.preposition in ("in", "seit", "bis", "ab")
        )
        return date or year
    return any(word.text.count(".") == 2 and word.text[0].isdigit() for word in phrase.words)


def _time_type(phrase: Phrase) -> AdverbialType:
    if phrase.preposition in ("für", "über", "während") and phrase.head.lemma not in ("Ende",):
        return AdverbialType.DURATION
    if phrase.head.lemma in _DURATION_HEADS and phrase.preposition in ("für", "über"):
        return AdverbialType.DURATION
    return AdverbialType.TIME


def _is_nominalisation(lemma: str) -> bool:
    return lemma.endswith(("ung", "nahme", "gabe", "tion")) or (
        lemma.endswith("en") and lemma.lower() in tables.verb_classes()
    )
