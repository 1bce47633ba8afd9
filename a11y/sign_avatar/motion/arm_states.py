"""An arm where something is to touch: as it is, and with wrist, hand and elbow otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.flesh import flesh, segments
from a11y.sign_avatar.motion.gaps import LIMBS, moved
from a11y.sign_avatar.motion.kinematics import World
from a11y.sign_avatar.motion.limb import Arm, arm, elbow_ways, reaches, swivel_of, wrist_angles
from a11y.sign_avatar.motion.limits import missing_parts
from a11y.sign_avatar.motion.rotations import (
    Array,
    angle_between,
    between_frames,
    dot,
    frame,
    from_vector,
    multiply,
    rotate,
)
from a11y.sign_avatar.motion.seating import Balls, balls
from a11y.sign_avatar.motion.touching import Contact

TILT = np.radians(8.0)  # that a hand may be turned otherwise than it is written
_REACH, _JOINTS = 0.001, np.radians(1.0)  # one unit of reach and of turns that are beyond limits


@dataclass(frozen=True, eq=False, slots=True)
class Side:
    """One arm at that moment. wrist (3,), turn (4,); home, wanted: the same as written; above: how
    the trunk is turned; upper, lower: frames of upper arm and forearm; pivot: (3,) the middle of
    what touches, in the hand's own frame; limbs: kind → (ends (2, K, 3) from the joint, radii
    (K,)) of its capsules."""

    one: Arm
    wrist: Array
    turn: Array
    home: Array
    wanted: Array
    shoulder: Array
    above: Array
    swivel: float
    upper: Array
    lower: Array
    hand: Balls
    pivot: Array
    limbs: dict[str, tuple[Array, Array]]


@dataclass(frozen=True, eq=False, slots=True)
class Placed:
    """B states of one arm: wrist (B, 3), turn (B, 4), ends: kind → both ends (B, K, 3) of its
    capsules, beyond: (B, 5) how far joints, turn and reach are beyond what they can, in units."""

    wrist: Array
    turn: Array
    ends: dict[str, tuple[Array, Array]]
    beyond: Array


def side_of(
    rig: Rig,
    world: World,
    side: str,
    contacts: Sequence[Contact],
    plan: tuple[Array, Array],
    angles: Array,
) -> Side:
    """One arm in a world of one frame. plan: wrist (3,) and turn (4,) as written; angles: (21,)."""
    one = arm(rig, side)

    def joint(name: str) -> tuple[Array, Array]:
        turn, place = world.joint(name)
        return turn.reshape(4), place.reshape(3)

    turn, wrist = joint(f"wrist.{side}")
    _, shoulder = joint(f"upperarm01.{side}")
    _, elbow = joint(f"lowerarm01.{side}")
    above, _ = joint(one.body.parent(f"clavicle.{side}") or "spine01")
    swivel = float(swivel_of(one, shoulder, above, wrist, elbow - shoulder))
    upper, lower, hinge = elbow_ways(one, shoulder, above, wrist, np.asarray(swivel))
    limbs = {}
    for kind in LIMBS:
        parts = flesh(rig, f"{kind}.{side}")
        ends = segments(world, parts, 1)
        base = elbow if kind == "arm" else shoulder
        limbs[kind] = (np.stack([ends[0][0] - base, ends[1][0] - base]), parts.radii)
    own = [one for one in contacts if one.side == side]
    hand = balls(rig, side, angles)
    pivot = own[0].points.mean(axis=0) if own else hand.centres.mean(axis=0)
    return Side(
        one, wrist, turn, *plan, shoulder, above, swivel,
        frame(upper, hinge), frame(lower, hinge), hand, pivot, limbs,
    )  # fmt: skip


def placed_by(known: Side, own: Array) -> Placed:
    """An arm by states (B, 7): metres of shift (3), radians of tilt (3) and of swivel."""
    count = len(own)
    turn = multiply(known.turn, from_vector(own[:, 3:6]))
    held = rotate(known.turn, known.pivot) - rotate(turn, known.pivot)
    wrist = known.wrist + held + own[:, :3]
    swivel = known.swivel + own[:, 6]
    upper, lower, hinge = elbow_ways(known.one, known.shoulder, known.above, wrist, swivel)
    _, *joints = wrist_angles(known.one, lower, hinge, turn)
    short = np.stack(missing_parts(*joints), axis=-1) / _JOINTS
    off = np.clip(angle_between(known.wanted, turn) - _allowed(known), 0, None) / _JOINTS
    away = wrist - known.shoulder
    distance = np.sqrt(dot(away, away))
    least, most = reaches(known.one)
    far = np.clip(np.maximum(distance - most, least - distance), 0, None) / _REACH
    first, last = (moved(one, turn, wrist) for one in known.hand.ends)
    ends = {"hand": (first, last)}
    bases = {"arm": known.shoulder + known.one.upper_length * upper, "upper": known.shoulder}
    frames = {"arm": (known.lower, lower), "upper": (known.upper, upper)}
    for kind in LIMBS:
        before, way = frames[kind]
        rolled = between_frames(before, frame(way, hinge))
        base = np.broadcast_to(bases[kind], (count, 3))
        first, last = (moved(one, rolled, base) for one in known.limbs[kind][0])
        ends[kind] = first, last
    beyond = np.concatenate([short, off[:, None], far[:, None]], axis=1)
    return Placed(wrist, turn, ends, beyond)


def _allowed(known: Side) -> float:
    """Radians off what is written: so far already, or as much as a tilt."""
    return max(float(TILT), float(angle_between(known.wanted, known.turn)))
