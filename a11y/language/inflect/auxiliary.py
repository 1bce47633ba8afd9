"""Which auxiliary a verb's perfect takes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from a11y.language.lexicon import tables

_DATA = Path(__file__).resolve().parent.parent / "data"


@cache
def _sein_verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """(verbs with sein, exceptions with haben although their base takes sein, those with both)."""
    takes: set[str] = set()
    exceptions: set[str] = set()
    both: set[str] = set()
    for line in (_DATA / "sein_verbs.txt").read_text(encoding="utf-8").splitlines():
        for word in line.partition("#")[0].split():
            kind = {"!": exceptions, "?": both}.get(word[0], takes)
            kind.add(word.lstrip("!?"))
    return frozenset(takes), frozenset(exceptions), frozenset(both)


def takes_sein(infinitive: str) -> bool:
    """Whether the verb's perfect is built with *sein* (*ist abgelaufen*) rather than *haben*."""
    takes, exceptions, _ = _sein_verbs()
    if infinitive in exceptions:
        return False
    if infinitive in takes:
        return True
    particle, _ = tables.verb_classes().get(infinitive, ("", ""))
    return bool(particle) and infinitive[len(particle) :] in takes


def takes_either(infinitive: str) -> bool:
    """Whether sense or object decide: *Das Glas ist zerbrochen*, *er hat das Glas zerbrochen*."""
    takes, exceptions, both = _sein_verbs()
    if infinitive in both:
        return True
    if infinitive in takes or infinitive in exceptions:
        return False
    particle, _ = tables.verb_classes().get(infinitive, ("", ""))
    return bool(particle) and infinitive[len(particle) :] in both


def auxiliary(infinitive: str) -> str:
    """``sein`` or ``haben``."""
    return "sein" if takes_sein(infinitive) else "haben"
