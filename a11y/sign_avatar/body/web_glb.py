"""The same signer for the browser: at most 2 MB, by KHR_mesh_quantization and smaller pictures.

Positions are 16-bit in one cube around the body (steps of 0.03 mm); the cube's scale and offset
live in the inverse bind matrices, so all meshes share one skin. Normals, weights and colours are
8-bit, morphs are sparse, pictures WebP. three.js reads it as it is.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from a11y.sign_avatar.body.gltf import COMPONENT, GltfWriter, strongest_four, vertex_colours
from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.parts import Bytes, Part

_TEXELS = {"skin_head": 1024, "skin": 768, "cloth": 512, "hair": 256, "eye": 256, "rib": 64}
_QUALITY = {"skin_head": 84, "skin": 84}
_MORPH_FLOOR, _TURN_FLOOR = 2e-4, 0.06
"""Metres, and share of a normal's length, below which a morph's offsets are left out."""
_PLAIN = {"mouth": 6e-4}
"""Parts too dark to show how morphs turn their normals, with a floor of their own, metres."""


class _SmallWriter(GltfWriter):
    extensions = ("KHR_mesh_quantization", "EXT_texture_webp")

    def __init__(self, heads: Floats, parts: list[Part]) -> None:
        super().__init__(heads, parts)
        everything = np.concatenate([part.positions for part in parts])
        self.centre = (everything.min(0) + everything.max(0)) / 2
        self.scale = float(np.abs(everything - self.centre).max()) * 1.02

    def inverse_bind(self) -> np.ndarray:
        scale = self.scale
        matrices = np.tile(np.eye(4) * [scale, scale, scale, 1], (len(self.heads), 1, 1))
        matrices[:, 3, :3] = self.centre - self.heads
        return matrices

    def attributes(self, part: Part) -> dict[str, int]:
        if len(part.positions) > 65535:
            raise ValueError(f"{part.name} has too many vertices for 16-bit indices")
        joints, strong = strongest_four(part.weights)
        weights = _weights8(strong)
        joints[weights == 0] = 0
        placed = self._snorm16(part.positions - self.centre)
        out = {
            "POSITION": self.accessor(placed, "VEC3", normalized=True),
            "NORMAL": self.accessor(_snorm8(part.normals), "VEC3", normalized=True),
            "COLOR_0": self.accessor(vertex_colours(part), "VEC4", normalized=True),
            "JOINTS_0": self.accessor(joints, "VEC4"),
            "WEIGHTS_0": self.accessor(weights, "VEC4", normalized=True),
        }
        if part.material.texture is not None:
            if part.uv.min() < 0 or part.uv.max() > 1:  # a picture that repeats
                out["TEXCOORD_0"] = self.accessor(part.uv.astype("f4"), "VEC2")
            else:
                uv = np.round(part.uv * 65535).astype(np.uint16)
                out["TEXCOORD_0"] = self.accessor(uv, "VEC2", normalized=True)
        return out

    def morph(self, moved: Floats, turned: Floats, *, part: str) -> dict[str, int]:
        strong = np.linalg.norm(moved, axis=1) > _PLAIN.get(part, _MORPH_FLOOR)
        if part not in _PLAIN:
            strong |= np.linalg.norm(turned, axis=1) > _TURN_FLOOR
        rows = np.flatnonzero(strong)
        rows = rows if len(rows) else np.array([0])
        values = {"POSITION": self._snorm16(moved[rows])}
        if part not in _PLAIN:
            values["NORMAL"] = _snorm8(turned[rows])
        # One view a morph: a description of each array is as long as a small array.
        data = rows.astype(np.uint16).tobytes()
        starts = {}
        for name, array in values.items():
            starts[name] = len(data)
            data += array.tobytes()
        where = self.view(data)
        return {
            name: self._sparse(array, len(moved), view=where, start=starts[name])
            for name, array in values.items()
        }

    def indices(self, triangles: np.ndarray) -> np.ndarray:
        return triangles.astype(np.uint16)

    def texture(self, name: str, pixels: Bytes) -> int:
        edge = min(_TEXELS.get(name, 256), pixels.shape[0])
        picture = Image.fromarray(pixels).resize((edge, edge), Image.Resampling.LANCZOS)
        data = io.BytesIO()
        picture.save(data, "WEBP", quality=_QUALITY.get(name, 80), method=6)
        source = self.image(data.getvalue(), "image/webp")
        extension = {"EXT_texture_webp": {"source": source}}
        return self.add("textures", {"sampler": 0, "extensions": extension})

    def _snorm16(self, metres: Floats) -> np.ndarray:
        return np.asarray(np.round(metres / self.scale * 32767), np.int16)

    def _sparse(self, array: np.ndarray, count: int, *, view: int, start: int) -> int:
        """Morph offsets: zero but for the rows that ``view`` lists first; theirs are in it from
        byte ``start``."""
        entry = {
            "componentType": COMPONENT[array.dtype.name],
            "normalized": True,
            "count": count,
            "type": "VEC3",
            "sparse": {
                "count": len(array),
                "indices": {"bufferView": view, "componentType": COMPONENT["uint16"]},
                "values": {"bufferView": view, "byteOffset": start},
            },
        }
        if array.dtype == np.int16:  # glTF asks for the bounds of places only
            still = np.zeros((int(len(array) < count), 3), array.dtype)
            extremes = np.concatenate([array, still])
            entry |= {"min": extremes.min(0).tolist(), "max": extremes.max(0).tolist()}
        return self.add("accessors", entry)


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
    path.write_bytes(_SmallWriter(heads, parts).document(names, parents, extras))
