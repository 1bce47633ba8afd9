"""Curves on the face's ARKit morphs and on head, neck, spine and eyes, added up over time."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import Array, about, from_vector, multiply

_X = np.eye(3)[0]
HEAD_SHARES = {"neck01": 0.18, "neck02": 0.2, "neck03": 0.2, "head": 0.42}
_SPINE_SHARES = {"spine04": 0.2, "spine03": 0.3, "spine02": 0.3, "spine01": 0.2}
CHAIN = (*_SPINE_SHARES, *HEAD_SHARES)
"""The joints from the pelvis to the head, each carried by the one before it."""


def envelope(times: Array, start: float, end: float, onset: float, release: float) -> Array:
    """(T,) rises from 0 before ``start`` to 1, and falls to 0 after ``end``; smooth at the ends."""
    rise = ease((times - (start - onset)) / max(onset, 1e-6))
    fall = ease((times - end) / max(release, 1e-6))
    return rise * (1 - fall)


@dataclass(eq=False)
class Face:
    """What the face and the trunk do. times: (T,) seconds.

    head, torso: (T, 3) rotation vectors in radians: x nods forward, y turns to the signer's left,
    z tilts to the signer's right. eyes: (T, 2) radians that the look goes beside the viewer, to
    the left and up, wherever the head is (``gaze`` turns the eyes). elsewhere: (T,) share to which
    it is bound for another place than the viewer.
    jut: (T,) radians: the neck goes forward, the head stays upright on it.
    morphs: name → (T,) weights, clipped when read. bound: (T,) share with which the score says
    what head and trunk do.
    """

    times: Array
    morphs: dict[str, Array] = field(default_factory=dict)
    head: Array = field(init=False)
    torso: Array = field(init=False)
    eyes: Array = field(init=False)
    elsewhere: Array = field(init=False)
    jut: Array = field(init=False)
    bound: Array = field(init=False)

    def __post_init__(self) -> None:
        self.head = np.zeros((len(self.times), 3))
        self.torso = np.zeros((len(self.times), 3))
        self.eyes = np.zeros((len(self.times), 2))
        self.elsewhere = np.zeros(len(self.times))
        self.jut = np.zeros(len(self.times))
        self.bound = np.zeros(len(self.times))

    def add(self, weights: dict[str, float], curve: Array) -> None:
        """Add ``weights`` times ``curve`` (T,)."""
        for name, weight in weights.items():
            self.morphs[name] = self.morphs.get(name, 0.0) + weight * curve

    def highest(self, weights: dict[str, float], curve: Array) -> None:
        """Raise morphs to at least ``weights`` times ``curve`` (blinks over squints …)."""
        for name, weight in weights.items():
            self.morphs[name] = np.maximum(self.morphs.get(name, 0.0), weight * curve)

    def table(self, names: tuple[str, ...]) -> Array:
        """(T, M) weights in [0, 1] in the order of ``names``."""
        out = np.zeros((len(self.times), len(names)))
        for column, name in enumerate(names):
            if name in self.morphs:
                out[:, column] = np.clip(self.morphs[name], 0.0, 1.0)
        return out

    def joints(self) -> dict[str, Array]:
        """Local rotations (T, 4) of spine, neck and head."""
        out = {name: from_vector(self.torso * share) for name, share in _SPINE_SHARES.items()}
        out |= {name: from_vector(self.head * share) for name, share in HEAD_SHARES.items()}
        if self.jut.any():
            for name, sense in (("neck01", 1.0), ("head", -1.0)):
                out[name] = multiply(about(_X, sense * self.jut), out[name])
        return out
