"""Hands led round what they are in: trunk, head, each other.

All demands of a sentence (``collide``) are met at once by the displacement with the least
acceleration (``yielding``), so that a hand goes round what is in its way instead of being knocked
aside; where that does not get it out, it looks for another way round (``detours``). Hands that
touch what is written stay there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.collide import (
    body_demands,
    limbs,
    meeting_demands,
    reach_demands,
)
from a11y.sign_avatar.motion.detours import STUCK, detours
from a11y.sign_avatar.motion.encounters import TOLERANCE
from a11y.sign_avatar.motion.in_view import edge_demands
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.rotations import Array, dot
from a11y.sign_avatar.motion.yielding import Demands, displacement

ROUNDS, _EXPLORING = 10, 6  # in the first ones, hands may change their mind
_DETOURS = 2  # times a way round is looked for
_AIM, _AT_BEST = 0.0048, 3  # metres that are well enough once so many rounds are done
_REMEMBERED = 0.7  # weight of the demands of the round before
_JOLTED, _JOLT_PRICE = 15.0, 0.001  # metres a second squared; metres of depth for one more
_LOST = 0.05  # metres of depth for one by which a contact is missed
_STILL = 5e-4  # metres
_STEP = 0.7  # share of the way to what all demands want that is gone in a round
_ENOUGH = 0.0008  # metres beyond the tolerance that are not worth another round
_MOVED = 2e-4  # metres that are worth solving an arm again
_FURTHEST = 0.13  # metres a hand gives way at most


def keep_apart(
    rig: Rig,
    world: World,
    targets: dict[str, Array],
    solve_again: Callable[[str, Array], None],
    *,
    rate: float,
    firm: Array,
) -> Array:
    """Lead the hands round what they are in.

    targets: side → wrist positions (T, 3) as solved in ``world``; ``solve_again`` solves an arm
    for new ones. firm: (T, 2) 1 where the right and the left hand touch what is written. Where
    hands can only be kept apart by a jolt, they stay in each other instead. Returns how wrong that
    is at each moment (T,), as ``_wrong`` does.
    """
    way = np.stack([targets[side] for side in SIDES], axis=1)
    posed = np.zeros_like(way)

    def lead(new: Array) -> None:
        for k, side in enumerate(SIDES):
            if float(np.abs(new[:, k] - posed[:, k]).max()) > _MOVED:
                solve_again(side, targets[side] + new[:, k])
                posed[:, k] = new[:, k]

    tried = _rounds(rig, world, way, np.zeros_like(way), lead, rate=rate, firm=firm, stuck=STUCK)
    for _ in range(_DETOURS):
        deep = min((one.deep for one in tried), key=lambda deep: float(deep.max()))
        if deep.max() <= STUCK:
            break
        wanted, _ = _best_of(tried)
        lead(wanted)
        parts = limbs(rig, world, len(way))
        aside = detours(rig, world, parts, way, wanted, deep, rate=rate, firm=firm)
        lead(aside)
        tried += _rounds(rig, world, way, aside, lead, rate=rate, firm=firm)
    wanted, wrong = _best_of(tried)
    lead(wanted)
    return wrong


@dataclass(frozen=True, eq=False, slots=True)
class _Tried:
    """Displacements (T, 2, 3) of both wrists, how deep hands are then (T,), how wrong that is (T,),
    and how far contacts are lost (T,)."""

    moved: Array
    deep: Array
    wrong: Array
    lost: Array


def _rounds(
    rig: Rig,
    world: World,
    way: Array,
    aside: Array,
    lead: Callable[[Array], None],
    *,
    rate: float,
    firm: Array,
    stuck: float = np.inf,
) -> list[_Tried]:
    """What is tried from the displacements ``aside`` (T, 2, 3) on, in which the hands are posed:
    hands give way to what they are in, again and again. ``lead`` poses them anew. Given up where
    hands are deeper than ``stuck`` after exploring."""
    frames = len(way)
    course = way + aside
    targets = {side: course[:, k] for k, side in enumerate(SIDES)}
    moved = np.zeros_like(way)
    ways = np.zeros((frames, 3))
    tried: list[_Tried] = []
    before = Demands()
    for number in range(ROUNDS + 1):
        parts = limbs(rig, world, frames)
        demands = Demands()
        deep = np.maximum(
            body_demands(rig, world, parts, moved, demands),
            meeting_demands(rig, parts, moved, ways, demands, rate=rate),
        )
        deep = np.maximum(deep, reach_demands(rig, world, targets, moved, demands))
        edge_demands(rig, world, moved, demands)
        lost = (np.sqrt(dot(aside + moved, aside + moved)) * firm).max(axis=1)
        tried.append(_Tried(aside + moved, deep, _wrong(deep, course + moved, rate), lost))
        enough = TOLERANCE + _ENOUGH if number < _AT_BEST else _AIM
        if deep.max() < enough or number == ROUNDS:
            break
        if number == _EXPLORING and min(one.deep.max() for one in tried) > stuck:
            break
        share = 1.0
        if number >= _EXPLORING:
            # What was in the way elsewhere is still there: else hands would go to and fro.
            demands.join(before, _REMEMBERED)
            before, share = demands, _STEP
        wanted = _bounded(displacement(demands, course, rate=rate, firm=firm, aside=aside))
        if number == _EXPLORING - 1:
            wanted = _best_of(tried)[0] - aside
        moved = moved + share * (wanted - moved)
        lead(aside + moved)
    return tried


def _wrong(deep: Array, way: Array, rate: float) -> Array:
    """(T,) how bad a way (T, 2, 3) is at each moment: too deep, or jolted."""
    out: Array = np.clip(deep - TOLERANCE, 0, None) ** 2
    jolt = np.diff(way, 2, axis=0) * rate**2
    over = np.clip(np.sqrt(dot(jolt, jolt)).max(axis=1) - _JOLTED, 0, None)
    out[1:-1] += (_JOLT_PRICE * over) ** 2
    return out


def _best_of(tried: list[_Tried]) -> tuple[Array, Array]:
    """Out of several displacements (T, 2, 3) the best for each stretch of time in which hands give
    way, and how wrong it is (T,)."""
    moves = np.stack([one.moved for one in tried])
    wrong = np.stack([one.wrong for one in tried])
    price = wrong + np.stack([(_LOST * one.lost) ** 2 for one in tried])
    size = np.abs(moves).max(axis=(0, 2, 3))
    busy = np.flatnonzero((size > _STILL) | (wrong.max(axis=0) > 0))
    out: Array = np.zeros_like(moves[0])
    left: Array = np.zeros_like(wrong[0])
    for some in np.split(busy, np.flatnonzero(np.diff(busy) > 1) + 1):
        best = int(np.argmin(price[:, some].sum(axis=1)))
        out[some], left[some] = moves[best][some], wrong[best][some]
    return out, left


def _bounded(moved: Array) -> Array:
    """The same displacement, as good as unchanged up to two thirds of ``_FURTHEST``."""
    size = np.sqrt(dot(moved, moved))[..., None] / _FURTHEST
    return np.asarray(moved / (1 + size**4) ** 0.25)
