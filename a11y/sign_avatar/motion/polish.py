"""The last centimetres and degrees: places, trunk and elbows of a whole sign moved together until
what is written fits the arms.

``adapt`` tries places and turns of the trunk on a grid. From the best of those, damped
least-squares steps go on over everything that may vary at once: where in its area each hand is,
where a movement ends, the trunk's turn at start and end, and every elbow's swivel. All starts are
improved side by side; errors are weighted so that a posture is rather missed alone than all of them
a little (iteratively reweighted least squares towards the sum of errors).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.motion.keys import Key, Together, to_side
from a11y.sign_avatar.motion.limb import Arm, elbow_ways, wrist_angles
from a11y.sign_avatar.motion.limits import missing_parts
from a11y.sign_avatar.motion.reachable import (
    awkward,
    elbow_trouble,
    out_of_reach,
    shoulders,
    too_near,
)
from a11y.sign_avatar.motion.rotations import (
    IDENTITY,
    Array,
    from_vector,
    inverse,
    multiply,
    rotate,
)

ROUNDS, _CHOOSING = 18, 9
_METRE, _TURN, _SWIVEL = 1 / 0.06, 1 / np.radians(12.0), 1 / np.radians(30.0)  # units of a step
_SCALES = (_METRE, _METRE, _SWIVEL, _TURN, _METRE)
_PROBE = 1e-3
_EVEN = 8.0  # degrees: below, errors count squared, above singly, and in the end hardly more
_MARGIN = np.radians(1.5)  # how far inside its limits a posture is wanted
_STAY = (0.25, 0.35, 0.05, 0.3, 0.0)  # pull back to where it began, for a step of each
_SWING = 0.4  # price of a step by which the trunk turns during the sign


@dataclass(frozen=True, eq=False, slots=True)
class Member:
    """A key in the search: which shift it shares and how that looks in the world. late: it counts
    with the trunk as it is at the end."""

    key: Key
    one: Arm
    group: int
    way: Together
    late: bool

    @property
    def sign(self) -> Array:
        return to_side(self.key.side, self.way)


@dataclass(frozen=True, eq=False, slots=True)
class Pose:
    """B states of a sign with G groups of K members. rooms: (B, G, 3) shifts inside the groups'
    rooms; slacks: (B, K, 3) what a member shifts more; swivels: (B, K); trunk: (B, 2, 3) rotation
    vectors at start and end; parts: (B, K, 3) offsets of the touching part, which stay."""

    rooms: Array
    slacks: Array
    swivels: Array
    trunk: Array
    parts: Array

    def flat(self) -> Array:
        """(B, n): everything in units of a step."""
        values = (self.rooms, self.slacks, self.swivels, self.trunk, self.parts)
        scaled = [one * scale for one, scale in zip(values, _SCALES, strict=True)]
        return np.concatenate([one.reshape(len(one), -1) for one in scaled], axis=1)

    def like(self, flat: Array) -> Pose:
        """The states that ``flat`` (B', n) stands for."""
        out, at = [], 0
        values = (self.rooms, self.slacks, self.swivels, self.trunk, self.parts)
        for one, scale in zip(values, _SCALES, strict=True):
            size = one[0].size
            out.append(flat[:, at : at + size].reshape(len(flat), *one.shape[1:]) / scale)
            at += size
        return Pose(*out)

    def only(self, rows: Array) -> Pose:
        """Some of the states."""
        values = (self.rooms, self.slacks, self.swivels, self.trunk, self.parts)
        return Pose(*(one[rows] for one in values))


@dataclass(frozen=True, eq=False, slots=True)
class Bounds:
    """What may vary and how far: as in ``Pose`` (without B), least and most."""

    low: Array
    high: Array


def bounds(members: list[Member], like: Pose, trunk: Array) -> Bounds:
    """``trunk``: (3,) the most it may turn, zero where it must not."""
    rooms = np.zeros((2, *like.rooms.shape[1:]))
    slacks = np.zeros((2, *like.slacks.shape[1:]))
    for number, member in enumerate(members):
        room = member.key.room
        rooms[:, member.group] = np.array([room.aside, room.up, room.out]).T
        slacks[:, number] = np.array([[-1.0], [1.0]]) * member.key.slack
    free = np.full((1, len(members)), np.pi)
    both = np.stack([trunk, trunk])[None]
    fixed = np.zeros_like(like.parts[:1])
    low = Pose(rooms[:1], slacks[:1], -free, -both, fixed).flat()[0]
    high = Pose(rooms[1:], slacks[1:], free, both, fixed).flat()[0]
    return Bounds(low, high)


def placed(member: Member, number: int, pose: Pose) -> tuple[Array, Array]:
    """(wrist (B, 3), turn (B, 4)) of a member in each state, both relative to the trunk."""
    key = member.key
    part = pose.parts[:, number] * member.sign
    shift = (key.along(pose.rooms[:, member.group]) + pose.slacks[:, number]) * member.sign
    turn = multiply(inverse(from_vector(pose.trunk[:, int(member.late)])), key.turn)
    # What touches stays where it is while the hand turns about it.
    anchor = key.anchor - rotate(inverse(key.turn), part)
    return key.wrist + part + rotate(key.turn, anchor) - rotate(turn, anchor) + shift, turn


def errors_of(members: list[Member], pose: Pose, *, margin: float = 0.0) -> Array:
    """(B, K, 6) degrees: forearm, wrist flexion, wrist deviation, reach, elbow, space."""
    out = np.empty((len(pose.rooms), len(members), 6))
    for side in ("R", "L"):
        own = [k for k, member in enumerate(members) if member.key.side == side]
        if own:
            found = [placed(members[k], k, pose) for k in own]
            wrists, turns = (np.concatenate(parts) for parts in zip(*found, strict=True))
            swivels = pose.swivels[:, own].T.ravel()
            wrong = _wrong(members[own[0]].one, wrists, turns, swivels, margin)
            for k in own:
                if not members[k].key.free:
                    wrong[own.index(k) * len(out) :][: len(out), 5] = 0.0
            out[:, own] = np.moveaxis(wrong.reshape(len(own), -1, 6), 0, 1)
    return out


def _wrong(one: Arm, wrists: Array, turns: Array, swivels: Array, margin: float) -> Array:
    origin = shoulders(one, wrists)
    upper, lower, hinge = elbow_ways(one, origin, IDENTITY, wrists, swivels)
    _, *angles = wrist_angles(one, lower, hinge, turns)
    beyond = np.degrees(missing_parts(*angles, margin=margin))
    trouble = elbow_trouble(one, origin, upper, hinge) + awkward(swivels)
    return np.column_stack([*beyond, out_of_reach(one, wrists, origin), trouble, too_near(wrists)])


def polished(members: list[Member], start: Pose, limits: Bounds) -> Pose:
    """``start`` improved, each of its states by itself, inside ``limits``."""
    home = start.flat()
    home[:, limits.high > 0] = np.clip(home, limits.low, limits.high)[:, limits.high > 0]
    low = np.where(limits.high > limits.low, limits.low, home)
    high = np.where(limits.high > limits.low, limits.high, home)
    moving = np.flatnonzero(limits.high - limits.low > 1e-9)
    pull = _pull(start)[:, moving]
    now = home.copy()
    damping = np.full(len(now), 0.05)
    errors = errors_of(members, start.like(now), margin=_MARGIN)
    for number in range(ROUNDS):
        weights = _weights(np.sqrt((errors**2).sum(axis=2)), late=number >= _CHOOSING)
        wrong = (errors * weights[..., None]).reshape(len(now), -1)
        probes = np.repeat(now[None], len(moving), axis=0)
        probes[np.arange(len(moving)), :, moving] += _PROBE
        probed = start.like(probes.reshape(-1, now.shape[1]))
        near = errors_of(members, probed, margin=_MARGIN)
        near = near.reshape(len(moving), *errors.shape) * weights[None, ..., None]
        slope = np.moveaxis((near.reshape(*probes.shape[:2], -1) - wrong) / _PROBE, 0, 2)
        drawn = (now - home)[:, moving] @ pull.T
        square = np.einsum("brk,brl->bkl", slope, slope) + pull.T @ pull
        gradient = np.einsum("brk,br->bk", slope, wrong) + drawn @ pull
        hold = damping[:, None, None] * np.eye(len(moving))
        step = np.linalg.solve(square + hold, gradient[..., None])[..., 0]
        trial = now.copy()
        trial[:, moving] -= np.clip(step, -1.5, 1.5)
        trial = np.clip(trial, low, high)
        tried = errors_of(members, start.like(trial), margin=_MARGIN)
        before = (wrong**2).sum(axis=1) + (drawn**2).sum(axis=1)
        after = ((tried * weights[..., None]) ** 2).sum(axis=(1, 2))
        after = after + (((trial - home)[:, moving] @ pull.T) ** 2).sum(axis=1)
        better = after < before
        now[better], errors[better] = trial[better], tried[better]
        damping = np.clip(np.where(better, damping * 0.4, damping * 5.0), 1e-3, 50.0)
        stuck = not (better & (before - after > 1e-2)).any() and damping.min() > 1.0
        if stuck and number > _CHOOSING:
            break
    return start.like(now)


def _weights(wrong: Array, *, late: bool) -> Array:
    """(B, K) for errors (B, K): late, postures that are missed anyhow give way to the others
    (Geman and McClure's estimator)."""
    if late:
        return np.asarray(1 / np.sqrt(_EVEN) / (1 + (wrong / (1.5 * _EVEN)) ** 2))
    return np.asarray(1 / np.sqrt(wrong + _EVEN))


def _pull(start: Pose) -> Array:
    """(r, n) springs: everything stays near where it began, the trunk rather still."""
    values = (start.rooms, start.slacks, start.swivels, start.trunk, start.parts)
    stay = np.concatenate([np.full(one[0].size, k) for one, k in zip(values, _STAY, strict=True)])
    swing = np.zeros((3, len(stay)))
    first = sum(one[0].size for one in values[:3])
    for axis in range(3):
        swing[axis, first + axis], swing[axis, first + 3 + axis] = -_SWING, _SWING
    return np.concatenate([np.diag(stay), swing])
