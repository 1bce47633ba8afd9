"""Leans of the trunk that a sign's notation asks for (``hamchest hammoveo``)."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.orientation import vector
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.notation.bodily import body_movements, lean_of
from a11y.sign_avatar.notation.model import SignNotation
from a11y.sign_avatar.notation.vocabulary import Size

_LEAN = {None: np.radians(9.0), Size.SMALL: np.radians(5.0), Size.LARGE: np.radians(15.0)}
_REACHED = 0.6  # share of the sign after which the trunk is where it leans to


def leans(sign: SignNotation, count: int) -> Array:
    """(count, 3) rotation vectors of the trunk, as in ``face.Face.torso``, over a sign of ``count``
    samples. A single lean is held to the end, a repeated one swings and comes back."""
    out = np.zeros((count, 3))
    s = np.linspace(0, 1, count)
    for movement in body_movements(sign):
        lean = lean_of(movement)
        if lean is None:
            continue
        action, times = lean
        way = vector(action.direction)  # left, up, out
        axis = np.array([way[2], 0.0, -way[0]]) * _LEAN[action.size]
        share = ease(np.minimum(s / _REACHED, 1.0))
        if times > 1:
            share = np.sin(np.pi * times * s) ** 2
        out += share[:, None] * axis
    return out
