"""Read the word tables and answer: which forms does a word have, what can a form be?

Everything is loaded on first use and kept; nothing here changes after loading.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from a11y.language.errors import LexiconMissingError
from a11y.language.lexicon.codes import decode

DATA = Path(__file__).resolve().parent.parent / "data"
CASES = ("Nom", "Acc", "Dat", "Gen")
NUMBERS = ("Sing", "Plur")
GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut"}
PERSONS = ("S1", "S2", "S3", "P1", "P2", "P3")


@dataclass(frozen=True, slots=True)
class NounReading:
    """One way to read a noun form. gender: ``Masc``, ``Fem``, ``Neut`` or "" (plural only)."""

    lemma: str
    gender: str
    case: str
    number: str


@dataclass(frozen=True, slots=True)
class VerbReading:
    """One way to read a verb form.

    infinitive: with the separable particle. particle: "" where there is none.
    form: ``Pres``, ``Past``, ``Sub1``, ``Sub2``, ``Imp``, ``Part2``, ``Part1``, ``Inf`` or
    ``InfZu``. person: ``S1`` … ``P3``, "" where the form has none.
    joined: the particle stands on the form itself (*anmeldet*), as at a clause's end.
    """

    infinitive: str
    particle: str
    form: str
    person: str
    joined: bool


def _classes(name: str) -> Iterator[tuple[str, list[str]]]:
    path = DATA / f"{name}.txt.gz"
    try:
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    except (OSError, EOFError, ValueError) as error:
        raise LexiconMissingError(path) from error
    for line in lines:
        code, _, words = line.partition("\t")
        yield code, words.split(" ")


@cache
def noun_classes() -> dict[str, tuple[str, ...]]:
    """Lemma → its classes (a noun with two genders or plurals has several)."""
    table: dict[str, tuple[str, ...]] = {}
    for code, words in _classes("nouns"):
        code = sys.intern(code)
        for word in words:
            table[word] = (*table.get(word, ()), code)
    return table


def noun_cells(lemma: str, code: str) -> tuple[tuple[str, ...], ...]:
    """The eight cells of a class for one lemma, singular Nom Acc Dat Gen, then plural."""
    return tuple(
        () if cell == "-" else tuple(decode(lemma, variant) for variant in cell.split("/"))
        for cell in code.partition("|")[2].split(" ")
    )


@cache
def _suffix_codes(code: str) -> tuple[tuple[int, str, int], ...]:
    """Distinct (cut, addition, bit mask of cells) of a class, for building the form index."""
    masks: dict[tuple[int, str], int] = {}
    for position, cell in enumerate(code.partition("|")[2].split(" ")):
        for variant in () if cell == "-" else cell.split("/"):
            digits = 2 if variant[1:2].isdigit() else 1
            if variant.startswith("^"):
                continue
            key = (int(variant[:digits]), variant[digits:])
            masks[key] = masks.get(key, 0) | 1 << position
    return tuple((cut, addition, mask) for (cut, addition), mask in masks.items())


@cache
def noun_forms() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Form → (lemma, genders, bit mask of cells). Bits 0–3 singular, 4–7 plural."""
    index: dict[str, tuple[tuple[str, str, int], ...]] = {}
    for code, words in _classes("nouns"):
        genders = code.partition("|")[0]
        suffixes = _suffix_codes(code)
        for lemma in words:
            length = len(lemma)
            for cut, addition, mask in suffixes:
                form = lemma[: length - cut] + addition
                entry = (lemma, genders, mask)
                known = index.get(form)
                index[form] = (entry,) if known is None else (*known, entry)
    for gender, words in _classes("adjectival"):
        for lemma in words:
            stem = _adjectival_stem(lemma, gender)
            for addition, mask in _ADJECTIVAL[gender]:
                entry = (lemma, gender, mask)
                index[stem + addition] = (*index.get(stem + addition, ()), entry)
    return index


_ADJECTIVAL = {
    "m": (("e", 0b00110001), ("er", 0b10000001), ("en", 0b11111110), ("em", 0b00000100)),
    "f": (("e", 0b00110011), ("er", 0b10001100), ("en", 0b11111100)),
    "n": (("e", 0b00110011), ("es", 0b00000011), ("en", 0b11111100), ("em", 0b00000100)),
}


def _adjectival_stem(lemma: str, gender: str) -> str:
    ending = {"m": "er", "f": "e", "n": "es"}[gender]
    return lemma[: -len(ending)] if lemma.endswith(ending) else lemma.removesuffix("e")


@cache
def adjectival_lemmas() -> dict[str, str]:
    """Nouns that inflect like adjectives (*Angestellter*): lemma → gender letter."""
    return {word: gender for gender, words in _classes("adjectival") for word in words}


@cache
def noun_readings(form: str) -> tuple[NounReading, ...]:
    """All readings of a noun form as it stands (not of its compound head)."""
    readings = []
    for lemma, genders, mask in noun_forms().get(form, ()):
        for bit in range(8):
            if mask >> bit & 1:
                for gender in genders or " ":
                    number = NUMBERS[bit // 4]
                    readings.append(
                        NounReading(lemma, GENDERS.get(gender, ""), CASES[bit % 4], number)
                    )
    return tuple(readings)


@cache
def verb_classes() -> dict[str, tuple[str, str]]:
    """Infinitive → (separable particle or "", class of the base verb)."""
    table = {}
    for code, words in _classes("verbs"):
        code = sys.intern(code)
        for word in words:
            particle, _, base = word.rpartition("|")
            # *umgehen* is both: the separable reading is the one of everyday texts
            if particle or base not in table:
                table[particle + base] = (particle, code)
    return table | _extra_verbs(table)


def _extra_verbs(table: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Verbs of data/verbs_extra.txt; a model verb of the same shape lends its class."""
    extra = {}
    lines = (DATA / "verbs_extra.txt").read_text(encoding="utf-8").splitlines()
    for word in " ".join(line for line in lines if not line.startswith("#")).split():
        particle, _, base = word.rpartition("|")
        prefix, _, stem = base.rpartition("+")
        known = table.get(stem)
        if prefix and known is not None:  # *er+gehen*: forms of the stem, participle without ge
            extra[prefix + stem] = ("", known[1].replace("^", ""))
        elif known is not None and not known[0] and not known[1].startswith("- "):
            extra[particle + base] = (particle, known[1])
        elif table.get(particle + base, ("", "- "))[1].startswith("- "):
            extra[particle + base] = (particle, table[_model(base)][1])
    return extra


_LIKE = {"kennen": "nennen", "ergehen": "vergehen", "schreiten": "streiten"}
"""Irregular verbs that the table lacks."""


def _model(base: str) -> str:
    """A regular verb that inflects like ``base``."""
    if base in _LIKE:
        return _LIKE[base]
    if base.endswith("ieren"):
        return "reparieren"
    prefixed = base.startswith(("be", "ent", "er", "ver", "zer", "über", "unter", "hinter"))
    for ending, plain, other in (
        ("eln", "sammeln", "verwechseln"),
        ("ern", "ändern", "verändern"),
        ("nen", "ordnen", "verordnen"),
        ("ten", "arbeiten", "bearbeiten"),
        ("den", "melden", "vermelden"),
        ("sen", "reisen", "verreisen"),
    ):
        clear = ending != "nen" or base[-4] not in "aeiouäöürhln"
        if base.endswith(ending) and clear:
            return other if prefixed else plain
    return "bewahren" if prefixed else "machen"


@cache
def verb_cells(infinitive: str) -> tuple[tuple[str, ...], ...] | None:
    """The cells of the base verb in the order of ``distil.VERB_CELLS``; None if unknown."""
    entry = verb_classes().get(infinitive)
    if entry is None:
        return None
    particle, code = entry
    base = infinitive[len(particle) :]
    return tuple(
        () if cell == "-" else tuple(decode(base, variant) for variant in cell.split("/"))
        for cell in code.split(" ")
    )


_CELL_FORMS = (
    *(("Pres", person) for person in PERSONS),
    *(("Past", person) for person in PERSONS),
    ("Sub1", "S3"),
    ("Sub2", "S3"),
    ("Imp", "S2"),
    ("Part2", ""),
)


@cache
def _verb_suffixes(code: str) -> tuple[tuple[str, int, str, str, str], ...]:
    """A class's forms as (``ge`` or "", letters to cut, addition, form, person)."""
    found = []
    for (form, person), cell in zip(_CELL_FORMS, code.split(" "), strict=True):
        for variant in () if cell == "-" else cell.split("/"):
            plain = variant.lstrip("^")
            digits = 2 if plain[1:2].isdigit() else 1
            front = "ge" * (len(variant) - len(plain))
            found.append((front, int(plain[:digits]), plain[digits:], form, person))
    return tuple(found)


@cache
def verb_forms() -> dict[str, tuple[tuple[str, str, str, str, bool], ...]]:
    """Form → (infinitive, particle, form, person, joined), as in ``VerbReading``."""
    found: defaultdict[str, list[tuple[str, str, str, str, bool]]] = defaultdict(list)
    for infinitive, (particle, code) in verb_classes().items():
        base = infinitive[len(particle) :]
        length = len(base)
        has = bool(particle)
        for front, cut, addition, form, person in _verb_suffixes(code):
            if has and form == "Imp":
                continue
            joined = particle + front + base[: length - cut] + addition
            found[joined].append((infinitive, particle, form, person, has))
            if form == "Sub1" or form == "Sub2":
                plural = joined + ("en" if joined == "sei" else "n")
                found[plural].append((infinitive, particle, form, "P3", has))
        found[infinitive].append((infinitive, particle, "Inf", "", has))
        if has:
            found[f"{particle}zu{base}"].append((infinitive, particle, "InfZu", "", True))
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def verb_readings(form: str) -> tuple[VerbReading, ...]:
    """All readings of a verb form; of a separable verb only where the particle is joined to it.

    For the parted *meldet … an* read *meldet* and join: ``joined_infinitive("melden", "an")``.
    """
    entries = verb_forms().get(form)
    if entries is None and "ß" in form:  # spelling before 1996: *muß*, *läßt*
        entries = verb_forms().get(form.replace("ß", "ss"))
    return tuple(VerbReading(*entry) for entry in entries or ())


@cache
def particles() -> tuple[str, ...]:
    """Separable particles of the known verbs, long ones first."""
    found = {particle for particle, _ in verb_classes().values() if particle}
    return tuple(sorted(found, key=lambda particle: (-len(particle), particle)))


@lru_cache(maxsize=20_000)
def unlisted_readings(form: str) -> tuple[VerbReading, ...]:
    """Readings of a verb that no table has as a known particle before a known verb's form.

    ``mitfinanziert`` → *mitfinanzieren*; ``hindurchzudringen`` → *hindurchdringen* (``InfZu``).
    """
    for particle in particles():
        rest = form.removeprefix(particle)
        if rest == form or len(particle) < 2:
            continue
        known = [r for r in verb_readings(rest) if not r.particle and len(r.infinitive) > 3]
        if known:
            return tuple(
                VerbReading(particle + r.infinitive, particle, r.form, r.person, joined=True)
                for r in known
            )
        base = rest.removeprefix("zu")
        if base != rest and any(r.form == "Inf" for r in verb_readings(base)):
            return (VerbReading(particle + base, particle, "InfZu", "", joined=True),)
    return ()


def joined_infinitive(base: str, particle: str) -> str:
    """``joined_infinitive("melden", "an") == "anmelden"``; also for verbs the table lacks."""
    return particle.lower() + base


@cache
def adjective_stems() -> dict[str, str]:
    """Stem that endings are put to → lemma (``teur`` → ``teuer``)."""
    return {decode(word, code): word for code, words in _classes("adjectives") for word in words}


@cache
def adjective_stem(lemma: str) -> str:
    """Where endings go: ``teuer`` → ``teur``; the lemma itself where nothing is known."""
    return _stems_by_lemma().get(lemma, lemma)


@cache
def _stems_by_lemma() -> dict[str, str]:
    return {lemma: stem for stem, lemma in adjective_stems().items()}


@cache
def names() -> dict[str, frozenset[str]]:
    """``place``, ``first``, ``last`` → names."""
    return {kind: frozenset(words) for kind, words in _classes("names")}
