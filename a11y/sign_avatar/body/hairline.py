"""Where hair grows: a soft line around the head, shared by the painted roots and the hair mesh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.mesh import BODY_VERTICES, Floats
from a11y.sign_avatar.body.shape import Shape, eye_centre
from a11y.sign_avatar.body.skeleton import Skeleton

# Azimuth in degrees (0 = front, 180 = back) → height of the line above the eyes, in metres.
_LINE = {
    "bob": {
        0: 0.063, 14: 0.064, 28: 0.061, 40: 0.053, 50: 0.040, 58: 0.027, 66: 0.013, 73: 0.003,
        79: -0.001, 84: 0.012, 89: 0.026, 100: 0.030, 110: 0.014, 119: -0.014, 130: -0.044,
        150: -0.070, 180: -0.078,
    },
    "short": {
        0: 0.0645, 9: 0.0662, 19: 0.0710, 27: 0.0722, 35: 0.064, 44: 0.048, 53: 0.040,
        61: 0.026, 68: 0.006, 74: -0.012, 80: -0.018, 84: -0.002, 89: 0.011, 98: 0.013,
        106: 0.000, 115: -0.026, 124: -0.043, 138: -0.054, 160: -0.061, 180: -0.060,
    },
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Hairline:
    """centre (3,): middle of the skull at eye height; ``style``: key of the table."""

    centre: Floats
    style: str

    def height(self, azimuth: Floats) -> Floats:
        """World height (N,) of the line at azimuth (N,) degrees, 0 front, either side."""
        table = _LINE[self.style]
        keys = np.array(list(table), float)
        raw = np.interp(np.abs(azimuth), keys, np.array(list(table.values())))
        height: Floats = self.centre[1] + raw
        return height

    def azimuth(self, points: NDArray[Any]) -> Floats:
        """Degrees (N,) around the vertical, 0 front, positive to the signer's left."""
        flat = points - self.centre
        angle: Floats = np.degrees(np.arctan2(flat[..., 0], flat[..., 2]))
        return angle

    def inside(self, points: NDArray[Any]) -> NDArray[Any]:
        """Signed height (N,) above the line in metres: > 0 where hair grows."""
        depth: NDArray[Any] = points[..., 1] - self.height(self.azimuth(points))
        return depth


def find_hairline(shape: Shape, skeleton: Skeleton, style: str) -> Hairline:
    """Hairline of that signer."""
    eye = eye_centre(shape, "L")
    skin = shape.positions[:BODY_VERTICES]
    skull = skin[skin[:, 1] > eye[1] + 0.02]
    middle = 0.5 * (skull[:, 2].min() + skull[:, 2].max())
    _ = skeleton
    return Hairline(np.array([0.0, eye[1], middle]), style)
