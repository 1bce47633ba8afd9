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

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.following import following
from a11y.sign_avatar.motion.keys import Key, Together, groups, keys_of, lone, togetherness
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
from a11y.sign_avatar.motion.polish import Last, polished
from a11y.sign_avatar.motion.prices import (
    MISSED,
    flesh_price,
    key_price,
    posture_price,
    pressed,
    priced,
    state_price,
)
from a11y.sign_avatar.motion.region import POINT
from a11y.sign_avatar.motion.rotations import Array
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
from a11y.sign_avatar.motion.team import Member, Pose, Team, bounds, degrees

_GOOD = 0.6  # price (see ``prices.key_price``) of what needs no adapting
_STEP = 0.075  # metres between the places that are tried
_SWUNG = np.radians([0.0, 12.0, -12.0, 25.0, 40.0])  # that elbows swing out of the body for that
_POOR = 4.0  # price from which mirrored hands are tried apart, and what that must gain
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
            if float(key_price(rig, key, neck[row], Together.FREE)[0]) > _GOOD:
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
    misfit = float(priced(wrong).sum() + flesh_price(rig, team, pose)[0])
    missed = bool((wrong > MISSED).any())
    return Adaptation(shifts, trunk, neck + nod, price, misfit, missed, pose)


def head_moves(tracks: dict[str, Track]) -> bool:
    """The head may go towards a hand: one is at it from start to end, and none comes or goes."""
    shares = [(float(track.head.min()), float(track.head.max())) for track in tracks.values()]
    return (1.0, 1.0) in shares and all(low == high for low, high in shares)


def _improved(search: _Search, team: Team, start: Pose, most: Leeway) -> tuple[Pose, float]:
    """The best of some states and of what polishing makes of them, and its price."""
    rig, effort = search.rig, search.effort
    limits = bounds(team, start, trunk=most.trunk, neck=most.neck)
    last = Last(effort.allowed, pressed(rig, team)) if effort.allowed else None
    pulled = springs(team, start, search.mirror)
    done = polished(
        team, start, limits, keep=effort.kept, rounds=effort.rounds, springs=pulled, last=last
    )
    every = done.joined(replace(done, slacks=np.zeros_like(done.slacks)))
    if len(start.rooms) <= _STARTS:
        every = start.joined(every)
    every = _swung(rig, team, every)
    price = state_price(rig, team, every)
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
        table = np.sum(
            [key_price(rig, key, neck[int(bool(key.row))], way) for key in group], axis=0
        )
        order = np.argsort(table + group[0].price, kind="stable")
        chosen.append(order[np.minimum(3 * np.arange(_STARTS), len(order) - 1)])
    none = np.zeros((_STARTS, 2, 3))
    return with_elbows(team, chosen_states(grouped, team, np.array(chosen), none, none))


def _swung(rig: Rig, team: Team, pose: Pose) -> Pose:
    """The same states, each elbow swung to where its posture is least dear: one that is in the body
    is no reason to lift the hands where it can get out."""
    ways = [replace(pose, swivels=pose.swivels + by) for by in _SWUNG]
    price = np.stack([posture_price(rig, team, one) for one in ways])
    return replace(pose, swivels=pose.swivels + _SWUNG[np.argmin(price, axis=0)])
