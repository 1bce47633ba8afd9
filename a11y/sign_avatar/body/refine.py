"""A finer mesh where a coarse one would show corners in its outline."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.mesh import Floats, Ints, boundary_edges

# Local corners of the triangles that replace one whose edges ab, bc, ca are split (bits 1, 2, 4);
# 0, 1, 2 are its corners, 3, 4, 5 the middles of ab, bc, ca.
_PIECES: dict[int, tuple[tuple[int, int, int], ...]] = {
    0: ((0, 1, 2),),
    1: ((0, 3, 2), (3, 1, 2)),
    2: ((1, 4, 0), (4, 2, 0)),
    4: ((2, 5, 1), (5, 0, 1)),
    3: ((3, 1, 4), (0, 3, 4), (0, 4, 2)),
    6: ((4, 2, 5), (1, 4, 5), (1, 5, 0)),
    5: ((5, 0, 3), (2, 5, 3), (2, 3, 1)),
    7: ((0, 3, 5), (3, 1, 4), (5, 4, 2), (3, 4, 5)),
}


def split_long_edges(
    points: Floats,
    triangles: Ints,
    corner_uv: Floats,
    values: Floats,
    *,
    longest: float,
    where: NDArray[np.bool_],
) -> tuple[Floats, Ints, Floats, Floats]:
    """Halve edges longer than ``longest`` metres with an end in ``where`` (V,), borders excepted.

    points (V, 3), triangles (T, 3), corner_uv (T, 3, 2), values (V, K) at the points, in the middle
    of an edge the mean of its ends. Returns the four anew; old points keep their numbers, and
    neighbours still share every edge.
    """
    edges = np.sort(
        np.stack([triangles, np.roll(triangles, -1, axis=1)], axis=2).reshape(-1, 2), axis=1
    )
    unique, inverse = np.unique(edges, axis=0, return_inverse=True)
    a, b = unique.T
    split = np.linalg.norm(points[a] - points[b], axis=1) > longest
    split &= where[a] | where[b]
    border = np.sort(boundary_edges(triangles), axis=1)
    span = int(triangles.max()) + 1
    split &= ~np.isin(a * span + b, border[:, 0] * span + border[:, 1])
    number = np.full(len(unique), -1)
    number[split] = len(points) + np.arange(int(split.sum()))
    middles = number[inverse.reshape(-1, 3)]
    corners = np.concatenate([triangles, middles], axis=1)
    uv = np.concatenate([corner_uv, (corner_uv + np.roll(corner_uv, -1, axis=1)) / 2], axis=1)
    kind = ((middles >= 0) * np.array([1, 2, 4])).sum(1)
    faces, flat = [], []
    for pattern, pieces in _PIECES.items():
        rows = np.flatnonzero(kind == pattern)
        for piece in pieces:
            faces.append(corners[rows][:, list(piece)])
            flat.append(uv[rows][:, list(piece)])
    return (
        np.concatenate([points, (points[a] + points[b])[split] / 2]),
        np.concatenate(faces),
        np.concatenate(flat),
        np.concatenate([values, (values[a] + values[b])[split] / 2]),
    )
