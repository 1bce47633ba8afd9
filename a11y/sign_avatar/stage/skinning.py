"""Where every vertex is, given joint rotations and morph weights: linear blend skinning in numpy.

Joint frames are world-aligned at rest, so a joint's matrix is its world rotation about its head.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.stage.model import Floats, Model


def matrices_from_quaternions(quaternions: Floats) -> Floats:
    """(…, 4) xyzw unit quaternions → (…, 3, 3) rotation matrices."""
    x, y, z, w = np.moveaxis(quaternions, -1, 0)
    out = np.empty((*quaternions.shape[:-1], 3, 3), np.float32)
    out[..., 0, 0] = 1 - 2 * (y * y + z * z)
    out[..., 0, 1] = 2 * (x * y - z * w)
    out[..., 0, 2] = 2 * (x * z + y * w)
    out[..., 1, 0] = 2 * (x * y + z * w)
    out[..., 1, 1] = 1 - 2 * (x * x + z * z)
    out[..., 1, 2] = 2 * (y * z - x * w)
    out[..., 2, 0] = 2 * (x * z - y * w)
    out[..., 2, 1] = 2 * (y * z + x * w)
    out[..., 2, 2] = 1 - 2 * (x * x + y * y)
    return out


def world_joints(parents: NDArray[np.int64], heads: Floats, local: Floats) -> tuple[Floats, Floats]:
    """Local rotations (J, 3, 3) → world rotations (J, 3, 3) and joint positions (J, 3), metres."""
    rotations, places = np.empty_like(local), np.empty_like(heads)
    for joint, parent in enumerate(parents):
        if parent < 0:
            rotations[joint], places[joint] = local[joint], heads[joint]
        else:
            rotations[joint] = rotations[parent] @ local[joint]
            places[joint] = places[parent] + rotations[parent] @ (heads[joint] - heads[parent])
    return rotations, places


@dataclass(frozen=True, eq=False, kw_only=True)
class _Block:
    """Neighbouring rows of a model, the joints (K,) that move any of them, their weights (K, N)."""

    rows: slice
    joints: NDArray[np.int64]
    weights: Floats


def _blocks(model: Model) -> tuple[_Block, ...]:
    """All rows of a model, piece by piece: no piece hangs on more than half of the joints, most
    on one to three, and products with zeros were most of the work."""
    edges = sorted(
        {0, len(model.rest), *(edge for p in model.pieces for edge in (p.start, p.stop))}
    )
    found = []
    for start, stop in pairwise(edges):
        rows = slice(start, stop)
        joints = np.flatnonzero(model.weights[rows].any(0))
        weights = np.ascontiguousarray(model.weights[rows][:, joints].T)
        found.append(_Block(rows=rows, joints=joints, weights=weights))
    return tuple(found)


class Skinner:
    """Poses one model again and again."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._index = {name: i for i, name in enumerate(model.names)}
        self._blocks = _blocks(model)
        self._moved = model.rest.copy()
        self._columns = np.empty((6, len(model.rest)), np.float32)
        self._blended = np.empty((12, len(model.rest)), np.float32)
        self._identity = np.tile(np.eye(3, dtype=np.float32), (len(model.names), 1, 1))

    def local_rotations(self, joints: tuple[str, ...], quaternions: Floats) -> Floats:
        """(J, 3, 3) for all joints of the model; joints not named stay at rest."""
        local = self._identity.copy()
        known = [(self._index[name], k) for k, name in enumerate(joints) if name in self._index]
        rows, columns = [pair[0] for pair in known], [pair[1] for pair in known]
        local[rows] = matrices_from_quaternions(quaternions[columns])
        return local

    def pose(
        self, joints: tuple[str, ...], quaternions: Floats, weights: Mapping[str, float]
    ) -> Floats:
        """Positions and normals (V, 6) in world coordinates, metres, Y up. Sleeves fold by
        themselves, as the elbows bend."""
        model = self._model
        moved = self._moved
        np.copyto(moved, model.rest)
        local = self.local_rotations(joints, quaternions)
        folds: dict[str, float] = {}
        for bend in model.bends:
            folds |= bend.weights(local[self._index[bend.joint]])
        for name, weight in (*weights.items(), *folds.items()):
            morph = model.morphs.get(name)
            if morph is not None and weight > 1e-4:
                moved[morph.rows] += np.float32(weight) * morph.offsets
        rotations, places = world_joints(model.parents, model.heads, local)
        shift = places - np.einsum("jab,jb->ja", rotations, model.heads)
        # (12, J): three rows of the rotation, then the shift; whole columns are quicker to
        # multiply than three numbers of each vertex.
        matrices = np.concatenate([rotations.reshape(-1, 9), shift], axis=1).T
        turn = self._blended
        for block in self._blocks:
            np.matmul(matrices[:, block.joints], block.weights, out=turn[:, block.rows])
        columns = self._columns
        np.copyto(columns, moved.T)
        out = np.empty_like(moved)
        for first in (0, 3):
            x, y, z = columns[first : first + 3]
            for axis in range(3):
                a, b, c = turn[3 * axis : 3 * axis + 3]
                value = a * x
                value += b * y
                value += c * z
                if first == 0:
                    value += turn[9 + axis]
                out[:, first + axis] = value
        return out
