"""The top's cloth: a fine knit with the seams it is sewn with and the folds it hangs in, and a rib.

Seams and folds are painted as a function of the place on the body (metres, at rest), like the skin:
the trunk hardly bends, so light that its folds catch may be painted. Sleeves fold by themselves
(``sleeves``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter

from a11y.sign_avatar.body.atlas import bake, bleed
from a11y.sign_avatar.body.landmarks import SIDES, unit
from a11y.sign_avatar.body.mesh import Floats, Ints
from a11y.sign_avatar.body.parts import Bytes, Material
from a11y.sign_avatar.body.signers import Colour, Signer
from a11y.sign_avatar.body.skeleton import Skeleton

Picture = NDArray[Any]

_TEXELS = 1024
_TO_LAMP = unit(np.array([-0.42, 0.58, 0.30]))
_STEP = 0.004  # metres towards the lamp over which a fold's slope is taken
_SLOPE = 1.2  # how much lighter cloth is that rises by one away from the lamp
_SEAM = 0.0011  # metres
_ARMHOLE = -0.006
"""Metres from the shoulder joint, outwards, where the sleeve is set in."""
_DARK = (0.09, 0.09, 0.09, 1.0)
"""Linear base colour: dark cloth keeps all steps of eight bits, and light on it does not run out of
them."""

# Folds of the trunk: from and to, each as share of half the shoulders' breadth aside (for both
# sides) and share of the height from waist (0) to shoulder (1); bow in metres, breadth in metres,
# depth in millimetres.
_FOLDS = (  # they run out from where the waist is narrowest
    ((0.99, -0.02), (0.42, 0.10), 0.012, 0.0090, 1.3),
    ((0.98, -0.07), (0.20, -0.19), 0.024, 0.0100, 2.0),
    ((0.98, -0.14), (0.46, -0.42), 0.016, 0.0100, 1.6),
)


@dataclass(frozen=True, eq=False, kw_only=True)
class _Cut:
    """Places the pattern goes by: shoulder joints and ways of the upper arms by side (+1 left),
    waist height, Z between front and back; seed: no two tops hang alike."""

    shoulders: dict[float, tuple[Floats, Floats]]
    waist: float
    depth: float
    seed: int


def _measured(skeleton: Skeleton, positions: Floats, *, seed: int) -> _Cut:
    shoulders = {}
    for side, sign in SIDES:
        shoulder, elbow = (skeleton.head(f"{n}.{side}") for n in ("upperarm01", "lowerarm01"))
        # The seam leans towards the neck, between the arm's way and straight aside.
        shoulders[sign] = shoulder, unit(unit(elbow - shoulder) * [1, 0.45, 1])
    waist = float(skeleton.head("spine03")[1] + skeleton.head("spine02")[1]) / 2
    trunk = positions[np.abs(positions[:, 0]) < 0.1]
    return _Cut(shoulders=shoulders, waist=waist, depth=float(np.median(trunk[:, 2])), seed=seed)


def _relief(where: Picture, cut: _Cut) -> Picture:
    """Height (N,) in metres of the trunk's folds at places (N, 3)."""
    out = np.zeros(len(where))
    steps = np.linspace(0, 1, 40)[:, None]
    for sign, (shoulder, _) in cut.shoulders.items():
        high = shoulder[1] - cut.waist
        for number, (start, end, bow, broad, depth) in enumerate(_FOLDS):
            # Left and right are not each other's mirror image, front and back neither.
            for face in (1.0, -1.0):
                rng = np.random.default_rng(cut.seed + 10 * number + int(sign + 3 * face))
                a, b = (
                    np.array([abs(shoulder[0]) * x, cut.waist + high * y]) + rng.normal(0, 0.014, 2)
                    for x, y in (start, end)
                )
                aside = np.array([b[1] - a[1], a[0] - b[0]])
                aside /= np.linalg.norm(aside)
                curve = a + steps * (b - a) + aside * bow * np.sin(np.pi * steps)
                away = where[:, :2] * [sign, 1]
                mine = (where[:, 2] - cut.depth) * face > 0
                near = mine & (
                    (away > curve.min(0) - 3 * broad) & (away < curve.max(0) + 3 * broad)
                ).all(1)
                off = np.linalg.norm(away[near][:, None] - curve[None], axis=2)
                k = off.argmin(1)
                across = off[np.arange(len(k)), k] / broad
                ends = np.sin(np.pi * np.clip(0.04 + 0.92 * steps[k, 0], 0, 1)) ** 0.8
                ridge = np.exp(-(across**2)) - 0.5 * np.exp(-(((across - 1.8) / 0.9) ** 2))
                ends = ends * np.clip((1 - steps[k, 0]) / 0.6, 0, 1) ** 0.7  # lost in the middle
                # What hangs in front ends at the sides, where other folds begin.
                ends *= np.clip(np.abs(where[near, 2] - cut.depth) / 0.03, 0, 1)
                out[near] += 1e-3 * depth * rng.uniform(0.45, 1.2) * ends * ridge
    return out


def _seams(where: Picture, cut: _Cut) -> tuple[Picture, Picture]:
    """Two shares (N,): of the seams' dark line, and of the cloth beside them that they draw in."""
    line, drawn = np.zeros(len(where)), np.zeros(len(where))
    for sign, (shoulder, way) in cut.shoulders.items():
        own = where[:, 0] * sign > 0
        off = where - shoulder
        set_in = off @ way - _ARMHOLE
        near = own * np.clip((0.135 - np.linalg.norm(off, axis=1)) / 0.05, 0, 1)
        # From the neck to the armhole the shoulders are sewn together.
        top = own & (set_in < 0) & (off[:, 1] > -0.02)
        for mask, away in (
            (near, set_in),
            (top, off[:, 2] - 0.004),
        ):
            line = np.maximum(line, mask * np.exp(-((away / _SEAM) ** 2)))
            drawn = np.maximum(drawn, mask * np.exp(-(((np.abs(away) - 0.0042) / 0.003) ** 2)))
    return line, drawn


def knit(
    signer: Signer, skeleton: Skeleton, positions: Floats, triangles: Ints, corner_uv: Floats
) -> Material:
    """Jersey over MakeHuman's own layout. positions (N, 3) and triangles (T, 3) of the sheet,
    corner_uv (T, 3, 2) with v upwards."""
    size = _TEXELS
    down = np.stack([corner_uv[..., 0], 1 - corner_uv[..., 1]], -1)
    picture, covered = bake(size, down, triangles, positions)
    where = picture[covered].astype(float)
    cut = _measured(skeleton, positions, seed=1000 * round(signer.age))
    slope = (_relief(where, cut) - _relief(where + _STEP * _TO_LAMP, cut)) / _STEP
    line, drawn = _seams(where, cut)
    rng = np.random.default_rng(41)
    grain = gaussian_filter(rng.standard_normal((size, size)), 0.7, mode="wrap")
    cloud = gaussian_filter(rng.standard_normal((size, size)), 24, mode="wrap")
    tone = 1 + 0.03 * grain / grain.std() + 0.02 * cloud / cloud.std()
    tone[covered] *= np.clip(1 + _SLOPE * slope, 0.5, 2.0) * (1 - 0.30 * line) * (1 + 0.10 * drawn)
    return Material(
        name="cloth",
        texture=bleed(_coloured(signer.garment, tone), covered),
        colour=_DARK,
        roughness=0.9,
        double_sided=True,
    )


def _coloured(colour: Colour, tone: Picture) -> Bytes:
    """sRGB picture (H, W, 3), lighter than the cloth by what ``_DARK`` makes darker again."""
    picture = np.asarray(colour, float)[None, None] * tone[..., None] / np.sqrt(_DARK[0])
    return np.asarray(picture.clip(0, 255), np.uint8)


def rib(colour: Colour, *, size: int = 64) -> Material:
    """One rib in u; repeats."""
    u = np.arange(size) / size
    wale = 0.80 + 0.38 * np.sin(np.pi * u) ** 2
    tone = np.repeat(wale[None, :], size, 0)
    return Material(
        name="rib",
        colour=_DARK,
        texture=_coloured(colour, tone),
        roughness=0.9,
        double_sided=True,
    )
