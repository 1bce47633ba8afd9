"""The embedding of a word, worked out once for a pipeline that no longer learns.

What ``features.lexical_embed`` makes of a word depends on its letters alone, and it is a third of
what reading a sentence costs; only the layers behind it look at the neighbours.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import intify_attr  # type: ignore[import-not-found]  # compiled
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

_KEPT = 50_000
"""Words; 400 bytes each. A text of a million words has about as many different ones."""


class Embeddings:
    """The embedding of each word that a loaded pipeline met.

    Only for a pipeline that no longer learns: what is kept would be wrong as soon as the weights
    change.
    """

    def __init__(self, nlp: Language) -> None:
        tok2vec: Any = nlp.get_pipe("tok2vec")
        self._layer: Model[list[Doc], list[NDArray[np.float32]]] = tok2vec.model.layers[0]
        self._vocab = nlp.vocab
        _read_only_spelling(nlp.vocab, self._layer)
        self._lock = threading.Lock()  # two threads that add words at once would mix them up
        self._rows: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)
        self._place: dict[str, int] = {}

    def rows(self, words: Sequence[str]) -> NDArray[np.float32]:
        """One row for each word; the caller may write into it."""
        with self._lock:
            new = [word for word in dict.fromkeys(words) if word not in self._place]
            if new:
                if len(self._place) + len(new) > _KEPT:
                    self._rows, self._place = self._rows[:0], {}
                    new = list(dict.fromkeys(words))
                self._add(new)
            return self._rows[[self._place[word] for word in words]]

    def _add(self, words: list[str]) -> None:
        (made,) = self._layer.predict([Doc(self._vocab, words=words)])
        first, needed = len(self._place), len(self._place) + len(words)
        if needed > len(self._rows):
            grown = np.zeros((max(needed, 2 * len(self._rows)), made.shape[1]), dtype=np.float32)
            grown[:first] = self._rows[:first] if first else 0.0
            self._rows = grown
        self._rows[first:needed] = made
        self._place.update(zip(words, range(first, needed), strict=True))


def _read_only_spelling(vocab: Any, layer: Model[Any, Any]) -> None:
    """Of a word that it never met spaCy works out twenty properties; the layer asks for four."""
    wanted = {
        intify_attr(column)
        for part in layer.walk()
        if part.name == "extract_features"
        for column in part.attrs["columns"]
    }
    for unread in vocab.lex_attr_getters.keys() - wanted:
        del vocab.lex_attr_getters[unread]
