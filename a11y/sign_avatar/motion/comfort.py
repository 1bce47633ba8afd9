"""Places in space are regions: a sign without contact is done where the arm can do it.

The notation says "at chest height"; a person then signs a little higher, nearer or further out if
the wrist would have to break otherwise. Contacts with body and head are never moved.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from itertools import product

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import arm, solve
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.rotations import Array, rotate
from a11y.sign_avatar.motion.state import Track

GOOD_ENOUGH = 4.0  # degrees of relaxed turn that nobody sees
_UP = (0.0, 0.06, 0.11, 0.16, -0.07)
_OUT = (0.0, 0.07, 0.14, -0.07)
_ASIDE = (0.0, 0.06, 0.13, 0.21, 0.3, -0.06)
_HAND, _FACE = 0.16, 0.13  # metres: wrist to fingertips, half the width kept free
_NEAREST = 0.19  # metres in front of the spine that a wrist stays
_EFFORT = np.array([0.18, 0.36, 0.2])  # to the side, up, out: tens of centimetres, squared
_SHARES = (0.0, 0.3, 0.6, 1.0)


class Together(Enum):
    """How the hands of a sign shift: MIRRORED, each to its own side; ALIKE, both the same way
    (one is at the other); MEETING, alike and not aside (they meet in the middle)."""

    MIRRORED = "mirrored"
    ALIKE = "alike"
    MEETING = "meeting"


def shifts(reach: float) -> Array:
    """(K, 3) candidate shifts (to the own side, up, out); the first is none."""
    return reach * np.array([(x, y, z) for y, z, x in product(_UP, _OUT, _ASIDE)])


def eased(
    rig: Rig, tracks: dict[str, Track], *, how: Together, reach: float = 1.0
) -> dict[str, Array]:
    """Side → shift (3,) that lets the wrists take their turns with the least change of place.

    reach: scales how far a shift may go.
    """
    together = how is not Together.MIRRORED
    if float(_strain(rig, tracks, np.zeros((1, 3)), together)[0]) < (GOOD_ENOUGH / 10) ** 2:
        return {side: np.zeros(3) for side in tracks}
    candidates = shifts(reach)
    if how is Together.MEETING:
        candidates = candidates[candidates[:, 0] == 0]
    strain = _strain(rig, tracks, candidates, together)
    effort = ((candidates / 0.1) ** 2) @ _EFFORT
    best = candidates[int(np.argmin(strain + effort))]
    return {side: _for_side(best, side, together) for side in tracks}


def _for_side(shift: Array, side: str, together: bool) -> Array:
    sign = -1.0 if together or side == "R" else 1.0
    return np.asarray(shift * np.array([sign, 1.0, 1.0]))


def _strain(rig: Rig, tracks: dict[str, Track], candidates: Array, together: bool) -> Array:
    """(K,) how badly the arms can do it with each shift: tens of degrees, squared."""
    worst = np.zeros(len(candidates))
    chin = rig.landmarks["chin"].position
    for side, track in tracks.items():
        rows = np.round(np.array(_SHARES) * (len(track) - 1)).astype(int)
        moved = np.array([_for_side(shift, side, together) for shift in candidates])
        targets = (track.wrist[rows][None] + moved[:, None]).reshape(-1, 3)
        turns = np.tile(track.turn[rows], (len(candidates), 1))
        # Frames a thousand seconds apart: each is solved for itself.
        reach = solve(arm(rig, side), World(skeleton(rig), {}), targets, turns, dt=1e3)
        short = np.clip(_NEAREST - targets[:, 2], 0, None) * 40 + reach.short * 60
        wrong = np.degrees(reach.turn_error) / 10
        tips = targets + _HAND * rotate(turns, hand(rig, side).f)
        high = np.clip(tips[:, 1] - chin[1], 0, None) * (np.abs(tips[:, 0]) < _FACE)
        if track.head.max() <= 0:
            short = short + 60 * high  # the face stays free
        worst += ((wrong**2 + short**2).reshape(len(candidates), -1)).max(axis=1)
    return worst


def moved(track: Track, by: Array) -> Track:
    """The whole track elsewhere."""
    return replace(track, wrist=track.wrist + by)
