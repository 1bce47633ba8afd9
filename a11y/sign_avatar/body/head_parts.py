"""Skin of head, neck and hands, and the lashes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from a11y.sign_avatar.body.atlas import HEAD, LIMBS, bake, bleed, remap
from a11y.sign_avatar.body.hairline import Hairline
from a11y.sign_avatar.body.landmarks import SIDES, hand_axes, unit
from a11y.sign_avatar.body.lips import finer_skin
from a11y.sign_avatar.body.mesh import BODY_VERTICES, Floats, Ints, vertex_normals
from a11y.sign_avatar.body.paint import Face, paint_head
from a11y.sign_avatar.body.paint_hands import paint_limbs
from a11y.sign_avatar.body.paint_neck import measure_neck
from a11y.sign_avatar.body.parts import Material, Part, morphs_of, split_corners
from a11y.sign_avatar.body.regions import sample_mask
from a11y.sign_avatar.body.rims import Mouth, lower_share
from a11y.sign_avatar.body.shape import Shape, eye_centre
from a11y.sign_avatar.body.signers import Signer
from a11y.sign_avatar.body.skeleton import Skeleton
from a11y.sign_avatar.body.source import Source

_UNDER_COLLAR = (-0.012, -0.008, -0.002, 0.006, 0.018), (0.0, 0.0025, 0.0075, 0.012, 0.022)
"""Metres outwards from where the collar, 20 mm high, is sewn on, and how far skin has drawn back
there: collar and shoulder slide over the neck."""
_SHOULDER = 0.042, 0.058  # metres from the middle between which the neck becomes the shoulder
_NECKLINE = 0.016  # metres on both sides of the seam where the skin is finer
_CHIN = 0.032  # metres from the mouth down to the chin
_FAR = 0.05  # metres from the seam beyond which it does not matter how far
HEAD_TEXELS, LIMB_TEXELS = 2048, 1024
_BARE = 0.13  # share of a lid, at its inner corner, where no lashes grow


def measure_face(
    shape: Shape, skeleton: Skeleton, lips: NDArray[np.bool_], mouth: Mouth, *, manly: float
) -> Face:
    """Where the painted features sit on this face."""
    skin = shape.positions[:BODY_VERTICES]
    eye = eye_centre(shape, "L")
    lip = skin[lips[:BODY_VERTICES]]
    # The mouth's corners lie at the height where upper and lower lip meet.
    wide = lip[np.abs(lip[:, 0]) > 0.9 * np.abs(lip[:, 0]).max()]
    centre = skin[np.abs(skin[:, 0]) < 0.006]
    face = centre[(centre[:, 1] < eye[1]) & (centre[:, 1] > lip[:, 1].max() + 0.002)]
    nose = face[face[:, 2].argmax()]
    return Face(
        eye=eye,
        mouth=np.array([0.0, float(wide[:, 1].mean()), float(lip[:, 2].max())]),
        mouth_half=float(np.abs(lip[:, 0]).max()),
        seam=np.abs(mouth.upper_rim[np.argsort(np.abs(mouth.across)), :2]),
        nose=nose,
        brow=float(skeleton.points["oculi01.L"][1] - eye[1]) - 0.0035,
        lash_roots=_lash_roots(shape, row="2"),
        lower_lid=_lash_roots(shape, row="1"),
        neck=measure_neck(skeleton, chin=float(wide[:, 1].mean()) - _CHIN, manly=manly),
    )


def _lash_roots(shape: Shape, *, row: str) -> Floats:
    """Points (N, 3) along the edges of the lower (row 1) or upper (2) lids, a quarter of a
    millimetre apart."""
    tree = cKDTree(shape.positions[:BODY_VERTICES])
    roots = []
    for side in "lr":
        points = shape.positions[shape.base.group_vertices(f"helper-{side}-eyelashes-{row}")]
        away, skin = tree.query(points)
        edge = shape.positions[np.unique(skin[away < 0.25 * away.max()])]
        # The data's edge has steps; a closed lid would show them as a wavering line.
        near, far = np.sort(np.abs(edge[:, 0]))[[0, -1]]
        inner = near + _BARE * (far - near)
        along = np.linspace(inner, far, 140)
        aside = np.abs(edge[:, 0])
        y, z = (np.polynomial.Polynomial.fit(aside, edge[:, k], 5)(along) for k in (1, 2))
        roots.append(np.stack([np.sign(edge[0, 0]) * along, y, z], 1))
    return np.concatenate(roots)


def finer_neckline(
    shape: Shape, skeleton: Skeleton, field: Floats, *values: Floats
) -> tuple[Shape, Skeleton, tuple[Floats, ...]]:
    """The skin with more points along the neckline, so that it can draw back close below it.
    Returns field (V,) first among the values, see ``lips.finer_skin``."""
    # Far from the seam the field has steps, beside which new points would count as covered.
    field = np.clip(field, -_FAR, _FAR)
    near = skeleton.share("neck", "spine", "clavicle") > 0.5
    near &= np.abs(field) < _NECKLINE
    near &= np.abs(shape.positions[:, 0]) > _SHOULDER[0]
    near[np.setdiff1d(np.arange(len(near)), shape.base.groups["body"].vertices)] = False
    for _ in range(2):  # an edge is halved once a round
        shape, skeleton, (field, reach, *rest) = finer_skin(
            shape, skeleton, field, near.astype(float), *values, where=near, longest=0.009
        )
        near, values = reach > 0.5, tuple(rest)
    return shape, skeleton, (field, *values)


def visible_skin(shape: Shape, skeleton: Skeleton, field: Floats) -> NDArray[np.bool_]:
    """Triangles (T,) of the skin that the top does not hide (with a seam's breadth below it)."""
    triangles = shape.base.groups["body"].vertices
    corners = field[triangles]
    margin = np.where(
        skeleton.share("neck", "spine", "clavicle")[triangles].mean(1) > 0.5, 0.010, 0.03
    )
    shown = (corners < margin[:, None]).any(1)
    low = skeleton.head("upperleg01.L")[1]
    return np.asarray(shown & (shape.positions[triangles][:, :, 1].min(1) > low - 0.2))


def _island_part(
    name: str,
    material: Material,
    shape: Shape,
    skeleton: Skeleton,
    picked: NDArray[np.bool_],
    corner_uv: Floats,
    shade: Floats,
    field: Floats,
    *,
    morphing: bool,
) -> Part:
    body = shape.base.groups["body"]
    triangles = body.vertices[picked]
    flat = corner_uv[picked].reshape(-1, 2)
    _, first, inverse = np.unique(
        np.round(np.concatenate([triangles.reshape(-1, 1), flat * 1e6], 1)),
        axis=0,
        return_index=True,
        return_inverse=True,
    )
    own = triangles.ravel()[first]
    # Skin under the cloth draws back a little, or it would show through when a joint bends; more
    # where a raised shoulder slides under the collar. At the wrist it hardly may, or one would see
    # into the cuff when the hand bends.
    arm = skeleton.share("lowerarm", "wrist")[own]
    hidden = np.clip((field[own] - 0.003) / 0.007, 0, 1) * (0.010 - 0.0088 * arm)
    aside = np.interp(np.abs(shape.positions[own, 0]), _SHOULDER, (0, 1)) * (1 - arm)
    hidden += aside * (np.interp(field[own], *_UNDER_COLLAR) - hidden)
    return Part(
        name=name,
        material=material,
        positions=shape.positions[own] - hidden[:, None] * shape.normals[own],
        normals=shape.normals[own],
        triangles=inverse.reshape(-1, 3),
        uv=flat[first],
        weights=skeleton.weights[own],
        shade=shade[own],
        morphs=morphs_of(shape.positions, body.vertices, shape.morphs, own) if morphing else {},
    )


def _knuckles(skeleton: Skeleton) -> Floats:
    """Finger joints (K, 7): centre, radius of the flesh, direction of the bone."""
    rows = []
    for side in "LR":
        for n in range(1, 6):
            for k in (1, 2, 3):
                head = skeleton.head(f"finger{n}-{k}.{side}")
                bone = unit(skeleton.tail(f"finger{n}-{k}.{side}") - head)
                rows.append([*head, 0.010 if k > 1 else 0.013, *bone])
    return np.asarray(rows)


def _palms(shape: Shape, skeleton: Skeleton) -> Floats:
    """Share (V,) to which the skin faces the way of the palm."""
    out = np.zeros(len(shape.positions))
    hand = skeleton.share("wrist", "finger", "metacarpal")
    for side, sign in SIDES:
        _, palmar, _ = hand_axes(skeleton, side)
        own = (shape.positions[:, 0] * sign > 0) & (hand > 0.3)
        out[own] = np.clip(shape.normals[own] @ palmar, 0, 1) * np.clip(hand[own] * 2 - 0.6, 0, 1)
    return out


def skin_parts(
    source: Source,
    signer: Signer,
    shape: Shape,
    skeleton: Skeleton,
    hairline: Hairline,
    face: Face,
    field: Floats,
    shade: Floats,
) -> list[Part]:
    """Head, neck, hands (painted) and the inside of mouth and sockets (plain, dark)."""
    body = shape.base.groups["body"]
    uv = shape.base.uv[body.corners]
    down = np.stack([uv[..., 0], 1 - uv[..., 1]], -1)
    shown = visible_skin(shape, skeleton, field)
    head_uv, in_head = remap(down, HEAD)
    limb_uv, in_limbs = remap(down, LIMBS)

    def masked(
        uv_in: Floats,
        picked: NDArray[np.bool_],
        size: int,
        names: tuple[str, ...],
        *given: Floats,
    ) -> Floats:
        """Laid into an atlas: place, values (V,) per vertex, then the UV masks, then coverage."""
        triangles = body.vertices[picked]
        corner = np.arange(triangles.size).reshape(-1, 3)
        flat = triangles.ravel()
        values = np.concatenate(
            [
                shape.positions[flat],
                *(value[flat][:, None] for value in given),
                down[picked].reshape(-1, 2),
            ],
            axis=1,
        )
        picture, covered = bake(size, uv_in[picked], corner, values)
        layers = [picture[..., :-2]]
        for name in names:
            place = np.stack([picture[..., -2].ravel(), 1 - picture[..., -1].ravel()], 1)
            layers.append(
                sample_mask(source.mask(f"mpfb_{name}.jpg"), place).reshape(size, size, 1)
            )
        return np.concatenate([*layers, covered[..., None].astype(np.float32)], -1).astype(
            np.float32
        )

    drop = -shape.morphs["jawOpen"][:, 1]
    masks = ("lips", "eyelids", "ears", "inside-mouth")
    h = masked(head_uv, shown & in_head, HEAD_TEXELS, masks, shade, lower_share(drop, drop.max()))
    picture = paint_head(
        signer, face, hairline, h[..., :3], shade=h[..., 3], lower=h[..., 4], lips=h[..., 5],
        lids=h[..., 6], ears=h[..., 7], inner_mouth=h[..., 8],
    )  # fmt: skip
    head_texture = bleed((picture * 255).astype(np.uint8), h[..., -1] > 0.5)
    palms = _palms(shape, skeleton)
    limbs = masked(limb_uv, shown & in_limbs, LIMB_TEXELS, ("fingernails",), palms)
    picture = paint_limbs(
        signer,
        limbs[..., :3],
        nails=limbs[..., 4],
        palm=limbs[..., 3],
        joints=_knuckles(skeleton),
        neck=face.neck,
    )
    limb_texture = bleed((picture * 255).astype(np.uint8), limbs[..., -1] > 0.5)
    skin_head = Material(name="skin_head", texture=head_texture, roughness=0.5)
    skin = Material(name="skin", texture=limb_texture, roughness=0.52)
    mouth = Material(name="mouth", colour=(0.16, 0.035, 0.032, 1), roughness=0.4)
    rest = shown & ~in_head & ~in_limbs & (skeleton.share("head")[body.vertices].mean(1) > 0.5)
    neck = in_limbs & (
        skeleton.share("wrist", "finger", "metacarpal", "lowerarm")[body.vertices].mean(1) < 0.3
    )
    args = (shape, skeleton)
    return [
        _island_part(
            "face", skin_head, *args, shown & in_head, head_uv, shade, field, morphing=True
        ),
        _island_part("neck", skin, *args, shown & neck, limb_uv, shade, field, morphing=True),
        _island_part(
            "hands", skin, *args, shown & in_limbs & ~neck, limb_uv, shade, field, morphing=False
        ),
        _island_part("mouth", mouth, *args, rest, limb_uv, shade * 0.6, field, morphing=True),
    ]


def lashes(shape: Shape, skeleton: Skeleton) -> Part:
    """Upper lashes full, lower ones a breath; opacity falls from root to tip."""
    base = shape.base
    material = Material(
        name="lash", colour=(0.03, 0.018, 0.014, 1), roughness=0.9, blend=True, double_sided=True
    )
    tree = cKDTree(shape.positions[:BODY_VERTICES])
    triangles, corners, strength = [], [], np.zeros(len(shape.positions))
    for side in "lr":
        for row, share in (("1", 0.12), ("2", 0.92)):  # 1: lower lid, 2: upper lid
            group = base.groups[f"helper-{side}-eyelashes-{row}"]
            triangles.append(group.vertices)
            corners.append(group.corners)
            ids = np.unique(group.vertices)
            away = tree.query(shape.positions[ids])[0]
            strength[ids] = share * np.clip(1 - away / away.max(), 0.0, 1) ** 2
    faces: Ints = np.concatenate(triangles)
    own, own_uv, local = split_corners(faces, np.concatenate(corners))
    return Part(
        name="lashes",
        material=material,
        positions=shape.positions[own],
        normals=vertex_normals(shape.positions, faces)[own],
        triangles=local,
        uv=base.uv[own_uv] * [1, -1] + [0, 1],
        weights=skeleton.weights[own],
        shade=np.ones(len(own)),
        alpha=strength[own],
        morphs=morphs_of(shape.positions, faces, shape.morphs, own),
    )
