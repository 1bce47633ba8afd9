"""Flesh as capsules, fitted to the mesh, so that motion can keep hands out of body and head."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from a11y.sign_avatar.body.mesh import BODY_VERTICES, Floats
from a11y.sign_avatar.body.rig import Capsule
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton

_BESIDE = 0.008  # metres beside a metacarpal within which the hand's thickness is measured
_ENOUGH = 40  # points of cloth that make a sleeve
_TRUNK = ("spine05", "spine04", "spine03", "spine02", "spine01")


def _distance(points: Floats, start: Floats, end: Floats) -> Floats:
    axis = end - start
    t = np.clip((points - start) @ axis / (axis @ axis), 0, 1)
    away: Floats = np.linalg.norm(points - start - t[:, None] * axis, axis=1)
    return away


def _limb(points: Floats, joint: str, start: Floats, end: Floats) -> Capsule:
    """Capsule along a bone; its radius is the median of the skin's distance from the bone."""
    axis = end - start
    t = (points - start) @ axis / (axis @ axis)
    near = points[(t > 0.1) & (t < 0.9)]
    radius = float(np.median(_distance(near if len(near) else points, start, end)))
    return Capsule(joint=joint, start=start, end=end, radius=radius)


def _up_to_the_tip(limb: Capsule, points: Floats) -> Capsule:
    """The same capsule, its round end where the skin ends instead of beyond it."""
    way = limb.end - limb.start
    way /= np.linalg.norm(way)
    reach = float(((points - limb.start) @ way).max()) - limb.radius
    return Capsule(
        joint=limb.joint, start=limb.start, end=limb.start + reach * way, radius=limb.radius
    )


def _tapering(points: Floats, joint: str, start: Floats, end: Floats) -> Iterator[Capsule]:
    """Two capsules along a bone, as thick as the limb is at either half."""
    middle = (start + end) / 2
    for a, b in ((start, middle), (middle, end)):
        axis = b - a
        t = (points - a) @ axis / (axis @ axis)
        near = points[(t > 0) & (t < 1)]
        radius = float(np.median(_distance(near if len(near) > 8 else points, a, b)))
        yield Capsule(joint=joint, start=a, end=b, radius=radius)


def _slab(points: Floats, joint: str, start: Floats, end: Floats, across: Floats) -> Capsule:
    """Capsule along a metacarpal, in the middle of the hand's thickness along ``across`` (unit)."""
    axis = end - start
    t = (points - start) @ axis / (axis @ axis)
    away = points - start - t[:, None] * axis
    height = away @ across
    beside = np.linalg.norm(away - height[:, None] * across, axis=1)
    low, high = np.quantile(height[(t > 0.1) & (t < 0.9) & (beside < _BESIDE)], (0.1, 0.9))
    shift = across * (low + high) / 2
    return Capsule(joint=joint, start=start + shift, end=end + shift, radius=(high - low) / 2)


def _slice(points: Floats, joint: str, low: float, high: float) -> Capsule:
    """A lying capsule as wide and as deep as the body between two heights."""
    band = points[(points[:, 1] >= low) & (points[:, 1] <= high)]
    half = float(np.abs(band[:, 0]).max())
    front, back = float(band[:, 2].max()), float(band[:, 2].min())
    radius = min((front - back) / 2, half)
    centre = np.array([0.0, (low + high) / 2, (front + back) / 2])
    reach = np.array([half - radius, 0.0, 0.0])
    return Capsule(joint=joint, start=centre - reach, end=centre + reach, radius=radius)


def fit_capsules(
    shape: Shape, skeleton: Skeleton, clothed: Floats, cloth_weights: Floats
) -> tuple[Capsule, ...]:
    """Capsules of one signer. ``clothed`` (N, 3): points of the garment, which is what a hand would
    sink into first; ``cloth_weights`` (N, J): the joints they follow."""
    return tuple(_capsules(shape, skeleton, clothed, cloth_weights))


def _capsules(
    shape: Shape, skeleton: Skeleton, clothed: Floats, cloth_weights: Floats
) -> Iterator[Capsule]:
    skin = shape.positions[:BODY_VERTICES]
    weights = skeleton.weights[:BODY_VERTICES]
    owner = weights.argmax(1)

    def owned(*names: str) -> Floats:
        return skin[np.isin(owner, [skeleton.index(name) for name in names])]

    shoulder = skeleton.head("upperarm01.L")
    inside = clothed[np.abs(clothed[:, 0]) < shoulder[0] + 0.01]
    for joint, above in zip(_TRUNK, (*_TRUNK[1:], "neck01"), strict=True):
        low, high = skeleton.head(joint)[1], skeleton.head(above)[1]
        if joint == "spine01":
            high = shoulder[1] + 0.02
        steps = np.linspace(low, high, 3)
        for a, b in pairwise(steps):
            if ((inside[:, 1] >= a) & (inside[:, 1] <= b)).sum() > 8:
                yield _slice(inside, joint, float(a), float(b))
    yield _limb(
        owned("neck01", "neck02", "neck03"),
        "neck02",
        skeleton.head("neck01"),
        skeleton.head("head"),
    )
    head = owned("head")
    eye = skeleton.head("eye.L")
    brain = head[head[:, 1] > eye[1]]
    centre = np.array([0, eye[1] + 0.03, (brain[:, 2].min() + brain[:, 2].max()) / 2])
    wide = float(np.quantile(np.abs(brain[:, 0]), 0.97))
    deep = (brain[:, 2].max() - brain[:, 2].min()) / 2 - wide
    reach = np.array([0, 0, max(float(deep), 0.0)])
    yield Capsule(joint="head", start=centre - reach, end=centre + reach, radius=wide)
    jaw = head[(head[:, 1] < eye[1] - 0.02) & (np.abs(head[:, 0]) < 0.06)]
    low, high = float(jaw[:, 1].min()), float(eye[1])
    half = float(np.quantile(np.abs(jaw[:, 0]), 0.9))
    front = float(np.quantile(jaw[:, 2], 0.8))
    top = np.array([0, high, front - half])
    bottom = np.array([0, low + half * 0.8, front - half])
    yield Capsule(joint="head", start=top, end=bottom, radius=half)
    sleeve = cloth_weights.argmax(1)
    for side in "LR":
        for first, second, end in (
            ("upperarm01", "upperarm02", "lowerarm01"),
            ("lowerarm01", "lowerarm02", "wrist"),
        ):
            for joint, after in ((first, second), (second, end)):
                bone = f"{joint}.{side}"
                # Long sleeves: what one touches is cloth.
                cloth = clothed[sleeve == skeleton.index(bone)]
                yield from _tapering(
                    cloth if len(cloth) > _ENOUGH else owned(bone),
                    bone,
                    skeleton.head(bone),
                    skeleton.head(f"{after}.{side}"),
                )
        knuckles = [skeleton.head(f"finger{number}-1.{side}") for number in range(2, 6)]
        middle = (knuckles[0] + knuckles[3]) / 2 - skeleton.head(f"wrist.{side}")
        palm = np.cross(middle, knuckles[0] - knuckles[3])
        palm /= np.linalg.norm(palm)
        bones = [f"metacarpal{k}.{side}" for k in range(1, 5)]
        flesh = owned(*bones, f"wrist.{side}")
        for bone, knuckle in zip(bones, knuckles, strict=True):
            yield _slab(flesh, bone, skeleton.head(bone), knuckle, palm)
        for number in range(1, 6):
            for k in (1, 2, 3):
                bone = f"finger{number}-{k}.{side}"
                limb = _limb(owned(bone), bone, skeleton.head(bone), skeleton.tail(bone))
                yield _up_to_the_tip(limb, owned(bone)) if k == 3 else limb
