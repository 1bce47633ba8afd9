"""The built-in pipeline as plain arrays: embedded words in; tags, features and trees out.

What spaCy trained, worked out without spaCy's machinery: the same weights and the same arithmetic
but for the order in which floats are added up (``tests/language/test_network.py`` holds it against
spaCy's own answer). A batch of sentences goes through as one matrix.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from spacy.language import Language
from spacy.parts_of_speech import NAMES as POS  # type: ignore[import-not-found]  # compiled

from a11y.language.pipeline import transitions
from a11y.language.pipeline.blas import one_thread
from a11y.language.pipeline.transitions import Floats, Ints

Label = tuple[str, str, Mapping[str, str], int, str]
"""STTS tag, UPOS, features, head as an index in the sentence, relation."""

_Form = tuple[str, Mapping[str, str]]
_Word = tuple[str, _Form, int, str]

_KINDS = {
    "S": transitions.SHIFT,
    "D": transitions.REDUCE,
    "L": transitions.LEFT,
    "R": transitions.RIGHT,
    "B": transitions.BREAK,
}
_LIFTED = "||"
"""*acl:relcl||obj*: in truth the head is the nearest *obj* below the one that is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """One layer that looks at a word and its neighbours. weights: (3 × width, PIECES × width)."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """One class for each word. weights: (width, classes); names: what a class stands for."""

    weights: Floats
    bias: Floats
    names: tuple[Any, ...]

    def of(self, rows: Floats) -> Iterator[Any]:
        best = (rows @ self.weights + self.bias).argmax(axis=1)
        return map(self.names.__getitem__, best.tolist())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parser:
    """narrow, narrow_bias: (width, hidden), (hidden), from a word to what the parser reads of it;
    spread: (hidden, FEATURES × PIECES × hidden); names: the relation of each class and, last, a
    root's; the others as in ``transitions.parse``."""

    narrow: Floats
    narrow_bias: Floats
    spread: Floats
    absent: Floats
    bias: Floats
    weights: Floats
    score_bias: Floats
    moves: Ints
    names: tuple[str, ...]

    def trees(self, rows: Floats, lengths: Ints) -> tuple[list[int], list[str]]:
        """Per word its head (an index in its sentence) and its relation."""
        read: Floats = rows @ self.narrow
        read += self.narrow_bias
        shares: Floats = read @ self.spread
        heads, classes = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
        transitions.parse(
            shares.reshape(len(rows), *self.absent.shape),
            lengths,
            self.absent,
            self.bias,
            self.weights,
            self.score_bias,
            self.moves,
            heads,
            classes,
        )
        return heads.tolist(), [self.names[one] for one in classes.tolist()]


class Network:
    """Tagger, morphologizer and parser of a loaded pipeline that no longer learns."""

    def __init__(self, nlp: Language) -> None:
        pipes: dict[str, Any] = {name: nlp.get_pipe(name) for name in nlp.pipe_names}
        self._windows = tuple(map(_window, pipes["tok2vec"].model.layers[1].layers[0].layers))
        tagger, shapes = pipes["tagger"], pipes["morphologizer"]
        self._tags = _choice(tagger.model, tuple(tagger.labels))
        self._forms = _choice(shapes.model, tuple(_forms(shapes)))
        self._parser = _parser(pipes["parser"])

    def labels(self, rows: Floats, lengths: Sequence[int]) -> list[tuple[Label, ...]]:
        """The labels of sentences given one behind the other.

        rows: (words, width), the embedding of each word; lengths: words of each sentence, each at
        least one.
        """
        counts = np.array(lengths, dtype=np.int64)
        with one_thread():
            rows = self._contextual(rows, counts)
            tags, forms = self._tags.of(rows), self._forms.of(rows)
            heads, relations = self._parser.trees(rows, counts)
        words = list(zip(tags, forms, heads, relations, strict=True))
        found: list[tuple[Label, ...]] = []
        first = 0
        for length in lengths:
            part = words[first : first + length]
            first += length
            if any(_LIFTED in relation for *_, relation in part):
                part = _let_down(part)
            found.append(tuple((tag, *form, head, relation) for tag, form, head, relation in part))
        return found

    def _contextual(self, rows: Floats, counts: Ints) -> Floats:
        """Each word as its neighbours make it. Between sentences lie as many empty rows as there
        are layers, so that none sees another."""
        gap, width = len(self._windows), rows.shape[1]
        places = np.arange(len(rows)) + gap * (1 + np.repeat(np.arange(len(counts)), counts))
        padded = np.zeros((len(rows) + gap * (len(counts) + 1) + 2, width), dtype=np.float32)
        inner = padded[1:-1]  # the first and the last row stay empty: all have two neighbours
        inner[places] = rows
        step = padded.strides[0]
        triples = as_strided(padded, (len(inner), 3 * width), (step, padded.itemsize))
        for window in self._windows:
            sums = triples @ window.weights
            transitions.settle(sums, window.bias, window.gain, window.shift, inner)
        seen: Floats = inner[places]
        return seen


def _let_down(words: Sequence[_Word]) -> list[_Word]:
    """Give words that hang too high their own head again: breadth first, from left to right."""
    heads, relations = [word[2] for word in words], [word[3] for word in words]
    for word, relation in enumerate(relations):
        label, lifted, wanted = relation.partition(_LIFTED)
        level = [heads[word]] if lifted else []
        while level:
            below = [
                child
                for head in level
                for child, its_head in enumerate(heads)
                if its_head == head and child not in (head, word)
            ]
            fitting = [child for child in below if relations[child] == wanted]
            if fitting:
                heads[word] = fitting[0]
                break
            level = below
        relations[word] = label
    return [
        (tag, form, head, relation)
        for (tag, form, *_), head, relation in zip(words, heads, relations, strict=True)
    ]


# ------------------------------------------------------------------ what spaCy keeps, as arrays


def _found(model: Any, name: str) -> Any:
    return next(layer for layer in model.walk() if layer.name == name)


def _window(layer: Any) -> _Window:
    maxout, norm = _found(layer, "maxout"), _found(layer, "layernorm")
    weights = maxout.get_param("W")  # (width, PIECES, 3 × width)
    _must(weights.shape[1:] == (transitions.PIECES, 3 * weights.shape[0]))
    return _Window(
        weights=_flat(weights.transpose(2, 1, 0), weights.shape[2]),
        bias=np.ascontiguousarray(maxout.get_param("b").T).ravel(),
        gain=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


def _choice(model: Any, names: tuple[Any, ...]) -> _Choice:
    layer = _found(model, "softmax")
    return _Choice(
        weights=np.ascontiguousarray(layer.get_param("W").T), bias=layer.get_param("b"), names=names
    )


def _forms(pipe: Any) -> Iterator[_Form]:
    """UPOS and features of each class of the morphologizer."""
    for label in pipe.labels:
        written = pipe.cfg["labels_morph"][label]
        pairs = dict(pair.split("=", 1) for pair in written.split("|")) if written else {}
        yield str(POS[pipe.cfg["labels_pos"][label]]), MappingProxyType(pairs)


def _parser(pipe: Any) -> _Parser:
    first, lower, upper = pipe.model.layers
    narrow = _found(first, "linear")
    spread, absent = lower.get_param("W"), lower.get_param("pad")[0]
    _must(absent.shape[0] == transitions.FEATURES and absent.shape[2] == transitions.PIECES)
    _must(all(name[0] in _KINDS for name in pipe.move_names))
    return _Parser(
        narrow=np.ascontiguousarray(narrow.get_param("W").T),
        narrow_bias=narrow.get_param("b"),
        spread=_flat(spread.transpose(3, 0, 2, 1), spread.shape[3]),
        absent=_flat(absent.transpose(0, 2, 1), absent.shape[0]),
        bias=np.ascontiguousarray(lower.get_param("b").T).ravel(),
        weights=np.ascontiguousarray(upper.get_param("W").T),
        score_bias=upper.get_param("b"),
        moves=np.array([_KINDS[name[0]] for name in pipe.move_names], dtype=np.int64),
        names=(*(name[2:] for name in pipe.move_names), "ROOT"),
    )


def _must(fits: bool) -> None:
    """Compiled loops do not look whether an index is inside its array."""
    if not fits:
        raise ValueError(
            "The German pipeline was trained with layers that network.py and transitions.py do not "
            "know: train it with those of a11y/language/training, or change both."
        )


def _flat(array: Floats, rows: int) -> Floats:
    return np.ascontiguousarray(array).reshape(rows, -1)
