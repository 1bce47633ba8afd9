"""``a11y bench language``: speed, hand-annotated sentences, trees that training has not seen."""

from __future__ import annotations

import json
import os
import platform
import time
from collections import Counter
from collections.abc import Iterable
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
@click.option("--steps", default=1200, show_default=True, help="Training steps per fold.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    treebanks: Path | None, folds: int, only: tuple[int, ...], steps: int, form: str
) -> None:
    """Measure the German analysis.

    Without options: loading, words a second, and the hand-annotated administrative sentences. With
    --treebanks also tags, trees, lemmas and clauses, each fold by a pipeline trained on the others.
    A trained fold is kept under var/bench/language: a run that was broken off goes on from there.
    """
    results: dict[str, Any] = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}",
        **_speed(),
        **_hand_annotated(),
    }
    if treebanks is not None:
        results |= _cross_validated(treebanks, folds=folds, only=only or range(folds), steps=steps)
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
    from a11y.language import gold

    return {
        f"hand-annotated sentences, {name} set": _read_right(gold.load(name)) for name in gold.SETS
    }


def _read_right(sentences: dict[str, Any]) -> dict[str, Any]:
    from a11y.language import analyse, gold

    wrong: Counter[str] = Counter()
    right = 0
    for text, clauses in sentences.items():
        found = gold.compare(clauses, analyse(text))
        right += not found
        wrong.update({name for name, _, _ in found})
    return {"sentences": len(sentences), "right in all fields": right, "wrong": dict(wrong)}


def _cross_validated(
    folder: Path, *, folds: int, only: Iterable[int], steps: int
) -> dict[str, Any]:
    """Every fold's figures, their mean and spread. Progress goes to standard error."""
    from a11y.language.training import folds as crossval

    def say(line: str) -> None:
        click.echo(f"{time.strftime('%H:%M:%S')} {line}", err=True)

    plan = crossval.Plan(folder=folder, folds=folds, steps=steps)
    rows = []
    for fold in only:
        row = crossval.scores(plan, fold, say=say)
        say(f"fold {fold}: {_row(row)}")
        rows.append({"fold": fold, **row})
    figures = [{name: row[name] for name in row if name != "fold"} for row in rows]
    return {
        "split": f"every {folds}th sentence of each file held out, {steps} steps a fold",
        "folds": rows,
        **crossval.summary(figures),
    }


def _text(results: dict[str, Any]) -> str:
    lines = [f"{name}: {value}" for name, value in results.items() if name not in _TABLES]
    lines += [_row(row) for row in results.get("folds", ())]
    lines += [f"{name}: {_row(results[name])}" for name in ("mean", "spread") if name in results]
    return "\n".join(lines)


def _row(row: dict[str, float]) -> str:
    return "  ".join(f"{name} {value}" for name, value in row.items())


_TABLES = ("folds", "mean", "spread")
