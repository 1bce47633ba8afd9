"""Every text of a collection through the translator: how words were rendered, and what was lost."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import yaml

from a11y.bench.gloss_losses import unanswered
from a11y.simple_language import Level, simplify


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
    missing: Counter[str] = Counter()
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
        scores = [item.sentence for item in explained]
        missing.update(unanswered("", scores))
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
        "unanswered": dict(missing.most_common()),
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


def print_services(report: dict[str, Any], form: str) -> None:
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
    unanswered_words = report["unanswered"]
    click.echo(
        f"\n{sum(unanswered_words.values()):>8}  words and figures that no sign answers for, "
        "counted from the scores alone"
    )
    for word, count in unanswered_words.items():
        click.echo(f"{count:>8}  {word}")
    click.echo("\nwords without a sign, by frequency")
    for word, count in report["unsigned"].items():
        click.echo(f"{count:>8}  {word}")
