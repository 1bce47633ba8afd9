"""Eyeballs: a sphere with a cornea on each eye joint, iris with limbus and pupil painted."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.body.mesh import Floats, vertex_normals
from a11y.sign_avatar.body.parts import Bytes, Material, Part
from a11y.sign_avatar.body.shape import Shape
from a11y.sign_avatar.body.skeleton import Skeleton

_AROUND, _RINGS = 24, 11
_OPEN = 0.64 * np.pi  # how far back the ball reaches
IRIS = 0.40
"""Radius of the iris as a share of the eyeball's. The data's balls are 31.5 mm wide, a person's 24;
what one sees of them, between lids as far apart as a person's, is an iris of 12.7 mm. A larger one
stares, and leaves too little white to tell where it looks."""
_PUPIL = 0.155  # its radius, likewise


def eye_texture(iris: tuple[int, int, int], *, size: int = 512) -> Bytes:
    """Front view of an eyeball, sRGB (size, size, 3)."""
    y, x = np.mgrid[0:size, 0:size] / (size - 1) * 2 - 1
    r, angle = np.hypot(x, y), np.arctan2(y, x)
    rng = np.random.default_rng(5)
    white = np.array([232, 226, 221]) / 255
    picture = np.broadcast_to(white, (size, size, 3)).copy()
    rim = np.clip((r - 0.55) / 0.5, 0, 1)[..., None]
    picture = picture * (1 - 0.3 * rim) + np.array([205, 140, 128]) / 255 * 0.3 * rim
    # Under the upper lid and towards the corners less light reaches the ball.
    lid = np.clip((-y - 0.10) / 0.42, 0, 1)[..., None] * 0.42
    corner = np.clip((np.abs(x) - 0.50) / 0.35, 0, 1)[..., None] * 0.30
    picture *= (1 - lid * np.array([0.85, 1.0, 1.0])) * (1 - corner * np.array([0.7, 1.0, 1.05]))
    fibres = np.zeros_like(r)
    for k in (17, 29, 47, 71, 103):
        fibres += np.sin(angle * k + rng.uniform(0, 6) + 2.2 * np.sin(r * 9 + k)) / 5
    colour = np.array(iris) / 255
    t = np.clip(r / IRIS, 0, 1)
    glow = (0.78 + 0.55 * t * (1 - t**6) + 0.30 * fibres)[..., None]
    warm = np.clip(1 - np.abs(t - 0.48) / 0.2, 0, 1)[..., None] * np.array([0.10, 0.05, 0.0])
    iris_rgb = np.clip(colour * glow * 1.12 + warm * 0.7, 0, 1)
    iris_rgb *= (1 - 0.68 * np.clip((t - 0.80) / 0.2, 0, 1) ** 1.4)[..., None]  # limbus
    iris_rgb *= (0.74 + 0.26 * np.clip((y / IRIS + 1) / 1.1, 0, 1))[..., None]  # lid's shade
    inside = np.clip((IRIS - r) / 0.028 + 0.5, 0, 1)[..., None]
    picture = picture * (1 - inside) + iris_rgb * inside
    pupil = np.clip((_PUPIL - r) / 0.02 + 0.5, 0, 1)[..., None]
    picture = picture * (1 - pupil) + 0.015 * pupil
    return np.asarray(np.clip(picture, 0, 1) * 255, np.uint8)


def eye_parts(shape: Shape, skeleton: Skeleton, material: Material) -> list[Part]:
    """Both eyeballs, looking along +Z at rest."""
    parts = []
    for side in "LR":
        ids = shape.base.group_vertices(f"helper-{side.lower()}-eye")
        helper = shape.positions[ids]
        centre = helper.mean(0)
        radius = float(np.linalg.norm(helper - centre, axis=1).max())
        polar = (np.arange(_RINGS + 1) / _RINGS) ** 1.15 * _OPEN
        turn = np.linspace(0, 2 * np.pi, _AROUND + 1)
        a, q = np.meshgrid(polar, turn, indexing="ij")
        direction = np.stack([np.sin(a) * np.cos(q), np.sin(a) * np.sin(q), np.cos(a)], -1)
        bulge = 1 + 0.032 * np.exp(-((a / 0.46) ** 4))
        positions = (centre + direction * (radius * bulge)[..., None]).reshape(-1, 3)
        reach = np.where(a < np.pi / 2, np.sin(a), 1.0) * 0.98
        uv = np.stack([0.5 + 0.5 * reach * np.cos(q), 0.5 - 0.5 * reach * np.sin(q)], -1)
        grid = np.arange((_RINGS + 1) * (_AROUND + 1)).reshape(_RINGS + 1, _AROUND + 1)
        i, j = grid[:-1, :-1].ravel(), grid[:-1, 1:].ravel()
        k, m = grid[1:, 1:].ravel(), grid[1:, :-1].ravel()
        triangles = np.concatenate([np.stack([i, m, k], 1), np.stack([i, k, j], 1)])
        weights = np.zeros((len(positions), len(skeleton.names)))
        weights[:, skeleton.index(f"eye.{side}")] = 1
        normals: Floats = vertex_normals(positions, triangles)
        outward = positions - centre
        normals = outward / np.linalg.norm(outward, axis=1, keepdims=True)
        parts.append(
            Part(
                name=f"eyeball.{side}",  # the joint is called eye
                material=material,
                positions=positions,
                normals=normals,
                triangles=triangles,
                uv=uv.reshape(-1, 2),
                weights=weights,
                shade=np.full(len(positions), 0.92),
            )
        )
    return parts
