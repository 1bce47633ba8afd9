"""The top's cloth: a fine knit and a rib, plain and dark."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter

from a11y.sign_avatar.body.parts import Bytes, Material
from a11y.sign_avatar.body.signers import Colour


def _coloured(colour: Colour, tone: np.ndarray) -> Bytes:
    picture = np.asarray(colour, float)[None, None] * tone[..., None]
    return np.asarray(picture.clip(0, 255), np.uint8)


def knit(colour: Colour, *, size: int = 1024) -> Material:
    """Jersey over MakeHuman's own layout of the trunk."""
    rng = np.random.default_rng(41)
    grain = gaussian_filter(rng.standard_normal((size, size)), 0.7, mode="wrap")
    cloud = gaussian_filter(rng.standard_normal((size, size)), 24, mode="wrap")
    tone = 1 + 0.022 * grain / grain.std() + 0.02 * cloud / cloud.std()
    return Material(name="cloth", texture=_coloured(colour, tone), roughness=0.9, double_sided=True)


def rib(colour: Colour, *, size: int = 64) -> Material:
    """One rib in u; repeats."""
    u = np.arange(size) / size
    wale = 0.82 + 0.34 * np.sin(np.pi * u) ** 2
    tone = np.repeat(wale[None, :], size, 0)
    return Material(name="rib", texture=_coloured(colour, tone), roughness=0.9, double_sided=True)
