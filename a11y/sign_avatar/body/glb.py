"""Parts and skeleton → one GLB (glTF 2.0): metres, Y up, facing +Z, joints by translation only.

Meshes and root joint share one parent node, four influences a vertex, texture set 0, vertex
colour = ambient share in r, g, b and opacity in a: what both Panda3D and three.js read.
"""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.parts import Bytes, Material, Part

_COMPONENT = {"float32": 5126, "uint32": 5125, "uint16": 5123, "uint8": 5121}
_VERTEX_BUFFER, _INDEX_BUFFER = 34962, 34963


def strongest_four(weights: Floats) -> tuple[np.ndarray, np.ndarray]:
    """Joint indices (V, 4) uint8 and weights (V, 4) float32 that sum to 1."""
    joints = np.argsort(-weights, axis=1)[:, :4]
    kept = np.take_along_axis(weights, joints, axis=1)
    kept /= kept.sum(1, keepdims=True)
    joints[kept == 0] = 0
    return joints.astype(np.uint8), kept.astype(np.float32)


class _Writer:
    def __init__(self) -> None:
        self.blob = bytearray()
        self.json: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": "Klarhand"},
            "scene": 0,
            "scenes": [{"nodes": []}],
            "nodes": [],
            "meshes": [],
            "materials": [],
            "accessors": [],
            "bufferViews": [],
            "skins": [],
        }

    def view(self, data: bytes, target: int | None = None) -> int:
        self.blob.extend(b"\0" * (-len(self.blob) % 4))
        view = {"buffer": 0, "byteOffset": len(self.blob), "byteLength": len(data)}
        if target:
            view["target"] = target
        self.blob.extend(data)
        self.json["bufferViews"].append(view)
        return len(self.json["bufferViews"]) - 1

    def accessor(self, array: np.ndarray, kind: str, *, target: int | None = _VERTEX_BUFFER) -> int:
        array = np.ascontiguousarray(array)
        entry: dict[str, Any] = {
            "bufferView": self.view(array.tobytes(), target),
            "componentType": _COMPONENT[array.dtype.name],
            "count": len(array),
            "type": kind,
        }
        if kind == "VEC3":
            entry["min"] = array.min(0).tolist()
            entry["max"] = array.max(0).tolist()
        if array.dtype.name == "uint8" and kind == "VEC4" and target == _VERTEX_BUFFER:
            entry["normalized"] = True
        self.json["accessors"].append(entry)
        return len(self.json["accessors"]) - 1

    def texture(self, pixels: Bytes) -> int:
        data = io.BytesIO()
        alpha = pixels.shape[2] == 4
        image = Image.fromarray(pixels)
        image.save(data, "PNG") if alpha else image.save(data, "JPEG", quality=92)
        images = self.json.setdefault("images", [])
        mime = "image/png" if alpha else "image/jpeg"
        images.append({"bufferView": self.view(data.getvalue()), "mimeType": mime})
        self.json.setdefault(
            "samplers", [{"magFilter": 9729, "minFilter": 9987, "wrapS": 10497, "wrapT": 10497}]
        )
        textures = self.json.setdefault("textures", [])
        textures.append({"source": len(images) - 1, "sampler": 0})
        return len(textures) - 1

    def material(self, material: Material) -> int:
        for index, entry in enumerate(self.json["materials"]):
            if entry["name"] == material.name:
                return index
        surface: dict[str, Any] = {
            "baseColorFactor": [round(float(x), 5) for x in material.colour],
            "metallicFactor": 0.0,
            "roughnessFactor": material.roughness,
        }
        if material.texture is not None:
            surface["baseColorTexture"] = {"index": self.texture(material.texture)}
        entry = {"name": material.name, "pbrMetallicRoughness": surface}
        if material.blend:
            entry["alphaMode"] = "BLEND"
        if material.double_sided:
            entry["doubleSided"] = True
        self.json["materials"].append(entry)
        return len(self.json["materials"]) - 1

    def mesh(self, part: Part) -> int:
        joints, weights = strongest_four(part.weights)
        alpha = np.ones(len(part.shade)) if part.alpha is None else part.alpha
        colour = np.stack([part.shade] * 3 + [alpha], 1)
        attributes = {
            "POSITION": self.accessor(part.positions.astype("f4"), "VEC3"),
            "NORMAL": self.accessor(part.normals.astype("f4"), "VEC3"),
            "TEXCOORD_0": self.accessor(part.uv.astype("f4"), "VEC2"),
            "COLOR_0": self.accessor(np.round(colour.clip(0, 1) * 255).astype("u1"), "VEC4"),
            "JOINTS_0": self.accessor(joints.astype("u2"), "VEC4"),
            "WEIGHTS_0": self.accessor(weights, "VEC4"),
        }
        primitive: dict[str, Any] = {
            "attributes": attributes,
            "indices": self.accessor(
                part.triangles.astype("u4").ravel(), "SCALAR", target=_INDEX_BUFFER
            ),
            "material": self.material(part.material),
        }
        mesh: dict[str, Any] = {"name": part.name, "primitives": [primitive]}
        if part.morphs:
            primitive["targets"] = [
                {
                    "POSITION": self.accessor(moved.astype("f4"), "VEC3"),
                    "NORMAL": self.accessor(turned.astype("f4"), "VEC3"),
                }
                for moved, turned in part.morphs.values()
            ]
            mesh["extras"] = {"targetNames": list(part.morphs)}
            mesh["weights"] = [0.0] * len(part.morphs)
        self.json["meshes"].append(mesh)
        return len(self.json["meshes"]) - 1


def write_glb(
    path: Path,
    *,
    names: tuple[str, ...],
    parents: np.ndarray,
    heads: Floats,
    parts: list[Part],
    extras: dict[str, Any] | None = None,
) -> None:
    """Write ``path``; the caller makes it atomic."""
    writer = _Writer()
    nodes = writer.json["nodes"]
    for index, (name, parent) in enumerate(zip(names, parents, strict=True)):
        offset = heads[index] - (heads[parent] if parent >= 0 else 0)
        nodes.append({"name": name, "translation": [float(x) for x in offset]})
        if parent >= 0:
            nodes[int(parent)].setdefault("children", []).append(index)
    inverse = np.tile(np.eye(4, dtype="f4"), (len(names), 1, 1))
    inverse[:, 3, :3] = -heads
    matrices = writer.accessor(inverse.reshape(-1, 16), "MAT4", target=None)
    skin = {"joints": list(range(len(names))), "skeleton": 0, "inverseBindMatrices": matrices}
    writer.json["skins"].append(skin)
    top = [0]
    for part in parts:
        nodes.append({"name": part.name, "mesh": writer.mesh(part), "skin": 0})
        top.append(len(nodes) - 1)
    nodes.append({"name": "Signer", "children": top})
    writer.json["scenes"][0]["nodes"] = [len(nodes) - 1]
    if extras:
        writer.json["asset"]["extras"] = extras
    path.write_bytes(pack_glb(writer.json, bytes(writer.blob)))


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
