"""Hands that are deep in each other: when, and which way out they both can take.

Fingers that cross have a nearest way out that changes from frame to frame; for a whole encounter
one common way is sought by trying.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.flesh import Rows, flesh, overlaps
from a11y.sign_avatar.motion.rotations import Array

TOLERANCE = 0.003  # metres of overlap that are left: skin gives
MEETINGS = (
    ("hand.R", "hand.L"),
    ("hand.R", "arm.L"),
    ("arm.R", "hand.L"),
    ("arm.R", "arm.L"),
    ("hand.R", "upper.L"),
    ("upper.R", "hand.L"),
)
_WAYS = np.array([way for way in product((-1.0, 0.0, 1.0), repeat=3) if any(way)])
_WAYS /= np.linalg.norm(_WAYS, axis=1)[:, None]
_LENGTHS = np.array([0.0, 0.005, 0.01, 0.015, 0.02, 0.03, 0.045, 0.06, 0.08, 0.10, 0.13])
_STRIDES = np.array([0.02, 0.045, 0.08, 0.13])
_OWN_SIDE = 0.012  # metres that are gained by leaving to the own side

Limbs = dict[str, tuple[Array, Array]]


def encounters(depth: Array, pause: int) -> list[tuple[int, int]]:
    """Spans [first, last) of frames in which hands are in each other, short pauses included."""
    deep = np.flatnonzero(depth > TOLERANCE)
    if not len(deep):
        return []
    breaks = np.flatnonzero(np.diff(deep) > pause)
    starts = deep[np.concatenate([[0], breaks + 1])]
    ends = deep[np.concatenate([breaks, [len(deep) - 1]])]
    return [
        (max(0, int(a) - pause), min(len(depth), int(b) + pause + 1))
        for a, b in zip(starts, ends, strict=True)
    ]


def way_apart(rig: Rig, groups: Limbs, rows: Rows) -> Array:
    """(3,) the way in which the right hand gets clear of the left one with the shortest moves at
    those moments of an encounter: the nearest pair of fingers changes from frame to frame, and
    pushes that change sides would cancel out."""
    ways = np.tile(_WAYS, (len(rows), 1))
    left = _left_after(rig, groups, np.repeat(rows, len(_WAYS)), ways, _STRIDES)
    cost = 10 * np.clip(left - TOLERANCE, 0, None) + _STRIDES
    total = cost.min(axis=1).reshape(len(rows), -1).mean(axis=0)
    # Hands that lie exactly in each other: each to its own side (+X is the signer's left).
    return np.asarray(_WAYS[int(np.argmin(total + _OWN_SIDE * _WAYS[:, 0]))])


def needed(rig: Rig, groups: Limbs, rows: Rows, ways: Array) -> Array:
    """(N,) metres along ``ways`` (N, 3) after which the hands of those rows are clear."""
    left = _left_after(rig, groups, rows, ways, _LENGTHS) - TOLERANCE
    clear = left <= 0
    index = np.where(clear.any(axis=1), clear.argmax(axis=1), len(_LENGTHS) - 1)
    at = np.arange(len(rows))
    before = np.maximum(index - 1, 0)
    a, b = left[at, before], left[at, index]
    share = np.where(a - b > 1e-6, np.clip(a / np.maximum(a - b, 1e-6), 0, 1), 1.0)
    return np.asarray(_LENGTHS[before] + share * (_LENGTHS[index] - _LENGTHS[before]))


def _left_after(rig: Rig, groups: Limbs, rows: Rows, ways: Array, lengths: Array) -> Array:
    """(N, S) what is left of an overlap of the hands when the right one has gone along ``ways``
    (N, 3) by each of ``lengths``."""
    steps = (ways[:, None] * lengths[:, None]).reshape(-1, 1, 3)
    again = np.repeat(rows, len(lengths))
    left = np.zeros(len(steps))
    for one, two in MEETINGS[:4]:
        moving = (groups[one][0][again] + steps, groups[one][1][again] + steps)
        still = (groups[two][0][again], groups[two][1][again])
        found = overlaps(moving, flesh(rig, one).radii, still, flesh(rig, two).radii)
        left = np.maximum(left, found.deep.max(axis=(1, 2)))
    return left.reshape(len(rows), len(lengths))
