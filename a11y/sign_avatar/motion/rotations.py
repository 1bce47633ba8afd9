"""Quaternion arithmetic over arrays: every function broadcasts over leading axes.

Quaternions are (..., 4) as (x, y, z, w), unit length; vectors are (..., 3). Angles are radians.
Own code because the solver needs broadcasting over (time, candidate) axes, which
``scipy.spatial.transform.Rotation`` does not offer.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

IDENTITY: Array = np.array([0.0, 0.0, 0.0, 1.0])
_TINY = 1e-12


def unit(vectors: Array) -> Array:
    """Scale to length 1; zero vectors stay zero."""
    length = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))[..., None]
    return np.asarray(vectors / np.maximum(length, _TINY))


def dot(a: Array, b: Array) -> Array:
    """Inner product over the last axis."""
    return np.asarray(np.einsum("...i,...i->...", a, b))


def cross(a: Array, b: Array) -> Array:
    """Cross product over the last axis; an order of magnitude faster than ``numpy.cross``."""
    x = a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1]
    out = np.empty((*x.shape, 3))
    out[..., 0] = x
    out[..., 1] = a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2]
    out[..., 2] = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    return out


def multiply(a: Array, b: Array) -> Array:
    """Hamilton product: first ``b``, then ``a``."""
    av, aw, bv, bw = a[..., :3], a[..., 3:], b[..., :3], b[..., 3:]
    vector = aw * bv + bw * av + cross(av, bv)
    scalar = aw[..., 0] * bw[..., 0] - dot(av, bv)
    return np.concatenate([vector, scalar[..., None]], axis=-1)


def inverse(q: Array) -> Array:
    """The opposite rotation of a unit quaternion."""
    return np.asarray(q * np.array([-1.0, -1.0, -1.0, 1.0]))


def rotate(q: Array, vectors: Array) -> Array:
    """Turn ``vectors`` by ``q``."""
    qv = q[..., :3]
    t = 2.0 * cross(qv, vectors)
    return np.asarray(vectors + q[..., 3:] * t + cross(qv, t))


def about(axis: Array, angle: Array | float) -> Array:
    """Rotation by ``angle`` about ``axis`` (need not be unit)."""
    half = np.asarray(angle, float)[..., None] / 2
    axis = unit(np.asarray(axis, float))
    vector = np.sin(half) * axis
    scalar = np.broadcast_to(np.cos(half), (*vector.shape[:-1], 1))
    return np.concatenate([vector, scalar], axis=-1)


def from_vector(vectors: Array) -> Array:
    """Rotation vector (axis times angle) → quaternion."""
    angle = np.sqrt(dot(vectors, vectors))
    half = angle / 2
    scale = np.where(angle > 1e-8, np.sin(half) / np.maximum(angle, 1e-8), 0.5)
    return np.concatenate([vectors * scale[..., None], np.cos(half)[..., None]], axis=-1)


def to_vector(q: Array) -> Array:
    """Quaternion → rotation vector with angle in [0, π]."""
    q = np.where(q[..., 3:] < 0, -q, q)
    length = np.sqrt(dot(q[..., :3], q[..., :3]))
    angle = 2 * np.arctan2(length, q[..., 3])
    scale = np.where(length > 1e-9, angle / np.maximum(length, 1e-9), 2.0)
    return np.asarray(q[..., :3] * scale[..., None])


def angle_between(a: Array, b: Array) -> Array:
    """Angle of the rotation from ``a`` to ``b``, in [0, π]."""
    d = np.clip(np.abs(dot(a, b)), 0.0, 1.0)
    return np.asarray(2 * np.arccos(d))


def slerp(a: Array, b: Array, share: Array | float) -> Array:
    """Shortest-way interpolation; ``share`` 0 gives ``a``, 1 gives ``b``."""
    delta = to_vector(multiply(inverse(a), b))
    return multiply(a, from_vector(delta * np.asarray(share)[..., None]))


def align(a: Array, b: Array) -> Array:
    """Shortest rotation that takes direction ``a`` to direction ``b``."""
    a, b = unit(np.asarray(a, float)), unit(np.asarray(b, float))
    a, b = np.broadcast_arrays(a, b)
    q = np.concatenate([cross(a, b), 1.0 + dot(a, b)[..., None]], axis=-1)
    length = np.sqrt(dot(q, q))[..., None]
    # Opposite directions: any half turn about a perpendicular axis does.
    spare = np.where(np.abs(a[..., :1]) < 0.9, [1.0, 0.0, 0.0], [0.0, 1.0, 0.0])
    half_turn = np.concatenate([unit(cross(a, spare)), np.zeros((*a.shape[:-1], 1))], axis=-1)
    return np.where(length < 1e-6, half_turn, q / np.maximum(length, 1e-6))


def frame(first: Array, second: Array) -> Array:
    """Right-handed 3×3 frame whose columns are ``first``, ``second`` made perpendicular, and
    their cross product."""
    x = unit(first)
    y = unit(second - x * dot(x, second)[..., None])
    return np.stack(np.broadcast_arrays(x, y, cross(x, y)), axis=-1)


def from_matrix(m: Array) -> Array:
    """Rotation matrix (..., 3, 3) → quaternion, stable for every angle."""
    d0, d1, d2 = m[..., 0, 0], m[..., 1, 1], m[..., 2, 2]
    squares = np.stack([1 + d0 - d1 - d2, 1 - d0 + d1 - d2, 1 - d0 - d1 + d2, 1 + d0 + d1 + d2], -1)
    k = np.argmax(squares, axis=-1)
    xy, xz, yz = (
        m[..., 0, 1] + m[..., 1, 0],
        m[..., 0, 2] + m[..., 2, 0],
        m[..., 1, 2] + m[..., 2, 1],
    )
    wx, wy, wz = (
        m[..., 2, 1] - m[..., 1, 2],
        m[..., 0, 2] - m[..., 2, 0],
        m[..., 1, 0] - m[..., 0, 1],
    )
    rows = np.stack(
        [
            np.stack([squares[..., 0], xy, xz, wx], -1),
            np.stack([xy, squares[..., 1], yz, wy], -1),
            np.stack([xz, yz, squares[..., 2], wz], -1),
            np.stack([wx, wy, wz, squares[..., 3]], -1),
        ],
        axis=-2,
    )
    return unit(np.take_along_axis(rows, k[..., None, None], axis=-2)[..., 0, :])


def between_frames(a: Array, b: Array) -> Array:
    """Quaternion that turns frame ``a`` (..., 3, 3) into frame ``b``."""
    return from_matrix(np.asarray(b @ np.swapaxes(a, -1, -2)))


def twist_angle(q: Array, axis: Array) -> Array:
    """Signed angle in (-π, π] of the part of ``q`` that turns about unit ``axis``."""
    angle = 2 * np.arctan2(dot(q[..., :3], axis), q[..., 3])
    return np.asarray((angle + np.pi) % (2 * np.pi) - np.pi)


def continuous(q: Array) -> Array:
    """Flip signs along the first axis so that neighbours lie on the same half sphere."""
    sign = np.sign(dot(q[1:], q[:-1]))
    sign[sign == 0] = 1.0
    out = q.copy()
    out[1:] *= np.cumprod(sign, axis=0)[..., None]
    return out
