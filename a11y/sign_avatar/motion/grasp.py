"""Thumb against fingers: fits a handshape to a rig so that what should touch does and nothing
goes through anything.

The table's angles are the starting point. A damped least-squares fit moves the thumb freely (and
the fingers of a pinch a little) so that pad meets pad at the wanted gap or lies on the finger it
should lie on, while thumb, fingers and palm keep out of each other. Once per rig and handshape.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from a11y.paths import var_dir
from a11y.sign_avatar.body.handshapes import DOFS, FINGERS, LIMITS, Shape
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.hand import Hand, hand
from a11y.sign_avatar.motion.rotations import Array, dot, rotate, unit

_THUMB = tuple(range(16, 21))
_STIFF_THUMB, _STIFF_FINGER = 0.00004, 0.0004  # metres per degree away from the table
_PALM = ("finger2-1", "finger3-1", "finger4-1", "finger5-1")
_BENDS = ("mcp", "pip")  # what a pinch may change of a finger
_ROUNDS = 16
_PROBE = 0.25  # degrees
_HARDNESS = 1.2  # how much being inside counts against missing what is to be touched
# Degrees by which a second try begins with the thumb off the palm: from the table's angles it may
# slip beneath the finger that it should lie on.
_LIFTED = np.array([0.0, 15.0, 0.0, -20.0, 0.0])
FIT_VERSION = 15  # part of the name of the file of fits: raise it when the fit changes
_DAMPINGS = (1e-3, 0.05, 0.5, 5.0, 100.0)


def fitted(rig: Rig, shape: Shape) -> Shape:
    """The shape with its contacts made on this rig."""
    known = _remembered(rig)
    key = _key(shape)
    if key not in known:
        start = tuple(shape.angles.tolist())
        known[key] = _fit(rig, start, shape.pinching, shape.gap, shape.thumb_on)
        _remember(rig, known)
    return replace(shape, angles=np.array(known[key]))


def _key(shape: Shape) -> str:
    written = (shape.angles.round(3).tolist(), shape.pinching, shape.gap, shape.thumb_on)
    return hashlib.sha256(repr(written).encode()).hexdigest()[:20]


def _file(rig: Rig) -> Path:
    return var_dir() / "cache" / f"handshapes-{FIT_VERSION}-{rig.digest}.json"


@lru_cache(maxsize=8)
def _remembered(rig: Rig) -> dict[str, tuple[float, ...]]:
    """Fits of earlier runs; only a matter of speed, so a broken file is the same as none."""
    try:
        data = json.loads(_file(rig).read_text(encoding="utf-8"))
        return {str(key): tuple(map(float, row)) for key, row in data.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _remember(rig: Rig, known: dict[str, tuple[float, ...]]) -> None:
    path = _file(rig)
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(known), encoding="utf-8")
        beside.replace(path)
    except OSError:  # a full or read-only disk costs time only
        beside.unlink(missing_ok=True)


def _fit(
    rig: Rig,
    start: tuple[float, ...],
    pinching: tuple[str, ...],
    gap: float | None,
    thumb_on: tuple[str, str] | None,
) -> tuple[float, ...]:
    """The fit itself: (21,) degrees."""
    first = np.array(start)
    leading = _leading(pinching)
    moving = [DOFS.index(f"{finger}.{part}") for finger in leading for part in _BENDS]
    along = [
        (DOFS.index(f"{finger}.{part}"), DOFS.index(f"{leading[-1]}.{part}"))
        for finger in pinching
        if finger not in leading
        for part in _BENDS
    ]
    columns = np.array([*moving, *_THUMB])
    stiffness = np.array([_STIFF_FINGER] * len(moving) + [_STIFF_THUMB] * len(_THUMB))
    low, high = LIMITS[columns, 0], LIMITS[columns, 1]
    low = low.copy()
    low[-1] = max(low[-1], -8.0)  # the last thumb joint hardly bends back by itself
    now = np.clip(first[columns], low, high)

    def posed(values: Array) -> Array:
        angles = np.repeat(first[None], len(values), 0)
        angles[:, columns] = values
        for one, leader in along:  # no finger of a row is left standing
            angles[:, one] += angles[:, leader] - first[leader]
        return np.asarray(np.clip(angles, LIMITS[:, 0], LIMITS[:, 1]))

    def misfit(values: Array) -> Array:
        angles = posed(values)
        parts = [_contacts(rig, angles, pinching, gap, thumb_on), _HARDNESS * _clashes(rig, angles)]
        parts.append(stiffness * (values - first[columns]))
        return np.concatenate(parts, axis=1)

    lifted = np.concatenate([now[: -len(_THUMB)], now[-len(_THUMB) :] + _LIFTED])
    feet = np.stack([_descended(misfit, at, low, high) for at in (now, lifted.clip(low, high))])
    best = int(np.argmin((misfit(feet) ** 2).sum(axis=1)))
    return tuple(round(float(a), 4) for a in posed(feet[best : best + 1])[0])


def _descended(misfit: Callable[[Array], Array], now: Array, low: Array, high: Array) -> Array:
    """(N,) degrees at the foot of the slope on which ``now`` lies: Levenberg–Marquardt with all
    differences of a round taken in one batch. misfit: (B, N) → (B, K)."""
    for _ in range(_ROUNDS):
        batch = np.concatenate([now[None], now[None] + _PROBE * np.eye(len(now))])
        errors = misfit(batch)
        slope = (errors[1:] - errors[0]).T / _PROBE
        square, gradient = slope.T @ slope, slope.T @ errors[0]
        steps = [
            -np.linalg.solve(square + np.diag(np.diag(square) * d + 1e-10), gradient)
            for d in _DAMPINGS
        ]
        trials = np.clip(now + np.clip(steps, -25, 25), low, high)
        costs = (misfit(trials) ** 2).sum(axis=1)
        best = int(np.argmin(costs))
        if costs[best] >= (errors[0] ** 2).sum() * (1 - 1e-5):
            break
        now = trials[best]
    return now


def _leading(pinching: tuple[str, ...]) -> tuple[str, ...]:
    """The fingers whose pads the thumb's meets; the others go along with the last of them."""
    return tuple(finger for finger in pinching if finger in FINGERS[:2]) or pinching[:1]


def _contacts(
    rig: Rig,
    angles: Array,
    pinching: tuple[str, ...],
    gap: float | None,
    thumb_on: tuple[str, str] | None,
) -> Array:
    """(B, K) metres by which the thumb's pad misses what it should touch."""
    own = hand(rig, "R")
    frames = own.frames(angles)

    def at(name: str) -> tuple[Array, Array]:
        mark = rig.landmarks[f"{name}.R"]
        return own.point(mark, frames), own.normal(mark, frames)

    thumb, facing = at("thumb.pad")
    if pinching:
        pads = [at(f"{finger}.pad") for finger in _leading(pinching)]
        pad = np.mean([point for point, _ in pads], axis=0)
        normal = unit(np.sum([way for _, way in pads], axis=0))
        missed = [thumb - pad - normal * float(gap or 0.0), 0.008 * (facing + normal)]
        missed += [0.6 * dot(point - pad, normal)[:, None] for point, _ in pads]  # as deep
        return np.concatenate(missed, axis=1)
    if thumb_on is not None:
        finger, place = thumb_on
        if place == "back":
            (a, way_a), (b, way_b) = at(f"{finger}.midjoint"), at(f"{finger}.nail")
            point, normal = 0.62 * a + 0.38 * b, unit(0.5 * way_a + 0.5 * way_b)
        elif place == "front":
            # Across the fist: over the last joints, pointing to the little finger.
            a, b = at(f"{finger}.midjoint")[0], at(f"{finger}.nail")[0]
            point, normal = 0.45 * a + 0.55 * b + 0.002 * own.p, own.p
            bone = own.bones("thumb")[2]
            along = unit(own.body.tail(bone) - own.body.head(bone))
            across = rotate(frames[bone][0], np.broadcast_to(along, thumb.shape)) + own.r
            return np.concatenate(
                [thumb - point, 0.005 * (facing + normal), 0.014 * across], axis=1
            )
        else:
            point, normal = at(f"{finger}.side")
        return np.concatenate([thumb - point, 0.005 * (facing + normal)], axis=1)
    return np.zeros((len(angles), 1))


@lru_cache(maxsize=8)
def _flesh(rig: Rig) -> dict[str, float]:
    """Radius of every finger bone of the right hand."""
    return {
        capsule.joint: 0.92 * capsule.radius
        for capsule in rig.capsules
        if capsule.joint.startswith("finger") and capsule.joint.endswith(".R")
    }


def _samples(own: Hand, frames: Mapping[str, tuple[Array, Array]], bone: str) -> Array:
    """(B, 4, 3) points along a bone."""
    rotation, place = frames[bone]
    along = own.body.tail(bone) - own.body.head(bone)
    reach = rotate(rotation, np.broadcast_to(along, place.shape))
    return place[:, None] + np.array([0.2, 0.45, 0.7, 0.95])[:, None] * reach[:, None]


def _clashes(rig: Rig, angles: Array) -> Array:
    """(B, K) metres by which the thumb is inside fingers or palm."""
    own = hand(rig, "R")
    frames = own.frames(angles)
    flesh = _flesh(rig)
    if not flesh:
        return np.zeros((len(angles), 1))
    thumb = [(_samples(own, frames, bone), flesh[bone]) for bone in own.bones("thumb")[1:]]
    errors = []
    for finger in FINGERS:
        for bone in own.bones(finger):
            points = _samples(own, frames, bone)
            for own_points, radius in thumb:
                apart = np.linalg.norm(points[:, :, None] - own_points[:, None], axis=-1)
                errors.append(np.clip(radius + flesh[bone] - apart.min(axis=(1, 2)), 0, None))
    palm_mark = rig.landmarks["palm.R"]
    palm = float(own.point(palm_mark, frames)[0] @ own.p)
    knuckles = np.mean([own.body.head(f"{name}.R") for name in _PALM], axis=0)
    reach = float((knuckles - own.body.head(own.wrist)) @ own.f)
    for own_points, radius in thumb:
        height = own_points @ own.p
        across = own_points @ own.r
        over = (own_points @ own.f < reach) & (across < 0.022)
        errors.append((np.clip(palm + 0.8 * radius - height, 0, None) * over).max(axis=1))
    return np.stack(errors, axis=1)
