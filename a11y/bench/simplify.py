"""``a11y bench simplify``: SARI beside three baselines; violations, length, guard, speed.

Peers and their published figures stand in ``docs/benchmarks.md``; the baselines run here.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from a11y.simple_language import sari
from a11y.simple_language.model import Level, Suggestion
from a11y.simple_language.readability import measure
from a11y.simple_language.report import advice, losses, violations
from a11y.simple_language.simplify import accept_all, condense, simplify, suggest


@click.command("simplify")
@click.option(
    "--pairs",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON lines with `original` and `simplification` (one string or a list).",
)
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    help="JSON lines with `volltext`, or a folder of them. May be given more than once.",
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows of each file.")
@click.option(
    "--half",
    type=click.IntRange(0, 1),
    help="Only pairs whose document (`author` and `url`) falls into this half: tune on one, report "
    "both.",
)
@click.option(
    "--level", type=click.Choice(["leicht", "einfach"]), default="leicht", show_default=True
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    pairs: Path | None,
    texts: tuple[Path, ...],
    limit: int | None,
    half: int | None,
    level: str,
    form: str,
) -> None:
    """Measure the simplifier on data you name.

    \b
      a11y bench simplify --pairs deplain_web_auto.jsonl --texts services_dev/
    """
    result: dict[str, Any] = {"machine": _machine(), "level": level, "loading_cpu_s": _loading()}
    if pairs is not None:
        rows = [row for row in _rows(pairs, limit) if half is None or _half(row) == half]
        result["sari"] = _sari_table(rows, level=Level(level))
    if texts:
        files = [file for path in texts for file in _files(path)]
        services = [row["volltext"] for file in files for row in _rows(file, limit)]
        result["texts"] = measured(services, level=Level(level))
    if form == "json":
        click.echo(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        _print(result)


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def _loading() -> float:
    """CPU seconds of the first call: the clock on the wall says more about the neighbours."""
    start = time.process_time()
    simplify("Das Amt prüft den Antrag.")
    return round(time.process_time() - start, 2)


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.jsonl")) if path.is_dir() else [path]


def _rows(file: Path, limit: int | None) -> list[dict[str, Any]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()][:limit]


def _half(row: dict[str, Any]) -> int:
    """0 or 1, the same for all pairs of one document."""
    document = f"{row.get('author', '')}{row.get('url', '')}"
    return int(hashlib.md5(document.encode(), usedforsecurity=False).hexdigest(), 16) % 2


# --------------------------------------------------------------------------- SARI


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


def _sari_table(rows: list[dict[str, Any]], *, level: Level) -> dict[str, dict[str, float]]:
    def ours(text: str) -> str:
        return simplify(text, level=level).text.replace("\n", " ")

    def ours_parted(text: str) -> str:
        return simplify(text, level=level, separator="·").text.replace("\n", " ")

    def ours_accepted(text: str) -> str:
        return accept_all(text, level=level).text.replace("\n", " ")

    def ours_condensed(text: str) -> str:
        return condense(text, level=level).text.replace("\n", " ")

    systems: dict[str, Callable[[str], str]] = {
        "identity": identity,
        "truncation": truncation,
        "naive split": naive_split,
        "klarhand": ours,
        "klarhand, Mediopunkt": ours_parted,
        "klarhand, all taken": ours_accepted,
        "klarhand, condensed": ours_condensed,
    }
    table = {}
    for name, system in systems.items():
        score = sari.corpus_sari(
            (row["original"], _quietly(system, row["original"]), _references(row)) for row in rows
        )
        table[name] = {
            "sari": round(score.score, 2),
            "add": round(score.add, 2),
            "keep": round(score.keep, 2),
            "delete": round(score.delete, 2),
        }
    return table


def _quietly(system: Callable[[str], str], text: str) -> str:
    """A row that no text can be read from counts as it stands."""
    from a11y.simple_language.errors import SimpleLanguageError

    try:
        return system(text)
    except SimpleLanguageError:
        return text


def _references(row: dict[str, Any]) -> list[str]:
    value = row["simplification"]
    return list(value) if isinstance(value, list) else [value]


# --------------------------------------------------------------------------- texts


@dataclass
class _Sum:
    level: Level
    words: int = 0
    sentences: int = 0
    spoken: Counter[str] = field(default_factory=Counter)
    advised: Counter[str] = field(default_factory=Counter)

    def add(self, sentences: Iterable[str], hints: tuple[Suggestion, ...]) -> None:
        figures = measure([s for s in sentences if any(c.isalpha() for c in s)])
        self.words += figures.words
        self.sentences += figures.sentences
        self.spoken += violations(hints, level=self.level)
        self.advised += advice(hints, level=self.level)

    def to_dict(self) -> dict[str, Any]:
        return {
            "violations_per_100_words": round(100 * self.spoken.total() / self._words, 2),
            "advice_per_100_words": round(100 * self.advised.total() / self._words, 2),
            "words_per_sentence": round(self.words / max(1, self.sentences), 2),
            "words": self.words,
            "rules": dict(self.spoken.most_common()),
            "advice": dict(self.advised.most_common()),
        }

    @property
    def _words(self) -> int:
        return max(1, self.words)


def measured(texts: list[str], *, level: Level) -> dict[str, Any]:
    """Violations and sentence length before, unattended, and with all suggestions taken."""
    before, unattended, accepted, condensed = (_Sum(level) for _ in range(4))
    lost: Counter[str] = Counter()
    slowest = seconds = 0.0
    read = 0
    for text in _readable(texts):
        found = suggest(text, level=level)
        before.add(text.split("\n"), found)
        start, used = time.perf_counter(), time.process_time()
        result = simplify(text, level=level, separator="·")
        took = time.perf_counter() - start
        seconds += time.process_time() - used
        slowest, read = max(slowest, took), read + len(text.split())
        unattended.add(result.sentences, result.hints)
        for breach in losses(result):
            lost[breach.loss.value] += 1
        everything = accept_all(text, level=level, separator="·")
        accepted.add(everything.sentences, everything.hints)
        short = condense(text, level=level, separator="·")
        condensed.add(short.sentences, short.hints)
        for mode, outcome in (("all suggestions", everything), ("condensed", short)):
            for breach in losses(outcome):
                lost[f"{mode}: {breach.loss.value}"] += 1
    before.sentences = _sentence_count(texts)
    return {
        "texts": len(texts),
        "before": before.to_dict(),
        "unattended": unattended.to_dict(),
        "all suggestions": accepted.to_dict(),
        "condensed": condensed.to_dict(),
        "guard losses": dict(lost),
        "words a second of one core": round(read / max(seconds, 1e-9)),
        "slowest page s": round(slowest, 2),
    }


def _readable(texts: Iterable[str]) -> Iterable[str]:
    from a11y.simple_language.errors import SimpleLanguageError
    from a11y.simple_language.intake import check_text

    for text in texts:
        try:
            check_text(text)
        except SimpleLanguageError:
            continue
        yield text


def _sentence_count(texts: Iterable[str]) -> int:
    from a11y.simple_language.readability import readability

    return sum(readability(text).sentences for text in _readable(texts))


def _print(result: dict[str, Any]) -> None:
    click.echo(
        f"{result['machine']}; level {result['level']}; loading {result['loading_cpu_s']} s CPU"
    )
    if "sari" in result:
        click.echo(f"{'system':24}{'SARI':>8}{'add':>8}{'keep':>8}{'delete':>8}")
        for name, row in result["sari"].items():
            click.echo(
                f"{name:24}{row['sari']:8.2f}{row['add']:8.2f}{row['keep']:8.2f}"
                f"{row['delete']:8.2f}"
            )
    if "texts" in result:
        table = result["texts"]
        click.echo(f"{table['texts']} texts")
        for name in ("before", "unattended", "all suggestions", "condensed"):
            row = table[name]
            click.echo(
                f"{name:24}{row['violations_per_100_words']:8.2f} violations"
                f"{row['advice_per_100_words']:8.2f} advice / 100 words"
                f"{row['words_per_sentence']:8.2f} words / sentence"
            )
        click.echo(f"guard losses: {table['guard losses'] or 'none'}")
        speed, slowest = table["words a second of one core"], table["slowest page s"]
        click.echo(f"{speed} words/s of one core, slowest page {slowest} s")
        for name in ("before", "unattended", "all suggestions"):
            click.echo(f"{name}: {table[name]['rules']}")
