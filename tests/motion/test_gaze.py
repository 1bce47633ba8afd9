"""The eyes stay with the viewer whatever the head does."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.motion import gaze, nonmanual
from a11y.sign_avatar.motion.face import Face
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.rotations import rotate
from a11y.sign_avatar.score import Tier


def missed(rig: Rig, face: Face) -> np.ndarray:
    """Degrees (2, T) by which each eye looks past the viewer."""
    local = face.joints()
    local |= gaze.eyes(rig, face, local)
    world = World(skeleton(rig), local)
    out = []
    for side in "LR":
        turn, place = world.joint(f"eye.{side}")
        to = gaze.viewer(rig) - place
        way = rotate(turn, np.array([0.0, 0.0, 1.0]))
        cosine = (way * to).sum(-1) / np.linalg.norm(to, axis=-1)
        out.append(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
    return np.array(out)


def test_at_rest_both_eyes_meet_at_the_viewer(rig: Rig) -> None:
    assert missed(rig, Face(np.zeros(1))).max() < 0.05


@pytest.mark.parametrize(
    ("tier", "value"),
    [
        (Tier.HEAD, "shake"),
        (Tier.HEAD, "nod"),
        (Tier.HEAD, "forward"),
        (Tier.HEAD, "tilt-left"),
        (Tier.TORSO, "forward"),
        (Tier.TORSO, "left"),
    ],
)
def test_a_moving_head_does_not_take_the_look_off_the_viewer(
    rig: Rig, tier: Tier, value: str
) -> None:
    face = Face(np.arange(0, 1.6, 0.02))
    nonmanual.apply(face, tier, value, 0.3, 1.2)
    assert np.abs(face.head).max() + np.abs(face.torso).max() > np.radians(5)
    assert missed(rig, face).max() < 2.0


def test_a_look_elsewhere_leaves_the_viewer_and_comes_back(rig: Rig) -> None:
    face = Face(np.arange(0, 2.0, 0.02))
    nonmanual.apply(face, Tier.GAZE, "3a", 0.6, 1.2)
    away = missed(rig, face)
    assert away[:, 45].min() > 20
    assert away[:, [0, -1]].max() < 0.05


def test_lids_go_with_a_look_down_unless_they_are_shut(rig: Rig) -> None:
    for shut in (0.0, 1.0):
        face = Face(np.zeros(1))
        face.eyes[:, 1] = np.radians(-20)
        face.add({"eyeBlinkLeft": 1.0}, np.full(1, shut))
        gaze.eyes(rig, face, face.joints())
        followed = float(face.morphs["eyeLookDownLeft"][0])
        assert followed > 0.6 if not shut else followed < 0.01
