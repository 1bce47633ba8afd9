"""Where a sign that was moved to loci fits the arms: a locus is a direction, not a point.

A verb that runs from one referent to another is turned and moved as a whole; what suited the arms
in the middle may be beyond any wrist at the side. So start and end may lie a little higher, nearer
or further aside, and the whole may be turned less or more, as signers do.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.reachable import misfit, too_near
from a11y.sign_avatar.motion.rotations import Array, about, multiply, rotate
from a11y.sign_avatar.motion.state import Track

_UP = np.array([0.0, 1.0, 0.0])
# Metres that an end of the way may be from its locus: to the left, up, out.
_SHIFTS = np.array(
    list(
        product(
            (-0.18, -0.12, -0.06, 0.0, 0.06, 0.12, 0.18),
            (-0.08, 0.0, 0.08),
            (-0.1, -0.05, 0.0, 0.05),
        )
    )
)
_YAWS = np.radians([0.0, 15.0, -15.0, 30.0, -30.0, 50.0, -50.0, 75.0, -75.0])
_FROM = 4.0  # degrees that nobody sees
_EFFORT = 0.5  # degrees that a centimetre away from the locus is worth, by the square of ten
_HAND = 0.19  # metres: wrist to fingertips
_SEEN, _UNSEEN = 0.36, 600.0  # metres to the side that the picture shows; degrees for one more
_TURNING = 0.12  # degrees that a degree of turning away is worth


def fitted(
    rig: Rig, tracks: dict[str, Track], lead: str, start: Array, end: Array, yaw: float
) -> tuple[Array, Array, float]:
    """(start (3,), end (3,), yaw in radians) near the given ones, where all hands of a sign that is
    turned by yaw about the vertical and runs from start to end can be turned as they are."""
    best: tuple[float, Array, Array, float] | None = None
    effort = _EFFORT * 10 * ((_SHIFTS / 0.1) ** 2).sum(axis=1)
    for more in _YAWS:
        turned = about(_UP, yaw + more)
        total = np.degrees(abs(more)) * _TURNING
        ends = []
        for row, place in ((0, start), (-1, end)):
            missed = np.zeros(len(_SHIFTS))
            for side, one in tracks.items():
                beside = rotate(turned, one.wrist[row] - tracks[lead].wrist[row])
                targets = place + _SHIFTS + beside
                turn = multiply(turned, one.turn[row])
                wrong = misfit(arm(rig, side), targets, turn[None])[:, 0] + too_near(targets)
                tips = targets + _HAND * rotate(turn, hand(rig, side).f)
                aside = np.maximum(np.abs(tips[:, 0]), np.abs(targets[:, 0]))
                wrong = wrong + _UNSEEN * np.clip(aside - _SEEN, 0, None)
                missed = missed + np.clip(wrong - _FROM, 0, None)
            least = int(np.argmin(missed + effort))
            total += float(missed[least] + effort[least])
            ends.append(place + _SHIFTS[least])
        if best is None or total < best[0]:
            best = (total, ends[0], ends[1], yaw + float(more))
    assert best is not None
    return best[1:]
