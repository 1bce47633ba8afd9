"""Hair that grows out of the skin: a fan of strands from the hairline to a pole, in locks.

It leaves the skin at the line with no step, its alpha is broken up strand by strand there, and its
height varies lock by lock, so that neither a hard edge nor a smooth cap shows. Under a bob only its
roots are seen; short hair is all of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter, gaussian_filter1d

from a11y.sign_avatar.body.hair_locks import Sheet, sheet
from a11y.sign_avatar.body.hair_skull import Skull, line_directions
from a11y.sign_avatar.body.hairline import Hairline
from a11y.sign_avatar.body.mesh import Floats

_CELLS = {"bob": (56, 6), "short": (100, 13)}
"""Cells around the head and along the strands; fewer where other hair covers it."""
_POLE = {"bob": (0.0, -0.10, -1.0), "short": (0.22, 0.80, -0.56)}
_RISEN = np.radians(58)
"""Height above the level to which strands of short hair rise before they turn to the middle."""
_REPEATS = 4.0  # of the picture of strands around the head


@dataclass(frozen=True, eq=False, kw_only=True)
class _Fan:
    """Where strands run: ways (A, B, 3) from the middle, radius (A, B) of the skin there, azimuth
    (A,) in degrees of their roots, share (B,) of their length."""

    ways: Floats
    radius: Floats
    azimuth: Floats
    share: Floats


def shell(skull: Skull, hairline: Hairline, centre: Floats) -> Sheet:
    """The shell of that hairline's style. centre (3,): the head's middle, from which ``skull``
    measures."""
    style = hairline.style
    pole = np.array(_POLE[style]) / np.linalg.norm(_POLE[style])
    fan = _fan(skull, hairline, centre, pole)
    lift = _short(fan) if style == "short" else _under(fan, centre[1] - hairline.centre[1])
    grid = centre + fan.ways * (fan.radius + lift)[..., None]
    roots = grid[:, 0].copy()
    inner = gaussian_filter(grid[:-1], (0.5, 0.8, 0), mode=("wrap", "nearest", "nearest"))
    grid[:-1] = inner
    grid[:, 0] = roots  # evened out, they would leave the skin where the hair rises steeply
    grid[-1] = grid[0]
    grid[:, -1] = grid[:-1, -1].mean(0)
    across, along = np.meshgrid(np.linspace(0, 1, len(grid)), fan.share, indexing="ij")
    flat = np.ones(across.shape)
    strands, opacity = across, flat
    if style == "short":
        strands, opacity = across + _aslant(fan), _thin(fan)
    return sheet(grid, _REPEATS * strands, 0.006 + 0.924 * along, flat, opacity)


def _fan(skull: Skull, hairline: Hairline, centre: Floats, pole: Floats) -> _Fan:
    around, along = _CELLS[hairline.style]
    azimuth = np.linspace(-180, 180, around + 1)
    start = line_directions(skull, hairline, centre, azimuth)
    share = np.linspace(0, 1, along + 1)
    rows, radii = [], []
    for t in share:
        way = _run(start, pole, 0.995 * float(t), risen=hairline.style == "short")
        radius = skull(way)
        radius[:-1] = gaussian_filter1d(radius[:-1], 1.2, mode="wrap")
        radius[-1] = radius[0]
        rows.append(way)
        radii.append(radius)
    return _Fan(ways=np.stack(rows, 1), radius=np.stack(radii, 1), azimuth=azimuth, share=share)


def _relief(count: int) -> Floats:
    """Heights (count,) of locks around the head, about 1; the last is the first."""
    rng = np.random.default_rng(23)
    locks = gaussian_filter1d(rng.standard_normal(count - 1), 1.2, mode="wrap")
    wide = gaussian_filter1d(rng.standard_normal(count - 1), 4.0, mode="wrap")
    both = 0.6 * locks / locks.std() + 0.7 * wide / wide.std()
    return np.append(both, both[0])


def _under(fan: _Fan, eyes: float) -> Floats:
    """Metres (A, B) off the skin, of hair that lies under other hair."""
    t = fan.share[None]
    behind = np.sin(np.radians(fan.azimuth / 2))[:, None] ** 2
    lift = 0.0020 * np.clip(t / 0.02, 0, 1) + 0.006 * behind * np.clip(t / 0.25, 0, 1)
    lift = lift + 0.0008 * _relief(len(behind))[:, None] * behind * np.clip(t / 0.1, 0, 1)
    lift = lift * np.clip((1.03 - t) / 0.10, 0.25, 1)
    lift = lift * (1 - 0.35 * _at_ears(fan, eyes))
    return np.asarray(lift - 0.0012 * (t == 0))


def _short(fan: _Fan) -> Floats:
    """Metres (A, B) off the skin: full on top, cut close at the sides and the nape."""
    t = fan.share[None]
    front = np.cos(np.radians(fan.azimuth / 2))[:, None] ** 2
    # It grows thick soonest where it is short: above the ears strands begin beside others' middles.
    body = np.clip((t - 0.02) / (0.10 + 0.16 * front**2), 0, 1)
    body = body * (2 - body)
    top = np.clip((fan.ways[..., 1] - 0.30) / 0.55, 0, 1)
    top = top * top * (3 - 2 * top)
    lift = 0.0015 * np.clip(t / 0.02, 0, 1) + body * (0.0025 + 0.0155 * top)
    # Combed aside, it stands highest over the signer's right temple.
    swept = np.exp(-(((fan.azimuth + 12) / 42) ** 2))[:, None]
    lift = lift + 0.0050 * body * swept * np.exp(-(((t - 0.30) / 0.22) ** 2))
    lift = lift + 0.0012 * _relief(len(front))[:, None] * body * (0.15 + top) * (1 - t) ** 0.5
    return np.asarray(lift - 0.0012 * (t == 0))


def _thin(fan: _Fan) -> Floats:
    """Opacity (A, B): short hair thins out towards ears and nape, where the skin shines through."""
    side = np.sin(np.radians(fan.azimuth / 2))[:, None] ** 2
    return np.asarray(1 - 0.8 * side * np.clip(1 - fan.share / 0.10, 0, 1)[None])


def _aslant(fan: _Fan) -> Floats:
    """Share (A, B) of the way round by which strands have left the fan: at the sides they come
    down from the front, above the forehead they are combed to the signer's left."""
    turn = np.radians(fan.azimuth)[:, None]
    return np.asarray((0.10 * np.sin(turn) - 0.045 * np.cos(turn / 2) ** 4) * fan.share[None])


def _at_ears(fan: _Fan, eyes: float) -> Floats:
    """(A, B) 1 beside the ears, where combed hair lies flat so that they stand out of it. eyes:
    metres that they lie below the middle."""
    azimuth = np.degrees(np.arctan2(np.abs(fan.ways[..., 0]), fan.ways[..., 2]))
    height = fan.ways[..., 1] * fan.radius + eyes
    around = np.exp(-(((azimuth - 98) / 26) ** 4))
    return np.asarray(around * np.clip((0.072 - height) / 0.055, 0, 1))


def _run(start: Floats, pole: Floats, t: float, *, risen: bool) -> Floats:
    """Ways (A, 3) at a share of the way from ``start`` (A, 3) to the middle. risen: strands leave
    the line upwards: straight to the middle, those of the sideburns would run across those above
    the ears."""
    end = np.repeat(pole[None], len(start), 0)
    if not risen:
        return _slerp(start, end, t)
    flat = start * [1, 0, 1]
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    above = np.cos(_RISEN) * flat + np.sin(_RISEN) * np.array([0, 1.0, 0])
    return _slerp(_slerp(start, above, t), _slerp(above, end, t), t)


def _slerp(a: Floats, b: Floats, t: float) -> Floats:
    angle = np.arccos(np.clip((a * b).sum(1), -1, 1))[:, None]
    sine = np.maximum(np.sin(angle), 1e-6)
    mixed: Floats = np.sin((1 - t) * angle) / sine * a + np.sin(t * angle) / sine * b
    mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
    return mixed
