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

RIG_VERSION = 2


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
class Field:
    """Signed distance to the outside of part of the body at rest, metres, negative inside.

    name: ``head`` (with the upper neck) or ``trunk``. distance: (X, Y, Z) at ``origin`` (3,) plus
    ``step`` times the index.
    """

    name: str
    origin: Floats
    step: float
    distance: NDArray[np.float32]


@dataclass(frozen=True, eq=False, kw_only=True)
class Rig:
    """names: J joints, parents before children, MakeHuman names (``upperarm01.R``, ``wrist.L``,
    ``finger1-1.R`` … ``finger5-3.L``, ``head``, ``eye.L``). parents: (J,) index or -1.
    heads, tails: (J, 3) rest positions.

    landmarks: the places HamNoSys names, e.g. ``chin``, ``nose``, ``forehead``, ``chest``,
    ``shoulder.R``; on hands ``index.tip.R``, ``index.pad.R``, ``palm.L``, ``handback.L`` …
    capsules: flesh of limbs for collisions; fields: that of head and trunk. digest: changes
    whenever the rig does (cache keys).
    """

    names: tuple[str, ...]
    parents: NDArray[np.int64]
    heads: Floats
    tails: Floats
    landmarks: Mapping[str, Landmark]
    capsules: tuple[Capsule, ...]
    fields: tuple[Field, ...]
    morphs: tuple[str, ...]
    digest: str

    def index(self, name: str) -> int:
        return self.names.index(name)
