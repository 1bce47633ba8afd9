"""No hand or forearm through trunk, head, other hand or arm: how deep they are, and what that asks
of wrists and elbows.

What is too deep becomes a demand on the way of a wrist: so far in that direction at that moment
(``apart`` meets them). Elbows yield by the arm's swivel (``elbow_room``). Contacts of a few
millimetres (skin gives) stay.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.encounters import (
    MEETINGS,
    TOLERANCE,
    Limbs,
    encounters,
    needed,
    way_apart,
)
from a11y.sign_avatar.motion.flesh import (
    Overlap,
    Rows,
    away_at_rest,
    away_from_body,
    beads,
    flesh,
    overlaps,
    segments,
    shares,
    way_out,
)
from a11y.sign_avatar.motion.kinematics import SIDES, World, skeleton
from a11y.sign_avatar.motion.limb import arm, reaches
from a11y.sign_avatar.motion.rotations import Array, dot, rotate, unit
from a11y.sign_avatar.motion.seating import balls
from a11y.sign_avatar.motion.swivel import Blocked
from a11y.sign_avatar.motion.yielding import Demands

_SEEN = 0.012  # metres before they touch, hands already take notice of each other
_REACH_SEEN = 0.05  # metres before an arm is straight, its reach already counts
_DEEP = 0.014  # metres from which the nearest way out is not to be trusted
_KEPT = 3  # demands a frame and pair of limbs: the deepest
_BODY = ("hand.R", "hand.L", "arm.R", "arm.L")
_COUNTED = (*_BODY, "upper.R", "upper.L")
_ARMPIT = 0.65  # share of the upper arm above which it lies against the trunk as it hangs
_LOOKS = 4  # moments of an encounter at which a common way out is tried
_DETOUR = 2.5  # how many times an overlap a common way out may be long
_BODY_FIRST = 2.0  # how much stronger the body's demands are than the other hand's
_FRONT = 0.35  # how much way out of the body leads to the front
_PAUSE = 0.15  # seconds that do not part one encounter of the hands from the next
_ELBOW_FOLLOWS = 0.4  # share with which an elbow goes where the wrist goes
_FOREARM_MOVES = 0.55  # what follows less than this is near the elbow
_SWIVELS_AWAY = 0.001  # metres that are left to the elbow's swivel
_ELBOW_PRICE = 900.0  # cost of a metre of elbow inside the body, see ``arm.solve``
_ELBOW_AWAY = 0.006  # metres from which an elbow inside the body is dearer by the square
_ELBOW_AIR = 0.007  # metres from the body at which elbows begin to keep off
_ELBOW_NEVER = 40.0  # how much dearer a metre beyond the tolerance is: nothing outbids it
_ELBOW_AT = (0.0, 0.2, 0.4, 0.65)  # shares of the forearm's length that are looked at
_UPPER_AT = (0.15, 0.3)  # of the upper arm's, from the elbow: further up it is the shoulder's flesh


def hand_depth(rig: Rig, side: str, wrists: Array, turn: Array, angles: Array) -> Array:
    """(K,) metres by which a hand with ``turn`` (4,) or (K, 4) and ``angles`` (21,) is inside trunk
    or head with its wrist at ``wrists`` (K, 3); the body upright at rest."""
    own = balls(rig, side, angles)
    turns = np.broadcast_to(turn, (len(wrists), 4))[:, None]
    gap = away_at_rest(rig, wrists[:, None] + rotate(turns, own.centres[None]))
    return np.asarray(np.maximum((own.radii - gap).max(axis=1), 0.0))


def elbow_room(rig: Rig, world: World, side: str) -> Blocked:
    """For ``arm.solve``: the price (T, S) of elbows at (T, S, 3) whose upper arm or forearm is
    inside trunk or head as posed in ``world``."""
    part, ends = f"arm.{side}", (f"lowerarm01.{side}", f"wrist.{side}")
    length = float(np.linalg.norm(np.subtract(*(skeleton(rig).head(end) for end in ends))))
    radii = np.interp(_ELBOW_AT, shares(rig, part, *ends), flesh(rig, part).radii)
    thick = float(flesh(rig, f"upper.{side}").radii.mean())

    def price(shoulders: Array, elbows: Array, ways: Array) -> Array:
        # Neighbours are near each other: every second elbow is looked at.
        some = priced(shoulders, elbows[:, ::2], ways[:, ::2])
        between = (some + np.roll(some, -1, axis=1)) / 2
        return np.stack([some, between], axis=2).reshape(len(some), -1)[:, : elbows.shape[1]]

    def priced(shoulders: Array, elbows: Array, ways: Array) -> Array:
        out = np.zeros(elbows.shape[:2])
        for share, radius in zip(_ELBOW_AT, radii, strict=True):
            gap = away_from_body(rig, world, elbows + share * length * ways)
            out = np.maximum(out, radius - gap + _ELBOW_AIR)
        for share in _UPPER_AT:
            gap = away_from_body(rig, world, elbows + share * (shoulders[:, None] - elbows))
            out = np.maximum(out, thick - gap + _ELBOW_AIR)
        deep = np.clip(out - _ELBOW_AIR - TOLERANCE, 0, None)
        return np.asarray(_ELBOW_PRICE * (out * (1 + out / _ELBOW_AWAY) + _ELBOW_NEVER * deep))

    return price


def limbs(rig: Rig, world: World, frames: int) -> Limbs:
    """Capsule ends (T, K, 3) of hands, forearms and upper arms."""
    names = [f"{kind}.{side}" for kind in ("hand", "arm", "upper") for side in SIDES]
    return {name: segments(world, flesh(rig, name), frames) for name in names}


def depths(rig: Rig, local: dict[str, Array], frames: int) -> dict[str, Array]:
    """Deepest overlap (T,) in metres of each pair of limbs, and of hands, forearms and the
    lower third of upper arms with the body (``hand.R body`` …); 0 where they are apart."""
    world = World(skeleton(rig), dict(local))
    parts = limbs(rig, world, frames)
    out = {}
    for name in _COUNTED:
        centres, radii, _ = _exposed(rig, name, parts)
        gap = away_from_body(rig, world, centres)
        out[f"{name} body"] = np.maximum((radii - gap).max(axis=1), 0.0)
    for one, two in MEETINGS:
        found = overlaps(parts[one], flesh(rig, one).radii, parts[two], flesh(rig, two).radii)
        out[f"{one} {two}"] = np.maximum(found.deep.max(axis=(1, 2)), 0.0)
    return out


def by_side(rig: Rig, local: dict[str, Array], frames: int) -> Array:
    """(T, 2) deepest overlap in metres that the right and the left arm take part in."""
    out = np.zeros((frames, len(SIDES)))
    for pair, deep in depths(rig, local, frames).items():
        for k, side in enumerate(SIDES):
            if any(part.endswith(f".{side}") for part in pair.split()):
                out[:, k] = np.maximum(out[:, k], deep)
    return out


def _exposed(rig: Rig, name: str, parts: Limbs) -> tuple[Array, Array, Array]:
    """The spheres of a limb that must not be in the body: centres (T, B, 3), radii (B,), and the
    share (B,) with which each of them goes where the wrist goes."""
    kind, _, side = name.partition(".")
    centres, radii, owner = beads(rig, name, parts[name])
    if kind == "hand":
        return centres, radii, np.ones(len(radii))
    if kind == "arm":
        along = shares(rig, name, f"lowerarm01.{side}", f"wrist.{side}")[owner]
        return centres, radii, _ELBOW_FOLLOWS + (1 - _ELBOW_FOLLOWS) * along
    along = shares(rig, name, f"upperarm01.{side}", f"lowerarm01.{side}")[owner]
    free = along > _ARMPIT
    return centres[:, free], radii[free], _ELBOW_FOLLOWS * along[free]


def penetrations(rig: Rig, local: dict[str, Array], frames: int) -> Array:
    """(T,) deepest overlap of hands and arms with trunk, head and each other, in metres."""
    return np.asarray(np.max(list(depths(rig, local, frames).values()), axis=0))


def reach_demands(
    rig: Rig, world: World, targets: dict[str, Array], moved: Array, demands: Demands
) -> Array:
    """Add what keeps wrists where arms can reach; returns by how much the worst is too far from
    its shoulder or too near to it (T,)."""
    worst = np.zeros(len(moved))
    for k, side in enumerate(SIDES):
        nearest, farthest = reaches(arm(rig, side))
        away = targets[side] + moved[:, k] - world.joint(f"upperarm01.{side}")[1]
        distance = np.sqrt(dot(away, away))
        for sign, over in ((-1.0, distance - farthest), (1.0, nearest - distance)):
            rows = np.flatnonzero(over > -_REACH_SEEN)
            way = sign * unit(away[rows])
            demands.add(rows, k, way, over[rows] + dot(way, moved[rows, k]))
            worst = np.maximum(worst, over)
    return worst


def body_demands(rig: Rig, world: World, parts: Limbs, moved: Array, demands: Demands) -> Array:
    """Add what keeps hands and forearms out of head and trunk; returns the greatest depth (T,)."""
    worst = np.zeros(len(moved))
    rows = np.arange(len(moved))[:, None]
    for name in _COUNTED:
        side = name.partition(".")[2]
        centres, radii, follows = _exposed(rig, name, parts)
        deep = radii - away_from_body(rig, world, centres)
        worst = np.maximum(worst, deep.max(axis=1))
        # The elbow's swivel sees to what is near it; the hand goes along where that is not enough.
        deep[:, follows < _FOREARM_MOVES] -= _SWIVELS_AWAY
        kept = min(_KEPT, deep.shape[1])
        few = np.argpartition(-deep, kept - 1, axis=1)[:, :kept]
        frame, column = np.nonzero(deep[rows, few] > -_SEEN)
        chosen = few[frame, column]
        if not len(frame):
            continue
        way = way_out(rig, world, centres[rows, few])[frame, column]
        inside = (deep[frame, chosen] > 0.01)[:, None]
        way = unit(way + _FRONT * inside * np.array([0.0, 0.0, 1.0]))
        k = SIDES.index(side)
        share = follows[chosen][:, None]
        need = deep[frame, chosen] - TOLERANCE + share[:, 0] * dot(way, moved[frame, k])
        demands.add(frame, k, _BODY_FIRST * share * way, _BODY_FIRST * need)
    return worst


def meeting_demands(
    rig: Rig, parts: Limbs, moved: Array, ways: Array, demands: Demands, *, rate: float
) -> Array:
    """Add what keeps the two hands and arms out of each other; returns the greatest depth (T,).
    ways: (T, 3) filled here: how the right hand leaves the left one through a deep encounter."""
    near = np.flatnonzero(_near(rig, parts))
    if not len(near):
        return np.zeros(len(moved))
    groups = {name: (a[near], b[near]) for name, (a, b) in parts.items()}
    found = {
        (one, two): overlaps(groups[one], flesh(rig, one).radii, groups[two], flesh(rig, two).radii)
        for one, two in MEETINGS
    }
    deepest = np.max([pair.deep.max(axis=(1, 2)) for pair in found.values()], axis=0)
    whole = np.zeros(len(moved))
    whole[near] = deepest
    for first, last in encounters(whole, round(_PAUSE * rate)):
        worst = first + int(np.argmax(whole[first:last]))
        if whole[worst] > _DEEP and not ways[first:last].any():
            inside = first + np.flatnonzero(whole[first:last] > TOLERANCE)
            looks = np.linspace(0, len(inside) - 1, _LOOKS).astype(int)
            some = np.unique([worst, *inside[looks]])
            ways[first:last] = way_apart(rig, groups, np.searchsorted(near, some))
    led = np.asarray(ways[near].any(axis=1))
    rows: Rows = np.flatnonzero(led & (deepest > -_SEEN))
    need = needed(rig, groups, rows, ways[near[rows]])
    # Where that way leads on through the other hand instead of off it, the nearest one is better.
    led[rows] = need < _DETOUR * np.maximum(deepest[rows], 0) + _DEEP
    kept = led[rows]
    need, rows = need[kept], rows[kept]
    for names, pair in found.items():
        _pair_demands(rig, names, pair, groups, near, np.logical_not(led), moved, demands)
    if len(rows):
        frame = near[rows]
        way = ways[frame]
        demands.add_pair(frame, way, -way, need + dot(way, moved[frame, 0] - moved[frame, 1]))
    return whole


def _near(rig: Rig, parts: Limbs) -> NDArray[np.bool_]:
    """(T,) any of the pairs that may meet could do so: the spheres around them are near."""
    middle, size = {}, {}
    for name, ends in parts.items():
        points = np.concatenate(ends, axis=1)
        middle[name] = points.mean(axis=1)
        off = points - middle[name][:, None]
        size[name] = np.sqrt(dot(off, off).max(axis=1)) + flesh(rig, name).radii.max()
    out = np.zeros(len(parts["hand.R"][0]), bool)
    for one, two in MEETINGS:
        apart = middle[one] - middle[two]
        out |= np.sqrt(dot(apart, apart)) < size[one] + size[two] + _SEEN
    return out


def _pair_demands(
    rig: Rig,
    names: tuple[str, str],
    pair: Overlap,
    groups: Limbs,
    near: Rows,
    wanted: NDArray[np.bool_],
    moved: Array,
    demands: Demands,
) -> None:
    """The deepest few places of one pair of limbs in every frame of ``near`` that is wanted."""
    deep = pair.deep
    flat = deep.reshape(len(deep), -1)
    kept = min(_KEPT, flat.shape[1] - 1)
    few = np.argpartition(-flat, kept, axis=1)[:, :kept]
    rows, column = np.nonzero((np.take_along_axis(flat, few, 1) > -_SEEN) & wanted[:, None])
    if not len(rows):
        return
    chosen = few[rows, column]
    frame = near[rows]
    first, second = np.unravel_index(chosen, deep.shape[1:])
    way = unit(pair.ways(groups[names[0]], groups[names[1]], rows, first, second))
    ways = []
    for name, which, sign in zip(names, (first, second), (1.0, -1.0), strict=True):
        kind, _, side = name.partition(".")
        follows = np.ones(len(rows))
        if kind == "arm":
            follows = shares(rig, name, f"lowerarm01.{side}", f"wrist.{side}")[which]
        elif kind == "upper":
            follows = np.zeros(len(rows))
        ways.append(sign * follows[:, None] * way)
    need = flat[rows, chosen] - TOLERANCE
    need = need + dot(ways[0], moved[frame, 0]) + dot(ways[1], moved[frame, 1])
    demands.add_pair(frame, ways[0], ways[1], need)
