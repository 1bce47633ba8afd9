"""Triangles in an order in which neighbours follow each other, vertices in the order of first use.

A renderer keeps the last few vertices it computed; drawn in the order in which meshes are cut and
refined each vertex is computed four times over, which a browser without a graphics card feels.
Method: Sander, Nehab & Barczak, "Fast triangle reordering for vertex locality", 2007 (Tipsify).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from a11y.sign_avatar.body.mesh import Ints
from a11y.sign_avatar.body.parts import Part

_KEPT = 16
"""Vertices that even the smallest caches hold."""


def ordered(part: Part) -> Part:
    """The same surface with its triangles and vertices in a better order.

    Blended surfaces keep the order of their triangles, because it decides what lies over what.
    """
    triangles = part.triangles
    if not part.material.blend:
        triangles = triangles[walk(triangles, len(part.positions))]
    _, first = np.unique(triangles, return_index=True)
    rows = triangles.ravel()[np.sort(first)]  # used vertices in the order of first use
    place = np.zeros(len(part.positions), np.int64)
    place[rows] = np.arange(len(rows))
    return replace(
        part,
        positions=part.positions[rows],
        normals=part.normals[rows],
        triangles=place[triangles],
        uv=part.uv[rows],
        weights=part.weights[rows],
        shade=part.shade[rows],
        alpha=None if part.alpha is None else part.alpha[rows],
        morphs={name: (move[rows], turn[rows]) for name, (move, turn) in part.morphs.items()},
    )


def walk(triangles: Ints, count: int) -> Ints:
    """Order (T,) of ``triangles`` (T, 3) over ``count`` vertices: fan after fan, each around a
    vertex that is still kept and will leave soonest."""
    around: list[list[int]] = [[] for _ in range(count)]
    for index, corners in enumerate(triangles.tolist()):
        for corner in corners:
            around[corner].append(index)
    open_ = [len(faces) for faces in around]
    corners_of = triangles.tolist()
    done = [False] * len(triangles)
    entered = [-_KEPT - 1] * count  # time at which a vertex was computed
    time, scan = 0, 0
    recent: list[int] = []
    order: list[int] = []
    centre = corners_of[0][0] if len(triangles) else -1
    while centre >= 0:
        candidates: list[int] = []
        for face in around[centre]:
            if done[face]:
                continue
            done[face] = True
            order.append(face)
            for corner in corners_of[face]:
                candidates.append(corner)
                recent.append(corner)
                open_[corner] -= 1
                if time - entered[corner] > _KEPT:
                    entered[corner] = time
                    time += 1
        centre, best = -1, -1
        for corner in candidates:
            if open_[corner]:
                age = time - entered[corner]
                stays = age + 2 * open_[corner] <= _KEPT
                if (age if stays else 0) > best:
                    centre, best = corner, age if stays else 0
        while centre < 0 and recent:  # a dead end: the latest vertex with triangles left
            corner = recent.pop()
            centre = corner if open_[corner] else -1
        while centre < 0 and scan < count:
            centre = scan if open_[scan] else -1
            scan += 1
    return np.asarray(order, np.int64)
