"""A performance as few bytes that can be shown while they arrive.

File form: ``docs/formats/motion-packed.md``.
"""

from __future__ import annotations

import json
import struct
import zlib
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.performance import Performance

FPS = 25
VERSION = 2
SCALE = 8191
"""Steps from 0 to 1: a quaternion part is off by at most 0.00006, far below what can be seen."""
FIRST, BLOCK = 12, 50
"""Frames in the first block (half a second, so that movement begins at once) and in the others."""
_GZIP = 31


def pack(performance: Performance, *, fps: int = FPS) -> bytes:
    """gzip of: uint32 length, JSON header, then blocks of int16 channels as differences over time.

    The compressor is flushed after every block: a browser unpacks each as soon as it is there.
    Joints that stay at rest and morphs that stay at zero are left out.
    """
    count = max(2, round(performance.duration * fps) + 1)
    samples = [performance.sample(index / fps) for index in range(count)]
    rotations = _continuous(np.stack([rotation for rotation, _ in samples]))
    weights = np.stack([weight for _, weight in samples])
    moving = np.flatnonzero(np.abs(rotations[:, :, :3]).max(axis=(0, 2)) > 0.5 / SCALE)
    shown = np.flatnonzero(weights.max(axis=0) > 0.5 / SCALE)
    cuts = [0, *range(FIRST, count, BLOCK), count]
    header = {
        "version": VERSION,
        "german": performance.german,
        "fps": fps,
        "frames": count,
        "blocks": [end - start for start, end in pairwise(cuts)],
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
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    squeeze = zlib.compressobj(9, zlib.DEFLATED, _GZIP)
    out = [squeeze.compress(struct.pack("<I", len(text)) + text)]
    for start, end in pairwise(cuts):
        out += [squeeze.compress(_planes(deltas[:, start:end])), squeeze.flush(zlib.Z_SYNC_FLUSH)]
    return b"".join([*out, squeeze.flush()])


def _planes(deltas: NDArray[np.int16]) -> bytes:
    """All low bytes, then all high bytes: the high ones are nearly always 0 or -1."""
    return np.ascontiguousarray(deltas).view(np.uint8).reshape(-1, 2).T.tobytes()


def _continuous(rotations: NDArray[np.float32]) -> NDArray[np.float32]:
    """q and -q are one rotation; take the nearer of both to the one before."""
    dots = np.sum(rotations[1:] * rotations[:-1], axis=2)
    signs = np.cumprod(np.where(dots < 0, -1.0, 1.0), axis=0)
    out = rotations.copy()
    out[1:] *= signs[:, :, None]
    return np.asarray(out, np.float32)
