"""Quaternion arithmetic over arrays: every function broadcasts over leading axes.

Quaternions are (..., 4) as (x, y, z, w), unit length; vectors are (..., 3). Angles are radians.
Own code because the solver needs broadcasting over (time, candidate) axes, which
``scipy.spatial.transform.Rotation`` does not offer; compiled, in ``loops``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.motion import loops

Array = NDArray[np.float64]

IDENTITY: Array = np.array([0.0, 0.0, 0.0, 1.0])
_VECTOR: Array = np.zeros(3)  # tells a loop how long a vector is
_OPPOSITE: Array = np.array([-1.0, -1.0, -1.0, 1.0])


def unit(vectors: Array) -> Array:
    """Scale to length 1; zero vectors stay zero."""
    return np.asarray(loops.unit(vectors))


def dot(a: Array, b: Array) -> Array:
    """Inner product over the last axis."""
    return np.asarray(loops.dot(a, b))


def cross(a: Array, b: Array) -> Array:
    """Cross product over the last axis."""
    return np.asarray(loops.cross(a, b))


def multiply(a: Array, b: Array) -> Array:
    """Hamilton product: first ``b``, then ``a``."""
    return np.asarray(loops.multiply(a, b))


def inverse(q: Array) -> Array:
    """The opposite rotation of a unit quaternion."""
    return np.asarray(q * _OPPOSITE)


def rotate(q: Array, vectors: Array) -> Array:
    """Turn ``vectors`` by ``q``."""
    return np.asarray(loops.rotate(q, vectors))


def about(axis: Array, angle: Array | float) -> Array:
    """Rotation by ``angle`` about ``axis`` (need not be unit)."""
    return np.asarray(loops.about(axis, angle, IDENTITY))


def from_vector(vectors: Array) -> Array:
    """Rotation vector (axis times angle) → quaternion."""
    return np.asarray(loops.from_vector(vectors, IDENTITY))


def to_vector(q: Array) -> Array:
    """Quaternion → rotation vector with angle in [0, π]."""
    return np.asarray(loops.to_vector(q, _VECTOR))


def angle_between(a: Array, b: Array) -> Array:
    """Angle of the rotation from ``a`` to ``b``, in [0, π]."""
    return np.asarray(loops.angle_between(a, b))


def slerp(a: Array, b: Array, share: Array | float) -> Array:
    """Shortest-way interpolation; ``share`` 0 gives ``a``, 1 gives ``b``."""
    delta = to_vector(multiply(inverse(a), b))
    return multiply(a, from_vector(delta * np.asarray(share)[..., None]))


def align(a: Array, b: Array) -> Array:
    """Shortest rotation that takes direction ``a`` to direction ``b``; a half turn about any
    perpendicular axis where they are opposite."""
    return np.asarray(loops.align(a, b, IDENTITY))


def frame(first: Array, second: Array) -> Array:
    """Right-handed 3×3 frame whose columns are ``first``, ``second`` made perpendicular, and
    their cross product."""
    return np.asarray(loops.frame(first, second))


def from_matrix(m: Array) -> Array:
    """Rotation matrix (..., 3, 3) → quaternion, stable for every angle."""
    return np.asarray(loops.from_matrix(m, IDENTITY))


def between_frames(a: Array, b: Array) -> Array:
    """Quaternion that turns frame ``a`` (..., 3, 3) into frame ``b``."""
    return from_matrix(np.asarray(b @ np.swapaxes(a, -1, -2)))


def twist_angle(q: Array, axis: Array) -> Array:
    """Signed angle in [-π, π) of the part of ``q`` that turns about unit ``axis``."""
    return np.asarray(loops.twist_angle(q, axis))


def continuous(q: Array) -> Array:
    """Flip signs along the first axis so that neighbours lie on the same half sphere."""
    sign = np.sign(dot(q[1:], q[:-1]))
    sign[sign == 0] = 1.0
    out = q.copy()
    out[1:] *= np.cumprod(sign, axis=0)[..., None]
    return out
