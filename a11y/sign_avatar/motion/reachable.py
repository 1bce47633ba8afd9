"""What an arm can do at many places at once, without posing it: the search behind ``adapt``.

For every place and every wanted turn the elbow's swivel that bends the hand least out of its way is
sought; the answer is what the joint limits then leave undone.
"""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.ease import weights
from a11y.sign_avatar.motion.limb import (
    Arm,
    elbow_ways,
    humeral_turn,
    shoulder_share,
    wrist_angles,
)
from a11y.sign_avatar.motion.limits import ELBOW, HUMERUS, missing, strain, wrist_share
from a11y.sign_avatar.motion.rotations import IDENTITY, Array, dot, rotate

SWIVELS = np.radians(np.linspace(-180.0, 170.0, 36))
_NEAREST = 0.19  # metres in front of the spine that a wrist stays where it need not touch
_ELBOW_ROOM, _ELBOW_NEAR = 0.13, 0.10  # metres from the spine to the side: wanted, and at least
_INSIDE, _CROWDED = 240.0, 120.0  # degrees for a metre of that, and between the two
_CHEST, _CHEST_EDGE = 0.17, 0.06  # metres before the spine from which elbows are before the chest
_TWISTED = 4.0  # degrees for one by which an upper arm is turned too far
_AWKWARD = 5.0  # degrees at most for an elbow that is turned up or in
_RAISED_MOST = 100.0  # degrees of a raised upper arm above which none counts more
_EFFORT = 0.3  # degrees for one by which a wrist is bent with effort
_BENT = 0.6  # share of its limits from which on a bent wrist looks bent
_ELBOW_HIGH = 0.02  # metres above the shoulder that an elbow may be


def shoulders(one: Arm, targets: Array, girdle: Array | None = None) -> Array:
    """(K, 3) where the shoulder is when the wrist is at ``targets`` (K, 3), trunk upright.
    girdle: (K, 2), see ``limb.shoulder_share``."""
    clavicle, blade, joint = (f"{n}.{one.side}" for n in ("clavicle", "shoulder01", "upperarm01"))
    first, second, third = (one.body.head(name) for name in (clavicle, blade, joint))
    raised, lifted = shoulder_share(one, targets - third, girdle)
    return np.asarray(first + rotate(raised, second - first + rotate(lifted, third - second)))


def misfit(one: Arm, targets: Array, turns: Array) -> Array:
    """(K, M) degrees by which a wrist at ``targets`` (K, 3) must miss ``turns`` (M, 4), with
    distance out of reach and elbows inside the trunk counted in (6° a centimetre of reach)."""
    origin = shoulders(one, targets)
    upper, lower, hinge = elbow_ways(
        one, origin[:, None], IDENTITY, targets[:, None], SWIVELS[None]
    )
    lower, hinge = lower[:, :, None], hinge[:, :, None]
    _, turn, flexion, deviation = wrist_angles(one, lower, hinge, turns[None, None])
    wrong = np.degrees(missing(turn, flexion, deviation)) + strained(flexion, deviation)
    trouble = elbow_trouble(one, origin[:, None], upper, hinge[:, :, 0]) + awkward(SWIVELS, upper)
    wrong = wrong + (trouble + crowded(one, origin[:, None], upper))[..., None]
    return np.asarray(wrong.min(axis=1) + out_of_reach(one, targets, origin)[:, None])


def elbow_trouble(one: Arm, origin: Array, upper: Array, hinge: Array) -> Array:
    """Degrees for elbows inside the trunk or above the shoulder and for upper arms turned too
    far."""
    low, high = np.radians(HUMERUS)
    turn = humeral_turn(one, IDENTITY, upper, hinge)
    over = np.degrees(np.maximum(0, np.maximum(low - turn, turn - high)))
    return np.asarray(elbow_place(one, origin, upper) + _TWISTED * over)


def elbow_place(one: Arm, origin: Array, upper: Array) -> Array:
    """Degrees for elbows inside the trunk or above the shoulder."""
    elbow = origin + upper * one.upper_length
    inside = too_far_in(one, elbow, _ELBOW_NEAR)
    above = np.clip(elbow[..., 1] - origin[..., 1] - _ELBOW_HIGH, 0, None)
    return np.asarray(_INSIDE * inside + 20.0 * above)


def crowded(one: Arm, origin: Array, upper: Array) -> Array:
    """Degrees for elbows that touch the side: another place is better, but it is no miss."""
    elbow = origin + upper * one.upper_length
    nearer = too_far_in(one, elbow, _ELBOW_ROOM) - too_far_in(one, elbow, _ELBOW_NEAR)
    return np.asarray(_CROWDED * nearer)


def too_far_in(one: Arm, elbow: Array, room: float) -> Array:
    """Metres by which elbows (…, 3) are nearer to the middle than ``room``; before the chest they
    may come there (horizontal adduction)."""
    before = np.clip((elbow[..., 2] - _CHEST) / _CHEST_EDGE, 0, 1)
    return np.asarray(np.clip(room * (1 - before) - elbow[..., 0] * one.outward, 0, None))


def strained(flexion: Array, deviation: Array) -> Array:
    """Degrees for wrists bent far or with effort: another place is better, but hardly a miss."""
    share = np.clip(wrist_share(flexion, deviation), 0, 1)
    bent = weights().bent * (np.clip(share - _BENT, 0, None) / (1 - _BENT)) ** 2
    return np.asarray(bent + _EFFORT * np.degrees(strain(flexion)))


def awkward(swivels: Array, upper: Array) -> Array:
    """Degrees for elbows far from where they hang, and for raised upper arms (…, 3): another place
    is better, but hardly a miss. People let the elbow hang wherever the place leaves them room."""
    away = np.degrees(np.abs(swivels - np.radians(18.0)))
    turned = _AWKWARD * np.clip((away - 52.0) / 50.0, 0, 1)
    ease = weights()
    above = np.clip(raised(upper) - ease.raised_from, 0, _RAISED_MOST - ease.raised_from)
    return np.asarray(np.maximum(turned, ease.raised * above))


def raised(upper: Array) -> Array:
    """(…,) degrees by which upper arms (…, 3) are raised from hanging, seen from the trunk."""
    return np.asarray(np.degrees(np.arccos(np.clip(-upper[..., 1], -1.0, 1.0))))


def out_of_reach(one: Arm, targets: Array, origin: Array) -> Array:
    """(K,) degrees for what is too far from or too near to the shoulder."""
    a, b = one.upper_length, one.lower_length
    nearest, farthest = np.sqrt(a * a + b * b + 2 * a * b * np.cos(np.radians(ELBOW[::-1])))
    away = np.sqrt(dot(targets - origin, targets - origin))
    return np.asarray(600.0 * np.maximum(0, np.maximum(nearest - away, away - farthest)))


def not_stretched(one: Arm, targets: Array, origin: Array, share: Array | float) -> Array:
    """(K,) degrees for arms that are not stretched by that share of their length."""
    away = np.sqrt(dot(targets - origin, targets - origin))
    length = one.upper_length + one.lower_length
    return np.asarray(300.0 * np.clip(share * length - away, 0, None))


def too_near(targets: Array) -> Array:
    """(K,) degrees for wrists that are too near to the trunk to be in signing space."""
    return np.asarray(300.0 * np.clip(_NEAREST - targets[..., 2], 0, None))
