"""States of a sign from which ``polish`` begins: where in its area each hand could be, and with
which turn of trunk and head, told from everything the arms can do (``spans``)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from a11y.sign_avatar.motion import spans
from a11y.sign_avatar.motion.keys import Key, Together
from a11y.sign_avatar.motion.limb import Arm
from a11y.sign_avatar.motion.limits import AT_EASE, GIRDLE_MOST, LIMBER, Leeway
from a11y.sign_avatar.motion.reachable import SWIVELS
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.team import Pose, Team

Group = tuple[list[Key], Together]
Rows = NDArray[np.intp]
_EDGE = 1.6  # shares of the most beyond one are the most
_MESH = 0.035  # metres between the places of a cloud: nearer is as good as there
_HOPELESS = 0.2  # metres: farther is not worse
_PLAIN = 0.01  # metres that a price of one of a place counts as
_FEW = 8  # states from which on every second swivel is enough


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard is sought where more may turn. turns: of trunk and head that are tried; polished:
    states that are improved; kept: the ones among those that are improved to the end, in
    ``rounds``. allowed: degrees that every hand may be off then (see ``polish.Last``). scattered:
    states drawn altogether at random on top. leeway: of trunk and head. seed: of what is drawn."""

    turns: int
    polished: int
    kept: int
    rounds: int
    allowed: float = 0.0
    scattered: int = 0
    leeway: Leeway = AT_EASE
    seed: int = 0


QUICK, THOROUGH = Effort(64, 16, 6, 18), Effort(160, 48, 16, 30)
# Where a posture is still missed: all that a limber person does, and more of it.
UTMOST = Effort(320, 96, 20, 40, allowed=5.0, leeway=LIMBER)
AGAIN = Effort(64, 16, 40, 40, allowed=7.0, scattered=200, leeway=LIMBER, seed=1)


def anywhere(grouped: list[Group], team: Team, most: Leeway, effort: Effort) -> Pose:
    """The most promising of many turns of trunk and head, from none to all that is allowed
    (``most``), every group of hands in the place of its area that its arms come nearest to then."""
    random = np.random.default_rng(
        (len(team.members), effort.seed) if effort.seed else len(team.members)
    )
    many = effort.turns if most.trunk.any() or most.neck.any() else 1
    wild = np.linspace(0, 1, many)[:, None]
    trunk, neck = (
        # The best is often at the edge of what is allowed: many begin there.
        wild * _between(one, np.clip(random.uniform(-_EDGE, _EDGE, (many, 3)), -1, 1))
        for one in (most.trunk, most.neck)
    )
    far = [_far(group, k, team, trunk, neck) for k, (group, _) in enumerate(grouped)]
    each = np.sum([one.min(axis=1) for one in far], axis=0)
    best = np.argsort(each, kind="stable")[: effort.polished // 2]
    rows = np.resize(best, effort.polished)
    first = np.arange(effort.polished) < len(best)
    chosen = []
    for one in far:
        # The nearest place, and others that are as good: flesh may be in the way of the first.
        good = one[rows] <= one[rows].min(axis=1, keepdims=True) + _MESH
        other = np.argmax(good * random.uniform(0.5, 1, good.shape), axis=1)
        chosen.append(np.where(first, np.argmin(one[rows], axis=1), other))
    turns = (np.repeat(one[rows, None], 2, axis=1) for one in (trunk, neck))
    return with_elbows(team, chosen_states(grouped, team, np.array(chosen), *turns))


def _far(group: list[Key], number: int, team: Team, trunk: Array, neck: Array) -> Array:
    """(T, C) metres by which the hands of a group miss, together, what their arms can do, for
    turns (T, 3) of trunk and head and each of the group's places; dear places count as farther."""
    alone = Team(tuple(replace(one, group=0) for one in team.members if one.group == number))
    turns, places, members = len(trunk), len(group[0].price), len(alone.members)
    rows = turns * places
    parts = np.stack([member.key.parts for member in alone.members], axis=1)
    pose = Pose(
        rooms=np.tile(group[0].rooms, (turns, 1))[:, None],
        slacks=np.zeros((rows, members, 3)),
        swivels=np.zeros((rows, members)),
        girdles=np.zeros((rows, members, 2)),
        trunk=np.repeat(trunk, places, axis=0)[:, None].repeat(2, axis=1),
        neck=np.repeat(neck, places, axis=0)[:, None].repeat(2, axis=1),
        parts=np.tile(parts, (turns, 1, 1)),
    )
    wrists, turned = alone.from_trunk(pose)
    out = np.zeros((turns, places)) + _PLAIN * group[0].price
    for k, member in enumerate(alone.members):
        own = wrists[:, k].reshape(turns, places, 3)
        ways = turned[::places, k]
        for t, cloud in enumerate(_clouds(member.one, ways.round(9).tobytes())):
            away = _HOPELESS if cloud is None else cloud.query(own[t])[0]
            out[t] += np.clip(away - _MESH - member.key.slack, 0, _HOPELESS)
    return out


@lru_cache(maxsize=12)  # of one sign: its hands, mirrored and each by itself
def _clouds(one: Arm, ways: bytes) -> tuple[cKDTree | None, ...]:
    """Everywhere the wrist can be for each of the hand's turns (B, 4), float64 as bytes."""
    turns = np.frombuffer(ways).reshape(-1, 4)
    return tuple(cKDTree(cloud) if len(cloud) else None for cloud in spans.wrists(one, turns))


def scattered(grouped: list[Group], team: Team, most: Leeway, effort: Effort) -> Pose:
    """States drawn at random in everything: where the clouds of single arms say little, since all
    hands must do with one trunk and stay together, sheer numbers say more."""
    random = np.random.default_rng(effort.seed)
    many, members = effort.scattered, len(team.members)
    chosen = np.stack([random.integers(0, len(group[0].rooms), many) for group, _ in grouped])
    turns = (
        np.repeat(_between(one, random.uniform(-1, 1, (many, 1, 3))), 2, axis=1)
        for one in (most.trunk, most.neck)
    )
    return replace(
        chosen_states(grouped, team, chosen, *turns),
        swivels=random.uniform(-np.pi, np.pi, (many, members)),
        girdles=random.uniform(-1, 1, (many, members, 2)) * GIRDLE_MOST,
    )


def _between(limits: Array, share: Array) -> Array:
    """Turns for shares -1 … 1 (…, 3) of the least and the most (2, 3)."""
    return np.asarray(np.where(share < 0, -share * limits[0], share * limits[1]))


def chosen_states(
    grouped: list[Group], team: Team, chosen: Rows, trunk: Array, neck: Array
) -> Pose:
    """States from the numbers (G, B) of each group's places."""
    rooms = [group[0].rooms[rows] for (group, _), rows in zip(grouped, chosen, strict=True)]
    parts = np.stack([one.key.parts[chosen[one.group]] for one in team.members], axis=1)
    none = np.zeros(parts.shape[:2])
    girdles = np.zeros((*parts.shape[:2], 2))
    return Pose(np.stack(rooms, axis=1), np.zeros_like(parts), none, girdles, trunk, neck, parts)


def with_elbows(team: Team, pose: Pose) -> Pose:
    """Every elbow where it bends the hand least out of its way."""
    tried = SWIVELS[::2] if len(pose.rooms) > _FEW else SWIVELS
    count, many = len(pose.rooms), len(tried)
    turned = replace(
        Pose(*(np.repeat(one, many, axis=0) for one in pose.values())),
        swivels=np.tile(tried, count)[:, None] * np.ones(len(team.members)),
    )
    wrong = np.linalg.norm(team.errors(turned), axis=2).reshape(count, many, -1)
    wrong = wrong + 0.02 * np.degrees(np.abs(tried - np.radians(18.0)))[None, :, None]
    return replace(pose, swivels=tried[np.argmin(wrong, axis=1)])
