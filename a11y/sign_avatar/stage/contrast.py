"""How well hands, top and background stand apart, measured on drawn pixels.

BITV 2.0 Anlage 2 Teil 1 asks for contrast between hands, clothing and background without a
number; the ratios are those of WCAG 2 (relative luminance).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrasts:
    """Ratios from 1 to 21, and the median colours (sRGB 0–255) they come from."""

    hands_top: float
    top_background: float
    hands_background: float
    hands: tuple[int, int, int]
    top: tuple[int, int, int]
    background: tuple[int, int, int]


def luminance(colour: NDArray[np.float64]) -> float:
    """Relative luminance of an sRGB colour (3,), 0–255."""
    channel = np.asarray(colour, float) / 255
    linear = np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def ratio(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    """WCAG 2 contrast ratio of two sRGB colours."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def measure(*, signer: str, background: str, size: int = 360) -> Contrasts:
    """Draw hands, top and background one by one in rest pose and compare their median colours."""
    still = Performance(
        times=np.array([0, 1], np.float32),
        joints=(),
        rotations=np.zeros((2, 0, 4), np.float32),
        morphs=(),
        weights=np.zeros((2, 0), np.float32),
    )
    with Stage(size=size, signer=signer, background=background) as stage:
        stage.show("nothing")
        empty = stage.still(still, 0)
        colours = {}
        for part in ("hands", "top"):
            stage.show(part)
            drawn = stage.still(still, 0)
            differs = np.abs(drawn.astype(int) - empty).max(-1) > 12
            colours[part] = np.median(drawn[differs], axis=0)
    behind = np.median(empty.reshape(-1, 3), axis=0)
    hands, top = colours["hands"], colours["top"]

    def whole(colour: NDArray[np.float64]) -> tuple[int, int, int]:
        r, g, b = (int(x) for x in colour)
        return r, g, b

    return Contrasts(
        hands_top=ratio(hands, top),
        top_background=ratio(top, behind),
        hands_background=ratio(hands, behind),
        hands=whole(hands),
        top=whole(top),
        background=whole(behind),
    )
