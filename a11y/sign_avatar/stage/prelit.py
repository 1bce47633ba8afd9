"""The same light as the shaders', per vertex in numpy, for the back end that has no shaders."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.stage.model import TOP, Floats, Model
from a11y.sign_avatar.stage.shaders import PLAIN, SURFACES

_LIGHTS = (
    # direction, colour, how much ambient shade dims it; on what is dry: how much more it dims, and
    # how much more light there is
    ((-0.42, 0.58, 0.70), (0.92, 0.874, 0.8096), 0.45, 0.35, 0.78),
    ((0.80, 0.10, 0.59), (0.2016, 0.2208, 0.24), 1.0, 0.0, -0.5),
    ((0.78, 0.42, -0.47), (0.285, 0.294, 0.30), 1.0, 0.0, 1.0),
    ((-0.78, 0.42, -0.47), (0.285, 0.294, 0.30), 1.0, 0.0, 1.0),
)
_DRY_SKY = -0.68
_BEHIND, _HALO, _BEFORE = 0.5, 0.055, 0.04  # as in contact.glsl
_DIRECTIONS = np.array([light[0] for light in _LIGHTS], np.float32)
_SKY = np.array((0.31, 0.335, 0.36), np.float32)
_FLOOR = np.array((0.225, 0.20, 0.185), np.float32)
_WRAP = np.array((0.36, 0.16, 0.11), np.float32)


class Prelight:
    """Vertex colours (V, 4) uint8, sRGB, for posed vertices (V, 6)."""

    def __init__(self, model: Model) -> None:
        shade = model.colour[:, 0].astype(np.float32) / 255
        wrap = np.zeros((len(shade), 3), np.float32)
        own = np.ones((len(shade), 3), np.float32)
        glow = np.zeros(len(shade), np.float32)
        fuzz = np.zeros((len(shade), 1), np.float32)
        self._top = slice(0, 0)
        for piece in model.pieces:
            rows = slice(piece.start, piece.stop)
            translucency = SURFACES.get(piece.material, PLAIN)[1]
            wrap[rows] = translucency * _WRAP
            own[rows] = piece.colour[:3]
            glow[rows] = translucency
            fuzz[rows, 0] = SURFACES.get(piece.material, PLAIN)[3]
            if piece.name == TOP:
                self._top = rows
        power = 1 - glow[:, None] * np.array([0.38, 0.08, 0.0], np.float32)
        self._ambient = shade[:, None] ** power
        self._wrap, self._own = wrap, own
        self._narrow = 1 / (1 + wrap)
        dry = (1 - np.clip(6 * glow, 0, 1))[:, None]
        # Light times what ambient shade leaves of it, for each lamp.
        self._dimmed = [
            np.asarray(colour, np.float32)
            * (1 - (dim + dry * drier) * (1 - self._ambient))
            * (1 + dry * more)
            for _, colour, dim, drier, more in _LIGHTS
        ]
        self._fuzz = fuzz * shade[:, None]
        self._sky = self._ambient * (1 + dry * _DRY_SKY)
        self._alpha = model.colour[:, 3].copy()
        self._model = model
        left = model.colour[self._top, 1:3].astype(np.float32) / 127.5 - 1
        self._not_own = 1 - np.maximum(np.concatenate([left, -left], 1), 0)

    def _beside(self, places: Floats) -> Floats:
        """Share (K,) of light that arms before it leave the top; as ``beside`` of contact.glsl."""
        ends = self._model.ends_of_limbs(places)
        where = places[self._top, :3]
        out = np.ones(len(where), np.float32)
        for k, radius in enumerate(self._model.limbs):
            start, along = ends[2 * k], ends[2 * k + 1] - ends[2 * k]
            d, flat = start[:2] - where[:, :2], along[:2]
            t = np.clip(d @ flat / -max(float(flat @ flat), 1e-9), 0, 1)
            aside = np.linalg.norm(d + t[:, None] * flat, axis=1) - radius
            before = start[2] - where[:, 2] + t * along[2]
            halo = (1 - _smooth(aside / _HALO)) * _smooth(before / _BEFORE)
            out *= 1 - _BEHIND * self._not_own[:, k] * halo
        return out

    def colours(self, vertices: Floats) -> np.ndarray:
        normals = vertices[:, 3:]
        length = np.sqrt(np.einsum("va,va->v", normals, normals))
        n = normals / np.maximum(length, 1e-6)[:, None]
        light = (_FLOOR + (_SKY - _FLOOR) * (n[:, 1:2] * 0.5 + 0.5)) * self._sky
        # The camera is far away: seen from the front is seen along -Z.
        light += self._fuzz * (1 - np.maximum(n[:, 2:3], 0)) ** 2 * (0.85 + 0.15 * n[:, 1:2])
        facing = n @ _DIRECTIONS.T
        for k, dimmed in enumerate(self._dimmed):
            part = (facing[:, k : k + 1] + self._wrap) * self._narrow
            np.clip(part, 0, 1, out=part)
            part *= dimmed
            light += part
        light[self._top] *= self._beside(vertices)[:, None]
        c = self._own * light
        c = c * (1 + c * 0.10) / (1 + c * 0.24)
        out = np.empty((len(n), 4), np.uint8)
        out[:, :3] = np.sqrt(np.clip(c, 0, 1)) * 255
        out[:, 3] = self._alpha
        return out


def _smooth(share: Floats) -> Floats:
    """GLSL's smoothstep from 0 to 1."""
    t = np.clip(share, 0, 1)
    return np.asarray(t * t * (3 - 2 * t))
