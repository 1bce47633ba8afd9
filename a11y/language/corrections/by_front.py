"""Verb forms in front: a participle, an infinitive or a finite verb that looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language.corrections.tags import chunk_end, retag
from a11y.language.lexicon import tables
from a11y.language.word import Word


def fronted_participle(words: Sequence[Word]) -> None:
    """*Angeboten werden Kurse*, *Gefällt werden dürfen sie …*: a passive's participle."""
    if len(words) < 3 or words[1].lower not in ("werden", "wird", "wurde", "wurden"):
        return
    if not any(r.form == "Part2" for r in tables.verb_readings(words[0].lower)):
        return
    retag(words[0], "VVPP")
    if words[2].tag != "VMFIN":
        retag(words[1], "VAFIN")
    elif words[1].lower == "werden":
        retag(words[1], "VAINF")


def fronted_infinitive(words: Sequence[Word]) -> None:
    """*Verlängern lässt sich die Frist nur …*: the first word is the modal's infinitive."""
    if len(words) < 3 or words[0].tag not in ("NN", "NE"):
        return
    row = 1  # *Lesen und schreiben können die Kinder*
    while row < len(words) and (words[row].tag in ("$,", "KON", "VVINF")):
        row += 1
    several = row > 2 and words[row - 1].tag == "VVINF" and row < len(words)
    if several and words[row].tag == "VMFIN":
        if any(r.form == "Inf" for r in tables.verb_readings(words[0].lower)):
            retag(words[0], "VVINF")
        return
    following = words[1]
    modal = following.tag == "VMFIN" or following.lower in ("lässt", "lassen", "ließ", "ließen")
    if not modal or not any(r.form == "Inf" for r in tables.verb_readings(words[0].lower)):
        return
    rest = words[2 : chunk_end(words, 1)]
    if not any(w.tag[:1] == "V" and w.tag.endswith(("INF", "PP")) for w in rest):
        retag(words[0], "VVINF")


def reflexive_behind(words: Sequence[Word]) -> None:
    """*…, bei Verlust verlängert sich die Frist*: no participle stands before its *sich*."""
    for position, (word, following) in enumerate(pairwise(words)):
        if word.tag != "VVPP" or following.lower != "sich":
            continue
        stretch = [*_back_to_mark(words, position), *words[position : chunk_end(words, position)]]
        persons = {r.person for r in tables.verb_readings(word.lower) if r.form == "Pres"}
        if "S3" in persons and not any(w.finite or w.tag[:2] in ("VA", "VM") for w in stretch):
            retag(word, "VVFIN")


def _back_to_mark(words: Sequence[Word], position: int) -> Sequence[Word]:
    """The words between the mark before this place and the place."""
    start = position
    while start and words[start - 1].tag[:1] != "$":
        start -= 1
    return words[start:position]


def modal_behind_infinitive(words: Sequence[Word]) -> None:
    """*…, ausdrucken müssen Sie ihn nicht*: behind the comma an infinitive stands in front."""
    for mark, deed, modal, who in zip(words, words[1:], words[2:], words[3:], strict=False):
        fronted = mark.tag == "$," and deed.tag == "VVINF" and modal.tag == "VMINF"
        if fronted and who.lower in ("sie", "wir", "ich", "er", "es", "du", "ihr", "man"):
            retag(modal, "VMFIN")
