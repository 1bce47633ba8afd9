"""How a hand turns on its way: as forearms roll and wrists bend, not the shortest way in the
air. From palm up to palm down a forearm goes by thumb up; the shortest way may go by thumb down,
which no forearm can do, and the elbow would fly up to help.
"""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.limb import arm, elbow_ways, wrist_angles
from a11y.sign_avatar.motion.limits import missing
from a11y.sign_avatar.motion.reachable import shoulders
from a11y.sign_avatar.motion.rotations import (
    IDENTITY,
    Array,
    about,
    from_vector,
    inverse,
    multiply,
    slerp,
    to_vector,
)
from a11y.sign_avatar.motion.swivel import choose_swivel

_APART, _CLEARANCE = 10.0, 0.13  # seconds; metres from the spine to an elbow
_UNSEEN = np.radians(6.0)  # that the shortest way may ask too much of an arm


def swivels(rig: Rig, side: str, wrists: Array, turns: Array) -> Array:
    """(2,) swivels of the elbow that are best for two postures, each chosen for itself.

    wrists: (2, 3). turns: (2, 4)."""
    one = arm(rig, side)
    above, read = np.repeat(IDENTITY[None], 2, 0), np.ones(2)
    origin = shoulders(one, wrists)
    return choose_swivel(one, origin, above, wrists, turns, read, _APART, _CLEARANCE, None)


def turned(rig: Rig, side: str, ends: tuple[Array, Array], wrists: Array, way: Array) -> Array:
    """(N, 4) how a hand is turned on its way.

    ends: how it is turned before and behind (4,). wrists: (N + 2, 3) where the wrist is, both ends
    included. way: (N,) shares of the way. The shortest turn, where the arm can do that; else
    forearm and wrist go evenly from one posture's angles to the other's.
    """
    one = arm(rig, side)
    shares = np.concatenate([[0.0], way, [1.0]])
    shortest = slerp(ends[0][None], ends[1][None], shares)
    edges = wrists[[0, -1]]
    first, last = swivels(rig, side, edges, np.stack(ends))
    swivel = first + shares * (last - first)
    above = np.repeat(IDENTITY[None], len(wrists), 0)
    _, lower, hinge = elbow_ways(one, shoulders(one, wrists), above, wrists, swivel)
    fore, turn, flexion, deviation = wrist_angles(one, lower, hinge, shortest)
    asked = missing(turn, flexion, deviation)
    if asked.max() <= max(asked[0], asked[-1]) + _UNSEEN:
        return shortest[1:-1]
    sign = 1.0 if side == "R" else -1.0
    rolls = sign * (turn[0] + shares * (turn[-1] - turn[0]) - one.turn_at_rest)
    rolled = about(one.lower, rolls)
    relative = multiply(inverse(fore), shortest)
    bends = [to_vector(multiply(inverse(rolled[row]), relative[row])) for row in (0, -1)]
    bend = bends[0] + shares[:, None] * (bends[1] - bends[0])
    return np.asarray(multiply(fore, multiply(rolled, from_vector(bend))))[1:-1]
