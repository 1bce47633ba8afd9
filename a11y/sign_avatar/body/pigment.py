"""What the painters of skin share: pictures as arrays, noise, tints.

Colours are sRGB in [0, 1] within pictures, 0–255 elsewhere;
a share (S, S) says how much of a tint each texel takes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from a11y.sign_avatar.body.signers import Colour

Picture = NDArray[Any]


def noise(size: int, cells: int, seed: int) -> Picture:
    """Smooth value noise (size, size) in [-0.5, 0.5]."""
    rng = np.random.default_rng(seed)
    grid = Image.fromarray((rng.random((cells, cells)) * 255).astype(np.uint8))
    big = np.asarray(grid.resize((size, size), Image.Resampling.BICUBIC), np.float32)
    result: Picture = big / np.float32(255) - np.float32(0.5)
    return result


def tone(size: int, colour: Colour, seed: int) -> Picture:
    """Even skin with cloudy redness and pores."""
    blotch = 0.045 * noise(size, 14, seed) + 0.04 * noise(size, 48, seed + 1)
    pores = 0.030 * noise(size, size // 5, seed + 2) + 0.018 * noise(size, size // 2, seed + 3)
    base = np.asarray(colour, np.float32) / 255
    both = (blotch[..., None] * np.array([0.5, 1.1, 1.1])) + pores[..., None]
    tone: Picture = (base * (1 + both)).astype(np.float32)
    return tone


def softened(mask: Picture, texels: float) -> Picture:
    """The mask with an edge that fades over about so many texels."""
    grey = Image.fromarray((np.clip(mask, 0, 1) * 255).astype(np.uint8))
    blurred = np.asarray(grey.filter(ImageFilter.GaussianBlur(texels)), np.float32)
    result: Picture = blurred / np.float32(255)
    return result


def mix(picture: Picture, colour: Picture | Colour, share: Picture) -> None:
    """Lay a colour over ``picture``, in place."""
    part = np.clip(share, 0, 1)[..., None].astype(np.float32)
    picture += part * (np.asarray(colour, np.float32) / 255 - picture)


def tinted(picture: Picture, factor: tuple[float, float, float], share: Picture) -> None:
    """Multiply ``picture`` by a factor a channel, in place."""
    part = np.clip(share, 0, 1)[..., None].astype(np.float32)
    picture *= 1 + part * (np.asarray(factor, np.float32) - 1)
