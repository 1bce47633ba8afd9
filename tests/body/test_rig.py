"""The rig motion relies on: joints, landmarks, capsules of every signer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.body.errors import BodyMissingError, BodyOutdatedError, UnknownSignerError

FINGERS = ("thumb", "index", "middle", "ring", "pinky")
SPOTS = ("tip", "nail", "pad", "midjoint", "knuckle", "base", "side", "otherside")
HEAD = "headtop head forehead nose nostrils lips tongue teeth chin underchin neck eyebrows eyes"
PAIRED = (
    "head forehead nose nostril lips chin underchin neck eyebrow eye ear earlobe cheek shoulders "
    "chest stomach belowstomach neutralspace shoulder shouldertop upperarm elbow elbowinside "
    "lowerarm wristback wristpulse palm handback thumbside pinkyside thumbball"
)


def test_joints_come_parents_first_and_all_signers_share_them(rig: Rig) -> None:
    assert len(rig.names) == 76
    assert rig.parents[0] == -1
    assert all(parent < index for index, parent in enumerate(rig.parents))
    assert rig.names == body.load_rig().names
    assert rig.morphs == body.load_rig().morphs
    assert len(rig.morphs) == 52


def test_every_place_has_a_landmark(rig: Rig) -> None:
    wanted = {*HEAD.split(), "shoulders", "chest", "stomach", "belowstomach", "neutralspace"}
    for side in "LR":
        wanted |= {f"{name}.{side}" for name in PAIRED.split()}
        wanted |= {f"{finger}.{spot}.{side}" for finger in FINGERS for spot in SPOTS}
    assert set(rig.landmarks) == wanted
    assert {mark.joint for mark in rig.landmarks.values()} <= set(rig.names)


def test_normals_are_unit_and_sides_mirror_each_other(rig: Rig) -> None:
    for name, mark in rig.landmarks.items():
        assert np.linalg.norm(mark.normal) == pytest.approx(1, abs=1e-6), name
        if name.endswith(".L"):
            twin = rig.landmarks[name[:-1] + "R"]
            assert np.abs(mark.position - twin.position * [-1, 1, 1]).max() < 0.012, name


def test_the_face_is_in_order_from_top_to_bottom(rig: Rig) -> None:
    height = {name: rig.landmarks[name].position[1] for name in HEAD.split()}
    order = ["headtop", "forehead", "eyebrows", "eyes", "nose", "nostrils", "lips", "chin"]
    assert [height[name] for name in order] == sorted((height[n] for n in order), reverse=True)
    assert height["underchin"] < height["chin"]
    assert height["neck"] < height["underchin"]
    forward = {name: rig.landmarks[name].position[2] for name in HEAD.split()}
    assert max(forward, key=lambda name: forward[name]) == "nose"
    assert rig.landmarks["ear.L"].position[0] > rig.landmarks["eye.L"].position[0] > 0


@pytest.mark.parametrize("side", ["L", "R"])
def test_palm_and_pads_face_away_from_backs_and_nails(rig: Rig, side: str) -> None:
    palm, back = rig.landmarks[f"palm.{side}"], rig.landmarks[f"handback.{side}"]
    assert palm.normal @ back.normal < -0.7
    # Hanging arms: palms look at the thighs, thumbs forward.
    assert palm.normal[0] * (1 if side == "R" else -1) > 0.4
    assert (rig.landmarks[f"thumbside.{side}"].position - palm.position)[2] > 0
    for finger in FINGERS:
        pad, nail = rig.landmarks[f"{finger}.pad.{side}"], rig.landmarks[f"{finger}.nail.{side}"]
        assert pad.normal @ nail.normal < -0.4, finger
        if finger != "thumb":
            assert pad.normal @ palm.normal > 0.3, finger
        thickness = np.linalg.norm(pad.position - nail.position)
        assert 0.005 < thickness < 0.025, finger


def test_capsules_hug_the_skin(rig: Rig) -> None:
    joints = {capsule.joint for capsule in rig.capsules}
    assert {"head", "neck02", "spine01", "upperarm01.L", "lowerarm02.R", "finger2-3.R"} <= joints
    assert all(0.003 < capsule.radius < 0.2 for capsule in rig.capsules)
    chest = rig.landmarks["chest"].position
    trunk = [c for c in rig.capsules if c.joint.startswith("spine")]

    def outside(point: np.ndarray, start: np.ndarray, end: np.ndarray, radius: float) -> float:
        axis = end - start
        share = np.clip((point - start) @ axis / max(axis @ axis, 1e-12), 0, 1)
        return float(np.linalg.norm(point - start - share * axis) - radius)

    assert min(outside(chest, c.start, c.end, c.radius) for c in trunk) == pytest.approx(
        0, abs=0.03
    )


def test_fields_are_zero_on_the_skin_and_negative_inside(rig: Rig) -> None:
    fields = {field.name: field for field in rig.fields}
    assert set(fields) == {"head", "trunk"}

    def at(name: str, point: np.ndarray) -> float:
        field = fields[name]
        cell = np.round((point - field.origin) / field.step).astype(int)
        return float(field.distance[tuple(cell)])

    for name, mark in (("head", "forehead"), ("head", "chin"), ("head", "nose")):
        point = rig.landmarks[mark].position
        assert abs(at(name, point)) < 0.006, mark
    for name, mark in (("head", "forehead"), ("trunk", "chest"), ("trunk", "stomach")):
        found = rig.landmarks[mark]
        assert at(name, found.position + 0.03 * found.normal) == pytest.approx(0.03, abs=0.01)
        assert at(name, found.position - 0.03 * found.normal) == pytest.approx(-0.03, abs=0.01)
    assert at("head", rig.heads[rig.index("head")] + [0, 0.05, 0.02]) < -0.03


def test_a_body_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(BodyMissingError, match=r"a11y body build"):
        body.load_rig(tmp_path)


def test_a_damaged_rig_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "rig.npz").write_bytes(b"PK\x03\x04 no rig")
    with pytest.raises(BodyOutdatedError, match=r"KH-BODY-04"):
        body.load_rig(tmp_path)


def test_an_unknown_signer_is_told_the_known_ones() -> None:
    with pytest.raises(UnknownSignerError, match=r"elias, mara|mara, elias"):
        body.load_rig(signer="nobody")
