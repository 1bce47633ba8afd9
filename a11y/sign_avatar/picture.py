"""What the picture shows of a signer: the camera that stage and live view look through, and the
space in front of it that motion keeps the hands in.

Both must agree, or hands are cut off. Frame of reference: see ``performance``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

HAIR = 0.022  # metres of hair above the top of the head


@dataclass(frozen=True, slots=True)
class Framing:
    """Camera in metres, Y up: looks along −Z at ``centre``, sees ``height`` at its distance.
    The picture is a square."""

    centre: tuple[float, float, float]
    distance: float
    height: float

    def half(self, depth: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """Metres from the picture's middle to each of its edges, at Z = ``depth``: what is nearer
        to the camera is drawn larger."""
        away = self.distance - (np.asarray(depth, float) - self.centre[2])
        return np.asarray(self.height / 2 * away / self.distance)

    def outside(self, points: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
        """(…,) metres that points (…, 3) lie beyond the nearest edge; negative inside."""
        off = np.abs(np.asarray(points, float)[..., :2] - np.array(self.centre[:2])).max(axis=-1)
        return np.asarray(off - self.half(points[..., 2]))


def framing_for(crown: float) -> Framing:
    """The signing space of a signer whose hair ends ``crown`` metres above the ground: from below
    the waist, where resting hands lie, to a little room above the head, and as wide as that, which
    is an elbow's width on both sides (Irish National IT Accessibility Guidelines, digital
    television). As near as that allows: the larger, the easier fingers and lips are read."""
    scale = crown / 1.62
    return Framing((0.0, crown - 0.325 * scale, 0.08), 3.0 * scale, 0.85 * scale)
