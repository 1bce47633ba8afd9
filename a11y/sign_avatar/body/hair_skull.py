"""The head as hair lies on it: how far its skin is in every direction, as if it had no ears."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import trimesh
from scipy.spatial import cKDTree
from trimesh.ray.ray_pyembree import RayMeshIntersector

from a11y.sign_avatar.body.hairline import Hairline
from a11y.sign_avatar.body.mesh import Floats, Ints, boundary_edges

_EAR = 0.020  # metres around an ear's root that do not belong to the head's outline
_BLUR = 0.16  # radians over which the head's outline is evened out there
_NECK = -0.5  # sine of the angle below which lies the neck, where there is nothing to even out
_MARGIN = 0.002  # metres by which that may be too narrow

Skull = Callable[[Floats], Floats]
"""Distance (N,) from the head's middle to its skin along unit directions (N, 3), neighbours next to
each other."""


def skull_of(positions: Floats, triangles: Ints, centre: Floats) -> Skull:
    """The skull under ``triangles`` (T, 3) without the ears, seen from ``centre`` (3,)."""
    rays = RayMeshIntersector(trimesh.Trimesh(positions, triangles, process=False))
    smooth = _without_ears(positions, triangles, centre)

    def reach(ways: Floats) -> Floats:
        found = _filled(rays, centre, ways)
        return np.where(ways[:, 1] < _NECK, found, np.minimum(found, smooth(ways)))

    return reach


def line_directions(skull: Skull, hairline: Hairline, centre: Floats, azimuth: Floats) -> Floats:
    """Unit directions (N, 3) from ``centre`` to the hairline at those azimuths (degrees)."""
    turn = np.radians(azimuth)
    flat = np.stack([np.sin(turn), np.zeros_like(turn), np.cos(turn)], 1)
    height = hairline.height(azimuth) - centre[1]
    direction = flat * 0.085 + height[:, None] * np.array([0, 1.0, 0])
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    sine = direction[:, 1]
    for _ in range(14):
        radius = np.maximum(skull(direction), 0.06)
        sine = 0.5 * sine + 0.5 * np.clip(height / radius, -0.95, 0.95)
        direction = flat * np.sqrt(1 - sine**2)[:, None]
        direction[:, 1] = sine
    return np.asarray(direction)


def _radii(rays: RayMeshIntersector, centre: Floats, directions: Floats) -> Floats:
    """Distance (N,) from ``centre`` to the outermost skin along unit directions (N, 3)."""
    origins = np.repeat(centre[None], len(directions), 0)
    points, index, _ = rays.intersects_location(origins, directions, multiple_hits=True)
    out = np.zeros(len(directions))
    np.maximum.at(out, index, np.linalg.norm(points - centre, axis=1))
    return out


def _without_ears(positions: Floats, skull: Ints, centre: Floats) -> Callable[[Floats], Floats]:
    """Radii (N,) of the head along unit directions (N, 3), as if it had no ears: near their roots
    it goes on as it is around them."""
    rim = positions[np.unique(boundary_edges(skull))] - centre
    rim = rim[(np.abs(rim[:, 0]) > 0.05) & (np.abs(rim[:, 1] + 0.03) < 0.06)]
    skin = positions[np.unique(skull)] - centre
    skin = skin[cKDTree(rim).query(skin)[0] > _EAR]
    radius = np.linalg.norm(skin, axis=1)
    ways = skin / radius[:, None]
    # The outermost skin of each direction, not the inside of mouth and nose.
    near = cKDTree(ways).query_ball_point(ways, _BLUR / 2)
    outside = np.array([radius[k] > 0.97 * radius[found].max() for k, found in enumerate(near)])
    ways, radius = ways[outside], radius[outside]

    def radii(directions: Floats) -> Floats:
        weight = np.exp(-((np.arccos(np.clip(directions @ ways.T, -1, 1)) / _BLUR) ** 2)) + 1e-12
        found: Floats = weight @ radius / weight.sum(1) + _MARGIN
        return found

    return radii


def _filled(rays: RayMeshIntersector, centre: Floats, directions: Floats) -> Floats:
    """Radii (N,) along a line of directions; where ears leave holes, its neighbours'."""
    radius = _radii(rays, centre, directions)
    known = np.flatnonzero(radius > 0.05)
    return np.interp(np.arange(len(radius)), known, radius[known])
