"""Compare pictures of the page: what differs, and with what contrast. Colours are sRGB, 8 bit."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops

Floats = npt.NDArray[np.float64]


def difference(one: Image.Image, other: Image.Image, *, threshold: int = 24) -> int:
    """How many pixels differ by more than ``threshold`` of 255 in any channel."""
    if one.size != other.size:
        return one.size[0] * one.size[1]
    bands = ImageChops.difference(one, other).split()
    most = bands[0]
    for band in bands[1:]:
        most = ImageChops.lighter(most, band)
    return sum(most.histogram()[threshold:])


def luminance(pixels: npt.NDArray[np.uint8]) -> Floats:
    """Relative luminance after WCAG 2.2 of (…, 3) pixels, 0 to 1."""
    part = pixels.astype(np.float64) / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    light: Floats = linear @ np.array([0.2126, 0.7152, 0.0722])
    return light


def contrasts(one: Floats, other: Floats | float) -> Floats:
    """Contrast ratios of luminances, 1 to 21."""
    ratios: Floats = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return ratios


def change_contrast(one: Image.Image, other: Image.Image, *, least: int = 12) -> float:
    """The contrast at least ``least`` pixels have between two pictures; 21 if sizes differ."""
    if one.size != other.size:
        return 21.0
    a, b = (luminance(np.asarray(picture.convert("RGB"))) for picture in (one, other))
    ratios = np.sort(contrasts(a, b).ravel())
    return float(ratios[-least]) if ratios.size >= least else 1.0
