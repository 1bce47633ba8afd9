"""Named regions of the skin (lips, nails, ears …) from MakeHuman's UV masks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.mesh import BODY_VERTICES, BaseMesh, Floats
from a11y.sign_avatar.body.source import Source


def vertex_uv(base: BaseMesh) -> Floats:
    """One texture coordinate (V, 2) per vertex, origin bottom left (seams: any of its two)."""
    uv = np.zeros((len(base.positions), 2))
    body = base.groups["body"]
    uv[body.vertices.ravel()] = base.uv[body.corners.ravel()]
    return uv


def sample_mask(mask: NDArray[np.float32], uv: Floats) -> Floats:
    """Nearest mask value (N,) at uv (N, 2)."""
    height, width = mask.shape
    rows = np.clip(((1 - uv[:, 1]) * height).astype(int), 0, height - 1)
    columns = np.clip((uv[:, 0] * width).astype(int), 0, width - 1)
    picked: Floats = mask[rows, columns].astype(float)
    return picked


def region(source: Source, base: BaseMesh, name: str) -> Floats:
    """Share (V,) to which each skin vertex belongs to region ``name`` (``lips``, ``ears``,
    ``eyelids``, ``fingernails``, ``inside-mouth``, ``face``)."""
    share = sample_mask(source.mask(f"mpfb_{name}.jpg"), vertex_uv(base))
    share[BODY_VERTICES:] = 0
    return share
