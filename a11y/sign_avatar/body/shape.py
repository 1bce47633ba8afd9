"""A signer's recipe applied to the base mesh: metres, Y up, feet at Y = 0, facing +Z.

The macro targets are mixed as MakeHuman does: age between "young" (25) and "old" (90), muscle and
weight between min, average and max.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import PurePosixPath

import numpy as np

from a11y.sign_avatar.body.mesh import (
    BODY_VERTICES,
    BaseMesh,
    Floats,
    read_target,
    smoother,
    vertex_normals,
)
from a11y.sign_avatar.body.signers import Signer
from a11y.sign_avatar.body.source import Source

_DM = 0.1
_TARGETS = "mpfb2/targets/"
_FACE = "faceunits01/targets/faceunits/"
_ROUGH = {
    "cheekPuff": 14,
    "browOuterUpLeft": 14,
    "browOuterUpRight": 14,
    "mouthRollLower": 3,
    "mouthSmileLeft": 8,
    "mouthSmileRight": 8,
    "mouthStretchLeft": 4,
    "mouthStretchRight": 4,
}
_STRONGER = {
    "cheekPuff": 2.2,
    "browInnerUp": 1.5,
    **{
        f"{name}{side}": factor
        for side in ("Left", "Right")
        for name, factor in (
            ("browOuterUp", 1.35),
            ("browDown", 1.15),
            ("eyeWide", 1.25),
            ("mouthFrown", 1.4),
            ("noseSneer", 1.5),
        )
    },
}
"""Morphs too faint to be read at the size of a film."""
_HOLLOW, _HOLLOW_FROM = 0.75, (0.022, 0.040)
"""A dimple draws the cheek in, or sucked cheeks would be a small mouth and nothing else: by this
share of what puffing puts out, growing between these metres from the middle."""


@dataclass(frozen=True, eq=False)
class Shape:
    """base: the mesh with ``positions`` (V, 3) in metres; normals (V, 3) of the skin;
    morphs: ARKit name → offsets (V, 3) in metres."""

    base: BaseMesh
    normals: Floats
    morphs: dict[str, Floats]

    @property
    def positions(self) -> Floats:
        return self.base.positions


def _three(value: float, low: str, mid: str, high: str) -> list[tuple[str, float]]:
    if value < 0.5:
        pair = [(low, 1 - 2 * value), (mid, 2 * value)]
    else:
        pair = [(mid, 2 - 2 * value), (high, 2 * value - 1)]
    return [(name, share) for name, share in pair if share > 0]


def _macro_targets(signer: Signer) -> Iterator[tuple[str, float]]:
    genders = [("female", 1 - signer.gender), ("male", signer.gender)]
    old = (signer.age - 25) / 65
    ages = [("young", 1 - old), ("old", old)]
    muscles = _three(signer.muscle, "minmuscle", "averagemuscle", "maxmuscle")
    weights = _three(signer.weight, "minweight", "averageweight", "maxweight")
    for (sex, share), (age, years) in product(genders, ages):
        for race, part in signer.races.items():
            yield f"macrodetails/{race}-{sex}-{age}", share * years * part
        for (muscle, m), (weight, w) in product(muscles, weights):
            build = f"{sex}-{age}-{muscle}-{weight}"
            amount = share * years * m * w
            yield f"macrodetails/universal-{build}", amount
            yield f"macrodetails/proportions/{build}-idealproportions", 0.7 * amount


def make_shape(source: Source, base: BaseMesh, signer: Signer) -> Shape:
    """Shape of that signer."""
    count = len(base.positions)
    positions = base.positions.copy()
    for name, amount in [*_macro_targets(signer), *signer.targets.items()]:
        member = f"{_TARGETS}{name}.target.gz"
        if amount > 1e-6 and source.has(member):
            positions += amount * read_target(source, member, count)
    for name, amount in signer.expression.items():
        positions += amount * read_target(source, f"{_FACE}{name}.target", count)
    positions[:, 1] -= positions[:BODY_VERTICES, 1].min()
    positions *= _DM
    normals = vertex_normals(positions, base.groups["body"].vertices)
    morphs = {
        PurePosixPath(name).stem: _DM * read_target(source, name, count)
        for name in source.names(_FACE)
        if name.endswith(".target")
    }
    for name, rounds in _ROUGH.items():
        morphs[name] = _even(morphs[name], base, rounds=rounds)
    for name, factor in _STRONGER.items():
        morphs[name] = factor * morphs[name]
    for side, sign in (("Left", 1.0), ("Right", -1.0)):
        low, high = _HOLLOW_FROM
        share = np.clip((sign * positions[:, :1] - low) / (high - low), 0, 1)
        hollow = _HOLLOW * share * share * (3 - 2 * share) * morphs["cheekPuff"]
        morphs[f"mouthDimple{side}"] = morphs[f"mouthDimple{side}"] - hollow
    return Shape(replace(base, positions=positions), normals, morphs)


def _even(offsets: Floats, base: BaseMesh, *, rounds: int) -> Floats:
    """Offsets (V, 3) of a morph whose skin would shade in blotches or whose lips would be a
    polygon, evened out over the skin and as strong as before."""
    average = smoother(len(offsets), base.groups["body"].vertices)
    skin = np.asarray(average.sum(1)).ravel()[:, None] > 0
    strength = np.linalg.norm(offsets)
    for _ in range(rounds):
        offsets = np.where(skin, 0.4 * offsets + 0.6 * (average @ offsets), offsets)
    return offsets * (strength / np.linalg.norm(offsets))


def eye_centre(shape: Shape, side: str) -> Floats:
    """Centre (3,) of the eyeball helper, side ``L`` or ``R``."""
    ids = shape.base.group_vertices(f"helper-{side.lower()}-eye")
    centre: Floats = np.asarray(shape.positions[ids].mean(0))
    return centre
