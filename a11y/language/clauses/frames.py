"""What verbs ask of who takes part, and which nouns can act (tables in frames.yaml)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache

from a11y.language.clauses.adverbials import noun_is
from a11y.language.compounds import head_form
from a11y.language.data_file import data_file
from a11y.language.lexicon import tables
from a11y.language.word import Word

_PERSONAL = frozenset(
    ("ich", "wir", "du", "man", "wer", "wen", "wem", "jemand", "jemanden", "niemand", "niemanden")
) | {"mich", "dich", "uns", "euch", "jeder", "jede", "jeden"}
_IMPERSONAL = frozenset(("es", "das", "dies", "was", "alles", "nichts", "etwas", "dieses"))
_AGENT_ENDINGS = ("ist", "ent", "ant", "eur", "oge", "ling")


class Animacy(StrEnum):
    PERSON = "person"
    INSTITUTION = "institution"
    THING = "thing"
    UNKNOWN = "unknown"


@cache
def _members(name: str) -> frozenset[str]:
    return frozenset(data_file("frames")[name])


def takes(predicate: str, frame: str) -> bool:
    """Whether a verb has a frame: ``agentive``, ``person_object``, ``thing_subject``,
    ``ditransitive`` or ``intransitive``."""
    return predicate in _members(frame)


def twin(predicate: str) -> str:
    """The verb with the same forms that takes a direct object (*fallen*: *fällen*), or ""."""
    twins: dict[str, str] = data_file("frames")["twins"]
    return twins.get(predicate, "")


def animacy(word: Word) -> Animacy:
    """Whether what a noun or pronoun names can act of itself."""
    if word.tag in ("PPER", "PIS", "PWS", "PDS", "PRELS"):
        if word.morph.get("Polite") or word.lower in _PERSONAL:
            return Animacy.PERSON
        return Animacy.THING if word.lower in _IMPERSONAL else Animacy.UNKNOWN
    if word.tag == "NE":
        return _of_name(word.text)
    if word.tag == "NN":
        found = _of_noun(word.lemma or word.text)
        return found if found is not Animacy.THING else _of_noun(word.text)  # lemma *Elter*
    return Animacy.UNKNOWN


def animacy_of_noun(lemma: str) -> Animacy:
    """Whether what a noun names can act of itself, by its lemma."""
    return _of_noun(lemma)


def _of_name(text: str) -> Animacy:
    names = tables.names()
    if text in names["first"] or text in names["last"]:
        return Animacy.PERSON
    return Animacy.INSTITUTION if text in names["place"] else Animacy.UNKNOWN


@lru_cache(maxsize=20_000)
def _of_noun(lemma: str) -> Animacy:
    head = head_form(lemma)[1]
    if head == lemma and lemma.endswith("nde") and not _form_of_another(lemma):
        return Animacy.PERSON  # *Antragstellende*
    for name in (lemma, head):
        if name in _members("things"):
            return Animacy.THING
        if name in _members("persons"):
            return Animacy.PERSON
        if name in _members("institutions"):
            return Animacy.INSTITUTION
    lower = lemma.lower()
    if any(len(n) > 3 and lower.endswith(n.lower()) for n in _members("institutions")):
        return Animacy.INSTITUTION  # *Volkshochschule*: a word of its own in the tables
    if lower.endswith(("mitglied", "sberechtigte", "sberechtigter", "wohnungsgeber")):
        return Animacy.PERSON  # *Familienmitglied*: a word of its own in the tables
    if "*" in lemma or ":" in lemma or lower.endswith(("amt", "behörde", "stelle", "kasse")):
        return Animacy.PERSON if "*" in lemma or ":" in lemma else Animacy.INSTITUTION
    if lower.endswith(("nehmer", "geber", "nehmerin", "geberin")) and not _listed(lemma):
        return Animacy.PERSON  # *Anschlussnehmer*
    if noun_is(head, "people"):
        return Animacy.PERSON
    return Animacy.PERSON if _derived_person(head) else Animacy.THING


def _listed(lemma: str) -> bool:
    """Whether the word tables list the noun itself."""
    return lemma in tables.noun_classes()


def _form_of_another(word: str) -> bool:
    """*Hunde*, *Stunde*: a noun of its own or a form of one, no participle."""
    lemmas = {reading.lemma for reading in tables.noun_readings(word)}
    known = word in tables.noun_classes()
    return known or any(not lemma.endswith(("nde", "nder")) for lemma in lemmas)


def _derived_person(head: str) -> bool:
    """*Vermieterin*, *Antragsteller*, *Angestellter*, *Tourist*: persons by their form."""
    lower = head.lower()
    genders = {code.partition("|")[0] for code in tables.noun_classes().get(head, ())}
    masculine = "m" in genders and not genders & {"n", "mn", "f"}
    if lower.endswith("in") and len(lower) > 5:
        base = head[:-2]
        return base in tables.noun_classes() and base.endswith(("er", "or", *_AGENT_ENDINGS))
    if head in tables.adjectival_lemmas():
        return tables.adjectival_lemmas()[head] in "mf"
    if masculine and f"{head}in" in tables.noun_classes():
        return True  # *Pächter*, *Nachbar*: there is a *Pächterin*
    if lower.endswith("er") and masculine:
        stem = lower[:-2]
        verbs = tables.verb_classes()
        return stem + "en" in verbs or stem + "n" in verbs or lower + "n" in verbs
    return masculine and lower.endswith(_AGENT_ENDINGS)
