"""The closed classes of German as typed tables (data/closed_classes.yaml)."""

from __future__ import annotations

from functools import cache

from a11y.language.analysis import Relation
from a11y.language.data_file import data_file


@cache
def subjunctions() -> dict[str, Relation]:
    return {
        word: Relation(name) for word, name in data_file("closed_classes")["subjunctions"].items()
    }


@cache
def infinitive_subjunctions() -> dict[str, Relation]:
    return {
        word: Relation(name)
        for word, name in data_file("closed_classes")["infinitive_subjunctions"].items()
    }


@cache
def prepositions() -> dict[str, tuple[str, ...]]:
    """Preposition → cases it can take."""
    return {
        word: tuple(cases.split("/"))
        for word, cases in data_file("closed_classes")["prepositions"].items()
    }


@cache
def contractions() -> dict[str, tuple[str, str]]:
    """``im`` → (``in``, ``Dat``)."""
    return {
        word: (pair[0], pair[1])
        for word, pair in data_file("closed_classes")["contractions"].items()
    }


@cache
def members(name: str) -> frozenset[str]:
    """A plain list of the file, such as ``negations`` or ``modals``."""
    return frozenset(data_file("closed_classes")[name])


@cache
def lemma_of(name: str) -> dict[str, str]:
    """Form → lemma for ``pronoun_lemmas`` and ``determiner_lemmas``."""
    return {
        form: lemma for lemma, forms in data_file("closed_classes")[name].items() for form in forms
    }
