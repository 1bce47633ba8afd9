"""Parted hair: two sheets that fall from the parting to either side and run back over the ears.

A sheet lies between two strands: the one along the face, from the parting's front over temple and
ear, and the one from its end at the crown; both end in the bun. All between are mixed of them, so
that strands run as they are combed. The sheets swell beside the parting and roll in along the face,
where they grow thin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import CubicSpline
from scipy.ndimage import gaussian_filter1d

from a11y.sign_avatar.body.mesh import Floats, Ints

ACROSS, ALONG = 22, 26
_PARTING = 15.0  # degrees to the signer's left
_CROWN = np.array([0.10, 0.82, -0.56])
# Where the strand runs on both sides alike: from the temple to behind the ear.
_TEMPLE = (
    (57, 0.0250),
    (69, 0.0110),
    (82, 0.0050),
    (96, 0.0060),
    (110, 0.0020),
    (128, -0.0120),
)
# The strand along the face, for the broad side and for the narrow one: degrees from the front on
# that side, metres above the eyes; the first is the parting's front.
_FACE = {
    -1.0: (
        (-_PARTING, 0.0660),
        (6, 0.0645),
        (26, 0.0575),
        (44, 0.0430),
        *_TEMPLE,
    ),
    1.0: (
        (_PARTING, 0.0660),
        (29, 0.0575),
        (43, 0.0430),
        *_TEMPLE,
    ),
}
_SCALP, _BODY, _SWELL = 0.0040, 0.0086, 0.0080
"""Metres above the skin: at the parting, of the sheets, and what they rise by beside it."""
_CLOSE = 0.72
"""How much closer hair lies at the height of the eyes than 55 mm above them."""
_EDGE = 0.16  # share of a sheet along the face over which it rolls in
_SHADE = 0.42  # light at the bottom of the parting


Skull = Callable[[Floats], Floats]
"""Distance (N,) from the head's middle to its skin along unit directions (N, 3)."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sheet:
    """positions (N, 3); triangles; uv (N, 2): across and along the strands; shade, alpha (N,)."""

    positions: Floats
    triangles: Ints
    uv: Floats
    shade: Floats
    alpha: Floats


def _towards(azimuth: Floats, height: Floats, skull: Skull) -> Floats:
    """Unit directions (N, 3) to the skin at those azimuths (degrees) and heights above the head's
    middle (metres)."""
    turn = np.radians(azimuth)
    flat = np.stack([np.sin(turn), np.zeros_like(turn), np.cos(turn)], 1)
    sine = np.clip(height / 0.1, -0.95, 0.95)
    for _ in range(6):
        out = flat * np.sqrt(1 - sine**2)[:, None]
        out[:, 1] = sine
        sine = np.clip(height / np.maximum(skull(out), 0.06), -0.95, 0.95)
    return np.asarray(out)


def _between(first: Floats, last: Floats, share: float) -> Floats:
    mixed = (1 - share) * first + share * last
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True))


def parted(skull: Skull, middle: Floats, eyes: float, bun: Floats) -> list[Sheet]:
    """The two sheets. ``middle`` (3,) of the head, from where ``skull`` measures; ``eyes``: their
    height; bun (3,): unit direction to it."""
    sheets = []
    t = np.linspace(0, 1, ALONG + 1)
    for sign, points in _FACE.items():
        table = np.asarray(points, float)
        knots = _towards(sign * table[:, 0], table[:, 1] + eyes - middle[1], skull)
        knots = np.concatenate([knots, bun[None]])
        steps = np.linalg.norm(np.diff(knots, axis=0), axis=1)
        places = np.concatenate([[0], np.cumsum(steps)]) / steps.sum()
        face = np.asarray(CubicSpline(places, knots)(t))
        face /= np.linalg.norm(face, axis=1, keepdims=True)
        crown = _between(_CROWN[None] / np.linalg.norm(_CROWN), bun[None], 0)
        turn = float(np.arccos(np.clip(crown[0] @ bun, -1, 1)))
        back = (np.sin((1 - t) * turn)[:, None] * crown + np.sin(t * turn)[:, None] * bun) / np.sin(
            turn
        )
        sheets.append(_sheet(skull, middle, face, back, t, sign, eyes - middle[1]))
    return sheets


def _sheet(
    skull: Skull,
    middle: Floats,
    face: Floats,
    back: Floats,
    t: Floats,
    sign: float,
    above: float,
) -> Sheet:
    """The sheet between two strands (ALONG + 1, 3) of unit directions; t: places along them; above:
    height of the eyes seen from the head's middle."""
    rng = np.random.default_rng(31 + int(sign))
    locks = gaussian_filter1d(rng.standard_normal(ACROSS + 1), 0.9)
    locks /= locks.std()
    share = np.linspace(0, 1, ACROSS + 1) ** 1.15
    rows = []
    for s, lock in zip(share, locks, strict=True):
        way = _between(face, back, float(s))
        # Hair that was lifted by the comb falls outwards before it runs back.
        radius = gaussian_filter1d(skull(way), 1.0)
        inside = float(np.clip(s / _EDGE, 0, 1)) ** 0.6
        rise = np.clip(t / 0.16, 0, 1) ** 0.7 * np.clip((1.02 - t) / 0.25, 0.15, 1)
        swell = _SWELL * np.exp(-(((t - 0.26) / 0.20) ** 2))
        lift = 0.0008 + inside * (_SCALP + rise * (_BODY + swell + 0.0009 * lock))
        # Beside the ears it lies close, or one would look in under it.
        low = 1 - np.clip((way[:, 1] * radius - above) / 0.055, 0, 1)
        lift *= 1 - _CLOSE * low * np.clip((t - 0.2) / 0.2, 0, 1) * np.clip((1 - t) / 0.15, 0, 1)
        # Towards the crown both sheets meet: no step behind the parting.
        lift = lift + 0.004 * float(s) ** 4 * (1 - np.clip(t / 0.16, 0, 1))
        rows.append(middle + way * (radius + lift)[:, None])
    grid = np.stack(rows)
    across, along = np.meshgrid(share, t, indexing="ij")
    parting = np.clip(along / 0.07, 0, 1) ** 0.7
    rolled = 0.80 + 0.20 * np.clip(across / _EDGE, 0, 1)
    shade = (_SHADE + (1 - _SHADE) * parting) * rolled * (1 + 0.06 * locks[:, None])
    # Single hairs leave the face's strand: it ends neither everywhere nor at once.
    frayed = 0.02 + 0.035 * gaussian_filter1d(rng.random(ALONG + 1), 0.6)
    alpha: NDArray[Any] = np.clip(across / frayed, 0, 1)
    index = np.arange(grid[..., 0].size).reshape(grid.shape[:2])
    a, b, c, d = (
        part.ravel() for part in (index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1])
    )
    return Sheet(
        positions=grid.reshape(-1, 3),
        # What is frayed comes last, or it would hide what lies behind it.
        triangles=np.stack([a, b, c, a, c, d], 1).reshape(-1, 3)[::-1],
        uv=np.stack([0.15 * sign + 2.3 * across, 0.06 + 0.90 * along], -1).reshape(-1, 2),
        shade=np.clip(shade, 0, 1).ravel(),
        alpha=alpha.ravel(),
    )
