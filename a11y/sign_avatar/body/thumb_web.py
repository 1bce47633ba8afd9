"""The fold of skin between thumb and palm follows the thumb gradually.

The weights of the data change there from palm to thumb within one edge: a thumb that stands off
pulls single points of the fold out as a spike.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from a11y.sign_avatar.body.landmarks import SIDES
from a11y.sign_avatar.body.mesh import Floats, smoother
from a11y.sign_avatar.body.parts import Part
from a11y.sign_avatar.body.skeleton import Skeleton

_REACH = 0.8  # of the thumb's metacarpal, from its far end
_ROUNDS = 6


def eased(hands: Part, skeleton: Skeleton) -> Part:
    """``hands`` with weights evened out about the base of both thumbs; cuts of the texture stay
    closed."""
    # Points on a cut of the texture stand twice in the part.
    places, first, welded = np.unique(
        np.round(hands.positions, 6), axis=0, return_index=True, return_inverse=True
    )
    welded = welded.ravel()
    weights = hands.weights[first]
    free = np.zeros(len(places))
    for side, _ in SIDES:
        base, knuckle = (skeleton.head(f"finger1-{k}.{side}") for k in (1, 2))
        reach = _REACH * float(np.linalg.norm(knuckle - base))
        off = np.linalg.norm(hands.positions[first] - knuckle, axis=1)
        free = np.maximum(free, np.clip(2 - 2 * off / reach, 0, 1))
    average = smoother(len(places), welded[hands.triangles])
    for _ in range(_ROUNDS):
        weights = weights + 0.5 * free[:, None] * (average @ weights - weights)
    out: Floats = weights / weights.sum(1, keepdims=True)
    return replace(hands, weights=out[welded])
