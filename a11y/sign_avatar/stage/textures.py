"""A body's textures, read no finer than a camera sees them."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False, kw_only=True)
class Texture:
    """An encoded picture (JPEG, PNG) and how many of its texels lie along a metre of the surface,
    in the mean over its mesh."""

    encoded: bytes
    texels: float

    def pixels(self, *, finest: float) -> NDArray[np.uint8]:
        """(H, W, 3 or 4), top row first.

        A JPEG is halved as long as texels stay as small as ``finest`` metres, a pixel of what is
        drawn: what is finer no pixel shows, but it is to be decoded, kept and filtered. What lets
        through (PNG) stays whole: smaller, its edges would be of another colour.
        """
        picture = Image.open(io.BytesIO(self.encoded))
        halvings = int(np.log2(max(self.texels * finest, 1.0)))
        if picture.format == "JPEG" and halvings:
            edges = (picture.width >> halvings, picture.height >> halvings)
            picture.draft("RGB", (max(edges[0], 1), max(edges[1], 1)))
        return np.asarray(picture)


def plain(colour: tuple[int, int, int]) -> Texture:
    """A texture of one sRGB colour, 0–255."""
    encoded = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(encoded, "PNG")
    return Texture(encoded=encoded.getvalue(), texels=0.0)


def texels_per_metre(
    size: tuple[int, int], uv: Floats, places: Floats, triangles: NDArray[np.integer]
) -> float:
    """Texels of a texture of ``size`` (width, height) along a metre of a mesh: uv (N, 2), places
    (N, 3) in metres, triangles (T, 3)."""
    flat = np.pad(uv * np.array(size, np.float32), ((0, 0), (0, 1)))
    return float(np.sqrt(_area(flat, triangles) / _area(places, triangles)))


def _area(points: Floats, triangles: NDArray[np.integer]) -> float:
    a, b, c = (points[triangles[:, k]] for k in range(3))
    return float(np.linalg.norm(np.cross(b - a, c - a), axis=1).sum() / 2)
