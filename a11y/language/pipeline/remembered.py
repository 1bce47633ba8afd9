"""The embedding of a word, worked out once for a pipeline that no longer learns.

What ``features.lexical_embed`` makes of a word depends on its letters alone, and it is a third of
what reading a sentence costs; only the layers behind it look at the neighbours.
"""

from __future__ import annotations

import threading
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

_LOCK = threading.Lock()
"""A server reads texts in several threads; two that add words at once would mix them up."""
_KEPT = 50_000
"""Words; 400 bytes each. A text of a million words has about as many different ones."""


def remember_embeddings(nlp: Language) -> None:
    """Let the built-in pipeline keep the embedding of each word that it met.

    Only for a loaded pipeline: what is kept would be wrong as soon as the weights change.
    """
    layers = nlp.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]  # of any component
    layers[0] = Model("remembered", _forward, layers=[layers[0]], attrs={"known": _Known()})


class _Known:
    """rows: float32 (room for words, width); place: key of a word's spelling → its row."""

    def __init__(self) -> None:
        self.rows: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self.place: dict[int, int] = {}

    def add(self, keys: list[int], rows: NDArray[np.float32]) -> None:
        first = len(self.place)
        needed = first + len(keys)
        if needed > len(self.rows):
            grown = np.zeros((max(needed, 2 * len(self.rows)), rows.shape[1]), dtype=np.float32)
            grown[:first] = self.rows[:first] if first else 0.0
            self.rows = grown
        self.rows[first:needed] = rows
        self.place.update(zip(keys, range(first, needed), strict=True))


def _forward(model, docs: list[Doc], is_train: bool):  # type: ignore[no-untyped-def]  # thinc's own
    spelled = [doc.to_array("ORTH").tolist() for doc in docs]
    with _LOCK:
        known: _Known = model.attrs["known"]
        new = [key for key in dict.fromkeys(chain(*spelled)) if key not in known.place]
        if new:
            if len(known.place) + len(new) > _KEPT:
                known = model.attrs["known"] = _Known()
                new = list(dict.fromkeys(chain(*spelled)))
            vocab = docs[0].vocab
            words = Doc(vocab, words=[vocab.strings[key] for key in new])
            (rows,) = model.layers[0].predict([words])
            known.add(new, rows)
        found: list[NDArray[np.float32]] = [
            known.rows[[known.place[key] for key in keys]]  # a copy: layers may write into it
            for keys in spelled
        ]
    return found, lambda _: []
