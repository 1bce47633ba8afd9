"""Hands go where trunk and head take them: tracks of the upright body on the body as it moves, and
how long that takes where trunk and head turn meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.face import Face
from a11y.sign_avatar.motion.in_view import TRUNK
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import Array, multiply, slerp, unit
from a11y.sign_avatar.motion.state import HandState, Track
from a11y.sign_avatar.motion.tempo import seconds_for
from a11y.sign_avatar.motion.transitions import way_between

_FACE_STAYS = 0.8  # share of a turn of the trunk that the neck takes back
_SAMPLES = 25  # of a way whose length is asked for
_STILL = 1e-3  # radians that nobody sees


@dataclass(frozen=True, eq=False, slots=True)
class Stance:
    """How a trunk is turned, and the head on it: rotation vectors (3,)."""

    trunk: Array
    neck: Array

    def far(self, other: Stance) -> bool:
        """The other one is seen to be another."""
        off = max(np.abs(self.trunk - other.trunk).max(), np.abs(self.neck - other.neck).max())
        return bool(off > _STILL)


UPRIGHT = Stance(np.zeros(3), np.zeros(3))


def turn(face: Face, trunk: Array, neck: Array, head: Array) -> None:
    """Turns of trunk and head (T, 3) that signs ask for. The face stays with the viewer unless a
    hand is at it, by shares ``head`` (T,)."""
    face.torso += trunk
    face.head += neck - _FACE_STAYS * (1.0 - head)[:, None] * trunk


def carried(world: World, track: Track) -> tuple[Array, Array]:
    """Targets of the upright body → targets on the body as it moves, wrists (T, 3) and turns
    (T, 4): hands in space go with the trunk, hands at the head with the head."""
    trunk_turn, _ = world.joint(TRUNK)
    trunk = world.point(TRUNK, track.wrist)
    head_turn, _ = world.joint("head")
    head = world.point("head", track.wrist)
    share = track.head[:, None]
    wrist = (1 - share) * trunk + share * head
    mixed = (1 - share) * trunk_turn + share * head_turn * np.sign(
        np.sum(trunk_turn * head_turn, axis=-1, keepdims=True)
    )
    return wrist, multiply(unit(mixed), track.turn)


def as_carried(
    rig: Rig, tracks: Mapping[str, Track], trunk: Array, neck: Array
) -> dict[str, Track]:
    """The same tracks on a body whose trunk and head turn by (N, 3), as the viewer sees them."""
    out = {}
    for side, one in tracks.items():
        rows = np.minimum(np.arange(len(one)), len(trunk) - 1)
        face = Face(np.zeros(len(one)))
        turn(face, trunk[rows], neck[np.minimum(rows, len(neck) - 1)], one.head)
        wrist, turned = carried(World(skeleton(rig), face.joints()), one)
        out[side] = replace(one, wrist=wrist, turn=turned)
    return out


def seconds_carried(
    rig: Rig, side: str, a: HandState, b: HandState, before: Stance, after: Stance
) -> float:
    """Seconds that a way between two states takes at least so that the wrist is not jerked where
    trunk and head turn meanwhile; none where they do not."""
    if not before.far(after):
        return 0.0
    shares = np.linspace(0, 1, _SAMPLES)
    way = ease(shares)[:, None]
    track = Track(
        way_between(rig, side, a, b, shares),
        slerp(a.turn[None], b.turn[None], way[:, 0]),
        np.zeros((_SAMPLES, len(a.angles))),
        a.head + way[:, 0] * (b.head - a.head),
    )
    trunk = before.trunk + way * (after.trunk - before.trunk)
    neck = before.neck + way * (after.neck - before.neck)
    return seconds_for(as_carried(rig, {side: track}, trunk, neck)[side].wrist)
