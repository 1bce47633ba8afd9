"""Mirrored hands stand in the signer's middle.

Two hands that are written as mirror images look drunken when they are moved aside, when one is
higher than the other, or when the trunk twists under them. So such a sign is sought as a mirror
image first: hands shift mirror-like, trunk and head only nod. Where that does not do, what leaves
the middle has a price, never above that of a posture that is missed.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

import numpy as np

from a11y.sign_avatar.motion.keys import Key, Together
from a11y.sign_avatar.motion.limits import Leeway
from a11y.sign_avatar.motion.rotations import Array, rotate
from a11y.sign_avatar.motion.scene import Scene
from a11y.sign_avatar.motion.state import Track
from a11y.sign_avatar.motion.team import Pose, Team

_MIDDLE = 0.01  # metres from the middle plane within which hands are written to be there
# Prices: of hands ten centimetres aside and of one that is twenty higher or further out than the
# other, squared; of trunk or head ten degrees turned or tilted, squared; the most of all that.
_ASIDE, _SKEWED, _TWISTED, _AT_MOST = 12.0, 4.0, 0.6, 10.0
_TEN_DEGREES = np.radians(10.0)
# Springs of ``polish``: between the two hands of a mirror image, and where that did not do; of
# hands that shift aside as one, and of a turned trunk.
_HARD, _SOFT, _DRAWN = 5.0, 0.6, 0.5


class Mirror(Enum):
    """What is asked of two hands: NOTHING; PRICED, rather a mirror image in the middle; BOUND,
    nothing else."""

    NOTHING = "nothing"
    PRICED = "priced"
    BOUND = "bound"


def in_the_middle(scene: Scene, tracks: dict[str, Track]) -> bool:
    """The hands of a symmetric sign begin at either side of the middle plane, as written."""
    if not scene.symmetric or len(tracks) < 2:
        return False
    aside = [
        (one.wrist[0] + rotate(one.turn[0], scene.hands[side].centre))[0]
        for side, one in tracks.items()
    ]
    return abs(float(np.mean(aside))) < _MIDDLE


def centred(keys: list[Key], how: Together) -> list[Key]:
    """Keys of hands at each other with the places in the middle only; mirrored ones as they are."""
    if how not in (Together.ALIKE, Together.MEETING):
        return keys
    out = []
    for key in keys:
        kept = np.abs(key.parts[:, 0] + key.rooms[:, 0]) < 1e-6
        room = replace(key.room, aside=(0.0, 0.0))
        out.append(
            replace(
                key,
                parts=key.parts[kept],
                rooms=key.rooms[kept],
                price=key.price[kept],
                room=room,
            )
        )
    return out


def nodding(leeway: Leeway) -> Leeway:
    """Trunk and head forward and back only."""
    forward = np.array([1.0, 0.0, 0.0])
    return Leeway(leeway.trunk * forward, leeway.neck * forward)


def springs(team: Team, like: Pose, mirror: Mirror) -> Array:
    """(r, n) what draws a sign's states to a mirror image in the middle, over ``Pose.flat``."""
    bound = mirror is Mirror.BOUND
    sizes = [one[0].size for one in like.values()[:-1]]
    rooms, slacks, _, _, trunk, neck = np.cumsum([0, *sizes[:-1]])
    rows: list[Array] = [np.zeros(sum(sizes))]
    if mirror is Mirror.NOTHING:
        return np.array(rows)

    def spring(weight: float, plus: int, minus: int | None = None) -> None:
        row = np.zeros(sum(sizes))
        row[plus] = weight
        if minus is not None:
            row[minus] = -weight
        rows.append(row)

    for one, other in pairs(team):
        first, second = team.members[one], team.members[other]
        for axis in range(3):
            spring(_HARD if bound else _SOFT, slacks + 3 * one + axis, slacks + 3 * other + axis)
            if first.group != second.group:
                spring(_SOFT, *(rooms + 3 * m.group + axis for m in (first, second)))
        if first.group == second.group and first.way in (Together.ALIKE, Together.MEETING):
            spring(_DRAWN, rooms + 3 * first.group)
    for turn in (trunk, neck):
        for late in range(2):
            for axis in (1, 2):
                spring(_DRAWN, turn + 3 * late + axis)
    return np.array(rows)


def skew_price(team: Team, pose: Pose, wrists: Array, turns: Array) -> Array:
    """(B,) the price of states that are not in the middle, for hands as they are ``Team.placed``:
    how they are shifted, how trunk and head are turned aside."""
    out = np.zeros(len(wrists))
    anchors = [member.key.anchor for member in team.members]
    shift = [
        wrists[:, k]
        + rotate(turns[:, k], anchors[k])
        - (member.key.wrist + rotate(member.key.turn, anchors[k]))
        for k, member in enumerate(team.members)
    ]
    for one, other in pairs(team):
        aside = (shift[one] + shift[other])[:, 0] / 2
        apart = (shift[one] - shift[other])[:, 1:] / 2
        own = _ASIDE * (aside / 0.1) ** 2 + _SKEWED * ((apart / 0.1) ** 2).sum(axis=1)
        out = np.maximum(out, own)
    heads = any(member.key.head for member in team.members)
    twist = pose.trunk[..., 1:] + heads * pose.neck[..., 1:]
    out += _TWISTED * ((twist / _TEN_DEGREES) ** 2).sum(axis=-1).max(axis=1)
    return np.asarray(np.minimum(out, _AT_MOST))


def pairs(team: Team) -> list[tuple[int, int]]:
    """The numbers of members that are the two hands at the same moment."""
    out = []
    for number, one in enumerate(team.members):
        if one.key.side == "R":
            out += [
                (number, k)
                for k, other in enumerate(team.members)
                if other.key.side == "L" and (other.key.row, other.late) == (one.key.row, one.late)
            ]
    return out
