"""A remembered embedding is the one that the model would work out, to the bit."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from a11y.language.pipeline import features
from a11y.language.pipeline.load import BUILT_IN
from a11y.language.pipeline.remembered import Embeddings

FIRST = ["Die", "Gebühr", "beträgt", "15,00", "Euro", "."]
SECOND = ["Bezahlen", "Sie", "die", "Gebühr", "im", "Voraus", ".", "Die", "Quittung", "gilt", "."]


def loaded() -> Language:
    assert features.WIDTH  # imported so that spaCy's registry knows the embedding
    return spacy.load(BUILT_IN)


@pytest.fixture
def embeddings() -> Embeddings:
    return Embeddings(loaded())


def test_words_met_before_are_embedded_as_words_never_met(embeddings: Embeddings) -> None:
    other = loaded()  # knows all that spaCy works out of a word, not only what is asked for
    layer = other.get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]  # of any component
    embeddings.rows(FIRST)
    kept = embeddings.rows(FIRST + SECOND)
    worked_out = layer.predict([Doc(other.vocab, words=FIRST + SECOND)])[0]
    assert np.array_equal(kept, worked_out)


def test_what_a_later_layer_writes_does_not_reach_what_is_kept(embeddings: Embeddings) -> None:
    rows = embeddings.rows(FIRST)
    before = rows.copy()
    rows += 1.0
    assert np.array_equal(embeddings.rows(FIRST), before)


def test_texts_read_in_several_threads_do_not_mix_their_words(embeddings: Embeddings) -> None:
    texts = [[f"Wort{n}", f"Text{n}", "und", f"Zahl{n % 7}"] for n in range(96)]
    with ThreadPoolExecutor(8) as threads:
        kept = list(threads.map(embeddings.rows, texts))
    worked_out = Embeddings(loaded()).rows(list(chain(*texts)))
    assert np.array_equal(np.concatenate(kept), worked_out)


def test_what_is_kept_is_bounded(embeddings: Embeddings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11y.language.pipeline.remembered._KEPT", 12)
    before = embeddings.rows(FIRST)
    embeddings.rows(SECOND)
    embeddings.rows([f"Wort{n}" for n in range(9)])
    assert len(embeddings._place) <= 12
    assert np.array_equal(embeddings.rows(FIRST), before)
