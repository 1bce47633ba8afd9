"""A score laid out for reading: non-manual tiers over the signs, mouthing below, in German words.

For editors and Deaf reviewers, in the terminal and in the browser; nothing here decides anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from a11y.sign_avatar.score import NonManual, Sign, SignedSentence, SignKind, Tier

TIERS = {
    Tier.BROWS: "Brauen",
    Tier.HEAD: "Kopf",
    Tier.GAZE: "Blick",
    Tier.EYES: "Augen",
    Tier.TORSO: "Oberkörper",
    Tier.CHEEKS: "Wangen",
    Tier.MOUTH: "Mund",
}
SIGNS, MOUTHING, SCREEN = "Gebärden", "Mundbild", "Bildschirm"

_VALUES = {
    "raised": "hoch", "lowered": "gesenkt", "shake": "schüttelt", "nod": "nickt",
    "forward": "vor", "back": "zurück", "left": "nach links", "right": "nach rechts",
    "tilt-left": "nach links geneigt", "tilt-right": "nach rechts geneigt",
    "turn-left": "nach links gedreht", "turn-right": "nach rechts gedreht",
    "hands": "auf die Hände", "viewer": "zur Kamera", "down": "nach unten",
    "3a": "auf Platz 3a", "3b": "auf Platz 3b", "3c": "auf Platz 3c", "3d": "auf Platz 3d",
    "3e": "auf Platz 3e",
    "closed": "zu", "wide": "weit offen", "squint": "schmal",
    "puffed": "aufgeblasen", "sucked": "eingezogen",
    "corners-down": "Winkel unten", "corners-up": "Winkel oben", "puff": "bläst",
    "pursed": "gespitzt", "teeth": "zeigt Zähne", "open": "offen", "tongue": "zeigt Zunge",
}  # fmt: skip
_FUNCTIONS = {
    "topic": "Thema", "condition": "Bedingung", "yes-no": "Ja/Nein-Frage", "wh": "Frage",
    "negation": "Verneinung", "obligation": "Pflicht", "affirmation": "Bekräftigung",
    "relative": "Relativsatz", "list": "Aufzählung",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands over, at or under ``signs`` signs in a row; "" for nothing."""

    text: str
    signs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One tier of a sentence. The cells' widths sum to the number of signs.

    kind: "tier" for a non-manual one, "sign" for the glosses, "word" for mouthing and screen.
    """

    label: str
    kind: Literal["tier", "sign", "word"]
    cells: tuple[Cell, ...]


def value_of(span: NonManual) -> str:
    """What the brows, the head … do."""
    return _VALUES.get(span.value, span.value)


def reason_of(span: NonManual) -> str:
    """The grammar it stands for; "" where the value says it all (a gaze at a locus)."""
    return "" if span.function == "locus" else function_name(span.function)


def function_name(function: str) -> str:
    """A function of the grammar in German."""
    return _FUNCTIONS.get(function, function)


def is_shown(span: NonManual) -> bool:
    """Blinks at every boundary say nothing to a reader."""
    return span.value != "blink"


def sheet(sentence: SignedSentence) -> tuple[Row, ...]:
    """The tiers of a sentence from top to bottom; only those that hold something, and the signs."""
    rows = []
    for tier in Tier:
        spans = [s for s in sentence.non_manuals if s.tier is tier and is_shown(s)]
        if spans:
            cells = tuple(_over(spans, len(sentence.signs)))
            rows.append(Row(label=TIERS[tier], kind="tier", cells=cells))
    rows.append(_row(SIGNS, "sign", (sign.label for sign in sentence.signs)))
    rows.append(_row(MOUTHING, "word", (sign.mouthing or "" for sign in sentence.signs)))
    rows.append(_row(SCREEN, "word", (on_screen(sign) for sign in sentence.signs)))
    return tuple(row for row in rows if any(cell.text for cell in row.cells))


def on_screen(sign: Sign) -> str:
    """What is shown beside the signer while this is signed."""
    return sign.text if sign.kind in (SignKind.TEXT, SignKind.LEXICAL) else ""


def _row(label: str, kind: Literal["sign", "word"], texts: Iterator[str]) -> Row:
    return Row(label=label, kind=kind, cells=tuple(Cell(text=text) for text in texts))


def _over(spans: Sequence[NonManual], count: int) -> Iterator[Cell]:
    """The cells of one tier over ``count`` signs; of overlapping spans the later one shows."""
    owner = [-1] * count
    for number, span in enumerate(spans):
        owner[span.start : span.end] = [number] * (span.end - span.start)
    for number, group in groupby(owner):
        text = ""
        if number >= 0:
            reason = reason_of(spans[number])
            text = value_of(spans[number]) + (f" ({reason})" if reason else "")
        yield Cell(text=text, signs=len(list(group)))
