"""Lips rounded as lips are: drawn together at the corners, forward, about a small oval.

In the data a funnel or a pucker makes a lozenge: the upper lip rises in the middle only, the
corners stay where they are and the teeth come through them. Here the rims are brought to a curve
each: half an ellipse where the mouth is open, together beside it, bent less than at rest, because
the corners come forward farther than the middle does.

Widths and protrusion: Zerling 1992 (Frontal lip shape for French vowels), Linker 1982 (Articulatory
and acoustic correlates of labial activity in vowels): a rounded mouth is a third to a half
narrower than a spread one and its opening smaller than its corners are apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.mesh import Floats, smoother
from a11y.sign_avatar.body.rims import Mouth
from a11y.sign_avatar.body.shape import Shape

_TOUCH = 0.0010  # metres by which each of two closed rims reaches into the other
_EDGE, _EDGE_FROM = 0.45, 0.008
"""A lip's outer edge goes up or down by this share of what its rim does, from so many metres away
from it: the red gets no thinner and keeps its bow."""
_ARCH = 0.55  # exponent of the dropped lip's curve; half an ellipse has 0.5
_BOW = 0.012  # metres from the rim within which the dropped lip gets its arch
_LIFT, _MIDDLE = 0.0032, 0.42
"""Metres by which the middle of a raised upper lip rises beyond its sides, as far as it hangs below
them at rest; half a bell's width, as a share of half the mouth's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """narrower: share by which the corners come together. wide: width of the opening as a share of
    the distance of the corners then. up, down: how far either rim goes in the middle from where
    it is closed (see ``_TOUCH``). forward: how far the lips come in the middle, corner: at the
    corners. lower: how far the opening goes down. All metres but the first two."""

    narrower: float
    wide: float
    up: float
    down: float
    forward: float
    corner: float
    lower: float


ROUNDINGS = {
    "mouthFunnel": Rounding(
        narrower=0.32, wide=0.88, up=0.0032, down=0.0062, forward=0.0065, corner=0.0095, lower=0.0
    ),
    "mouthPucker": Rounding(
        narrower=0.42,
        wide=0.52,
        up=0.0008,
        down=0.0022,
        forward=0.0080,
        corner=0.0125,
        lower=0.0010,
    ),
}


def rounded(shape: Shape, mouth: Mouth) -> Shape:
    """The shape with rounding morphs made anew."""
    average = smoother(len(shape.positions), shape.base.groups["body"].vertices)
    morphs = dict(shape.morphs)
    for name, wanted in ROUNDINGS.items():
        share = mouth.share[:, None]
        mixed = morphs[name].copy()
        mixed[mouth.skin] += share * (_towards(wanted, mouth) - mixed[mouth.skin])
        # Beyond the lips the two mixed would leave creases.
        soft = np.zeros(len(mixed))
        soft[mouth.skin] = 0.8 * np.clip((0.9 - mouth.share) / 0.2, 0, 1)
        for _ in range(12):
            mixed += soft[:, None] * (average @ mixed - mixed)
        morphs[name] = mixed
    return replace(shape, morphs=morphs)


def hanging(shape: Shape, mouth: Mouth, red: NDArray[np.bool_]) -> Shape:
    """The shape with a lower lip that hangs in an arch when the jaw drops, not in a wedge, and
    loses the bow it rests in. red (V,): the red of the lips."""
    jaw = shape.morphs["jawOpen"][mouth.skin]
    rim = red[mouth.skin] & (mouth.lower > 0.6) & (mouth.away < 0.003)
    place = mouth.across**2
    dropped = np.polynomial.Polynomial.fit(place[rim], jaw[rim, 1], 3)(place)
    open_rim = mouth.lower_rim[:, 1] + dropped
    middle, corner = open_rim[np.argmin(place)], open_rim[np.argmax(place)]
    wanted = corner + (middle - corner) * (1 - place) ** _ARCH
    out = shape.morphs["jawOpen"].copy()
    fades = np.exp(-((mouth.away / _BOW) ** 2))
    out[mouth.skin, 1] += mouth.share * mouth.lower * fades * (wanted - open_rim)
    return replace(shape, morphs={**shape.morphs, "jawOpen": out})


def lifted(shape: Shape, mouth: Mouth) -> Shape:
    """The shape with an upper lip that is drawn up as a whole. In the data either half goes up for
    itself, and the middle hangs between them before the teeth."""
    fades = np.exp(-((mouth.away / _BOW) ** 2) - (mouth.across / _MIDDLE) ** 2)
    rise = 0.5 * _LIFT * mouth.share * (1 - mouth.lower) * fades
    morphs = dict(shape.morphs)
    for name in ("mouthUpperUpLeft", "mouthUpperUpRight"):
        morphs[name] = morphs[name].copy()
        morphs[name][mouth.skin, 1] += rise
    return replace(shape, morphs=morphs)


def _towards(wanted: Rounding, mouth: Mouth) -> Floats:
    """Offsets (S, 3) that bring each column's rim to the curve."""
    apart = np.sqrt(np.clip(1 - (mouth.across / wanted.wide) ** 2, 0, 1))
    edge = 1 - (1 - _EDGE) * np.clip(mouth.away / _EDGE_FROM, 0, 1) * (1 - mouth.across**4)
    level = mouth.level - wanted.lower
    out = np.zeros((len(mouth.skin), 3))
    out[:, 0] = -wanted.narrower * mouth.across * mouth.half
    for rim, belongs, height in (
        (mouth.upper_rim, 1 - mouth.lower, wanted.up * apart - _TOUCH),
        (mouth.lower_rim, mouth.lower, _TOUCH - wanted.down * apart),
    ):
        out[:, 1] += belongs * edge * (level + height - rim[:, 1])
    out[:, 2] = wanted.forward + (wanted.corner - wanted.forward) * mouth.across**2
    return out
