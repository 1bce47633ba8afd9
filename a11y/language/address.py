"""Whether *Sie* at the start of a sentence is the reader or those the sentence before spoke of.

*Die Eltern bringen ihr Kind. Sie sollen pünktlich sein.*: the form cannot tell. It is the reader
unless the sentence before has a plural subject and the text addresses nobody anywhere, or the same
clause addresses the reader beside it (*Die Prüfer kommen. Sie melden sich bei Ihnen.*), or what it
says is theirs has a small letter (*Sie melden ihr Kind an.*).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language.lexicon import tables
from a11y.language.word import Word

_ADDRESSED = frozenset(("Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"))


def settle(sentences: Sequence[Sequence[Word]]) -> None:
    """Take the mark of politeness from each *Sie* that means others; tags are settled before."""
    reader = any(_addresses(sentence) for sentence in sentences)
    for before, sentence in pairwise(sentences):
        first = next((w for w in sentence if w.tag[:1] != "$"), None)
        if first is None or first.text != "Sie" or not first.morph.get("Polite"):
            continue
        beside = [w for w in sentence if w is not first and w.text in ("Sie", "Ihnen")]
        others = bool(beside) and not any(
            w.tag == "$," for w in sentence[: _place(sentence, beside)]
        )
        if (others or not reader or _theirs(sentence, first)) and _speaks_of_many(before):
            first.morph = {k: v for k, v in first.morph.items() if k not in ("Polite", "Person")}
            first.morph |= {"Person": "3", "Number": "Plur"}


def _theirs(sentence: Sequence[Word], first: Word) -> bool:
    """*ihr Kind*, not *Ihr Kind*, and no noun before it that could own it."""
    for word in sentence:
        if word.index <= first.index:
            continue
        if word.tag in ("NN", "NE", "$,") or word.text in _ADDRESSED:
            return False
        if word.tag == "PPOSAT" and word.text.startswith("ihr"):
            return True
    return False


def _place(sentence: Sequence[Word], found: Sequence[Word]) -> int:
    return next(place for place, word in enumerate(sentence) if word is found[0])


def _addresses(sentence: Sequence[Word]) -> bool:
    """Whether a form of address stands inside the sentence, where its capital is no accident."""
    content = [w for w in sentence if w.tag[:1] != "$"]
    return any(word.text in _ADDRESSED and before.tag != "$." for before, word in pairwise(content))


def _speaks_of_many(sentence: Sequence[Word]) -> bool:
    """*Die Eltern bringen …*: a noun in front of a plural verb."""
    for place, word in enumerate(sentence):
        if word.tag in ("PPER", "KOUS", "PIS"):
            return False
        if word.finite:
            front = sentence[:place]
            plural = any(r.person == "P3" for r in tables.verb_readings(word.lower))
            prepositional = any(w.tag.startswith("APP") for w in front[:1])
            return plural and not prepositional and any(w.tag == "NN" for w in front)
    return False
