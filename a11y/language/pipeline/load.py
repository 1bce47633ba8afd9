"""Load a pipeline once and run it on sentences that are already tokenised."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from a11y.language.errors import PipelineMissingError
from a11y.language.pipeline import clusters, features, labels
from a11y.language.word import Word

BUILT_IN = Path(__file__).resolve().parent.parent / "model"
_LOCK = threading.Lock()


@cache
def load(name: str) -> Language:
    """The pipeline by package name or folder; "" is the built-in one."""
    assert features.WIDTH
    if not name:
        clusters.load()
    try:
        return spacy.load(name or BUILT_IN, exclude=["ner", "lemmatizer", "attribute_ruler"])
    except (OSError, ValueError) as error:
        raise PipelineMissingError(name or str(BUILT_IN)) from error


def chosen(name: str | None) -> str:
    """The pipeline asked for, else the one of ``KLARHAND_GERMAN_PIPELINE``, else the built-in."""
    return name if name is not None else os.environ.get("KLARHAND_GERMAN_PIPELINE", "")


def annotate(sentences: Sequence[Sequence[Word]], *, pipeline: str | None = None) -> None:
    """Fill tag, pos, morph, head and dep of the words, sentence by sentence, in UD terms."""
    nlp = load(chosen(pipeline))
    docs = [
        Doc(
            nlp.vocab,
            words=[word.text for word in words],
            spaces=[word.space_after for word in words],
            sent_starts=[position == 0 for position in range(len(words))],
        )
        for words in sentences
    ]
    with _LOCK:  # one pipeline serves the portal's threads in turn
        annotated = list(nlp.pipe(docs))
    for words, doc in zip(sentences, annotated, strict=True):
        first = words[0].index if words else 0
        for word, token in zip(words, doc, strict=True):
            word.tag, word.pos = token.tag_, token.pos_
            word.morph = token.morph.to_dict()
            word.head, word.dep = first + token.head.i, token.dep_
        if labels.is_tiger(list(words)):
            labels.to_ud(list(words))
