"""How a person makes possible what is written: a little higher or further out, with another part of
the hand, with the trunk turned.

A place is an area (``region``); inside it the hand goes where the arm can turn it as written. Where
no part of the hand is written, any part may touch. Where that is not enough the trunk turns or
leans a little: signing space goes with it, finger and palm directions stay as the viewer sees them.
What then is still impossible is done as nearly as the joints allow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.collide import hand_depth
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.keys import (
    Key,
    Together,
    effort,
    groups,
    keys_of,
    lone,
    to_side,
    togetherness,
)
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.polish import Member, Pose, bounds, errors_of, placed, polished
from a11y.sign_avatar.motion.reachable import SWIVELS, misfit, too_near
from a11y.sign_avatar.motion.region import POINT
from a11y.sign_avatar.motion.rotations import (
    Array,
    angle_between,
    from_vector,
    inverse,
    multiply,
    rotate,
)
from a11y.sign_avatar.motion.scene import Scene
from a11y.sign_avatar.motion.state import Track

GOOD_ENOUGH = 4.0  # degrees that nobody sees
_GOOD = 0.3  # cost (see ``_priced``) of what needs no adapting
_HAND, _FACE = 0.19, 0.12  # metres: wrist to fingertips, half the width kept free
_BELOW_CHIN = 0.03  # metres: the camera sees a hand in front of the chest a little higher
_GIVE = 0.0035  # metres a touching hand may be inside: skin gives
# How the trunk may turn for a sign (degrees: forward, to the left, to the right shoulder).
_TRUNKS = np.radians(list(product((0, 14), (0, -18, 18, -36, 36), (0, -12, 12))))
_TRUNK_MOST = np.radians([20.0, 40.0, 18.0])
_COARSE, _FINE = 0.13, 0.075  # metres between the places that are tried
_TRUNK_EFFORT = np.radians([18.0, 10.0, 10.0])
_TRUNK_PRICE = 0.2  # for one such effort squared
_SWING = 0.5  # the same for a trunk that moves during the sign
_INSIDE, _COVERED = 250.0, 20.0  # price of a metre inside the body, of fingers before the face
# Degrees from which a posture is not what was written, its price, and that of each degree more.
_MISSED, _MISS, _MORE = 8.0, 4.0, 0.4
_STARTS = 8  # of the coarse search that are polished


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
    comes on top of ``scene.trunk``). Hands that mirror each other do so no longer where that is
    impossible."""
    how = togetherness(scene)
    if not turning and _fits(rig, tracks):
        return Adaptation({side: np.zeros((2, 3)) for side in tracks}, np.zeros((2, 3)), 0.0)
    best = _best(rig, scene, tracks, how, turning=turning)
    if how is Together.MIRRORED and best.cost > _MISS:
        free = _best(rig, scene, tracks, Together.FREE, turning=turning)
        if free.cost < best.cost - _MISS:
            best = free
    return best


def _fits(rig: Rig, tracks: dict[str, Track]) -> bool:
    """Nothing has to be adapted."""
    none = np.zeros((1, 3))
    for side, track in tracks.items():
        for row in (0, -1):
            head = float(track.head.max()) > 0
            key = Key(side, track, row, none, none, np.zeros(1), POINT, np.zeros(3), head=head)
            if float(_cost(rig, key, none, Together.FREE)[0, 0]) > _GOOD:
                return False
    return True


def _best(
    rig: Rig, scene: Scene, tracks: dict[str, Track], how: Together, *, turning: bool
) -> Adaptation:
    """A coarse search over places and trunks, then the best of it polished."""
    keys = keys_of(rig, scene, tracks, how, _COARSE if turning else _FINE)
    trunks = _TRUNKS if turning else np.zeros((1, 3))
    grouped = groups(scene, keys, how)
    members = [
        Member(key, arm(rig, key.side), number, way, late)
        for number, (group, way) in enumerate(grouped)
        for key in group
        for late in _moments(keys, key, both=turning)
    ]
    start = _starts(rig, grouped, members, trunks)
    limits = bounds(members, start, _TRUNK_MOST * turning)
    done = polished(members, start, limits)
    every = Pose(
        *(np.concatenate(pair) for pair in zip(_values(start), _values(done), strict=True))
    )
    price = _price(rig, members, every)
    best = int(np.argmin(price))
    pose = every.only(np.array([best]))
    shifts = {side: np.zeros((2, 3)) for side in tracks}
    for number, member in enumerate(members):
        wrist, _ = placed(member, number, pose)
        row = 1 if member.key.row else 0
        rows = (0, 1) if lone(keys, member.key.side) else (row,)
        shifts[member.key.side][list(rows)] = wrist[0] - member.key.wrist
    trunk = pose.trunk[0]
    if not any(member.late for member in members):
        trunk = trunk[[0, 0]]
    return Adaptation(shifts, trunk, float(price[best]))


def _moments(keys: list[Key], key: Key, *, both: bool) -> tuple[bool, ...]:
    """With which turn of the trunk (at the end: True) a key counts; a hand that stays counts with
    both while the other one moves."""
    if both and lone(keys, key.side) and any(one.row for one in keys):
        return (False, True)
    return (bool(key.row),)


def _values(pose: Pose) -> tuple[Array, ...]:
    return pose.rooms, pose.slacks, pose.swivels, pose.trunk, pose.parts


def _starts(
    rig: Rig, grouped: list[tuple[list[Key], Together]], members: list[Member], trunks: Array
) -> Pose:
    """The best of the coarse search: by turns of the trunk, and by places where it is still."""
    total = _TRUNK_PRICE * ((trunks / _TRUNK_EFFORT) ** 2).sum(axis=1)
    tables = []
    for group, way in grouped:
        table = np.sum([_cost(rig, key, trunks, way) for key in group], axis=0)
        table = table + group[0].price[:, None]
        tables.append(table)
        total = total + table.min(axis=0)
    picks = []
    order = np.argsort(total, kind="stable")
    for number in range(_STARTS):
        trunk, rank = order[number % len(order)], number // len(order)
        chosen = [
            np.argsort(table[:, trunk], kind="stable")[min(rank * 3, len(table) - 1)]
            for table in tables
        ]
        picks.append((trunk, chosen))
    rooms = np.array(
        [[g[0].rooms[k] for (g, _), k in zip(grouped, c, strict=True)] for _, c in picks]
    )
    parts = np.array([[m.key.parts[c[m.group]] for m in members] for _, c in picks])
    turns = np.array([[trunks[t], trunks[t]] for t, _ in picks])
    none = np.zeros((len(picks), len(members)))
    return _with_elbows(members, Pose(rooms, np.zeros_like(parts), none, turns, parts))


def _with_elbows(members: list[Member], pose: Pose) -> Pose:
    """Every elbow where it bends the hand least out of its way."""
    count = len(pose.rooms)
    many = Pose(*(np.repeat(one, len(SWIVELS), axis=0) for one in _values(pose)))
    tried = np.tile(SWIVELS, count)
    turned = replace(many, swivels=np.repeat(tried[:, None], len(members), axis=1))
    wrong = np.linalg.norm(errors_of(members, turned), axis=2).reshape(count, len(SWIVELS), -1)
    wrong = wrong + 0.02 * np.degrees(np.abs(SWIVELS - np.radians(18.0)))[None, :, None]
    swivels = SWIVELS[np.argmin(wrong, axis=1)]
    return replace(pose, swivels=swivels)


def _price(rig: Rig, members: list[Member], pose: Pose) -> Array:
    """(B,) what is wrong with each state, what it costs to get there included."""
    out = _TRUNK_PRICE * (pose.trunk**2 / _TRUNK_EFFORT**2).sum(axis=2).max(axis=1)
    out = out + _SWING * ((pose.trunk[:, 1] - pose.trunk[:, 0]) ** 2 / _TRUNK_EFFORT**2).sum(axis=1)
    moved = set()
    found = errors_of(members, pose)
    for number, member in enumerate(members):
        key = member.key
        errors = found[:, number]
        wrong = np.linalg.norm(errors[:, :3], axis=1) + errors[:, 3:].sum(axis=1)
        wrist, turn = placed(member, number, pose)
        out = out + _priced(wrong) + _in_the_way(rig, key, wrist, turn)
        if member.group not in moved:
            moved.add(member.group)
            out = out + effort(pose.parts[:, number] + key.along(pose.rooms[:, member.group]))
        out = out + 0.1 * (pose.slacks[:, number] ** 2).sum(axis=1) / 0.01
    return np.asarray(out)


def _cost(rig: Rig, key: Key, trunks: Array, how: Together) -> Array:
    """(K, M) what is wrong with a key for each of its shifts and each turn of the trunk."""
    targets = key.wrist + key.shifts * to_side(key.side, how)
    turns = multiply(inverse(from_vector(trunks)), key.turn)
    wrong = misfit(arm(rig, key.side), targets, turns)
    near = too_near(targets) if key.free else np.zeros(len(targets))
    more = _in_the_way(rig, key, targets, key.turn)
    return np.asarray(more[:, None] + _priced(wrong + near[:, None]))


def _priced(wrong: Array) -> Array:
    """Degrees that are missed → price: squared while small, then each the same, so that one
    posture is missed rather than all of them a little."""
    over = np.clip(wrong - 2, 0, None)
    even = np.clip(over, 0, 2 * GOOD_ENOUGH)
    return np.asarray((even / GOOD_ENOUGH) ** 2 + _MORE * (over - even) + _MISS * (wrong > _MISSED))


def _in_the_way(rig: Rig, key: Key, wrists: Array, turns: Array) -> Array:
    """(K,) the price of hands inside the body and of fingertips that cover the face."""
    deep = hand_depth(rig, key.side, wrists, turns, key.track.angles[key.row])
    out = _INSIDE * np.clip(deep - _GIVE, 0, None)
    if key.head:
        return np.asarray(out)
    chin = rig.landmarks["chin"].position
    tips = wrists + _HAND * rotate(turns, hand(rig, key.side).f)
    high = np.clip(tips[:, 1] - chin[1] + _BELOW_CHIN, 0, None)
    return np.asarray(out + _COVERED * high * (np.abs(tips[:, 0]) < _FACE))


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
