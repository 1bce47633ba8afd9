"""Locks: narrow strips over a surface of hair, pointed, with soft edges. They break its outline and
its gleam into strands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.body.mesh import Floats, Ints

Surface = Callable[[Floats, Floats], tuple[Floats, Floats]]
"""Points (N, 3) and outward normals (N, 3) at (N,) shares across and (N,) shares from root to
tip."""
_ROLL = 0.0006  # metres by which a lock's edges lie under the surface


@dataclass(frozen=True, eq=False, kw_only=True)
class Sheet:
    """positions (N, 3); triangles; uv (N, 2): across and along the strands; shade, alpha (N,);
    inside: seen from the head, not from without."""

    positions: Floats
    triangles: Ints
    uv: Floats
    shade: Floats
    alpha: Floats
    inside: bool = False


def sheet(
    grid: Floats, u: Floats, v: Floats, shade: Floats, alpha: Floats, *, inside: bool = False
) -> Sheet:
    """A grid (A, B, 3) of points with values (A, B); what comes first in it is drawn last."""
    index = np.arange(u.size).reshape(u.shape)
    a, b, c, d = (
        part.ravel() for part in (index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1])
    )
    return Sheet(
        positions=grid.reshape(-1, 3),
        # What is frayed comes last, or it would hide what lies behind it.
        triangles=np.stack([a, b, c, a, c, d], 1).reshape(-1, 3)[::-1],
        uv=np.stack([u, np.clip(v, 0, 1)], -1).reshape(-1, 2),
        shade=np.clip(shade, 0, 1).ravel(),
        alpha=np.asarray(alpha).ravel(),
        inside=inside,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Where a lock lies: shares across (from root to tip) and along, half its breadth as a share,
    metres it stands off, how light it is."""

    across: tuple[float, float]
    along: tuple[float, float]
    half: float
    high: float
    tone: float
    sway: float = 0.0
    turn: float = 0.0


def lock(surface: Surface, strand: Strand, *, cells: int, repeats: float) -> Sheet:
    """One lock. cells: along it; repeats: how often the picture of strands repeats across the
    whole surface."""
    t = np.linspace(0, 1, cells + 1)
    along = strand.along[0] + t * (strand.along[1] - strand.along[0])
    middle = strand.across[0] + t * (strand.across[1] - strand.across[0])
    middle = middle + strand.sway * np.sin(np.pi * t * 1.4 + strand.turn)
    body = np.sin(np.pi * (0.10 + 0.90 * t)) ** 0.55
    body[-1] = 0.12
    rows = []
    for side in (-1.0, 0.0, 1.0):
        place, normal = surface(middle + side * strand.half * body, np.clip(along, 0, 1))
        lift = np.where(side == 0, strand.high, -_ROLL) * np.clip(t / 0.2, 0, 1)
        beyond = np.clip(along - 1, 0, None) * 0.20
        rows.append(place + normal * lift[:, None] - np.array([0, 1, 0]) * beyond[:, None])
    across = np.repeat(np.array([-1.0, 0, 1])[:, None], len(t), 1)
    faded = np.clip(t / 0.12, 0, 1) * np.clip((1 - t) / 0.05, 0, 1)
    shade = strand.tone * np.where(across == 0, 1.0, 0.84)
    return sheet(
        np.stack(rows),
        repeats * (middle + strand.half * across),
        np.broadcast_to(0.05 + 0.945 * along, across.shape),
        shade * (1 - 0.25 * np.clip((along - 0.85) / 0.15, 0, 1)),
        np.where(across == 0, faded, 0.0),
    )
