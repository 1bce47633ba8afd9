"""A bob: hair that falls from a side parting over the temples, behind the ears and to the chin.

Each side is a sheet between two strands: the one along the face, from the parting's front over the
temple and behind the ear, and the one from the crown down the nape; all between are mixed of them,
so that strands run as they are combed. Where the head grows narrower hair hangs on from its widest
place. Over the sheet lie single locks, under its ends a dark lining: one sees it beside the neck.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline, RegularGridInterpolator
from scipy.ndimage import gaussian_filter1d

from a11y.sign_avatar.body.hair_locks import Sheet, Strand, lock, sheet
from a11y.sign_avatar.body.hair_skull import Skull
from a11y.sign_avatar.body.mesh import Floats

_PARTING = 16.0  # degrees to the signer's left
_CROWN = np.array([0.10, 0.82, -0.56]) / np.linalg.norm([0.10, 0.82, -0.56])
# Strands as (degrees from the front on that side, metres above the eyes). Along the face both
# sides are alike from the temple on: over the ear's root, behind it, down to the chin's height.
_BEHIND_EAR = (
    (66, 0.0125),
    (79, 0.0070),
    (92, 0.0020),
    (103, -0.0080),
    (110, -0.0270),
    (111, -0.0560),
    (106, -0.0860),
    (101, -0.1120),
)
_FACE = {
    -1.0: ((-_PARTING, 0.0690), (4, 0.0625), (22, 0.0500), (39, 0.0350), (53, 0.0225)),
    1.0: ((_PARTING, 0.0690), (29, 0.0550), (43, 0.0370), (55, 0.0215)),
}
_NAPE = ((180, 0.0600), (180, 0.0200), (180, -0.0300), (180, -0.0700), (180, -0.0960))
_FALL = 0.05  # metres a metre by which hanging hair may draw in
_HEIGHTS = np.arange(-0.130, 0.0801, 0.005)
_TURNS = np.arange(-180.0, 180.1, 5.0)
_ACROSS, _ALONG = 20, 28
_SCALP, _BODY, _SWELL, _FULL = 0.0030, 0.0105, 0.0060, 0.0150
"""Metres above the skin: at the parting, of the sheets, what they rise by beside it and
above the crown."""
_EDGE = 0.14  # share of a sheet along the face over which it rolls in
_LOCKS, _LOCK_ALONG = 18, 11  # a side; cells along each
_LINED = 12  # row along a side from which all of it hangs
_FRINGE = slice(0, 7, 2)  # columns that are seen from below before
_REPEATS = 2.3  # of the picture of strands across a side


@dataclass(frozen=True, eq=False, kw_only=True)
class _Head:
    """skull, seen from ``middle`` (3,); ``hull``: distance from the vertical through it to where
    hair hangs, at (degrees, metres above the middle)."""

    skull: Skull
    middle: Floats
    hull: RegularGridInterpolator

    def outside(self, points: Floats) -> Floats:
        """``points`` (N, 3) moved out of the head and onto what hangs from it."""
        off = points - self.middle
        length = np.linalg.norm(off, axis=1, keepdims=True)
        round_ = off / length * self.skull(off / length)[:, None]
        turn = np.degrees(np.arctan2(off[:, 0], off[:, 2]))
        height = np.clip(off[:, 1], _HEIGHTS[0], _HEIGHTS[-1])
        flat = off * [1, 0, 1]
        flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-6)
        hanging = flat * self.hull(np.stack([turn, height], 1))[:, None]
        hanging[:, 1] = off[:, 1]
        share = np.clip((off[:, 1] - 0.005) / 0.05, 0, 1)[:, None]
        share = share * share * (3 - 2 * share)
        return np.asarray(self.middle + share * round_ + (1 - share) * hanging)


def _measured(skull: Skull, middle: Floats) -> _Head:
    turn, height = np.meshgrid(_TURNS, _HEIGHTS, indexing="ij")
    ways = _towards(turn.ravel(), height.ravel(), skull)
    radius = np.hypot(ways[:, 0], ways[:, 2]) * skull(ways)
    table = radius.reshape(turn.shape)
    # The neck is no head to lie on: hair falls past it.
    step = _HEIGHTS[1] - _HEIGHTS[0]
    for k in range(table.shape[1] - 2, -1, -1):
        table[:, k] = np.maximum(
            np.where(_HEIGHTS[k] < -0.06, 0, table[:, k]), table[:, k + 1] - _FALL * step
        )
    table[:-1] = gaussian_filter1d(table[:-1], 1.6, axis=0, mode="wrap")
    table[-1] = table[0]
    table = gaussian_filter1d(table, 1.5, axis=1, mode="nearest")
    return _Head(
        skull=skull, middle=middle, hull=RegularGridInterpolator((_TURNS, _HEIGHTS), table)
    )


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


def _through(knots: Floats, t: Floats) -> Floats:
    """Points (N, 3) on a smooth curve through ``knots``, at shares ``t`` (N,) of its length."""
    steps = np.linalg.norm(np.diff(knots, axis=0), axis=1)
    places = np.concatenate([[0], np.cumsum(steps)]) / steps.sum()
    return np.asarray(CubicSpline(places, knots)(t))


def _knots(head: _Head, rows: Floats, eyes: float) -> Floats:
    height = rows[:, 1] + eyes - head.middle[1]
    ways = _towards(rows[:, 0], height, head.skull)
    points = ways * head.skull(ways)[:, None]
    hanging = height < 0.03
    turn = np.radians(rows[hanging, 0])
    points[hanging] = np.stack([np.sin(turn), 0 * turn, np.cos(turn)], 1) * 0.1
    points[hanging, 1] = height[hanging]
    return head.outside(head.middle + points)


def bob(skull: Skull, middle: Floats, eyes: float) -> list[Sheet]:
    """Linings, sheets and locks, in the order in which they are to be drawn. ``middle`` (3,) of the
    head, from where ``skull`` measures; ``eyes``: their height."""
    head = _measured(skull, middle)
    t = np.linspace(0, 1, _ALONG + 1)
    crown = (middle + _CROWN * float(skull(_CROWN[None])[0]))[None]
    linings, sheets, locks = [], [], []
    for sign, front in _FACE.items():
        rows = np.asarray((*front, *_BEHIND_EAR), float) * [sign, 1]
        face = _through(_knots(head, rows, eyes), t)
        nape = np.asarray(_NAPE, float) * [sign, 1]
        back = _through(np.concatenate([crown, _knots(head, nape, eyes)]), t)
        side = _Side(head, face, back, sign=sign, eyes=eyes)
        sheets.append(side.sheet())
        linings.extend(side.linings())
        locks.extend(side.locks())
    return [*linings, *sheets, *locks]


class _Side:
    """One side: a surface over (share from the face to the nape, share from root to tip)."""

    def __init__(
        self, head: _Head, face: Floats, back: Floats, *, sign: float, eyes: float
    ) -> None:
        self._sign = sign
        self._rng = np.random.default_rng(31 + int(sign))
        t = np.linspace(0, 1, _ALONG + 1)
        self._share = np.linspace(0, 1, _ACROSS + 1) ** 1.1
        grid = []
        for s in self._share:
            way = head.outside((1 - s) * face + s * back)
            level = np.clip((way[:, 1] - eyes - 0.012) / 0.075, 0, 1)
            inside = float(np.clip(s / _EDGE, 0, 1)) ** 0.6
            # Hair that was lifted by the comb falls outwards before it runs back.
            rise = np.clip(t / 0.16, 0, 1) ** 0.7
            swell = _SWELL * np.exp(-(((t - 0.24) / 0.18) ** 2)) * (1 - 0.6 * s)
            lift = 0.0010 + inside * (_SCALP + rise * (_BODY + swell))
            # Full above the crown, or it would be a cap.
            high = np.clip((way[:, 1] - eyes - 0.040) / 0.075, 0, 1)
            lift = lift + _FULL * inside * rise * high * high * (3 - 2 * high)
            # Beside the ears it lies close, or one would look in under it.
            close = (1 - level) * np.clip((t - 0.2) / 0.15, 0, 1) * np.clip((0.62 - t) / 0.14, 0, 1)
            lift = lift * (1 - 0.72 * close * np.clip(1 - s / 0.5, 0, 1))
            # Below the ears it stands out a little and turns in at its ends.
            low = np.clip((eyes - 0.010 - way[:, 1]) / 0.05, 0, 1)
            lift = lift + 0.005 * np.sin(np.pi * np.clip(low, 0, 1) * 0.75)
            out = way - head.middle
            flat = out * [1, 0, 1]
            flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-6)
            along = np.clip((way[:, 1] - eyes) / 0.05, 0, 1)[:, None]
            normal = along * out / np.linalg.norm(out, axis=1, keepdims=True) + (1 - along) * flat
            normal /= np.linalg.norm(normal, axis=1, keepdims=True)
            turned_in = 0.020 * np.clip((t - 0.74) / 0.26, 0, 1) ** 2
            grid.append(way + normal * (lift - turned_in)[:, None])
        self._grid = np.stack(grid)
        self._t = t
        self._normal = self._outward(head.middle)
        self._at = RegularGridInterpolator(
            (self._share, t), np.concatenate([self._grid, self._normal], -1)
        )

    def _outward(self, middle: Floats) -> Floats:
        across = np.gradient(self._grid, axis=0)
        along = np.gradient(self._grid, axis=1)
        normal = np.cross(across, along)
        length = np.linalg.norm(normal, axis=-1, keepdims=True)
        normal = normal / np.maximum(length, 1e-9)
        facing = np.sign((normal * (self._grid - middle)).sum(-1, keepdims=True))
        return np.asarray(normal * facing)

    def sheet(self) -> Sheet:
        """The whole side, its strands in soft waves."""
        across, along = np.meshgrid(self._share, self._t, indexing="ij")
        waves = gaussian_filter1d(self._rng.standard_normal(_ACROSS + 1), 1.0)
        waves = (waves / waves.std())[:, None]
        drift = np.sin(6.0 * along + 2.4 * waves)
        relief = 0.0010 * (waves + 0.5 * drift) * np.clip(along / 0.12, 0, 1)
        relief *= np.clip(across / _EDGE, 0, 1)
        parting = np.clip(along / 0.06, 0, 1) ** 0.7
        rolled = 0.80 + 0.20 * np.clip(across / _EDGE, 0, 1)
        shade = (0.45 + 0.55 * parting) * rolled * (1 + 0.07 * waves)
        shade *= 1 - 0.30 * np.clip((along - 0.80) / 0.20, 0, 1)
        frayed = 0.02 + 0.030 * gaussian_filter1d(self._rng.random(_ALONG + 1), 0.6)
        alpha = np.clip(across / frayed, 0, 1)
        return self._made(
            self._grid + relief[..., None] * self._normal, across, along, shade, alpha
        )

    def linings(self) -> list[Sheet]:
        """The inside, dark and plain: of what hangs, and of what is lifted along the face."""
        hanging = self._lining(slice(None, None, 2), slice(_LINED, None, 2))
        return [hanging, self._lining(_FRINGE, slice(0, _LINED + 1, 2))]

    def _lining(self, across: slice, along: slice) -> Sheet:
        inner = self._grid[across, along] - 0.0035 * self._normal[across, along]
        if along.stop is None:
            inner[:, -1, 1] += 0.006  # the ends hide it
        s, t = np.meshgrid(self._share[across], self._t[along], indexing="ij")
        flat = np.ones(s.shape)
        return self._made(inner, s, t, 0.22 * flat, flat, inside=True)

    def locks(self) -> list[Sheet]:
        """Single locks over the sheet, pointed and of uneven length."""
        draw = self._rng.uniform
        out = []
        for k in range(_LOCKS):
            middle = (k + draw(0.15, 0.85)) / _LOCKS
            strand = Strand(
                across=(middle, middle),
                along=(draw(0.03, 0.30), draw(0.93, 1.035)),
                half=draw(0.014, 0.026),
                high=draw(0.0008, 0.0024),
                tone=draw(0.84, 1.14),
                sway=0.012,
                turn=draw(0, np.pi),
            )
            out.append(lock(self._surface, strand, cells=_LOCK_ALONG, repeats=_REPEATS))
        return out

    def _surface(self, across: Floats, along: Floats) -> tuple[Floats, Floats]:
        found = self._at(np.stack([np.clip(across, 0.012, 1), along], 1))
        return found[:, :3], found[:, 3:]

    def _made(
        self,
        grid: Floats,
        across: Floats,
        along: Floats,
        shade: Floats,
        alpha: Floats,
        *,
        inside: bool = False,
    ) -> Sheet:
        u = 0.15 * self._sign + _REPEATS * across
        return sheet(grid, u, 0.05 + 0.945 * along, shade, alpha, inside=inside)
