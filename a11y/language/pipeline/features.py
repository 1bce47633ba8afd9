"""What the tagger and parser see of a word beyond its spelling: its Brown cluster and every
reading that the word tables give it (gender, case, number, person, mood …).

The small treebanks cannot teach that *Ausweise* is plural or *beantragt* a participle; the tables
know it. A compound that no table holds gets the readings of its head (*Abfallbehältertausch* →
*Tausch*).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.featureextractor import FeatureExtractor
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d

from a11y.language.lexicon import tables
from a11y.language.pipeline import clusters

_VERB_FORMS = ("Pres", "Past", "Sub1", "Sub2", "Imp", "Part2", "Inf", "InfZu")
_ENDINGS = ("e", "en", "er", "es", "em")
_FLAGS = (
    *("masc", "fem", "neut"),
    *(f"{n}-{c}" for n in tables.NUMBERS for c in tables.CASES),
    "noun",
    "noun-by-head",
    *_VERB_FORMS,
    *tables.PERSONS,
    "particle-joined",
    "part1",
    "adjective",
    *(f"adjective-{ending}" for ending in _ENDINGS),
    *("place", "first", "last"),
    "particle",
)
_BIT = {flag: index for index, flag in enumerate(_FLAGS)}
WIDTH = clusters.WIDTH + len(_FLAGS)


@lru_cache(maxsize=200_000)
def word_features(word: str) -> NDArray[np.float32]:
    """One row of WIDTH numbers: cluster directions, then one flag per possible reading."""
    row = np.zeros(WIDTH, dtype=np.float32)
    known = clusters.load()
    cluster = known.row(word)
    lowered = word.lower()
    if not cluster and lowered != word:
        cluster = known.row(lowered if not word.isupper() else word.capitalize())
    head = _noun_head(word) if word[:1].isupper() else ""
    if not cluster and head:
        cluster = known.row(head)
    row[: clusters.WIDTH] = known.table[cluster]
    flags = row[clusters.WIDTH :]
    for flag in _readings(word, lowered, head):
        flags[_BIT[flag]] = 1.0
    return row


def _readings(word: str, lowered: str, head: str) -> set[str]:
    found: set[str] = set()
    form = head or word
    for noun in tables.noun_readings(form) if word[:1].isupper() else ():
        found.add("noun" if form == word else "noun-by-head")
        found.add(f"{noun.number}-{noun.case}")
        if noun.gender:
            found.add(noun.gender.lower())
    for verb in tables.verb_readings(lowered):
        found.add(verb.form)
        if verb.person:
            found.add(verb.person)
        if verb.joined:
            found.add("particle-joined")
    if lowered.endswith("end") and tables.verb_readings(lowered[:-1]):
        found.add("part1")
    found |= _adjective_readings(lowered)
    for kind, members in tables.names().items():
        if word in members:
            found.add(kind)
    if lowered in _particles():
        found.add("particle")
    return found


def _adjective_readings(lowered: str) -> set[str]:
    stems = tables.adjective_stems()
    if lowered in stems and stems[lowered] == lowered:
        return {"adjective"}
    for ending in ("en", "er", "es", "em", "e"):
        stem = lowered.removesuffix(ending)
        if stem == lowered or len(stem) < 3:
            continue
        if stem in stems or any(r.form == "Part2" for r in tables.verb_readings(stem)):
            return {"adjective", f"adjective-{ending}"}
        if stem.endswith("end") and tables.verb_readings(stem[:-1]):
            return {"adjective", f"adjective-{ending}", "part1"}
    return set()


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(particle for particle, _ in tables.verb_classes().values() if particle)


@lru_cache(maxsize=100_000)
def _noun_head(word: str) -> str:
    """The longest ending of an unknown word that is a noun form (at least four letters), or ""."""
    forms = tables.noun_forms()
    if word in forms or len(word) < 7 or word.isupper():
        return ""
    tail = word.rpartition("-")[2]
    if tail != word and tail in forms:
        return tail
    for start in range(3, len(word) - 3):
        candidate = word[start:].capitalize()
        if candidate in forms:
            return candidate
    return ""


def lexical_features() -> Model[list[Doc], list[Floats2d]]:
    """Layer without weights: a list of docs → per doc an array (tokens, WIDTH)."""
    return Model("lexical_features", _forward, dims={"nO": WIDTH})


def _forward(model, docs, is_train):  # type: ignore[no-untyped-def]
    rows = [
        model.ops.asarray2f(
            np.stack([word_features(token.text) for token in doc])
            if len(doc)
            else np.zeros((0, WIDTH), dtype=np.float32)
        )
        for doc in docs
    ]
    return rows, lambda _: []


@registry.architectures("klarhand.LexicalEmbed.v1")  # type: ignore[untyped-decorator]
def lexical_embed(
    *, width: int, attrs: list[str], rows: list[int]
) -> Model[list[Doc], list[Floats2d]]:
    """Embed tokens by hashed spelling features and by ``word_features``, mixed by one layer."""
    hashed: list[Model[Any, Any]] = [
        HashEmbed(width, size, column=column, seed=column + 7, dropout=0.0)
        for column, size in enumerate(rows)
    ]
    spelling: Model[Any, Any] = chain(
        FeatureExtractor(attrs), list2ragged(), with_array(concatenate(*hashed))
    )
    lexical: Model[Any, Any] = chain(
        lexical_features(), list2ragged(), with_array(Linear(width, WIDTH))
    )
    mix = Maxout(width, width * (len(rows) + 1), nP=3, dropout=0.0, normalize=True)
    return chain(concatenate(spelling, lexical), with_array(mix), ragged2list())
