"""What a word is made of or comes from: parts of compounds, bases of derived words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from a11y.language import split_compound
from a11y.sign_avatar.glossing.words import function_words


def unhyphenated(lemma: str) -> str:
    """``Personal-Ausweis``, as Leichte Sprache writes it → ``Personalausweis``; else ""."""
    parts = re.split(r"[-·\u00ad]", lemma)
    if len(parts) < 2 or not all(parts) or not lemma[:1].isupper():
        return ""
    return parts[0] + "".join(part.lower() for part in parts[1:])


def parts_of(lemma: str) -> tuple[str, ...]:
    """The parts of a compound, or of a word with hyphens; () or one part for others."""
    if "-" in lemma.strip("-") and lemma[:1].isupper():
        return tuple(part for part in lemma.split("-") if part)
    if len(lemma) < 7 or not lemma[:1].isupper():
        return ()
    return split_compound(lemma)


def directed(verb: str) -> str:
    """``zurückschicken`` → ``schicken``: the direction is in space and on the lips; "" where the
    particle or the base changes the meaning (*aufgeben*, *zuhören*)."""
    words = function_words()
    for particle in words.direction_particles:
        base = verb.removeprefix(particle)
        if base != verb and base in words.directed_verbs:
            return base
    return ""


def bases(lemma: str) -> Iterable[tuple[str, str]]:
    """Words that a derived word shares its sign with, each with its part of speech."""
    low = lemma.lower()
    if not lemma[:1].isupper():
        return
    if low.endswith("ung") and len(low) > 5:
        stem = low[:-3]
        yield stem + ("n" if stem.endswith(("er", "el")) else "en"), "VERB"
    if low.endswith("innen"):
        yield lemma[:-5], "NOUN"
    if low.endswith("in") and len(low) > 5:
        yield lemma[:-2], "NOUN"
    if low.endswith(("en", "ern", "eln")):
        yield low, "VERB"
