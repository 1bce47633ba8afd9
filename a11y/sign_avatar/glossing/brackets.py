"""Grammar on the face as brackets in a line of glosses: ``<Bedingung AUSWEIS1 NICHT1> …``.

A bracket holds the signs that one function of the grammar spans. Brackets nest and never cross.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from a11y.sign_avatar.glossing.errors import CorrectionError
from a11y.sign_avatar.glossing.nonmanual import BUNDLES
from a11y.sign_avatar.score import SignedSentence
from a11y.sign_avatar.tiers import function_name

NAMES = {function: function_name(function) for function in BUNDLES}
"""Function of the grammar → the word that opens its bracket."""
_FUNCTIONS = {name.casefold(): function for function, name in NAMES.items()}
_PIECE = re.compile(r"\s+|<(?P<open>[^\s<>]*)|(?P<close>>)|(?P<word>[^\s<>^]+\^?)|(?P<odd>\^)")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Bracket:
    """function lies over the signs [start, end)."""

    start: int
    end: int
    function: str


def brackets_of(sentence: SignedSentence) -> tuple[Bracket, ...]:
    """What the grammar lays over the sentence, outer before inner.

    A function that moves brows and head is one bracket; where two would cross, the later one is
    parted at the end of the earlier.
    """
    found: list[Bracket] = []
    for function in BUNDLES:
        spans = [s for s in sentence.non_manuals if s.function == function]
        joined: list[Bracket] = []
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            if joined and span.start < joined[-1].end:
                joined[-1] = replace(joined[-1], end=max(joined[-1].end, span.end))
            else:
                joined.append(Bracket(start=span.start, end=span.end, function=function))
        found += joined
    return tuple(_nested(found))


def _nested(found: Sequence[Bracket]) -> Iterator[Bracket]:
    waiting = sorted(found, key=_outer_first)
    over: list[Bracket] = []
    while waiting:
        here = waiting.pop(0)
        over = [bracket for bracket in over if bracket.end > here.start]
        limit = min((bracket.end for bracket in over), default=here.end)
        if here.end > limit:
            waiting = sorted([*waiting, replace(here, start=limit)], key=_outer_first)
            here = replace(here, end=limit)
        over.append(here)
        yield here


def _outer_first(bracket: Bracket) -> tuple[int, int, str]:
    return bracket.start, -bracket.end, bracket.function


def written(words: Sequence[str], brackets: Sequence[Bracket]) -> str:
    """The line of these glosses with the brackets around them."""
    out = []
    for at, word in enumerate(words):
        opened = "".join(f"<{NAMES[b.function]} " for b in brackets if b.start == at)
        closed = ">" * sum(b.end == at + 1 for b in brackets)
        # A compound's parts stand together, its mark behind the bracket would bind nothing.
        out.append(f"{opened}{word}{closed}")
    return re.sub(r"(?<=\^) (?!<)", "", " ".join(out))


def read(line: str) -> tuple[list[str], tuple[Bracket, ...]]:
    """The glosses of a line and its brackets. Raises CorrectionError, in German."""
    words: list[str] = []
    opened: list[tuple[str, int]] = []
    brackets: list[Bracket] = []
    for match in _PIECE.finditer(line):
        if match["word"]:
            words.append(match["word"])
        elif match["odd"]:
            raise CorrectionError(
                "Ein ^ steht allein.", "Das Zeichen ^ verbindet zwei Gebärden: HUND1^GELD1."
            )
        elif match["open"] is not None:
            function = _FUNCTIONS.get(match["open"].casefold())
            if function is None:
                raise CorrectionError(
                    f"„<{match['open']}“ ist keine Klammer.",
                    f"Möglich sind: {', '.join('<' + name for name in NAMES.values())}.",
                )
            opened.append((function, len(words)))
        elif match["close"]:
            if not opened:
                raise CorrectionError(
                    "Ein > steht ohne Klammer.", "Löschen Sie es, oder öffnen Sie davor eine."
                )
            function, start = opened.pop()
            if start == len(words):
                raise CorrectionError(
                    f"Die Klammer <{NAMES[function]} ist leer.",
                    "Sie umschließt mindestens eine Gebärde, oder sie entfällt.",
                )
            brackets.append(Bracket(start=start, end=len(words), function=function))
    if opened:
        raise CorrectionError(
            f"Die Klammer <{NAMES[opened[-1][0]]} ist nicht geschlossen.",
            "Setzen Sie > hinter ihre letzte Gebärde.",
        )
    return words, tuple(sorted(brackets, key=_outer_first))
