"""``a11y bench gloss``: the translator against the reference sentences, beside two peers."""

from __future__ import annotations

import json
import platform
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from a11y.bench.gloss_peers import Glosser, baselines
from a11y.bench.gloss_perform import print_unperformed
from a11y.bench.gloss_services import print_services, translate_services
from a11y.bench.gloss_tally import Tally, prf
from a11y.sign_avatar.glossing.compare import compare
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.reference import Reference, load_references
from a11y.sign_avatar.score import SignedSentence


@click.command()
@click.option("--held-out", is_flag=True, help="Only the third kept aside while writing rules.")
@click.option(
    "--misses",
    type=int,
    default=0,
    help="Print that many texts that differ; never one of those held out.",
)
@click.option(
    "--services",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Instead: translate every text there (*.jsonl, or *.yaml of content/leistungen) and count "
    "how words were rendered.",
)
@click.option(
    "--perform",
    "performed",
    multiple=True,
    help="Instead: let the signer perform every score of that set (fifth, held-out …).",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    held_out: bool, misses: int, services: Path | None, performed: tuple[str, ...], form: str
) -> None:
    """Compare the translator with the reference sentences and with two baselines.

    Exact match of the gloss line, Kendall's τ of the order, precision, recall and F1 of glosses,
    F1 of non-manuals; sentences a second. Baselines: spoken-to-signed (PyPI, its offline glosser;
    `pip install --no-deps spoken-to-signed`) and plain lemmatisation in German order.
    """
    if services is not None:
        print_services(translate_services(services), form)
        return
    if performed:
        print_unperformed(performed)
        return
    report = measure(held_out_only=held_out, misses=misses)
    if form == "json":
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
        return
    _print(report)


def measure(*, held_out_only: bool, misses: int) -> dict[str, Any]:
    """All figures as one record."""
    started, cpu = time.perf_counter(), time.process_time()
    from a11y.sign_avatar.glossing import gloss
    from a11y.sign_avatar.glossing.translate import lexis_of
    from a11y.sign_avatar.lexicon import load

    lexicon = load()
    gloss("Guten Tag.")
    loading, loading_cpu = time.perf_counter() - started, time.process_time() - cpu
    lexis = lexis_of(lexicon.entries)
    references = load_references()
    split: dict[str, list[Reference]] = {}
    for item in references:
        if not held_out_only or item.held_out:
            split.setdefault(item.part, []).append(item)
    systems: dict[str, Glosser] = {"klarhand": gloss, **baselines(lexis)}
    report: dict[str, Any] = {
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "corpus": {"signs": len(lexicon.entries), "digest": lexicon.digest},
        "loading_s": round(loading, 2),
        "loading_cpu_s": round(loading_cpu, 2),
        "systems": {},
        "speed": _speed([item.german for item in references], gloss),
    }
    for name, glosser in systems.items():
        report["systems"][name] = {
            part: _tally(items, glosser, lexis).row() for part, items in split.items()
        }
    for part, items in split.items():
        report.setdefault("phenomena", {})[part] = _by_phenomenon(items, gloss, lexis)
        report.setdefault("functions", {})[part] = _by_function(_tally(items, gloss, lexis))
    if misses and not held_out_only:
        seen = [item for part, items in split.items() if part != "held-out" for item in items]
        report["misses"] = _misses(seen, gloss, lexis, misses)
    return report


def _tally(items: Iterable[Reference], glosser: Glosser, lexis: Lexis) -> Tally:
    tally = Tally()
    for item in items:
        tally.add(compare(item.expected(lexis), glosser(item.german)))
    return tally


def _by_phenomenon(
    items: Iterable[Reference], glosser: Glosser, lexis: Lexis
) -> dict[str, dict[str, float]]:
    groups: dict[str, list[Reference]] = defaultdict(list)
    for item in items:
        groups[item.phenomenon].append(item)
    return {name: _tally(group, glosser, lexis).row() for name, group in sorted(groups.items())}


def _by_function(tally: Tally) -> dict[str, dict[str, float]]:
    names = sorted(set(tally.nm_expected) | set(tally.nm_found))
    out = {}
    for name in names:
        precision, recall, f1 = prf(
            tally.nm_matched[name], tally.nm_found[name], tally.nm_expected[name]
        )
        out[name] = {"precision": precision, "recall": recall, "f1": f1}
    return out


def _misses(
    items: Iterable[Reference], glosser: Glosser, lexis: Lexis, limit: int
) -> list[dict[str, str]]:
    out = []
    for item in items:
        expected, found = item.expected(lexis), glosser(item.german)
        result = compare(expected, found)
        marks_differ = (
            result.nm_matched != result.nm_expected or result.nm_found != result.nm_expected
        )
        if not result.exact or marks_differ:
            out.append(
                {
                    "id": item.id,
                    "german": item.german,
                    "expected": " | ".join(_with_marks(one) for one in expected),
                    "found": " | ".join(_with_marks(one) for one in found),
                }
            )
    return out[:limit]


def _with_marks(sentence: SignedSentence) -> str:
    """The gloss line with its compared spans, for reading differences."""
    from a11y.sign_avatar.glossing.nonmanual import DERIVED

    marks = "; ".join(
        f"{span.function}/{span.value} {span.start}-{span.end}"
        for span in sentence.non_manuals
        if span.function not in DERIVED
    )
    return f"{sentence.gloss_line()} [{marks}]"


def _speed(texts: Sequence[str], glosser: Glosser) -> dict[str, float]:
    """Wall time and processor time: on a machine that others use too, only the second compares.

    Sentences that nothing has read before: a sentence once analysed keeps its labels.
    """
    singles, others = texts[::2], texts[1::2]
    wall, cpu = time.perf_counter(), time.process_time()
    for text in singles:
        glosser(text)
    singly = time.perf_counter() - wall, time.process_time() - cpu
    wall, cpu = time.perf_counter(), time.process_time()
    joined = glosser("\n".join(others))
    together = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "per_second_singly": len(singles) / singly[0],
        "per_cpu_second_singly": len(singles) / singly[1],
        "per_second_as_text": len(joined) / together[0],
        "per_cpu_second_as_text": len(joined) / together[1],
    }


def _print(report: dict[str, Any]) -> None:
    click.echo(f"{report['machine']}; {report['corpus']['signs']} signs in the corpus")
    speed = report["speed"]
    click.echo(
        f"loading {report['loading_s']} s ({report['loading_cpu_s']} s of processor time); "
        f"sentences a second one by one {speed['per_second_singly']:.0f} "
        f"({speed['per_cpu_second_singly']:.0f} a processor second), as one text "
        f"{speed['per_second_as_text']:.0f} ({speed['per_cpu_second_as_text']:.0f})\n"
    )
    columns = ("texts", "exact", "tau", "precision", "recall", "f1", "non_manual_f1")
    click.echo(f"{'':34}" + "".join(f"{name:>14}" for name in columns))
    for name, parts in report["systems"].items():
        for part, row in parts.items():
            click.echo(_row(f"{name}, {part}", row, columns))
    for part, groups in report["phenomena"].items():
        click.echo(f"\nby phenomenon, {part}")
        for name, row in groups.items():
            click.echo(_row(f"  {name}", row, columns))
    for part, functions in report["functions"].items():
        click.echo(f"\nnon-manuals by function, {part}")
        for name, row in functions.items():
            click.echo(_row(f"  {name}", row, ("precision", "recall", "f1")))
    for miss in report.get("misses", ()):
        click.echo(f"\n{miss['id']}: {miss['german']}\n  - {miss['expected']}\n  + {miss['found']}")


def _row(name: str, row: dict[str, float], columns: Sequence[str]) -> str:
    cells = (f"{row[key]:>14.0f}" if key == "texts" else f"{row[key]:>14.3f}" for key in columns)
    return f"{name:34}" + "".join(cells)
