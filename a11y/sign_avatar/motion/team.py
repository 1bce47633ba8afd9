"""The postures of a sign that are sought together, all that may vary about them, and what is wrong
with each state.

States are worked on side by side: arrays have a leading axis B of states and an axis K of postures
(``Member``). Rotations of the hand count in its own frame, everything else as in ``keys.Key``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.motion.keys import Key, Together, to_side
from a11y.sign_avatar.motion.limb import Arm, elbow_ways, wrist_angles
from a11y.sign_avatar.motion.limits import GIRDLE_MOST, missing_parts
from a11y.sign_avatar.motion.neck import with_head
from a11y.sign_avatar.motion.reachable import (
    awkward,
    crowded,
    elbow_trouble,
    not_stretched,
    out_of_reach,
    shoulders,
    strained,
    too_near,
)
from a11y.sign_avatar.motion.rotations import (
    IDENTITY,
    Array,
    from_vector,
    inverse,
    multiply,
    rotate,
    to_vector,
)

Rows = NDArray[np.intp]
# (wrists (…, B, K, 3), turns (…, B, K, 4)) → an error of each posture (…, B, K)
Placed = Callable[[Array, Array], Array]
_PROBE = 1e-4
ERRORS = 7  # of a posture, see ``Team.errors``
TURN, COMFORT = slice(0, 3), 6  # columns of those
_GIRDLE_DEAR = 0.15  # degrees that a degree of the shoulder girdle counts as


@dataclass(frozen=True, eq=False, slots=True)
class Member:
    """A key in the search: which shift it shares and how that looks in the world. late: it counts
    with the trunk and the head as they are at the end. neck: (3,) how the head is turned
    already (its key is relative to the head then)."""

    key: Key
    one: Arm
    group: int
    way: Together
    late: bool
    neck: Array

    @property
    def sign(self) -> Array:
        return to_side(self.key.side, self.way)


@dataclass(frozen=True, eq=False, slots=True)
class Pose:
    """B states of a sign with G groups of K members. rooms: (B, G, 3) shifts inside the groups'
    rooms; slacks: (B, K, 3) what a member shifts more; swivels: (B, K); girdles: (B, K, 2) of the
    shoulders; trunk, neck: (B, 2, 3) rotation vectors at start and end; parts: (B, K, 3) offsets of
    the touching part, which stay."""

    rooms: Array
    slacks: Array
    swivels: Array
    girdles: Array
    trunk: Array
    neck: Array
    parts: Array

    def values(self) -> tuple[Array, ...]:
        return tuple(getattr(self, one.name) for one in fields(self))

    def flat(self) -> Array:
        """(B, n): everything but the parts in units of a step."""
        scaled = [one * size for one, size in zip(self.values()[:-1], SCALES, strict=True)]
        return np.concatenate([one.reshape(len(one), -1) for one in scaled], axis=1)

    def like(self, flat: Array) -> Pose:
        """The states that ``flat`` (B, n) stands for."""
        out, at = [], 0
        for one, scale in zip(self.values()[:-1], SCALES, strict=True):
            size = one[0].size
            out.append(flat[:, at : at + size].reshape(len(flat), *one.shape[1:]) / scale)
            at += size
        rooms, slacks, swivels, girdles, trunk, neck = out
        return Pose(rooms, slacks, swivels, girdles, trunk, neck, self.parts)

    def only(self, rows: Rows) -> Pose:
        """Some of the states."""
        return Pose(*(one[rows] for one in self.values()))

    def fits(self, other: Pose) -> bool:
        """Both are states of as many groups and members."""
        pairs = zip(self.values(), other.values(), strict=True)
        return all(one.shape[1:] == two.shape[1:] for one, two in pairs)

    def joined(self, other: Pose) -> Pose:
        """The states of both."""
        return Pose(
            *(np.concatenate(pair) for pair in zip(self.values(), other.values(), strict=True))
        )


# Steps: six centimetres, thirty degrees of swivel, five of the girdle, twelve of trunk and head.
_METRE, _TURN = 1 / 0.06, 1 / np.radians(12.0)
SCALES = (_METRE, _METRE, 1 / np.radians(30.0), 1 / np.radians(5.0), _TURN, _TURN)


@dataclass(frozen=True, eq=False)
class Team:
    """The members of a sign's search with their constants side by side."""

    members: tuple[Member, ...]

    @cached_property
    def _group(self) -> Array:
        return np.array([member.group for member in self.members])

    @cached_property
    def _late(self) -> Array:
        return np.array([int(member.late) for member in self.members])

    @cached_property
    def _head(self) -> Array:
        return np.array([[float(member.key.head)] for member in self.members])

    @cached_property
    def _neck(self) -> Array:
        return np.stack([member.neck for member in self.members])

    @cached_property
    def _sign(self) -> Array:
        return np.stack([member.sign for member in self.members])

    @cached_property
    def _side(self) -> Array:
        return np.stack([to_side(member.key.side, Together.FREE) for member in self.members])

    @cached_property
    def _level(self) -> Array:
        return np.stack([member.key.level for member in self.members])

    @cached_property
    def _wrist(self) -> Array:
        return np.stack([member.key.wrist for member in self.members])

    @cached_property
    def _turn(self) -> Array:
        return np.stack([member.key.turn for member in self.members])

    @cached_property
    def _anchor(self) -> Array:
        return np.stack([member.key.anchor for member in self.members])

    @cached_property
    def _skin(self) -> tuple[Array, Array]:
        """((K, 3) normals, (K, 1) how much the surface bends away); zero without a surface."""
        skins = [member.key.skin for member in self.members]
        normals = [np.zeros(3) if one is None else one.normal for one in skins]
        bends = [[0.0 if one is None else 1 / (2 * one.radius)] for one in skins]
        return np.stack(normals), np.array(bends)

    @cached_property
    def _sides(self) -> list[tuple[Arm, Array, Array, Array]]:
        """(arm, its members' numbers, which of those are free in space, how far stretched)."""
        out = []
        for side in ("R", "L"):
            own = [k for k, member in enumerate(self.members) if member.key.side == side]
            if own:
                free = np.array([float(self.members[k].key.free) for k in own])
                far = np.array([self.members[k].key.stretched for k in own])
                out.append((self.members[own[0]].one, np.array(own), free, far))
        return out

    @property
    def moving(self) -> bool:
        """Some postures count with trunk and head as they are at the end."""
        return any(member.late for member in self.members)

    def placed(self, pose: Pose) -> tuple[Array, Array]:
        """(wrists (B, K, 3), turns (B, K, 4)) of all members, relative to what carries them."""
        return self._placed(self._own(pose), pose.parts)

    def from_trunk(self, pose: Pose) -> tuple[Array, Array]:
        """The same as the trunk sees them: what the arms must reach."""
        return self._from_trunk(self._own(pose), pose.parts)

    def _own(self, pose: Pose) -> Array:
        """(B, K, 12): shift, slack, trunk and neck of each member."""
        late = self._late
        parts = (pose.rooms[:, self._group], pose.slacks, pose.trunk[:, late], pose.neck[:, late])
        return np.concatenate(parts, axis=-1)

    def _placed(self, own: Array, parts: Array) -> tuple[Array, Array]:
        rooms, slacks, trunk, neck = (own[..., 3 * k : 3 * k + 3] for k in range(4))
        normal, bend = self._skin
        flat = rooms - (rooms * normal).sum(axis=-1, keepdims=True) * normal
        sag = (flat**2).sum(axis=-1, keepdims=True) * bend
        level = self._level
        slacks = slacks - (slacks * level).sum(axis=-1, keepdims=True) * level
        shift = (flat - sag * normal) * self._sign + slacks * self._side
        carrier = multiply(from_vector(trunk), from_vector(neck * self._head))
        turn = multiply(inverse(carrier), np.broadcast_to(self._turn, (*carrier.shape[:-1], 4)))
        part = parts * self._sign
        # What touches stays where it is while the hand turns about it.
        anchor = self._anchor - rotate(inverse(self._turn), part)
        wrist = self._wrist + part + rotate(self._turn, anchor) - rotate(turn, anchor) + shift
        return wrist, turn

    def _from_trunk(self, own: Array, parts: Array) -> tuple[Array, Array]:
        wrist, turn = self._placed(own, parts)
        if not self._head.any():
            return wrist, turn
        neck = (own[..., 9:12] + self._neck) * self._head
        moved = with_head(self.members[0].one.body, neck, wrist)
        return np.where(self._head > 0, moved, wrist), multiply(from_vector(neck), turn)

    def limbs(self, pose: Pose) -> tuple[Array, Array, Array]:
        """Shoulders, elbows and forearms' directions (B, K, 3) of all members, as the trunk sees
        them."""
        wrists, _ = self.from_trunk(pose)
        out = np.empty((3, *wrists.shape))
        for one, own, *_ in self._sides:
            wrist = wrists[..., own, :]
            origin = shoulders(one, wrist, pose.girdles[..., own, :])
            upper, lower, _ = elbow_ways(one, origin, IDENTITY, wrist, pose.swivels[..., own])
            out[..., own, :] = origin, origin + one.upper_length * upper, lower
        return out[0], out[1], out[2]

    def errors(self, pose: Pose, *, margin: float = 0.0) -> Array:
        """(B, K, 7) degrees: forearm, wrist flexion, wrist deviation, reach, elbow, space, and
        discomfort, which is no miss."""
        wrist, turn = self.from_trunk(pose)
        return self._wrong(wrist, turn, pose.swivels, pose.girdles, margin)

    def _wrong(
        self, wrists: Array, turns: Array, swivels: Array, girdles: Array, margin: float
    ) -> Array:
        out = np.empty((*swivels.shape, ERRORS))
        for one, own, free, stretched in self._sides:
            wrist, swivel, girdle = wrists[..., own, :], swivels[..., own], girdles[..., own, :]
            origin = shoulders(one, wrist, girdle)
            upper, lower, hinge = elbow_ways(one, origin, IDENTITY, wrist, swivel)
            _, *angles = wrist_angles(one, lower, hinge, turns[..., own, :])
            beyond = np.degrees(np.stack(missing_parts(*angles, margin=margin), axis=-1))
            trouble = elbow_trouble(one, origin, upper, hinge)
            dear = awkward(swivel, upper) + strained(*angles[1:]) + crowded(one, origin, upper)
            dear = dear + _GIRDLE_DEAR * np.degrees(np.abs(girdle)).sum(axis=-1)
            far = out_of_reach(one, wrist, origin)
            near = too_near(wrist) * free
            if stretched.any():
                near = near + not_stretched(one, wrist, origin, stretched)
            rest = np.stack([far, trouble, near, dear], axis=-1)
            out[..., own, :] = np.concatenate([beyond, rest], axis=-1)
        return out

    def slopes(
        self, pose: Pose, *, margin: float, more: Placed | None = None
    ) -> tuple[Array, Array]:
        """((B, K, 7) errors, (B, K, 7, n) their slopes over ``pose.flat()``). more: an error on
        top, the eighth, of hands as they are ``placed``."""
        own = self._own(pose)
        # A step of each thing that moves the wrist: what it makes of wrist and turn …
        steps = own + _PROBE * np.eye(12)[:, None, None]
        wrist, turn = self._from_trunk(own, pose.parts)
        moved = _moved((wrist, turn), self._from_trunk(steps, pose.parts))
        # … and a step of wrist, turn, swivel and girdle: what that makes of the errors.
        shifts = np.concatenate([np.zeros((1, 9)), np.eye(9)])[:, None, None, :] * _PROBE
        wrong = self._wrong(
            wrist + shifts[..., 0:3],
            multiply(turn, from_vector(shifts[..., 3:6])),
            pose.swivels + shifts[..., 6],
            pose.girdles + shifts[..., 7:9],
            margin,
        )
        first = wrong[0]
        change = (wrong[1:] - first) / _PROBE  # (9, B, K, 7)
        of_own = np.einsum("jbke,pbkj->bkep", change[:6], moved)
        local = np.concatenate([of_own, np.moveaxis(change[6:], 0, -1)], axis=-1)
        if more is not None:
            wrist, turn = self._placed(own, pose.parts)
            moved = _moved((wrist, turn), self._placed(steps, pose.parts))
            there = more(
                wrist + shifts[:7, ..., 0:3], multiply(turn, from_vector(shifts[:7, ..., 3:6]))
            )
            change = (there[1:] - there[0]) / _PROBE  # (6, B, K)
            row = np.zeros((*first.shape[:2], 1, local.shape[-1]))
            row[:, :, 0, :12] = np.einsum("jbk,pbkj->bkp", change, moved)
            first = np.concatenate([first, there[0][..., None]], axis=-1)
            local = np.concatenate([local, row], axis=2)
        return first, self._spread(local, pose)

    def _spread(self, local: Array, pose: Pose) -> Array:
        """(B, K, 7, 15) slopes over each member's own values → (B, K, 7, n)."""
        sizes = [one[0].size for one in pose.values()[:-1]]
        rooms, slacks, swivels, girdles, trunk, neck = np.cumsum([0, *sizes[:-1]])
        out = np.zeros((*local.shape[:3], sum(sizes)))
        three = np.arange(3)
        scale = np.repeat(SCALES, sizes)
        for k in range(len(self.members)):
            columns = np.concatenate(
                [
                    rooms + 3 * self._group[k] + three,
                    slacks + 3 * k + three,
                    trunk + 3 * self._late[k] + three,
                    neck + 3 * self._late[k] + three,
                    [swivels + k],
                    girdles + 2 * k + np.arange(2),
                ]
            )
            out[:, k][:, :, columns] = local[:, k]
        return np.asarray(out / scale)


def _moved(before: tuple[Array, Array], after: tuple[Array, Array]) -> Array:
    """(12, B, K, 6) how wrists and turns move, for those before and after a probing step of each
    of twelve things."""
    turned = to_vector(multiply(inverse(before[1]), after[1]))
    return np.asarray(np.concatenate([after[0] - before[0], turned], axis=-1) / _PROBE)


def degrees(errors: Array) -> Array:
    """(B, K) degrees in all by which postures are missed, for errors (B, K, 7)."""
    turned = np.linalg.norm(errors[..., TURN], axis=-1)
    return np.asarray(turned + errors[..., TURN.stop : COMFORT].sum(axis=-1))


@dataclass(frozen=True, eq=False, slots=True)
class Bounds:
    """How far everything in ``Pose.flat`` may vary: (n,) least and most."""

    low: Array
    high: Array


def bounds(team: Team, like: Pose, *, trunk: Array, neck: Array) -> Bounds:
    """``trunk``, ``neck``: (2, 3) how far they may turn, see ``limits.Leeway``."""
    rooms = np.zeros((2, *like.rooms.shape[1:]))
    slacks = np.zeros((2, *like.slacks.shape[1:]))
    for number, member in enumerate(team.members):
        room = member.key.room
        rooms[:, member.group] = np.array([room.aside, room.up, room.out]).T
        slacks[:, number] = np.array([[-1.0], [1.0]]) * member.key.slack
    free = np.full((1, len(team.members)), 1.5 * np.pi)
    girdle = np.broadcast_to(GIRDLE_MOST, (1, len(team.members), 2))
    leans, nods = (np.stack([both, both], axis=1) for both in (trunk, neck))
    none = like.parts[:1]
    low = Pose(rooms[:1], slacks[:1], -free, -girdle, leans[:1], nods[:1], none).flat()[0]
    high = Pose(rooms[1:], slacks[1:], free, girdle, leans[1:], nods[1:], none).flat()[0]
    return Bounds(low, high)
