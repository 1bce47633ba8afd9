"""What hands can bump into, as numbers: how deep points of hands and arms are in head and trunk,
and how deep limbs are in each other.

Head and trunk are distance fields of the real skin and cloth (``Rig.fields``), limbs are capsules
fitted to it. Metres throughout; a depth above 0 is an overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.rig import Field, Rig
from a11y.sign_avatar.motion.kinematics import World
from a11y.sign_avatar.motion.rotations import Array, dot, inverse, rotate, unit

Rows = NDArray[np.intp]
_FAR = 0.05  # metres that a point outside a field is away at least
_PROBE = 0.006  # metres to either side for the way out
# Joints that carry the trunk's field, from the hips up: how far the spine has bent there.
_SPINE = ("spine05", "spine03", "spine01")
_JOINTS = {
    "hand": ("finger", "metacarpal"),
    "arm": ("lowerarm",),
    "upper": ("upperarm02",),
}


@dataclass(frozen=True, eq=False)
class Flesh:
    """Capsules of a limb: joint names, ends (K, 3) at rest, radii (K,)."""

    joints: tuple[str, ...]
    starts: Array
    ends: Array
    radii: Array


@lru_cache(maxsize=32)
def flesh(rig: Rig, part: str) -> Flesh:
    """``hand.R``, ``arm.R`` (forearm), ``upper.R`` (the upper arm's lower half) and those of the
    left."""
    kind, _, side = part.partition(".")
    chosen = [
        capsule
        for capsule in rig.capsules
        if capsule.joint.startswith(_JOINTS[kind]) and capsule.joint.endswith(f".{side}")
    ]
    return Flesh(
        tuple(capsule.joint for capsule in chosen),
        np.array([capsule.start for capsule in chosen]).reshape(-1, 3),
        np.array([capsule.end for capsule in chosen]).reshape(-1, 3),
        np.array([capsule.radius for capsule in chosen]),
    )


@lru_cache(maxsize=32)
def shares(rig: Rig, part: str, base: str, tip: str) -> Array:
    """(K,) where the middle of each capsule is on the way from one joint to another, 0 … 1."""
    parts = flesh(rig, part)
    start, end = (np.asarray(rig.heads[rig.index(name)], float) for name in (base, tip))
    way = end - start
    middles = (parts.starts + parts.ends) / 2
    return np.asarray(np.clip((middles - start) @ way / (way @ way), 0.0, 1.0))


def segments(world: World, parts: Flesh, frames: int) -> tuple[Array, Array]:
    """Both ends (T, K, 3) of capsules in the world."""
    starts = np.empty((frames, len(parts.joints), 3))
    ends = np.empty_like(starts)
    for k, joint in enumerate(parts.joints):
        turn, place = world.joint(joint)
        rest = world.body.head(joint)
        starts[:, k] = place + rotate(turn, parts.starts[k] - rest)
        ends[:, k] = place + rotate(turn, parts.ends[k] - rest)
    return starts, ends


@lru_cache(maxsize=32)
def _bead_table(rig: Rig, part: str) -> tuple[Rows, Array, Array]:
    """Capsule number (B,), share of its way (B, 1) and radius (B,) of the spheres along a limb."""
    parts = flesh(rig, part)
    lengths = np.linalg.norm(parts.ends - parts.starts, axis=1)
    counts = np.ceil(lengths / parts.radii).astype(int) + 1
    owner = np.repeat(np.arange(len(counts)), counts)
    share = np.concatenate([np.linspace(0, 1, n) for n in counts])[:, None]
    return owner, share, parts.radii[owner]


def beads(rig: Rig, part: str, ends: tuple[Array, Array]) -> tuple[Array, Array, Rows]:
    """Spheres along a limb's capsules whose ends are (…, K, 3): centres (…, B, 3), radii (B,), and
    the number of the capsule of each (B,)."""
    owner, share, radii = _bead_table(rig, part)
    return ends[0][..., owner, :] * (1 - share) + ends[1][..., owner, :] * share, radii, owner


def away(field: Field, points: Array) -> Array:
    """(…,) signed distance of points (…, 3) at rest from a field's surface."""
    where = (points - field.origin) / field.step
    most = np.array(field.distance.shape) - 1
    inside = ((where >= 0) & (where <= most)).all(axis=-1)
    cell = np.clip(np.floor(where).astype(int), 0, most - 1)
    share = np.clip(where - cell, 0.0, 1.0)
    x, y, z = np.moveaxis(cell, -1, 0)
    a, b, c = np.moveaxis(share, -1, 0)
    d = field.distance
    low = (d[x, y, z] * (1 - c) + d[x, y, z + 1] * c) * (1 - b) + (
        d[x, y + 1, z] * (1 - c) + d[x, y + 1, z + 1] * c
    ) * b
    high = (d[x + 1, y, z] * (1 - c) + d[x + 1, y, z + 1] * c) * (1 - b) + (
        d[x + 1, y + 1, z] * (1 - c) + d[x + 1, y + 1, z + 1] * c
    ) * b
    return np.where(inside, low * (1 - a) + high * a, _FAR)


def away_at_rest(rig: Rig, points: Array) -> Array:
    """(…,) signed distance of points (…, 3) from the upright body."""
    out = np.full(points.shape[:-1], np.inf)
    for field in rig.fields:
        out = np.minimum(out, away(field, points))
    return out


def away_from_body(rig: Rig, world: World, points: Array) -> Array:
    """(T, …) signed distance of points (T, …, 3) from head and trunk as they are posed."""
    out = np.full(points.shape[:-1], np.inf)
    for field in rig.fields:
        out = np.minimum(out, away(field, back_at_rest(field, world, points)))
    return out


def back_at_rest(field: Field, world: World, points: Array) -> Array:
    """(T, …, 3) where points (T, …, 3) would be with head or trunk at rest and they fixed to it."""
    wide = (len(points), *([1] * (points.ndim - 2)))

    def at_rest(joint: str) -> Array:
        turn, place = world.joint(joint)
        turn = np.broadcast_to(turn, (len(points), 4)).reshape(*wide, 4)
        place = np.broadcast_to(place, (len(points), 3)).reshape(*wide, 3)
        return world.body.head(joint) + rotate(inverse(turn), points - place)

    if field.name == "head":
        return at_rest("head")
    heights = np.array([world.body.head(joint)[1] for joint in _SPINE])
    level = np.interp(points[..., 1], heights, np.arange(len(heights)))[..., None]
    rest = np.zeros_like(points)
    for k, joint in enumerate(_SPINE):
        rest = rest + np.clip(1 - np.abs(level - k), 0, 1) * at_rest(joint)
    return rest


def way_out(rig: Rig, world: World, points: Array) -> Array:
    """(T, …, 3) unit directions in which points get away from the body soonest."""
    steps = _PROBE * np.concatenate([np.eye(3), -np.eye(3)])
    around = away_from_body(rig, world, points[..., None, :] + steps)
    return unit(around[..., :3] - around[..., 3:] + 1e-12)


def closest(p: Array, q: Array, r: Array, s: Array) -> tuple[Array, Array]:
    """Nearest points of segments p–q and r–s (broadcast over leading axes)."""
    along, across, between = q - p, s - r, p - r
    a, e, f = dot(along, along), dot(across, across), dot(across, between)
    c, b = dot(along, between), dot(along, across)
    a, e = np.maximum(a, 1e-12), np.maximum(e, 1e-12)
    spread = a * e - b * b
    t = np.clip(np.where(spread > 1e-12, (b * f - c * e) / np.maximum(spread, 1e-12), 0.0), 0, 1)
    u = (b * t + f) / e
    t = np.where(u < 0, np.clip(-c / a, 0, 1), np.where(u > 1, np.clip((b - c) / a, 0, 1), t))
    u = np.clip(u, 0, 1)
    return p + t[..., None] * along, r + u[..., None] * across


def overlaps(
    first: tuple[Array, Array], radii: Array, second: tuple[Array, Array], others: Array
) -> tuple[Array, Array]:
    """Depth (T, K, M) of every capsule of the first in every one of the second, negative where they
    are apart, and the first's ways out (T, K, M, 3), not of unit length."""
    a, b = closest(
        first[0][:, :, None], first[1][:, :, None], second[0][:, None], second[1][:, None]
    )
    apart = a - b
    return radii[:, None] + others - np.sqrt(dot(apart, apart)), apart
