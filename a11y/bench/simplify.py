"""``a11y bench simplify``: SARI beside three baselines; violations, length, guard, speed.

Peers and their published figures stand in ``docs/benchmarks.md``; the baselines run here.
"""

from __future__ import annotations

import json
import platform
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from a11y.bench import simplify_peers, simplify_sari
from a11y.simple_language.model import Level, Suggestion
from a11y.simple_language.readability import measure
from a11y.simple_language.report import advice, losses, violations
from a11y.simple_language.simplify import accept_all, condense, shorten, simplify, suggest


@click.command("simplify")
@click.option(
    "--pairs",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON lines with `original` and `simplification` (one string or a list).",
)
@click.option(
    "--admin",
    is_flag=True,
    help="SARI on the forty administrative sentences with two references kept with the project.",
)
@click.option(
    "--blind",
    is_flag=True,
    help="SARI on seven sets (20, 20, 3 times 25, 30 and 40), each committed before any of it was "
    "simplified.",
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
    help="Only pairs whose document (`author` and `url`), and texts that fall into this half: tune "
    "on one, report both.",
)
@click.option(
    "--most-words",
    type=click.IntRange(min=1),
    help="Only pairs with at most so many words: corpora hold whole chapters set beside one line.",
)
@click.option(
    "--diction",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with bin/diction and bin/style of GNU diction: what they mark in --texts.",
)
@click.option(
    "--level", type=click.Choice(["leicht", "einfach"]), default="leicht", show_default=True
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    pairs: Path | None,
    admin: bool,
    blind: bool,
    texts: tuple[Path, ...],
    limit: int | None,
    half: int | None,
    most_words: int | None,
    diction: Path | None,
    level: str,
    form: str,
) -> None:
    """Measure the simplifier on data you name.

    \b
      a11y bench simplify --admin
      a11y bench simplify --pairs deplain_web_auto.jsonl --texts services_dev/
    """
    result: dict[str, Any] = {"machine": _machine(), "level": level, "loading_cpu_s": _loading()}
    if pairs is not None:
        rows = simplify_sari.rows(pairs, limit)
        rows = [row for row in rows if half is None or simplify_sari.half(row) == half]
        rows = [row for row in rows if len(row["original"].split()) <= (most_words or 10**6)]
        result["sari"] = simplify_sari.table(rows, level=Level(level))
    sets = {"sari, own sentences": simplify_sari.ADMIN} if admin else {}
    for name, file in (sets | (simplify_sari.BLIND if blind else {})).items():
        result[name] = simplify_sari.table(simplify_sari.rows(file), level=Level(level))
    if texts:
        files = [file for path in texts for file in _files(path)]
        services = [row["volltext"] for file in files for row in simplify_sari.rows(file, limit)]
        if half is not None:
            services = [text for text in services if simplify_sari.half({"url": text}) == half]
        if diction is not None:
            result["diction"] = simplify_peers.compared(
                services, folder=diction, level=Level(level)
            )
        else:
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
    before, unattended, accepted, condensed, shortened = (_Sum(level) for _ in range(5))
    lost: Counter[str] = Counter()
    slowest = seconds = 0.0
    read = 0
    for text in _readable(texts):
        start, used = time.perf_counter(), time.process_time()
        result = simplify(text, level=level, separator="·")
        took = time.perf_counter() - start
        seconds += time.process_time() - used  # first of all: nothing of the text is known yet
        before.add(text.split("\n"), suggest(text, level=level))
        slowest, read = max(slowest, took), read + len(text.split())
        unattended.add(result.sentences, result.hints)
        for breach in losses(result):
            lost[breach.loss.value] += 1
        everything = accept_all(text, level=level, separator="·")
        accepted.add(everything.sentences, everything.hints)
        draft = condense(text, level=level, separator="·")
        condensed.add(draft.sentences, draft.hints)
        short = shorten(text, level=level, separator="·")
        shortened.add(short.sentences, short.hints)
        for mode, outcome in (
            ("all suggestions", everything),
            ("condensed", draft),
            ("short", short),
        ):
            for breach in losses(outcome):
                lost[f"{mode}: {breach.loss.value}"] += 1
    before.sentences = _sentence_count(texts)
    return {
        "texts": len(texts),
        "before": before.to_dict(),
        "unattended": unattended.to_dict(),
        "all suggestions": accepted.to_dict(),
        "condensed": condensed.to_dict(),
        "short": shortened.to_dict(),
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


_SARI = ("sari", "sari, own sentences", *simplify_sari.BLIND)


def _print(result: dict[str, Any]) -> None:
    click.echo(
        f"{result['machine']}; level {result['level']}; loading {result['loading_cpu_s']} s CPU"
    )
    for name in _SARI:
        if name in result:
            click.echo(name)
            for line in simplify_sari.lines(result[name]):
                click.echo(line)
    if "diction" in result:
        for line in simplify_peers.lines(result["diction"]):
            click.echo(line)
    if "texts" in result:
        table = result["texts"]
        click.echo(f"{table['texts']} texts")
        for name in ("before", "unattended", "all suggestions", "condensed", "short"):
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
