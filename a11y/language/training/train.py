"""Train the pipeline; score its tags and trees on gold sentences."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.cli.init_config import fill_config
from spacy.cli.train import train as spacy_train
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from a11y.language.pipeline import clusters, features
from a11y.language.training import treebank

CONFIG = Path(__file__).with_name("config.cfg")
_KEPT = ("ORTH", "SPACY", "TAG", "POS", "MORPH", "HEAD", "DEP", "SENT_START")


def fold_of(number: int, *, folds: int) -> int:
    """Which fold the n-th sentence of a treebank file belongs to: every ``folds``-th."""
    return number % folds


def split(folder: Path, *, folds: int, held_out: int | None) -> tuple[list[Doc], list[Doc]]:
    """Gold docs (train, held out). ``held_out`` None: all for training, none held out."""
    vocab = spacy.blank("de").vocab
    train: list[Doc] = []
    test: list[Doc] = []
    for file in treebank.files(folder):
        for number, words in enumerate(treebank.sentences(file)):
            doc = treebank.to_doc(words, vocab)
            kept_back = held_out is not None and fold_of(number, folds=folds) == held_out
            (test if kept_back else train).append(doc)
    return train, test


def train(
    folder: Path,
    out: Path,
    *,
    steps: int = 2500,
    seed: int = 0,
    folds: int = 5,
    held_out: int | None = None,
    overrides: dict[str, Any] | None = None,
) -> None:
    """Train on ``folder`` without fold ``held_out`` (None: on everything); the pipeline is left at
    ``out``, replaced only when complete."""
    assert features.WIDTH  # imported so that spaCy's registry knows the embedding
    clusters.load()
    gold, test = split(folder, folds=folds, held_out=held_out)
    random.Random(seed).shuffle(gold)
    with tempfile.TemporaryDirectory(prefix="klarhand-train-") as scratch:
        work = Path(scratch)
        _save(gold, work / "train.spacy")
        _save(test or gold[:100], work / "dev.spacy")
        settings = {
            "paths.train": str(work / "train.spacy"),
            "paths.dev": str(work / "dev.spacy"),
            "training.max_steps": steps,
            "training.optimizer.learn_rate.total_steps": int(steps * 1.1),
            "training.seed": seed,
            **(overrides or {}),
        }
        fill_config(work / "config.cfg", CONFIG)
        spacy_train(work / "config.cfg", work / "model", overrides=settings)
        trained = work / "model" / "model-last"
        _slim(trained)
        out.parent.mkdir(parents=True, exist_ok=True)
        beside = out.with_name(f"{out.name}.part{os.getpid()}")
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(trained, beside)
        if out.exists():
            shutil.rmtree(out)
        beside.replace(out)


def evaluate(nlp: spacy.language.Language, gold: Sequence[Doc]) -> dict[str, float]:
    """Tag, POS, morph accuracy, UAS and LAS (without punctuation) in per cent, on gold tokens."""
    blind = [
        Doc(
            nlp.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            sent_starts=[index == 0 for index in range(len(doc))],
        )
        for doc in gold
    ]
    examples = [
        Example(predicted, reference)
        for predicted, reference in zip(nlp.pipe(blind), gold, strict=True)
    ]
    scores: dict[str, Any] = Scorer(nlp, default_pipeline=()).score(examples) or {}
    scores |= nlp.evaluate(examples) if not scores else {}
    names = {
        "tag": "tag_acc",
        "pos": "pos_acc",
        "morph": "morph_acc",
        "uas": "dep_uas",
        "las": "dep_las",
    }
    return {name: round(100 * scores[key], 2) for name, key in names.items()}


def _save(docs: Sequence[Doc], path: Path) -> None:
    DocBin(attrs=_KEPT, docs=docs).to_disk(path)


def _slim(model: Path) -> None:
    """Drop what the built-in pipeline never reads: tokenizer rules, word strings, scratch paths."""
    config = spacy.util.load_config(model / "config.cfg")
    config["paths"].update(train=None, dev=None)
    config.to_disk(model / "config.cfg")
    (model / "vocab" / "lookups.bin").unlink(missing_ok=True)
