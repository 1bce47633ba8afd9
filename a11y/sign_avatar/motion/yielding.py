"""How both wrists get out of the way with the least acceleration: demands on their displacement,
met at once over the whole sentence.

Least squares over time: a demand that is not met costs by the square of what is missing, as do the
displacement itself and its acceleration; the acceleration keeps the way smooth. Solved with the
demands that are open, again and again; what is far from being met then counts less (Huber), and an
acceleration of the whole way beyond what arms do more, so that the impossible is left undone rather
than jolted at.
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
_TOUCHING = 0.006  # metres of displacement of a hand that touches what is written
_JOLT = 3.5
_HOPELESS = 0.004  # metres short of a demand from which it costs no longer by the square
_ARMS_DO = 13.0  # metres a second squared: beyond, acceleration costs more and more
_DEARER = 300.0  # times as dear at most
_FIXED = 1e-4  # at both ends of a sentence, where it joins the next
_ENDS = 3  # frames
_ROUNDS = 10
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

    def join(self, others: Demands, share: float) -> None:
        """Take in others' demands, which count for so much of their own ones."""
        self.frames += others.frames
        self.ways += [share * ways for ways in others.ways]
        self.needs += [share * needs for needs in others.needs]


def displacement(
    demands: Demands,
    way: Array,
    *,
    rate: float,
    firm: Array | None = None,
    aside: Array | None = None,
) -> Array:
    """(T, 2, 3) metres by which the right and the left wrist give way; ``way`` (T, 2, 3): where
    they would go without that. firm: (T, 2) 1 where a hand touches what is written and had better
    stay there; aside: (T, 2, 3) how far ``way`` is from what is written."""
    frames = len(way)
    if not demands.frames or frames < 2 * _ENDS:
        return np.zeros((frames, 2, 3))
    at = np.concatenate(demands.frames)
    ways, needs = np.concatenate(demands.ways), np.concatenate(demands.needs)
    moved = np.zeros((frames, 6))
    weights, jolts = np.where(needs > 0, 1.0, 0.0), np.ones((frames - 2, 2))
    given = np.diff(way, 2, axis=0) * rate**2
    held = np.zeros((frames, 2)) if firm is None else firm * _TOUCHING**-2
    home = np.zeros((frames, 6)) if aside is None else -aside.reshape(frames, 6)
    pull = np.repeat(held, 3, axis=1) * home
    for _ in range(_ROUNDS):
        base = _smoothness(frames, rate, jolts, held)
        right = _against(given, jolts, rate) + pull
        moved = _solved(base, right, at, ways, needs, weights)
        short = needs - dot(ways, moved[at])
        weights = np.where(short > 0, 1.0 / np.maximum(1.0, short / _HOPELESS), 0.0)
        whole = given + np.diff(moved.reshape(frames, 2, 3), 2, axis=0) * rate**2
        over = np.sqrt(dot(whole, whole)) / _ARMS_DO
        jolts = np.clip(jolts * over**2, 1.0, _DEARER)
    return moved.reshape(frames, 2, 3)


def _smoothness(frames: int, rate: float, jolts: Array, held: Array) -> Array:
    """(13, 6 T) lower band of the cost of displacement and acceleration. jolts: (T - 2, 2) how much
    dearer than usual the acceleration of a wrist is at a time; held: (T, 2) what its displacement
    costs on top."""
    out = np.zeros((_BAND + 1, 6 * frames))
    own = np.repeat(np.array(_MOVED) ** -2.0, 3)
    stay = np.tile(own, (frames, 1)) + np.repeat(held, 3, axis=1)
    stay[:_ENDS] = stay[-_ENDS:] = _FIXED**-2
    out[0] = stay.ravel()
    weight = (rate**2 / _JOLT) ** 2 * np.repeat(jolts, 3, axis=1)
    stencil = np.array([1.0, -2.0, 1.0])
    for a in range(3):
        for b in range(a + 1):
            # Rows t + b, columns of the lower band t + a.
            columns = 6 * np.arange(frames - 2)[:, None] + np.arange(6) + 6 * b
            out[6 * (a - b), columns] += weight * stencil[a] * stencil[b]
    return out


def _against(given: Array, jolts: Array, rate: float) -> Array:
    """(T, 6) what pulls against accelerations (T - 2, 2, 3) that are dearer than usual."""
    out = np.zeros((len(given) + 2, 6))
    pull = (rate / _JOLT) ** 2 * ((jolts - 1.0)[..., None] * given).reshape(-1, 6)
    for k, share in enumerate((1.0, -2.0, 1.0)):
        out[k : len(given) + k] -= share * pull
    return out


def _solved(
    band: Array, right: Array, at: NDArray[np.intp], ways: Array, needs: Array, weights: Array
) -> Array:
    """(T, 6) displacement for weighted demands; ``band`` and ``right`` are changed."""
    weight = weights * _SHORT**-2
    np.add.at(right, at, (weight * needs)[:, None] * ways)
    for a in range(6):
        for b in range(a + 1):
            np.add.at(band[a - b], 6 * at + b, weight * ways[:, a] * ways[:, b])
    return np.asarray(solveh_banded(band, right.ravel(), lower=True).reshape(-1, 6))
