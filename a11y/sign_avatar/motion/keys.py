"""The postures that decide whether a sign fits an arm: each hand at the start and at the end of its
movement, and where else each of them could be.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.contact import FEELERS
from a11y.sign_avatar.motion.ease import weights
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.place import CLOSE_GAP, TOUCH_GAP
from a11y.sign_avatar.motion.region import PAIR_SPACE, SPACE, Room
from a11y.sign_avatar.motion.rotations import Array, angle_between, inverse, rotate
from a11y.sign_avatar.motion.scene import Aim, Scene
from a11y.sign_avatar.motion.state import Track

_OTHER_PART = 2.0  # price of another part of the hand than the one that meets the surface first
_PAIR_ASIDE = 0.3  # hands that work together stay in the middle: on top, for both
_SLACK, _SLACK_SHARE, _SLACK_MOST = 0.04, 0.4, 0.25  # metres, share of the way, metres
_NEAR, _BY = 0.045, 0.06  # metres that hands close to each other, or by each other, are more apart
_HEAD_ROUND, _TRUNK_ROUND = 0.08, 0.2  # metres: how curved the skin is


class Together(Enum):
    """How the hands of a sign shift: MIRRORED, each to its own side; ALIKE, both the same way
    (one is at the other); MEETING, alike, mirrored hands; FREE."""

    MIRRORED = "mirrored"
    ALIKE = "alike"
    MEETING = "meeting"
    FREE = "free"


@dataclass(frozen=True, eq=False, slots=True)
class Skin:
    """The surface a hand touches: its normal (3,), seen from the hand's own side, and how curved
    it is."""

    normal: Array
    radius: float

    def along(self, rooms: Array) -> Array:
        """Shifts (K, 3) that stay on the surface."""
        flat = rooms - (rooms @ self.normal)[:, None] * self.normal
        sag = (flat**2).sum(axis=1) / (2 * self.radius)
        return np.asarray(flat - sag[:, None] * self.normal)


@dataclass(frozen=True, eq=False, slots=True)
class Key:
    """One hand at the start or the end of a sign and where else it could be.

    parts: (K, 3) offsets that bring another part of the hand to the place; rooms: (K, 3) shifts
    inside ``room``; both towards the own side, up and out. price: (K,) of each pair of them. skin:
    the surface that shifts follow. linked: it ends where its movement leads, so it shifts with the
    start, and by at most ``slack`` metres more. level: (3,) the normal it must not shift along then
    (as in ``skin``), or zero. head: it goes with the head. anchor: (3,) the point of the hand that
    stays where it is when the hand turns, in the hand's frame. follows: its movement leads to the
    other hand, with which it shifts.
    """

    side: str
    track: Track
    row: int
    parts: Array
    rooms: Array
    price: Array
    room: Room
    anchor: Array
    skin: Skin | None = None
    linked: bool = False
    head: bool = False
    slack: float = 0.0
    level: Array = field(default_factory=lambda: np.zeros(3))
    follows: bool = False

    @property
    def free(self) -> bool:
        """It is in signing space: neither at the head nor touching the body."""
        return not self.head and self.skin is None and not self.room.stretched

    @property
    def stretched(self) -> float:
        """Share of its length that the arm must be stretched; where a movement leads, none."""
        return 0.0 if self.linked else self.room.stretched

    @property
    def wrist(self) -> Array:
        return np.asarray(self.track.wrist[self.row])

    @property
    def turn(self) -> Array:
        return np.asarray(self.track.turn[self.row])

    @property
    def shifts(self) -> Array:
        """(K, 3) metres towards the own side, up and out."""
        return np.asarray(self.parts + self.along(self.rooms))

    def along(self, rooms: Array) -> Array:
        """Shifts (K, 3) inside the room that stay on the surface."""
        return rooms if self.skin is None else self.skin.along(rooms)


def to_side(side: str, how: Together) -> Array:
    """(3,) signs that make a shift (aside, up, out) one in the world, and back."""
    mirrored = how in (Together.MIRRORED, Together.FREE) and side == "L"
    return np.array([1.0 if mirrored else -1.0, 1.0, 1.0])


def togetherness(scene: Scene) -> Together:
    """How the hands of this scene shift."""
    if len(scene.hands) == 2 and scene.on_hand:
        return Together.MEETING if scene.symmetric else Together.ALIKE
    mirrored = scene.symmetric and len(scene.hands) == 2 and _alike(scene)
    return Together.MIRRORED if mirrored else Together.FREE


def _alike(scene: Scene) -> bool:
    """No hand touches while the other one is free to go elsewhere: a shift of both would take it
    off what it touches."""
    begun = {aim.side: aim.contact for aim in reversed(scene.aims) if not aim.late}
    return len(set(begun.values())) <= 1


def lone(keys: list[Key], side: str) -> bool:
    """One key stands for the start and the end of that hand."""
    return sum(key.side == side for key in keys) == 1


def groups(scene: Scene, keys: list[Key], how: Together) -> list[tuple[list[Key], Together]]:
    """Keys that shift as one, and how."""
    starts = [key for key in keys if key.row == 0 or key.linked]
    ends = [key for key in keys if key not in starts]
    if how in (Together.ALIKE, Together.MEETING):
        if scene.begins_together:
            gone = [([key], Together.FREE) for key in ends]
            return [(starts, how), *gone]
        apart = Together.MIRRORED if how is Together.MEETING else Together.FREE
        return [*groups(scene, starts, apart), *([(ends, how)] if ends else [])]
    if how is Together.MIRRORED:
        return [(some, how) for some in (starts, ends) if some]
    out: list[list[Key]] = []
    for key in keys:
        if key.linked:
            next(group for group in out if group[0].side == key.side).append(key)
        elif not key.follows:
            out.append([key])
    for key in keys:
        if key.follows:
            next(group for group in out if group[0].side != key.side).append(key)
    alike = [any(key.follows for key in group) for group in out]
    return [
        (group, Together.ALIKE if as_one else how) for group, as_one in zip(out, alike, strict=True)
    ]


def keys_of(
    rig: Rig, scene: Scene, tracks: dict[str, Track], how: Together, step: float
) -> list[Key]:
    """The keys of a sign; places are tried ``step`` metres apart."""
    meet = how in (Together.ALIKE, Together.MEETING)
    pair = {0: meet and scene.begins_together, -1: meet}
    out: list[Key] = []
    given: dict[int, Choices] = {}  # what the other hand of a mirrored sign may do
    for side, track in tracks.items():
        aims = [aim for aim in scene.aims if aim.side == side]
        first = next((aim for aim in aims if not aim.late), None)
        start = _base_aim(scene.aims) if pair[0] else first
        centre = scene.hands[side].centre
        goal = end = end_aim(aims, track, centre)
        gone = pair[0] and goal is not None and not goal.hand  # it leaves the other hand
        if pair[0] and not gone:
            end = None
        if how is Together.FREE:
            given = {}
        if gone:
            given.pop(-1, None)
        at_head = float(track.head.max()) > 0
        targeted = end is not None or (meet and not scene.begins_together)
        for row, aim in ((0, start), (-1, end)):
            if row in given or (row and not targeted):
                continue
            alone = gone if row else not pair[0]
            if row and meet and not gone:
                aim = None
            given[row] = _choices(rig, side, track, row, aim, step, parts=alone or not pair[row])
            if pair[row] and not alone:
                given[row] = given[row].dearer_aside()
        own = given[0]
        slack, level = give(first, side) if first else (0.0, np.zeros(3))
        if pair[0]:
            anchor = pivot(scene, tracks, track, 0)
        else:
            anchor = _anchor(track, 0, start if start in aims else None, centre)
        out.append(
            Key(
                side, track, 0, own.parts, own.rooms, own.price, own.room, anchor,
                skin=own.skin, head=at_head, slack=slack, level=level,
            )
        )  # fmt: skip
        if not same(track) or targeted:
            own = given[-1 if targeted else 0]
            together = meet and not gone
            anchor = (
                pivot(scene, tracks, track, -1) if together else _anchor(track, -1, end, centre)
            )
            way = float(np.linalg.norm(track.wrist[-1] - track.wrist[0]))
            slack = 0.0 if goal else min(_SLACK + _SLACK_SHARE * way, _SLACK_MOST)
            out.append(
                Key(
                    side, track, -1, own.parts, own.rooms, own.price, own.room, anchor,
                    skin=own.skin, linked=not targeted, head=at_head, slack=slack,
                )
            )  # fmt: skip
    return out


def same(track: Track) -> bool:
    """A hand that ends as it began."""
    near = float(np.linalg.norm(track.wrist[-1] - track.wrist[0])) < 0.01
    return near and float(angle_between(track.turn[0], track.turn[-1])) < 0.03


def _anchor(track: Track, row: int, aim: Aim | None, centre: Array) -> Array:
    if aim is None or aim.spot is None or not aim.contact:
        return centre
    goal = aim.spot.point + aim.spot.normal * aim.spot.gap
    return rotate(inverse(track.turn[row]), goal - track.wrist[row])


def pivot(scene: Scene, tracks: dict[str, Track], track: Track, row: int) -> Array:
    """The point between two hands at each other, in one's own frame: about it both turn as one."""
    middles = [
        one.wrist[row] + rotate(one.turn[row], scene.hands[side].centre)
        for side, one in tracks.items()
    ]
    return rotate(inverse(track.turn[row]), np.mean(middles, axis=0) - track.wrist[row])


def give(aim: Aim, side: str) -> tuple[float, Array]:
    """How far a hand at the other one may be from where it was put, and the normal it must not
    move along; see ``Key``."""
    if aim.hand and not aim.contact:
        near = aim.spot is not None and aim.spot.gap <= CLOSE_GAP
        return _NEAR if near else _BY, np.zeros(3)
    if not aim.give or aim.spot is None:
        return 0.0, np.zeros(3)
    normal = aim.spot.normal if aim.hand else np.array([1.0, 0.0, 0.0])
    return aim.give, np.asarray(normal * to_side(side, Together.FREE))


def end_aim(aims: list[Aim], track: Track, centre: Array) -> Aim | None:
    """The aim that the movement's end was sent to: the middle of the hand is there, however the
    hand is turned."""
    if not aims or (len(aims) < 2 and not aims[-1].late):
        return None
    last = aims[-1]
    wanted = last.wrist + rotate(last.turn, centre)
    there = track.wrist[-1] + rotate(track.turn[-1], centre)
    return last if float(np.linalg.norm(wanted - there)) < 2e-3 else None


def _base_aim(aims: list[Aim]) -> Aim | None:
    """What decides where a pair of hands that meet may begin: the place on or near the body."""
    placed = [aim for aim in aims if not aim.hand and not aim.late]
    bound = [aim for aim in placed if aim.body]
    return next(iter(bound or placed), None)


@dataclass(frozen=True, eq=False, slots=True)
class Choices:
    """Where a key could be, see ``Key``."""

    parts: Array
    rooms: Array
    price: Array
    room: Room
    skin: Skin | None = None

    def dearer_aside(self) -> Choices:
        aside = self.parts[:, 0] + self.rooms[:, 0]
        price = self.price + _PAIR_ASIDE * (aside / 0.1) ** 2
        return Choices(self.parts, self.rooms, price, self.room, self.skin)


def far(shifts: Array) -> Array:
    """(K,) the price of shifts (K, 3)."""
    ease = weights()
    return np.asarray(((shifts / 0.1) ** 2) @ np.array([ease.aside, ease.up, ease.out]))


def other_part(parts: Array) -> Array:
    """(K,) the price of what touches instead, for offsets (K, 3)."""
    return np.asarray(_OTHER_PART * (np.abs(parts).max(axis=-1) > 1e-6))


def _choices(
    rig: Rig, side: str, track: Track, row: int, aim: Aim | None, step: float, *, parts: bool
) -> Choices:
    """parts: another part of the hand may touch, where none is written."""
    room = aim.room if aim is not None else SPACE if parts else PAIR_SPACE
    rooms = room.steps(step)
    skin = None
    if aim is not None and aim.body and aim.spot is not None:
        radius = _HEAD_ROUND if aim.spot.head else _TRUNK_ROUND
        skin = Skin(aim.spot.normal * to_side(side, Together.FREE), radius)
    others = np.zeros((1, 3))
    if parts and aim is not None and aim.any_part:
        others = _parts_shifts(rig, side, track, row, aim)
    many = np.repeat(others, len(rooms), axis=0), np.tile(rooms, (len(others), 1))
    whole = many[0] + (many[1] if skin is None else skin.along(many[1]))
    return Choices(*many, far(whole) + other_part(many[0]), room, skin)


def _parts_shifts(rig: Rig, side: str, track: Track, row: int, aim: Aim) -> Array:
    """(F, 3) shifts that bring other parts of the hand to the touched spot instead."""
    assert aim.spot is not None
    own = hand(rig, side)
    frames = own.frames(track.angles[row])
    turn = track.turn[row]
    sign = to_side(side, Together.FREE)
    goal = aim.spot.point + aim.spot.normal * max(aim.spot.gap, TOUCH_GAP)
    out = [np.zeros(3)]
    for name in FEELERS:
        mark = rig.landmarks[f"{name}.{side}"]
        if float(rotate(turn, own.normal(mark, frames)) @ aim.spot.normal) > 0.2:
            continue  # that part looks away from the skin
        wrist = goal - rotate(turn, own.point(mark, frames))
        out.append((wrist - aim.wrist) * sign)
    return np.array(out)
