"""Ears without corners: in the data the lobe ends in a shelf and the rim is a polygon."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from a11y.sign_avatar.body.lips import finer_skin
from a11y.sign_avatar.body.mesh import Floats, smoother, vertex_normals
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton

_EDGE = 0.0055  # metres
_ROUNDS, _SHARE = 5, 0.5
_LOBE = 14  # rounds more where the lobe grows out of the cheek


def round_ears(
    shape: Shape, skeleton: Skeleton, ears: Floats, *values: Floats
) -> tuple[Shape, Skeleton, tuple[Floats, ...]]:
    """The skin with a finer, softer outline of the ears; points are appended behind all others.

    ears (V,): share to which each vertex is part of one. values: one number per vertex, (V,);
    returned longer, like everything else.
    """
    shape, skeleton, (share, *rest) = finer_skin(
        shape, skeleton, ears, *values, where=ears > 0.5, longest=_EDGE
    )
    triangles = shape.base.groups["body"].vertices
    average = smoother(len(shape.positions), triangles)
    known = np.unique(triangles)
    own = np.zeros(len(share))
    own[known] = np.clip(share[known], 0, 1)
    for _ in range(3):
        own[known] = np.maximum(own, 0.75 * (average @ own))[known]
    height = shape.positions[:, 1]
    low, high = np.quantile(height[share > 0.6], (0.0, 1.0))
    lobe = np.clip((low + 0.34 * (high - low) - height) / (0.2 * (high - low)), 0, 1)
    points = shape.positions.copy()
    for turn in range(_ROUNDS + _LOBE):
        amount = _SHARE * own * (1.0 if turn < _ROUNDS else lobe)
        step = amount[:, None] * (average @ points - points)
        points = points + step
        # Every second step goes back out (Taubin 1995): rounder, not smaller.
        if turn % 2 == 0 and turn < _ROUNDS:
            points = points - 1.03 * amount[:, None] * (average @ points - points)
    base = replace(shape.base, positions=points)
    return (
        Shape(base, vertex_normals(points, triangles), shape.morphs),
        skeleton,
        tuple(rest),
    )
