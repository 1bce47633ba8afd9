"""How far apart the parts of written contacts are."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.flesh import Rows, away_from_body, flesh, overlaps, segments
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.rotations import Array, rotate
from a11y.sign_avatar.motion.touching import Contact

LIMBS = ("arm", "upper")


def gaps_over(rig: Rig, world: World, contact: Contact, rows: Rows) -> Array:
    """(N,) metres by which one contact is open in those frames of ``world``, negative inside."""
    turn, wrist = (
        np.broadcast_to(one, (_frames(world), one.shape[-1]))[rows]
        for one in world.joint(f"wrist.{contact.side}")
    )
    points = moved(contact.points, turn, wrist)
    if contact.body:
        some = World(
            world.body,
            {k: v if len(v) == 1 or v.ndim == 1 else v[rows] for k, v in world.local.items()},
        )
        away = away_from_body(rig, some, points)
    else:
        other = SIDES[1 - SIDES.index(contact.side)]
        away = np.full(points.shape[:2], np.inf)
        for kind in ("hand", *LIMBS):
            parts = flesh(rig, f"{kind}.{other}")
            ends = segments(world, parts, _frames(world))
            away = np.minimum(away, between(points, (ends[0][rows], ends[1][rows]), parts.radii))
    return np.asarray((away - contact.radii).min(axis=1))


def _frames(world: World) -> int:
    return max(len(turns) for turns in world.local.values() if turns.ndim > 1)


def moved(points: Array, turn: Array, place: Array) -> Array:
    """(B, P, 3) points (P, 3) turned by (B, 4) and put at (B, 3)."""
    return np.asarray(place[:, None] + rotate(turn[:, None], points[None]))


def between(points: Array, ends: tuple[Array, Array], radii: Array) -> Array:
    """(B, P) metres from points (B, P, 3) to the nearest of capsules (B, K, 3)."""
    none = np.zeros(points.shape[1])
    return np.asarray(-overlaps((points, points), none, ends, radii).deep.max(axis=2))
