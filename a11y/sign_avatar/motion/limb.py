"""The arm as a mechanism: its constants, where shoulder and elbow are for a wrist, and which joint
angles a hand's turn asks for.

Frame of reference: see ``performance``; world rotations are relative to the rest pose.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import loops
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import Skeleton, skeleton
from a11y.sign_avatar.motion.limits import ELBOW
from a11y.sign_avatar.motion.rotations import IDENTITY, Array, cross, dot, frame, unit

_NO_GIRDLE: Array = np.zeros(2)


@dataclass(frozen=True, eq=False)
class Arm:
    """Constants of one arm at rest."""

    body: Skeleton
    side: str
    upper: Array  # unit, shoulder → elbow
    lower: Array  # unit, elbow → wrist
    upper_length: float
    lower_length: float
    hinge: Array  # elbow axis, unit
    turn_at_rest: float  # forearm turn of the rest pose
    hand_frame: Array  # columns along the forearm, palm-ward, third; at rest
    outward: float  # sign of x away from the body


@lru_cache(maxsize=16)
def arm(rig: Rig, side: str) -> Arm:
    """The arm of a rig, made once."""
    body = skeleton(rig)
    own = hand(rig, side)
    shoulder, elbow, wrist = (
        body.head(f"{name}.{side}") for name in ("upperarm01", "lowerarm01", "wrist")
    )
    upper, lower = unit(elbow - shoulder), unit(wrist - elbow)
    hinge = unit(cross(upper, lower))
    palm = unit(own.p - lower * dot(own.p, lower))
    # 0 is the palm facing along the hinge towards the body's midline (thumb up at 90°).
    inward = hinge if side == "L" else -hinge
    if inward[0] * (1.0 if side == "L" else -1.0) > 0:
        inward = -inward
    sign = 1.0 if side == "R" else -1.0
    rest_turn = sign * np.arctan2(dot(cross(inward, palm), lower), dot(inward, palm))
    return Arm(
        body=body,
        side=side,
        upper=upper,
        lower=lower,
        upper_length=float(np.linalg.norm(elbow - shoulder)),
        lower_length=float(np.linalg.norm(wrist - elbow)),
        hinge=hinge,
        turn_at_rest=float(rest_turn),
        hand_frame=frame(lower, palm),
        outward=1.0 if side == "L" else -1.0,
    )


def shoulder_share(one: Arm, away: Array, girdle: Array | None = None) -> tuple[Array, Array]:
    """Local rotations (T, 4) of clavicle and shoulder for a wrist that is ``away`` (T, 3) from the
    shoulder: they drop with hanging arms, rise with high hands and come forward for far and
    crossing ones (scapulohumeral rhythm; the rest pose has the arms at about 45°).

    girdle: (T, 2) radians that the clavicle is raised and brought forward on top."""
    given = _NO_GIRDLE if girdle is None else girdle
    raised, lifted = loops.shoulder_share(away, given, _constants(one).girdle, IDENTITY)
    return raised, lifted


def reaches(one: Arm) -> tuple[float, float]:
    """Metres from shoulder to wrist with the elbow bent and stretched as far as it goes."""
    a, b = one.upper_length, one.lower_length
    stretched, bent = np.sqrt(a * a + b * b + 2 * a * b * np.cos(np.radians(ELBOW)))
    return float(bent), float(stretched)


def elbow_ways(
    one: Arm, origin: Array, above: Array, targets: Array, swivel: Array
) -> tuple[Array, Array, Array]:
    """(upper direction, lower direction, hinge) for each swivel; broadcasts over candidates."""
    known = _constants(one)
    upper, lower, hinge = loops.elbow_ways(
        origin, above, targets, swivel, known.hanging, known.lengths
    )
    return upper, lower, hinge


def elbow_off(one: Arm, origin: Array, above: Array, targets: Array, swivel: Array) -> Array:
    """(…, 3) the direction in which a swivel brings the elbow off the line to the wrist."""
    _, down, out = loops.around(origin, above, targets, _constants(one).hanging)
    return np.asarray(np.cos(swivel)[..., None] * down + np.sin(swivel)[..., None] * out)


def swivel_of(one: Arm, origin: Array, above: Array, targets: Array, off: Array) -> Array:
    """The swivel that ``elbow_off`` takes to the direction ``off`` (…, 3) or nearest to it."""
    _, down, out = loops.around(origin, above, targets, _constants(one).hanging)
    return np.asarray(np.arctan2(dot(off, out), dot(off, down)))


def wrist_angles(
    one: Arm, lower: Array, hinge: Array, turns: Array
) -> tuple[Array, Array, Array, Array]:
    """(forearm rotation without turn, turn, flexion, deviation towards the thumb): radians,
    broadcast."""
    known = _constants(one)
    fore, turn, flexion, deviation = loops.wrist_angles(
        lower, hinge, turns, known.forearm, known.axes, known.turn
    )
    return fore, turn, flexion, deviation


def humeral_turn(one: Arm, above: Array, upper: Array, hinge: Array) -> Array:
    """How far the upper arm is turned inward about its own length (radians): what is left of its
    posture without the shortest swing from hanging."""
    return np.asarray(loops.humeral_turn(above, upper, hinge, one.outward))


@dataclass(frozen=True, eq=False, slots=True)
class _Constants:
    """An arm's constants as ``loops`` takes them."""

    girdle: Array
    hanging: Array
    lengths: Array
    forearm: Array
    axes: Array
    turn: Array


@lru_cache(maxsize=16)
def _constants(one: Arm) -> _Constants:
    palm, third = one.hand_frame[:, 1], one.hand_frame[:, 2]
    hanging = unit(np.array([one.outward * 0.42, -1.0, -0.30]))
    return _Constants(
        girdle=np.array([(one.upper_length + one.lower_length) * 0.98, one.outward]),
        # Positive swivel is outwards and up, on either side.
        hanging=np.array([*hanging, one.outward]),
        lengths=np.array([one.upper_length, one.lower_length, *reaches(one)]),
        forearm=frame(one.lower, one.hinge),
        # Positive about along×palm flexes; positive about along×thumb deviates to the thumb.
        axes=np.stack([one.lower, third, palm if one.side == "L" else -palm]),
        turn=np.array([one.turn_at_rest, 1.0 if one.side == "R" else -1.0]),
    )
