"""The skeleton that motion poses and stage draws.

Frame of reference: right-handed, metres, Y up, feet at Y = 0, the signer faces +Z, +X is the
signer's left. At rest every joint frame is aligned with the world, see ``performance``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RIG_VERSION = 1


@dataclass(frozen=True, eq=False, kw_only=True)
class Landmark:
    """A named point on the skin: the joint that carries it, its rest position (3,) in metres and
    the outward surface normal (3,) at rest."""

    joint: str
    position: Floats
    normal: Floats


@dataclass(frozen=True, eq=False, kw_only=True)
class Capsule:
    """A rounded segment that stands for flesh in collisions; ends at rest, radius in metres."""

    joint: str
    start: Floats
    end: Floats
    radius: float


@dataclass(frozen=True, eq=False, kw_only=True)
class Rig:
    """names: J joints, parents before children, MakeHuman names (``upperarm01.R``, ``wrist.L``,
    ``finger1-1.R`` … ``finger5-3.L``, ``head``, ``eye.L``). parents: (J,) index or -1.
    heads, tails: (J, 3) rest positions.

    landmarks: the places HamNoSys names, e.g. ``chin``, ``nose``, ``forehead``, ``chest``,
    ``shoulder.R``; on hands ``index.tip.R``, ``index.pad.R``, ``palm.L``, ``handback.L`` …
    capsules: flesh for collisions. digest: changes whenever the rig does (cache keys).
    """

    names: tuple[str, ...]
    parents: NDArray[np.int64]
    heads: Floats
    tails: Floats
    landmarks: Mapping[str, Landmark]
    capsules: tuple[Capsule, ...]
    morphs: tuple[str, ...]
    digest: str

    def index(self, name: str) -> int:
        return self.names.index(name)
