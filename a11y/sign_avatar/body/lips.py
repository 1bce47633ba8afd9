"""A skin around the mouth fine enough to show the lips' curves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.mesh import (
    BODY_VERTICES,
    BaseMesh,
    Floats,
    Group,
    Ints,
    smoother,
    vertex_normals,
)
from a11y.sign_avatar.body.refine import split_smoothly
from a11y.sign_avatar.body.rims import lower_share
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton

_LONGEST_EDGE = 0.0028  # metres, on the lips and near them
_NEAR = 0.005  # metres from the lips within which edges are split
_NOTCH = 0.011  # metres beside the middle within which the lower lip is evened out
_EVENED = 20  # rounds
_SIDEWAYS = 0.75  # an edge lies along the lip if so much of it goes aside


def finer_mouth(
    shape: Shape, skeleton: Skeleton, lips: NDArray[np.bool_], *values: Floats
) -> tuple[Shape, Skeleton, tuple[Floats, ...]]:
    """The skin with more points on and around the lips, appended behind all others.

    values: one number per vertex each, (V,); returned longer, like everything else.
    """
    away, _ = cKDTree(shape.positions[lips]).query(shape.positions)
    near = away < _NEAR
    near[BODY_VERTICES:] = False
    drop = -shape.morphs["jawOpen"][:, 1]
    fine, skinned, (share, dropped, *rest) = finer_skin(
        shape, skeleton, lips.astype(float), drop, *values, where=near, longest=_LONGEST_EDGE
    )
    lower = lower_share(dropped, drop[lips].max())
    return _without_kink(fine, share * lower), skinned, tuple(rest)


def _without_kink(shape: Shape, lower: Floats) -> Shape:
    """The lower lip without the notch that the data has in its middle: evened out along the lip,
    its profile kept. lower (V,): share to which a point is the red of it."""
    triangles = shape.base.groups["body"].vertices
    near = np.maximum(lower, 0.8 * (smoother(len(shape.positions), triangles) @ lower))
    points = shape.positions
    amount = (0.7 * np.clip(near, 0, 1) * np.exp(-((points[:, 0] / _NOTCH) ** 4)))[:, None]
    along = _along_the_lip(points, triangles)
    # The lip's own curve round the teeth stays: what is evened out is what departs from it.
    red = lower > 0.9
    place = points[:, 0] ** 2
    curve = np.stack(
        [np.zeros_like(place)]
        + [
            place * np.polynomial.Polynomial.fit(place[red], points[red, k], 1).deriv()(0.0)
            for k in (1, 2)
        ],
        axis=1,
    )
    points = points - curve
    for _ in range(_EVENED):
        points = points + amount * (along @ points - points) * [0, 1, 1]
    points = points + curve
    return Shape(
        replace(shape.base, positions=points), vertex_normals(points, triangles), shape.morphs
    )


def _along_the_lip(points: Floats, triangles: Ints) -> csr_matrix:
    """Matrix (V, V) of the mean of a point's neighbours to its left and right, and of nothing else
    where there are none on both sides."""
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    way = points[edges[:, 1]] - points[edges[:, 0]]
    edges = edges[np.abs(way[:, 0]) > _SIDEWAYS * np.linalg.norm(way, axis=1)]
    both = np.unique(np.concatenate([edges, edges[:, ::-1]]), axis=0)
    left = points[both[:, 1], 0] < points[both[:, 0], 0]
    count = len(points)
    out = csr_matrix((count, count))
    rows = np.ones(count, bool)
    for side in (left, ~left):
        a, b = both[side].T
        degree = np.bincount(a, minlength=count)
        rows &= degree > 0
        out = out + csr_matrix((0.5 / degree[a], (a, b)), shape=(count, count))
    keep = rows.astype(float)
    return csr_matrix(diags(keep) @ out + diags(1 - keep))


def finer_skin(
    shape: Shape,
    skeleton: Skeleton,
    *values: Floats,
    where: NDArray[np.bool_],
    longest: float,
) -> tuple[Shape, Skeleton, tuple[Floats, ...]]:
    """The skin with edges longer than ``longest`` metres halved that have an end in ``where`` (V,);
    the new points lie on a smooth surface. Values as in ``finer_mouth``."""
    body = shape.base.groups["body"]
    stencil, triangles, corners, uv = split_smoothly(
        shape.positions, body.vertices, body.corners, shape.base.uv, longest=longest, where=where
    )
    base = _with_skin(shape.base, stencil, triangles, corners, uv)
    normals: Floats = vertex_normals(base.positions, triangles)
    morphs = {name: np.asarray(stencil @ offsets) for name, offsets in shape.morphs.items()}
    weights = np.clip(np.asarray(stencil @ skeleton.weights), 0, None)
    weights /= weights.sum(1, keepdims=True)
    return (
        Shape(base, normals, morphs),
        replace(skeleton, weights=weights),
        tuple(np.asarray(stencil @ value) for value in values),
    )


def _with_skin(
    base: BaseMesh, stencil: csr_matrix, triangles: Ints, corners: Ints, uv: Floats
) -> BaseMesh:
    groups = {**base.groups, "body": Group(triangles, corners)}
    return replace(base, positions=np.asarray(stencil @ base.positions), uv=uv, groups=groups)
