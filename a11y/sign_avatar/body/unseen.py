"""Leaves out what nobody ever sees: skin behind nose and eyes, the throat, the crown under hair.

It is found out, not guessed: rays from the skin, with the face as it is at rest and in the shapes
that open it farthest, towards all places from which a turned head can be looked at (embree). What
is neither seen nor next to what is seen is not drawn: it would cost files and frames alike.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import trimesh
from numpy.typing import NDArray
from trimesh.ray.ray_pyembree import RayMeshIntersector

from a11y.sign_avatar.body.mesh import Floats, Ints, vertex_normals
from a11y.sign_avatar.body.parts import Part

_LOOKED_AT = ("face", "mouth", "tongue")
_IN_THE_WAY = (*_LOOKED_AT, "teeth", "neck", "eyeball.L", "eyeball.R", "hair", "top", "collar")
_TURN, _RISE = np.arange(-117, 118, 18) + 0.3, np.arange(-45, 61, 15) + 0.2
"""Degrees from the front, and above the level, from which a head is looked at: the live view turns
to 69, a head to 45 and nods."""
_RINGS = 1  # of triangles about what is seen that are kept
_LIFT = 4e-4  # metres off the surface at which a ray begins
_DENSE = 0.10, 0.88  # share of their length over which strands let nothing through

_SIDES = ("Left", "Right")
_SHAPES: tuple[dict[str, float], ...] = (
    {},
    {"jawOpen": 1.0},
    {"jawOpen": 1.0, "mouthUpperUp": 1.0, "mouthLowerDown": 1.0, "mouthStretch": 0.6},
    {"jawOpen": 0.6, "mouthSmile": 1.0},
    {"jawOpen": 0.4, "mouthFunnel": 1.0},
    {"jawOpen": 0.3, "mouthPucker": 1.0},
    {"jawOpen": 0.6, "tongueOut": 1.0},
    {"jawOpen": 0.4, "tongueOut": 0.4},
    {"noseSneer": 1.0, "eyeBlink": 1.0, "mouthUpperUp": 1.0},
    {"eyeWide": 1.0, "eyeLookUp": 1.0, "cheekPuff": 1.0},
    {"eyeWide": 1.0, "eyeLookDown": 1.0, "mouthFrown": 1.0},
)
"""Weights of morphs; a name that exists for both sides stands for both."""


def without_unseen(parts: list[Part]) -> list[Part]:
    """The parts without those triangles that no look ever meets; vertices stay, unused."""
    there = [part for part in parts if part.name in _IN_THE_WAY]
    asked = [part for part in there if part.name in _LOOKED_AT]
    seen = {part.name: np.zeros(len(part.triangles), bool) for part in asked}
    for weights in _SHAPES:
        posed = [_posed(part, weights) for part in there]
        rays = _obstacles(there, posed)
        for part, points in zip(there, posed, strict=True):
            if part.name in seen:
                seen[part.name] |= _met(rays, points, part.triangles, done=seen[part.name])
    return [
        replace(part, triangles=part.triangles[_widened(part, seen[part.name])])
        if part.name in seen
        else part
        for part in parts
    ]


def _posed(part: Part, weights: dict[str, float]) -> Floats:
    points = part.positions.copy()
    for name, weight in weights.items():
        for key in (name, *(f"{name}{side}" for side in _SIDES)):
            if key in part.morphs:
                points += weight * part.morphs[key][0]
    return points


def _obstacles(parts: list[Part], posed: list[Floats]) -> RayMeshIntersector:
    offsets = np.cumsum([0, *(len(points) for points in posed[:-1])])
    faces = [
        part.triangles[_opaque(part)] + offset for part, offset in zip(parts, offsets, strict=True)
    ]
    mesh = trimesh.Trimesh(np.concatenate(posed), np.concatenate(faces), process=False)
    return RayMeshIntersector(mesh)


def _opaque(part: Part) -> NDArray[np.bool_]:
    """Triangles (T,) through which nothing shows: of hair, those between root and frayed tip."""
    if not part.material.blend:
        return np.ones(len(part.triangles), bool)
    low, high = _DENSE
    dense = (part.uv[:, 1] > low) & (part.uv[:, 1] < high)
    if part.alpha is not None:
        dense &= part.alpha > 0.99
    return np.asarray(dense[part.triangles].all(axis=1))


def _met(
    rays: RayMeshIntersector, points: Floats, triangles: Ints, *, done: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Triangles (T,) of which a corner or the middle is seen from somewhere; those ``done`` are
    known to be."""
    normals = vertex_normals(points, triangles)
    corners = points[triangles]
    flat = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-15)
    # Of every triangle a point near each corner, whose light is the corner's, and its middle.
    spots = np.concatenate(
        [corners.mean(1)[:, None], 0.85 * corners + 0.15 * corners.mean(1)[:, None]], axis=1
    )
    ahead = np.concatenate([flat[:, None], normals[triangles]], axis=1)
    out = done.copy()
    for turn in np.radians(_TURN):
        for rise in np.radians(_RISE):
            way = np.array([np.sin(turn) * np.cos(rise), np.sin(rise), np.cos(turn) * np.cos(rise)])
            rows = np.flatnonzero(~out & (flat @ way > -0.02))
            if not len(rows):
                continue
            starts = (spots[rows] + _LIFT * ahead[rows]).reshape(-1, 3)
            ways = np.repeat(way[None], len(starts), 0)
            # trimesh carries no types for this function.
            hit = rays.intersects_any(starts, ways)  # type: ignore[no-untyped-call]
            out[rows] |= ~hit.reshape(-1, 4).all(axis=1)
    return out


def _widened(part: Part, seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What is seen (T,) and ``_RINGS`` rings of triangles about it, across seams of the texture."""
    _, welded = np.unique(np.round(part.positions, 6), axis=0, return_inverse=True)
    corners = welded.ravel()[part.triangles]
    for _ in range(_RINGS):
        seen = np.asarray(np.isin(corners, np.unique(corners[seen])).any(axis=1))
    return seen
