"""Ways round what a hand is deep in: head, trunk, the other hand and arm.

Pushes to the nearest surface (``collide``) lead a hand out of flesh, but in the middle of a head or
between fingers the nearest surface changes sides from frame to frame, and the pushes cancel out.
Here a hand looks at many places around its way at once and takes the least dear way through places
and time: it passes on one side, from before it comes near until it is past.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.encounters import TOLERANCE, Limbs
from a11y.sign_avatar.motion.flesh import (
    Rows,
    away_from_body,
    beads,
    flesh,
    shares,
)
from a11y.sign_avatar.motion.flesh_loops import depth_at_places
from a11y.sign_avatar.motion.in_view import outside_at
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.limb import Arm, arm, elbow_ways, reaches
from a11y.sign_avatar.motion.loops import least_way
from a11y.sign_avatar.motion.rotations import Array, dot
from a11y.sign_avatar.motion.state import smooth

STUCK = 0.0055  # metres deep from which a way round is looked for
_SPACING, _FURTHEST = 0.045, 0.16  # metres between places, and from the way as it was
_STRIDE = 2  # frames between two that are looked at
_BEFORE = 0.6  # seconds before and after what is in the way
_ROUNDED = 1.2  # looks over which the way is made smooth
# What costs as much: metres inside, for one look; metres aside; metres from one look to the next.
_INSIDE, _ASIDE, _GOING = 0.0006, 0.10, 0.030
_UNSEEN = 0.0025  # metres beyond the picture's edge
_FIRM = 0.012  # metres aside of a hand that touches what is written
_LEAP = 0.075  # metres from one look to the next at most
_MARGIN = 0.003  # metres of air: places are looked at coarsely
_SPARSE = 0.9  # radii between spheres that are looked at
_SWIVELS = np.radians(np.arange(-120.0, 180.0, 40.0))
_FOREARM_AT, _UPPER_AT = (0.0, 0.3, 0.6), (0.2,)


@dataclass(frozen=True, eq=False, slots=True)
class _Ball:
    """Spheres of something: centres (T, B, 3), radii (B,)."""

    centres: Array
    radii: Array


def _places() -> Array:
    most = int(_FURTHEST / _SPACING) + 1
    grid = _SPACING * np.array(list(product(range(-most, most + 1), repeat=3)))
    return np.asarray(grid[np.sqrt(dot(grid, grid)) <= _FURTHEST])


_PLACES = _places()
_AWAY = np.sqrt(dot(_PLACES, _PLACES))
_APART = np.sqrt(((_PLACES[:, None] - _PLACES) ** 2).sum(axis=-1))
_STEP_COST = np.where(_APART > _LEAP, np.inf, (_APART / _GOING) ** 2)


def detours(
    rig: Rig,
    world: World,
    parts: Limbs,
    wrists: Array,
    moved: Array,
    deep: Array,
    *,
    rate: float,
    firm: Array,
) -> Array:
    """(T, 2, 3) metres by which right and left wrist should leave their ways ``wrists`` (T, 2, 3);
    nothing where nobody is stuck.

    parts: limbs as posed with the wrists ``moved`` (T, 2, 3); deep: (T,) how deep they are then;
    firm: (T, 2) 1 where a hand touches what is written.
    """
    out = np.zeros_like(moved)
    reach = round(_BEFORE * rate)
    for first, last in _stretches(deep > STUCK, reach):
        rows = np.unique(np.append(np.arange(first, last, _STRIDE), last - 1))
        if len(rows) < 4:
            continue
        sides = [_Hand(rig, world, parts, wrists, moved, rows, side) for side in SIDES]
        alone = [
            one.costs + firm[rows, k, None] * (_AWAY / _FIRM) ** 2 for k, one in enumerate(sides)
        ]
        # Each for itself first; then the right hand round the left one, and the left one round it.
        ways = [_least(cost) for cost in alone]
        for k in (0, 1):
            other = sides[1 - k].shifted(ways[1 - k])
            ways[k] = _least(alone[k] + _priced(sides[k].depth_in(other)))
        for k, way in enumerate(ways):
            shift = smooth(_PLACES[way], _ROUNDED)
            for axis in range(3):
                out[first:last, k, axis] = np.interp(np.arange(first, last), rows, shift[:, axis])
    return out


def _stretches(stuck: NDArray[np.bool_], around: int) -> Iterator[tuple[int, int]]:
    """Spans [first, last) of frames around those that are stuck."""
    wide = np.convolve(stuck, np.ones(2 * around + 1), "same") > 0.5
    edges = np.flatnonzero(np.diff(np.concatenate([[0], wide.astype(int), [0]])))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


@lru_cache(maxsize=32)
def _spread(rig: Rig, part: str) -> Rows:
    """The numbers of those spheres of a limb that will do for a coarse look."""
    parts = flesh(rig, part)
    centres, radii, _ = beads(rig, part, (parts.starts, parts.ends))
    kept: list[int] = []
    for number, (centre, radius) in enumerate(zip(centres, radii, strict=True)):
        away = centres[kept] - centre
        if not kept or dot(away, away).min() > (_SPARSE * radius) ** 2:
            kept.append(number)
    return np.array(kept)


class _Hand:
    """One arm at the frames ``rows``, at every place it could be."""

    def __init__(
        self,
        rig: Rig,
        world: World,
        parts: Limbs,
        wrists: Array,
        moved: Array,
        rows: Rows,
        side: str,
    ) -> None:
        k = SIDES.index(side)
        self.own: list[tuple[_Ball, Array]] = []  # spheres, and how far each goes with the wrist
        back = moved[rows, k][:, None]
        for kind in ("hand", "arm", "upper"):
            name = f"{kind}.{side}"
            ends = (parts[name][0][rows], parts[name][1][rows])
            centres, radii, owner = beads(rig, name, ends)
            few = _spread(rig, name)
            centres, radii, owner = centres[:, few], radii[few], owner[few]
            follows = np.ones(len(radii))
            if kind == "arm":
                follows = shares(rig, name, f"lowerarm01.{side}", f"wrist.{side}")[owner]
            elif kind == "upper":
                follows = np.zeros(len(radii))
            self.own.append((_Ball(centres - follows[:, None] * back, radii), follows))
        self.costs = self._alone(rig, world, wrists[rows, k], rows, side)

    def _alone(self, rig: Rig, world: World, wrists: Array, rows: Rows, side: str) -> Array:
        """(R, P) cost of each place, the other arm left out."""
        ball, _ = self.own[0]
        one = arm(rig, side)
        posed = _at(world, rows)
        gap = away_from_body(rig, posed, ball.centres[:, :, None] + _PLACES)
        deep = np.clip((ball.radii[:, None] - gap).max(axis=1), 0, None)
        shoulder = np.broadcast_to(posed.joint(f"upperarm01.{side}")[1], wrists.shape)
        goals = wrists[:, None] + _PLACES
        deep = np.maximum(deep, _elbow_depth(rig, one, posed, shoulder, goals))
        away = np.sqrt(dot(goals - shoulder[:, None], goals - shoulder[:, None]))
        nearest, farthest = reaches(one)
        over = np.clip(np.maximum(away - farthest, nearest - away), 0, None)
        unseen = np.clip(outside_at(rig, ball.centres, _PLACES), 0, None) / _UNSEEN
        return np.asarray(_priced(deep) + over / _INSIDE + unseen + (_AWAY / _ASIDE) ** 2)

    def shifted(self, way: Rows) -> _Ball:
        """The whole arm on a way through the places."""
        shift = _PLACES[way][:, None]
        centres = [ball.centres + follows[:, None] * shift for ball, follows in self.own]
        radii = [ball.radii for ball, _ in self.own]
        return _Ball(np.concatenate(centres, axis=1), np.concatenate(radii))

    def depth_in(self, other: _Ball) -> Array:
        """(R, P) how deep hand and forearm are in the other arm."""
        deep = np.zeros((len(other.centres), len(_PLACES)))
        for ball, follows in self.own[:2]:
            now = depth_at_places(
                ball.centres, ball.radii, follows, other.centres, other.radii, _PLACES
            )
            deep = np.maximum(deep, now)
        return deep


def _at(world: World, rows: Rows) -> World:
    """The same body at some of its frames."""
    local = {
        name: turn if turn.ndim == 1 else turn[rows if len(turn) > 1 else slice(None)]
        for name, turn in world.local.items()
    }
    return World(world.body, local)


def _elbow_depth(rig: Rig, one: Arm, posed: World, shoulder: Array, goals: Array) -> Array:
    """(R, P) how deep forearm and elbow are in the body with the elbow where it is out best."""
    side = one.side
    above, _ = posed.joint(one.body.parent(f"clavicle.{side}") or f"clavicle.{side}")
    above = np.broadcast_to(above, (len(goals), 4))[:, None, None]
    origin = shoulder[:, None, None]
    upper, lower, _ = elbow_ways(one, origin, above, goals[:, :, None], _SWIVELS)
    elbow = origin + upper * one.upper_length
    part, ends = f"arm.{side}", (f"lowerarm01.{side}", f"wrist.{side}")
    radii = np.interp(_FOREARM_AT, shares(rig, part, *ends), flesh(rig, part).radii)
    thick = float(flesh(rig, f"upper.{side}").radii.mean())
    deep = np.zeros(elbow.shape[:-1])
    for share, radius in zip(_FOREARM_AT, radii, strict=True):
        gap = away_from_body(rig, posed, elbow + share * one.lower_length * lower)
        deep = np.maximum(deep, radius - gap)
    for share in _UPPER_AT:
        gap = away_from_body(rig, posed, elbow + share * (origin - elbow))
        deep = np.maximum(deep, thick - gap)
    return np.asarray(deep.min(axis=-1))


def _priced(deep: Array) -> Array:
    return np.asarray(np.clip(deep + _MARGIN - TOLERANCE, 0, None) / _INSIDE)


def _least(cost: Array) -> Rows:
    """(R,) the least dear way through the places, from the way as it was back to it."""
    home = int(np.argmin(_AWAY))
    ends = np.full((2, len(_PLACES)), np.inf)
    ends[:, home] = cost[0, home], cost[-1, home]
    way: Rows = least_way(np.concatenate([ends[:1], cost[1:-1], ends[1:]]), _STEP_COST).astype(int)
    return way
