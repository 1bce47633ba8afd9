"""The hm08 base mesh, its shape targets, and the small geometry every builder needs.

Arrays: vertices (V, 3), triangles (T, 3) int64, texture corners (T, 3) int64 into (U, 2).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, diags

from a11y.sign_avatar.body.source import Source

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

BODY_VERTICES = 13380
"""Vertices before this index are skin; later ones are eyes, teeth, tongue, lashes, helpers."""


@dataclass(frozen=True, eq=False)
class Group:
    """One named part of the base mesh, triangulated: vertex and texture indices, both (T, 3)."""

    vertices: Ints
    corners: Ints


@dataclass(frozen=True, eq=False)
class BaseMesh:
    """positions (V, 3) as in the file (decimetres); uv (U, 2), origin bottom left; groups."""

    positions: Floats
    uv: Floats
    groups: dict[str, Group]

    def group_vertices(self, name: str) -> Ints:
        return np.unique(self.groups[name].vertices)


def read_base(source: Source) -> BaseMesh:
    """Parse ``base.obj`` (quads are split into triangles)."""
    positions: list[list[float]] = []
    uv: list[list[float]] = []
    faces: dict[str, list[tuple[tuple[int, int], ...]]] = {}
    current: list[tuple[tuple[int, int], ...]] = []
    for line in source.text("mpfb2/3dobjs/base.obj").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            positions.append([float(x) for x in rest.split()[:3]])
        elif kind == "vt":
            uv.append([float(x) for x in rest.split()[:2]])
        elif kind == "g":
            current = faces.setdefault(rest.strip(), [])
        elif kind == "f":
            pairs = [part.split("/") for part in rest.split()]
            corner = [(int(pair[0]) - 1, int(pair[1]) - 1) for pair in pairs]
            current.extend((corner[0], corner[k], corner[k + 1]) for k in range(1, len(corner) - 1))
    groups = {}
    for name, triangles in faces.items():
        both = np.asarray(triangles, np.int64)
        groups[name] = Group(both[:, :, 0], both[:, :, 1])
    return BaseMesh(np.asarray(positions), np.asarray(uv), groups)


def read_target(source: Source, name: str, count: int) -> Floats:
    """A shape target as offsets (count, 3)."""
    offsets = np.zeros((count, 3))
    for line in source.text(name).splitlines():
        parts = line.split()
        if len(parts) == 4 and not line.startswith("#"):
            offsets[int(parts[0])] = [float(x) for x in parts[1:]]
    return offsets


def vertex_normals(positions: Floats, triangles: Ints) -> Floats:
    """Area-weighted unit normals (V, 3); zero where no triangle touches."""
    a, b, c = (positions[triangles[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    normals = np.zeros_like(positions)
    for k in range(3):
        np.add.at(normals, triangles[:, k], face)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    result: Floats = normals / np.maximum(length, 1e-15)
    return result


def smoother(count: int, triangles: Ints) -> csr_matrix:
    """Row-normalised neighbour averaging (count, count): ``smoother @ x`` is one Laplace step."""
    a = np.concatenate([triangles[:, k] for k in (0, 1, 2, 1, 2, 0)])
    b = np.concatenate([triangles[:, k] for k in (1, 2, 0, 0, 1, 2)])
    graph = coo_matrix((np.ones(len(a)), (a, b)), shape=(count, count)).tocsr()
    graph.data[:] = 1.0
    degree = np.asarray(graph.sum(1)).ravel()
    return diags(1 / np.maximum(degree, 1)) @ graph


def boundary_edges(triangles: Ints) -> Ints:
    """Directed edges (E, 2) that belong to one triangle only."""
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    key = np.sort(edges, axis=1)
    _, index, count = np.unique(key, axis=0, return_index=True, return_counts=True)
    result: Ints = edges[index[count == 1]]
    return result


def ordered_loops(edges: Ints) -> list[Ints]:
    """Directed boundary edges (E, 2) → closed vertex loops in walking order."""
    following = {int(a): int(b) for a, b in edges}
    loops = []
    while following:
        start = next(iter(following))
        loop = [start]
        step = following.pop(start)
        while step != start and step in following:
            loop.append(step)
            step = following.pop(step)
        loops.append(np.asarray(loop))
    return loops
