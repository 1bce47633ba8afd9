"""Forms of nouns; compounds inflect like their head."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from a11y.language.compounds import head_form
from a11y.language.errors import UnknownFormError
from a11y.language.lexicon import tables


def _cell(case: str, number: str) -> int:
    return tables.CASES.index(case) + 4 * (number == "Plur")


@lru_cache(maxsize=20_000)
def _classes(lemma: str) -> tuple[str, str, tuple[str, ...]]:
    """(what stands before the head, head lemma, its classes)."""
    known = tables.noun_classes()
    if lemma in known:
        return "", lemma, _ordered(lemma, known[lemma])
    prefix, head = head_form(lemma)
    if head in known:
        return prefix, head, _ordered(head, known[head])
    return "", lemma, ()


@cache
def _preferred() -> dict[str, tuple[str, str]]:
    """Lemma → (gender letter, plural) of the class that is meant among several."""
    lines = (tables.DATA / "nouns_preferred.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {lemma: (letter, form) for lemma, letter, form in rows}


def _ordered(lemma: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    if lemma not in _preferred():
        return codes
    letter, form = _preferred()[lemma]

    def strangeness(code: str) -> tuple[bool, bool]:
        plurals = tables.noun_cells(lemma, code)[_cell("Nom", "Plur")]
        return not code.startswith(letter), form not in plurals

    return tuple(sorted(codes, key=strangeness))


def meant(lemma: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The class that services mean by a noun with several (*der Mensch*, not *das Mensch*)."""
    return _ordered(lemma, codes)[:1] if lemma in _preferred() else codes


def gender(lemma: str) -> str:
    """``Masc``, ``Fem`` or ``Neut``; "" where unknown or plural only."""
    if lemma in tables.adjectival_lemmas():
        return tables.GENDERS[tables.adjectival_lemmas()[lemma]]
    for code in _classes(lemma)[2]:
        letters = code.partition("|")[0]
        if letters:
            return tables.GENDERS[letters[0]]
    return ""


def noun(lemma: str, *, case: str, number: str, determined: str = "weak") -> str:
    """The form of a noun in the base form ``lemma``.

    determined: only for nouns that inflect like adjectives (*Angestellter*): ``weak`` after *der*,
    ``mixed`` after *ein*, ``strong`` without. Errors: ``UnknownFormError``.
    """
    if lemma in tables.adjectival_lemmas():
        return _adjectival(lemma, case=case, number=number, determined=determined)
    prefix, head, codes = _classes(lemma)
    for code in codes:
        forms = tables.noun_cells(head, code)[_cell(case, number)]
        if forms:
            form = _usual(head, forms, case) if number == "Sing" else forms[0]
            return prefix + (form.lower() if prefix and not prefix.endswith("-") else form)
    raise UnknownFormError(lemma, f"{case} {number}")


def _usual(lemma: str, forms: tuple[str, ...], case: str) -> str:
    """*Termins* rather than *Termines*; but *Jahres*: short words keep the *e*. *dem Tod*, not the
    old *dem Tode*."""
    if case != "Gen":
        old = case == "Dat" and forms[0] == f"{lemma}e" and lemma in forms
        return lemma if old else forms[0]
    short = len(re.findall(r"[aeiouyäöü]+", lemma.lower())) < 2
    wanted = lemma + ("es" if short else "s")
    return wanted if wanted in forms else forms[0]


def _adjectival(lemma: str, *, case: str, number: str, determined: str) -> str:
    from a11y.language.inflect.adjectives import ending

    after = {"weak": "definite", "mixed": "indefinite"}.get(determined, "none")
    sort = tables.GENDERS[tables.adjectival_lemmas()[lemma]]
    stem = lemma.removesuffix("er").removesuffix("es").removesuffix("e")
    return stem + ending(case=case, number=number, gender=sort, after=after)


def plural(lemma: str) -> str:
    """Nominative plural. Errors: ``UnknownFormError`` (*Obst* has none)."""
    return noun(lemma, case="Nom", number="Plur", determined="strong")


@lru_cache(maxsize=20_000)
def number_of(form: str) -> frozenset[str]:
    """Numbers a noun form can stand for; empty where unknown."""
    return frozenset(r.number for r in tables.noun_readings(head_form(form)[1]))
