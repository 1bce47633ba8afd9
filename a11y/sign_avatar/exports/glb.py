"""A performance as a GLB: the signer with one animation, for any 3D program."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygltflib
from numpy.typing import NDArray

from a11y.sign_avatar.body import DEFAULT_SIGNER, glb_path
from a11y.sign_avatar.body.errors import BodyMissingError
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage.encode import atomic
from a11y.sign_avatar.stage.model import Bend, read_bends
from a11y.sign_avatar.stage.skinning import matrices_from_quaternions

_AT_REST = 1e-5  # half the radians that a joint may turn without a channel: a hand stays in place


class _Animation:
    def __init__(self, file: pygltflib.GLTF2, blob: bytearray) -> None:
        self._file, self._blob = file, blob
        self.animation = pygltflib.Animation(name="performance", channels=[], samplers=[])

    def accessor(self, array: NDArray[np.float32], kind: str) -> int:
        self._blob.extend(b"\0" * (-len(self._blob) % 4))
        data = np.ascontiguousarray(array, np.float32).tobytes()
        self._file.bufferViews.append(
            pygltflib.BufferView(buffer=0, byteOffset=len(self._blob), byteLength=len(data))
        )
        self._blob.extend(data)
        entry = pygltflib.Accessor(
            bufferView=len(self._file.bufferViews) - 1,
            componentType=pygltflib.FLOAT,
            count=array.size if kind == "SCALAR" else len(array),
            type=kind,
        )
        if array.ndim == 1:
            entry.min, entry.max = [float(array.min())], [float(array.max())]
        self._file.accessors.append(entry)
        return len(self._file.accessors) - 1

    def channel(self, node: int, path: str, times: int, values: int) -> None:
        self.animation.samplers.append(
            pygltflib.AnimationSampler(input=times, output=values, interpolation="LINEAR")
        )
        target = pygltflib.AnimationChannelTarget(node=node, path=path)
        sampler = len(self.animation.samplers) - 1
        self.animation.channels.append(pygltflib.AnimationChannel(sampler=sampler, target=target))


def _continuous(rotations: NDArray[np.float32]) -> NDArray[np.float32]:
    """Quaternions (T, 4) with signs such that neighbours lie in one half-sphere."""
    flips = np.sign(np.sum(rotations[1:] * rotations[:-1], axis=1))
    signs = np.concatenate([[1.0], np.cumprod(np.where(flips == 0, 1.0, flips))])
    return np.asarray(rotations * signs[:, None], np.float32)


def _folds(performance: Performance, bends: tuple[Bend, ...]) -> dict[str, NDArray[np.float32]]:
    """Weights (T,) of the sleeves' shapes: other programs do not know when an elbow is bent."""
    still = np.zeros(len(performance.times), np.float32)
    out = {name: still.copy() for bend in bends for name in bend.morphs}
    for bend in bends:
        turns = np.tile(np.array([0, 0, 0, 1], np.float32), (len(still), 1))
        if bend.joint in performance.joints:
            turns = performance.rotations[:, performance.joints.index(bend.joint)]
        for frame, turn in enumerate(matrices_from_quaternions(np.asarray(turns, np.float32))):
            for name, weight in bend.weights(turn).items():
                out[name][frame] = weight
    return out


def export_glb(
    performance: Performance, out: Path, *, signer: str = DEFAULT_SIGNER, glb: Path | None = None
) -> Path:
    """Write the signer with the performance as its one animation: rotations and morph weights,
    those of the sleeves' folds too.

    Joints that never leave rest get no channel. Raises BodyMissingError, DiskFullError,
    NotWritableError.
    """
    source = glb or glb_path(signer=signer)
    if not source.is_file():
        raise BodyMissingError(source)
    file = pygltflib.GLTF2().load_binary(str(source))
    assert file is not None
    blob = bytearray(file.binary_blob())
    made = _Animation(file, blob)
    times = made.accessor(performance.times, "SCALAR")
    nodes = {file.nodes[index].name: index for index in file.skins[0].joints}
    for k, joint in enumerate(performance.joints):
        turned = performance.rotations[:, k]
        if joint in nodes and np.abs(turned[:, :3]).max() > _AT_REST:
            values = made.accessor(_continuous(turned), "VEC4")
            made.channel(nodes[joint], "rotation", times, values)
    shapes = {name: performance.weights[:, k] for k, name in enumerate(performance.morphs)}
    shapes |= _folds(performance, read_bends(file.asset.extras or {}))
    for index, node in enumerate(file.nodes):
        if node.mesh is None:
            continue
        names = (file.meshes[node.mesh].extras or {}).get("targetNames", [])
        if not set(names) & set(shapes):
            continue
        weights = np.zeros((len(performance.times), len(names)), np.float32)
        for k, name in enumerate(names):
            if name in shapes:
                weights[:, k] = shapes[name]
        values = made.accessor(weights, "SCALAR")
        made.channel(index, "weights", times, values)
    file.animations = [made.animation]
    file.asset.copyright = "Body: MakeHuman community, CC0"
    file.buffers[0].byteLength = len(blob)
    file.set_binary_blob(bytes(blob))
    with atomic(out) as beside:
        beside.write_bytes(b"".join(file.save_to_bytes()))
    return out
