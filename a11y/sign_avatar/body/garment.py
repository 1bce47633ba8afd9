"""A plain, loose, long-sleeved top: the body's skin cut along a neckline, cuffs and a hem, draped.

The trunk hangs from the widest point above (no chest detail shows), sleeves have ease, neckline
and cuffs end in ribbed bands. Skin that the cloth hides is not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter, maximum_filter1d
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.cloth_skin import cloth_weights
from a11y.sign_avatar.body.landmarks import unit
from a11y.sign_avatar.body.mesh import (
    BODY_VERTICES,
    Floats,
    Ints,
    boundary_edges,
    smoother,
    vertex_normals,
)
from a11y.sign_avatar.body.parts import Material, Part
from a11y.sign_avatar.body.refine import split_long_edges
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.signers import Signer
from a11y.sign_avatar.body.skeleton import Skeleton

_TRUNK = ("spine", "pelvis", "root", "clavicle", "shoulder01", "upperleg", "neck")
_ARMS = ("upperarm", "lowerarm", "shoulder01")
_EASE_TRUNK = 0.013
_EASE_SLEEVE = 0.0055
_EASE_EDGE = 0.0045
_DETAIL = 0.022  # metres: what is smaller does not show through the trunk
_LONGEST_EDGE = 0.018  # metres, on sleeves and shoulders: they are the outline one sees
_LONGEST_FOLDED = 0.0112  # metres, where sleeves fold
_FOLDED = 0.09  # metres from the elbow


@dataclass(frozen=True, eq=False)
class Cloth:
    """The welded sheet: positions (N, 3), triangles, corner uv (T, 3, 2), weights (N, J), and the
    body point (N, 3) under each vertex."""

    positions: Floats
    triangles: Ints
    corner_uv: Floats
    weights: Floats
    under: Floats


def cloth_field(shape: Shape, skeleton: Skeleton, signer: Signer) -> Floats:
    """Signed distance-like field (V,), metres: > 0 where the top covers the skin."""
    positions = shape.positions
    field = np.full(len(positions), 1.0)
    arm = skeleton.share("lowerarm", "wrist", "finger", "metacarpal")
    for side, sign in (("L", 1), ("R", -1)):
        wrist, elbow = skeleton.head(f"wrist.{side}"), skeleton.head(f"lowerarm01.{side}")
        axis = wrist - elbow
        length = float(np.linalg.norm(axis))
        along = (positions - elbow) @ axis / length
        own = (positions[:, 0] * sign > 0) & (arm > 0.3)
        field[own] = np.minimum(field[own], 0.84 * length - along[own])
    neck = skeleton.head("neck01")
    trunk = skeleton.share("upperarm", "lowerarm", "wrist", "finger", "metacarpal") < 0.5
    # A round neckline: an ellipse about the neck's axis, lower at the throat than at the nape.
    axis = skeleton.head("head") - neck
    length = float(np.linalg.norm(axis))
    axis = axis / length
    ahead = np.cross([1.0, 0, 0], axis)
    from_neck = positions - neck
    depth = from_neck @ ahead - 0.008
    wide, deep = signer.neckline
    ring = 0.072 * (np.hypot(from_neck[:, 0] / wide, depth / deep) - 1)
    along_neck = from_neck @ axis
    # Below the neck the trunk is covered all round, above it nothing is.
    collar = np.minimum(np.maximum(ring, -0.030 - along_neck), 0.42 * length - along_neck)
    collar = np.where(skeleton.share("head") > 0.3, -1.0, collar)
    field[trunk] = np.minimum(field[trunk], collar[trunk])
    hem = skeleton.head("upperleg01.L")[1] - 0.17
    clipped: Floats = np.minimum(field, positions[:, 1] - hem)
    return clipped


def _cut(
    positions: Floats, triangles: Ints, corner_uv: Floats, field: Floats, weights: Floats
) -> tuple[Floats, Ints, Floats, Floats]:
    """Keep the part where field > 0, splitting triangles on the border."""
    points, skins = list(positions), list(weights)
    kept: list[tuple[int, int, int]] = []
    uvs: list[tuple[Floats, Floats, Floats]] = []
    made: dict[tuple[int, int], int] = {}

    def crossing(i: int, j: int, uv_i: Floats, uv_j: Floats) -> tuple[int, Floats]:
        share = field[i] / (field[i] - field[j])
        key = (min(i, j), max(i, j))
        if key not in made:
            made[key] = len(points)
            points.append(points[i] * (1 - share) + points[j] * share)
            skins.append(skins[i] * (1 - share) + skins[j] * share)
        return made[key], uv_i * (1 - share) + uv_j * share

    for triangle, uv in zip(triangles, corner_uv, strict=True):
        inside = field[triangle] > 0
        count = int(inside.sum())
        if count == 3:
            kept.append((triangle[0], triangle[1], triangle[2]))
            uvs.append((uv[0], uv[1], uv[2]))
        elif count:
            k = int(np.argmax(inside) if count == 1 else np.argmin(inside))
            (a, b, c), (ua, ub, uc) = np.roll(triangle, -k), np.roll(uv, -k, axis=0)
            p, up = crossing(a, b, ua, ub)
            q, uq = crossing(a, c, ua, uc)
            if count == 1:
                kept.append((a, p, q))
                uvs.append((ua, up, uq))
            else:
                kept.extend(((p, b, c), (p, c, q)))
                uvs.extend(((up, ub, uc), (up, uc, uq)))
    used, inverse = np.unique(np.asarray(kept), return_inverse=True)
    return (
        np.asarray(points)[used],
        inverse.reshape(-1, 3),
        np.asarray(uvs),
        np.asarray(skins)[used],
    )


def _without_detail(points: Floats, normals: Floats, triangles: Ints, share: Floats) -> Floats:
    """Points (N, 3) moved along their normals to the mean of the surface about them, to that share
    (N,): the data's mesh is finest where its detail must not show."""
    corners = points[triangles]
    area = np.linalg.norm(
        np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1
    )
    weight = np.bincount(triangles.ravel(), np.repeat(area, 3), len(points))
    mine = np.flatnonzero(share > 0)
    pairs = cKDTree(points[mine]).sparse_distance_matrix(
        cKDTree(points), 2 * _DETAIL, output_type="coo_matrix"
    )
    near = weight[pairs.col] * np.exp(-((pairs.data / _DETAIL) ** 2))
    near = near * np.clip((normals[mine][pairs.row] * normals[pairs.col]).sum(1), 0, 1)
    off = ((points[pairs.col] - points[mine][pairs.row]) * normals[mine][pairs.row]).sum(1)
    count = len(mine)
    mean = np.bincount(pairs.row, near * off, count) / np.bincount(pairs.row, near, count)
    out = points.copy()
    out[mine] += (share[mine] * mean)[:, None] * normals[mine]
    return out


def _drape(points: Floats, trunk: Floats, shoulder: Floats, *, fall: float) -> Floats:
    """New positions of the trunk: hangs from above instead of clinging. Polar around the spine."""
    centre_z = 0.5 * (points[trunk > 0.9][:, 2].max() + points[trunk > 0.9][:, 2].min()) - 0.01
    flat = points[:, [0, 2]] - [0, centre_z]
    radius = np.linalg.norm(flat, axis=1)
    angle = np.arctan2(flat[:, 0], flat[:, 1])
    low, high = points[:, 1].min(), shoulder[1] + 0.02
    rows, columns = 30, 72
    row = np.clip((points[:, 1] - low) / (high - low) * (rows - 1), 0, rows - 1)
    column = (angle / (2 * np.pi) + 0.5) * columns
    grid = np.zeros((rows, columns))
    body = trunk > 0.6
    np.maximum.at(
        grid,
        (np.round(row[body]).astype(int), np.round(column[body]).astype(int) % columns),
        radius[body],
    )
    for line in grid:  # fill empty cells around the ring
        known = np.flatnonzero(line > 0)
        if len(known):
            line[:] = np.interp(np.arange(columns), known, line[known], period=columns)
    filled = np.flatnonzero(grid.max(1) > 0)
    for k in range(columns):
        grid[:, k] = np.interp(np.arange(rows), filled, grid[filled, k])
    grid = maximum_filter1d(grid, 5, axis=1, mode="wrap")
    grid = gaussian_filter(grid, (0.8, 2.2), mode=("nearest", "wrap"))
    step = (high - low) / (rows - 1)
    for k in range(rows - 2, -1, -1):
        grid[k] = np.maximum(grid[k], grid[k + 1] - fall * step)
    grid = gaussian_filter(grid, (1.3, 2.6), mode=("nearest", "wrap"))
    r0, c0 = np.floor(row).astype(int), np.floor(column).astype(int)
    fr, fc = row - r0, column - c0
    r1 = np.minimum(r0 + 1, rows - 1)
    wanted = (
        grid[r0, c0 % columns] * (1 - fr) * (1 - fc)
        + grid[r1, c0 % columns] * fr * (1 - fc)
        + grid[r0, (c0 + 1) % columns] * (1 - fr) * fc
        + grid[r1, (c0 + 1) % columns] * fr * fc
    )
    # Near the shoulders the cloth lies on the body.
    below = np.clip((shoulder[1] - 0.055 - points[:, 1]) / 0.09, 0, 1)
    blend = below * below * (3 - 2 * below) * np.clip((trunk - 0.5) / 0.45, 0, 1)
    gain = blend * np.maximum(wanted - radius, 0)
    out = points.copy()
    out[:, [0, 2]] += flat / np.maximum(radius, 1e-6)[:, None] * gain[:, None]
    return out


def make_cloth(shape: Shape, skeleton: Skeleton, signer: Signer) -> Cloth:
    """Cut, drape, ease and smooth the sheet."""
    body = shape.base.groups["body"]
    field = cloth_field(shape, skeleton, signer)
    under, triangles, corner_uv, weights = _cut(
        shape.positions, body.vertices, shape.base.uv[body.corners], field, skeleton.weights
    )
    columns = [i for i, name in enumerate(skeleton.names) if name.startswith(_TRUNK)]
    arms = [i for i, name in enumerate(skeleton.names) if name.startswith(_ARMS)]
    for _ in range(2):
        under, triangles, corner_uv, weights = split_long_edges(
            under,
            triangles,
            corner_uv,
            weights,
            longest=_LONGEST_EDGE,
            where=weights[:, arms].sum(1) > 0.04,
        )
    elbows = [skeleton.head(f"lowerarm01.{side}") for side in "LR"]
    for _ in range(2):
        away = np.min([np.linalg.norm(under - elbow, axis=1) for elbow in elbows], axis=0)
        under, triangles, corner_uv, weights = split_long_edges(
            under,
            triangles,
            corner_uv,
            weights,
            longest=_LONGEST_FOLDED,
            where=(away < _FOLDED) & (weights[:, arms].sum(1) > 0.5),
        )
    trunk = weights[:, columns].sum(1)
    average = smoother(len(under), triangles)
    trunk = np.asarray(trunk)
    for _ in range(4):
        trunk = average @ trunk
    shoulder = skeleton.head("upperarm01.L")
    normals = vertex_normals(under, triangles)
    chest = np.clip((shoulder[1] - 0.02 - under[:, 1]) / 0.05, 0, 1) * np.clip(2 * trunk - 1, 0, 1)
    under = _without_detail(under, normals, triangles, chest)
    normals = vertex_normals(under, triangles)
    soft = normals.copy()
    for _ in range(8):
        soft = average @ soft
    soft /= np.maximum(np.linalg.norm(soft, axis=1, keepdims=True), 1e-9)
    edge = np.unique(boundary_edges(triangles))
    ease = _EASE_SLEEVE + (_EASE_TRUNK - _EASE_SLEEVE) * trunk
    near_edge = np.zeros(len(under))
    near_edge[edge] = 1
    for _ in range(4):
        near_edge = np.maximum(near_edge, 0.8 * (average @ near_edge))
    near_edge = np.clip(near_edge * 1.6, 0, 1)
    ease = ease * (1 - near_edge) + _EASE_EDGE * near_edge
    # On the trunk the cloth stands off sideways, not along the skin: no fold shows below the chest.
    level = normals * [1, 0, 1]
    level /= np.maximum(np.linalg.norm(level, axis=1, keepdims=True), 1e-6)
    hanging = (np.clip((shoulder[1] - 0.05 - under[:, 1]) / 0.08, 0, 1) * trunk)[:, None]
    normals = (1 - hanging) * normals + hanging * level
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
    soft = (1 - hanging) * soft + hanging * level
    sheet = _drape(under, trunk, shoulder, fall=signer.fall) + soft * ease[:, None]
    for loop in ordered_loops(boundary_edges(triangles)):
        ring = sheet[loop]
        for _ in range(25):
            ring = 0.5 * ring + 0.25 * (np.roll(ring, 1, 0) + np.roll(ring, -1, 0))
        sheet[loop] = ring
    pinned = np.zeros(len(under), bool)
    pinned[edge] = True
    rest = sheet.copy()
    for turn in range(36):
        amount = (0.55 * trunk + 0.5 * (1 - trunk) * (turn < 14))[:, None]
        sheet = (1 - amount) * sheet + amount * (average @ sheet)
        gap = ((sheet - under) * normals).sum(1)
        sheet += normals * np.maximum(0.75 * ease - gap, 0)[:, None]
        sunk = ((rest - sheet) * normals).sum(1)  # below where it hangs
        sheet += normals * (np.maximum(sunk - 0.002, 0) * hanging[:, 0])[:, None]
        sheet[pinned] = rest[pinned]
    for _ in range(10):  # what detail of the skin is left under the trunk goes
        sheet += 0.6 * hanging * (average @ sheet - sheet)
        sheet[pinned] = rest[pinned]
    skin = cloth_weights(sheet, weights, average, near_edge, skeleton)
    return Cloth(sheet, triangles, corner_uv, skin, under)


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


def _band(
    cloth: Cloth, normals: Floats, loop: Ints, towards: Floats, length: float, thick: float
) -> tuple[Floats, Ints, Floats, Floats]:
    """A rounded ribbed band from an edge loop: positions, triangles, uv, weights."""
    ring = cloth.positions[loop]
    out = normals[loop]
    out = out - (out * towards).sum(1, keepdims=True) * towards
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    # (share of the length, offset outwards in units of the thickness)
    profile = [(-0.12, -0.15), (-0.05, 0.85), (0.1, 1.1), (0.85, 0.85), (1.0, 0.1)]
    profile += [(0.95, -0.5), (0.0, -0.9)]
    rings = [ring + along * length * towards + off * thick * out for along, off in profile]
    count, rows = len(loop), len(profile)
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
    return positions, triangles, uv, np.tile(cloth.weights[loop], (rows, 1))


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


def sheet_normals(cloth: Cloth) -> Floats:
    """Normals (N, 3) of the sheet, evened out."""
    normals = vertex_normals(cloth.positions, cloth.triangles)
    average = smoother(len(normals), cloth.triangles)
    for _ in range(6):
        normals = 0.4 * normals + 0.6 * (average @ normals)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    return np.asarray(normals)


def garment_parts(
    cloth: Cloth,
    shape: Shape,
    skeleton: Skeleton,
    *,
    folds: dict[str, tuple[Floats, Floats]],
    cloth_material: Material,
    rib_material: Material,
) -> list[Part]:
    """The sheet, with ``folds`` as its morphs, and its bands; ``shade`` is 1 and filled in by the
    build."""
    skin = (shape.positions[:BODY_VERTICES], shape.normals[:BODY_VERTICES])
    normals = sheet_normals(cloth)
    pairs = np.concatenate(
        [cloth.triangles.reshape(-1, 1), np.round(cloth.corner_uv.reshape(-1, 2) * 1e5)], axis=1
    )
    unique, inverse = np.unique(pairs, axis=0, return_inverse=True)
    own = unique[:, 0].astype(int)
    uv = unique[:, 1:] / 1e5
    sheet = Part(
        name="top",
        material=cloth_material,
        positions=cloth.positions[own],
        normals=normals[own],
        triangles=inverse.reshape(-1, 3),
        uv=np.stack([uv[:, 0], 1 - uv[:, 1]], 1),
        weights=cloth.weights[own],
        shade=np.ones(len(own)),
        morphs={name: (moved[own], turned[own]) for name, (moved, turned) in folds.items()},
    )
    parts = [sheet]
    neck = skeleton.head("neck01")
    for loop in ordered_loops(boundary_edges(cloth.triangles)):
        centre = cloth.positions[loop].mean(0)
        if len(loop) < 12:
            continue
        if np.linalg.norm(centre - neck) < 0.12:
            name, length, thick = "collar", 0.020, 0.0028
            towards = _up_the_neck(
                cloth.positions[loop], unit(skeleton.head("head") - neck) * length, skin, thick
            )
        elif abs(centre[0]) > 0.1 and centre[1] > skeleton.head("upperleg01.L")[1] - 0.05:
            side = "L" if centre[0] > 0 else "R"
            name, length, thick = f"cuff.{side}", 0.024, 0.0026
            arm = skeleton.head(f"wrist.{side}") - skeleton.head(f"lowerarm01.{side}")
            towards = np.tile(arm, (len(loop), 1))
        else:
            continue
        towards = towards / np.linalg.norm(towards, axis=1, keepdims=True)
        positions, triangles, band_uv, weights = _band(cloth, normals, loop, towards, length, thick)
        parts.append(
            Part(
                name=name,
                material=rib_material,
                positions=positions,
                normals=vertex_normals(positions, triangles),
                triangles=triangles,
                uv=band_uv,
                weights=weights,
                shade=np.ones(len(positions)),
            )
        )
    return parts
