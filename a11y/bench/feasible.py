"""Whether anybody's arm could take a posture: a search over joint angles that knows nothing of the
motion room's solver.

From many random arm postures at once, Gauss–Newton steps over the joints' own angles (shoulder
girdle, shoulder, elbow, forearm, wrist, and the turns of trunk and head) look for one that puts the
wrist inside the wanted area with the wanted turn, every angle within its limits. Two hands share
trunk and head; places on the head go with the head. Flesh in the way is
left out: "yes" means that the joints allow it, "no" that 96 attempts found nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from a11y.sign_avatar.motion.keys import Key, Together, to_side
from a11y.sign_avatar.motion.limb import Arm, humeral_turn
from a11y.sign_avatar.motion.limits import (
    ELBOW,
    FOREARM_TURN,
    GIRDLE_MOST,
    HUMERUS,
    LIMBER,
    within_limits,
)
from a11y.sign_avatar.motion.neck import with_head, without_head
from a11y.sign_avatar.motion.reachable import shoulders
from a11y.sign_avatar.motion.rotations import (
    IDENTITY,
    Array,
    about,
    dot,
    from_vector,
    inverse,
    multiply,
    rotate,
    to_vector,
)

STARTS, ROUNDS = 96, 30
_PROBE = 1e-4
_DEGREE, _METRE = 1 / np.radians(10.0), 1 / 0.015  # an error of one unit is just allowed
_ROLL = 0.1  # metres that a radian of the upper arm's turn beyond its limits counts as
_ELBOW_ASIDE, _ELBOW_BEHIND = 0.10, -0.26  # metres from the spine
_BEFORE = 0.23  # metres before the spine where an elbow may come to the middle
_ONE, _BOTH = 9, 6  # angles of an arm; of trunk and head


@dataclass(frozen=True, eq=False, slots=True)
class Wish:
    """A posture of one hand. place: (3,) the middle of its area; room: (low, high) offsets (3,)
    from it, in world axes; turn: (4,) of the hand as the viewer sees it; anchors: (F, 3) points of
    the hand, in its own frame, of which any may be at the place (by default the wrist). head: the
    place is on or at the head, and goes with it. stretched: share of its length that the arm is
    stretched at least."""

    one: Arm
    place: Array
    room: tuple[Array, Array]
    turn: Array
    anchors: Array = field(default_factory=lambda: np.zeros((1, 3)))
    head: bool = False
    stretched: float = 0.0

    def origin(self, neck: Array, girdle: Array) -> Array:
        """(B, 3) where the shoulder is about then, for turns (B, 3) of the head and (B, 2) of the
        shoulder girdle."""
        middle = self.place + (self.room[0] + self.room[1]) / 2 + np.zeros_like(neck)
        if self.head:
            middle = with_head(self.one.body, neck, middle)
        wrist = middle - rotate(self.turn, self.anchors.mean(axis=0))
        return shoulders(self.one, wrist, girdle)


def wish_of(one: Arm, key: Key, *, late: Key | None = None) -> Wish:
    """The posture of ``key`` anywhere in its area, with any part of the hand that may touch there.
    late: the posture to look at, where it shares the area of the movement's start."""
    posture = late or key
    sign = to_side(key.side, Together.FREE)
    shifts = key.along(key.room.steps(0.05)) * sign
    slack = np.full(3, posture.slack)
    room = shifts.min(axis=0) - slack, shifts.max(axis=0) + slack
    parts = np.unique(key.parts, axis=0) * sign
    middle = posture.wrist + rotate(posture.turn, posture.anchor)
    anchors = posture.anchor - rotate(inverse(posture.turn), parts)
    return Wish(one, middle, room, posture.turn, anchors, key.head, posture.stretched)


def possible(*wishes: Wish, seed: int = 0) -> bool:
    """Whether one posture of the body grants all wishes, at most one for each hand."""
    random = np.random.default_rng(seed)
    limbs = [
        np.concatenate(
            [
                random.normal(0, 0.9, (STARTS, 3)),
                np.radians(random.uniform(*ELBOW, (STARTS, 1))),
                np.radians(random.uniform(*FOREARM_TURN, (STARTS, 1))),
                random.normal(0, 0.4, (STARTS, 2)),
                random.normal(0, 0.1, (STARTS, 2)),
            ],
            axis=1,
        )
        for _ in wishes
    ]
    now = _allowed(np.concatenate([*limbs, random.normal(0, 0.15, (STARTS, _BOTH))], axis=1))
    for _ in range(ROUNDS):
        wrong, met = _all_errors(wishes, now)
        if met.any():
            return True
        slope = np.empty((*wrong.shape, now.shape[1]))
        for column in range(now.shape[1]):
            near = now.copy()
            near[:, column] += _PROBE
            slope[..., column] = (_all_errors(wishes, near)[0] - wrong) / _PROBE
        square = np.einsum("bek,bel->bkl", slope, slope) + 0.02 * np.eye(now.shape[1])
        step = np.linalg.solve(square, np.einsum("bek,be->bk", slope, wrong)[..., None])[..., 0]
        now = _allowed(now - np.clip(step, -0.5, 0.5))
    return bool(_all_errors(wishes, now)[1].any())


def _all_errors(wishes: tuple[Wish, ...], angles: Array) -> tuple[Array, Array]:
    found = [
        _errors(wish, angles[:, _ONE * k : _ONE * (k + 1)], angles[:, -_BOTH:])
        for k, wish in enumerate(wishes)
    ]
    met = np.all([one[1] for one in found], axis=0)
    return np.concatenate([one[0] for one in found], axis=1), np.asarray(met)


def _allowed(angles: Array) -> Array:
    """Joint angles (B, 9 a hand, 3 of the trunk, 3 of the head) brought back into their limits."""
    out = angles.copy()
    for first in range(0, out.shape[1] - _BOTH, _ONE):
        out[:, first + 3] = np.clip(out[:, first + 3], *np.radians(ELBOW))
        out[:, first + 4] = np.clip(out[:, first + 4], *np.radians(FOREARM_TURN))
        bent = within_limits(out[:, first + 5], out[:, first + 6])
        out[:, first + 5], out[:, first + 6] = bent
        girdle = slice(first + 7, first + 9)
        out[:, girdle] = np.clip(out[:, girdle], -GIRDLE_MOST, GIRDLE_MOST)
    out[:, -6:-3] = np.clip(out[:, -6:-3], *LIMBER.trunk)
    out[:, -3:] = np.clip(out[:, -3:], *LIMBER.neck)
    return out


def _errors(wish: Wish, angles: Array, both: Array) -> tuple[Array, Array]:
    """((B, E) errors, (B,) whether place, turn, elbow and upper arm are all right)."""
    one, room = wish.one, wish.room
    trunk, neck = both[:, :3], both[:, 3:] * float(wish.head)
    origin = wish.origin(neck, angles[:, 7:9])
    points = wish.anchors[np.arange(len(angles)) % len(wish.anchors)]
    upper = from_vector(angles[:, :3])
    bent_at_rest = np.arccos(np.clip(dot(one.upper, one.lower), -1, 1))
    fore = multiply(upper, about(one.hinge, angles[:, 3] - bent_at_rest))
    elbow = origin + one.upper_length * rotate(upper, one.upper)
    reached = elbow + one.lower_length * rotate(fore, one.lower)
    sign = 1.0 if one.side == "R" else -1.0
    twist = about(one.lower, sign * (angles[:, 4] - one.turn_at_rest))
    along, palm = one.hand_frame[:, 2], one.hand_frame[:, 1] * (1.0 if one.side == "L" else -1.0)
    bend = from_vector(angles[:, 5:6] * along + angles[:, 6:7] * palm)
    hand = multiply(multiply(fore, twist), bend)
    turned = to_vector(multiply(inverse(wish.turn), multiply(from_vector(trunk), hand)))
    touching = reached + rotate(hand, points)
    if wish.head:
        touching = without_head(one.body, neck, touching)
    away = touching - wish.place
    outside = np.maximum(0, np.maximum(room[0] - away, away - room[1]))
    before = np.clip((elbow[:, 2] - _BEFORE) / 0.06 + 1, 0, 1)
    aside = np.clip(_ELBOW_ASIDE * (1 - before) - elbow[:, 0] * one.outward, 0, None)
    behind = np.clip(_ELBOW_BEHIND - elbow[:, 2], 0, None)
    rolled = humeral_turn(one, IDENTITY, rotate(upper, one.upper), rotate(upper, one.hinge))
    low, high = np.radians(HUMERUS)
    over = _ROLL * np.maximum(0, np.maximum(low - rolled, rolled - high))
    away_from_it = np.sqrt(dot(reached - origin, reached - origin))
    least = wish.stretched * (one.upper_length + one.lower_length)
    bent = np.clip(least - away_from_it, 0, None)
    stays = np.stack([aside, behind, over, bent], axis=1)
    met = (np.sqrt(dot(turned, turned)) * _DEGREE <= 1) & (stays.max(axis=1) < 0.01)
    met &= np.sqrt(dot(outside, outside)) * _METRE <= 1
    wrong = np.concatenate([turned * _DEGREE, outside * _METRE, stays * _METRE], axis=1)
    return wrong, met


def box(one: Arm, low: Array, high: Array) -> tuple[Array, Array]:
    """A room given towards the own side, up and out → offsets in world axes."""
    if one.outward > 0:
        return low, high
    swap = np.array([-1.0, 1.0, 1.0])
    first, second = low * swap, high * swap
    return np.minimum(first, second), np.maximum(first, second)
