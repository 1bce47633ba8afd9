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
from a11y.sign_avatar.motion import flesh_loops
from a11y.sign_avatar.motion.kinematics import Skeleton, World
from a11y.sign_avatar.motion.rotations import Array, rotate, unit

Rows = NDArray[np.intp]
_PROBE = 0.006  # metres to either side for the way out
# Joints that carry the trunk's field, from the hips up: how far the spine has bent there.
_SPINE = ("spine05", "spine03", "spine01")
_HEAD = ("head",)
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


def away_at_rest(rig: Rig, points: Array) -> Array:
    """(…,) signed distance of points (…, 3) from the upright body."""
    flat = points.reshape(-1, 3)
    gaps = [flesh_loops.gaps_at_rest(flat, one.distance, _place(one)) for one in rig.fields]
    return np.asarray(np.minimum.reduce(gaps)).reshape(points.shape[:-1])


def away_from_body(rig: Rig, world: World, points: Array) -> Array:
    """(T, …) signed distance of points (T, …, 3) from head and trunk as they are posed."""
    flat = points.reshape(len(points), -1, 3)
    gaps = []
    for field in rig.fields:
        carriers = _HEAD if field.name == "head" else _SPINE
        heights = _heights(world.body, carriers)
        grid, place = field.distance, _place(field)
        gaps.append(flesh_loops.gaps(flat, *world.backs(carriers), heights, grid, place))
    return np.asarray(np.minimum.reduce(gaps)).reshape(points.shape[:-1])


@lru_cache(maxsize=16)
def _place(field: Field) -> Array:
    return np.array([*field.origin, field.step])


@lru_cache(maxsize=16)
def _heights(body: Skeleton, joints: tuple[str, ...]) -> Array:
    return np.array([body.head(joint)[1] for joint in joints])


def way_out(rig: Rig, world: World, points: Array) -> Array:
    """(T, …, 3) unit directions in which points get away from the body soonest."""
    steps = _PROBE * np.concatenate([np.eye(3), -np.eye(3)])
    around = away_from_body(rig, world, points[..., None, :] + steps)
    return unit(around[..., :3] - around[..., 3:] + 1e-12)


@dataclass(frozen=True, eq=False, slots=True)
class Overlap:
    """How deep capsules of two limbs are in each other, (T, K, M) in metres, negative where they
    are apart, and at which shares of their lengths they are nearest."""

    deep: Array
    along: Array
    across: Array

    def ways(
        self,
        first: tuple[Array, Array],
        second: tuple[Array, Array],
        rows: Rows,
        one: Rows,
        two: Rows,
    ) -> Array:
        """(N, 3) the ways, not of unit length, in which capsules ``one`` of the first limb get out
        of ``two`` of the second in those rows soonest."""
        t, u = self.along[rows, one, two][:, None], self.across[rows, one, two][:, None]
        near = (1 - t) * first[0][rows, one] + t * first[1][rows, one]
        return np.asarray(near - (1 - u) * second[0][rows, two] - u * second[1][rows, two])


def overlaps(
    first: tuple[Array, Array], radii: Array, second: tuple[Array, Array], others: Array
) -> Overlap:
    """Every capsule of the first limb, ends (T, K, 3), radii (K,), against every one of the second,
    (T, M, 3), (M,)."""
    return Overlap(*flesh_loops.overlaps(*first, radii, *second, others))
