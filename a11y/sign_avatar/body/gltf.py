"""What every glTF 2.0 file of a signer shares: metres, Y up, facing +Z, joints by translation only.

Meshes and root joint share one parent node, four influences a vertex, vertex colour = ambient
share in r, g, b and opacity in a: what both Panda3D and three.js read. How numbers and pictures
are stored is the business of the two writers, ``glb`` (full) and ``web_glb`` (small).
"""

from __future__ import annotations

import json
import struct
from abc import ABC, abstractmethod
from typing import Any

import numpy as np

from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.parts import Bytes, Material, Part

VERTEX_BUFFER, INDEX_BUFFER = 34962, 34963
COMPONENT = {
    "int8": 5120,
    "uint8": 5121,
    "int16": 5122,
    "uint16": 5123,
    "uint32": 5125,
    "float32": 5126,
}


def strongest_four(weights: Floats) -> tuple[np.ndarray, np.ndarray]:
    """Joint indices (V, 4) uint8 and weights (V, 4) float32 that sum to 1."""
    joints = np.argsort(-weights, axis=1)[:, :4]
    kept = np.take_along_axis(weights, joints, axis=1)
    kept /= kept.sum(1, keepdims=True)
    joints[kept == 0] = 0
    return joints.astype(np.uint8), kept.astype(np.float32)


def vertex_colours(part: Part) -> np.ndarray:
    """(V, 4) uint8: ambient share thrice, opacity."""
    alpha = np.ones(len(part.shade)) if part.alpha is None else part.alpha
    colour = np.stack([part.shade] * 3 + [alpha], 1)
    return np.asarray(np.round(colour.clip(0, 1) * 255), np.uint8)


class GltfWriter(ABC):
    """Collects one signer's document and buffer; subclasses say how its numbers are stored."""

    extensions: tuple[str, ...] = ()

    def __init__(self, heads: Floats, parts: list[Part]) -> None:
        self.heads, self.parts = heads, parts
        self.blob = bytearray()
        self.json: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": "Klarhand"},
            "scene": 0,
            "scenes": [{"nodes": []}],
            "samplers": [{"magFilter": 9729, "minFilter": 9987, "wrapS": 10497, "wrapT": 10497}],
        }
        for name in ("nodes", "meshes", "materials", "accessors", "bufferViews"):
            self.json[name] = []
        for name in ("skins", "images", "textures"):
            self.json[name] = []
        if self.extensions:
            self.json["extensionsUsed"] = self.json["extensionsRequired"] = list(self.extensions)

    @abstractmethod
    def inverse_bind(self) -> np.ndarray:
        """Matrices (J, 4, 4), column-major as glTF has them, from a mesh's numbers to the joints'
        frames."""

    @abstractmethod
    def attributes(self, part: Part) -> dict[str, int]:
        """Accessors of a part's vertices."""

    @abstractmethod
    def morph(self, moved: Floats, turned: Floats, *, part: str) -> dict[str, int]:
        """Accessors of one morph's offsets in position and normal (V, 3) of the part so named."""

    @abstractmethod
    def indices(self, triangles: np.ndarray) -> np.ndarray:
        """Triangles (T, 3) in the integer type of this file."""

    @abstractmethod
    def texture(self, name: str, pixels: Bytes) -> int:
        """Index of a texture with these pixels."""

    def view(self, data: bytes, *, target: int = 0, stride: int = 0) -> int:
        """Index of a buffer view that holds ``data``, aligned to four bytes."""
        self.blob.extend(b"\0" * (-len(self.blob) % 4))
        view = {"buffer": 0, "byteOffset": len(self.blob), "byteLength": len(data)}
        if stride:
            view["byteStride"] = stride
        if target:
            view["target"] = target
        self.blob.extend(data)
        return self.add("bufferViews", view)

    def accessor(
        self, array: np.ndarray, kind: str, *, target: int = VERTEX_BUFFER, normalized: bool = False
    ) -> int:
        """Index of an accessor of ``array`` (N, width) or (N,); vertex rows are padded to four
        bytes as glTF wants. normalized: integers stand for [0, 1] or [-1, 1]."""
        array = np.ascontiguousarray(array)
        entry: dict[str, Any] = {
            "componentType": COMPONENT[array.dtype.name],
            "count": len(array),
            "type": kind,
        }
        if kind == "VEC3":
            entry["min"], entry["max"] = array.min(0).tolist(), array.max(0).tolist()
        if normalized:
            entry["normalized"] = True
        width = array.itemsize * (array.shape[1] if array.ndim > 1 else 1)
        stride = width + -width % 4
        if target == VERTEX_BUFFER and stride != width:
            padded = np.zeros((len(array), stride), np.uint8)
            padded[:, :width] = array.view(np.uint8).reshape(len(array), width)
            entry["bufferView"] = self.view(padded.tobytes(), target=target, stride=stride)
        else:
            entry["bufferView"] = self.view(array.tobytes(), target=target)
        return self.add("accessors", entry)

    def image(self, data: bytes, mime: str) -> int:
        """Index of an encoded picture."""
        return self.add("images", {"bufferView": self.view(data), "mimeType": mime})

    def add(self, collection: str, entry: dict[str, Any]) -> int:
        """Append to a list of the document; returns the place there."""
        self.json[collection].append(entry)
        return len(self.json[collection]) - 1

    def _material(self, material: Material) -> int:
        for index, entry in enumerate(self.json["materials"]):
            if entry["name"] == material.name:
                return index
        surface: dict[str, Any] = {
            "baseColorFactor": [round(float(x), 5) for x in material.colour],
            "metallicFactor": 0.0,
            "roughnessFactor": material.roughness,
        }
        if material.texture is not None:
            surface["baseColorTexture"] = {"index": self.texture(material.name, material.texture)}
        entry = {"name": material.name, "pbrMetallicRoughness": surface}
        if material.blend:
            entry["alphaMode"] = "BLEND"
        if material.double_sided:
            entry["doubleSided"] = True
        return self.add("materials", entry)

    def _mesh(self, part: Part) -> int:
        primitive: dict[str, Any] = {
            "attributes": self.attributes(part),
            "indices": self.accessor(
                self.indices(part.triangles).ravel(), "SCALAR", target=INDEX_BUFFER
            ),
            "material": self._material(part.material),
        }
        mesh: dict[str, Any] = {"name": part.name, "primitives": [primitive]}
        if part.morphs:
            primitive["targets"] = [
                self.morph(moved, turned, part=part.name) for moved, turned in part.morphs.values()
            ]
            mesh["extras"] = {"targetNames": list(part.morphs)}
            mesh["weights"] = [0.0] * len(part.morphs)
        return self.add("meshes", mesh)

    def document(
        self, names: tuple[str, ...], parents: np.ndarray, extras: dict[str, Any] | None
    ) -> bytes:
        """The whole binary file."""
        nodes = self.json["nodes"]
        for index, (name, parent) in enumerate(zip(names, parents, strict=True)):
            offset = self.heads[index] - (self.heads[parent] if parent >= 0 else 0)
            nodes.append({"name": name, "translation": [round(float(x), 7) for x in offset]})
            if parent >= 0:
                nodes[int(parent)].setdefault("children", []).append(index)
        matrices = self.accessor(self.inverse_bind().astype("f4").reshape(-1, 16), "MAT4", target=0)
        skin = {"joints": list(range(len(names))), "skeleton": 0, "inverseBindMatrices": matrices}
        self.json["skins"].append(skin)
        top = [0]
        for part in self.parts:
            nodes.append({"name": part.name, "mesh": self._mesh(part), "skin": 0})
            top.append(len(nodes) - 1)
        nodes.append({"name": "Signer", "children": top})
        self.json["scenes"][0]["nodes"] = [len(nodes) - 1]
        if extras:
            self.json["asset"]["extras"] = extras
        return pack_glb(self.json, bytes(self.blob))


def pack_glb(document: dict[str, Any], blob: bytes) -> bytes:
    """The binary container around a glTF document and its one buffer."""
    blob += b"\0" * (-len(blob) % 4)
    document["buffers"] = [{"byteLength": len(blob)}]
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    total = 12 + 8 + len(text) + 8 + len(blob)
    return (
        struct.pack("<III", 0x46546C67, 2, total)
        + struct.pack("<II", len(text), 0x4E4F534A)
        + text
        + struct.pack("<II", len(blob), 0x004E4942)
        + blob
    )
