"""Paint of the neck: the muscles from behind the ears to the collar bones, the pit between these,
the larynx. One function of the place on the body for both pictures that share the neck.

The neck hardly turns before the shoulders do, so the light that its relief takes from the lamp may
be painted, as on the trunk's cloth (``fabric``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.body.landmarks import unit
from a11y.sign_avatar.body.mesh import Floats
from a11y.sign_avatar.body.pigment import Picture, tinted
from a11y.sign_avatar.body.skeleton import Skeleton

_TO_LAMP = unit(np.array([-0.42, 0.58, 0.30]))
_STEP = 0.003  # metres towards the lamp over which a slope is taken
_PIT = 0.046  # metres above the collar bones' joint
_BEHIND_EAR, _AT_PIT = np.radians(108), np.radians(10)  # from the front, where the muscle is
_LEAN = 0.81  # cosine of its slope on the neck
_RADIUS = 0.056  # metres


@dataclass(frozen=True, eq=False, kw_only=True)
class Neck:
    """Metres. axis (2, 3): from the foot of the neck to the head's joint; pit: height of the hollow
    between the collar bones; behind_ear: height at which the muscles begin; jaw: height of the
    chin; muscle, larynx: how far they stand out."""

    axis: Floats
    pit: float
    behind_ear: float
    jaw: float
    muscle: float
    larynx: float


def measure_neck(skeleton: Skeleton, *, chin: float, manly: float) -> Neck:
    """Where the painted features sit on this neck. chin: its height; manly: 0 … 1."""
    foot, head = skeleton.head("neck01"), skeleton.head("head")
    return Neck(
        axis=np.stack([foot, head]),
        pit=float(skeleton.head("clavicle.L")[1]) + _PIT,
        behind_ear=float(head[1]) - 0.010,
        jaw=chin,
        muscle=0.0017 + 0.0010 * manly,
        larynx=0.0008 + 0.0032 * manly,
    )


def relief(where: Floats, neck: Neck) -> Floats:
    """Height (N,) in metres of what stands out of a smooth neck at places (N, 3)."""
    x, y, z = np.asarray(where, float).T
    (_, low, near), (_, high, far) = neck.axis
    middle = near + (far - near) * np.clip((y - low) / (high - low), 0, 1)
    turn = np.arctan2(np.abs(x), z - middle)
    down = (neck.behind_ear - y) / (neck.behind_ear - neck.pit)
    run = _BEHIND_EAR + (_AT_PIT - _BEHIND_EAR) * np.clip(down, 0, 1) ** 0.85
    across = (turn - run) * _RADIUS * _LEAN
    # A broad muscle above, a tendon below.
    broad = 0.0110 - 0.0040 * np.clip(down, 0, 1)
    shown = np.clip(down / 0.25, 0, 1) * np.clip((1.10 - down) / 0.12, 0, 1)
    muscle = neck.muscle * np.exp(-((across / broad) ** 2))
    beside = 0.5 * neck.muscle * np.exp(-(((across + 1.9 * broad) / broad) ** 2))
    ahead = np.clip((z - middle) / 0.02, 0, 1)
    pit = 1.4 * neck.muscle * np.exp(-((x / 0.011) ** 2) - ((y - neck.pit) / 0.011) ** 2)
    at = 0.42 * neck.jaw + 0.58 * neck.pit
    bump = neck.larynx * np.exp(-((x / 0.009) ** 2) - ((y - at) / 0.012) ** 2)
    return np.asarray(shown * (muscle - beside) + ahead * (bump - pit))


def paint_neck(picture: Picture, neck: Neck, where: Picture) -> None:
    """Lay the neck's light and colour over ``picture`` (S, S, 3), in place. where (S, S, 3): place
    of each texel."""
    low, high = neck.pit - 0.05, neck.behind_ear + 0.03
    own = (where[..., 1] > low) & (where[..., 1] < high) & (np.abs(where[..., 0]) < 0.16)
    own &= where[..., 2] < neck.axis[1, 2] + 0.11
    spots = where[own].astype(float)
    if not len(spots):
        return
    slope = (relief(spots, neck) - relief(spots + _STEP * _TO_LAMP, neck)) / _STEP
    # Not above the jaw: the line runs from the chin up to the lobe of the ear.
    rise = np.clip((neck.axis[1, 2] + 0.085 - spots[:, 2]) / 0.085, 0, 1)
    edge = neck.jaw - 0.008 + (neck.behind_ear - neck.jaw) * rise
    below = np.clip((edge - spots[:, 1]) / 0.022, 0, 1)
    below = below * below * (3 - 2 * below)
    share = np.zeros(where.shape[:2], np.float32)
    for factor, amount in (
        ((0.60, 0.50, 0.48), np.clip(-slope, 0, 1) * below * 2.2),
        ((1.30, 1.27, 1.25), np.clip(slope, 0, 1) * below * 1.2),
        # Less blood than in the face, less sky under the jaw.
        ((0.965, 0.955, 0.945), below),
        ((0.93, 0.87, 0.85), 0.9 * below * np.clip((spots[:, 1] - edge + 0.055) / 0.055, 0, 1)),
    ):
        share[own] = np.clip(amount, 0, 1)
        tinted(picture, factor, share)
