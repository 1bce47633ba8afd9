"""Signed distance to the signer's outside (skin, and cloth where there is cloth) on two grids: head
with neck, and trunk. Motion keeps hands and forearms out of it, to the millimetre."""

from __future__ import annotations

import numpy as np
import trimesh
from numpy.typing import NDArray
from scipy.ndimage import binary_dilation, label
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.mesh import BODY_VERTICES, Floats, Ints, vertex_normals
from a11y.sign_avatar.body.rig import Field
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton

_HEAD_STEP, _TRUNK_STEP = 0.006, 0.009  # metres between grid points
_ROUND = 0.05  # metres of air around the body in a grid
_WALL = 0.9  # grid steps: nearer than this the surface stops the flood
_COARSE = 8  # one point of the surface in so many will do further away
_HEM = 0.06  # metres above the hips' joint where the trunk's grid ends


def fit_fields(
    shape: Shape, skeleton: Skeleton, cloth: tuple[Floats, Ints], covered: Floats
) -> tuple[Field, ...]:
    """Fields ``head`` and ``trunk``. cloth: positions (N, 3) and triangles of the garment; covered:
    (V,) above 0 where it hides the skin, which then counts for nothing."""
    triangles = shape.base.groups["body"].vertices
    near = skeleton.share("head", "neck", "spine", "clavicle", "shoulder", "pelvis", "root")
    bare = (covered <= 0) & (near > 0.3)
    garment = _dense(*cloth)
    eyes = [shape.base.groups[f"helper-{side}-eye"].vertices for side in "lr"]
    seen = triangles[bare[triangles].any(axis=1)]
    whole = [_dense(shape.positions, seen), garment]
    whole += [_dense(shape.positions, eye) for eye in eyes]
    neck, chin = skeleton.head("neck01"), skeleton.head("neck03")
    skin = shape.positions[:BODY_VERTICES]
    top = skin[skin[:, 1] > chin[1]]
    shoulder = float(skeleton.head("upperarm01.L")[0]) + 0.01
    trunk = cloth[0][np.abs(cloth[0][:, 0]) < shoulder]
    head = _field(
        "head",
        whole,
        np.array([top[:, 0].min(), neck[1], top[:, 2].min()]),
        top.max(axis=0),
        _HEAD_STEP,
        sides=True,
    )
    hips = float(skeleton.head("spine05")[1]) - _HEM
    low = np.array([-shoulder + _ROUND, hips, trunk[:, 2].min()])
    high = np.array([shoulder - _ROUND, neck[1] + 0.01, trunk[:, 2].max()])
    return head, _field("trunk", whole, low, high, _TRUNK_STEP, sides=False)


def _dense(positions: Floats, triangles: Ints) -> tuple[Floats, Floats]:
    """Points (K, 3) all over a surface, 3 mm apart or less, and their normals (K, 3)."""
    normals = vertex_normals(positions, triangles)
    both = np.concatenate([positions, normals], axis=1)
    # The subdivision splits whatever columns the vertices have, but measures the first three.
    used, rows = np.unique(triangles, return_inverse=True)
    points, faces = positions[used], rows.reshape(-1, 3)
    values = both[used]
    for _ in range(6):
        corners = points[faces]
        longest = np.linalg.norm(corners - np.roll(corners, 1, axis=1), axis=2).max(axis=1)
        big = longest > 0.003
        if not big.any():
            break
        # trimesh carries no types for this function.
        values, faces = trimesh.remesh.subdivide(  # type: ignore[no-untyped-call]
            values, faces, face_index=np.flatnonzero(big)
        )
        points = values[:, :3]
    out = values[:, 3:]
    return points, out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)


def _field(
    name: str,
    surfaces: list[tuple[Floats, Floats]],
    low: Floats,
    high: Floats,
    step: float,
    *,
    sides: bool,
) -> Field:
    """sides: the air is reached from the sides too (not where arms leave the grid)."""
    points = np.concatenate([one for one, _ in surfaces])
    normals = np.concatenate([one for _, one in surfaces])
    air = np.array([_ROUND, 0.0, _ROUND])
    origin = low - air
    top = high + air + np.array([0.0, _ROUND if sides else 0.0, 0.0])
    count = np.ceil((top - origin) / step).astype(int) + 1
    axes = [origin[k] + step * np.arange(count[k]) for k in range(3)]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    fine, _ = cKDTree(points).query(grid, distance_upper_bound=_WALL * step)
    wall = np.isfinite(fine)
    outside = _flooded(~wall.reshape(count), sides=sides)
    rim = binary_dilation(outside, iterations=3)
    # The inside of mouth and nose is no outside: only what the air reaches counts from here on.
    cells = np.clip(np.round((points - origin) / step).astype(int), 0, count - 1)
    reached = rim[tuple(cells.T)]
    points, normals = points[reached], normals[reached]
    away, _ = cKDTree(points[::_COARSE]).query(grid)
    signed = np.where(outside.ravel(), away, -away)
    # Millimetres count near the surface only.
    close = np.flatnonzero((away < 3 * step) & rim.ravel())
    _, nearest = cKDTree(points).query(grid[close])
    signed[close] = np.sum((grid[close] - points[nearest]) * normals[nearest], axis=1)
    distance = signed.reshape(count).astype(np.float32)
    return Field(name=name, origin=origin, step=step, distance=distance)


def _flooded(free: NDArray[np.bool_], *, sides: bool) -> NDArray[np.bool_]:
    """Free cells that hang together with the front or back of the grid (and its sides and top)."""
    regions, _ = label(free)
    doors = [regions[:, :, 0], regions[:, :, -1]]
    if sides:
        doors += [regions[0], regions[-1], regions[:, -1]]
    reached = np.unique(np.concatenate([door.ravel() for door in doors]))
    found: NDArray[np.bool_] = np.isin(regions, reached[reached > 0])
    return found
