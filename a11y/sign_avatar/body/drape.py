"""How the trunk of the top hangs: nothing of what the skin below has in detail shows through."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter, maximum_filter1d
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.mesh import Floats, Ints

_DETAIL = 0.022  # metres: what is smaller does not show through the trunk


@dataclass(frozen=True, eq=False)
class _Near:
    """What lies about each of some points on their own side of the sheet: which of them (rows, P),
    which point (columns, P), and how much it counts (P,): the more surface, the nearer, the more
    turned alike."""

    rows: Ints
    columns: Ints
    weight: Floats

    def mean(self, values: Floats, count: int) -> Floats:
        """Means (count,) of values (P,)."""
        total = np.bincount(self.rows, self.weight, count)
        return np.asarray(np.bincount(self.rows, self.weight * values, count) / total)


def _near(points: Floats, normals: Floats, triangles: Ints, mine: Ints) -> _Near:
    corners = points[triangles]
    area = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    surface = np.bincount(triangles.ravel(), np.repeat(area, 3), len(points))
    pairs = cKDTree(points[mine]).sparse_distance_matrix(
        cKDTree(points), 2 * _DETAIL, output_type="coo_matrix"
    )
    alike = np.clip((normals[mine][pairs.row] * normals[pairs.col]).sum(1), 0, 1)
    weight = surface[pairs.col] * np.exp(-((pairs.data / _DETAIL) ** 2)) * alike
    return _Near(pairs.row, pairs.col, weight)


def without_detail(points: Floats, normals: Floats, triangles: Ints, share: Floats) -> Floats:
    """Points (N, 3) moved along their normals to the mean of the surface about them, to that share
    (N,): the data's mesh is finest where its detail must not show."""
    mine = np.flatnonzero(share > 0)
    near = _near(points, normals, triangles, mine)
    off = ((points[near.columns] - points[mine][near.rows]) * normals[mine][near.rows]).sum(1)
    out = points.copy()
    out[mine] += (share[mine] * near.mean(off, len(mine)))[:, None] * normals[mine]
    return out


def evened(points: Floats, normals: Floats, triangles: Ints, share: Floats) -> Floats:
    """Normals (N, 3) turned to the mean of those about them, to that share (N,): where the mesh is
    finest a dent that is too small to be moved away would still catch light."""
    mine = np.flatnonzero(share > 0)
    near = _near(points, normals, triangles, mine)
    mean = np.stack([near.mean(normals[near.columns, k], len(mine)) for k in range(3)], 1)
    out = normals.copy()
    out[mine] += share[mine][:, None] * (mean - normals[mine])
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9)
    return out


def drape(points: Floats, trunk: Floats, shoulder: Floats, *, fall: float) -> Floats:
    """New positions of the trunk: hangs from above instead of clinging. Polar around the spine."""
    centre_z = 0.5 * (points[trunk > 0.9][:, 2].max() + points[trunk > 0.9][:, 2].min()) - 0.01
    flat = points[:, [0, 2]] - [0, centre_z]
    radius = np.linalg.norm(flat, axis=1)
    angle = np.arctan2(flat[:, 0], flat[:, 1])
    low, high = points[:, 1].min(), shoulder[1] + 0.02
    rows, columns = 30, 72
    row = np.clip((points[:, 1] - low) / (high - low) * (rows - 1), 0, rows - 1)
    column = (angle / (2 * np.pi) + 0.5) * columns
    grid = np.zeros((rows, columns))
    # Without the fringe of the armpits, from which the sides would hang as from a shelf.
    body = trunk > 0.85
    np.maximum.at(
        grid,
        (np.round(row[body]).astype(int), np.round(column[body]).astype(int) % columns),
        radius[body],
    )
    for line in grid:  # fill empty cells around the ring
        known = np.flatnonzero(line > 0)
        if len(known):
            line[:] = np.interp(np.arange(columns), known, line[known], period=columns)
    filled = np.flatnonzero(grid.max(1) > 0)
    for k in range(columns):
        grid[:, k] = np.interp(np.arange(rows), filled, grid[filled, k])
    grid = maximum_filter1d(grid, 5, axis=1, mode="wrap")
    grid = gaussian_filter(grid, (0.8, 2.2), mode=("nearest", "wrap"))
    step = (high - low) / (rows - 1)
    for k in range(rows - 2, -1, -1):
        grid[k] = np.maximum(grid[k], grid[k + 1] - fall * step)
    grid = gaussian_filter(grid, (1.3, 2.6), mode=("nearest", "wrap"))
    r0, c0 = np.floor(row).astype(int), np.floor(column).astype(int)
    fr, fc = row - r0, column - c0
    r1 = np.minimum(r0 + 1, rows - 1)
    wanted = (
        grid[r0, c0 % columns] * (1 - fr) * (1 - fc)
        + grid[r1, c0 % columns] * fr * (1 - fc)
        + grid[r0, (c0 + 1) % columns] * (1 - fr) * fc
        + grid[r1, (c0 + 1) % columns] * fr * fc
    )
    # Near the shoulders the cloth lies on the body.
    below = np.clip((shoulder[1] - 0.055 - points[:, 1]) / 0.09, 0, 1)
    blend = below * below * (3 - 2 * below) * np.clip((trunk - 0.5) / 0.45, 0, 1)
    gain = blend * np.maximum(wanted - radius, 0)
    out = points.copy()
    out[:, [0, 2]] += flat / np.maximum(radius, 1e-6)[:, None] * gain[:, None]
    return out
