"""Joint angles for every HamNoSys handshape: twelve bases, thumb and bending modifiers, fingers.

Each hand has 21 angles (``DOFS``), in degrees, all zero for a straight hand in the plane of the
palm: per finger ``mcp`` (flexion at the knuckle), ``abd`` (towards the thumb), ``pip``, ``dip``;
for the thumb ``radial`` (away from the index, in the plane of the palm), ``palmar`` (out of that
plane), ``roll`` (opposition: the pad turns towards the fingers), ``mcp``, ``ip``. The table is
``handshapes.yaml``; sources: HamNoSys 4 handshape chart (Hanke 2004) for which fingers do what,
anatomy (AAOS ranges) for how far. Symbol names are those of HamNoSys 4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

Floats = NDArray[np.float64]

FINGERS = ("index", "middle", "ring", "pinky")
DOFS: tuple[str, ...] = (
    *(f"{finger}.{part}" for finger in FINGERS for part in ("mcp", "abd", "pip", "dip")),
    *(f"thumb.{part}" for part in ("radial", "palmar", "roll", "mcp", "ip")),
)

# [lowest, highest] of each angle; nothing that this module or its readers make leaves them.
_FINGER_LIMITS = {"mcp": (-20, 95), "abd": (-24, 20), "pip": (0, 112), "dip": (-5, 80)}
_THUMB_LIMITS = {
    "radial": (-5, 75),
    "palmar": (-5, 75),
    "roll": (-10, 80),
    "mcp": (-10, 65),
    "ip": (-20, 85),
}
LIMITS: Floats = np.array(
    [_FINGER_LIMITS[part] for _ in FINGERS for part in ("mcp", "abd", "pip", "dip")]
    + [_THUMB_LIMITS[part] for part in ("radial", "palmar", "roll", "mcp", "ip")],
    float,
)

_THUMBS = {
    None: "thumb",
    "hamthumboutmod": "out",
    "hamthumbacrossmod": "across",
    "hamthumbopenmod": "thumb",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A handshape ready to be taken.

    angles: (21,) degrees in the order of ``DOFS``, within ``LIMITS``.
    pinching: fingers whose pads meet the thumb's; gap: metres between the pads (0 = touch), or
    None when no finger is opposed to the thumb. thumb: name of the thumb's position.
    thumb_on: what the thumb's pad lies on: (finger, ``back`` or ``side`` of its middle phalanx, or
    ``front`` of the fist there).
    """

    angles: Floats
    pinching: tuple[str, ...] = ()
    gap: float | None = None
    thumb: str = "alongside"
    thumb_on: tuple[str, str] | None = None


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    path = Path(__file__).with_name("handshapes.yaml")
    table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table


def bases() -> tuple[str, ...]:
    """The twelve base symbols."""
    return tuple(_table()["bases"])


def bendings() -> tuple[str, ...]:
    return tuple(_table()["bendings"])


def thumb_modifiers() -> tuple[str, ...]:
    return tuple(name for name in _THUMBS if name)


def _clamped(angles: Floats) -> Floats:
    return np.clip(angles, LIMITS[:, 0], LIMITS[:, 1])


def shape(
    base: str,
    *,
    thumb: str | None = None,
    selected: tuple[str, ...] | None = None,
    bends: Mapping[str, str] = MappingProxyType({}),
) -> Shape:
    """The angles of one handshape.

    base, thumb: symbol names. selected: the fingers the base stretches out or joins with the thumb,
    when they are not its usual ones. bends: finger (or ``thumb``) → bending symbol.
    Raises KeyError for unknown names.
    """
    table = _table()
    entry = table["bases"][base]
    family = entry["family"]
    chosen = tuple(entry["selected"]) if selected is None else selected
    rows = {}
    for finger in FINGERS:
        row = entry["shape"] if finger in chosen else entry["rest"]
        if base == "hamfist" and selected is not None:
            row = "straight" if finger in selected else "curled"
        rows[finger] = list(table["fingers"][row][finger])
        if finger in bends:
            rows[finger] = _bent(table, entry, bends[finger], finger)
    thumb_name = entry[_THUMBS[thumb]]
    if thumb == "hamthumbopenmod" and family == "plain":
        thumb_name = "opposed"  # SiGML's word for it; a pinch or cee, opposed anyway, opens wider
    if thumb is None or (thumb == "hamthumbacrossmod" and base != "hamflathand"):
        thumb_name = _thumb_on_free_finger(thumb_name, rows)
    angles = [a for f in FINGERS for a in rows[f]] + list(table["thumbs"][thumb_name]["angles"])
    if "thumb" in bends:
        angles[-2:] = [20, 55] if bends["thumb"] != "hamfingerstraightmod" else [45, 5]
    pinching: tuple[str, ...] = ()
    gap: float | None = None
    if family != "plain" and thumb in (None, "hamthumbopenmod"):
        pinching = chosen
        gap = float(entry["open"] if thumb else entry["gap"])
    return Shape(
        angles=_clamped(np.array(angles, float)),
        pinching=pinching,
        gap=gap,
        thumb=thumb_name,
        thumb_on=None if pinching else _rests_on(thumb_name),
    )


def _rests_on(thumb: str) -> tuple[str, str] | None:
    where = _table()["thumbs"][thumb].get("rests")
    return (where[0], where[1]) if where else None


def thumb_position(start: Shape, name: str) -> Shape:
    """The same fingers with the thumb in a named position of the table."""
    angles = start.angles.copy()
    angles[-5:] = _table()["thumbs"][name]["angles"]
    return Shape(angles=_clamped(angles), thumb=name, thumb_on=_rests_on(name))


def thumb_touching(start: Shape, finger: str) -> Shape:
    """The thumb meets a finger: pad to pad with a curled one, which opens to a ring for it, or
    against the side of a stretched one."""
    angles = start.angles.copy()
    row = 4 * FINGERS.index(finger)
    angles[-5:] = _table()["thumbs"]["opposed"]["angles"]
    if angles[row + 2] < 60:
        return Shape(angles=_clamped(angles), thumb="opposed", thumb_on=(finger, "side"))
    angles[row : row + 4] = _table()["fingers"]["pinch"][finger]
    return Shape(angles=_clamped(angles), pinching=(finger,), gap=0.0, thumb="opposed")


def crossed(start: Shape, first: str, second: str) -> Shape:
    """``first`` laid over the back of ``second``: it bends across, the other one leans out from
    under it, and their tips change sides, so that both are seen from the front."""
    angles = start.angles.copy()
    order = FINGERS.index(second) - FINGERS.index(first)
    a, b = 4 * FINGERS.index(first), 4 * FINGERS.index(second)
    angles[a : a + 3] = [angles[a] - 4, -19.0 * np.sign(order), angles[a + 2] + 20]
    angles[b : b + 2] = [angles[b] + 16, 13.0 * np.sign(order)]
    return Shape(angles=_clamped(angles), thumb=start.thumb)


def _bent(table: dict[str, Any], entry: dict[str, Any], bending: str, finger: str) -> list[float]:
    row = list(table["fingers"][table["bendings"][bending][entry["family"]]][finger])
    if entry["shape"] in ("spread", "vee", "together"):
        row[1] = table["fingers"][entry["shape"]][finger][1]
    return row


def _thumb_on_free_finger(thumb: str, rows: dict[str, list[float]]) -> str:
    """A thumb that lies over a curled finger goes to the first one that is curled."""
    order = {
        "over_index": "index",
        "over_middle": "middle",
        "over_ring": "ring",
        "over_pinky": "pinky",
    }
    if thumb not in order or rows[order[thumb]][2] > 60:
        return thumb
    curled = [name for name, finger in order.items() if rows[finger][2] > 60]
    return "alongside" if not curled else "over_middle" if "over_middle" in curled else curled[0]


def blend(a: Shape, b: Shape, share: float = 0.5) -> Shape:
    """The handshape between two (HamNoSys ``hambetween``)."""
    gaps = (a.gap, b.gap)
    gap = None if None in gaps else (1 - share) * float(gaps[0] or 0) + share * float(gaps[1] or 0)
    pinching = tuple(f for f in a.pinching if f in b.pinching) if gap is not None else ()
    return Shape(
        angles=_clamped((1 - share) * a.angles + share * b.angles),
        pinching=pinching,
        gap=gap if pinching else None,
        thumb=a.thumb if share < 0.5 else b.thumb,
    )


def relaxed() -> Shape:
    """The open, slightly curled hand of a person at rest."""
    table = _table()
    rows = [a for f in FINGERS for a in table["fingers"]["relaxed"][f]]
    return Shape(
        angles=_clamped(np.array(rows + table["thumbs"]["relaxed"]["angles"], float)),
        thumb="relaxed",
    )
