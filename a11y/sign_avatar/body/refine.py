"""A finer mesh where a coarse one would show corners in its outline."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

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


def split_smoothly(
    points: Floats,
    triangles: Ints,
    corners: Ints,
    uv: Floats,
    *,
    longest: float,
    where: NDArray[np.bool_],
) -> tuple[csr_matrix, Ints, Ints, Floats]:
    """Halve edges longer than ``longest`` metres with an end in ``where`` (V,), borders excepted,
    with the new points on a smooth surface.

    points (V, 3), triangles (T, 3); corners (T, 3) are indices into uv (U, 2). Old points keep
    their numbers, and neighbours still share every edge. Returns the matrix (V + N, V) that makes
    the values at all points from those at the old ones (positions, morphs, weights: the butterfly
    scheme of Dyn, Levin & Gregory 1990), the triangles, their corners and the texture places.
    """
    a, b, middles = _split_edges(points, triangles, longest=longest, where=where)
    opposite: dict[tuple[int, int], list[int]] = {}
    touched = np.isin(triangles, np.concatenate([a, b])).any(axis=1)
    near = np.isin(triangles, np.unique(triangles[touched])).any(axis=1)
    for i, j, k in triangles[near].tolist():
        for p, q, r in ((i, j, k), (j, k, i), (k, i, j)):
            opposite.setdefault((min(p, q), max(p, q)), []).append(r)
    rows: list[int] = []
    columns: list[int] = []
    shares: list[float] = []
    for number, (p, q) in enumerate(zip(a.tolist(), b.tolist(), strict=True)):
        stencil = {p: 0.5, q: 0.5}
        for tip in opposite[min(p, q), max(p, q)]:
            for end in (p, q):
                wing = [w for w in opposite[min(end, tip), max(end, tip)] if w not in (p, q)]
                # Without a neighbour there, the wing folds back onto the edge.
                for vertex, share in ((tip, 0.0625), (wing[0] if wing else end, -0.0625)):
                    stencil[vertex] = stencil.get(vertex, 0.0) + share
        rows += [len(points) + number] * len(stencil)
        columns += stencil
        shares += stencil.values()
    same = np.arange(len(points))
    matrix = csr_matrix(
        (
            np.concatenate([np.ones(len(points)), shares]),
            (np.concatenate([same, rows]), np.concatenate([same, columns])),
        ),
        shape=(len(points) + len(a), len(points)),
    )
    middle_uv = (uv[corners] + uv[np.roll(corners, -1, axis=1)]) / 2
    both = np.concatenate([corners, len(uv) + np.arange(corners.size).reshape(-1, 3)], axis=1)
    middles = np.where(middles >= 0, len(points) + middles, -1)
    faces, own = _pieces(triangles, middles, both)
    used, inverse = np.unique(own, return_inverse=True)
    places = np.concatenate([uv, middle_uv.reshape(-1, 2)])[used]
    return matrix, faces, inverse.reshape(-1, 3), places


def _split_edges(
    points: Floats, triangles: Ints, *, longest: float, where: NDArray[np.bool_]
) -> tuple[Ints, Ints, Ints]:
    """Ends (N,), (N,) of the edges to be halved, and for each edge of each triangle (T, 3) its
    number among them or -1."""
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
    number[split] = np.arange(int(split.sum()))
    return a[split], b[split], number[inverse.reshape(-1, 3)]


def _pieces(triangles: Ints, middles: Ints, at_corners: NDArray[Any]) -> tuple[Ints, NDArray[Any]]:
    """New triangles (N, 3), and what ``at_corners`` (T, 6, …: corners, then the middles of ab, bc,
    ca) says at theirs. middles (T, 3): vertex in the middle of each edge, -1 where none is."""
    corners = np.concatenate([triangles, middles], axis=1)
    kind = ((middles >= 0) * np.array([1, 2, 4])).sum(1)
    faces, flat = [], []
    for pattern, pieces in _PIECES.items():
        rows = np.flatnonzero(kind == pattern)
        for piece in pieces:
            faces.append(corners[rows][:, list(piece)])
            flat.append(at_corners[rows][:, list(piece)])
    return np.concatenate(faces), np.concatenate(flat)
