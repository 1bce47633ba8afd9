"""The closed-class words of German as data: what is dropped, with which reason, and what is signed.

Files: ``data/function_words.yaml``, ``data/light_verbs.yaml``, ``data/equivalents.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from a11y.language import closed
from a11y.language.analysis import Token
from a11y.language.clauses.adverbials import noun_is
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.errors import DataFileError

DATA_DIR = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """What a conjunction or preposition becomes.

    sign: lemma that must be signed, "" if none. optional: lemma signed only where a sign exists.
    last: stands after its clause. after: stands after its noun phrase. negation: carries the head
    shake. numeric: only before a number. static: nouns in the dative behind which it means a place
    or a limit as well (*über der Grenze*), "*" for any; it then stands after them. types: adverbial
    types it keeps its meaning in; all if empty.
    """

    sign: str = ""
    optional: str = ""
    last: bool = False
    after: bool = False
    negation: bool = False
    numeric: bool = False
    static: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LightVerb:
    """A light verb with its noun: the full verb meant, or the noun itself as the verb.

    keep_noun: the noun is signed beside the verb meant. lasting: the verb meant beside a length of
    time (*nimmt drei Tage in Anspruch*).
    """

    verb: str = ""
    keep: bool = False
    keep_noun: bool = False
    noun_is_verb: bool = False
    lasting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paraphrase:
    """A term in simpler words. options: lemmas to sign, the first option that has all its signs
    wins. how: ``broader`` or ``explained``. reason: German, for editors."""

    options: tuple[tuple[str, ...], ...]
    how: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWords:
    """Everything of ``function_words.yaml``, ready to look up by lower-case lemma."""

    drop_lemmas: Mapping[str, str]
    drop_tags: Mapping[str, str]
    reasons: Mapping[str, str]
    links: Mapping[str, Connector]
    prepositions: Mapping[str, Connector]
    negations: Mapping[str, str]
    negation_compounds: Mapping[str, str]
    irregular_negatives: frozenset[str]
    modals: Mapping[str, str]
    obligations: frozenset[str]
    question_words: Mapping[str, str]
    question_pairs: Mapping[str, str]
    place_suffixes: tuple[str, ...]
    not_places: frozenset[str]
    acting_suffixes: tuple[str, ...]
    person_suffixes: tuple[str, ...]
    lemmas: Mapping[str, str]
    impersonal: frozenset[str]
    direction_particles: tuple[str, ...]
    directed_verbs: frozenset[str]
    serving_verbs: frozenset[str]
    amounts: frozenset[str]
    law_suffixes: tuple[str, ...]
    measured: tuple[str, ...]
    thing_verbs: frozenset[str]
    done_to_things: frozenset[str]


def read_yaml(name: str) -> Any:
    """A data file of this room, parsed.

    Raises ``DataFileError`` where it cannot be read or is no mapping.
    """
    path = DATA_DIR / name
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise DataFileError(name, str(error)) from error
    if not isinstance(data, dict):
        raise DataFileError(name, "a mapping is expected at the top.")
    return data


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _connector(record: Mapping[str, Any]) -> Connector:
    sets = {name: frozenset(record.get(name, ())) for name in ("types", "static")}
    return Connector(**{**record, **sets})


@cache
def function_words() -> FunctionWords:
    """The closed-class table, read once."""
    data = read_yaml("function_words.yaml")
    lemmas: dict[str, str] = {}
    tags: dict[str, str] = {}
    for name, group in data["drop"].items():
        lemmas.update((str(lemma).lower(), name) for lemma in group.get("lemmas", ()))
        tags.update((str(tag), name) for tag in group.get("tags", ()))
    return FunctionWords(
        drop_lemmas=lemmas,
        drop_tags=tags,
        reasons={name: group["reason"] for name, group in data["drop"].items()},
        links={key: _connector(value) for key, value in data["links"].items()},
        prepositions={key: _connector(value) for key, value in data["prepositions"].items()},
        negations=data["negations"],
        negation_compounds=data["negation_compounds"],
        irregular_negatives=frozenset(data["irregular_negatives"]),
        modals=data["modals"],
        obligations=frozenset(data["obligations"]),
        question_words=data["question_words"],
        question_pairs=data["question_pairs"],
        place_suffixes=tuple(data["place_suffixes"]),
        not_places=frozenset(data["not_places"]),
        acting_suffixes=tuple(data["acting_suffixes"]),
        person_suffixes=tuple(data["person_suffixes"]),
        lemmas=data["lemmas"],
        impersonal=frozenset(data["impersonal"]),
        direction_particles=tuple(data["direction_particles"]),
        directed_verbs=frozenset(data["directed_verbs"]),
        serving_verbs=frozenset(data["serving_verbs"]),
        amounts=frozenset(data["amounts"]),
        measured=tuple(data["measured"]),
        law_suffixes=tuple(data["law_suffixes"]),
        thing_verbs=frozenset(data["thing_verbs"]),
        done_to_things=frozenset(data["done_to_things"]),
    )


def denies_amount(tokens: Sequence[Token], index: int) -> bool:
    """The *nicht* of *nicht alle Kinder*, *nicht immer*: only how much or how often is denied."""
    if tokens[index].text.lower() != "nicht" or index + 1 >= len(tokens):
        return False
    return tokens[index + 1].text.lower() in function_words().amounts


@cache
def closed_forms() -> frozenset[str]:
    """Every lower-case form that a grammatical reason may drop; nothing else is ever dropped as a
    preposition, conjunction, article or particle, whatever a tagger says."""
    words = function_words()
    forms: set[str] = set(words.drop_lemmas) | set(words.links) | set(words.prepositions)
    forms |= set(closed.prepositions()) | set(closed.contractions()) | set(closed.subjunctions())
    forms |= set(closed.infinitive_subjunctions())
    for name in ("coordinators", "relatives", "question_words", "subjunction_grades"):
        forms |= closed.members(name)
    for name in ("pronoun_lemmas", "determiner_lemmas"):
        forms |= set(closed.lemma_of(name))
    return frozenset(form.lower() for form in forms)


def is_person(token: Token) -> bool:
    """Whether a noun names people: by the language room's list, or as a person of the services."""
    lemma = token.lemma
    if noun_is(lemma, "people") or noun_is(token.text, "people"):
        return True
    base = lemma.removesuffix("in") if lemma.endswith("in") else lemma
    return base.lower().endswith(function_words().person_suffixes)


@cache
def adjectival_nouns() -> frozenset[str]:
    """Nouns made of adjectives, in the form of their tables (``Erwachsener``)."""
    return frozenset(tables.adjectival_lemmas())


@cache
def light_verbs() -> Mapping[str, Mapping[str, LightVerb]]:
    """Light verb → noun lemma (or ``*ung``) → what is meant."""
    data = read_yaml("light_verbs.yaml")
    return {
        verb: {noun: LightVerb(**record) for noun, record in nouns.items()}
        for verb, nouns in data.items()
    }


@cache
def modal_phrases() -> Mapping[str, Mapping[str, str]]:
    """``nouns``, ``qualities`` and ``not`` (what forbids): word → the modal meant."""
    data = read_yaml("modal_phrases.yaml")
    return {
        group: {str(word): str(modal) for word, modal in words.items()}
        for group, words in data.items()
    }


@cache
def idioms() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Fixed phrase, as its lower-case words → the lemmas whose signs give its meaning."""
    data = read_yaml("idioms.yaml")
    return {tuple(str(phrase).split()): tuple(lemmas) for phrase, lemmas in data.items()}


@cache
def equivalents() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Lemma → alternatives, each a sequence of lemmas whose signs together keep the meaning."""
    data = read_yaml("equivalents.yaml")
    return {
        str(lemma): tuple(tuple(str(option).split()) for option in options)
        for lemma, options in data.items()
    }


@cache
def paraphrases() -> Mapping[str, Paraphrase]:
    """Term of the administration → how it is said in words that have signs.

    Raises ``DataFileError`` for an entry without signs, with an unknown ``how`` or no reason.
    """
    name = "paraphrases.yaml"
    out = {}
    for term, record in read_yaml(name).items():
        options = tuple(tuple(str(option).split()) for option in record.get("signs", ()))
        how, reason = record.get("how"), record.get("reason")
        if not options or how not in ("broader", "explained") or not reason:
            raise DataFileError(name, f"{term} needs signs, how (broader, explained) and reason.")
        out[str(term)] = Paraphrase(options=options, how=how, reason=str(reason))
    return out
