"""Cross-validation: a pipeline a fold, trained on all other folds and kept, and its scores.

A trained fold is kept under ``var/bench/language`` with a name made from everything that training
reads: the gold words as the treebank reader gives them, what the tagger sees of each (its features,
by value) and the settings. So a broken-off measurement goes on where it stopped, and a change of
rules, or of code that leaves these as they are, needs no new training.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import spacy

from a11y.language.pipeline import features
from a11y.language.training import gold, roles, train, treebank
from a11y.language.training.treebank import Word
from a11y.language.word import Word as ReadWord
from a11y.paths import var_dir

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """folder: where the ``.conllu`` files are; every ``folds``-th sentence of a file is one fold;
    steps: training steps a fold."""

    folder: Path
    folds: int
    steps: int


def held_out(plan: Plan, fold: int) -> list[list[Word]]:
    """The gold sentences that this fold's pipeline has not seen."""
    return [
        words
        for file in treebank.files(plan.folder)
        for number, words in enumerate(treebank.sentences(file))
        if train.fold_of(number, folds=plan.folds) == fold
    ]


def model(plan: Plan, fold: int) -> Path:
    """Where this fold's pipeline lies or will lie."""
    digest = hashlib.blake2b(digest_size=8)
    digest.update(train.CONFIG.read_bytes())
    files = treebank.files(plan.folder)
    digest.update(_read_in_training(tuple((file, file.stat().st_mtime_ns) for file in files)))
    digest.update(f"{plan.folds} {plan.steps} {fold}".encode())
    return var_dir() / "bench" / "language" / f"fold{fold}-{plan.steps}-{digest.hexdigest()}"


@lru_cache(maxsize=4)
def _read_in_training(files: tuple[tuple[Path, int], ...]) -> bytes:
    """A digest of all gold words of these files (with their times) and of what the tagger sees of
    each."""
    digest = hashlib.blake2b()
    forms: set[str] = set()
    for file, _ in files:
        for words in treebank.sentences(file):
            digest.update(repr(words).encode())
            forms |= {word.form for word in words}
    for form in sorted(forms):
        digest.update(features.word_features(form).tobytes())
    return digest.digest()


def trained(plan: Plan, fold: int, *, say: Callable[[str], None] = lambda _: None) -> Path:
    """This fold's pipeline, trained now unless an earlier run has left it."""
    place = model(plan, fold)
    if place.is_dir():
        say(f"fold {fold}: pipeline of an earlier run")
    else:
        say(f"fold {fold}: training, {plan.steps} steps")
        train.train(plan.folder, place, steps=plan.steps, folds=plan.folds, held_out=fold)
    return place


def scores(
    plan: Plan, fold: int, *, say: Callable[[str], None] = lambda _: None
) -> dict[str, float]:
    """All figures of one fold in per cent."""
    place = trained(plan, fold, say=say)
    sentences = held_out(plan, fold)
    nlp = spacy.load(place)
    found = train.evaluate(nlp, [treebank.to_doc(words, nlp.vocab) for words in sentences])
    read = gold.annotated(sentences, pipeline=str(place))
    found["lemma"] = _lemma_accuracy(sentences, read)
    pairs = list(zip(map(gold.from_tree, sentences), map(gold.from_fields, read), strict=True))
    found["clause boundaries"] = gold.f1((a.boundaries, b.boundaries) for a, b in pairs)["f1"]
    found["verb complexes"] = gold.f1((a.complexes, b.complexes) for a, b in pairs)["f1"]
    found["predicates"] = gold.f1((a.predicates, b.predicates) for a, b in pairs)["f1"]
    return found | _role_scores(sentences, read)


def _role_scores(
    sentences: Sequence[list[Word]], read: Sequence[list[ReadWord]]
) -> dict[str, float]:
    """F1 of subjects, direct and indirect objects, and of all three together."""
    pairs = [
        (roles.from_tree(tree), roles.from_fields(words, tree))
        for tree, words in zip(sentences, read, strict=True)
    ]
    found = {"subjects and objects": gold.f1(pairs)["f1"]}
    for role in roles.ASKED:
        chosen = [
            tuple(frozenset(p for p in side if p[1] is role) for side in pair) for pair in pairs
        ]
        found[role.value] = gold.f1((wanted, answer) for wanted, answer in chosen)["f1"]
    return found


def _lemma_accuracy(gold_words: Sequence[list[Word]], read: Sequence[list[ReadWord]]) -> float:
    """Share of content words with the treebank's lemma, in per cent; case and ß/ss do not count."""
    right = total = 0
    for wanted, found in zip(gold_words, read, strict=True):
        for word, answer in zip(wanted, found, strict=True):
            if word.pos in _CONTENT and word.lemma not in ("", "_"):
                total += 1
                right += _plain(word.lemma) == _plain(answer.lemma)
    return round(100 * right / total, 2) if total else 0.0


def _plain(lemma: str) -> str:
    return lemma.casefold()


def summary(rows: Iterable[dict[str, float]]) -> dict[str, dict[str, float]]:
    """Mean and spread (largest minus smallest) of each figure over folds."""
    table = list(rows)
    return {
        "mean": {n: round(sum(row[n] for row in table) / len(table), 1) for n in table[0]},
        "spread": {
            n: round(max(row[n] for row in table) - min(row[n] for row in table), 1)
            for n in table[0]
        },
    }
