"""How a letter addresses its readers: *Sehr geehrte Frau Kurz, …* comes first, in its own order."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Clause, Sentence
from a11y.sign_avatar.glossing.scene import Scene

_OPENINGS = (
    ("sehr", "geehrte"),
    ("sehr", "geehrter"),
    ("liebe",),
    ("lieber",),
    ("guten", "tag"),
    ("guten", "morgen"),
    ("hallo",),
)
_ADDRESSES = frozenset({"NN", "NE", "ART", "ADJA", "KON", "PPOSAT", "FM", "TRUNC", "XY"})
_LONGEST = 14


def salutation(scene: Scene, sentence: Sentence) -> tuple[int, ...]:
    """The tokens of an address that opens the sentence, its comma included; () where there is none.

    Behind the opening only nouns, names and their articles count, up to a comma, ``!`` or the end.
    """
    start, end = sentence.tokens
    low = [scene.token(at).text.lower() for at in range(start, min(end, start + _LONGEST))]
    opening = next((words for words in _OPENINGS if tuple(low[: len(words)]) == words), ())
    if not opening:
        return ()
    at = start + len(opening)
    if opening[0] in ("guten", "hallo") and at < end and scene.token(at).text == ",":
        at += 1  # Guten Tag, Frau Kurz
    while at < end and (scene.token(at).tag in _ADDRESSES or scene.is_noun(at)):
        at += 1
    named = at > start and scene.token(at - 1).text not in (",", "Tag", "Hallo")
    closed = at == end or scene.token(at).text in (",", "!")
    if not named or not closed or at - start > _LONGEST:
        return ()
    if at == end and opening[0] not in ("sehr", "guten"):
        return ()  # Liebe: a heading may be about it
    return tuple(range(start, min(at + 1, end)))


def without(clause: Clause, tokens: tuple[int, ...]) -> Clause:
    """The clause without the address in front of it."""
    gone = set(tokens)
    return replace(
        clause,
        tokens=tuple(index for index in clause.tokens if index not in gone),
        verbs=tuple(index for index in clause.verbs if index not in gone),
        participants=tuple(item for item in clause.participants if item.head not in gone),
        adverbials=tuple(item for item in clause.adverbials if item.head not in gone),
    )
