"""A signer's hair: a shell that grows out of the hairline (``hair_shell``), over it what falls from
the parting (``hair_bob``), and the picture of strands that both bear.
"""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter, gaussian_filter1d

from a11y.sign_avatar.body.hair_bob import bob
from a11y.sign_avatar.body.hair_locks import Sheet
from a11y.sign_avatar.body.hair_shell import shell
from a11y.sign_avatar.body.hair_skull import skull_of
from a11y.sign_avatar.body.hairline import Hairline
from a11y.sign_avatar.body.mesh import Floats, Ints, vertex_normals
from a11y.sign_avatar.body.parts import Bytes, Material, Part
from a11y.sign_avatar.body.signers import Colour, Signer

_MIDDLE = np.array([0, 0.028, -0.005])
"""Metres from the middle of the head at the eyes' height to where hair is measured from."""
_GREYS = 42  # years
_LENGTHS = {"bob": 1, "short": 5}
"""Hairs that follow each other between hairline and crown."""


def hair_texture(colour: Colour, *, grey: float = 0.0, lengths: int = 1, size: int = 512) -> Bytes:
    """Strands along v (root at v = 0, tip at 1) as RGBA; alpha frays at both ends.

    grey: share of the hairs that are silver; lengths: how many hairs follow each other from root to
    tip, of which none begins beside another. Strands differ in lightness and in warmth, wander a
    little, and are darker at the root."""
    rng = np.random.default_rng(17)

    def strands(breadth: float) -> Floats:
        raw = gaussian_filter1d(rng.random(size), breadth, mode="wrap")
        return np.asarray((raw - raw.mean()) / raw.std())

    v = (np.arange(size) / size)[:, None]
    wander = 3.0 * np.sin(2 * np.pi * (1.2 * v + rng.random())) + 2.0 * np.sin(9 * v)
    column = (np.arange(size)[None, :] + wander).astype(int) % size
    if lengths > 1:
        begun = np.floor(lengths * v + np.random.default_rng(19).random(size)[column])
        column = (column + begun.astype(int) * 151) % size
    fine, broad, warm = strands(0.6)[column], strands(5)[column], strands(9)[column]
    cloud = gaussian_filter(rng.standard_normal((size, size)), (50, 2.5), mode="wrap")
    cloud = (cloud / cloud.std())[np.arange(size)[:, None], column]
    tone = 1.0 + 0.085 * fine + 0.075 * broad + 0.06 * cloud
    tone *= 0.86 + 0.22 * np.clip(v / 0.35, 0, 1)
    tint = 1 + 0.045 * (grey == 0) * warm[..., None] * np.array([1.0, 0.3, -0.6])
    picture = np.asarray(colour, float) * np.clip(tone, 0.4, 1.7)[..., None] * tint
    if grey:
        # Silver hairs stand single among the others, in some places more than in others.
        share = grey * (1 + 0.35 * strands(14)[column])
        silver = np.clip((share - rng.random(size)[column]) / 0.4, 0, 1)
        silver = 0.55 * silver * np.clip(0.75 + 0.25 * cloud, 0, 1)
        bright = np.array([138, 136, 134]) * (1 + 0.08 * fine)[..., None]
        picture = picture * (1 - silver[..., None]) + bright * silver[..., None]
    start = 0.018 * rng.random(size)[None, :] + 0.014 * gaussian_filter1d(
        rng.random(size), 2, mode="wrap"
    )
    end = 0.030 * gaussian_filter1d(rng.random(size), 1.5, mode="wrap") + 0.012 * rng.random(size)
    alpha = np.clip((v - start) / 0.012, 0, 1) * np.clip((1 - end[column] - v) / 0.012 + 1, 0, 1)
    out = np.concatenate([picture, alpha[..., None] * 255], -1)
    return np.asarray(out.clip(0, 255), np.uint8)


def hair_parts(
    signer: Signer,
    hairline: Hairline,
    positions: Floats,
    skull: Ints,
    *,
    joints: int,
    head: int,
) -> list[Part]:
    """Hair of that signer. ``skull`` (T, 3): triangles of the head without the ears; ``joints`` and
    ``head``: number of joints and the one that carries the hair."""
    centre = hairline.centre + _MIDDLE
    reach = skull_of(positions, skull, centre)
    sheets = [shell(reach, hairline, centre)]
    if hairline.style == "bob":
        sheets += bob(reach, centre, hairline.centre[1])
    # One part, because the order of its triangles decides what is blended over what.
    offsets = np.cumsum([0, *(len(sheet.positions) for sheet in sheets[:-1])])
    turned = [_turned(sheet, centre) for sheet in sheets]
    count = sum(len(sheet.positions) for sheet in sheets)
    weights = np.zeros((count, joints))
    weights[:, head] = 1
    return [
        Part(
            name="hair",
            material=Material(
                name="hair",
                texture=hair_texture(
                    signer.hair_colour,
                    grey=0.35 * (signer.age > _GREYS),
                    lengths=_LENGTHS[hairline.style],
                ),
                roughness=0.45,
                blend=True,
                double_sided=True,
            ),
            positions=np.concatenate([sheet.positions for sheet in sheets]),
            normals=np.concatenate([normals for _, normals in turned]),
            triangles=np.concatenate(
                [faces + at for (faces, _), at in zip(turned, offsets, strict=True)]
            ),
            uv=np.concatenate([sheet.uv for sheet in sheets]),
            weights=weights,
            shade=np.concatenate([sheet.shade for sheet in sheets]),
            alpha=np.concatenate([sheet.alpha for sheet in sheets]),
        )
    ]


def _turned(sheet: Sheet, centre: Floats) -> tuple[Ints, Floats]:
    """Triangles and normals that face away from ``centre``, or towards it, as the sheet does.
    Points that fall together share their normal."""
    normals = vertex_normals(sheet.positions, sheet.triangles)
    _, same = np.unique(np.round(sheet.positions, 6), axis=0, return_inverse=True)
    joined = np.zeros((same.max() + 1, 3))
    np.add.at(joined, same.ravel(), normals)
    normals = joined[same.ravel()]
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    outwards = (normals * (sheet.positions - centre)).sum() > 0
    if outwards == sheet.inside:
        return sheet.triangles[:, ::-1], -normals
    return sheet.triangles, normals
