"""A plain, loose, long-sleeved top: the body's skin cut along a neckline, cuffs and a hem, draped.

The trunk hangs from the widest point above (no chest detail shows), sleeves have ease, neckline
and cuffs end in ribbed bands. Skin that the cloth hides is not drawn.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from a11y.sign_avatar.body.bands import bands
from a11y.sign_avatar.body.cloth_skin import cloth_weights
from a11y.sign_avatar.body.drape import drape, evened, without_detail
from a11y.sign_avatar.body.mesh import (
    Floats,
    Ints,
    boundary_edges,
    ordered_loops,
    smoother,
    vertex_normals,
)
from a11y.sign_avatar.body.parts import Material, Part
from a11y.sign_avatar.body.refine import split_smoothly
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.signers import Signer
from a11y.sign_avatar.body.skeleton import Skeleton

_TRUNK = ("spine", "pelvis", "root", "clavicle", "shoulder01", "upperleg", "neck")
_ARMS = ("upperarm", "lowerarm", "shoulder01")
_EASE_TRUNK = 0.013
_EASE_SLEEVE = 0.0055
_EASE_EDGE = 0.0045
_LONGEST_EDGE = 0.018  # metres, on sleeves and shoulders: they are the outline one sees
_LONGEST_ROUND = 0.0140  # metres, about the shoulders: the roundest outline of the top
_ROUND = 0.12  # metres from the shoulder joint
_LONGEST_FOLDED = 0.0112  # metres, where sleeves fold
_FOLDED = 0.09  # metres from the elbow
_PIT = 0.14  # metres from the shoulder joint down to where the trunk begins to hang
_EVEN = (0.11, 0.20)
"""Metres from the shoulder joint: so far the sheet is evened out wholly, and not at all."""


@dataclass(frozen=True, eq=False)
class Cloth:
    """The welded sheet: positions (N, 3), triangles, corner uv (T, 3, 2), weights (N, J), the body
    point (N, 3) under each vertex, and how much it hangs on the trunk (N,), 0 on sleeves and
    shoulders."""

    positions: Floats
    triangles: Ints
    corner_uv: Floats
    weights: Floats
    under: Floats
    hanging: Floats


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


def _finer(
    under: Floats, triangles: Ints, corner_uv: Floats, weights: Floats, skeleton: Skeleton
) -> tuple[Floats, Ints, Floats, Floats]:
    """The same sheet with shorter edges on sleeves and shoulders. New points lie on a smooth
    surface: middles of the data's edges, as long as a thumb is broad, would leave its corners in
    the outline of every raised arm."""
    arms = [i for i, name in enumerate(skeleton.names) if name.startswith(_ARMS)]
    shoulders, elbows = (
        [skeleton.head(f"{name}.{side}") for side in "LR"] for name in ("upperarm01", "lowerarm01")
    )
    for longest, share, centres, reach in (
        (_LONGEST_EDGE, 0.04, shoulders, np.inf),
        (_LONGEST_EDGE, 0.04, shoulders, np.inf),
        (_LONGEST_ROUND, 0.04, shoulders, _ROUND),
        (_LONGEST_FOLDED, 0.5, elbows, _FOLDED),
        (_LONGEST_FOLDED, 0.5, elbows, _FOLDED),
    ):
        away = np.min([np.linalg.norm(under - centre, axis=1) for centre in centres], axis=0)
        where = (away < reach) & (weights[:, arms].sum(1) > share)
        corners = np.arange(triangles.size).reshape(-1, 3)
        flat = corner_uv.reshape(-1, 2)
        make, triangles, corners, flat = split_smoothly(
            under, triangles, corners, flat, longest=longest, where=where
        )
        under, weights = make @ under, np.maximum(make @ weights, 0)
        weights /= weights.sum(1, keepdims=True)
        corner_uv = flat[corners]
    return under, triangles, corner_uv, weights


def make_cloth(shape: Shape, skeleton: Skeleton, signer: Signer) -> Cloth:
    """Cut, drape, ease and smooth the sheet."""
    body = shape.base.groups["body"]
    field = cloth_field(shape, skeleton, signer)
    under, triangles, corner_uv, weights = _cut(
        shape.positions, body.vertices, shape.base.uv[body.corners], field, skeleton.weights
    )
    columns = [i for i, name in enumerate(skeleton.names) if name.startswith(_TRUNK)]
    under, triangles, corner_uv, weights = _finer(under, triangles, corner_uv, weights, skeleton)
    trunk = weights[:, columns].sum(1)
    average = smoother(len(under), triangles)
    trunk = np.asarray(trunk)
    for _ in range(4):
        trunk = average @ trunk
    shoulder = skeleton.head("upperarm01.L")
    normals = vertex_normals(under, triangles)
    chest = np.clip((shoulder[1] - 0.02 - under[:, 1]) / 0.05, 0, 1) * np.clip(2 * trunk - 1, 0, 1)
    under = without_detail(under, normals, triangles, chest)
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
    sheet = drape(under, trunk, shoulder, fall=signer.fall) + soft * ease[:, None]
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
    sheet = _evened_out(sheet, pinned, near_edge, average, skeleton)
    for _ in range(10):  # what detail of the skin is left under the trunk goes
        sheet += 0.6 * hanging * (average @ sheet - sheet)
        sheet[pinned] = rest[pinned]
    skin = cloth_weights(sheet, weights, average, near_edge, skeleton)
    return Cloth(sheet, triangles, corner_uv, skin, under, chest)


def _evened_out(
    sheet: Floats,
    pinned: NDArray[np.bool_],
    near_edge: Floats,
    average: csr_matrix,
    skeleton: Skeleton,
) -> Floats:
    """Shoulders and armpits without dents and shelves shorter than about 7 cm, and no slimmer: a
    low-pass filter that does not shrink (G. Taubin, A signal processing approach to fair surface
    design, 1995). Cloth bridges what muscles and the fold of an armpit form."""
    joints = [skeleton.head(f"upperarm01.{side}") for side in "LR"]
    away = np.min([np.linalg.norm(sheet - joint, axis=1) for joint in joints], axis=0)
    near, far = _EVEN
    share = (np.clip((far - away) / (far - near), 0, 1) * (1 - near_edge) * ~pinned)[:, None]
    for turn in range(80):
        step = -0.65 if turn % 2 else 0.63
        sheet = sheet + step * share * (average @ sheet - sheet)
    # Where the trunk begins to hang, a corner would be left that is seen beside every arm.
    pits = [joint - np.array([np.sign(joint[0]) * 0.02, _PIT, 0]) for joint in joints]
    away = np.min([np.linalg.norm(sheet - pit, axis=1) for pit in pits], axis=0)
    share = np.clip((0.075 - away) / 0.035, 0, 1)[:, None]
    for _ in range(24):
        sheet = sheet + 0.5 * share * (average @ sheet - sheet)
    return sheet


def sheet_normals(cloth: Cloth) -> Floats:
    """Normals (N, 3) of the sheet, evened out; on the trunk as wide as its detail is."""
    normals = vertex_normals(cloth.positions, cloth.triangles)
    average = smoother(len(normals), cloth.triangles)
    for _ in range(6):
        normals = 0.4 * normals + 0.6 * (average @ normals)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    share = cloth.hanging * (1 - _near_edges(cloth, average))
    return evened(cloth.positions, np.asarray(normals), cloth.triangles, share)


def _near_edges(cloth: Cloth, average: csr_matrix) -> Floats:
    """(N,): 1 at the sheet's edges, 0 two centimetres from them."""
    near = np.zeros(len(cloth.positions))
    near[np.unique(boundary_edges(cloth.triangles))] = 1
    for _ in range(3):
        near = np.maximum(near, 0.8 * (average @ near))
    return np.clip(1.6 * near, 0, 1)


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
    edges = (cloth.positions, normals, cloth.triangles, cloth.weights)
    return [sheet, *bands(*edges, shape, skeleton, rib_material)]
