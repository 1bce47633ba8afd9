"""How far joints turn: ranges of healthy adults, and what a posture lacks of what is asked for.

docs/motion.md ("Limits") has the sources. Angles are degrees in the constants, radians elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.motion import loops
from a11y.sign_avatar.motion.rotations import Array

# Degrees; ranges of healthy adults (AAOS) with the slack that shoulder and carpus add.
WRIST_FLEXION = (-85.0, 90.0)  # back … towards the palm
WRIST_AT_EASE = (-72.0, 80.0)  # the same as far as it goes without effort
WRIST_DEVIATION = (-40.0, 30.0)  # towards the little finger … towards the thumb
FOREARM_TURN = (-90.0, 95.0)  # pronation … supination, 0 = thumb up with the elbow at 90°
ELBOW = (2.0, 148.0)
# Upper arm about its own length, outward … inward; 0 = forearm forward under a hanging upper arm.
HUMERUS = (-105.0, 100.0)


@dataclass(frozen=True, eq=False, slots=True)
class Leeway:
    """How far trunk and head turn for a hand: (2, 3) least and most of their rotation vectors in
    radians: forward, to the left, to the right shoulder."""

    trunk: Array
    neck: Array


def _degrees(least: tuple[int, int, int], most: tuple[int, int, int]) -> Array:
    return np.asarray(np.radians([least, most], dtype=float))


# Well inside what they can do, so that the signer stays a signer; and, where a posture is missed
# otherwise, what a limber person who stands can do with hips and loins.
AT_EASE = Leeway(
    trunk=_degrees((-28, -45, -30), (28, 45, 30)), neck=_degrees((-33, -40, -30), (33, 40, 30))
)
LIMBER = Leeway(
    trunk=_degrees((-30, -60, -35), (45, 60, 35)), neck=_degrees((-45, -60, -40), (45, 60, 40))
)
# The shoulder girdle beyond its usual share (up, forward).
GIRDLE_MOST: Array = np.radians([14.0, 14.0])

# As ``loops`` takes them: the wrist's all above 0.
_BOUNDS: Array = np.radians([*FOREARM_TURN, *np.abs(WRIST_FLEXION), *np.abs(WRIST_DEVIATION)])


def share_of_limit(value: Array, limits: tuple[float, float]) -> Array:
    """How far outside its limits, in units of the half range (0 inside)."""
    low, high = np.radians(limits)
    middle, half = (low + high) / 2, (high - low) / 2
    return np.asarray(np.abs(value - middle) / half)


def missing(turn: Array, flexion: Array, deviation: Array) -> Array:
    """Radians of a hand's turn that forearm and wrist leave undone (0: within their limits)."""
    twist, bend, aside = missing_parts(turn, flexion, deviation)
    return np.asarray(np.sqrt(twist**2 + bend**2 + aside**2))


def missing_parts(
    turn: Array, flexion: Array, deviation: Array, *, margin: float = 0.0
) -> tuple[Array, Array, Array]:
    """Radians that forearm turn, flexion and deviation are beyond their limits; ``margin`` makes
    the limits so much narrower."""
    twist, bend, aside = loops.missing_parts(turn, flexion, deviation, margin, _BOUNDS)
    return twist, bend, aside


def strain(flexion: Array) -> Array:
    """Radians that a wrist is bent beyond what goes without effort."""
    low, high = np.radians(WRIST_AT_EASE)
    return np.asarray(np.abs(flexion - np.clip(flexion, low, high)))


def wrist_share(flexion: Array, deviation: Array) -> Array:
    """How far a wrist is bent, as a share of its ellipse of limits: 1 at the limit."""
    back, palm, little, thumb = _BOUNDS[2:]
    bent = flexion / np.where(flexion < 0, back, palm)
    return np.asarray(np.hypot(bent, deviation / np.where(deviation < 0, little, thumb)))


def within_limits(flexion: Array, deviation: Array) -> tuple[Array, Array]:
    """Scale a wrist bend back onto its ellipse of limits."""
    kept_flexion, kept_deviation = loops.within_limits(flexion, deviation, _BOUNDS)
    return kept_flexion, kept_deviation
