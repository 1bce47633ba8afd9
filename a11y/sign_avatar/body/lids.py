"""Lids that go with the eyes; lids and cheeks that stay before the eyeballs.

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
    ("eyeLookDown", {"eyeLookDown": 0.5}),
    ("eyeLookDown", {"eyeLookDown": 1.0}),
    ("eyeLookUp", {"eyeLookUp": 1.0}),
    ("eyeSquint", {"eyeSquint": 1.0}),
    ("cheekSquint", {"cheekSquint": 1.0}),
    ("eyeSquint", {"eyeSquint": 1.0, "cheekSquint": 0.6, "browDown": 0.25}),
)
_UPPER_SINKS, _LOWER_SINKS = 2.0, 1.2
"""With a look down: how often as far as in the data the upper lid sinks; how often as far as the
lower one rises there with a look up it sinks. Lids keep their place on the iris: the upper one goes
nearly as far as the eye turns (Evinger, Manning & Sibony 1991, Eyelid movements), the lower one
about a third."""
_UPPER_RISES = 1.0  # with a look up, by what a wide eye does: in the data it covers the iris
_UPPER_SHUTS, _LOWER_SHUTS = 0.78, 0.9
"""Share of the data's way that the upper lid goes to shut the eye, and how far the lower one comes
to meet it, by what it does with a look up: in the data it stays, and a shut eye hangs like a
bag."""
_ON_BALL = 0.006  # metres from the ball within which lids turn about its centre


def following(shape: Shape) -> Shape:
    """The shape with lids that go with the eyes up and down."""
    morphs = dict(shape.morphs)
    for side, long in (("l", "Left"), ("r", "Right")):
        ids = shape.base.group_vertices(f"helper-{side}-eye")
        centre = shape.positions[ids].mean(0)
        radius = float(np.linalg.norm(shape.positions[ids] - centre, axis=1).max())
        off = shape.positions - centre
        rows = [shape.base.group_vertices(f"helper-{side}-eyelashes-{row}") for row in "12"]
        to_lower, to_upper = (
            cKDTree(shape.positions[row]).query(shape.positions)[0] for row in rows
        )
        below = np.clip(0.5 + (to_upper - to_lower) / 0.004, 0, 1)
        down, up = f"eyeLookDown{long}", f"eyeLookUp{long}"
        above = (1 - below)[:, None] * morphs[f"eyeWide{long}"]
        sunk = _UPPER_SINKS * morphs[down] - _LOWER_SINKS * below[:, None] * morphs[up]
        risen = below[:, None] * morphs[up] + _UPPER_RISES * above
        near = np.exp(-(((np.linalg.norm(off, axis=1) - radius) / _ON_BALL) ** 2))
        near *= off[:, 2] > 0.4 * radius
        shut = (below + (1 - below) * _UPPER_SHUTS)[:, None] * morphs[f"eyeBlink{long}"]
        shut = shut + _LOWER_SHUTS * below[:, None] * morphs[up]
        for name, moved in ((down, sunk), (up, risen), (f"eyeBlink{long}", shut)):
            way = moved.copy()
            turned = -way[:, 1] * (off[:, 1] + way[:, 1] / 2) / np.maximum(off[:, 2], 0.4 * radius)
            way[:, 2] += near * (turned - way[:, 2])
            morphs[name] = way
    return replace(shape, morphs=morphs)


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
