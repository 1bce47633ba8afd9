"""``signer.glb``: the signer at full size, plain glTF 2.0 without extensions."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from a11y.sign_avatar.body.gltf import GltfWriter, strongest_four, vertex_colours
from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.parts import Bytes, Part


class _FullWriter(GltfWriter):
    def inverse_bind(self) -> np.ndarray:
        matrices = np.tile(np.eye(4), (len(self.heads), 1, 1))
        matrices[:, 3, :3] = -self.heads
        return matrices

    def attributes(self, part: Part) -> dict[str, int]:
        joints, weights = strongest_four(part.weights)
        return {
            "POSITION": self.accessor(part.positions.astype("f4"), "VEC3"),
            "NORMAL": self.accessor(part.normals.astype("f4"), "VEC3"),
            "TEXCOORD_0": self.accessor(part.uv.astype("f4"), "VEC2"),
            "COLOR_0": self.accessor(vertex_colours(part), "VEC4", normalized=True),
            "JOINTS_0": self.accessor(joints.astype("u2"), "VEC4"),
            "WEIGHTS_0": self.accessor(weights, "VEC4"),
        }

    def morph(self, moved: Floats, turned: Floats, *, part: str) -> dict[str, int]:
        del part
        return {
            "POSITION": self.accessor(moved.astype("f4"), "VEC3"),
            "NORMAL": self.accessor(turned.astype("f4"), "VEC3"),
        }

    def indices(self, triangles: np.ndarray) -> np.ndarray:
        return triangles.astype("u4")

    def texture(self, name: str, pixels: Bytes) -> int:
        data, image = io.BytesIO(), Image.fromarray(pixels)
        if pixels.shape[2] == 4:
            image.save(data, "PNG")
            source = self.image(data.getvalue(), "image/png")
        else:
            image.save(data, "JPEG", quality=92)
            source = self.image(data.getvalue(), "image/jpeg")
        return self.add("textures", {"source": source, "sampler": 0})


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
    path.write_bytes(_FullWriter(heads, parts).document(names, parents, extras))
