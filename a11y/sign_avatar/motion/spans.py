"""Everywhere a wrist can be while the hand stays turned as it is: the arm run backward.

An arm that must turn its hand in a given way has few freedoms left: how the wrist is bent, the
forearm turned and the elbow bent. All of these together, each inside its limits, are one cloud of
wrist places, the same for every turn of the hand but for that turn. Asking which places of a cloud
lie inside an area needs no inverse kinematics and misses no narrow posture, which a draw at random
does.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from a11y.sign_avatar.motion.limb import Arm, humeral_turn
from a11y.sign_avatar.motion.limits import (
    ELBOW,
    FOREARM_TURN,
    HUMERUS,
    WRIST_DEVIATION,
    WRIST_FLEXION,
)
from a11y.sign_avatar.motion.reachable import elbow_place, shoulders
from a11y.sign_avatar.motion.rotations import (
    IDENTITY,
    Array,
    about,
    from_vector,
    inverse,
    multiply,
    rotate,
)

_RINGS = ((0.0, 1), (0.5, 6), (0.95, 12))  # how far the wrist is bent, in how many directions
_TWISTS, _BENDS = 8, 10  # of forearm and elbow
_EDGE = np.radians(1.5)  # inside its limits
_SETTLED = 2  # rounds until shoulder and wrist agree
_TROUBLE = 2.0  # degrees (``elbow_place``) that still count as none


@dataclass(frozen=True, eq=False, slots=True)
class Cloud:
    """The arm's postures for a hand that is not turned. upper, lower, hinge: (N, 3) directions of
    upper arm, forearm and elbow axis."""

    upper: Array
    lower: Array
    hinge: Array


@lru_cache(maxsize=16)
def cloud(one: Arm) -> Cloud:
    """The postures of an arm seen from its hand."""
    sign = 1.0 if one.side == "R" else -1.0
    along, palm = one.hand_frame[:, 2], one.hand_frame[:, 1] * (1.0 if one.side == "L" else -1.0)
    bends = from_vector(_bends() @ np.stack([along, palm]))
    low, high = np.radians(FOREARM_TURN)
    twists = about(
        one.lower, sign * (np.linspace(low + _EDGE, high - _EDGE, _TWISTS) - one.turn_at_rest)
    )
    fore = inverse(multiply(twists[:, None], bends[None])).reshape(-1, 4)
    low, high = np.radians(ELBOW)
    elbows = about(one.hinge, -np.linspace(low + _EDGE, high - _EDGE, _BENDS))
    upper = rotate(fore[:, None], rotate(elbows, one.lower)[None])
    lower, hinge = (
        np.broadcast_to(rotate(fore, axis)[:, None], upper.shape) for axis in (one.lower, one.hinge)
    )
    return Cloud(*(way.reshape(-1, 3) for way in (upper, lower, hinge)))


def _bends() -> Array:
    """(R, 2) flexions and deviations of the wrist, from none to the edge of what it can do."""
    out = []
    for share, many in _RINGS:
        for angle in np.linspace(0, 2 * np.pi, many, endpoint=False):
            flexion, deviation = share * np.cos(angle), share * np.sin(angle)
            out.append(
                (
                    flexion * abs(WRIST_FLEXION[int(flexion > 0)]),
                    deviation * abs(WRIST_DEVIATION[int(deviation > 0)]),
                )
            )
    return np.radians(out)


def wrists(one: Arm, turns: Array) -> list[Array]:
    """Where the wrist can be (n, 3), seen from an upright trunk, while the hand is turned as each
    of ``turns`` (B, 4), with an elbow and an upper arm that have no trouble there."""
    plain = cloud(one)
    axes = rotate(turns[:, None], np.eye(3))
    upper, lower, hinge = (way @ axes for way in (plain.upper, plain.lower, plain.hinge))
    rolled = humeral_turn(one, IDENTITY, upper, hinge)
    low, high = np.radians(HUMERUS)
    kept = (rolled > low) & (rolled < high)
    offset = one.upper_length * upper[kept] + one.lower_length * lower[kept]
    origin = one.body.head(f"upperarm01.{one.side}") + np.zeros_like(offset)
    for _ in range(_SETTLED):
        origin = shoulders(one, origin + offset)
    found = origin + offset
    free = elbow_place(one, origin, upper[kept]) < _TROUBLE
    owner = np.nonzero(kept)[0][free]
    return np.split(found[free], np.searchsorted(owner, np.arange(1, len(turns))))
