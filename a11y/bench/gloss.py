"""``a11y bench gloss``: the translator against the reference sentences, beside two peers."""

from __future__ import annotations

import json
import platform
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import yaml

from a11y.sign_avatar.glossing.compare import Comparison, compare
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.reference import Reference, load_references
from a11y.sign_avatar.glossing.values import number_sign
from a11y.sign_avatar.score import Sign, SignedSentence
from a11y.simple_language import Level, simplify

Glosser = Callable[[str], Sequence[SignedSentence]]


@dataclass(slots=True)
class Tally:
    """Sums over texts."""

    texts: int = 0
    exact: int = 0
    taus: list[float] = field(default_factory=list)
    matched: int = 0
    expected: int = 0
    found: int = 0
    nm_matched: Counter[str] = field(default_factory=Counter)
    nm_expected: Counter[str] = field(default_factory=Counter)
    nm_found: Counter[str] = field(default_factory=Counter)

    def add(self, item: Comparison) -> None:
        self.texts += 1
        self.exact += item.exact
        if item.tau is not None:
            self.taus.append(item.tau)
        self.matched += item.matched
        self.expected += item.expected
        self.found += item.found
        self.nm_matched.update(item.nm_matched)
        self.nm_expected.update(item.nm_expected)
        self.nm_found.update(item.nm_found)

    def row(self) -> dict[str, float]:
        precision, recall, f1 = prf(self.matched, self.found, self.expected)
        marks = prf(self.nm_matched.total(), self.nm_found.total(), self.nm_expected.total())
        return {
            "texts": self.texts,
            "exact": self.exact / max(self.texts, 1),
            "tau": sum(self.taus) / max(len(self.taus), 1),
            "precision": precision,
            "recall": recall,
            "f1": f1,
            "non_manual_f1": marks[2],
        }


def prf(matched: int, found: int, expected: int) -> tuple[float, float, float]:
    """Precision, recall, F1; 1.0 each where nothing was expected and nothing found."""
    if not found and not expected:
        return 1.0, 1.0, 1.0
    precision = matched / found if found else 0.0
    recall = matched / expected if expected else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


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
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(held_out: bool, misses: int, services: Path | None, form: str) -> None:
    """Compare the translator with the reference sentences and with two baselines.

    Exact match of the gloss line, Kendall's τ of the order, precision, recall and F1 of glosses,
    F1 of non-manuals; sentences a second. Baselines: spoken-to-signed (PyPI, its offline glosser;
    `pip install --no-deps spoken-to-signed`) and plain lemmatisation in German order.
    """
    if services is not None:
        _print_services(translate_services(services), form)
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
    systems: dict[str, Glosser] = {"klarhand": gloss, **_baselines(lexis)}
    report: dict[str, Any] = {
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "corpus": {"signs": len(lexicon.entries), "digest": lexicon.digest},
        "loading_s": round(loading, 2),
        "loading_cpu_s": round(loading_cpu, 2),
        "systems": {},
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
    report["speed"] = _speed([item.german for item in references], gloss)
    return report


def translate_services(directory: Path) -> dict[str, Any]:
    """Every text of a collection through the translator: how words were rendered, what was lost.

    Reads the strings ``title``, ``volltext`` and ``kosten`` of each line of each ``*.jsonl``, and
    the services of the city as the portal signs them (``*.yaml`` of ``content/leistungen``: each
    part made easy first).
    """
    from a11y.sign_avatar.glossing import explain
    from a11y.sign_avatar.glossing.errors import LossError, NothingToGlossError
    from a11y.sign_avatar.lexicon import load

    means: Counter[str] = Counter()
    unsigned: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    started = time.perf_counter()
    for text in _texts(directory):
        try:
            explained = explain(text)
        except NothingToGlossError:
            continue
        except LossError:
            figures["texts with a loss"] += 1
            continue
        figures["texts"] += 1
        figures["sentences"] += len(explained)
        figures["sentences with a safety net"] += sum(
            "SAFETY-NET" in item.rules for item in explained
        )
        for item in explained:
            means.update(word.means for word in item.alignment)
            unsigned.update(word.word for word in item.unsigned)
    rendered = {name: count for name, count in means.items() if name not in _NOT_RENDERED}
    return {
        "signs in the corpus": len(load().entries),
        "figures": dict(figures),
        "shares": {
            name: round(count / max(sum(rendered.values()), 1), 3)
            for name, count in sorted(rendered.items(), key=lambda item: -item[1])
        },
        "seconds": round(time.perf_counter() - started, 1),
        "words": dict(means.most_common()),
        "unsigned": dict(unsigned.most_common(100)),
    }


_NOT_RENDERED = frozenset({"dropped", "elsewhere"})
"""Words that need no signs of their own: articles, punctuation, what another part has signed."""


def _texts(directory: Path) -> Iterator[str]:
    for path in sorted(directory.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield "\n".join(str(record.get(key) or "") for key in ("title", "volltext", "kosten"))
    for path in sorted(directory.glob("*.yaml")):
        service = yaml.safe_load(path.read_text(encoding="utf-8"))
        parts = [service["titel"], service["kurztext"], *service["module"].values()]
        for part in parts:
            yield simplify(str(part), level=Level.LEICHT).text


def _print_services(report: dict[str, Any], form: str) -> None:
    if form == "json":
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
        return
    for name, count in report["figures"].items():
        click.echo(f"{count:>8}  {name}")
    click.echo(f"{report['signs in the corpus']:>8}  signs in the corpus")
    click.echo(f"{report['seconds']:>8}  seconds\n\nwords that need rendering, by how it was done")
    for name, share in report["shares"].items():
        click.echo(f"{share:>8.1%}  {name}")
    click.echo("\nall words, by what became of them")
    for name, count in report["words"].items():
        click.echo(f"{count:>8}  {name}")
    click.echo("\nwords without a sign, by frequency")
    for word, count in report["unsigned"].items():
        click.echo(f"{count:>8}  {word}")


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
    """Wall time and processor time: on a machine that others use too, only the second compares."""
    glosser("\n".join(texts))
    wall, cpu = time.perf_counter(), time.process_time()
    for text in texts:
        glosser(text)
    singly = time.perf_counter() - wall, time.process_time() - cpu
    wall, cpu = time.perf_counter(), time.process_time()
    joined = glosser("\n".join(texts))
    together = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "per_second_singly": len(texts) / singly[0],
        "per_cpu_second_singly": len(texts) / singly[1],
        "per_second_as_text": len(joined) / together[0],
        "per_cpu_second_as_text": len(joined) / together[1],
    }


def _baselines(lexis: Lexis) -> dict[str, Glosser]:
    import simplemma

    def signed(text: str, lemmas: Iterable[str]) -> list[SignedSentence]:
        """Give the peer our signs for its words, so that only words and order are compared."""
        signs: list[Sign] = []
        for lemma in lemmas:
            if lemma.isascii() and lemma.isdigit():
                signs.append(number_sign(int(lemma)))
            elif any(char.isalnum() for char in lemma):
                found = lexis.signed(lemma) or lexis.signed(lemma.capitalize())
                signs += (found or lexis.render(lemma)).signs
        return [SignedSentence(german=text, signs=tuple(signs))] if signs else []

    def lemmatise(text: str) -> list[SignedSentence]:
        words = re.findall(r"\w+(?:-\w+)*", text)
        return signed(text, (simplemma.lemmatize(word, lang="de") for word in words))

    systems: dict[str, Glosser] = {"lemmatisation": lemmatise}
    try:
        from spoken_to_signed.text_to_gloss.simple import text_to_gloss
    except ImportError:
        click.echo("spoken-to-signed is not installed; its column is left out.", err=True)
        return systems

    def spoken_to_signed(text: str) -> list[SignedSentence]:
        glosses = text_to_gloss(text, "de")
        return signed(text, (item.gloss for sentence in glosses for item in sentence))

    systems["spoken-to-signed"] = spoken_to_signed
    return systems


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
