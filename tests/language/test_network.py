"""The built-in pipeline without spaCy's machinery says what spaCy says of every word."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
import spacy

from a11y.language import analyse
from a11y.language.pipeline import blas, features, load, network, transitions
from a11y.language.pipeline.load import BUILT_IN
from a11y.language.training import treebank

_TEXTS = Path(__file__).resolve().parents[2] / "content" / "leistungen"


def sentences() -> list[tuple[str, ...]]:
    """The demo city's services, a few gold trees, and word salad, which no rule of the parser's is
    made for: long ones, single words, words of no language."""
    found = [
        tuple(token.text for token in analysis.tokens[slice(*sentence.tokens)])
        for file in sorted(_TEXTS.iterdir())
        for analysis in [analyse(file.read_text(encoding="utf-8"))]
        for sentence in analysis.sentences
    ]
    found += [
        tuple(word.form for word in words)
        for words in treebank.sentences(Path(__file__).with_name("small.conllu"))
    ]
    pool = [*sorted({word for words in found for word in words}), "xqz", "§§", "–", "12.3.", "Ä"]
    chance = random.Random(7)
    found += [tuple(chance.choices(pool, k=k)) for k in range(1, 161, 3)]
    return [words for words in dict.fromkeys(found) if 0 < len(words) <= 160]


def by_spacy(texts: list[tuple[str, ...]]) -> list[tuple[network.Label, ...]]:
    assert features.WIDTH  # imported so that spaCy's registry knows the embedding
    nlp = spacy.load(BUILT_IN)
    keys = [("", words, tuple(True for _ in words)) for words in texts]
    return list(load._of_another(nlp, keys))


def test_every_label_and_head_is_spacys() -> None:
    texts = sentences()
    assert sum(map(len, texts)) > 5_000
    direct = load._direct().read([("", words, ()) for words in texts])
    expected = by_spacy(texts)
    differ = [words for words, a, b in zip(texts, direct, expected, strict=True) if a != b]
    assert not differ
    lifted = [name for name in load._direct()._network._parser.names if "||" in name]
    assert lifted
    # A head that was given too high is brought down.
    assert not any(label[4] in lifted for words in direct for label in words)


def test_a_sentence_is_read_alike_alone_and_among_others() -> None:
    texts = [words for words in sentences() if len(words) < 30][:60]
    together = load._direct().read([("", words, ()) for words in texts])
    alone = [load._direct().read([("", words, ())])[0] for words in texts]
    assert together == alone


def test_a_head_given_too_high_is_looked_for_below() -> None:
    form: tuple[str, dict[str, str]] = ("NOUN", {})
    words: list[network._Word] = [
        ("VV", form, 0, "ROOT"),
        ("NN", form, 0, "obj"),
        ("NN", form, 1, "nmod"),
        ("VV", form, 0, "acl:relcl||nmod"),
        ("VV", form, 0, "acl:relcl||iobj"),
    ]
    down = network._let_down(words)
    assert [(head, relation) for *_, head, relation in down] == [
        (0, "ROOT"),
        (0, "obj"),
        (1, "nmod"),
        (2, "acl:relcl"),
        (0, "acl:relcl"),  # there is none: it stays where it is
    ]


def test_a_layer_takes_the_largest_sum_and_norms_it() -> None:
    chance = np.random.default_rng(3)
    sums = chance.standard_normal((5, 12)).astype(np.float32)
    bias, rows = (chance.standard_normal(n).astype(np.float32) for n in (12, 20))
    gain, shift = (chance.standard_normal(4).astype(np.float32) for _ in range(2))
    rows = rows.reshape(5, 4)
    most = (sums + bias).reshape(5, 3, 4).max(axis=1)
    normed = (most - most.mean(axis=1, keepdims=True)) / most.std(axis=1, keepdims=True)
    expected = rows + normed * gain + shift
    transitions.settle(sums, bias, gain, shift, rows)
    assert np.allclose(rows, expected, atol=1e-4)


def test_products_take_one_thread_and_leave_the_others_as_they_were() -> None:
    library = blas._library()
    if library is None:
        pytest.skip("this numpy multiplies with another library")
    library.scipy_openblas_set_num_threads64_(2)
    with blas.one_thread():
        assert library.scipy_openblas_get_num_threads64_() == 1
    assert library.scipy_openblas_get_num_threads64_() == 2


def test_a_long_text_is_read_in_pieces_and_nothing_in_an_empty_one() -> None:
    direct = load._direct()
    texts = [tuple(f"Das Amt prüft den Antrag {number} .".split()) for number in range(500)]
    keys = [("", words, tuple(True for _ in words)) for words in texts]
    assert sum(map(len, texts)) > load._AT_ONCE
    assert direct.read(keys) == [one for key in keys for one in direct.read([key])]
    load.annotate([[]], pipeline="")
