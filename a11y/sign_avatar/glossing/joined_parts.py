"""Parts of a clause that are one for a signer: ranges, shifted times, bounds with their number."""

from __future__ import annotations

from a11y.language.analysis import (
    Adverbial,
    Participant,
    ValueKind,
)
from a11y.sign_avatar.glossing.dashes import is_range_dash
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.slots import Slot

Source = Participant | Adverbial | None
Item = tuple[Slot, Source, tuple[int, ...]]
_SHIFTED = frozenset({"vorher", "zuvor", "nachher", "danach", "später", "früher"})
_BOUNDS = frozenset(
    {"mindestens", "höchstens", "maximal", "etwa", "ungefähr", "circa", "rund", "spätestens",
     "wenigstens", "frühestens", "knapp", "fast", "genau", "insgesamt", "jeweils", "nur", "bereits",
     "mind.", "max.", "ca.", "über", "unter", "je"}
)  # fmt: skip
_COMPARED = frozenset({"mehr", "weniger"})


def joined_parts(scene: Scene, items: list[Item]) -> list[Item]:
    """Ranges and shifted times as one part: ``von 8 bis 12 Uhr``, ``vier Wochen vorher``."""
    out: list[Item] = []
    for slot, source, tokens in sorted(items, key=lambda item: item[2][:1]):
        before = out[-1] if out else None
        if before is not None and tokens and _dashed(scene, before[2], tokens):
            between = before[2][-1] + 1
            span = (*before[2], between, *tokens)
            out[-1] = (before[0] if before[0] is Slot.TIME else slot, source, span)
            continue
        if before is not None and tokens and before[2] and before[2][-1] + 1 == tokens[0]:
            opening = scene.token(before[2][0]).text.lower()
            closing = scene.token(tokens[0]).text.lower()
            if opening == "je" and closing == "nach" and len(before[2]) == 1:
                scene.fire("DEPENDS-FIRST")
                out[-1] = (Slot.PURPOSE, source, (*before[2], *tokens))
                continue
            if opening in ("von", "vom") and closing == "bis":
                out[-1] = (slot, source, (*before[2], *tokens))
                continue
            first, last = scene.value(before[2][-1]), scene.value(tokens[-1])
            if _bounds(scene, before[2], tokens):
                out[-1] = (slot, source, (*before[2], *tokens))
                continue
            length = first is not None and first.kind is ValueKind.DURATION
            if length and closing in ("vor", "nach") and slot is Slot.TIME:
                out[-1] = (slot, source, (*before[2], *tokens))  # drei Monate vor der Geburt
                continue
            ranged = first is not None and last is not None and first.kind is last.kind
            if closing == "bis" and ranged and first is not last:
                timed = Slot.TIME in (before[0], slot)
                out[-1] = (Slot.TIME if timed else before[0], before[1], (*before[2], *tokens))
                continue
            lengths = isinstance(before[1], Adverbial)
            if lengths and slot is Slot.TIME and closing in _SHIFTED and len(tokens) == 1:
                out[-1] = (Slot.TIME, before[1], (*before[2], *tokens))
                continue
        elif before is not None and _either(scene, before, source, tokens):
            between = before[2][-1] + 1
            out[-1] = (before[0], before[1], (*before[2], between, *tokens))
            continue
        out.append((slot, source, tokens))
    return out


def _dashed(scene: Scene, before: tuple[int, ...], tokens: tuple[int, ...]) -> bool:
    """``14–16 Uhr``, ``Mo – Fr``: a dash between two values or days is a range."""
    return bool(before) and before[-1] + 2 == tokens[0] and is_range_dash(scene, before[-1] + 1)


def _bounds(scene: Scene, before: tuple[int, ...], tokens: tuple[int, ...]) -> bool:
    """``mindestens 2 Fotos``, ``mehr als 20 Euro``: the bound stays with its number."""
    low = [scene.token(index).text.lower() for index in before]
    if low[-1] in _COMPARED and scene.token(tokens[0]).tag == "KOKOM":
        return any(scene.value(index) is not None for index in tokens[1:])
    return low[-1] in _BOUNDS and len(low) == 1 and scene.value(tokens[0]) is not None


def _either(scene: Scene, before: Item, source: Source, tokens: tuple[int, ...]) -> bool:
    """``online oder vor Ort``: two adverbials of one choice stay together."""
    if not (isinstance(before[1], Adverbial) and isinstance(source, Adverbial)):
        return False
    if not tokens or not before[2] or before[2][-1] + 2 != tokens[0]:
        return False
    return scene.token(tokens[0] - 1).text.lower() == "oder"
