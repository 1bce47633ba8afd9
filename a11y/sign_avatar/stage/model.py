"""``signer.glb`` as numpy arrays, ready to be skinned.

Only what our own builder writes is understood: one buffer, one primitive a mesh, joints that are
translated but not rotated at rest, dense morph targets.
"""

from __future__ import annotations

import io
import json
import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from a11y.sign_avatar.body.errors import BodyMissingError, BodyOutdatedError
from a11y.sign_avatar.stage.textures import Texture, texels_per_metre

Floats = NDArray[np.float32]

HANDS = "hands"
"""The piece that its own bones shade."""
TOP = "top"
"""The piece that the arms shade, where they lie before it."""

_TYPES = {5126: np.float32, 5125: np.uint32, 5123: np.uint16, 5121: np.uint8}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


@dataclass(frozen=True, eq=False, kw_only=True)
class Piece:
    """One drawable mesh: rows [start, stop) of the model's vertices, triangles into its own rows,
    material name, linear base colour, texture or None, drawn blended?"""

    name: str
    start: int
    stop: int
    triangles: NDArray[np.uint32]
    material: str
    colour: tuple[float, float, float, float]
    texture: Texture | None
    blend: bool


@dataclass(frozen=True, eq=False, kw_only=True)
class Morph:
    """Rows that move (K,) and their offsets in position and normal (K, 6)."""

    rows: NDArray[np.int64]
    offsets: Floats


@dataclass(frozen=True, eq=False, kw_only=True)
class Bend:
    """An elbow whose angle, between ``above`` and the turned ``below`` (3,), mixes shapes: angles
    (K,) in degrees, rising, and the morph of each."""

    joint: str
    above: Floats
    below: Floats
    angles: Floats
    morphs: tuple[str, ...]

    def weights(self, rotation: Floats) -> dict[str, float]:
        """Share of each shape for a joint's local rotation (3, 3); zeros are left out."""
        cosine = float(self.above @ (rotation @ self.below))
        angle = np.degrees(np.arccos(np.clip(cosine, -1, 1)))
        place = np.interp(angle, self.angles, np.arange(len(self.angles)))
        low = min(int(place), len(self.angles) - 2)
        share = float(place - low)
        mixed = {self.morphs[low]: 1 - share, self.morphs[low + 1]: share}
        return {name: weight for name, weight in mixed.items() if weight > 0}


@dataclass(frozen=True, eq=False, kw_only=True)
class Model:
    """All meshes in one array. rest (V, 6): position and normal; uv (V, 2), top left origin;
    colour (V, 4) uint8; weights (V, J) of the joints; their names, parents, heads (J, 3).

    bones (B,): radii of the hands' bones in metres; limbs (4,): those of upper and lower arm,
    left and right. The last 2 (B + 4) rows belong to no piece: they are the ends of bones and
    limbs, from and to, posed like everything else. On the top, green and blue of ``colour`` tell
    whose the vertex is: shares of upper and lower arm, above a half the left arm's, below the
    right one's.
    bends: the elbows."""

    names: tuple[str, ...]
    parents: NDArray[np.int64]
    heads: Floats
    rest: Floats
    uv: Floats
    colour: NDArray[np.uint8]
    weights: Floats
    pieces: tuple[Piece, ...]
    morphs: dict[str, Morph]
    bones: Floats
    limbs: Floats
    bends: tuple[Bend, ...]

    def without_textures(self) -> Model:
        """The same to move, without its pictures, which are needed once."""
        bare = tuple(replace(piece, texture=None) for piece in self.pieces)
        return replace(self, pieces=bare)

    def ends_of_bones(self, vertices: Floats) -> Floats:
        """(2 B, 3) of posed vertices (V, 6)."""
        last = len(vertices) - 2 * len(self.limbs)
        return vertices[last - 2 * len(self.bones) : last, :3]

    def ends_of_limbs(self, vertices: Floats) -> Floats:
        """(8, 3) of posed vertices (V, 6)."""
        return vertices[len(vertices) - 2 * len(self.limbs) :, :3]


class _Glb:
    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        magic, version, total = struct.unpack_from("<III", data)
        if magic != 0x46546C67 or version != 2 or total != len(data):
            raise ValueError("not a whole GLB")
        length = struct.unpack_from("<I", data, 12)[0]
        self.json: dict[str, Any] = json.loads(data[20 : 20 + length])
        self.blob = memoryview(data)[28 + length :]

    def view(self, index: int) -> memoryview:
        view = self.json["bufferViews"][index]
        start = view.get("byteOffset", 0)
        return self.blob[start : start + view["byteLength"]]

    def array(self, index: int) -> NDArray[Any]:
        entry = self.json["accessors"][index]
        flat = np.frombuffer(self.view(entry["bufferView"]), _TYPES[entry["componentType"]])
        width = _WIDTHS[entry["type"]]
        return flat[: entry["count"] * width].reshape(-1, width)

    def picture(self, material: dict[str, Any]) -> bytes | None:
        surface = material["pbrMetallicRoughness"]
        if "baseColorTexture" not in surface:
            return None
        source = self.json["textures"][surface["baseColorTexture"]["index"]]["source"]
        return bytes(self.view(self.json["images"][source]["bufferView"]))


def load_model(path: Path) -> Model:
    """Read ``path``; raises BodyMissingError, BodyOutdatedError."""
    if not path.is_file():
        raise BodyMissingError(path)
    try:
        return _read(_Glb(path))
    except (ValueError, KeyError, IndexError, struct.error, OSError) as error:
        raise BodyOutdatedError(path) from error


def crown_height(path: Path) -> float:
    """Metres from the ground to the highest vertex, from the file's index alone.

    Raises BodyMissingError, BodyOutdatedError.
    """
    if not path.is_file():
        raise BodyMissingError(path)
    try:
        glb = _Glb(path)
        places = (mesh["primitives"][0]["attributes"]["POSITION"] for mesh in glb.json["meshes"])
        return max(float(glb.json["accessors"][index]["max"][1]) for index in places)
    except (ValueError, KeyError, IndexError, struct.error) as error:
        raise BodyOutdatedError(path) from error


def _read(glb: _Glb) -> Model:
    nodes = glb.json["nodes"]
    joints: list[int] = glb.json["skins"][0]["joints"]
    parents = np.full(len(joints), -1, np.int64)
    for index in joints:
        for child in nodes[index].get("children", ()):
            parents[child] = index
    inverse = glb.array(glb.json["skins"][0]["inverseBindMatrices"]).reshape(-1, 4, 4)
    rest, uv, colour, weights, pieces = [], [], [], [], []
    moving: dict[str, list[tuple[NDArray[np.int64], Floats]]] = {}
    start = 0
    for node in nodes:
        if "mesh" not in node:
            continue
        mesh = glb.json["meshes"][node["mesh"]]
        primitive = mesh["primitives"][0]
        use = {name: glb.array(index) for name, index in primitive["attributes"].items()}
        count = len(use["POSITION"])
        rest.append(np.concatenate([use["POSITION"], use["NORMAL"]], 1))
        uv.append(use["TEXCOORD_0"])
        colour.append(use["COLOR_0"])
        dense = np.zeros((count, len(joints)), np.float32)
        for k in range(4):
            dense[np.arange(count), use["JOINTS_0"][:, k]] += use["WEIGHTS_0"][:, k]
        weights.append(dense)
        if mesh["name"] == TOP:
            colour[-1] = _telling_arms(colour[-1], dense, [nodes[k]["name"] for k in joints])
        material = glb.json["materials"][primitive["material"]]
        triangles = glb.array(primitive["indices"]).reshape(-1, 3).astype(np.uint32)
        pieces.append(
            Piece(
                name=mesh["name"],
                start=start,
                stop=start + count,
                triangles=triangles,
                material=material["name"],
                colour=tuple(material["pbrMetallicRoughness"]["baseColorFactor"]),
                texture=_texture(glb.picture(material), uv[-1], use["POSITION"], triangles),
                blend=material.get("alphaMode") == "BLEND",
            )
        )
        names = mesh.get("extras", {}).get("targetNames", ())
        for name, target in zip(names, primitive.get("targets", ()), strict=True):
            both = np.concatenate([glb.array(target["POSITION"]), glb.array(target["NORMAL"])], 1)
            rows = np.flatnonzero(np.logical_or.reduce(np.abs(both.T) > 1e-7))
            moving.setdefault(name, []).append((rows + start, both[rows]))
        start += count
    heads = -inverse[:, 3, :3]
    extras = glb.json["asset"].get("extras", {})
    bones = _bones([*extras.get("bones", []), *extras.get("limbs", [])], heads)
    limbs = len(extras.get("limbs", []))
    ends = len(bones.ends)
    rest.append(np.concatenate([bones.ends, np.zeros_like(bones.ends)], 1))
    uv.append(np.zeros((ends, 2)))
    colour.append(np.full((ends, 4), 255, np.uint8))
    weights.append(np.eye(len(joints), dtype=np.float32)[bones.joints])
    return Model(
        names=tuple(nodes[index]["name"] for index in joints),
        parents=parents,
        heads=heads.copy(),
        rest=np.concatenate(rest).astype(np.float32),
        uv=np.concatenate(uv).astype(np.float32),
        colour=np.concatenate(colour),
        weights=np.concatenate(weights),
        pieces=tuple(pieces),
        morphs={
            name: Morph(
                rows=np.concatenate([rows for rows, _ in found]),
                offsets=np.concatenate([offsets for _, offsets in found]),
            )
            for name, found in moving.items()
        },
        bones=bones.radii[: len(bones.radii) - limbs],
        limbs=bones.radii[len(bones.radii) - limbs :],
        bends=read_bends(extras),
    )


def _texture(
    encoded: bytes | None, uv: Floats, places: Floats, triangles: NDArray[np.uint32]
) -> Texture | None:
    if encoded is None:
        return None
    size = Image.open(io.BytesIO(encoded)).size
    return Texture(encoded=encoded, texels=texels_per_metre(size, uv, places, triangles))


def read_bends(extras: dict[str, Any]) -> tuple[Bend, ...]:
    """The elbows that a body file names in ``asset.extras.bends`` (docs/body.md)."""
    return tuple(
        Bend(
            joint=row["joint"],
            above=np.asarray(row["above"], np.float32),
            below=np.asarray(row["below"], np.float32),
            angles=np.asarray(row["angles"], np.float32),
            morphs=tuple(row["morphs"]),
        )
        for row in extras.get("bends", [])
    )


def _telling_arms(
    colour: NDArray[np.uint8], weights: Floats, names: list[str]
) -> NDArray[np.uint8]:
    """Colours (V, 4), the arms' shares of weights (V, J) in green and blue, as ``Model`` says."""
    told = colour.copy()
    for channel, segment in ((1, "upperarm"), (2, "lowerarm")):
        share = np.zeros(len(weights), np.float32)
        for side, sign in ((".L", 0.5), (".R", -0.5)):
            mine = [k for k, name in enumerate(names) if name.startswith(segment) and side in name]
            share += sign * weights[:, mine].sum(1)
        told[:, channel] = np.round(255 * (0.5 + share)).clip(0, 255)
    return told


@dataclass(frozen=True, eq=False, kw_only=True)
class _Bones:
    """ends (2 B, 3) at rest, their joints (2 B,), radii (B,)."""

    ends: Floats
    joints: NDArray[np.int64]
    radii: Floats


def _bones(rows: list[list[float]], heads: Floats) -> _Bones:
    """rows: joint, from (3), to (3) seen from the joint's head, radius."""
    table = np.asarray(rows, np.float32).reshape(-1, 8)
    joints = table[:, 0].astype(np.int64).repeat(2)
    ends = table[:, 1:7].reshape(-1, 3) + heads[joints]
    return _Bones(ends=ends, joints=joints, radii=table[:, 7].copy())
