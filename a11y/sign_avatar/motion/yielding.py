"""How both wrists get out of the way with the least acceleration: demands on their displacement,
met at once over the whole sentence.

Least squares over time: a demand that is not met costs by the square of what is missing, as do the
displacement itself and its acceleration; the acceleration keeps the way smooth. Solved with the
demands that are open, again until those stay the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solveh_banded

from a11y.sign_avatar.motion.rotations import Array, dot

# What weighs as much: metres short of a demand; metres of displacement of the dominant and the
# weak hand (which gives way less); metres a second squared.
_SHORT = 0.0006
_MOVED = (0.16, 0.08)
_JOLT = 3.5
_FIXED = 1e-4  # at both ends of a sentence, where it joins the next
_ENDS = 3  # frames
_ROUNDS = 8
_BAND = 12  # accelerations couple a frame with the second next, six numbers each


@dataclass(slots=True)
class Demands:
    """So far in that direction: at frame ``t`` ways (6,) · displacement ≥ need, the displacement
    being that of the right wrist and of the left one, in metres."""

    frames: list[NDArray[np.intp]] = field(default_factory=list)
    ways: list[Array] = field(default_factory=list)
    needs: list[Array] = field(default_factory=list)

    def add(self, frames: NDArray[np.intp], side: int, ways: Array, needs: Array) -> None:
        """Demands (N,) on one wrist (0: right, 1: left)."""
        none = np.zeros_like(ways)
        self.add_pair(frames, ways if side == 0 else none, none if side == 0 else ways, needs)

    def add_pair(self, frames: NDArray[np.intp], right: Array, left: Array, needs: Array) -> None:
        """Demands (N,) on both wrists: ways (N, 3) of each."""
        self.frames.append(frames)
        self.ways.append(np.concatenate([right, left], axis=1))
        self.needs.append(needs)


def displacement(demands: Demands, frames: int, *, rate: float) -> Array:
    """(T, 2, 3) metres by which the right and the left wrist give way."""
    if not demands.frames or frames < 2 * _ENDS:
        return np.zeros((frames, 2, 3))
    at = np.concatenate(demands.frames)
    ways, needs = np.concatenate(demands.ways), np.concatenate(demands.needs)
    base = _smoothness(frames, rate)
    moved = np.zeros((frames, 6))
    open_ones = needs > 0
    for _ in range(_ROUNDS):
        moved = _solved(base, at[open_ones], ways[open_ones], needs[open_ones], frames)
        now = dot(ways, moved[at]) < needs
        if (now == open_ones).all():
            break
        open_ones = now
    return moved.reshape(frames, 2, 3)


def _smoothness(frames: int, rate: float) -> Array:
    """(13, 6 T) lower band of the cost of displacement and acceleration."""
    out = np.zeros((_BAND + 1, 6 * frames))
    own = np.repeat(np.array(_MOVED) ** -2.0, 3)
    stay = np.tile(own, (frames, 1))
    stay[:_ENDS] = stay[-_ENDS:] = _FIXED**-2
    out[0] = stay.ravel()
    weight = (rate**2 / _JOLT) ** 2
    stencil = np.array([1.0, -2.0, 1.0])
    for a in range(3):
        for b in range(a + 1):
            # Rows t + b, columns of the lower band t + a.
            columns = 6 * np.arange(frames - 2)[:, None] + np.arange(6) + 6 * b
            out[6 * (a - b), columns] += weight * stencil[a] * stencil[b]
    return out


def _solved(base: Array, at: NDArray[np.intp], ways: Array, needs: Array, frames: int) -> Array:
    band = base.copy()
    right = np.zeros((frames, 6))
    weight = _SHORT**-2
    np.add.at(right, at, weight * needs[:, None] * ways)
    for a in range(6):
        for b in range(a + 1):
            np.add.at(band[a - b], 6 * at + b, weight * ways[:, a] * ways[:, b])
    return np.asarray(solveh_banded(band, right.ravel(), lower=True).reshape(frames, 6))
