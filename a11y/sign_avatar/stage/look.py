"""Light, camera and backgrounds: what the picture must always be.

BITV 2.0 Anlage 2 Teil 1: a still background, neither black nor white, that contrasts with hands
and clothing; no shadows on the body; face, mouth, hands and the whole signing space in view.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.stage.errors import UnknownChoiceError


@dataclass(frozen=True, slots=True)
class Background:
    """A still background: sRGB at the top and at the bottom, 0–255."""

    name: str
    title: str
    top: tuple[int, int, int]
    bottom: tuple[int, int, int]


BACKGROUNDS = {
    b.name: b
    for b in (
        Background("mist", "Nebelblau", (196, 210, 217), (178, 195, 204)),
        Background("sage", "Salbei", (202, 212, 194), (184, 197, 176)),
        Background("slate", "Schiefer", (96, 112, 124), (80, 96, 108)),
    )
}
DEFAULT_BACKGROUND = "mist"


def background(name: str) -> Background:
    """The background of that name; raises UnknownChoiceError."""
    try:
        return BACKGROUNDS[name]
    except KeyError:
        raise UnknownChoiceError("background", name, tuple(BACKGROUNDS)) from None


def background_pixels(name: str, size: int) -> NDArray[np.uint8]:
    """Picture (size, size, 3) of a background: a quiet vertical fall-off."""
    chosen = background(name)
    share = (np.linspace(0, 1, size) ** 1.4)[:, None, None]
    top, bottom = np.array(chosen.top, float), np.array(chosen.bottom, float)
    row = top * (1 - share) + bottom * share
    # A trace of ordered noise hides the bands that eight bits and H.264 would show.
    dither = (np.indices((size, size)).sum(0) % 2)[..., None] * 0.5
    return np.asarray(np.clip(row + dither, 0, 255), np.uint8)


@dataclass(frozen=True, slots=True)
class Framing:
    """Camera in metres, Y up: looks along −Z at ``centre``, sees ``height`` at its distance."""

    centre: tuple[float, float, float]
    distance: float
    height: float


def framing_for(head_top: float) -> Framing:
    """The whole signing space of a signer whose crown is at ``head_top``: from the hips to a hand
    held above the head, elbows included."""
    return Framing((0.0, head_top - 0.275, 0.08), 3.0, 0.95)


def close_up(eye_height: float) -> Framing:
    """The face alone, for contact sheets."""
    return Framing((0.0, eye_height - 0.015, 0.08), 1.6, 0.33)
