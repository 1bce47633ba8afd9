"""Ambient light that reaches each point of the body at rest, by ray casts (embree)."""

from __future__ import annotations

import numpy as np
import trimesh
from trimesh.ray.ray_pyembree import RayMeshIntersector

from a11y.sign_avatar.body.mesh import Floats, Ints

_RAYS = 64


def _hemisphere() -> Floats:
    k = np.arange(_RAYS) + 0.5
    tilt = np.arccos(1 - k / _RAYS)
    turn = np.pi * (1 + 5**0.5) * k
    return np.stack(
        [np.cos(turn) * np.sin(tilt), np.sin(turn) * np.sin(tilt), np.cos(tilt)], axis=1
    )


def ambient(
    points: Floats,
    normals: Floats,
    occluders: list[tuple[Floats, Ints]],
    *,
    reach: float = 0.09,
    lift: float = 0.0012,
) -> Floats:
    """Share (N,) in [0, 1] of the sky seen from ``points`` (N, 3); hits farther than ``reach``
    metres no longer darken."""
    offset, vertices, faces = 0, [], []
    for positions, triangles in occluders:
        vertices.append(positions)
        faces.append(triangles + offset)
        offset += len(positions)
    mesh = trimesh.Trimesh(np.concatenate(vertices), np.concatenate(faces), process=False)
    rays = RayMeshIntersector(mesh)
    sphere = _hemisphere()
    out = np.ones(len(points))
    for part in np.array_split(np.arange(len(points)), max(1, len(points) // 1500)):
        n = normals[part]
        helper = np.where(np.abs(n[:, :1]) > 0.9, [[0.0, 1, 0]], [[1.0, 0, 0]])
        t = np.cross(n, helper)
        t /= np.maximum(np.linalg.norm(t, axis=1, keepdims=True), 1e-9)
        b = np.cross(n, t)
        directions = (
            t[:, None] * sphere[None, :, :1]
            + b[:, None] * sphere[None, :, 1:2]
            + n[:, None] * sphere[None, :, 2:]
        ).reshape(-1, 3)
        origins = np.repeat(points[part] + n * lift, _RAYS, axis=0)
        hits, index, _ = rays.intersects_location(origins, directions, multiple_hits=False)
        seen = np.ones(len(origins))
        away = np.linalg.norm(hits - origins[index], axis=1)
        seen[index] = np.clip(away / reach, 0, 1) ** 0.8
        weight = sphere[:, 2]
        out[part] = (seen.reshape(-1, _RAYS) * weight).sum(1) / weight.sum()
    return out
