"""Comparatives by their form alone; ``forms.py`` renders them."""

from __future__ import annotations

import re

from a11y.language.analysis import Token

_FLAT = str.maketrans("äöü", "aou")
EQUALS = frozenset({"so", "genauso", "ebenso", "gleich"})
"""Words that say that two things are alike in a quality, with *wie* behind it."""
COMPARING = EQUALS | {"mehr", "weniger", "anders", "früher", "später"}
"""Words beside the comparatives that a standard of comparison belongs to."""
OWN_COMPARATIVE = frozenset(
    {
        "mehr",
        "mehrere",
        "mehrerer",
        "weitere",
        "weiterer",
        "viel",
        "viele",
        "wenig",
        "weniger",
        "früh",
        "spät",
        "früher",
        "später",
    }
)
POSITIVES = {
    "älter": "alt", "jünger": "jung", "größer": "groß", "höher": "hoch", "länger": "lang",
    "kürzer": "kurz", "stärker": "stark", "wärmer": "warm", "kälter": "kalt", "besser": "gut",
    "näher": "nah", "kleiner": "klein", "billiger": "billig", "schneller": "schnell",
}  # fmt: skip


def is_comparative(token: Token) -> bool:
    """By its features, or a predicative adjective in -er that is no lemma in -er."""
    low = token.text.lower()
    if token.tag == "ADJA":
        return _raised(low, token.lemma.lower())
    if token.morph.get("Degree") == "Cmp":
        return True
    if low in POSITIVES and token.pos in ("ADJ", "ADV"):
        return True
    return token.tag == "ADJD" and low.endswith("er") and not token.lemma.endswith("er")


def _raised(form: str, lemma: str) -> bool:
    """*kleinerer Hund*, *die größere Halle*; in *schwieriger Lage* the -er is an ending alone."""
    stem = re.sub(r"(e[nmrs]?)$", "", form)
    if stem in POSITIVES:
        return True
    return (
        stem.endswith("er")
        and stem != lemma
        and stem[:-2].translate(_FLAT) == lemma.translate(_FLAT)
    )
