"""Hair that grows out of the skin: a fan of strands from the hairline to a pole, in locks.

It leaves the skin at the line with no step, its alpha is broken up strand by strand there, and its
height varies lock by lock, so that neither a hard edge nor a smooth cap shows. Under a bob only its
roots are seen; short hair is all of it, with single locks over it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import RegularGridInterpolator
from scipy.ndimage import gaussian_filter, gaussian_filter1d

from a11y.sign_avatar.body.hair_locks import Sheet, Strand, lock, sheet
from a11y.sign_avatar.body.hair_skull import Skull, line_directions
from a11y.sign_avatar.body.hairline import Hairline
from a11y.sign_avatar.body.mesh import Floats

_CELLS = {"bob": (56, 6), "short": (100, 13)}
"""Cells around the head and along the strands; fewer where other hair covers it."""
_POLE = {"bob": (0.0, -0.10, -1.0), "short": (0.22, 0.80, -0.56)}
_REPEATS = 4.0  # of the picture of strands around the head
_LOCKS, _LOCK_ALONG = 84, 6


@dataclass(frozen=True, eq=False, kw_only=True)
class _Fan:
    """Where strands run: ways (A, B, 3) from the middle, radius (A, B) of the skin there, azimuth
    (A,) in degrees of their roots, share (B,) of their length."""

    ways: Floats
    radius: Floats
    azimuth: Floats
    share: Floats


def shell(skull: Skull, hairline: Hairline, centre: Floats) -> list[Sheet]:
    """The shell of that hairline's style, and what locks lie over it. centre (3,): the head's
    middle, from which ``skull`` measures."""
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
    whole = sheet(grid, _REPEATS * across, 0.006 + 0.924 * along, flat, flat)
    return [whole, *(_locks(grid, centre, fan) if style == "short" else [])]


def _fan(skull: Skull, hairline: Hairline, centre: Floats, pole: Floats) -> _Fan:
    around, along = _CELLS[hairline.style]
    azimuth = np.linspace(-180, 180, around + 1)
    start = line_directions(skull, hairline, centre, azimuth)
    share = np.linspace(0, 1, along + 1)
    rows, radii = [], []
    for t in share:
        way = _slerp(start, np.repeat(pole[None], len(start), 0), 0.995 * float(t))
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
    """Metres (A, B) off the skin: full above the forehead, close at the temples and nape."""
    t = fan.share[None]
    front = np.cos(np.radians(fan.azimuth / 2))[:, None] ** 2
    # As long as the roots are thin they lie on the skin, or one sees through beneath them.
    fading = 0.13 + 0.30 * (1 - front) ** 2
    body = np.clip((t - 0.03) / fading, 0, 1) ** 0.8
    top = np.clip((fan.ways[..., 1] - 0.05) / 0.5, 0, 1)
    lift = 0.002 * np.clip(t / 0.02, 0, 1) + body * (0.0035 + 0.016 * top)
    lift = lift + 0.004 * body * front**3 * np.exp(-(((t - 0.16) / 0.16) ** 2))
    lift = lift + 0.0014 * _relief(len(front))[:, None] * body * (0.3 + top) * (1 - t) ** 0.5
    return np.asarray(lift - 0.0012 * (t == 0))


def _at_ears(fan: _Fan, eyes: float) -> Floats:
    """(A, B) 1 beside the ears, where combed hair lies flat so that they stand out of it. eyes:
    metres that they lie below the middle."""
    azimuth = np.degrees(np.arctan2(np.abs(fan.ways[..., 0]), fan.ways[..., 2]))
    height = fan.ways[..., 1] * fan.radius + eyes
    around = np.exp(-(((azimuth - 98) / 26) ** 4))
    return np.asarray(around * np.clip((0.072 - height) / 0.055, 0, 1))


def _locks(grid: Floats, centre: Floats, fan: _Fan) -> list[Sheet]:
    """Short locks, those above the forehead swept to the side."""
    normal = _normals(grid, centre)
    places = np.linspace(0, 1, len(grid))
    at = RegularGridInterpolator((places, fan.share), np.concatenate([grid, normal], -1))

    def surface(across: Floats, along: Floats) -> tuple[Floats, Floats]:
        found = at(np.stack([across % 1.0, along], 1))
        return found[:, :3], found[:, 3:]

    draw = np.random.default_rng(37).uniform
    out = []
    for k in range(_LOCKS):
        middle = (k + draw(0, 1)) / _LOCKS
        front = np.cos(np.pi * (middle - 0.5)) ** 2
        root = draw(0.05, 0.45)
        aside = (0.030 * front + 0.008) * draw(0.4, 1.2)
        strand = Strand(
            across=(middle, middle + aside),
            along=(root, root + draw(0.22, 0.42)),
            half=draw(0.0045, 0.0085),
            high=draw(0.0012, 0.0018) + 0.0010 * front,
            tone=draw(0.86, 1.10),
            sway=0.004,
            turn=draw(0, np.pi),
        )
        out.append(lock(surface, strand, cells=_LOCK_ALONG, repeats=_REPEATS))
    return out


def _normals(grid: Floats, centre: Floats) -> Floats:
    normal = np.cross(np.gradient(grid, axis=0), np.gradient(grid, axis=1))
    out = grid - centre
    length = np.linalg.norm(normal, axis=-1, keepdims=True)
    normal = np.where(length > 1e-9, normal / np.maximum(length, 1e-9), out)
    normal = normal * np.sign((normal * out).sum(-1, keepdims=True))
    return np.asarray(normal / np.linalg.norm(normal, axis=-1, keepdims=True))


def _slerp(a: Floats, b: Floats, t: float) -> Floats:
    angle = np.arccos(np.clip((a * b).sum(1), -1, 1))[:, None]
    sine = np.maximum(np.sin(angle), 1e-6)
    mixed: Floats = np.sin((1 - t) * angle) / sine * a + np.sin(t * angle) / sine * b
    mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
    return mixed
