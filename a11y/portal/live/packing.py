"""A performance as few bytes. File form: ``docs/formats/motion-packed.md``."""

from __future__ import annotations

import gzip
import json
import struct

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.performance import Performance

FPS = 25
VERSION = 1
SCALE = 8191
"""Steps from 0 to 1: a quaternion part is off by at most 0.00006, far below what can be seen."""


def pack(performance: Performance, *, fps: int = FPS) -> bytes:
    """gzip of: uint32 length, JSON header, int16 channels as differences over time.

    Joints that stay at rest and morphs that stay at zero are left out.
    """
    count = max(2, round(performance.duration * fps) + 1)
    samples = [performance.sample(index / fps) for index in range(count)]
    rotations = np.stack([rotation for rotation, _ in samples])
    weights = np.stack([weight for _, weight in samples])
    rotations = _continuous(rotations)
    moving = np.flatnonzero(np.abs(rotations[:, :, :3]).max(axis=(0, 2)) > 0.5 / SCALE)
    shown = np.flatnonzero(weights.max(axis=0) > 0.5 / SCALE)
    header = {
        "version": VERSION,
        "german": performance.german,
        "fps": fps,
        "frames": count,
        "scale": SCALE,
        "joints": [performance.joints[index] for index in moving],
        "morphs": [performance.morphs[index] for index in shown],
        "marks": [mark.to_dict() for mark in performance.marks],
    }
    channels = np.concatenate(
        [rotations[:, moving].reshape(count, -1).T, weights[:, shown].T], axis=0
    )
    steps = np.round(channels * SCALE).astype(np.int32)
    deltas = np.ascontiguousarray(np.diff(steps, axis=1, prepend=0), "<i2")
    # All low bytes, then all high bytes: the high ones are nearly always 0 or -1.
    planes = deltas.view(np.uint8).reshape(-1, 2).T.tobytes()
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return gzip.compress(struct.pack("<I", len(text)) + text + planes, 9, mtime=0)


def _continuous(rotations: NDArray[np.float32]) -> NDArray[np.float32]:
    """q and -q are one rotation; take the nearer of both to the one before."""
    out = rotations.copy()
    for index in range(1, len(out)):
        dot = np.sum(out[index] * out[index - 1], axis=1, keepdims=True)
        out[index] *= np.where(dot < 0, -1.0, 1.0).astype(np.float32)
    return out
