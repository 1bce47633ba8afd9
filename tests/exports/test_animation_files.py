"""Exports, opened again by readers that share no code with the writers."""

from __future__ import annotations

import json
import struct
from dataclasses import replace
from pathlib import Path

import bvh
import numpy as np
import pygltflib
import pytest
from scipy.spatial.transform import Rotation

from a11y.sign_avatar import body
from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.exports.bvh import export_bvh
from a11y.sign_avatar.exports.glb import export_glb
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage.skinning import matrices_from_quaternions, world_joints

PLACE = ("Xposition", "Yposition", "Zposition")
TURN = ("Zrotation", "Xrotation", "Yrotation")


def joints_at(rig: Rig, performance: Performance, time: float) -> np.ndarray:
    rotations, _ = performance.sample(time)
    local = matrices_from_quaternions(rotations)
    return world_joints(rig.parents, rig.heads.astype(np.float32), local)[1]


def test_the_bvh_moves_as_the_performance(
    rig: Rig, performance: Performance, tmp_path: Path
) -> None:
    file = export_bvh(performance, tmp_path / "satz.bvh", rig=rig)
    read = bvh.Bvh(file.read_text("utf-8"))
    assert set(read.get_joints_names()) == set(rig.names)
    assert read.nframes == 26
    assert read.frame_time == pytest.approx(0.04)

    def place(name: str, frame: int) -> np.ndarray:
        """Position of a joint as any BVH program computes it, in metres."""
        point = np.zeros(3)
        while True:
            parent = read.joint_parent(name)
            point = point + np.array(read.joint_offset(name))
            if parent is None:
                return np.asarray(point + read.frame_joint_channels(frame, name, PLACE)) / 100
            angles = read.frame_joint_channels(frame, parent.name, TURN)
            point = Rotation.from_euler("ZXY", angles, degrees=True).apply(point)
            name = parent.name

    for frame in (0, 7, 13, 20, 25):
        wanted = joints_at(rig, performance, frame / 25)
        for name in ("head", "wrist.L", "wrist.R", "finger2-3.R", "finger5-1.L", "eye.L"):
            assert np.abs(place(name, frame) - wanted[rig.index(name)]).max() < 0.001, (frame, name)


def breathing(performance: Performance) -> Performance:
    """The performance with the lowest joint of the spine 0.15° off: hands go 2 mm with it."""
    rotations = performance.rotations.copy()
    turn = Rotation.from_euler("x", 0.15, degrees=True).as_quat()
    rotations[:, performance.joints.index("spine05")] = turn
    return replace(performance, rotations=rotations)


def test_the_animated_glb_moves_as_the_performance(
    rig: Rig, performance: Performance, tmp_path: Path
) -> None:
    """Read from the bytes alone: the writer's library has no part in it."""
    performance = breathing(performance)
    out = export_glb(performance, tmp_path / "satz.glb")
    data = out.read_bytes()
    magic, version, total, length, kind = struct.unpack_from("<4sIII4s", data)
    assert (magic, version, total, kind) == (b"glTF", 2, len(data), b"JSON")
    file = json.loads(data[20 : 20 + length])
    blob = data[28 + length :]

    def values(index: int, width: int) -> np.ndarray:
        accessor = file["accessors"][index]
        assert accessor["componentType"] == 5126
        view = file["bufferViews"][accessor["bufferView"]]
        start = view.get("byteOffset", 0) + accessor.get("byteOffset", 0)
        flat = np.frombuffer(blob[start : start + view["byteLength"]], np.float32)
        return flat.reshape(-1, width)

    (animation,) = file["animations"]
    turned, jaw = {}, {}
    folded = np.zeros(len(performance.times))
    for channel in animation["channels"]:
        sampler = animation["samplers"][channel["sampler"]]
        node = channel["target"]["node"]
        assert np.allclose(values(sampler["input"], 1)[:, 0], performance.times)
        if channel["target"]["path"] == "rotation":
            turned[node] = values(sampler["output"], 4)
        else:
            mesh = file["meshes"][file["nodes"][node]["mesh"]]
            names = mesh["extras"]["targetNames"]
            weights = values(sampler["output"], 1).reshape(len(performance.times), len(names))
            if "jawOpen" in names:
                jaw[mesh["name"]] = weights[:, names.index("jawOpen")]
            if mesh["name"] == "top":
                assert all(name.startswith("fold") for name in names)
                folded = weights.sum(axis=1)
    given = performance.weights[:, performance.morphs.index("jawOpen")]
    assert jaw
    assert np.allclose(folded, 2, atol=1e-4), "both sleeves show what the elbows' angles ask for"
    assert all(np.allclose(one, given) for one in jaw.values())

    parents = {c: k for k, node in enumerate(file["nodes"]) for c in node.get("children", ())}
    names = {file["nodes"][k]["name"]: k for k in file["skins"][0]["joints"]}

    def place(name: str, key: int) -> np.ndarray:
        """A node's position as any glTF viewer computes it, in metres."""
        point, node = np.zeros(3), names[name]
        while node in parents:
            point = point + np.array(file["nodes"][node].get("translation", (0, 0, 0)))
            node = parents[node]
            if node in turned:
                point = Rotation.from_quat(turned[node][key]).apply(point)
        return np.asarray(point + np.array(file["nodes"][node].get("translation", (0, 0, 0))))

    for key in range(0, len(performance.times), 5):
        wanted = joints_at(rig, performance, float(performance.times[key]))
        for name in ("head", "wrist.L", "wrist.R", "finger2-3.R", "finger5-1.L"):
            off = np.abs(place(name, key) - wanted[rig.index(name)]).max()
            assert off < 0.001, (key, name)
    assert [path.name for path in tmp_path.iterdir()] == ["satz.glb"]


@pytest.mark.parametrize("signer", sorted(body.SIGNERS))
def test_the_browsers_body_is_small_and_the_same(signer: str) -> None:
    path = body.glb_path(signer=signer, web=True)
    assert path.stat().st_size <= 2_000_000
    small = pygltflib.GLTF2().load_binary(str(path))
    full = pygltflib.GLTF2().load_binary(str(body.glb_path(signer=signer)))
    assert small is not None
    assert full is not None
    matrix = np.frombuffer(
        small.binary_blob(),
        np.float32,
        16,
        small.bufferViews[small.accessors[0].bufferView].byteOffset,
    ).reshape(4, 4)
    root = np.array(small.nodes[0].translation)

    def positions(file: pygltflib.GLTF2, name: str) -> np.ndarray:
        mesh = next(mesh for mesh in file.meshes if mesh.name == name)
        accessor = file.accessors[mesh.primitives[0].attributes.POSITION]
        view = file.bufferViews[accessor.bufferView]
        blob = file.binary_blob()[view.byteOffset : view.byteOffset + view.byteLength]
        if accessor.componentType == pygltflib.FLOAT:
            return np.frombuffer(blob, np.float32).reshape(-1, 3)
        raw = np.frombuffer(blob, np.int16).reshape(-1, view.byteStride // 2)[:, :3]
        return np.asarray(raw / 32767 @ matrix[:3, :3] + matrix[3, :3] + root)

    for name in ("face", "hands", "top", "hair"):
        assert np.abs(positions(small, name) - positions(full, name)).max() < 1e-4, name
    assert [mesh.extras for mesh in small.meshes] == [mesh.extras for mesh in full.meshes]
