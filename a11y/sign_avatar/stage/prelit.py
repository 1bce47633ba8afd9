"""The same light as the shaders', per vertex in numpy, for the back end that has no shaders."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.stage.model import Floats, Model
from a11y.sign_avatar.stage.shaders import SURFACES

_LIGHTS = (
    # direction, colour, how much ambient shade dims it; on what is dry: how much more it dims, and
    # how much more light there is
    ((-0.42, 0.58, 0.70), (0.92, 0.874, 0.8096), 0.45, 0.35, 0.78),
    ((0.80, 0.10, 0.59), (0.2016, 0.2208, 0.24), 1.0, 0.0, -0.5),
    ((0.78, 0.42, -0.47), (0.285, 0.294, 0.30), 1.0, 0.0, 1.0),
    ((-0.78, 0.42, -0.47), (0.285, 0.294, 0.30), 1.0, 0.0, 1.0),
)
_DRY_SKY, _FUZZ = -0.68, 0.6
_DIRECTIONS = np.array([light[0] for light in _LIGHTS], np.float32)
_SKY = np.array((0.31, 0.335, 0.36), np.float32)
_FLOOR = np.array((0.225, 0.20, 0.185), np.float32)
_WRAP = np.array((0.36, 0.16, 0.11), np.float32)


class Prelight:
    """Vertex colours (V, 4) uint8, sRGB, for posed normals."""

    def __init__(self, model: Model) -> None:
        shade = model.colour[:, 0].astype(np.float32) / 255
        wrap = np.zeros((len(shade), 3), np.float32)
        own = np.ones((len(shade), 3), np.float32)
        glow = np.zeros(len(shade), np.float32)
        for piece in model.pieces:
            rows = slice(piece.start, piece.stop)
            translucency = SURFACES.get(piece.material, (0.9, 0.0, 0.0))[1]
            wrap[rows] = translucency * _WRAP
            own[rows] = piece.colour[:3]
            glow[rows] = translucency
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
        self._fuzz = _FUZZ * dry * shade[:, None]
        self._sky = self._ambient * (1 + dry * _DRY_SKY)
        self._alpha = model.colour[:, 3].copy()

    def colours(self, normals: Floats) -> np.ndarray:
        length = np.sqrt(np.einsum("va,va->v", normals, normals))
        n = normals / np.maximum(length, 1e-6)[:, None]
        light = (_FLOOR + (_SKY - _FLOOR) * (n[:, 1:2] * 0.5 + 0.5)) * self._sky
        # The camera is far away: seen from the front is seen along -Z.
        light += self._fuzz * (1 - np.maximum(n[:, 2:3], 0)) ** 3
        facing = n @ _DIRECTIONS.T
        for k, dimmed in enumerate(self._dimmed):
            part = (facing[:, k : k + 1] + self._wrap) * self._narrow
            np.clip(part, 0, 1, out=part)
            part *= dimmed
            light += part
        c = self._own * light
        c = c * (1 + c * 0.10) / (1 + c * 0.24)
        out = np.empty((len(n), 4), np.uint8)
        out[:, :3] = np.sqrt(np.clip(c, 0, 1)) * 255
        out[:, 3] = self._alpha
        return out
