"""Lips: rounded as lips are, and a skin around the mouth fine enough to show it.

In the data a funnel or a pucker makes a lozenge: the upper lip rises in the middle only and the
corners stay where they are. Here the rims of both lips follow half an ellipse each.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.mesh import BODY_VERTICES, BaseMesh, Floats, Group, Ints, vertex_normals
from a11y.sign_avatar.body.refine import split_smoothly
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton

_FADES = 0.010  # metres beyond the lips over which the skin stops following them
_LONGEST_EDGE = 0.0028  # metres, on the lips and near them
_NEAR = 0.005  # metres from the lips within which edges are split


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rounding:
    """How much narrower the mouth gets (share), how far upper and lower rim part in the middle and
    the lips come forward (metres)."""

    narrower: float
    up: float
    down: float
    forward: float


_ROUNDINGS = {
    "mouthFunnel": _Rounding(narrower=0.29, up=0.0036, down=0.0046, forward=0.0062),
    "mouthPucker": _Rounding(narrower=0.36, up=-0.0008, down=-0.0006, forward=0.0078),
}


def rounded(shape: Shape, lips: NDArray[np.bool_]) -> Shape:
    """The shape with rounding morphs whose opening is an ellipse. lips (V,): the red of the
    lips."""
    skin = shape.positions[:BODY_VERTICES]
    red = skin[lips[:BODY_VERTICES]]
    half = float(np.abs(red[:, 0]).max())
    away, _ = cKDTree(red).query(skin)
    share = np.exp(-((away / _FADES) ** 2))
    share[share < 0.01] = 0
    # Which lip a point belongs to is how far it goes with the jaw.
    drop = -shape.morphs["jawOpen"][:BODY_VERTICES, 1]
    lower = np.clip((drop / drop[lips[:BODY_VERTICES]].max() - 0.36) / 0.24, 0, 1)
    across = np.clip(skin[:, 0] / half, -1, 1)
    arch = np.sqrt(1 - across**2)
    morphs = dict(shape.morphs)
    for name, wanted in _ROUNDINGS.items():
        offsets = np.empty_like(skin)
        offsets[:, 0] = -wanted.narrower * skin[:, 0]
        offsets[:, 1] = arch * (wanted.up * (1 - lower) - wanted.down * lower)
        offsets[:, 2] = wanted.forward * (0.55 + 0.45 * arch)
        mixed = morphs[name].copy()
        mixed[:BODY_VERTICES] += share[:, None] * (offsets - mixed[:BODY_VERTICES])
        morphs[name] = mixed
    return replace(shape, morphs=morphs)


def finer_mouth(
    shape: Shape, skeleton: Skeleton, lips: NDArray[np.bool_], *values: Floats
) -> tuple[Shape, Skeleton, tuple[Floats, ...]]:
    """The skin with more points on and around the lips, appended behind all others.

    values: one number per vertex each, (V,); returned longer, like everything else.
    """
    body = shape.base.groups["body"]
    away, _ = cKDTree(shape.positions[lips]).query(shape.positions)
    near = away < _NEAR
    near[BODY_VERTICES:] = False
    stencil, triangles, corners, uv = split_smoothly(
        shape.positions,
        body.vertices,
        body.corners,
        shape.base.uv,
        longest=_LONGEST_EDGE,
        where=near,
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
