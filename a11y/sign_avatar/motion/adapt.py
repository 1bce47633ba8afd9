"""How a person makes possible what is written: a little higher or further out, with another part of
the hand, with the trunk turned.

A place is an area (``region``); inside it the hand goes where the arm can turn it as written. Where
no part of the hand is written, any part may touch. Where that is not enough the trunk turns or
leans a little: signing space goes with it, finger and palm directions stay as the viewer sees them.
What then is still impossible is done as nearly as the joints allow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import product

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import arm
from a11y.sign_avatar.motion.collide import hand_depth
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.place import TOUCH_GAP, Spot
from a11y.sign_avatar.motion.reachable import misfit, too_near
from a11y.sign_avatar.motion.region import PAIR_SPACE, SPACE, Room
from a11y.sign_avatar.motion.rotations import (
    Array,
    angle_between,
    from_vector,
    inverse,
    multiply,
    rotate,
)
from a11y.sign_avatar.motion.scene import Aim, Scene
from a11y.sign_avatar.motion.setting import FEELERS
from a11y.sign_avatar.motion.state import Track

GOOD_ENOUGH = 4.0  # degrees that nobody sees
_GOOD = 0.3  # cost (see ``_cost``) of what needs no adapting
_HAND, _FACE = 0.19, 0.12  # metres: wrist to fingertips, half the width kept free
_BELOW_CHIN = 0.03  # metres: the camera sees a hand in front of the chest a little higher
_EFFORT = np.array([0.18, 0.28, 0.2])  # to the side, up, out: per square of ten centimetres
_PAIR_ASIDE = 0.3  # hands that work together stay in the middle: on top, for both
_SLACK, _SLACK_SHARE = 0.04, 0.3  # metres, and share of its way, that a movement's end may shift
_HEAD_ROUND, _TRUNK_ROUND = 0.08, 0.2  # metres: how curved the skin is
_GIVE = 0.0035  # metres a touching hand may be inside: skin gives
# How the trunk may turn for a sign (degrees: forward, to the left, to the right shoulder): first a
# coarse search, then around the best.
_TRUNKS = np.radians(list(product((0, 14), (0, -18, 18, -36, 36), (0, -12, 12))))
_NEARER = np.radians(list(product((0, -7, 7), (0, -9, 9), (0, -6, 6))))
_TRUNK_MOST = np.radians([20.0, 40.0, 18.0])
_COARSE, _FINE = 0.13, 0.075  # metres between the places that are tried
_TRUNK_EFFORT = np.radians([18.0, 10.0, 10.0])
_SWING = 2.0  # how much dearer a trunk that moves during the sign is
_MISSED, _MISS = 8.0, 3.0  # degrees from which a posture is not what was written, and its price


class Together(Enum):
    """How the hands of a sign shift: MIRRORED, each to its own side; ALIKE, both the same way
    (one is at the other); MEETING, alike and not aside (they meet in the middle); FREE."""

    MIRRORED = "mirrored"
    ALIKE = "alike"
    MEETING = "meeting"
    FREE = "free"


@dataclass(frozen=True, eq=False, slots=True)
class Key:
    """One hand at the start or the end of a sign and where else it could be: shifts (K, 3) in
    metres, their price (K,). linked: it ends where its movement leads, so it shifts with the
    start."""

    side: str
    track: Track
    row: int
    shifts: Array
    price: Array
    linked: bool = False
    head: bool = False

    @property
    def wrist(self) -> Array:
        return np.asarray(self.track.wrist[self.row])

    @property
    def turn(self) -> Array:
        return np.asarray(self.track.turn[self.row])


@dataclass(frozen=True, eq=False, slots=True)
class Adaptation:
    """shifts: side → (2, 3) metres at start and end. trunk: (2, 3) rotation vectors as in
    ``face.Face.torso``, at start and end. cost: how badly it still fits."""

    shifts: dict[str, Array]
    trunk: Array
    cost: float


def adapted(
    rig: Rig, scene: Scene, tracks: dict[str, Track], *, turning: bool = False
) -> Adaptation:
    """The best of what can be done for these tracks; ``turning``: the trunk may turn (its turn
    comes on top of ``scene.trunk``)."""
    how = _together(scene)
    still = np.zeros((1, 3))
    if turning:
        coarse = _either(rig, scene, tracks, how, _TRUNKS, _COARSE)
        around = np.clip(coarse.trunk[0] + _NEARER, -_TRUNK_MOST, _TRUNK_MOST)
        return _either(rig, scene, tracks, how, around, _COARSE)
    if _fits(rig, tracks):
        return Adaptation({side: np.zeros((2, 3)) for side in tracks}, np.zeros((2, 3)), 0.0)
    return _refined(rig, scene, tracks, _either(rig, scene, tracks, how, still, _FINE))


def _fits(rig: Rig, tracks: dict[str, Track]) -> bool:
    """Nothing has to be adapted."""
    for side, track in tracks.items():
        for row in (0, -1):
            key = Key(side, track, row, np.zeros((1, 3)), np.zeros(1), head=track.head.max() > 0)
            if float(_cost(rig, key, np.zeros((1, 3)), Together.FREE)[0, 0]) > _GOOD:
                return False
    return True


def _either(
    rig: Rig,
    scene: Scene,
    tracks: dict[str, Track],
    how: Together,
    trunks: Array,
    step: float,
) -> Adaptation:
    """The best way; hands that mirror each other do so no longer where that is impossible."""
    best = _best(rig, scene, tracks, how, trunks, step)
    if how is Together.MIRRORED and best.cost > _MISS:
        free = _best(rig, scene, tracks, Together.FREE, trunks, step)
        if free.cost < best.cost - _MISS:
            best = free
    return best


def _best(
    rig: Rig,
    scene: Scene,
    tracks: dict[str, Track],
    how: Together,
    trunks: Array,
    step: float,
) -> Adaptation:
    keys = _keys(rig, scene, tracks, how, step)
    effort = 0.8 * ((trunks / _TRUNK_EFFORT) ** 2).sum(axis=1)
    total = effort.copy()
    costs: list[tuple[list[Key], Together, list[Array]]] = []
    for group, way in _groups(scene, keys, how):
        own = [_cost(rig, key, trunks, way) for key in group]
        costs.append((group, way, own))
        total = total + (np.sum(own, axis=0) + group[0].price[:, None]).min(axis=0)
    best = int(np.argmin(total))
    shifts = {side: np.zeros((2, 3)) for side in tracks}
    at = [effort.copy(), effort.copy()]  # cost of start and end by the trunk's turn
    price = 0.0
    for group, way, own in costs:
        chosen = int(np.argmin(np.sum(own, axis=0)[:, best] + group[0].price))
        price += float(group[0].price[chosen])
        for key, cost in zip(group, own, strict=True):
            by = _for_side(key.shifts[chosen], key.side, way)
            rows = (0, 1) if key.row == 0 and _lone(keys, key.side) else (1 if key.row else 0,)
            for row in rows:
                shifts[key.side][row] = by
            at[1 if key.row else 0] += cost[chosen]
            if key.row == 0 and _lone(keys, key.side) and len(tracks) > 1:
                at[1] += cost[chosen]
    if not any(key.row for key in keys):
        return Adaptation(shifts, trunks[[best, best]], float(total[best]))
    swing = _SWING * ((trunks[:, None] - trunks[None]) ** 2 / _TRUNK_EFFORT**2).sum(axis=-1)
    both = at[0][:, None] + at[1][None] + swing
    first, last = np.unravel_index(int(np.argmin(both)), both.shape)
    return Adaptation(shifts, trunks[[first, last]], float(both[first, last]) + price)


def _refined(rig: Rig, scene: Scene, tracks: dict[str, Track], found: Adaptation) -> Adaptation:
    """Each hand by itself, a little: the end of a movement is where it leads only about, and
    beside the other hand is not a point either."""
    if found.cost < 1.0:
        return found
    shifts = {side: by.copy() for side, by in found.shifts.items()}
    gain = 0.0
    for side, track in tracks.items():
        aims = [aim for aim in scene.aims if aim.side == side]
        if _same(track):
            continue
        slack = np.zeros(2)
        if aims and aims[0].hand and not aims[0].contact:
            slack[0] = _SLACK
        if _end_aim(aims, track) is None:
            way = float(np.linalg.norm(track.wrist[-1] - track.wrist[0]))
            slack[1] = min(_SLACK + _SLACK_SHARE * way, 0.10)
        for row in (0, -1):
            if not slack[row]:
                continue
            steps = slack[row] * np.array(sorted(product((0.0, -1.0, 1.0), repeat=3), key=_size))
            by = shifts[side][row] * _for_side(np.ones(3), side, Together.FREE)
            key = Key(
                side, track, row, by + steps, 0.1 * (steps**2).sum(axis=1) / 0.01,
                head=float(track.head.max()) > 0,
            )  # fmt: skip
            cost = _cost(rig, key, np.zeros((1, 3)), Together.FREE)[:, 0] + key.price
            best = int(np.argmin(cost))
            gain += float(cost[0] - cost[best])
            shifts[side][row] = _for_side(key.shifts[best], side, Together.FREE)
    return Adaptation(shifts, found.trunk, found.cost - gain)


def _size(step: tuple[float, ...]) -> float:
    return sum(abs(part) for part in step)


def _lone(keys: list[Key], side: str) -> bool:
    return sum(key.side == side for key in keys) == 1


def _together(scene: Scene) -> Together:
    if len(scene.hands) == 2 and scene.on_hand:
        return Together.MEETING if scene.symmetric else Together.ALIKE
    return Together.MIRRORED if scene.symmetric and len(scene.hands) == 2 else Together.FREE


def _groups(scene: Scene, keys: list[Key], how: Together) -> list[tuple[list[Key], Together]]:
    """Keys that shift as one, and how."""
    starts = [key for key in keys if key.row == 0 or key.linked]
    ends = [key for key in keys if key not in starts]
    if how in (Together.ALIKE, Together.MEETING):
        if scene.begins_together:
            return [(keys, how)]
        apart = Together.MIRRORED if how is Together.MEETING else Together.FREE
        return [*_groups(scene, starts, apart), *([(ends, how)] if ends else [])]
    if how is Together.MIRRORED:
        return [(some, how) for some in (starts, ends) if some]
    out: list[list[Key]] = []
    for key in keys:
        if key.linked:
            next(group for group in out if group[0].side == key.side).append(key)
        else:
            out.append([key])
    return [(group, how) for group in out]


def _for_side(shift: Array, side: str, how: Together) -> Array:
    mirrored = how in (Together.MIRRORED, Together.FREE) and side == "L"
    return np.asarray(shift * np.array([1.0 if mirrored else -1.0, 1.0, 1.0]))


def _keys(
    rig: Rig, scene: Scene, tracks: dict[str, Track], how: Together, step: float
) -> list[Key]:
    meet = how in (Together.ALIKE, Together.MEETING)
    pair = {0: meet and scene.begins_together, -1: meet}
    out: list[Key] = []
    given: dict[int, tuple[Array, Array]] = {}  # what the other hand of a mirrored sign may do
    for side, track in tracks.items():
        aims = [aim for aim in scene.aims if aim.side == side]
        start = _base_aim(scene.aims) if pair[0] else (aims[0] if aims else None)
        end = None if pair[0] else _end_aim(aims, track)
        if how is Together.FREE:
            given = {}
        at_head = float(track.head.max()) > 0
        targeted = end is not None or (meet and not scene.begins_together)
        for row, aim in ((0, start), (-1, end)):
            if row in given or (row and not targeted):
                continue
            if row and meet:
                aim = None
            shifts, price = _candidates(rig, side, track, row, aim, step, parts=not pair[row])
            if how is Together.MEETING and pair[row]:
                middle = shifts[:, 0] == 0
                shifts, price = shifts[middle], price[middle]
            if pair[row]:
                price = price + _PAIR_ASIDE * (shifts[:, 0] / 0.1) ** 2
            given[row] = shifts, price
        out.append(Key(side, track, 0, *given[0], head=at_head))
        if not _same(track) or targeted:
            row = -1 if targeted else 0
            out.append(Key(side, track, -1, *given[row], linked=not targeted, head=at_head))
    return out


def _same(track: Track) -> bool:
    near = float(np.linalg.norm(track.wrist[-1] - track.wrist[0])) < 0.01
    return near and float(angle_between(track.turn[0], track.turn[-1])) < 0.03


def _end_aim(aims: list[Aim], track: Track) -> Aim | None:
    """The aim that the movement's end was sent to."""
    if len(aims) < 2:
        return None
    last = aims[-1]
    return last if float(np.linalg.norm(last.wrist - track.wrist[-1])) < 2e-3 else None


def _base_aim(aims: list[Aim]) -> Aim | None:
    """What decides where a pair of hands that meet may be: the place on or near the body."""
    placed = [aim for aim in aims if not aim.hand]
    bound = [aim for aim in placed if aim.body]
    return next(iter(bound or placed), None)


def _candidates(
    rig: Rig, side: str, track: Track, row: int, aim: Aim | None, step: float, *, parts: bool
) -> tuple[Array, Array]:
    """Shifts (K, 3) towards the own side, up and out, and their prices. parts: another part of the
    hand may touch, where none is written."""
    room: Room = aim.room if aim is not None else SPACE if parts else PAIR_SPACE
    shifts = room.steps(step)
    if aim is not None and aim.body and aim.spot is not None:
        shifts = _along_skin(shifts, aim.spot, side)
    if parts and aim is not None and aim.any_part:
        shifts = (_parts_shifts(rig, side, track, row, aim)[:, None] + shifts[None]).reshape(-1, 3)
    price = ((shifts / 0.1) ** 2) @ _EFFORT
    return shifts, np.asarray(price)


def _along_skin(shifts: Array, spot: Spot, side: str) -> Array:
    """Shifts (K, 3) that stay on the curved surface."""
    normal = spot.normal * np.array([1.0 if side == "L" else -1.0, 1.0, 1.0])
    flat = shifts - (shifts @ normal)[:, None] * normal
    sag = (flat**2).sum(axis=1) / (2 * (_HEAD_ROUND if spot.head else _TRUNK_ROUND))
    return np.asarray(flat - sag[:, None] * normal)


def _parts_shifts(rig: Rig, side: str, track: Track, row: int, aim: Aim) -> Array:
    """(F, 3) shifts that bring other parts of the hand to the touched spot instead."""
    assert aim.spot is not None
    own = hand(rig, side)
    frames = own.frames(track.angles[row])
    turn = track.turn[row]
    sign = np.array([1.0 if side == "L" else -1.0, 1.0, 1.0])
    goal = aim.spot.point + aim.spot.normal * max(aim.spot.gap, TOUCH_GAP)
    out = [np.zeros(3)]
    for name in FEELERS:
        mark = rig.landmarks[f"{name}.{side}"]
        if float(rotate(turn, own.normal(mark, frames)) @ aim.spot.normal) > 0.2:
            continue  # that part looks away from the skin
        wrist = goal - rotate(turn, own.point(mark, frames))
        out.append((wrist - aim.wrist) * sign)
    return np.array(out)


def _cost(rig: Rig, key: Key, trunks: Array, how: Together) -> Array:
    """(K, M) what is wrong with a key for each of its shifts and each turn of the trunk."""
    one = arm(rig, key.side)
    targets = key.wrist + np.array([_for_side(s, key.side, how) for s in key.shifts])
    turns = multiply(inverse(from_vector(trunks)), key.turn)
    wrong = misfit(one, targets, turns)
    if not key.head:
        wrong = wrong + (too_near(targets) + _before_face(rig, key, targets))[:, None]
    deep = hand_depth(rig, key.side, targets, key.turn, key.track.angles[key.row])
    wrong = wrong + 1500.0 * np.clip(deep - _GIVE, 0, None)[:, None]
    return np.asarray((np.clip(wrong - 2, 0, None) / GOOD_ENOUGH) ** 2 + _MISS * (wrong > _MISSED))


def _before_face(rig: Rig, key: Key, targets: Array) -> Array:
    """(K,) degrees for fingertips that would cover the face."""
    chin = rig.landmarks["chin"].position
    tips = targets + _HAND * rotate(key.turn, hand(rig, key.side).f)
    return np.asarray(
        300.0 * np.clip(tips[:, 1] - chin[1] + _BELOW_CHIN, 0, None) * (np.abs(tips[:, 0]) < _FACE)
    )


def progress(track: Track) -> Array:
    """(N,) how far a hand has got from its first posture to its last, 0 … 1; all zero where those
    are the same."""

    def away(row: int) -> Array:
        move = np.linalg.norm(track.wrist - track.wrist[row], axis=1) / 0.1
        return np.asarray(move + angle_between(track.turn, track.turn[row]))

    first, last = away(0), away(-1)
    share = first / np.maximum(first + last, 1e-9)
    return np.asarray(share * share * (3 - 2 * share))


def shifted(track: Track, by: Array) -> Track:
    """A track moved by ``by`` (2, 3) metres at its start and at its end."""
    share = progress(track)[:, None]
    return replace(track, wrist=track.wrist + by[0] + share * (by[1] - by[0]))


def trunk_way(tracks: dict[str, Track], trunk: Array) -> Array:
    """(N, 3) the trunk's turn over a sign, from ``trunk[0]`` to ``trunk[1]`` with the hand whose
    posture changes most."""
    lead = max(tracks.values(), key=_change)
    share = progress(lead)[:, None]
    return np.asarray(trunk[0] + share * (trunk[1] - trunk[0]))


def _change(track: Track) -> float:
    turn = float(angle_between(track.turn[0], track.turn[-1]))
    return turn + float(np.linalg.norm(track.wrist[-1] - track.wrist[0]))


def counter_turned(track: Track, way: Array, centre: Array) -> Track:
    """A track made for the trunk turned by ``way[0]``, kept as the viewer sees it while the trunk
    goes on along ``way`` (N, 3). centre: (3,) the point of the hand that stays in place."""
    back = multiply(inverse(from_vector(way)), from_vector(way[:1]))
    turn = multiply(back, track.turn)
    wrist = track.wrist + rotate(track.turn, centre) - rotate(turn, centre)
    return replace(track, turn=turn, wrist=wrist)
