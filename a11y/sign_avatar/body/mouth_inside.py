"""What lies in the mouth: teeth and tongue, moved to where viewers of an open mouth expect them."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.body.mesh import Floats, Ints, vertex_normals
from a11y.sign_avatar.body.parts import Bytes, Material, Part, morphs_of, split_corners
from a11y.sign_avatar.body.refine import split_smoothly
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton
from a11y.sign_avatar.body.teeth import own_square, teeth_texture

_UPPER, _LOWER, _TONGUE = "helper-upper-teeth", "helper-lower-teeth", "helper-tongue"
# In the data the tongue hides the teeth in every open mouth and the teeth gleam at the corners of
# closed lips. metres: how far each is moved, and the tongue once more with the jaw.
_MOVED = {
    _UPPER: (0, -0.0042, 0.0034),
    _LOWER: (0, -0.0050, 0.0004),
    _TONGUE: (0, -0.0045, -0.0005),
}
_NARROWED = {_UPPER: 0.86, _LOWER: 0.80}
_LOWER_HEIGHT = 0.7
"""Share of their height: a dropped jaw pushed the gum below through the skin beside the chin."""
# The hindmost teeth show at the corners of nearly closed lips: from how far aside, by how much
# they are moved up, metres.
_HINDMOST = {_UPPER: (0.015, 0.009), _LOWER: (0.008, -0.006)}
# With the jaw the lower teeth sink behind the lip; of a whole row the tongue would leave a chip.
# The tongue sinks to the floor of the mouth and not into it, which would cut its edge into steps.
_TEETH_DROP = np.array((0, -0.0100, -0.0020))
_TONGUE_DROP, _BACK_DROP = np.array((0, -0.0070, -0.0020)), np.array((0, -0.0150, 0))
"""What the tongue sinks with the jaw beyond the data, and its back once more: one looks over it."""
# What the tip is moved more when the tongue comes out: in the data it comes out of the chin.
_TONGUE_OUT = np.array((0, 0.0180, 0.0130))
_TONGUE_BENDS = 0.0060  # metres by which its tip sinks over the lower lip
_TONGUE_BACK = {"mouthPucker": (0, -0.0030, -0.0100), "mouthFunnel": (0, -0.0040, -0.0100)}
"""Metres by which the tongue is drawn back behind rounded lips."""
_TEETH_RISE = {"mouthPucker": 0.0036, "mouthFunnel": 0.0008}
"""Metres by which upper teeth go up with rounded lips: what one sees of a person's then is less,
since the upper lip grows longer as it comes forward."""
_LONGEST_EDGE = 0.0030  # metres, on the tongue: a coarser one has an edged outline
_TEETH_DIMMED = {"mouthPucker": 0.75, "mouthFunnel": 0.15}
_TONGUE_DIMMED = {"mouthPucker": 1.0, "mouthFunnel": 0.75}
"""Share to which teeth and tongue, which lies deeper, are in the shade of lips so rounded."""
_BACK_FROM = 0.040  # metres behind the tip at which the back of the tongue is
_DARKENS = 0.018  # metres behind the tip within which most of the light is lost
_SHADED = np.array((0.0, -0.6, -0.5))
"""There are no cast shadows: what lips shade turns its normals to where little light comes from."""


def teeth_and_tongue(shape: Shape, skeleton: Skeleton, shade: Floats) -> list[Part]:
    """Both, with their face morphs. shade (V,): ambient light on the teeth."""
    return [_teeth(shape, skeleton, shade), _tongue(shape, skeleton)]


def _teeth(shape: Shape, skeleton: Skeleton, shade: Floats) -> Part:
    base = shape.base
    groups = [base.groups[name] for name in (_UPPER, _LOWER)]
    triangles = np.concatenate([group.vertices for group in groups])
    corners = np.concatenate([group.corners for group in groups])
    points = shape.positions.copy()
    for name in (_UPPER, _LOWER):
        ids = base.group_vertices(name)
        points[ids] = points[ids] * [_NARROWED[name], 1, 1] + _MOVED[name]
        if name == _LOWER:
            top = points[ids, 1].max()
            points[ids, 1] = top - _LOWER_HEIGHT * (top - points[ids, 1])
        aside, rise = _HINDMOST[name]
        points[ids, 1] += rise * np.clip((np.abs(points[ids, 0]) - aside) / 0.008, 0, 1)
    dropped = shape.morphs["jawOpen"].copy()
    dropped[base.group_vertices(_LOWER)] += _TEETH_DROP
    morphs = {**shape.morphs, "jawOpen": dropped}
    for name, rise in _TEETH_RISE.items():
        moved = np.zeros_like(points)
        moved[base.group_vertices(_UPPER), 1] = rise
        morphs[name] = moved
    own, own_uv, faces = split_corners(triangles, corners)
    # Dark at the corners of the mouth and behind the lower lip.
    light = shade[own] * np.clip(1 - (np.abs(points[own, 0]) - 0.015) / 0.012, 0.32, 1)
    light = light * np.where(np.isin(own, base.group_vertices(_LOWER)), 0.35, 1)
    normals = _outer_normals(points, triangles)[own]
    return Part(
        name="teeth",
        material=Material(name="teeth", texture=_teeth_picture(shape), roughness=0.25),
        positions=points[own],
        normals=normals,
        triangles=faces,
        uv=own_square(base.uv[own_uv] * [1, -1] + [0, 1]),
        weights=skeleton.weights[own],
        shade=light,
        morphs=_dimmed(morphs_of(points, triangles, morphs, own), normals, _TEETH_DIMMED),
    )


def _outer_normals(points: Floats, triangles: Ints) -> Floats:
    """Normals (V, 3) of what one sees of two arches: those of the outer faces alone, or the biting
    edges, which faces behind share, would turn away from the light and be grey."""
    normals = vertex_normals(points, triangles)
    middle = np.array([0.0, 0.0, points[np.unique(triangles), 2].min()])
    a, b, c = points[triangles].transpose(1, 0, 2)
    outward = (np.cross(b - a, c - a) * ((a + b + c) / 3 - middle) * [1, 0, 1]).sum(1) > 0
    outer = vertex_normals(points, triangles[outward])
    ids = np.unique(triangles[outward])
    normals[ids] = outer[ids]
    return normals


def _tongue(shape: Shape, skeleton: Skeleton) -> Part:
    base = shape.base
    group = base.groups[_TONGUE]
    ids = base.group_vertices(_TONGUE)
    everywhere = np.isin(np.arange(len(shape.positions)), ids)
    stencil, triangles, corners, places = split_smoothly(
        shape.positions,
        group.vertices,
        group.corners,
        base.uv,
        longest=_LONGEST_EDGE,
        where=everywhere,
    )
    points = np.asarray(stencil @ shape.positions) + _MOVED[_TONGUE]
    own, own_uv, faces = split_corners(triangles, corners)
    morphs = {name: np.asarray(stencil @ offsets) for name, offsets in shape.morphs.items()}
    for name, way in _TONGUE_BACK.items():
        morphs[name] = np.tile(np.array(way), (len(points), 1))
    depth = points[:, 2] - points[own, 2].min()
    ahead = np.clip(depth / depth[own].max(), 0, 1)
    back = np.clip((depth[own].max() - depth) / _BACK_FROM, 0, 1)[:, None]
    morphs["jawOpen"] = morphs["jawOpen"] + _TONGUE_DROP + back**2 * _BACK_DROP
    # The blade rises before the tip comes out: so a little of it is an l.
    out = morphs["tongueOut"] + np.stack([ahead, np.sqrt(ahead), ahead], 1) * _TONGUE_OUT
    out[:, 1] -= _TONGUE_BENDS * ahead**6
    morphs["tongueOut"] = out
    normals = vertex_normals(points, triangles)[own]
    return Part(
        name="tongue",
        material=Material(name="tongue", colour=(0.46, 0.135, 0.125, 1), roughness=0.4),
        positions=points[own],
        normals=normals,
        triangles=faces,
        uv=places[own_uv] * [1, -1] + [0, 1],
        weights=np.asarray(stencil @ skeleton.weights).clip(0)[own],
        shade=_tongue_relief(points[own]),
        morphs=_dimmed(morphs_of(points, triangles, morphs, own), normals, _TONGUE_DIMMED),
    )


def _dimmed(
    morphs: dict[str, tuple[Floats, Floats]], normals: Floats, shares: dict[str, float]
) -> dict[str, tuple[Floats, Floats]]:
    """The morphs, with less light between rounded lips. normals (N, 3) at rest."""
    still = np.zeros_like(normals)
    out = dict(morphs)
    for name, share in shares.items():
        moved, turned = morphs.get(name, (still, still))
        out[name] = (moved, turned + share * (_SHADED - normals))
    return out


def _tongue_relief(points: Floats) -> Floats:
    """Light (N,) on a tongue: less in the furrow along its middle, at its edges and the deeper it
    lies in the mouth."""
    half = np.abs(points[:, 0]).max()
    deep = points[:, 2].max() - points[:, 2]
    aside = np.abs(points[:, 0]) / half
    furrow = 0.22 * np.exp(-((aside / 0.13) ** 2))
    return np.asarray(
        (1 - furrow) * (1 - 0.45 * aside**4) * (0.12 + 0.68 * np.exp(-deep / _DARKENS))
    )


def _teeth_picture(shape: Shape) -> Bytes:
    base = shape.base
    rows = [base.groups[name] for name in (_UPPER, _LOWER)]
    uv = np.concatenate([base.uv[row.corners] for row in rows]) * [1, -1] + [0, 1]
    return teeth_texture(
        own_square(uv),
        shape.positions[np.concatenate([row.vertices for row in rows])],
        upper=np.repeat([True, False], [len(row.vertices) for row in rows]),
    )
