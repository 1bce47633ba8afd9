"""The same signer for the browser: at most 2 MB, by KHR_mesh_quantization and smaller pictures.

Positions are 16-bit in one cube around the body (steps of 0.03 mm); the cube's scale and offset
live in the inverse bind matrices, so all meshes share one skin. Normals, weights and colours are
8-bit, morphs are sparse, pictures WebP. three.js reads it as it is.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from a11y.sign_avatar.body.glb import pack_glb, strongest_four
from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.parts import Bytes, Material, Part

_TEXELS = {"skin_head": 1024, "skin": 768, "cloth": 256, "hair": 256, "eye": 256, "rib": 64}
_QUALITY = {"skin_head": 88, "skin": 86}
_COMPONENT = {"int8": 5120, "uint8": 5121, "int16": 5122, "uint16": 5123, "float32": 5126}
_MORPH_FLOOR = 2e-5
"""Metres below which a morph's offset is left out."""


class _Writer:
    def __init__(self) -> None:
        self.blob = bytearray()
        self.json: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": "Klarhand"},
            "extensionsUsed": ["KHR_mesh_quantization", "EXT_texture_webp"],
            "extensionsRequired": ["KHR_mesh_quantization", "EXT_texture_webp"],
            "scene": 0,
            "scenes": [{"nodes": []}],
            "samplers": [{"magFilter": 9729, "minFilter": 9987}],
        }
        for name in ("nodes", "meshes", "materials", "accessors", "bufferViews"):
            self.json[name] = []
        for name in ("skins", "images", "textures"):
            self.json[name] = []

    def view(self, data: bytes, *, stride: int = 0, target: int = 0) -> int:
        self.blob.extend(b"\0" * (-len(self.blob) % 4))
        view = {"buffer": 0, "byteOffset": len(self.blob), "byteLength": len(data)}
        if stride:
            view["byteStride"] = stride
        if target:
            view["target"] = target
        self.blob.extend(data)
        self.json["bufferViews"].append(view)
        return len(self.json["bufferViews"]) - 1

    def vertices(self, array: np.ndarray, kind: str, *, normalized: bool = True) -> int:
        """A vertex attribute; rows padded to four bytes as glTF wants."""
        entry: dict[str, Any] = {
            "componentType": _COMPONENT[array.dtype.name],
            "count": len(array),
            "type": kind,
        }
        if kind == "VEC3":
            entry["min"], entry["max"] = array.min(0).tolist(), array.max(0).tolist()
        width = array.shape[1] * array.itemsize
        stride = width + -width % 4
        padded = np.zeros((len(array), stride), np.uint8)
        padded[:, :width] = np.ascontiguousarray(array).view(np.uint8).reshape(len(array), width)
        entry["bufferView"] = self.view(padded.tobytes(), stride=stride, target=34962)
        if normalized:
            entry["normalized"] = True
        self.json["accessors"].append(entry)
        return len(self.json["accessors"]) - 1

    def sparse(self, array: np.ndarray, rows: np.ndarray, count: int) -> int:
        """Morph offsets: zero but for ``rows``."""
        still = np.zeros((int(len(rows) < count), 3), array.dtype)
        extremes = np.concatenate([array, still])
        entry = {
            "componentType": _COMPONENT[array.dtype.name],
            "normalized": True,
            "count": count,
            "type": "VEC3",
            "min": extremes.min(0).tolist(),
            "max": extremes.max(0).tolist(),
            "sparse": {
                "count": len(rows),
                "indices": {
                    "bufferView": self.view(rows.astype(np.uint16).tobytes()),
                    "componentType": 5123,
                },
                "values": {"bufferView": self.view(np.ascontiguousarray(array).tobytes())},
            },
        }
        self.json["accessors"].append(entry)
        return len(self.json["accessors"]) - 1

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
            surface["baseColorTexture"] = {"index": self.texture(material.name, material.texture)}
        entry = {"name": material.name, "pbrMetallicRoughness": surface}
        if material.blend:
            entry["alphaMode"] = "BLEND"
        if material.double_sided:
            entry["doubleSided"] = True
        self.json["materials"].append(entry)
        return len(self.json["materials"]) - 1

    def texture(self, name: str, pixels: Bytes) -> int:
        edge = min(_TEXELS.get(name, 256), pixels.shape[0])
        picture = Image.fromarray(pixels).resize((edge, edge), Image.Resampling.LANCZOS)
        data = io.BytesIO()
        picture.save(data, "WEBP", quality=_QUALITY.get(name, 80), method=4)
        view = self.view(data.getvalue())
        self.json["images"].append({"bufferView": view, "mimeType": "image/webp"})
        source = len(self.json["images"]) - 1
        extension = {"EXT_texture_webp": {"source": source}}
        self.json["textures"].append({"sampler": 0, "extensions": extension})
        return len(self.json["textures"]) - 1


def _snorm8(values: Floats) -> np.ndarray:
    return np.asarray(np.round(np.clip(values, -1, 1) * 127), np.int8)


def _weights8(weights: np.ndarray) -> np.ndarray:
    """Rounded to 255ths that still sum to 1: the strongest takes the rest."""
    rounded = np.round(weights * 255).astype(int)
    rounded[:, 0] += 255 - rounded.sum(1)
    return rounded.astype(np.uint8)


def write_web_glb(
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
        nodes.append({"name": name, "translation": [round(float(x), 6) for x in offset]})
        if parent >= 0:
            nodes[int(parent)].setdefault("children", []).append(index)
    everything = np.concatenate([part.positions for part in parts])
    centre = (everything.min(0) + everything.max(0)) / 2
    scale = float(np.abs(everything - centre).max()) * 1.02
    inverse = np.tile(np.eye(4) * [scale, scale, scale, 1], (len(names), 1, 1))
    inverse[:, 3, :3] = centre - heads
    data = inverse.astype("f4").reshape(-1, 16)
    writer.json["accessors"].append(
        {
            "bufferView": writer.view(data.tobytes()),
            "componentType": 5126,
            "count": len(names),
            "type": "MAT4",
        }
    )
    skin = {"joints": list(range(len(names))), "skeleton": 0, "inverseBindMatrices": 0}
    writer.json["skins"].append(skin)
    top = [0]
    for part in parts:
        nodes.append({"name": part.name, "mesh": _mesh(writer, part, centre, scale), "skin": 0})
        top.append(len(nodes) - 1)
    nodes.append({"name": "Signer", "children": top})
    writer.json["scenes"][0]["nodes"] = [len(nodes) - 1]
    if extras:
        writer.json["asset"]["extras"] = extras
    path.write_bytes(pack_glb(writer.json, bytes(writer.blob)))


def _mesh(writer: _Writer, part: Part, centre: Floats, scale: float) -> int:
    if len(part.positions) > 65535:
        raise ValueError(f"{part.name} has too many vertices for 16-bit indices")
    joints, weights = strongest_four(part.weights)
    alpha = np.ones(len(part.shade)) if part.alpha is None else part.alpha
    colour = np.stack([part.shade] * 3 + [alpha], 1)
    placed = np.round((part.positions - centre) / scale * 32767).astype(np.int16)
    attributes = {
        "POSITION": writer.vertices(placed, "VEC3"),
        "NORMAL": writer.vertices(_snorm8(part.normals), "VEC3"),
        "COLOR_0": writer.vertices(np.round(colour.clip(0, 1) * 255).astype("u1"), "VEC4"),
        "JOINTS_0": writer.vertices(joints, "VEC4", normalized=False),
        "WEIGHTS_0": writer.vertices(_weights8(weights), "VEC4"),
    }
    if part.material.texture is not None:
        tiled = part.uv.min() < 0 or part.uv.max() > 1
        if tiled:
            attributes["TEXCOORD_0"] = writer.vertices(
                part.uv.astype("f4"), "VEC2", normalized=False
            )
        else:
            uv = np.round(part.uv * 65535).astype(np.uint16)
            attributes["TEXCOORD_0"] = writer.vertices(uv, "VEC2")
    faces = part.triangles.astype(np.uint16).ravel()
    writer.json["accessors"].append(
        {
            "bufferView": writer.view(faces.tobytes(), target=34963),
            "componentType": 5123,
            "count": len(faces),
            "type": "SCALAR",
        }
    )
    primitive: dict[str, Any] = {
        "attributes": attributes,
        "indices": len(writer.json["accessors"]) - 1,
        "material": writer.material(replace(part.material)),
    }
    mesh: dict[str, Any] = {"name": part.name, "primitives": [primitive]}
    if part.morphs:
        primitive["targets"] = []
        for moved, turned in part.morphs.values():
            strong = np.linalg.norm(moved, axis=1) > _MORPH_FLOOR
            strong |= np.linalg.norm(turned, axis=1) > 0.02
            rows = np.flatnonzero(strong)
            rows = rows if len(rows) else np.array([0])
            count = len(part.positions)
            offsets = np.round(moved[rows] / scale * 32767).astype(np.int16)
            target = {
                "POSITION": writer.sparse(offsets, rows, count),
                "NORMAL": writer.sparse(_snorm8(turned[rows]), rows, count),
            }
            primitive["targets"].append(target)
        mesh["extras"] = {"targetNames": list(part.morphs)}
        mesh["weights"] = [0.0] * len(part.morphs)
    writer.json["meshes"].append(mesh)
    return len(writer.json["meshes"]) - 1
