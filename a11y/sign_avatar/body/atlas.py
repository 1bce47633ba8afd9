"""Own texture layout for the skin: the head on one picture, hands, neck and forearms on another.

MakeHuman gives hands and face few texels; here each island is cropped and enlarged. A position
map (where on the body each texel lies) lets colour be painted as a function of place, so that
seams between the two pictures cannot show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from a11y.sign_avatar.body.mesh import Floats, Ints
from a11y.sign_avatar.body.parts import Bytes


@dataclass(frozen=True, slots=True)
class _Island:
    """Source rectangle in hm08 UV (v down) and where it goes: offset + scale."""

    left: float
    top: float
    right: float
    bottom: float
    to_left: float
    to_top: float
    scale_u: float
    scale_v: float

    def holds(self, uv: Floats) -> NDArray[np.bool_]:
        inside = (uv[..., 0] >= self.left) & (uv[..., 0] <= self.right)
        inside &= (uv[..., 1] >= self.top) & (uv[..., 1] <= self.bottom)
        return np.asarray(inside.all(-1) if inside.ndim > 1 else inside)

    def move(self, uv: Floats) -> Floats:
        u = self.to_left + (uv[..., 0] - self.left) * self.scale_u
        v = self.to_top + (uv[..., 1] - self.top) * self.scale_v
        return np.stack([u, v], -1)


HEAD = (_Island(0.636, 0.165, 1.0, 0.865, 0.003, 0.003, 2.72, 1.42),)
LIMBS = (
    _Island(0.355, 0.795, 0.772, 0.995, 0.005, 0.005, 2.37, 2.37),  # hands
    _Island(0.215, 0.015, 0.55, 0.215, 0.005, 0.50, 1.5, 1.5),  # neck
    _Island(0.56, 0.115, 0.775, 0.25, 0.53, 0.50, 1.0, 1.0),  # left forearm
    _Island(0.0, 0.115, 0.20, 0.25, 0.77, 0.50, 1.0, 1.0),  # right forearm
)


def remap(corner_uv: Floats, islands: tuple[_Island, ...]) -> tuple[Floats, NDArray[np.bool_]]:
    """Corner uv (T, 3, 2), v down, moved into the atlas, and which triangles lie in it (T,)."""
    out = np.zeros_like(corner_uv)
    found = np.zeros(len(corner_uv), bool)
    for island in islands:
        mine = island.holds(corner_uv) & ~found
        out[mine] = island.move(corner_uv[mine])
        found |= mine
    return out, found


def bake(
    size: int, uv: Floats, triangles: Ints, values: Floats
) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Interpolate per-vertex ``values`` (V, K) over the atlas.

    uv (T, 3, 2) and triangles (T, 3) belong together. Returns picture (size, size, K) float32 and
    coverage (size, size) bool.
    """
    picture = np.zeros((size, size, values.shape[1]), np.float32)
    covered = np.zeros((size, size), bool)
    corners = uv * size - 0.5
    low = np.maximum(np.floor(corners.min(1)).astype(int) - 1, 0)
    high = np.minimum(np.ceil(corners.max(1)).astype(int) + 2, size)
    slack = -0.08
    for p, tri, (x0, y0), (x1, y1) in zip(corners, triangles, low, high, strict=True):
        if x1 <= x0 or y1 <= y0:
            continue
        (ax, ay), (bx, by), (cx, cy) = p
        area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy)
        if abs(area) < 1e-9:
            continue
        xs, ys = np.arange(x0, x1)[None, :], np.arange(y0, y1)[:, None]
        a = ((by - cy) * (xs - cx) + (cx - bx) * (ys - cy)) / area
        b = ((cy - ay) * (xs - cx) + (ax - cx) * (ys - cy)) / area
        c = 1 - a - b
        inside = (a >= slack) & (b >= slack) & (c >= slack)
        if not inside.any():
            continue
        share = np.stack([a[inside], b[inside], c[inside]], 1)
        block = (slice(y0, y1), slice(x0, x1))
        picture[block][inside] = share @ values[tri]
        covered[block] |= inside
    return picture, covered


def bleed(picture: Bytes, covered: NDArray[np.bool_]) -> Bytes:
    """Colours spread past the islands' borders so that mipmaps show no seams."""
    image = picture.astype(np.float32)
    known = covered.copy()
    for radius in (3, 9, 27, 81):
        weight = Image.fromarray((known * 255).astype(np.uint8)).filter(ImageFilter.BoxBlur(radius))
        share = np.asarray(weight, np.float32) / 255
        spread = np.stack(
            [
                np.asarray(
                    Image.fromarray((image[..., k] * known).astype(np.uint8)).filter(
                        ImageFilter.BoxBlur(radius)
                    ),
                    np.float32,
                )
                for k in range(3)
            ],
            -1,
        )
        fresh = ~known & (share > 0.03)
        image[fresh] = spread[fresh] / share[fresh][:, None]
        known |= fresh
    image[~known] = image[covered].mean(0)
    return image.clip(0, 255).astype(np.uint8)
