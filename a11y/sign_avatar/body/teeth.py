"""Teeth one by one: gaps, crowns and gums painted on the smooth arches of the data."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.atlas import bake
from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.parts import Bytes

_TEXELS = 512
_CROWN = np.array([241, 234, 220]) / 255
_SHADE = np.array([0.75, 1.0, 1.15])  # of light lost between teeth: what is left is warm
_WARM, _WARM_FROM = np.array([0.97, 0.84, 0.76]), 7.0  # millimetres from the middle
_GUM = np.array([150, 74, 70]) / 255
# Widths of the crowns seen from the front, from the middle outwards, millimetres (Wheeler's Dental
# Anatomy; the farther back, the narrower they look).
_UPPER = (8.5, 6.5, 6.0, 4.5, 3.5)
_LOWER = (5.2, 5.7, 5.8, 4.5, 3.5)


def own_square(uv: Floats) -> Floats:
    """Texture places (…, 2) of the teeth, spread over a picture of their own."""
    low, high = uv.reshape(-1, 2).min(0), uv.reshape(-1, 2).max(0)
    square: Floats = 0.01 + 0.98 * (uv - low) / (high - low)
    return square


def teeth_texture(uv: Floats, positions: Floats, *, upper: NDArray[np.bool_]) -> Bytes:
    """sRGB picture (512, 512, 3) of both arches.

    uv (T, 3, 2): corners in ``own_square``; positions (T, 3, 3) metres, as in the data; upper (T,)
    which triangles belong to the upper arch.
    """
    corners = np.arange(len(uv) * 3).reshape(-1, 3)
    values = np.concatenate([positions.reshape(-1, 3)[:, :2], np.repeat(upper, 3)[:, None]], axis=1)
    picture, _ = bake(_TEXELS, uv, corners, values)
    x, y, above = np.abs(picture[..., 0]) * 1e3, picture[..., 1], picture[..., 2] > 0.5
    rows = positions[..., 1]
    out = np.empty((_TEXELS, _TEXELS, 3))
    for mask, widths, edge, sign in (
        (above, _UPPER, rows[upper].min(), 1),
        (~above, _LOWER, rows[~upper].max(), -1),
    ):
        borders = np.concatenate([[0.0], np.cumsum(widths)])
        away = np.abs(x[..., None] - borders).min(-1)
        height = np.clip(sign * (y - edge) * 1e3, 0, None)  # millimetres from the biting edge
        gap = np.exp(-((away / 0.22) ** 2)) * np.clip(0.55 + height / 8, 0, 1)
        round_ = np.exp(-((away / 1.3) ** 2))
        tone = _CROWN * (1 - (0.10 * round_ + 0.26 * gap)[..., None] * _SHADE)
        # Between the lips' corners teeth get light that gum and cheek have reddened.
        tone = tone * (1 - np.clip((x - _WARM_FROM) / 14, 0, 1)[..., None] * (1 - _WARM))
        # The gum scallops: it reaches lower between two teeth.
        gum = np.clip((height - 10.5 + 2.2 * round_) / 0.8, 0, 1)[..., None]
        out[mask] = (tone * (1 - gum) + _GUM * gum)[mask]
    return np.asarray(out.clip(0, 1) * 255, np.uint8)
