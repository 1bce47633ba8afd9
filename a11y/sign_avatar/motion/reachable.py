"""What an arm can do at many places at once, without posing it: the search behind ``adapt``.

For every place and every wanted turn the elbow's swivel that bends the hand least out of its way is
sought; the answer is what the joint limits then leave undone.
"""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.arm import (
    ELBOW,
    FOREARM_TURN,
    Arm,
    elbow_ways,
    shoulder_share,
    within_limits,
    wrist_angles,
)
from a11y.sign_avatar.motion.kinematics import World
from a11y.sign_avatar.motion.rotations import IDENTITY, Array, dot

SWIVELS = np.radians(np.linspace(-65.0, 112.0, 20))
_NEAREST = 0.19  # metres in front of the spine that a wrist stays where it need not touch
_ELBOW_ROOM = 0.13  # metres from the spine to the side


def shoulders(one: Arm, targets: Array) -> Array:
    """(K, 3) where the shoulder is when the wrist is at ``targets`` (K, 3), trunk upright."""
    clavicle, blade, joint = (f"{n}.{one.side}" for n in ("clavicle", "shoulder01", "upperarm01"))
    away = targets - World(one.body, {}).joint(joint)[1]
    shares = shoulder_share(one, away)
    return World(one.body, {clavicle: shares[0], blade: shares[1]}).joint(joint)[1]


def misfit(one: Arm, targets: Array, turns: Array) -> Array:
    """(K, M) degrees by which a wrist at ``targets`` (K, 3) must miss ``turns`` (M, 4), with
    distance out of reach and elbows inside the trunk counted in (6° a centimetre of reach)."""
    origin = shoulders(one, targets)
    upper, lower, hinge = elbow_ways(
        one, origin[:, None], IDENTITY, targets[:, None], SWIVELS[None]
    )
    lower, hinge = lower[:, :, None], hinge[:, :, None]
    _, turn, flexion, deviation = wrist_angles(one, lower, hinge, turns[None, None])
    low, high = np.radians(FOREARM_TURN)
    twist = np.maximum(0, np.maximum(low - turn, turn - high))
    kept_f, kept_d = within_limits(flexion, deviation)
    wrong = np.degrees(np.sqrt(twist**2 + (flexion - kept_f) ** 2 + (deviation - kept_d) ** 2))
    elbow = origin[:, None] + upper * one.upper_length
    inside = np.clip(_ELBOW_ROOM - elbow[..., 0] * one.outward, 0, None)
    raised = np.clip(elbow[..., 1] - origin[:, None, 1] - 0.02, 0, None)
    wrong = wrong + (120.0 * inside + 20.0 * raised)[..., None]
    return np.asarray(wrong.min(axis=1) + out_of_reach(one, targets, origin)[:, None])


def out_of_reach(one: Arm, targets: Array, origin: Array) -> Array:
    """(K,) degrees for what is too far from or too near to the shoulder."""
    a, b = one.upper_length, one.lower_length
    nearest, farthest = np.sqrt(a * a + b * b + 2 * a * b * np.cos(np.radians(ELBOW[::-1])))
    away = np.sqrt(dot(targets - origin, targets - origin))
    return np.asarray(600.0 * np.maximum(0, np.maximum(nearest - away, away - farthest)))


def too_near(targets: Array) -> Array:
    """(K,) degrees for wrists that are too near to the trunk to be in signing space."""
    return np.asarray(300.0 * np.clip(_NEAREST - targets[:, 2], 0, None))
