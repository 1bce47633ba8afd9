"""Thumb against fingers: bends a handshape until the pads of a pinch meet on a given rig.

The table's angles are the starting point; a bounded least-squares fit moves the thumb freely and
the pinching fingers a little, so that pad meets pad at the wanted gap. Solved once per rig and
handshape.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.optimize import least_squares

from a11y.sign_avatar.body.handshapes import DOFS, FINGERS, LIMITS, Shape
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.hand import Hand, hand
from a11y.sign_avatar.motion.rotations import Array

_THUMB = slice(16, 21)


def fitted(rig: Rig, shape: Shape) -> Shape:
    """The shape with its contacts made on this rig; unchanged where nothing touches."""
    if not shape.pinching or "thumb.pad.R" not in rig.landmarks:
        return shape
    angles = _fit(rig, tuple(shape.angles.tolist()), shape.pinching, float(shape.gap or 0.0))
    return Shape(angles=np.array(angles), pinching=shape.pinching, gap=shape.gap, thumb=shape.thumb)


@lru_cache(maxsize=512)
def _fit(
    rig: Rig, start: tuple[float, ...], pinching: tuple[str, ...], gap: float
) -> tuple[float, ...]:
    own = hand(rig, "R")
    first = np.array(start)
    moving = [DOFS.index(f"{finger}.{part}") for finger in pinching for part in ("mcp", "pip")]
    columns = np.array([*moving, *range(_THUMB.start, _THUMB.stop)])
    stiffness = np.array([0.0006] * len(moving) + [0.00012] * 5)
    leading = [finger for finger in pinching if finger in FINGERS[:2]] or list(pinching[:1])

    def misfit(values: Array) -> Array:
        angles = first.copy()
        angles[columns] = values
        return np.concatenate(
            [
                _pad_errors(rig, own, angles, leading, pinching, gap),
                stiffness * (values - first[columns]),
            ]
        )

    low, high = LIMITS[columns, 0] - 1e-6, LIMITS[columns, 1] + 1e-6
    found = least_squares(
        misfit, np.clip(first[columns], low, high), bounds=(low, high), max_nfev=60
    )
    out = first.copy()
    out[columns] = found.x
    return tuple(float(a) for a in np.clip(out, LIMITS[:, 0], LIMITS[:, 1]))


def _pad_errors(
    rig: Rig, own: Hand, angles: Array, leading: list[str], pinching: tuple[str, ...], gap: float
) -> Array:
    """Metres by which the pads miss each other, and (weighted) how far they look aside."""
    frames = own.frames(angles)
    marks = rig.landmarks
    thumb = own.point(marks["thumb.pad.R"], frames)
    facing = own.normal(marks["thumb.pad.R"], frames)
    pads = np.array([own.point(marks[f"{finger}.pad.R"], frames) for finger in leading])
    normals = np.array([own.normal(marks[f"{finger}.pad.R"], frames) for finger in leading])
    pad, normal = pads.mean(axis=0), normals.mean(axis=0)
    miss = thumb - (pad + normal * gap)
    errors = [miss, 0.008 * (facing + normal)]
    for finger in pinching:
        if finger not in leading:
            other = own.point(marks[f"{finger}.pad.R"], frames)
            # The others lie alongside, as deep as the leading fingers.
            errors.append(np.array([0.3 * float((other - pad) @ normal), 0.0, 0.0]))
    return np.concatenate(errors)
