"""Hands led round what they are in: trunk, head, each other.

All demands of a sentence (``collide``) are met at once by the displacement with the least
acceleration (``yielding``), so that a hand goes round what is in its way instead of being knocked
aside; where that does not get it out, it looks for another way round (``detours``). Hands that
touch what is written stay there. What is inside something even then goes where hands can always be
(``escape``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.collide import (
    body_demands,
    by_side,
    limbs,
    meeting_demands,
    reach_demands,
)
from a11y.sign_avatar.motion.detours import STUCK, detours
from a11y.sign_avatar.motion.encounters import TOLERANCE, Limbs
from a11y.sign_avatar.motion.escape import STAGES, clear_ways, shares
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
_UNSEEN = 0.12  # metres of depth for one by which a hand leaves the picture
_SEEN = 0.002  # metres beyond its edge that are worth another round
_STILL = 5e-4  # metres
_STEP = 0.7  # share of the way to what all demands want that is gone in a round
_ENOUGH = 0.0008  # metres beyond the tolerance that are not worth another round
_MOVED = 2e-4  # metres that are worth solving an arm again
# (rounds, metres): after so many, hands that were never less deep are given up; as they are
# written, once they go round, and on their way to where they can always be.
_FIRST = ((3, 0.03), (_EXPLORING, STUCK))
_LATER, _LAST = ((3, 0.03), (_EXPLORING + 1, 0.01)), ((1, 0.03),)
_PENNY = 1e-6  # metres squared: what is no dearer than that is as good
SURE = 0.0049  # metres of overlap that no hand is left with
SPIKE = 19.0  # metres a second squared that no hand gives way with, if it can be helped
_FEW = 4  # rounds after a hand went where it can always be
_FURTHEST = 0.13  # metres a hand gives way at most


@dataclass(frozen=True, eq=False, slots=True)
class Left:
    """wrong: (T,) how wrong it is at each moment, as ``_wrong`` does, before hands went where they
    can always be; deep: metres of overlap at most, behind all that. moved: (T, 2, 3) displacements
    of the wrists, and calm: (T, 2) by how much the hands are turned at ease."""

    wrong: Array
    deep: float
    moved: Array
    calm: Array


class Lead(Protocol):
    """Poses both arms: displacements (T, 2, 3) of the wrists, and by how much (T, 2) the hands are
    turned at ease instead of as written."""

    def __call__(self, new: Array, calm: Array | None = None) -> None: ...


def keep_apart(
    rig: Rig,
    world: World,
    targets: dict[str, Array],
    solve_again: Callable[[str, Array, Array], None],
    *,
    rate: float,
    firm: Array,
) -> Left:
    """Lead the hands round what they are in.

    targets: side → wrist positions (T, 3) as solved in ``world``; ``solve_again`` solves an arm
    for new ones, the hand turned at ease by a share (T,). firm: (T, 2) 1 where the right and the
    left hand touch what is written. Hands that are still inside something after all rounds go
    where they can always be (``escape``).
    """
    way = np.stack([targets[side] for side in SIDES], axis=1)
    as_written = np.zeros(way.shape[:2])
    posed, eased = np.zeros_like(way), as_written

    def lead(new: Array, calm: Array | None = None) -> None:
        nonlocal eased
        calm = as_written if calm is None else calm
        for k, side in enumerate(SIDES):
            gone = np.abs(new[:, k] - posed[:, k]).max() > _MOVED
            if gone or not np.array_equal(calm[:, k], eased[:, k]):
                solve_again(side, targets[side] + new[:, k], calm[:, k])
                posed[:, k] = new[:, k]
        eased = calm

    tried = rounds(rig, world, way, np.zeros_like(way), lead, rate=rate, firm=firm, hopes=_FIRST)
    before = None
    for _ in range(_DETOURS):
        deep = min((one.deep for one in tried), key=lambda deep: float(deep.max()))
        if deep.max() <= STUCK:
            break
        wanted, _ = _best_of(tried)
        if before is not None and np.abs(wanted - before).max() < _MOVED:
            break  # the same way round again
        before = wanted
        lead(wanted)
        parts = limbs(rig, world, len(way))
        aside = detours(rig, world, parts, way, wanted, deep, rate=rate, firm=firm)
        lead(aside)
        tried += rounds(rig, world, way, aside, lead, rate=rate, firm=firm, hopes=_LATER)
    if len(tried) == 1 and tried[0].deep.max() <= SURE:
        return Left(tried[0].wrong, float(tried[0].deep.max()), tried[0].moved, as_written)
    wanted, left = _best_of(tried)
    if tried[-1].deep.max() <= _AIM and tried[-1].price.sum() <= left.sum() + _PENNY:
        return Left(tried[-1].wrong, float(tried[-1].deep.max()), tried[-1].moved, as_written)
    lead(wanted)
    # Put together out of several tries, an elbow may swivel another way than in any of them.
    whole = _posed(rig, world, way, wanted, rate=rate, firm=firm)
    alone = min(tried, key=lambda one: float(one.price.sum()))
    if whole.deep.max() > _AIM and alone.price.sum() < whole.price.sum():
        lead(alone.moved)
        whole = _posed(rig, world, way, alone.moved, rate=rate, firm=firm)
    stays, moved, calm = _escaped(rig, world, way, whole.moved, lead, rate=rate, firm=firm)
    return Left(whole.wrong, stays, moved, calm)


def _escaped(
    rig: Rig,
    world: World,
    way: Array,
    moved: Array,
    lead: Lead,
    *,
    rate: float,
    firm: Array,
) -> tuple[float, Array, Array]:
    """Hands that are still inside something with the displacements ``moved`` (T, 2, 3), in which
    they are posed, go where they can always be. Returns how deep they still are at most (m), their
    displacements and how much they are turned at ease (T, 2)."""
    bad = np.zeros(way.shape[:2], bool)
    off = clear_ways(rig, world, way, rate=rate) - way - moved
    far = np.sqrt(dot(off, off))
    given = jolts(way, rate)
    calm = np.zeros_like(far)
    tried: list[tuple[float, float, Array, Array]] = []
    for stage in (None, *STAGES):
        if stage is not None:
            share = np.stack(
                [shares(bad[:, k], far[:, k], stage.around, rate) for k in range(len(SIDES))], 1
            )
            share = stage.share * share
            calm = share if stage.eased else np.zeros_like(share)
            aside, free = moved + share[..., None] * off, firm * (1 - share)
            eased = partial(lead, calm=calm)
            eased(aside)
            done = rounds(
                rig,
                world,
                way,
                aside,
                eased,
                rate=rate,
                firm=free,
                hopes=_LAST,
                most=_FEW,
                at_best=0,
            )
            moved_now = min(done, key=lambda one: float(one.price.max())).moved
            eased(moved_now)
        else:
            moved_now = moved
        deep = by_side(rig, world.local, len(way))
        unseen = float(edge_demands(rig, world, moved_now, Demands()).max())
        jolted = jolts(way + moved_now, rate)
        over = np.where(given < SPIKE, np.clip(jolted - SPIKE, 0, None), 0.0)
        if deep.max() <= SURE and not over.any() and (unseen <= _SEEN or stage is None):
            return float(deep.max()), moved_now, calm
        price = float(deep.max() + _JOLT_PRICE * over.max() + _UNSEEN * unseen)
        tried.append((price, float(deep.max()), moved_now, calm))
        bad |= (deep > SURE) | (over > 0)
    _, left, moved_now, calm = min(tried, key=lambda one: one[0])
    lead(moved_now, calm)
    return left, moved_now, calm


def jolts(way: Array, rate: float) -> Array:
    """(T, 2) acceleration of both wrists, m/s²."""
    out = np.zeros(way.shape[:2])
    jolt = np.diff(way, 2, axis=0) * rate**2
    out[1:-1] = np.sqrt(dot(jolt, jolt))
    return out


@dataclass(frozen=True, eq=False, slots=True)
class _Tried:
    """Displacements (T, 2, 3) of both wrists, how deep hands are then (T,), how wrong that is (T,),
    how far contacts are lost (T,), and hands leave the picture (T,)."""

    moved: Array
    deep: Array
    wrong: Array
    lost: Array
    unseen: Array

    @property
    def price(self) -> Array:
        """(T,) what counts against it."""
        return np.asarray(self.wrong + (_LOST * self.lost) ** 2 + (_UNSEEN * self.unseen) ** 2)


def _posed(rig: Rig, world: World, way: Array, moved: Array, *, rate: float, firm: Array) -> _Tried:
    """How good the displacements ``moved`` (T, 2, 3) are, in which the hands are posed."""
    parts, ways = limbs(rig, world, len(way)), np.zeros((len(way), 3))
    deep = _looked(rig, world, parts, way, moved, ways, Demands(), rate=rate)
    unseen = edge_demands(rig, world, moved, Demands())
    return _judged(way, moved, deep, unseen, rate=rate, firm=firm)


def _judged(
    way: Array, moved: Array, deep: Array, unseen: Array, *, rate: float, firm: Array
) -> _Tried:
    lost = (np.sqrt(dot(moved, moved)) * firm).max(axis=1)
    return _Tried(moved, deep, _wrong(deep, way + moved, rate), lost, unseen)


def _looked(
    rig: Rig,
    world: World,
    parts: Limbs,
    course: Array,
    moved: Array,
    ways: Array,
    demands: Demands,
    *,
    rate: float,
) -> Array:
    """(T,) how deep hands and arms are in what they must not be in, or beyond their reach; adds
    what would get them out. ways: see ``collide.meeting_demands``."""
    targets = {side: course[:, k] for k, side in enumerate(SIDES)}
    deep = np.maximum(
        body_demands(rig, world, parts, moved, demands),
        meeting_demands(rig, parts, moved, ways, demands, rate=rate),
    )
    return np.maximum(deep, reach_demands(rig, world, targets, moved, demands))


def rounds(
    rig: Rig,
    world: World,
    way: Array,
    aside: Array,
    lead: Callable[[Array], None],
    *,
    rate: float,
    firm: Array,
    hopes: tuple[tuple[int, float], ...] = (),
    most: int = ROUNDS,
    at_best: int = _AT_BEST,
) -> list[_Tried]:
    """What is tried from the displacements ``aside`` (T, 2, 3) on, in which the hands are posed:
    hands give way to what they are in, again and again. ``lead`` poses them anew. Given up where
    hands are deeper than ``hopes`` (rounds, metres) allow; ``_AIM`` will do after ``at_best``."""
    frames = len(way)
    course = way + aside
    moved = np.zeros_like(way)
    ways = np.zeros((frames, 3))
    tried: list[_Tried] = []
    before = Demands()
    for number in range(most + 1):
        parts = limbs(rig, world, frames)
        demands = Demands()
        deep = _looked(rig, world, parts, course, moved, ways, demands, rate=rate)
        unseen = edge_demands(rig, world, moved, demands)
        tried.append(_judged(way, aside + moved, deep, unseen, rate=rate, firm=firm))
        enough = TOLERANCE + _ENOUGH if number < at_best else _AIM
        if number == most or (deep.max() < enough and unseen.max() < _SEEN):
            break
        least = min(one.deep.max() for one in tried)
        if any(number >= rounds and least > deepest for rounds, deepest in hopes):
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
    over = np.clip(jolts(way, rate).max(axis=1) - _JOLTED, 0, None)
    return np.asarray(out + (_JOLT_PRICE * over) ** 2)


def _best_of(tried: list[_Tried]) -> tuple[Array, Array]:
    """Out of several displacements (T, 2, 3) the best for each stretch of time in which hands give
    way, and how wrong it is (T,)."""
    moves = np.stack([one.moved for one in tried])
    wrong = np.stack([one.wrong for one in tried])
    price = np.stack([one.price for one in tried])
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
