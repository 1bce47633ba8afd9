"""Breathing and micro-movement: never frozen, always the same for the same seed."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.face import Face, envelope
from a11y.sign_avatar.motion.rotations import Array

_DEG = np.pi / 180


def drift(rng: np.random.Generator, times: Array, slowest: float, fastest: float) -> Array:
    """(T,) smooth noise of about unit size between two frequencies (Hz)."""
    frequencies = np.geomspace(slowest, fastest, 4)
    phases = rng.uniform(0, 2 * np.pi, 4)
    weights = np.array([0.5, 0.35, 0.25, 0.15])
    return np.asarray(
        (weights * np.sin(2 * np.pi * frequencies * times[:, None] + phases)).sum(axis=1)
    )


def enliven(face: Face, rng: np.random.Generator) -> None:
    """Add breathing, a drifting head and small eye movements; nothing at the very ends, so that
    sentences join."""
    times = face.times
    whole = envelope(times, 0.35, float(times[-1]) - 0.4, 0.3, 0.35)
    breath = (1 - np.cos(2 * np.pi * times / 3.7 + rng.uniform(0, 2))) / 2
    face.torso[:, 0] -= 0.9 * _DEG * breath * whole
    face.head[:, 0] += 0.6 * _DEG * breath * whole
    for axis, size in ((0, 0.9), (1, 1.2), (2, 0.9)):
        face.head[:, axis] += size * _DEG * drift(rng, times, 0.15, 1.1) * whole
    face.torso[:, 1] += 0.5 * _DEG * drift(rng, times, 0.1, 0.5) * whole
    face.torso[:, 2] += 0.5 * _DEG * drift(rng, times, 0.1, 0.5) * whole
    saccades = np.zeros((len(times), 2))
    at = 0.5
    while at < times[-1] - 0.5:
        jump = rng.normal(0, [0.9, 0.5]) * _DEG
        saccades += envelope(times, at, at + 0.5, 0.05, 0.05)[:, None] * jump
        at += rng.uniform(0.5, 1.1)
    face.eyes += saccades * whole[:, None]
    face.add({"browInnerUp": 0.05}, whole * (0.5 + 0.5 * drift(rng, times, 0.2, 0.7)))
