"""Where the head takes a hand that is at it when neck and head turn."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.face import HEAD_SHARES
from a11y.sign_avatar.motion.kinematics import Skeleton
from a11y.sign_avatar.motion.rotations import Array, from_vector, inverse, rotate

_JOINTS = tuple(HEAD_SHARES)
_SHARES = np.cumsum(list(HEAD_SHARES.values()))


def with_head(body: Skeleton, neck: Array, points: Array) -> Array:
    """Points (…, 3) fixed to the upright head → where they are, seen from the trunk, with the head
    turned by the rotation vectors ``neck`` (…, 3), as in ``face.Face.head``."""
    head = body.head(_JOINTS[-1])
    return np.asarray(_head(body, neck) + rotate(from_vector(neck), points - head))


def without_head(body: Skeleton, neck: Array, points: Array) -> Array:
    """What ``with_head`` takes to ``points``."""
    head = body.head(_JOINTS[-1])
    return np.asarray(head + rotate(inverse(from_vector(neck)), points - _head(body, neck)))


def _head(body: Skeleton, neck: Array) -> Array:
    """Where the head's joint is."""
    heads = [body.head(name) for name in _JOINTS]
    out = heads[0]
    for share, first, second in zip(_SHARES, heads, heads[1:], strict=False):
        out = out + rotate(from_vector(neck * share), second - first)
    return np.asarray(out)
