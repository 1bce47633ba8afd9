"""``a11y bench hands``: how deep fingers are in their own hand, over all handshapes.

The drawn skin of the right hand is posed and cut into pieces, one a finger bone and one the palm
(with the thumb's ball); each is closed over its cuts. A vertex of one piece is inside another when
that winds around it (Jacobson and others 2013), by as much as the other's skin is away. Neighbours
along a finger, and a finger's first bone and the palm, share flesh and are left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

import click
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from a11y.bench.sheet import all_shapes
from a11y.sign_avatar import body, notation
from a11y.sign_avatar.body.handshapes import FINGERS, Shape
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.rotations import rotate
from a11y.sign_avatar.motion.shapes import shape_of
from a11y.sign_avatar.stage.model import HANDS, load_model

Array = NDArray[np.float64]
PALM = "palm"
AIM_MM, PINCH_MM = 5.0, 3.0


@dataclass(frozen=True, eq=False, kw_only=True)
class _Piece:
    """Part of the skin: its vertices (N,), its triangles (T, 3), the loops (E, 2) of its cuts."""

    rows: NDArray[np.intp]
    triangles: NDArray[np.intp]
    cuts: tuple[NDArray[np.intp], ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class _Skin:
    """Right hand at rest: (V, 3) metres, weights (V, J) of joints by name, pieces by name."""

    rest: Array
    weights: Array
    joints: tuple[str, ...]
    pieces: dict[str, _Piece]


def _name(joint: str) -> str:
    """``2-3`` for the last bone of the index; the thumb's ball belongs to the palm."""
    bone = joint.removeprefix("finger")[:3] if joint.startswith("finger") else PALM
    return PALM if bone == "1-1" else bone


@lru_cache(maxsize=4)
def _skin(signer: str) -> _Skin:
    model = load_model(body.glb_path(signer=signer))
    whole = next(piece for piece in model.pieces if piece.name == HANDS)
    rest = model.rest[whole.start : whole.stop, :3].astype(float)
    weights = model.weights[whole.start : whole.stop].astype(float)
    # Seams of the picture part vertices that are one point of the skin.
    _, first, same = np.unique(
        np.round(rest * 1e6).astype(int), axis=0, return_index=True, return_inverse=True
    )
    rest, weights = rest[first], weights[first]
    triangles = same.ravel()[whole.triangles.astype(int)]
    right = np.array([n.endswith(".R") for n in model.names])
    triangles = triangles[(weights[:, right].sum(1) > 0.5)[triangles].all(1)]
    names = np.array([_name(model.names[k]) for k in weights.argmax(1)])
    corners = names[triangles]
    two = corners[:, 1] == corners[:, 2]
    owner = np.where(two, corners[:, 1], corners[:, 0])
    pieces = {
        str(one): _Piece(
            rows=np.unique(triangles[names[triangles] == one]),
            triangles=triangles[owner == one],
            cuts=_cuts(triangles[owner == one]),
        )
        for one in np.unique(owner)
    }
    return _Skin(rest=rest, weights=weights, joints=model.names, pieces=pieces)


def _cuts(triangles: NDArray[np.intp]) -> tuple[NDArray[np.intp], ...]:
    """Edges (E, 2) that have no other side, turned over, by the loop they lie in."""
    edges = {(int(a), int(b)) for t in triangles for a, b in zip(t, np.roll(t, -1), strict=True)}
    open_ = [(b, a) for a, b in edges if (b, a) not in edges]
    group: dict[int, int] = {}

    def root(vertex: int) -> int:
        while group.setdefault(vertex, vertex) != vertex:
            vertex = group[vertex]
        return vertex

    for a, b in open_:
        group[root(a)] = root(b)
    loops: dict[int, list[tuple[int, int]]] = {}
    for a, b in open_:
        loops.setdefault(root(a), []).append((a, b))
    return tuple(np.array(loop) for loop in loops.values())


def _posed(skin: _Skin, signer: str, angles: Array) -> Array:
    own = hand(body.load_rig(signer=signer), "R")
    frames = own.frames(angles)
    out = np.zeros_like(skin.rest)
    for k in np.flatnonzero(skin.weights.any(0)):
        name = skin.joints[k] if skin.joints[k] in frames else own.wrist
        turn, place = frames[name]
        moved = rotate(np.broadcast_to(turn, (len(out), 4)), skin.rest - own.body.head(name))
        out += skin.weights[:, k : k + 1] * (moved + place)
    return out


def _wound(points: Array, corners: Array) -> Array:
    """How often triangles (T, 3, 3) wind around points (N, 3)."""
    a, b, c = (corners[None, :, k] - points[:, None] for k in range(3))
    x, y, z = (np.linalg.norm(way, axis=-1) for way in (a, b, c))
    volume = np.einsum("nti,nti->nt", a, np.cross(b, c))
    size = x * y * z + (a * b).sum(-1) * z + (b * c).sum(-1) * x + (c * a).sum(-1) * y
    return np.asarray(np.arctan2(volume, size).sum(1) / (2 * np.pi))


def _share_flesh(one: str, other: str) -> bool:
    if PALM in (one, other):
        return (other if one == PALM else one).endswith("-1") or one == other
    return one[0] == other[0] and abs(int(one[2]) - int(other[2])) <= 1


def depths(signer: str, shape: Shape) -> dict[tuple[str, str], float]:
    """(piece, piece it is in) → millimetres, where anything is inside."""
    skin = _skin(signer)
    at = _posed(skin, signer, shape.angles)
    out = {}
    for name, piece in skin.pieces.items():
        caps = [
            np.stack(
                [at[cut[:, 0]], at[cut[:, 1]], np.tile(at[cut].mean((0, 1)), (len(cut), 1))], 1
            )
            for cut in piece.cuts
        ]
        corners = np.concatenate([at[piece.triangles], *caps])
        low, high = corners.min((0, 1)), corners.max((0, 1))
        for other, its in skin.pieces.items():
            if other == PALM or _share_flesh(other, name):
                continue
            rows = its.rows[((at[its.rows] > low) & (at[its.rows] < high)).all(1)]
            rows = rows[_wound(at[rows], corners) > 0.5] if len(rows) else rows
            if len(rows):
                far = cKDTree(_dense(at[piece.triangles])).query(at[rows])[0].max()
                out[other, name] = 1000 * float(far)
    return out


def _dense(corners: Array) -> Array:
    """Points (4 T, 3) on triangles: their middles and those of their sides."""
    sides = [(corners[:, k] + corners[:, (k + 1) % 3]) / 2 for k in range(3)]
    return np.concatenate([corners.mean(1), *sides, corners.reshape(-1, 3)])


def pinch_gap(signer: str, shape: Shape) -> float | None:
    """Millimetres between the skin of the thumb's last bone and that of the finger farthest from
    it which it should touch: index and middle, or the only one. None where nothing is to touch."""
    if not shape.pinching or shape.gap:
        return None
    skin = _skin(signer)
    at = _posed(skin, signer, shape.angles)
    leading = [f for f in shape.pinching if f in FINGERS[:2]] or [shape.pinching[0]]
    thumb = cKDTree(_dense(at[skin.pieces["1-3"].triangles]))
    bones = [skin.pieces[f"{FINGERS.index(finger) + 2}-3"] for finger in leading]
    return max(1000 * float(thumb.query(_dense(at[b.triangles]))[0].min()) for b in bones)


@click.command()
@click.option("--signer", "signers", multiple=True, help="Whose hand; default: every signer's.")
@click.option("--worst", default=5, show_default=True, help="How many of the deepest to name.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(signers: tuple[str, ...], worst: int, form: str) -> None:
    """How deep fingers are in their own hand, and whether pinches meet, over all handshapes."""
    report = {}
    for signer in signers or tuple(body.SIGNERS):
        rig = body.load_rig(signer=signer)
        rows, gaps = [], []
        for label, written in all_shapes():
            sign = notation.parse(f"{written} hamextfingeru hampalmd")
            shape = shape_of(rig, sign.dominant.shape)
            deepest = max(depths(signer, shape).items(), key=lambda one: one[1], default=None)
            where, depth = deepest or (("", ""), 0.0)
            rows.append((round(depth, 1), label, " in ".join(where)))
            gap = pinch_gap(signer, shape)
            if gap is not None:
                gaps.append((round(gap, 1), label))
        rows.sort(reverse=True)
        gaps.sort(reverse=True)
        report[signer] = {
            "handshapes": len(rows),
            "deeper_than_aim": sum(row[0] > AIM_MM for row in rows),
            "depth_mm_median": float(np.median([row[0] for row in rows])),
            "deepest": rows[:worst],
            "pinches": len(gaps),
            "pinches_apart": sum(gap > PINCH_MM for gap, _ in gaps),
            "farthest_apart": gaps[:worst],
        }
        if form == "text":
            for key, value in report[signer].items():
                click.echo(f"{signer}, {key}: {value}")
    if form == "json":
        click.echo(json.dumps(report, indent=2))
