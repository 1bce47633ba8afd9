"""SARI of the simplifier's depths beside three baselines, in both ways of counting.

A row is a source sentence with its references. The measure that German systems are published in
is ``sari.corpus_sari`` (EASSE-DE); the authors' own script stands beside it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from a11y.simple_language import sari
from a11y.simple_language.errors import SimpleLanguageError
from a11y.simple_language.model import Level
from a11y.simple_language.simplify import accept_all, condense, shorten, simplify

_HERE = Path(__file__).parent

ADMIN = _HERE / "simplify_admin.jsonl"
"""Forty administrative sentences of our own, with two references each, written before any run."""

BLIND = {
    f"sari, {name} blind sentences": _HERE / file
    for name, file in {
        "first": "simplify_blind.jsonl",
        "second": "simplify_blind2.jsonl",
        "third": "simplify_blind3.jsonl",
        "fourth": "simplify_blind4.jsonl",
        "fifth": "simplify_blind5.jsonl",
        "sixth": "simplify_blind6.jsonl",
        "seventh": "simplify_blind7.jsonl",
    }.items()
}
"""What a set is called in the result → its file. Each was committed before any of its sentences
was simplified. The first and second hold twenty, the third to fifth twenty-five, on ever wider
topics; the sixth, 30, and the seventh, 40, have a reference by each of two authors, who saw
neither the other's nor a draft."""

Row = dict[str, Any]


def rows(file: Path, limit: int | None = None) -> list[Row]:
    """The rows of a JSON-lines file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()][:limit]


def half(row: Row) -> int:
    """0 or 1, the same for all pairs of one document."""
    document = f"{row.get('author', '')}{row.get('url', '')}"
    return int(hashlib.md5(document.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def identity(text: str) -> str:
    return text


def truncation(text: str) -> str:
    """The first four fifths of the words."""
    words = text.split()
    return " ".join(words[: max(1, round(len(words) * 0.8))])


def naive_split(text: str) -> str:
    """A full stop for every comma and every *und*."""
    parts = re.split(r",\s+(?:und\s+)?|\s+und\s+", text)
    return " ".join(part[:1].upper() + part[1:].rstrip(".") + "." for part in parts if part)


def comma_split(text: str) -> str:
    """A full stop for every comma, and no word less."""
    return re.sub(r", (\w)", lambda found: f". {found[1].upper()}", text)


def systems(level: Level) -> dict[str, Callable[[str], str]]:
    """Name → what it makes of a sentence, on one line."""
    return {
        "identity": identity,
        "truncation": truncation,
        "comma split": comma_split,
        "naive split": naive_split,
        "klarhand, unattended": lambda text: _line(simplify(text, level=level).text),
        "klarhand, Mediopunkt": lambda text: _line(simplify(text, level=level, separator="·").text),
        "klarhand, all taken": lambda text: _line(accept_all(text, level=level).text),
        "klarhand, condensed": lambda text: _line(condense(text, level=level).text),
        "klarhand, short": lambda text: _line(shorten(text, level=level).text),
    }


def table(pairs: Sequence[Row], *, level: Level) -> dict[str, dict[str, float]]:
    """For every system: EASSE's SARI with its parts, letters as written and lowered; the authors'.

    Rows may have different numbers of references.
    """
    return {name: _scores(pairs, system) for name, system in systems(level).items()}


def _scores(pairs: Sequence[Row], system: Callable[[str], str]) -> dict[str, float]:
    found = [
        (row["original"], _quietly(system, row["original"]), _references(row)) for row in pairs
    ]
    corpus, lowered = sari.corpus_sari(found), sari.corpus_sari(found, lowercase=True)
    mean = sari.mean_sari(found)
    changed = sum(source != output for source, output, _ in found)
    return {
        "sari": round(corpus.score, 2),
        "add": round(corpus.add, 2),
        "keep": round(corpus.keep, 2),
        "delete": round(corpus.delete, 2),
        "lowercase": round(lowered.score, 2),
        "authors": round(mean.score, 2),
        "changed_percent": round(100 * changed / max(1, len(found)), 1),
    }


def lines(scores: dict[str, dict[str, float]]) -> Iterable[str]:
    """The table for a terminal."""
    columns = ("sari", "add", "keep", "delete", "lowercase", "authors", "changed_percent")
    heads = ("SARI", "add", "keep", "delete", "lower", "authors'", "changed %")
    yield f"{'system':24}" + "".join(f"{head:>10}" for head in heads)
    for name, row in scores.items():
        yield f"{name:24}" + "".join(f"{row[column]:10.2f}" for column in columns)


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _quietly(system: Callable[[str], str], text: str) -> str:
    """A row that no text can be read from counts as it stands."""
    try:
        return system(text)
    except SimpleLanguageError:
        return text


def _references(row: Row) -> list[str]:
    value = row["simplification"]
    return list(value) if isinstance(value, list) else [value]
