"""Which auxiliary a verb's perfect takes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from a11y.language.lexicon import tables

_DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def _sein_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """(verbs with sein, exceptions with haben although their base takes sein)."""
    takes: set[str] = set()
    exceptions: set[str] = set()
    for line in (_DATA / "sein_verbs.txt").read_text(encoding="utf-8").splitlines():
        for word in line.partition("#")[0].split():
            (exceptions if word.startswith("!") else takes).add(word.lstrip("!"))
    return frozenset(takes), frozenset(exceptions)


def takes_sein(infinitive: str) -> bool:
    """Whether the verb's perfect is built with *sein* (*ist abgelaufen*) rather than *haben*."""
    takes, exceptions = _sein_verbs()
    if infinitive in exceptions:
        return False
    if infinitive in takes:
        return True
    particle, _ = tables.verb_classes().get(infinitive, ("", ""))
    return bool(particle) and infinitive[len(particle) :] in takes


def auxiliary(infinitive: str) -> str:
    """``sein`` or ``haben``."""
    return "sein" if takes_sein(infinitive) else "haben"
