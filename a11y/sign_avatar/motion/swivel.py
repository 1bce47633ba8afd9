"""The one freedom that an arm has left when its wrist is given: the swivel of the elbow about the
line from shoulder to wrist, chosen over all frames at once: comfortable, within the joint limits,
and smooth.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from a11y.sign_avatar.motion.limb import Arm, elbow_ways, humeral_turn, wrist_angles
from a11y.sign_avatar.motion.limits import (
    FOREARM_TURN,
    HUMERUS,
    WRIST_DEVIATION,
    WRIST_FLEXION,
    missing,
    share_of_limit,
)
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.state import smooth

_SWIVELS = np.radians(np.linspace(-180.0, 175.0, 72))
# Cost of a degree of the hand's turn that is left undone, and degrees that nobody sees.
_MISSING, _UNSEEN = 1.6, 5.0
_LEAP = 1e6  # price of what no elbow does
_FASTEST = np.radians(700.0)  # a second: an elbow that has to get to the other side takes its time
# (shoulders (T, 3), elbows (T, S, 3), forearms' directions (T, S, 3)) → price (T, S)
Blocked = Callable[[Array, Array, Array], Array]


def choose_swivel(
    one: Arm,
    origin: Array,
    above: Array,
    targets: Array,
    turns: Array,
    dt: float,
    clearance: float,
    blocked: Blocked | None,
) -> Array:
    """(T,) swivel angles: least cost path through candidates × time."""
    upper, lower, hinge = elbow_ways(
        one, origin[:, None], above[:, None], targets[:, None], _SWIVELS[None]
    )
    _, turn, flexion, deviation = wrist_angles(one, lower, hinge, turns[:, None])
    elbow = origin[:, None] + upper * one.upper_length
    cost = 1.5 * (_SWIVELS[None] - np.radians(18.0)) ** 2
    wrist = np.hypot(
        share_of_limit(flexion, WRIST_FLEXION), share_of_limit(deviation, WRIST_DEVIATION)
    )
    cost = cost + _near_limit(share_of_limit(turn, FOREARM_TURN)) + _near_limit(wrist)
    cost = (
        cost
        + 0.3 * wrist**2
        + _MISSING * np.clip(np.degrees(missing(turn, flexion, deviation)) - _UNSEEN, 0, None)
    )
    shoulder = share_of_limit(humeral_turn(one, above[:, None], upper, hinge), HUMERUS)
    cost = cost + _near_limit(shoulder) + 300.0 * np.clip(shoulder - 1.0, 0, None)
    # The elbow stays out of the trunk and, unless it must, below the shoulder.
    trunk = np.clip(clearance - elbow[..., 0] * one.outward, 0, None)
    high = np.clip(elbow[..., 1] - origin[:, None, 1] + 0.07, 0, None)
    cost = cost + 60.0 * trunk + 40.0 * high**2 + 4.0 * high
    if blocked is not None:
        cost = cost + blocked(origin, elbow, lower)
    return _smooth_path(cost, dt)


def _near_limit(share: Array) -> Array:
    return np.asarray(1.2 * np.clip(share - 0.75, 0, 0.25) ** 2)


def _smooth_path(cost: Array, dt: float) -> Array:
    """Viterbi over candidates, then a light smoothing to hide the candidates' grid."""
    frames, count = cost.shape
    apart = np.abs(_SWIVELS[:, None] - _SWIVELS[None])
    apart = np.minimum(apart, 2 * np.pi - apart)
    # Between two frames it must not leap over what it cannot go through.
    leap = apart > max(_FASTEST * dt, _SWIVELS[1] - _SWIVELS[0]) + 1e-6
    step = np.where(leap, _LEAP, apart**2 * (0.12 / dt))
    total = cost[0].copy()
    back = np.zeros((frames, count), int)
    for t in range(1, frames):
        ways = total[:, None] + step
        back[t] = np.argmin(ways, axis=0)
        total = ways[back[t], np.arange(count)] + cost[t]
    index = int(np.argmin(total))
    path = np.empty(frames, int)
    for t in range(frames - 1, -1, -1):
        path[t] = index
        index = int(back[t, index])
    return smooth(np.unwrap(_SWIVELS[path]), 0.10 / dt)
