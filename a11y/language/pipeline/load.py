"""Load a pipeline once and run it on sentences that are already tokenised."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from a11y.language.errors import PipelineMissingError
from a11y.language.pipeline import clusters, features, labels
from a11y.language.word import Word

BUILT_IN = Path(__file__).resolve().parent.parent / "model"
_LOCK = threading.Lock()
_KEPT = 4_000
"""So many sentences keep their labels: an editor's text is read again and again, hardly changed."""

_AT_ONCE = 2_000
"""Words that are read as one matrix: what is worked out of each takes 12 kB meanwhile."""

_Key = tuple[str, tuple[str, ...], tuple[bool, ...]]
_Labels = tuple[tuple[str, str, Mapping[str, str], int, str], ...]
_REMEMBERED: dict[_Key, _Labels] = {}


@cache
def load(name: str) -> Language:
    """The pipeline by package name or folder; "" is the built-in one."""
    assert features.WIDTH
    if not name:
        clusters.load()
    try:
        nlp = spacy.load(name or BUILT_IN, exclude=["ner", "lemmatizer", "attribute_ruler"])
    except (OSError, ValueError) as error:
        raise PipelineMissingError(name or str(BUILT_IN)) from error
    return nlp


class _Direct:
    """The built-in pipeline without spaCy's machinery: words embedded once, then plain arrays."""

    def __init__(self, nlp: Language) -> None:
        from a11y.language.pipeline.network import Network  # compiled loops: only where they serve
        from a11y.language.pipeline.remembered import Embeddings

        self._embeddings, self._network = Embeddings(nlp), Network(nlp)

    def read(self, keys: Sequence[_Key]) -> list[_Labels]:
        found: list[_Labels] = []
        first = words = 0
        for last, (_, texts, _) in enumerate(keys, start=1):
            words += len(texts)
            if words >= _AT_ONCE or last == len(keys):
                found += self._batch(keys[first:last])
                first, words = last, 0
        return found

    def _batch(self, keys: Sequence[_Key]) -> list[_Labels]:
        rows = self._embeddings.rows([text for _, texts, _ in keys for text in texts])
        return self._network.labels(rows, [len(texts) for _, texts, _ in keys])


@cache
def _direct() -> _Direct:
    return _Direct(load(""))


def chosen(name: str | None) -> str:
    """The pipeline asked for, else the one of ``KLARHAND_GERMAN_PIPELINE``, else the built-in."""
    return name if name is not None else os.environ.get("KLARHAND_GERMAN_PIPELINE", "")


def annotate(sentences: Sequence[Sequence[Word]], *, pipeline: str | None = None) -> None:
    """Fill tag, pos, morph, head and dep of the words, sentence by sentence, in UD terms."""
    name = chosen(pipeline)
    keys = [
        (name, tuple(word.text for word in words), tuple(word.space_after for word in words))
        for words in sentences
    ]
    for words, found in zip(sentences, _read(name, keys), strict=True):
        first = words[0].index if words else 0
        for word, (tag, pos, morph, head, dep) in zip(words, found, strict=True):
            word.tag, word.pos, word.dep, word.head = tag, pos, dep, first + head
            word.morph = dict(morph)
        if labels.is_tiger(list(words)):
            labels.to_ud(list(words))


def _read(name: str, keys: Sequence[_Key]) -> list[_Labels]:
    """The labels of every sentence; only those that are not remembered are worked out."""
    with _LOCK:  # one pipeline serves the portal's threads in turn
        _REMEMBERED.update((key, ()) for key in keys if not key[1])
        unread = [key for key in dict.fromkeys(keys) if key not in _REMEMBERED]
        made: Iterable[_Labels] = ()
        if unread:
            made = _of_another(load(name), unread) if name else _direct().read(unread)
        fresh = dict(zip(unread, made, strict=True))
        found = [fresh[key] if key in fresh else _REMEMBERED[key] for key in keys]
        _REMEMBERED.update(fresh)
        for key in list(islice(_REMEMBERED, max(0, len(_REMEMBERED) - _KEPT))):
            del _REMEMBERED[key]
    return found


def _of_another(nlp: Language, keys: Sequence[_Key]) -> Iterator[_Labels]:
    """What a pipeline that a city brought along says of sentences."""
    docs = (
        Doc(
            nlp.vocab,
            words=list(texts),
            spaces=list(spaces),
            sent_starts=[position == 0 for position in range(len(texts))],
        )
        for _, texts, spaces in keys
    )
    return map(_labels, nlp.pipe(docs))


def _labels(doc: Doc) -> _Labels:
    return tuple(
        (token.tag_, token.pos_, _features(str(token.morph)), token.head.i, token.dep_)
        for token in doc
    )


@lru_cache(maxsize=2_000)
def _features(written: str) -> Mapping[str, str]:
    """*Case=Nom|Number=Sing* as a mapping, one for all the words that share it."""
    return MappingProxyType(
        dict(pair.split("=", 1) for pair in written.split("|")) if written else {}
    )
