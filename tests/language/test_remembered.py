"""A remembered embedding is the one that the model would work out, to the bit."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from spacy.tokens import Doc

from a11y.language.pipeline.load import load

FIRST = ["Die", "Gebühr", "beträgt", "15,00", "Euro", "."]
SECOND = ["Bezahlen", "Sie", "die", "Gebühr", "im", "Voraus", ".", "Die", "Quittung", "gilt", "."]


def test_words_met_before_are_embedded_as_words_never_met() -> None:
    nlp = load("")
    layer = nlp.get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]  # of any component
    docs = [Doc(nlp.vocab, words=FIRST), Doc(nlp.vocab, words=SECOND)]
    layer.predict(docs[:1])
    kept = layer.predict(docs)
    worked_out = layer.layers[0].predict(docs)
    assert all(np.array_equal(*pair) for pair in zip(kept, worked_out, strict=True))


def test_what_a_later_layer_writes_does_not_reach_what_is_kept() -> None:
    nlp = load("")
    layer = nlp.get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]  # of any component
    (rows,) = layer.predict([Doc(nlp.vocab, words=FIRST)])
    before = rows.copy()
    rows += 1.0
    assert np.array_equal(layer.predict([Doc(nlp.vocab, words=FIRST)])[0], before)


def test_texts_read_in_several_threads_do_not_mix_their_words() -> None:
    nlp = load("")
    layer = nlp.get_pipe("tok2vec").model.layers[0]  # type: ignore[attr-defined]  # of any component
    docs = [
        Doc(nlp.vocab, words=[f"Wort{n}", f"Text{n}", "und", f"Zahl{n % 7}"]) for n in range(96)
    ]
    with ThreadPoolExecutor(8) as threads:
        kept = list(threads.map(lambda doc: layer.predict([doc])[0], docs))
    worked_out = layer.layers[0].predict(docs)
    assert all(np.array_equal(*pair) for pair in zip(kept, worked_out, strict=True))
