"""The signer's motion as others read it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pose_format import Pose

from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.pose_file import write_pose


def test_a_pose_file_opens_again_with_points_of_body_and_hands(rig: Rig, tmp_path: Path) -> None:
    sign = "hamflathand hamextfingeru hampalmd hamshoulders hamlrat hammoveu"
    done = motion.perform_notation(sign, rig=rig)
    out = tmp_path / "sign.pose"
    write_pose(done, rig, out)
    pose = Pose.read(out.read_bytes())
    names = [component.name for component in pose.header.components]
    assert names == ["POSE_LANDMARKS", "LEFT_HAND_LANDMARKS", "RIGHT_HAND_LANDMARKS"]
    assert [len(c.points) for c in pose.header.components] == [33, 21, 21]
    assert pose.body.fps == 25
    assert len(pose.body.data) == round(done.duration * 25) + 1
    points = {n: k for k, n in enumerate(pose.header.components[0].points)}
    height = np.asarray(pose.body.data)[:, 0, points["RIGHT_WRIST"], 1]
    assert height.min() < height[0] - 200, "y runs down, so a raised hand has a smaller y"
    assert list(tmp_path.iterdir()) == [out]
