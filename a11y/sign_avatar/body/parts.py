"""What the builders make and the GLB writer and the stage take: drawable parts of the body."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.mesh import Floats, Ints, vertex_normals

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, kw_only=True)
class Material:
    """Name (the stage's shaders go by it), linear base colour (r, g, b, a) and an optional sRGB
    texture (H, W, 3 or 4)."""

    name: str
    colour: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    texture: Bytes | None = None
    roughness: float = 0.6
    blend: bool = False
    double_sided: bool = False


@dataclass(frozen=True, eq=False, kw_only=True)
class Part:
    """A skinned mesh. positions, normals (V, 3) at rest in metres; triangles (T, 3); uv (V, 2),
    origin top left (glTF); weights (V, J); shade (V,) ambient light that reaches the point, in
    [0, 1]; alpha (V,); morphs: name → (position offsets, normal offsets), both (V, 3)."""

    name: str
    material: Material
    positions: Floats
    normals: Floats
    triangles: Ints
    uv: Floats
    weights: Floats
    shade: Floats
    alpha: Floats | None = None
    morphs: dict[str, tuple[Floats, Floats]] = field(default_factory=dict)


def split_corners(vertices: Ints, corners: Ints) -> tuple[Ints, Ints, Ints]:
    """Unique (vertex, texture) pairs: vertex index (N,), texture index (N,), triangles (T, 3)."""
    pairs = np.stack([vertices.ravel(), corners.ravel()], 1)
    unique, inverse = np.unique(pairs, axis=0, return_inverse=True)
    return unique[:, 0], unique[:, 1], inverse.reshape(-1, 3)


def morphs_of(
    positions: Floats, triangles: Ints, all_morphs: dict[str, Floats], picked: Ints
) -> dict[str, tuple[Floats, Floats]]:
    """Position and normal offsets of those morphs that move one of the ``picked`` vertices."""
    rest = vertex_normals(positions, triangles)
    out = {}
    for name, offsets in all_morphs.items():
        if np.abs(offsets[picked]).max() > 1e-6:
            moved = vertex_normals(positions + offsets, triangles)
            out[name] = (offsets[picked], (moved - rest)[picked])
    return out
