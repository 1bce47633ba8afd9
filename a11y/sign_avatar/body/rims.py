"""The two rims of the mouth, and which part of the skin goes with each: what lip morphs are made
of.

A rim is the edge of a lip that meets the other lip when the mouth is closed. At rest the data's
lips reach some millimetres into each other there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.mesh import Floats, Ints
from a11y.sign_avatar.body.shape import Shape

_CLEAR = 0.78  # share of the way to the corner up to which it is clear which lip is which
_CORNER = 0.94
# Metres beyond the red over which the skin stops following the lips: aside, towards the nose,
# towards the chin, into the mouth.
_ASIDE, _UP, _DOWN, _DEEP = 0.020, 0.0085, 0.013, 0.012


@dataclass(frozen=True, eq=False, slots=True)
class Mouth:
    """skin (S,): the vertices that the arrays below are about.

    half: half the mouth's width at rest, metres. across (S,): place along the lips, -1 at the
    signer's right corner … 1 at the left one. lower (S,): share to which a point goes with the
    lower lip. share (S,): to what share it follows the lips at all. away (S,): metres from the rim
    towards the lip's outer edge (0 on the rim and inside the mouth).
    upper_rim, lower_rim (S, 3): the point of either rim in that column; level: height at which
    the rims meet in the middle.
    """

    skin: Ints
    half: float
    across: Floats
    lower: Floats
    share: Floats
    away: Floats
    upper_rim: Floats
    lower_rim: Floats
    level: float


def lower_share(drop: Floats, most: float) -> Floats:
    """Share (V,) to which a point goes with the lower lip when the jaw drops. drop (V,): metres
    that it sinks; most: those of the red that sinks most."""
    share: Floats = np.clip((drop / most - 0.36) / 0.24, 0, 1)
    return share


def _rim(points: Floats, half: float, corner: Floats, at: Floats, *, upper: bool) -> Floats:
    """The rim of one lip (points: its red) as a smooth curve into both corners, at places ``at``
    (S,): (S, 3)."""
    rows = [(1.0, *corner[1:])] * 3
    side = np.abs(points[:, 0]) / half
    for step in np.linspace(0, _CLEAR, 15):
        near = np.flatnonzero(np.abs(side - step) < 0.08)
        picked = near[np.argmin(points[near, 1]) if upper else np.argmax(points[near, 1])]
        rows.append((side[picked], *points[picked, 1:]))
    places, heights, depths = np.array(rows).T
    # In even powers of the place aside, or the middle would have a kink.
    y, z = (
        np.polynomial.Polynomial.fit(places**2, values, 2)(at**2) for values in (heights, depths)
    )
    return np.stack([at * half, y, z], -1)


def measure_mouth(shape: Shape, red: NDArray[np.bool_]) -> Mouth:
    """Where the lips are on this face. red (V,): the red of the lips."""
    skin: Ints = np.unique(shape.base.groups["body"].vertices)
    points = shape.positions[skin]
    own = red[skin]
    lips = points[own]
    half = float(np.abs(lips[:, 0]).max())
    across = np.clip(points[:, 0] / half, -1, 1)
    drop = -shape.morphs["jawOpen"][:, 1]
    lower = lower_share(drop, drop[red].max())[skin]
    low = lower[own] >= 0.5
    corner = lips[lips[:, 0] > _CORNER * half].mean(0)
    upper_rim = _rim(lips[~low], half, corner, across, upper=True)
    lower_rim = _rim(lips[low], half, corner, across, upper=False)
    _, nearest = cKDTree(lips).query(points)
    off = points - lips[nearest]
    beyond = (off[:, 0] / _ASIDE) ** 2 + (off[:, 2] / _DEEP) ** 2 * (off[:, 2] < 0)
    beyond += (off[:, 1] / np.where(off[:, 1] > 0, _UP, _DOWN)) ** 2
    share = np.exp(-beyond)
    share[share < 0.01] = 0
    height = (1 - lower) * (points[:, 1] - upper_rim[:, 1])
    height += lower * (lower_rim[:, 1] - points[:, 1])
    middle = np.argmin(np.abs(across))
    return Mouth(
        skin=skin,
        half=half,
        across=across,
        lower=lower,
        share=share,
        away=np.clip(height, 0, None),
        upper_rim=upper_rim,
        lower_rim=lower_rim,
        level=float(upper_rim[middle, 1] + lower_rim[middle, 1]) / 2,
    )
