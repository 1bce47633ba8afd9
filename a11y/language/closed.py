"""The closed classes of German as typed tables (data/closed_classes.yaml)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from a11y.language.analysis import Relation

_FILE = Path(__file__).parent / "data" / "closed_classes.yaml"


@cache
def _raw() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=loader)
    return table


@cache
def subjunctions() -> dict[str, Relation]:
    return {word: Relation(name) for word, name in _raw()["subjunctions"].items()}


@cache
def infinitive_subjunctions() -> dict[str, Relation]:
    return {word: Relation(name) for word, name in _raw()["infinitive_subjunctions"].items()}


@cache
def prepositions() -> dict[str, tuple[str, ...]]:
    """Preposition → cases it can take."""
    return {word: tuple(cases.split("/")) for word, cases in _raw()["prepositions"].items()}


@cache
def contractions() -> dict[str, tuple[str, str]]:
    """``im`` → (``in``, ``Dat``)."""
    return {word: (pair[0], pair[1]) for word, pair in _raw()["contractions"].items()}


@cache
def members(name: str) -> frozenset[str]:
    """A plain list of the file, such as ``negations`` or ``modals``."""
    return frozenset(_raw()[name])


@cache
def lemma_of(name: str) -> dict[str, str]:
    """Form → lemma for ``pronoun_lemmas`` and ``determiner_lemmas``."""
    return {form: lemma for lemma, forms in _raw()[name].items() for form in forms}
