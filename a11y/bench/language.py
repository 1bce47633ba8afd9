"""``a11y bench language``: speed, hand-annotated sentences, trees that training has not seen."""

from __future__ import annotations

import json
import os
import platform
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import click


@click.command("language")
@click.option(
    "--treebanks",
    type=click.Path(exists=True, path_type=Path),
    help="Folder with UD German .conllu files; adds training and scores by fold.",
)
@click.option("--folds", default=5, show_default=True, help="Every n-th sentence is held out.")
@click.option("--only", type=int, multiple=True, help="Only these folds (from 0).")
@click.option("--steps", default=2500, show_default=True, help="Training steps per fold.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    treebanks: Path | None, folds: int, only: tuple[int, ...], steps: int, form: str
) -> None:
    """Measure the German analysis.

    Without options: loading, words a second, and the hand-annotated administrative sentences. With
    --treebanks also tags, trees and clauses, each fold by a pipeline trained on the others.
    """
    results: dict[str, Any] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}",
        **_speed(),
        **_hand_annotated(),
    }
    if treebanks is not None:
        results["folds"] = [
            _fold(treebanks, folds=folds, fold=fold, steps=steps) for fold in (only or range(folds))
        ]
        results["mean"] = _mean(results["folds"])
    click.echo(
        json.dumps(results, ensure_ascii=False, indent=2) if form == "json" else _text(results)
    )


def _speed() -> dict[str, Any]:
    from a11y.language import analyse, gold

    started = time.process_time()
    analyse("Guten Tag.")
    loading = time.process_time() - started
    text = "\n".join(gold.load())
    started = time.process_time()
    words = len(analyse(text).tokens)
    seconds = time.process_time() - started
    return {
        "loading seconds, CPU time": round(loading, 2),
        "words a second, CPU time": round(words / seconds),
    }


def _hand_annotated() -> dict[str, Any]:
    from a11y.language import analyse, gold

    sentences = gold.load()
    wrong: Counter[str] = Counter()
    right = 0
    for text, clauses in sentences.items():
        found = gold.compare(clauses, analyse(text))
        right += not found
        wrong.update({name for name, _, _ in found})
    return {
        "hand-annotated sentences": len(sentences),
        "read right in all fields": right,
        "sentences wrong by field": dict(wrong),
    }


def _fold(folder: Path, *, folds: int, fold: int, steps: int) -> dict[str, Any]:
    """Train on the other folds, measure on this one."""
    from a11y.language.training import gold, treebank
    from a11y.language.training.train import fold_of, train

    with tempfile.TemporaryDirectory(prefix="klarhand-fold-") as scratch:
        model = Path(scratch) / "model"
        scores = train(folder, model, steps=steps, folds=folds, held_out=fold)
        held_out = [
            words
            for file in treebank.files(folder)
            for number, words in enumerate(treebank.sentences(file))
            if fold_of(number, folds=folds) == fold
        ]
        wanted = [gold.from_tree(words) for words in held_out]
        found = gold.from_fields(held_out, pipeline=str(model))
    pairs = list(zip(wanted, found, strict=True))
    return {
        "fold": fold,
        "sentences": len(held_out),
        **scores,
        "clause boundaries": gold.f1((a.boundaries, b.boundaries) for a, b in pairs)["f1"],
        "verb complexes": gold.f1((a.complexes, b.complexes) for a, b in pairs)["f1"],
    }


def _mean(folds: list[dict[str, Any]]) -> dict[str, float]:
    names = [name for name in folds[0] if name not in ("fold", "sentences")]
    return {name: round(sum(f[name] for f in folds) / len(folds), 1) for name in names}


def _text(results: dict[str, Any]) -> str:
    lines = [f"{name}: {value}" for name, value in results.items() if name not in ("folds", "mean")]
    for row in [*results.get("folds", ()), results.get("mean", {})]:
        if row:
            lines.append("  ".join(f"{name} {value}" for name, value in row.items()))
    return "\n".join(lines)
