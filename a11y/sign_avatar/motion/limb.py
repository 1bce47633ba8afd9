"""The arm as a mechanism: its constants, where shoulder and elbow are for a wrist, and which joint
angles a hand's turn asks for.

Frame of reference: see ``performance``; world rotations are relative to the rest pose.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import Skeleton, skeleton
from a11y.sign_avatar.motion.limits import ELBOW
from a11y.sign_avatar.motion.rotations import (
    Array,
    about,
    between_frames,
    cross,
    dot,
    frame,
    inverse,
    multiply,
    rotate,
    to_vector,
    twist_angle,
    unit,
)

_TINY = 1e-9
_HANGING: Array = np.array([0.0, -1.0, 0.0])
_HANGING_HINGE: Array = np.array([-1.0, 0.0, 0.0])


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
    reach = (one.upper_length + one.lower_length) * 0.98
    far = np.clip(np.sqrt(dot(away, away)) / reach, 0.0, 1.35)
    high = np.clip(away[..., 1] / reach, -0.7, 1.0)
    inner = np.clip(-one.outward * away[..., 0] / reach, -0.2, 1.0)
    raise_by = np.radians(-3.0 + 22.0 * np.clip((high + 0.35) / 1.35, 0, 1) ** 1.4)
    lift_by = np.radians(-10.0 + 20.0 * np.clip((high + 0.7) / 1.7, 0, 1))
    over = np.clip(far - 0.72, 0, 0.4) / 0.4
    forward = np.radians(14.0 * over + 12.0 * np.clip(inner - 0.1, 0, 1))
    if girdle is not None:
        raise_by, forward = raise_by + girdle[..., 0], forward + girdle[..., 1]
    axis, upright = np.array([0.0, 0.0, one.outward]), np.array([0.0, -one.outward, 0.0])
    return multiply(about(upright, forward), about(axis, raise_by)), about(axis, lift_by)


def reaches(one: Arm) -> tuple[float, float]:
    """Metres from shoulder to wrist with the elbow bent and stretched as far as it goes."""
    a, b = one.upper_length, one.lower_length
    stretched, bent = np.sqrt(a * a + b * b + 2 * a * b * np.cos(np.radians(ELBOW)))
    return float(bent), float(stretched)


def elbow_ways(
    one: Arm, origin: Array, above: Array, targets: Array, swivel: Array
) -> tuple[Array, Array, Array]:
    """(upper direction, lower direction, hinge) for each swivel; broadcasts over candidates."""
    away = targets - origin
    distance = np.sqrt(dot(away, away))
    a, b = one.upper_length, one.lower_length
    d = np.clip(distance, *reaches(one))
    along = (a * a - b * b + d * d) / (2 * d)
    off = np.sqrt(np.maximum(a * a - along * along, 0.0))
    line, down, out = _around(one, above, away)
    way = np.cos(swivel)[..., None] * down + np.sin(swivel)[..., None] * out
    upper = line * along[..., None] + way * off[..., None]
    lower = line * d[..., None] - upper
    upper, lower = unit(upper), unit(lower)
    return upper, lower, unit(cross(upper, lower))


def elbow_off(one: Arm, origin: Array, above: Array, targets: Array, swivel: Array) -> Array:
    """(…, 3) the direction in which a swivel brings the elbow off the line to the wrist."""
    _, down, out = _around(one, above, targets - origin)
    return np.asarray(np.cos(swivel)[..., None] * down + np.sin(swivel)[..., None] * out)


def swivel_of(one: Arm, origin: Array, above: Array, targets: Array, off: Array) -> Array:
    """The swivel that ``elbow_off`` takes to the direction ``off`` (…, 3) or nearest to it."""
    _, down, out = _around(one, above, targets - origin)
    return np.asarray(np.arctan2(dot(off, out), dot(off, down)))


def _around(one: Arm, above: Array, away: Array) -> tuple[Array, Array, Array]:
    """Unit vectors from the shoulder to the wrist, across that to where an elbow hangs, and (for
    positive swivel, on either side) outwards and up."""
    line = unit(away)
    hint = rotate(above, unit(np.array([one.outward * 0.42, -1.0, -0.30])))
    down = unit(hint - line * dot(line, hint)[..., None])
    return line, down, cross(line, down) * one.outward


def wrist_angles(
    one: Arm, lower: Array, hinge: Array, turns: Array
) -> tuple[Array, Array, Array, Array]:
    """(forearm rotation without turn, turn, flexion, deviation): radians, broadcast."""
    fore = between_frames(frame(one.lower, one.hinge), frame(lower, hinge))
    relative = multiply(inverse(fore), turns)
    twist = twist_angle(relative, one.lower)
    sign = 1.0 if one.side == "R" else -1.0
    turn = one.turn_at_rest + sign * twist
    turn = (turn + np.pi) % (2 * np.pi) - np.pi
    bend = to_vector(multiply(inverse(about(one.lower, twist)), relative))
    flexion, deviation = _bend_angles(one, bend)
    return fore, turn, flexion, deviation


def _bend_angles(one: Arm, bend: Array) -> tuple[Array, Array]:
    """Rotation vector of the wrist → (flexion, deviation towards the thumb)."""
    palm, third = one.hand_frame[:, 1], one.hand_frame[:, 2]
    # Positive about along×palm flexes; positive about along×thumb deviates to the thumb.
    flexion = dot(bend, np.broadcast_to(third, bend.shape))
    thumbward = palm if one.side == "L" else -palm
    deviation = dot(bend, np.broadcast_to(thumbward, bend.shape))
    return flexion, deviation


def humeral_turn(one: Arm, above: Array, upper: Array, hinge: Array) -> Array:
    """How far the upper arm is turned inward about its own length (radians): what is left of its
    posture without the shortest swing from hanging."""
    hanging, axis = rotate(above, _HANGING), rotate(above, _HANGING_HINGE)
    # The shortest rotation from hanging to upper, of what is perpendicular to hanging.
    share = dot(upper, axis) / np.maximum(1 + dot(upper, hanging), _TINY)
    plain = axis - share[..., None] * (hanging + upper)
    return np.asarray(one.outward * np.arctan2(dot(cross(plain, hinge), upper), dot(plain, hinge)))
