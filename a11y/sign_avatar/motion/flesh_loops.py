"""Distances for one item, compiled (``compiled``): points against the distance field of head or
trunk, capsules against capsules. ``flesh`` applies them.
"""

from __future__ import annotations

from math import sqrt

import numpy as np

from a11y.sign_avatar.motion.compiled import inlined, loop

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Grid = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
_FAR = 0.05  # metres that a point outside a field is away at least
_TINY = 1e-12


@inlined
def _gap(x: float, y: float, z: float, grid: Grid, place: Array) -> float:
    """Between the eight values around a point; place: the grid's origin and step."""
    step = place[3]
    x, y, z = (x - place[0]) / step, (y - place[1]) / step, (z - place[2]) / step
    i, j, k = grid.shape
    if not (0 <= x <= i - 1 and 0 <= y <= j - 1 and 0 <= z <= k - 1):
        return _FAR
    i, j, k = min(int(x), i - 2), min(int(y), j - 2), min(int(z), k - 2)
    a, b, c = x - i, y - j, z - k
    low = grid[i, j, k] * (1 - c) + grid[i, j, k + 1] * c
    up = grid[i, j + 1, k] * (1 - c) + grid[i, j + 1, k + 1] * c
    near = low * (1 - b) + up * b
    low = grid[i + 1, j, k] * (1 - c) + grid[i + 1, j, k + 1] * c
    up = grid[i + 1, j + 1, k] * (1 - c) + grid[i + 1, j + 1, k + 1] * c
    return float(near * (1 - a) + (low * (1 - b) + up * b) * a)


@loop("(n,v),(x,y,z),(o)->(n)", a1="f4")
def gaps_at_rest(points: Array, grid: Grid, place: Array, out: Array) -> None:
    for n in range(points.shape[0]):
        out[n] = _gap(points[n, 0], points[n, 1], points[n, 2], grid, place)


@loop("(n,v),(j,v,v),(j,v),(j),(x,y,z),(o)->(n)", a4="f4")
def gaps(
    points: Array,
    back: Array,
    shift: Array,
    heights: Array,
    grid: Grid,
    place: Array,
    out: Array,
) -> None:
    """back, shift: the ways back to rest of the joints that carry the field, which take turns at
    their ``heights``."""
    count = len(heights)
    for n in range(points.shape[0]):
        px, py, pz = points[n, 0], points[n, 1], points[n, 2]
        first, share = 0, 0.0
        if count > 1:
            while first < count - 2 and py > heights[first + 1]:
                first += 1
            share = (py - heights[first]) / (heights[first + 1] - heights[first])
            share = min(max(share, 0.0), 1.0)
        x = y = z = 0.0
        for k in range(min(count, 2)):
            weight = share if k else 1.0 - share
            if weight > 0.0:
                j = first + k
                x += weight * (px * back[j, 0, 0] + py * back[j, 1, 0] + pz * back[j, 2, 0])
                y += weight * (px * back[j, 0, 1] + py * back[j, 1, 1] + pz * back[j, 2, 1])
                z += weight * (px * back[j, 0, 2] + py * back[j, 1, 2] + pz * back[j, 2, 2])
                x += weight * shift[j, 0]
                y += weight * shift[j, 1]
                z += weight * shift[j, 2]
        out[n] = _gap(x, y, z, grid, place)


@loop("(k,v),(k,v),(k),(m,v),(m,v),(m)->(k,m),(k,m),(k,m)")
def overlaps(
    starts: Array,
    ends: Array,
    radii: Array,
    others: Array,
    other_ends: Array,
    other_radii: Array,
    deep: Array,
    along: Array,
    across: Array,
) -> None:
    """The nearest points of two segments each (Ericson, Real-Time Collision Detection, 5.1.9)."""
    for k in range(starts.shape[0]):
        px, py, pz = starts[k]
        vx, vy, vz = ends[k, 0] - px, ends[k, 1] - py, ends[k, 2] - pz
        a = max(vx * vx + vy * vy + vz * vz, _TINY)
        for m in range(others.shape[0]):
            ox, oy, oz = others[m]
            wx, wy, wz = other_ends[m, 0] - ox, other_ends[m, 1] - oy, other_ends[m, 2] - oz
            rx, ry, rz = px - ox, py - oy, pz - oz
            e = max(wx * wx + wy * wy + wz * wz, _TINY)
            b = vx * wx + vy * wy + vz * wz
            c = vx * rx + vy * ry + vz * rz
            f = wx * rx + wy * ry + wz * rz
            spread = a * e - b * b
            t = min(max((b * f - c * e) / spread, 0.0), 1.0) if spread > _TINY else 0.0
            u = (b * t + f) / e
            if u < 0:
                u, t = 0.0, min(max(-c / a, 0.0), 1.0)
            elif u > 1:
                u, t = 1.0, min(max((b - c) / a, 0.0), 1.0)
            dx = rx + t * vx - u * wx
            dy = ry + t * vy - u * wy
            dz = rz + t * vz - u * wz
            deep[k, m] = radii[k] + other_radii[m] - sqrt(dx * dx + dy * dy + dz * dz)
            along[k, m], across[k, m] = t, u


@loop("(b,v),(b),(b),(o,v),(o),(p,v)->(p)")
def depth_at_places(
    centres: Array,
    radii: Array,
    follows: Array,
    others: Array,
    other_radii: Array,
    places: Array,
    deep: Array,
) -> None:
    """How deep spheres are in others at each place, 0 where they are apart; follows: how far each
    of them goes with the place."""
    furthest = 0.0
    for n in range(places.shape[0]):
        x, y, z = places[n]
        furthest = max(furthest, sqrt(x * x + y * y + z * z))
        deep[n] = 0.0
    for b in range(centres.shape[0]):
        share = follows[b]
        for o in range(others.shape[0]):
            room = radii[b] + other_radii[o]
            x = centres[b, 0] - others[o, 0]
            y = centres[b, 1] - others[o, 1]
            z = centres[b, 2] - others[o, 2]
            far = room + share * furthest
            if x * x + y * y + z * z >= far * far:
                continue
            for n in range(places.shape[0]):
                dx = x + share * places[n, 0]
                dy = y + share * places[n, 1]
                dz = z + share * places[n, 2]
                square = dx * dx + dy * dy + dz * dz
                least = room - deep[n]
                if square < least * least:
                    deep[n] = room - sqrt(square)
