"""Inflect German words (placeholder head; the sections below are filled step by step)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from a11y.language.lexicon import tables

_DATA = Path(__file__).parent / "data"


@cache
def _sein_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """(verbs with sein, exceptions with haben although their base takes sein)."""
    takes: set[str] = set()
    not_: set[str] = set()
    for line in (_DATA / "sein_verbs.txt").read_text(encoding="utf-8").splitlines():
        for word in line.partition("#")[0].split():
            (not_ if word.startswith("!") else takes).add(word.lstrip("!"))
    return frozenset(takes), frozenset(not_)


def takes_sein(infinitive: str) -> bool:
    """Whether the verb's perfect is built with *sein* (*ist abgelaufen*) rather than *haben*."""
    takes, exceptions = _sein_verbs()
    if infinitive in exceptions:
        return False
    if infinitive in takes:
        return True
    particle, _ = tables.verb_classes().get(infinitive, ("", ""))
    return bool(particle) and infinitive[len(particle) :] in takes
