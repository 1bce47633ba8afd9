"""Where the eyes go: to the viewer's own camera unless a look is asked for, whatever the head does.

As people's do (vestibulo-ocular reflex), eyes turn against head and trunk, so a shaken or nodding
head does not take its look off the viewer. Lids go with the eyes.
"""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.body.gaze import LOOK_ASIDE, LOOK_DOWN, LOOK_UP
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.face import CHAIN, Face
from a11y.sign_avatar.motion.rotations import Array, about, inverse, multiply, rotate
from a11y.sign_avatar.picture import HAIR, framing_for

_X, _Y, _Z = np.eye(3)
_FARTHEST = np.radians(35.0), np.radians(-30.0), np.radians(20.0)  # aside, down, up


def viewer(rig: Rig) -> Array:
    """Where the viewer is (3,), metres: the camera of stage and live view."""
    framing = framing_for(float(rig.landmarks["headtop"].position[1]) + HAIR)
    return np.array(framing.centre) + framing.distance * _Z


def eyes(rig: Rig, face: Face, local: dict[str, Array]) -> dict[str, Array]:
    """Local rotations (T, 4) of ``eye.L`` and ``eye.R``; both meet at the viewer. Puts the lids
    that go with them on the face. local: what spine, neck and head do."""
    carried = local[CHAIN[0]]
    for name in CHAIN[1:]:
        carried = multiply(carried, local[name])
    back = inverse(carried)
    out = {}
    for side, long in (("L", "Left"), ("R", "Right")):
        x, y, z = viewer(rig) - rig.heads[rig.index(f"eye.{side}")]
        aside = np.arctan2(x, z) + face.eyes[:, 0]
        up = np.arctan2(y, z) * (1 - face.elsewhere) + face.eyes[:, 1]
        way = np.stack([np.sin(aside) * np.cos(up), np.sin(up), np.cos(aside) * np.cos(up)], -1)
        x, y, z = rotate(back, way).T
        far, low, high = _FARTHEST
        left = np.clip(np.arctan2(x, z), -far, far)
        raised = np.clip(np.arctan2(y, np.hypot(x, z)), low, high)
        out[f"eye.{side}"] = multiply(about(_Y, left), about(-_X, raised))
        _follow(face, long, np.degrees(left), np.degrees(raised))
    return out


def _follow(face: Face, side: str, left: Array, up: Array) -> None:
    """Lids of one eye: the upper one nearly as far as the iris, the lower one less; a shut eye's
    stay where they meet. Degrees."""
    open_ = 1 - np.clip(face.morphs.get(f"eyeBlink{side}", 0.0), 0, 1)
    inwards = -left if side == "Left" else left
    for name, share in (
        ("eyeLookDown", -up / LOOK_DOWN),
        ("eyeLookUp", up / LOOK_UP),
        ("eyeLookIn", inwards / LOOK_ASIDE),
        ("eyeLookOut", -inwards / LOOK_ASIDE),
    ):
        face.add({f"{name}{side}": 1.0}, open_ * np.clip(share, 0, 1))
