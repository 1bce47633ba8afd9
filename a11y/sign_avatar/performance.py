"""How the signer moves: joint rotations and face-morph weights over time, free of a frame rate.

Made by ``motion``; played by ``stage`` (MP4), the browser's live view and the exporters.

Frame of reference: right-handed, metres, Y up, the signer faces +Z, +X is the signer's left.
In rest pose every joint frame is aligned with the world (identity rotation); a joint's rotation
is relative to its parent's frame: ``R_world(j) = R_world(parent(j)) · R(j)``. Quaternions are
(x, y, z, w), unit length. File form: ``docs/formats/performance.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

PERFORMANCE_VERSION = 1
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMark:
    """Where one sign lies in time (seconds): stroke begins at ``start``, hold ends at ``end``."""

    gloss: str
    start: float
    end: float
    shown: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {"gloss": self.gloss, "start": self.start, "end": self.end, "shown": self.shown}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(
            gloss=data["gloss"],
            start=float(data["start"]),
            end=float(data["end"]),
            shown=data.get("shown", ""),
        )


@dataclass(frozen=True, eq=False, kw_only=True)
class Performance:
    """One sentence in motion; begins and ends in the neutral rest pose so that segments join.

    times: (T,) seconds, strictly increasing, times[0] == 0.
    joints: J joint names; rotations: (T, J, 4) quaternions.
    morphs: M ARKit morph names; weights: (T, M) in [0, 1].
    marks: sign boundaries in order.
    german: the sentence it stands for (captions).
    """

    times: Floats
    joints: tuple[str, ...]
    rotations: Floats
    morphs: tuple[str, ...]
    weights: Floats
    marks: tuple[SignMark, ...] = ()
    german: str = ""

    def __post_init__(self) -> None:
        count = len(self.times)
        if self.rotations.shape != (count, len(self.joints), 4):
            raise ValueError(f"rotations {self.rotations.shape} do not fit times and joints")
        if self.weights.shape != (count, len(self.morphs)):
            raise ValueError(f"weights {self.weights.shape} do not fit times and morphs")
        if count < 2 or self.times[0] != 0 or not bool(np.all(np.diff(self.times) > 0)):
            raise ValueError("times must start at 0 and increase strictly")

    @property
    def duration(self) -> float:
        """Seconds."""
        return float(self.times[-1])

    def sample(self, time: float) -> tuple[Floats, Floats]:
        """Rotations (J, 4) and weights (M,) at ``time`` seconds, clamped to the performance."""
        time = min(max(time, 0.0), self.duration)
        right = int(np.clip(np.searchsorted(self.times, time), 1, len(self.times) - 1))
        left = right - 1
        share = (time - self.times[left]) / (self.times[right] - self.times[left])
        a, b = self.rotations[left], self.rotations[right]
        # Keys are dense (≥ 25 a second), so normalised linear interpolation is as good as slerp.
        sign = np.where(np.sum(a * b, axis=1, keepdims=True) < 0, -1.0, 1.0)
        mixed = (1 - share) * a + share * sign * b
        mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
        weights = (1 - share) * self.weights[left] + share * self.weights[right]
        return mixed.astype(np.float32), weights.astype(np.float32)

    def to_dict(self) -> dict[str, Any]:
        return {
            "version": PERFORMANCE_VERSION,
            "german": self.german,
            "joints": list(self.joints),
            "morphs": list(self.morphs),
            "times": np.round(self.times.astype(float), 4).tolist(),
            "rotations": np.round(self.rotations.astype(float), 5).tolist(),
            "weights": np.round(self.weights.astype(float), 4).tolist(),
            "marks": [mark.to_dict() for mark in self.marks],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        if data.get("version") != PERFORMANCE_VERSION:
            raise ValueError(f"performance version {data.get('version')} is not supported")
        times = np.asarray(data["times"], np.float32)
        joints, morphs = tuple(data["joints"]), tuple(data["morphs"])
        return cls(
            times=times,
            joints=joints,
            rotations=np.asarray(data["rotations"], np.float32).reshape(len(times), len(joints), 4),
            morphs=morphs,
            weights=np.asarray(data["weights"], np.float32).reshape(len(times), len(morphs)),
            marks=tuple(SignMark.from_dict(mark) for mark in data["marks"]),
            german=data["german"],
        )
