"""Frames in which a hand is cut off by the edge of the picture, for ``a11y bench motion``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.picture import HAIR, framing_for

_CARRIED_BY = ("finger", "wrist", "metacarpal")  # joints of a hand


def hand_points(rig: Rig) -> tuple[str, ...]:
    """Names of all landmarks on the skin of hands: tips, nails, joints, palms, backs, sides."""
    return tuple(name for name, mark in rig.landmarks.items() if mark.joint.startswith(_CARRIED_BY))


def cut_off(rig: Rig, local: Mapping[str, NDArray[np.float64]], frames: int) -> NDArray[np.bool_]:
    """(T,) whether any point of a hand lies beyond the picture's edge, seen through the stage's
    camera. local: joint → local rotations (T, 4)."""
    picture = framing_for(float(rig.landmarks["headtop"].position[1]) + HAIR)
    world = World(skeleton(rig), dict[str, NDArray[Any]](local))
    out = np.zeros(frames, bool)
    for name in hand_points(rig):
        mark = rig.landmarks[name]
        out |= picture.outside(world.point(mark.joint, mark.position)) > 0
    return out
