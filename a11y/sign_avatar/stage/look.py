"""Backgrounds: what the picture must always be. The camera is in ``sign_avatar.picture``.

BITV 2.0 Anlage 2 Teil 1: a still background, neither black nor white, that contrasts with hands
and clothing; no shadows on the body; face, mouth, hands and the whole signing space in view.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.signers import signer as find_signer
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
        Background("mist", "Nebelblau", (221, 230, 234), (207, 219, 225)),
        Background("sage", "Salbei", (223, 230, 216), (209, 218, 203)),
        Background("petrol", "Petrol", (85, 114, 124), (67, 94, 104)),
    )
}
DEFAULT_BACKGROUND = "auto"
"""The background on which the chosen signer stands out best."""


def background(name: str, *, signer: str) -> Background:
    """The background of that name, or with ``auto`` the one that suits the signer.

    Raises UnknownChoiceError, UnknownSignerError.
    """
    own = find_signer(signer).background
    try:
        return BACKGROUNDS[own if name == DEFAULT_BACKGROUND else name]
    except KeyError:
        known = (DEFAULT_BACKGROUND, *BACKGROUNDS)
        raise UnknownChoiceError("background", name, known) from None


def background_pixels(chosen: Background, size: int) -> NDArray[np.uint8]:
    """Picture (size, size, 3) of a background: a quiet vertical fall-off."""
    share = (np.linspace(0, 1, size) ** 1.4)[:, None, None]
    top, bottom = np.array(chosen.top, float), np.array(chosen.bottom, float)
    row = top * (1 - share) + bottom * share
    return np.asarray(np.broadcast_to(np.round(row), (size, size, 3)), np.uint8)
