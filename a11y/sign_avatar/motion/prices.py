"""What a state that ``adapt`` tries costs: what it misses, what is in flesh or before the face, how
far trunk, head and hands go for it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.collide import elbow_room, hand_depth
from a11y.sign_avatar.motion.ease import weights
from a11y.sign_avatar.motion.fitted import progress
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.keys import Key, Together, far, other_part, to_side
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.neck import with_head
from a11y.sign_avatar.motion.reachable import misfit, too_near
from a11y.sign_avatar.motion.rotations import Array, from_vector, multiply, rotate
from a11y.sign_avatar.motion.swivel import Blocked
from a11y.sign_avatar.motion.team import COMFORT, Placed, Pose, Team, degrees

_GOOD_ENOUGH = 4.0  # degrees that nobody sees
_HAND, _FACE = 0.19, 0.12  # metres: wrist to fingertips, half the width kept free
_BELOW_CHIN = 0.03  # metres: the camera sees a hand in front of the chest a little higher
_GIVE = 0.0035  # metres a touching hand may be inside: skin gives
_TRUNK_EFFORT = np.radians([18.0, 10.0, 10.0])
_NECK_EFFORT = np.radians([12.0, 14.0, 12.0])
# Turns of the face that viewers follow, price of ten degrees more, and the dearest that gets.
_SEEN, _UNSEEN, _UNSEEN_MOST = *np.radians([40.0, 10.0]), 12.0
_SWING = 0.5  # the same for a trunk or a head that moves during the sign
_SLACK_PRICE = 0.3  # for ten centimetres that a movement ends elsewhere, squared
_SLACK_AT_ALL = 0.05  # on top, so that movements stay as written where nothing is gained
_PRESSED = 400.0  # degrees that a metre inside the body counts as while states are polished
_INSIDE, _COVERED = 250.0, 20.0  # price of a metre inside the body, of fingers before the face
# Share of ``elbow_room``'s price for elbows and forearms inside the body; not dearer than a miss.
_ARM_INSIDE, _ARM_AT_MOST = 0.25, 5.0
# Degrees from which a posture is not what was written, its price, and that of each degree more.
MISSED, MISS, _MORE = 9.0, 12.0, 0.4
# Metres between the middles of hands that pass each other, price of a metre less, of a metre that
# arms cross, and moments that are looked at.
_APART, _PASSING, _CROSSED, _PASSING_ROWS = 0.13, 60.0, 10.0, 9


def state_price(rig: Rig, team: Team, pose: Pose) -> Array:
    """(B,) what is wrong with each state, what it costs to get there included."""
    out = np.zeros(len(pose.rooms))
    for turn, dear in ((pose.trunk, _TRUNK_EFFORT), (pose.neck, _NECK_EFFORT)):
        out += weights().trunk * (turn**2 / dear**2).sum(axis=2).max(axis=1)
        if team.moving:
            out += _SWING * ((turn[:, 1] - turn[:, 0]) ** 2 / dear**2).sum(axis=1)
    if any(member.key.head for member in team.members):
        # The head goes with trunk and neck then; the viewer must still see the face.
        away = np.abs(pose.trunk[..., 1] + pose.neck[..., 1]).max(axis=1)
        out += np.minimum((np.clip(away - _SEEN, 0, None) / _UNSEEN) ** 2, _UNSEEN_MOST)
    moved = set()
    wrists, _ = team.placed(pose)
    out = out + posture_price(rig, team, pose).sum(axis=1)
    out = out + flesh_price(rig, team, pose)
    for number, member in enumerate(team.members):
        key = member.key
        if member.group not in moved:
            moved.add(member.group)
            parts = pose.parts[:, number]
            out = out + far(parts + key.along(pose.rooms[:, member.group])) + other_part(parts)
        slack = np.linalg.norm(pose.slacks[:, number], axis=1)
        out = out + _SLACK_PRICE * (slack / 0.1) ** 2 + _SLACK_AT_ALL * (slack > 1e-6)
    return np.asarray(out + _passing(team, wrists))


def flesh_price(rig: Rig, team: Team, pose: Pose) -> Array:
    """(B,) the price of hands inside the body or before the face."""
    wrists, turns = team.placed(pose)
    out = np.zeros(len(wrists))
    for number, member in enumerate(team.members):
        out += _in_the_way(rig, member.key, wrists[:, number], turns[:, number])
    return out


def posture_price(rig: Rig, team: Team, pose: Pose) -> Array:
    """(B, K) the price of each posture: misses, discomfort, elbow and forearm inside the body."""
    errors = team.errors(pose)
    out = priced(degrees(errors), errors[..., COMFORT])
    limbs = team.limbs(pose)
    for number, member in enumerate(team.members):
        inside = _blocked(rig, member.key.side)(
            limbs[0][:, number], limbs[1][:, number, None], limbs[2][:, number, None]
        )
        out[:, number] += np.minimum(_ARM_INSIDE * inside[:, 0], _ARM_AT_MOST)
    return out


@lru_cache(maxsize=8)
def _blocked(rig: Rig, side: str) -> Blocked:
    """What ``collide.elbow_room`` says of the upright body."""
    return elbow_room(rig, World(skeleton(rig), {}), side)


def _passing(team: Team, wrists: Array) -> Array:
    """(B,) the price of hands that come too near to each other on their ways, or farther past each
    other than is written, so that the arms cross, where they need not meet. wrists: (B, K, 3) of
    the members."""
    ways, written = [], []
    for side in ("R", "L"):
        own = [k for k, one in enumerate(team.members) if one.key.side == side]
        if not own or any(team.members[k].way is not Together.FREE for k in own):
            return np.zeros(len(wrists))
        first, last = (wrists[:, k] - team.members[k].key.wrist for k in (min(own), max(own)))
        key = team.members[own[0]].key
        rows = np.round(np.linspace(0, len(key.track) - 1, _PASSING_ROWS)).astype(int)
        share = progress(key.track)[rows, None]
        middle = key.track.wrist[rows] + rotate(key.track.turn[rows], key.anchor)
        written.append(middle)
        ways.append(middle + first[:, None] + share * (last - first)[:, None])
    between = ways[1] - ways[0]  # from the right hand to the left
    near = np.clip(_APART - np.linalg.norm(between, axis=-1).min(axis=1), 0, None)
    meant = max(0.0, float((written[0] - written[1])[:, 0].max()))
    crossed = np.clip(-between[..., 0].min(axis=1) - meant, 0, None)
    return np.asarray(_PASSING * near + _CROSSED * crossed)


def key_price(rig: Rig, key: Key, neck: Array, how: Together) -> Array:
    """(K,) what is wrong with a key for each of its shifts, the trunk as it is."""
    one = arm(rig, key.side)
    wrists = key.wrist + key.shifts * to_side(key.side, how)
    targets, turn = wrists, key.turn
    if key.head and neck.any():
        targets = with_head(one.body, np.broadcast_to(neck, wrists.shape), wrists)
        turn = multiply(from_vector(neck), turn)
    wrong = misfit(one, targets, turn[None])[:, 0]
    near = too_near(targets) if key.free else np.zeros(len(targets))
    return np.asarray(_in_the_way(rig, key, wrists, key.turn) + priced(wrong + near))


def priced(wrong: Array, dear: Array | float = 0.0) -> Array:
    """Degrees that are missed → price: squared while small, then each the same, so that one
    posture is missed rather than all of them a little. dear: degrees of discomfort, which cost
    the same but are no miss."""
    over = np.clip(wrong + dear - 2, 0, None)
    even = np.clip(over, 0, 2 * _GOOD_ENOUGH)
    return np.asarray((even / _GOOD_ENOUGH) ** 2 + _MORE * (over - even) + MISS * (wrong > MISSED))


def pressed(rig: Rig, team: Team) -> Placed:
    """Degrees that hands inside the body count as while states are polished."""

    def inside(wrists: Array, turns: Array) -> Array:
        out = np.empty(wrists.shape[:-1])
        for number, member in enumerate(team.members):
            key = member.key
            own = wrists[..., number, :].reshape(-1, 3), turns[..., number, :].reshape(-1, 4)
            deep = hand_depth(rig, key.side, *own, key.track.angles[key.row])
            out[..., number] = deep.reshape(out.shape[:-1])
        return np.asarray(_PRESSED * np.clip(out - _GIVE, 0, None))

    return inside


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
