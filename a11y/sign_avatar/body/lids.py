"""Lids and cheeks that stay before the eyeballs.

Morphs move every point along a straight line, so a lid on its way down, and a cheek that two morphs
raise at once, would go through the ball.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.mesh import BODY_VERTICES, Floats, smoother
from a11y.sign_avatar.body.shape import Shape

_CLEAR = 0.0004  # metres that skin stays before the ball
_OUTSIDE = 0.0002  # metres before the ball at rest from which skin is seen, not the socket's inside
_MOST = 0.0030  # metres that anything is moved at most
_REACH = 0.020  # metres around a ball
# What acts together at these weights, and which of them is mended.
_TOGETHER = (
    ("eyeBlink", {"eyeBlink": 0.5}),
    ("eyeBlink", {"eyeBlink": 1.0}),
    ("eyeLookDown", {"eyeLookDown": 0.6}),
    ("eyeSquint", {"eyeSquint": 1.0}),
    ("cheekSquint", {"cheekSquint": 1.0}),
    ("eyeSquint", {"eyeSquint": 1.0, "cheekSquint": 0.6, "browDown": 0.25}),
)


def clear_of_eyes(shape: Shape) -> Shape:
    """The shape with morphs that keep the skin before the eyeballs."""
    morphs = dict(shape.morphs)
    average = smoother(len(shape.positions), shape.base.groups["body"].vertices)
    for side, long in (("l", "Left"), ("r", "Right")):
        ids = shape.base.group_vertices(f"helper-{side}-eye")
        centre = shape.positions[ids].mean(0)
        radius = float(np.linalg.norm(shape.positions[ids] - centre, axis=1).max())
        off = shape.positions - centre
        away = np.linalg.norm(off, axis=1)
        seen = (away > radius + _OUTSIDE) & (away < radius + _REACH) & (off[:, 2] > 0)
        seen[BODY_VERTICES:] = False
        lashes = np.concatenate(
            [shape.base.group_vertices(f"helper-{side}-eyelashes-{row}") for row in "12"]
        )
        skin = np.flatnonzero(seen)
        _, root = cKDTree(shape.positions[skin]).query(shape.positions[lashes])
        for mended, together in _TOGETHER:
            moved = off + sum(w * morphs[f"{name}{long}"] for name, w in together.items())
            pushed = _pushed(moved, radius, seen) / together[mended]
            for _ in range(2):
                pushed = np.maximum(pushed, average @ pushed)
            pushed *= seen
            pushed[lashes] = pushed[skin[root]]
            way = moved / np.linalg.norm(moved, axis=1, keepdims=True)
            name = f"{mended}{long}"
            morphs[name] = morphs[name] + np.minimum(pushed, _MOST)[:, None] * way
    return replace(shape, morphs=morphs)


def _pushed(moved: Floats, radius: float, seen: np.ndarray) -> Floats:
    """Metres (V,) by which points must go outwards. moved (V, 3): seen from the ball's centre."""
    short = radius + _CLEAR - np.linalg.norm(moved, axis=1)
    return np.where(seen & (moved[:, 2] > 0), np.clip(short, 0, None), 0.0)
