"""Between nouns and the verbs they come from: *Beantragung* ↔ *beantragen*."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from a11y.language.compounds import head_form
from a11y.language.lexicon import tables

_FILE = Path(__file__).resolve().parent.parent / "data" / "nominalisations.txt"


@cache
def _listed() -> dict[str, str]:
    pairs = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            noun, _, verb = line.partition("=")
            pairs[noun.strip()] = verb.strip()
    return pairs


def verb_of_noun(lemma: str) -> str:
    """The verb that a noun of action comes from; "" where there is none or it is not sure.

    Nouns that only look like one (*Wohnung*, *Satzung*) answer "".
    """
    listed = _listed()
    if lemma in listed:
        return listed[lemma]
    if lemma.endswith("ung"):
        stem = lemma.removesuffix("ung").lower()
        for verb in (stem + "en", stem + "n", _untransformed(stem)):
            if verb in tables.verb_classes():
                return verb
    if lemma.endswith(("en", "ern", "eln")) and lemma.lower() in tables.verb_classes():
        return lemma.lower()
    prefix, head = head_form(lemma)
    if prefix and not prefix.endswith("-") and head in listed:
        joined = prefix.lower() + listed[head]  # *Rück|gabe*
        return joined if joined in tables.verb_classes() else ""
    return ""


def _untransformed(stem: str) -> str:
    """*Verlängerung* → *verlängern*, *Wandlung* → *wandeln*."""
    if stem.endswith(("l", "r")) and len(stem) > 3:
        return stem[:-1] + "e" + stem[-1] + "n"
    return ""


@cache
def _nouns_by_verb() -> dict[str, str]:
    return {verb: noun for noun, verb in reversed(_listed().items()) if verb}


def noun_of_verb(infinitive: str) -> str:
    """The usual noun of action: ``anmelden`` → ``Anmeldung``; "" where none is known."""
    for stem in (infinitive.removesuffix("en"), infinitive.removesuffix("n")):
        noun = stem.capitalize() + "ung"
        if noun in tables.noun_classes():
            return noun
    return _nouns_by_verb().get(infinitive, "")
