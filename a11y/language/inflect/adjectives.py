"""Adjective endings."""

from __future__ import annotations

from a11y.language.lexicon import tables

_STRONG = {
    "Masc": {"Nom": "er", "Acc": "en", "Dat": "em", "Gen": "en"},
    "Fem": {"Nom": "e", "Acc": "e", "Dat": "er", "Gen": "er"},
    "Neut": {"Nom": "es", "Acc": "es", "Dat": "em", "Gen": "en"},
    "Plur": {"Nom": "e", "Acc": "e", "Dat": "en", "Gen": "er"},
}


def ending(*, case: str, number: str, gender: str, after: str) -> str:
    """after: ``definite`` (der, dieser, jeder), ``indefinite`` (ein, kein, mein) or ``none``."""
    kind = "Plur" if number == "Plur" else gender
    if after == "none":
        return _STRONG[kind][case]
    if kind == "Plur" or case in ("Dat", "Gen"):
        return "en"
    if kind == "Masc" and case == "Acc":
        return "en"
    if after == "indefinite":
        return _STRONG[kind][case]
    return "e"


def adjective(lemma: str, *, case: str, number: str, gender: str, after: str) -> str:
    """The attributive form of an adjective or participle given in its base form.

    >>> adjective("teuer", case="Nom", number="Sing", gender="Masc", after="indefinite")
    'teurer'
    """
    if lemma.endswith(("rosa", "lila")) or lemma[:1].isupper():
        return lemma  # *Berliner*, *rosa* do not inflect
    stem = tables.adjective_stem(lemma)
    tail = ending(case=case, number=number, gender=gender, after=after)
    return stem + (tail[1:] if stem.endswith("e") else tail)
