"""The ribbed bands in which the top ends: a collar that follows the neck, and cuffs."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.landmarks import unit
from a11y.sign_avatar.body.mesh import (
    BODY_VERTICES,
    Floats,
    Ints,
    boundary_edges,
    ordered_loops,
    vertex_normals,
)
from a11y.sign_avatar.body.parts import Material, Part
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton


def bands(
    positions: Floats,
    normals: Floats,
    triangles: Ints,
    weights: Floats,
    shape: Shape,
    skeleton: Skeleton,
    material: Material,
) -> list[Part]:
    """Collar and cuffs at the edges of a sheet: positions and normals (N, 3), triangles (T, 3),
    weights (N, J). ``shade`` is 1."""
    skin = (shape.positions[:BODY_VERTICES], shape.normals[:BODY_VERTICES])
    parts = []
    neck = skeleton.head("neck01")
    for loop in ordered_loops(boundary_edges(triangles)):
        centre = positions[loop].mean(0)
        if len(loop) < 12:
            continue
        if np.linalg.norm(centre - neck) < 0.12:
            name, length, thick = "collar", 0.020, 0.0028
            towards = _up_the_neck(
                positions[loop], unit(skeleton.head("head") - neck) * length, skin, thick
            )
        elif abs(centre[0]) > 0.1 and centre[1] > skeleton.head("upperleg01.L")[1] - 0.05:
            side = "L" if centre[0] > 0 else "R"
            name, length, thick = f"cuff.{side}", 0.024, 0.0026
            arm = skeleton.head(f"wrist.{side}") - skeleton.head(f"lowerarm01.{side}")
            towards = np.tile(arm, (len(loop), 1))
        else:
            continue
        towards = towards / np.linalg.norm(towards, axis=1, keepdims=True)
        ring = (positions[loop], normals[loop], weights[loop])
        points, faces, uv, own = _band(*ring, towards, length, thick)
        parts.append(
            Part(
                name=name,
                material=material,
                positions=points,
                normals=vertex_normals(points, faces),
                triangles=faces,
                uv=uv,
                weights=own,
                shade=np.ones(len(points)),
            )
        )
    return parts


def _band(
    ring: Floats, normals: Floats, weights: Floats, towards: Floats, length: float, thick: float
) -> tuple[Floats, Ints, Floats, Floats]:
    """A rounded ribbed band from the places, normals and weights of an edge loop: positions,
    triangles, uv, weights."""
    out = normals - (normals * towards).sum(1, keepdims=True) * towards
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    # (share of the length, offset outwards in units of the thickness)
    profile = [(-0.12, -0.15), (-0.05, 0.85), (0.1, 1.1), (0.85, 0.85), (1.0, 0.1)]
    profile += [(0.95, -0.5), (0.0, -0.9)]
    rings = [ring + along * length * towards + off * thick * out for along, off in profile]
    count, rows = len(ring), len(profile)
    positions = np.concatenate(rings)
    i = np.arange(count)
    j = (i + 1) % count
    quads = []
    for k in range(rows - 1):
        a, b, c, d = k * count + i, k * count + j, (k + 1) * count + j, (k + 1) * count + i
        quads.append(np.stack([a, b, c], 1))
        quads.append(np.stack([a, c, d], 1))
    triangles = np.concatenate(quads)
    around = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(ring, axis=0), axis=1))])
    uv = np.stack([np.tile(around / 0.004, rows), np.repeat([p[0] for p in profile], count)], 1)
    face = vertex_normals(positions, triangles)
    if (face[count : 2 * count] * out).sum() < 0:
        triangles = triangles[:, ::-1]
    return positions, triangles, uv, np.tile(weights, (rows, 1))


def _up_the_neck(ring: Floats, rise: Floats, skin: tuple[Floats, Floats], gap: float) -> Floats:
    """Ways (N, 3) from an edge to where a collar of height ``rise`` (3,) lies ``gap`` metres off
    the skin (positions, normals): it neither stands away from the neck nor cuts into it."""
    positions, normals = skin
    tree = cKDTree(positions)
    ways = np.broadcast_to(rise, ring.shape)
    for _ in range(3):
        _, near = tree.query(ring + ways, k=8)
        facing = normals[near].mean(1)
        facing /= np.linalg.norm(facing, axis=1, keepdims=True)
        off = ((ring + ways - positions[near].mean(1)) * facing).sum(1)
        ways = ways - (off - gap)[:, None] * facing
    for _ in range(6):
        ways = 0.5 * ways + 0.25 * (np.roll(ways, 1, 0) + np.roll(ways, -1, 0))
    return np.asarray(ways)
