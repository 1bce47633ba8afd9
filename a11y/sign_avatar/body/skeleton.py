"""76 joints and their skin weights from MakeHuman's standard rig.

Face bones (except the eyes), toes and breasts are folded into the joint that carries them: the
face moves by morphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.source import Source

_FOLDED = (
    *("toe", "levator", "oculi", "orbicularis", "oris", "risorius", "special", "temporalis"),
    *("breast", "jaw", "tongue"),
)


@dataclass(frozen=True, eq=False)
class Skeleton:
    """names parents-first; parents (J,); heads, tails (J, 3) metres; weights (V, J), rows sum to
    1; points: head positions of all 163 original bones, for landmarks."""

    names: tuple[str, ...]
    parents: NDArray[np.int64]
    heads: Floats
    tails: Floats
    weights: Floats
    points: dict[str, Floats]

    def index(self, name: str) -> int:
        return self.names.index(name)

    def head(self, name: str) -> Floats:
        point: Floats = self.heads[self.index(name)]
        return point

    def tail(self, name: str) -> Floats:
        point: Floats = self.tails[self.index(name)]
        return point

    def share(self, *prefixes: str) -> Floats:
        """Summed weight (V,) of all joints whose name begins with one of ``prefixes``."""
        columns = [i for i, name in enumerate(self.names) if name.startswith(prefixes)]
        return np.asarray(self.weights[:, columns].sum(1))


def make_skeleton(source: Source, shape: Shape) -> Skeleton:
    """Joints at the centres of the mesh's joint cubes."""
    file = source.json("mpfb2/rigs/standard/rig.default.json")
    bones: dict[str, Any] = file.get("bones", file)
    cubes = {
        name: shape.positions[shape.base.group_vertices(name)].mean(0)
        for name in shape.base.groups
        if name.startswith("joint-")
    }

    def place(spot: dict[str, Any]) -> Floats:
        match spot["strategy"]:
            case "CUBE":
                return np.asarray(cubes[spot["cube_name"]])
            case "VERTEX":
                return np.asarray(shape.positions[spot["vertex_index"]])
            case _:
                return np.asarray(shape.positions[spot["vertex_indices"]].mean(0))

    def kept(name: str) -> str:
        while name.startswith(_FOLDED):
            name = bones[name]["parent"]
        return name

    children: dict[str, list[str]] = {}
    for name, bone in bones.items():
        if not name.startswith(_FOLDED) and bone["parent"]:
            children.setdefault(kept(bone["parent"]), []).append(name)
    names: list[str] = []
    parents: list[int] = []

    def visit(name: str, parent: int) -> None:
        names.append(name)
        parents.append(parent)
        own = len(names) - 1
        for child in children.get(name, ()):
            visit(child, own)

    visit("root", -1)
    index = {name: i for i, name in enumerate(names)}
    weights = np.zeros((len(shape.positions), len(names)))
    listed: dict[str, list[list[float]]] = source.json("mpfb2/rigs/standard/weights.default.json")[
        "weights"
    ]
    for name, pairs in listed.items():
        if pairs:
            table = np.asarray(pairs)
            np.add.at(weights[:, index[kept(name)]], table[:, 0].astype(int), table[:, 1])
    total = weights.sum(1, keepdims=True)
    weights[total[:, 0] == 0, 0] = 1.0
    weights /= np.where(total == 0, 1.0, total)
    return Skeleton(
        names=tuple(names),
        parents=np.asarray(parents, np.int64),
        heads=np.asarray([place(bones[name]["head"]) for name in names]),
        tails=np.asarray([place(bones[name]["tail"]) for name in names]),
        weights=weights,
        points={name: place(bone["head"]) for name, bone in bones.items()},
    )
