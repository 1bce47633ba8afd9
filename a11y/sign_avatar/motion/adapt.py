"""How a person makes possible what is written: a little higher or further out, with another part of
the hand, with the trunk or the head turned.

A place is an area (``region``); inside it the hand goes where the arm can turn it as written. Where
no part of the hand is written, any part may touch. Where that is not enough the trunk turns or
leans a little, and the head goes towards a hand that is at it: signing space goes with the trunk,
places on the head with the head, finger and palm directions stay as the viewer sees them.
What then is still impossible is done as nearly as the joints allow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.collide import elbow_room, hand_depth
from a11y.sign_avatar.motion.fitted import progress
from a11y.sign_avatar.motion.following import following
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.keys import (
    Key,
    Together,
    far,
    groups,
    keys_of,
    lone,
    other_part,
    to_side,
    togetherness,
)
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.limits import Leeway
from a11y.sign_avatar.motion.mirroring import (
    Mirror,
    centred,
    in_the_middle,
    nodding,
    skew_price,
    springs,
)
from a11y.sign_avatar.motion.neck import with_head
from a11y.sign_avatar.motion.polish import Last, polished
from a11y.sign_avatar.motion.reachable import misfit, too_near
from a11y.sign_avatar.motion.region import POINT
from a11y.sign_avatar.motion.rotations import (
    Array,
    from_vector,
    multiply,
    rotate,
)
from a11y.sign_avatar.motion.scene import Scene
from a11y.sign_avatar.motion.starts import (
    QUICK,
    Effort,
    anywhere,
    chosen_states,
    scattered,
    with_elbows,
)
from a11y.sign_avatar.motion.state import Track
from a11y.sign_avatar.motion.swivel import Blocked
from a11y.sign_avatar.motion.team import COMFORT, Member, Placed, Pose, Team, bounds, degrees

GOOD_ENOUGH = 4.0  # degrees that nobody sees
_GOOD = 0.6  # cost (see ``_priced``) of what needs no adapting
_HAND, _FACE = 0.19, 0.12  # metres: wrist to fingertips, half the width kept free
_BELOW_CHIN = 0.03  # metres: the camera sees a hand in front of the chest a little higher
_GIVE = 0.0035  # metres a touching hand may be inside: skin gives
_STEP = 0.075  # metres between the places that are tried
_TRUNK_EFFORT = np.radians([18.0, 10.0, 10.0])
_NECK_EFFORT = np.radians([12.0, 14.0, 12.0])
# Turns of the face that viewers follow, price of ten degrees more, and the dearest that gets.
_SEEN, _UNSEEN, _UNSEEN_MOST = *np.radians([40.0, 10.0]), 12.0
_TRUNK_PRICE = 0.6  # for one such effort squared
_SLACK_PRICE = 0.3  # for ten centimetres that a movement ends elsewhere, squared
_SLACK_AT_ALL = 0.05  # on top, so that movements stay as written where nothing is gained
_SWING = 0.5  # the same for a trunk or a head that moves during the sign
_PRESSED = 400.0  # degrees that a metre inside the body counts as while states are polished
_INSIDE, _COVERED = 250.0, 20.0  # price of a metre inside the body, of fingers before the face
# Share of ``elbow_room``'s price for elbows and forearms inside the body; not dearer than a miss.
_ARM_INSIDE, _ARM_AT_MOST = 0.25, 5.0
_SWUNG = np.radians([0.0, 12.0, -12.0, 25.0, 40.0])  # that elbows swing out of the body for that
# Degrees from which a posture is not what was written, its price, and that of each degree more.
_MISSED, _MISS, _MORE = 9.0, 12.0, 0.4
_POOR = 4.0  # price from which mirrored hands are tried apart, and what that must gain
# Metres between the middles of hands that pass each other, price of a metre less, of a metre that
# arms cross, and moments that are looked at.
_APART, _PASSING, _CROSSED, _PASSING_ROWS = 0.13, 60.0, 10.0, 9
_STARTS = 8  # of the coarse search that are polished
_NONE: Array = np.zeros((2, 3))


@dataclass(frozen=True, eq=False, slots=True)
class Adaptation:
    """shifts: side → (2, 3) metres at start and end. trunk, neck: (2, 3) rotation vectors as in
    ``face.Face`` (torso, head), at start and end. cost: how badly it still fits; misfit: what of
    that is not as written or in flesh, and more than discomfort; missed: a posture is not what was
    written; pose: the state it is."""

    shifts: dict[str, Array]
    trunk: Array
    neck: Array
    cost: float
    misfit: float = 0.0
    missed: bool = False
    pose: Pose | None = None


def adapted(
    rig: Rig,
    scene: Scene,
    tracks: dict[str, Track],
    *,
    turning: bool = False,
    neck: Array = _NONE,
    effort: Effort = QUICK,
    since: Adaptation | None = None,
) -> Adaptation:
    """The best of what can be done for these tracks; ``turning``: trunk and head may turn (on top
    of what carries the hands already). neck: (2, 3) how the head is turned at start and end, of
    tracks that are relative to it. since: what was found before, which is begun with, too. Hands
    that mirror each other stay in the middle (``mirroring``), and do so no longer where that is
    impossible."""
    how = togetherness(scene)
    if not turning and _fits(rig, tracks, neck):
        return Adaptation({side: np.zeros((2, 3)) for side in tracks}, _NONE, neck, 0.0)
    before = None if since is None else since.pose

    def best_of(way: Together, mirror: Mirror) -> Adaptation:
        search = _Search(rig, scene, tracks, way, mirror, effort)
        return _best(search, neck, before, turning=turning)

    middle = not effort.allowed and in_the_middle(scene, tracks)
    mirror = Mirror.PRICED if middle else Mirror.NOTHING
    best = None
    if middle:
        best = best_of(how, Mirror.BOUND)
        if best.misfit <= _POOR:
            return best
    if best is None or how is not Together.MIRRORED or turning:
        other = best_of(how, mirror)
        best = other if best is None or other.cost < best.cost else best
    if how is Together.MIRRORED and best.cost > _POOR:
        free = best_of(Together.FREE, mirror)
        if free.cost < best.cost - _POOR:
            best = free
    return best


@dataclass(frozen=True, eq=False, slots=True)
class _Search:
    """What is sought: for which tracks of a scene, how their hands shift together, whether as a
    mirror image, and how hard."""

    rig: Rig
    scene: Scene
    tracks: dict[str, Track]
    how: Together
    mirror: Mirror
    effort: Effort


def _fits(rig: Rig, tracks: dict[str, Track], neck: Array) -> bool:
    """Nothing has to be adapted."""
    none = np.zeros((1, 3))
    for side, track in tracks.items():
        for row in (0, -1):
            head = float(track.head.max()) > 0
            key = Key(side, track, row, none, none, np.zeros(1), POINT, np.zeros(3), head=head)
            if float(_cost(rig, key, neck[row], Together.FREE)[0]) > _GOOD:
                return False
    return True


def _best(search: _Search, neck: Array, before: Pose | None, *, turning: bool) -> Adaptation:
    """The best of a coarse search over places, or of states at random where more may turn,
    polished."""
    rig, scene, tracks, how, effort = (
        search.rig,
        search.scene,
        search.tracks,
        search.how,
        search.effort,
    )
    keys = keys_of(rig, scene, tracks, how, _STEP)
    if search.mirror is Mirror.BOUND:
        keys = centred(keys, how)
    if how is Together.FREE:
        keys = following(scene, tracks, keys)
    grouped = groups(scene, keys, how)
    team = Team(
        tuple(
            Member(key, arm(rig, key.side), number, way, late, neck[int(late)])
            for number, (group, way) in enumerate(grouped)
            for key in group
            for late in _moments(keys, key, both=turning)
        )
    )
    leeway = effort.leeway
    most = Leeway(leeway.trunk * turning, leeway.neck * (turning and head_moves(tracks)))
    if search.mirror is Mirror.BOUND:
        most = nodding(most)
    if turning:
        start = anywhere(grouped, team, most, effort)
    else:
        start = _starts(rig, grouped, team, neck)
        if effort is not QUICK:
            start = start.joined(anywhere(grouped, team, most, QUICK))
    if effort.scattered:
        start = start.joined(scattered(grouped, team, most, effort))
    if before is not None and before.fits(start):
        start = start.joined(before)
    pose, price = _improved(search, team, start, most)
    shifts = {side: np.zeros((2, 3)) for side in tracks}
    wrists, _ = team.placed(pose)
    for number, member in enumerate(team.members):
        row = 1 if member.key.row else 0
        rows = (0, 1) if lone(keys, member.key.side) else (row,)
        shifts[member.key.side][list(rows)] = wrists[0, number] - member.key.wrist
    trunk, nod = (turn[0] if team.moving else turn[0][[0, 0]] for turn in (pose.trunk, pose.neck))
    errors = team.errors(pose)
    wrong = degrees(errors)
    misfit = float(_priced(wrong).sum() + _flesh_price(rig, team, pose)[0])
    missed = bool((wrong > _MISSED).any())
    return Adaptation(shifts, trunk, neck + nod, price, misfit, missed, pose)


def head_moves(tracks: dict[str, Track]) -> bool:
    """The head may go towards a hand: one is at it from start to end, and none comes or goes."""
    shares = [(float(track.head.min()), float(track.head.max())) for track in tracks.values()]
    return (1.0, 1.0) in shares and all(low == high for low, high in shares)


def _improved(search: _Search, team: Team, start: Pose, most: Leeway) -> tuple[Pose, float]:
    """The best of some states and of what polishing makes of them, and its price."""
    rig, effort = search.rig, search.effort
    limits = bounds(team, start, trunk=most.trunk, neck=most.neck)
    last = Last(effort.allowed, _flesh_of(rig, team)) if effort.allowed else None
    pulled = springs(team, start, search.mirror)
    done = polished(
        team, start, limits, keep=effort.kept, rounds=effort.rounds, springs=pulled, last=last
    )
    every = done.joined(replace(done, slacks=np.zeros_like(done.slacks)))
    if len(start.rooms) <= _STARTS:
        every = start.joined(every)
    every = _swung(rig, team, every)
    price = _price(rig, team, every)
    if search.mirror is not Mirror.NOTHING:
        price += skew_price(team, every, *team.placed(every))
    best = int(np.argmin(price))
    return every.only(np.array([best])), float(price[best])


def _moments(keys: list[Key], key: Key, *, both: bool) -> tuple[bool, ...]:
    """With which turn of the trunk (at the end: True) a key counts; a hand that stays counts with
    both while the other one moves."""
    if both and lone(keys, key.side) and any(one.row for one in keys):
        return (False, True)
    return (bool(key.row),)


def _starts(rig: Rig, grouped: list[tuple[list[Key], Together]], team: Team, neck: Array) -> Pose:
    """The best places of a coarse search."""
    chosen = []
    for group, way in grouped:
        table = np.sum([_cost(rig, key, neck[int(bool(key.row))], way) for key in group], axis=0)
        order = np.argsort(table + group[0].price, kind="stable")
        chosen.append(order[np.minimum(3 * np.arange(_STARTS), len(order) - 1)])
    none = np.zeros((_STARTS, 2, 3))
    return with_elbows(team, chosen_states(grouped, team, np.array(chosen), none, none))


def _price(rig: Rig, team: Team, pose: Pose) -> Array:
    """(B,) what is wrong with each state, what it costs to get there included."""
    out = np.zeros(len(pose.rooms))
    for turn, dear in ((pose.trunk, _TRUNK_EFFORT), (pose.neck, _NECK_EFFORT)):
        out += _TRUNK_PRICE * (turn**2 / dear**2).sum(axis=2).max(axis=1)
        if team.moving:
            out += _SWING * ((turn[:, 1] - turn[:, 0]) ** 2 / dear**2).sum(axis=1)
    if any(member.key.head for member in team.members):
        # The head goes with trunk and neck then; the viewer must still see the face.
        away = np.abs(pose.trunk[..., 1] + pose.neck[..., 1]).max(axis=1)
        out += np.minimum((np.clip(away - _SEEN, 0, None) / _UNSEEN) ** 2, _UNSEEN_MOST)
    moved = set()
    wrists, _ = team.placed(pose)
    out = out + _posture_price(rig, team, pose).sum(axis=1)
    out = out + _flesh_price(rig, team, pose)
    for number, member in enumerate(team.members):
        key = member.key
        if member.group not in moved:
            moved.add(member.group)
            parts = pose.parts[:, number]
            out = out + far(parts + key.along(pose.rooms[:, member.group])) + other_part(parts)
        slack = np.linalg.norm(pose.slacks[:, number], axis=1)
        out = out + _SLACK_PRICE * (slack / 0.1) ** 2 + _SLACK_AT_ALL * (slack > 1e-6)
    return np.asarray(out + _passing(team, wrists))


def _flesh_price(rig: Rig, team: Team, pose: Pose) -> Array:
    """(B,) the price of hands inside the body or before the face."""
    wrists, turns = team.placed(pose)
    out = np.zeros(len(wrists))
    for number, member in enumerate(team.members):
        out += _in_the_way(rig, member.key, wrists[:, number], turns[:, number])
    return out


def _posture_price(rig: Rig, team: Team, pose: Pose) -> Array:
    """(B, K) the price of each posture: misses, discomfort, elbow and forearm inside the body."""
    errors = team.errors(pose)
    out = _priced(degrees(errors), errors[..., COMFORT])
    limbs = team.limbs(pose)
    for number, member in enumerate(team.members):
        inside = _blocked(rig, member.key.side)(
            limbs[0][:, number], limbs[1][:, number, None], limbs[2][:, number, None]
        )
        out[:, number] += np.minimum(_ARM_INSIDE * inside[:, 0], _ARM_AT_MOST)
    return out


def _swung(rig: Rig, team: Team, pose: Pose) -> Pose:
    """The same states, each elbow swung to where its posture is least dear: one that is in the body
    is no reason to lift the hands where it can get out."""
    ways = [replace(pose, swivels=pose.swivels + by) for by in _SWUNG]
    price = np.stack([_posture_price(rig, team, one) for one in ways])
    return replace(pose, swivels=pose.swivels + _SWUNG[np.argmin(price, axis=0)])


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


def _cost(rig: Rig, key: Key, neck: Array, how: Together) -> Array:
    """(K,) what is wrong with a key for each of its shifts, the trunk as it is."""
    one = arm(rig, key.side)
    wrists = key.wrist + key.shifts * to_side(key.side, how)
    targets, turn = wrists, key.turn
    if key.head and neck.any():
        targets = with_head(one.body, np.broadcast_to(neck, wrists.shape), wrists)
        turn = multiply(from_vector(neck), turn)
    wrong = misfit(one, targets, turn[None])[:, 0]
    near = too_near(targets) if key.free else np.zeros(len(targets))
    return np.asarray(_in_the_way(rig, key, wrists, key.turn) + _priced(wrong + near))


def _priced(wrong: Array, dear: Array | float = 0.0) -> Array:
    """Degrees that are missed → price: squared while small, then each the same, so that one
    posture is missed rather than all of them a little. dear: degrees of discomfort, which cost
    the same but are no miss."""
    over = np.clip(wrong + dear - 2, 0, None)
    even = np.clip(over, 0, 2 * GOOD_ENOUGH)
    return np.asarray((even / GOOD_ENOUGH) ** 2 + _MORE * (over - even) + _MISS * (wrong > _MISSED))


def _flesh_of(rig: Rig, team: Team) -> Placed:
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
