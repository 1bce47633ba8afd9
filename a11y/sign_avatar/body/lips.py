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
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton

_FADES = 0.010  # metres beyond the lips over which the skin stops following them
_LONGEST_EDGE = 0.0028  # metres, on the lips and near them
_NEAR = 0.005  # metres from the lips within which edges are split


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rounding:
    """How much narrower the mouth gets (share), how far upper and lower rim part in the middle and
    the lips come forward (metres), how wide the opening is (share of the mouth), to what share the
    rims lose the bow they rest in."""

    narrower: float
    up: float
    down: float
    forward: float
    wide: float
    even: float


_ROUNDINGS = {
    "mouthFunnel": _Rounding(
        narrower=0.29, up=0.0040, down=0.0046, forward=0.0062, wide=0.86, even=0.45
    ),
    "mouthPucker": _Rounding(
        narrower=0.36, up=-0.0006, down=0.0000, forward=0.0078, wide=0.5, even=0.15
    ),
}
_KINK = 0.0055  # metres beside the middle
_RIM = 0.0045  # metres from a lip's rim within which it loses its bow
_ARCHED = 1.0
"""Share to which the lower lip follows half an ellipse, not a wedge, when the jaw drops."""


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
    bow = _bow(red, lower[lips[:BODY_VERTICES]], across, lower, skin[:, 1])
    morphs = dict(shape.morphs)
    morphs["jawOpen"] = _arched(shape.morphs["jawOpen"], lips, across, share * lower)
    for name, wanted in _ROUNDINGS.items():
        offsets = np.empty_like(skin)
        offsets[:, 0] = -wanted.narrower * skin[:, 0]
        apart = np.sqrt(np.clip(1 - (across / wanted.wide) ** 2, 0, 1))
        offsets[:, 1] = apart * (wanted.up * (1 - lower) - wanted.down * lower)
        offsets[:, 1] -= wanted.even * bow
        offsets[:, 2] = wanted.forward * (0.55 + 0.45 * arch)
        mixed = morphs[name].copy()
        mixed[:BODY_VERTICES] += share[:, None] * (offsets - mixed[:BODY_VERTICES])
        morphs[name] = mixed
    return replace(shape, morphs=morphs)


def _bow(red: Floats, red_lower: Floats, across: Floats, lower: Floats, height: Floats) -> Floats:
    """How far (V,) the rim of each point's lip lies above its corners at rest, metres; less away
    from the rim, so that the lip's outer edge keeps its form. height (V,) of the points."""
    out = np.zeros_like(across)
    side = np.abs(red[:, 0]) / np.abs(red[:, 0]).max()
    steps = np.linspace(0.05, 0.95, 10)
    for mine, weight, rim in (
        (red_lower < 0.5, 1 - lower, np.min),
        (red_lower >= 0.5, lower, np.max),
    ):
        heights = [rim(red[mine & (np.abs(side - step) < 0.13), 1]) for step in steps]
        # In the square of the place aside, or the lip's middle would have a kink.
        smooth = np.polynomial.Polynomial.fit(steps**2, heights, 2)
        own = smooth(across**2)
        out += weight * (own - smooth(1.0)) * np.exp(-(((height - own) / _RIM) ** 2))
    return out


def _arched(jaw: Floats, lips: NDArray[np.bool_], across: Floats, share: Floats) -> Floats:
    """``jawOpen`` with a lower lip that hangs in an arch. share (V,): how much of it is lip."""
    drop = -jaw[:BODY_VERTICES, 1]
    red = lips[:BODY_VERTICES]
    corner = float(np.median(drop[red & (np.abs(across) > 0.95)]))
    deepest = float(drop[red].max())
    wedge = np.clip((drop - corner) / (deepest - corner), 0, 1)
    more = np.clip(np.sqrt(1 - across**2) - wedge, 0, None) * (deepest - corner)
    out = jaw.copy()
    out[:BODY_VERTICES, 1] -= _ARCHED * share * more
    return out


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
    lower = np.clip((dropped / drop[lips].max() - 0.36) / 0.24, 0, 1)
    return _without_kink(fine, share * lower), skinned, tuple(rest)


def _without_kink(shape: Shape, lower: Floats) -> Shape:
    """The lower lip without the kink that the data has in its middle. lower (V,): share to which a
    point is the red of it."""
    triangles = shape.base.groups["body"].vertices
    average = smoother(len(shape.positions), triangles)
    near = np.maximum(lower, 0.8 * (average @ lower))
    points = shape.positions
    middle = np.exp(-((points[:, 0] / _KINK) ** 4))
    # Its upper rim stays, or closed lips would gape.
    rim = points[(lower > 0.9) & (middle > 0.5), 1].max()
    middle *= np.clip((rim - 0.003 - points[:, 1]) / 0.003, 0, 1)
    amount = (0.6 * np.clip(near, 0, 1) * middle)[:, None]
    for _ in range(6):
        step = average @ points - points
        points = points + amount * step * [0, 1, 1]
    return Shape(
        replace(shape.base, positions=points), vertex_normals(points, triangles), shape.morphs
    )


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
