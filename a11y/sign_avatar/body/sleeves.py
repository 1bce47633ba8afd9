"""How the sleeves fold when the elbow bends: shapes that both renderers blend by its angle.

Blended joints alone make a bent sleeve a rubber tube: round outside, pinched inside. Here the cloth
around each elbow is relaxed at several angles as cloth is, over the flesh of the arm: tight over
the elbow's point, slack in its crook; then it gets creases. What is left is written as morphs named
``fold<angle>.<side>`` on top of the blended joints.
Relaxing: position based dynamics (Müller et al. 2007). Creases run aslant round the arm, those of
the crook deepen as it closes, and are drawn steeper than they are deep, as a picture this small
needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.landmarks import SIDES, unit
from a11y.sign_avatar.body.mesh import Floats, Ints, smoother, vertex_normals
from a11y.sign_avatar.body.skeleton import Skeleton

ANGLES = (8.0, 55.0, 100.0, 140.0)
"""Degrees between upper arm and forearm, 0 straight, at which the sleeve's shape is known."""

_REACH = 0.16  # metres from the elbow that are looked at
_LOOSE, _HELD = 0.075, 0.125  # metres from the elbow: within the first the cloth is free
_SLACK = 1.02  # how much longer than the arm the sleeve is there
_STEP = 3.0  # degrees
_ROUNDS = 14  # times the cloth is relaxed at each step
_YIELD = 0.35  # how much cloth resists being pressed together; stretched it yields not at all
_EVEN = 0.05
_GAP = 0.0035  # metres of cloth and air over the flesh
_POINTED = 0.80  # the elbow's point beside the flesh next to it
_STEEPER = 1.9  # the creases' normals beside their depth
_FADE = 0.128, 0.158  # metres from the elbow over which the creases end

# From the elbow along the arm, slope per radian, both mm; middle and half of its way round the arm,
# radians, 0 in the crook; breadth, mm; depth in a straight and in a closed arm, mm.
_CREASES = np.array(
    [
        (-13, 5, 0.0, 1.5, 6.5, 0.7, 5.9),
        (13, -6, 0.2, 1.4, 6.5, 0.7, 5.3),
        (-35, 12, 0.4, 1.3, 8.5, 1.4, 4.8),
        (37, -14, -0.3, 1.3, 8.5, 1.4, 4.5),
        (-62, 22, -0.5, 1.2, 10.5, 2.1, 3.6),
        (66, -20, 0.5, 1.3, 10.5, 2.1, 3.4),
        (-42, -10, 2.5, 0.9, 9, 2.0, 0.8),
        (30, 12, 2.7, 0.9, 8, 2.1, 0.4),
        (100, 26, 1.5, 1.5, 10, 2.5, 2.2),
        (122, -20, -1.5, 1.5, 10, 2.2, 2.0),
        (-100, -30, -1.0, 1.5, 13, 2.5, 2.5),
        (-128, 25, 1.4, 1.5, 12, 2.4, 2.4),
    ]
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Bend:
    """One elbow. joint: whose rotation bends it; above, below (3,): unit ways of the bones at rest,
    to the joint and from it; angles: degrees, rising; morphs: the shape at each of them.

    The angle is that between ``above`` and the turned ``below``; between two angles the shapes are
    mixed linearly, beyond the last ones they stay."""

    joint: str
    above: Floats
    below: Floats
    angles: tuple[float, ...]
    morphs: tuple[str, ...]

    def to_row(self) -> dict[str, object]:
        return {
            "joint": self.joint,
            "above": [round(float(x), 6) for x in self.above],
            "below": [round(float(x), 6) for x in self.below],
            "angles": list(self.angles),
            "morphs": list(self.morphs),
        }


@dataclass(frozen=True, eq=False)
class _Flesh:
    """A cone-like limb from the elbow at 0: radii (K,) at places (K,) along it, metres."""

    places: Floats
    radii: Floats

    def push(self, points: Floats, way: Floats) -> Floats:
        """Points (N, 3), none of them nearer to the limb along ``way`` than its flesh allows."""
        along = np.clip(points @ way, 0, _REACH)
        off = points - along[:, None] * way
        away = np.linalg.norm(off, axis=1)
        short = np.maximum(np.interp(along, self.places, self.radii) + _GAP - away, 0)
        return np.asarray(points + off * (short / np.maximum(away, 1e-6))[:, None])


def fold_sleeves(
    points: Floats,
    normals: Floats,
    triangles: Ints,
    weights: Floats,
    under: Floats,
    skeleton: Skeleton,
) -> tuple[tuple[Bend, ...], dict[str, tuple[Floats, Floats]]]:
    """Both elbows, and for each morph what is added to points and normals (N, 3) before the joints
    turn. weights (N, J) of the cloth; under (N, 3): the skin below each point."""
    bends, morphs = [], {}
    for side, sign in SIDES:
        sleeve = _Sleeve(points, triangles, weights, under, skeleton, side, sign)
        names = tuple(f"fold{round(angle)}.{side}" for angle in ANGLES)
        for name, (moved, turned) in zip(names, sleeve.shapes(ANGLES), strict=True):
            both = np.zeros_like(points), np.zeros_like(points)
            both[0][sleeve.rows] = sleeve.inside * (moved - points[sleeve.rows])
            both[1][sleeve.rows] = sleeve.inside * (turned - normals[sleeve.rows])
            morphs[name] = both
        bends.append(
            Bend(
                joint=f"lowerarm01.{side}",
                above=sleeve.above,
                below=sleeve.below,
                angles=ANGLES,
                morphs=names,
            )
        )
    return tuple(bends), morphs


class _Sleeve:
    """The cloth around one elbow. Metres, from the elbow; the upper arm stays where it is.

    rows: its points; inside (N, 1): 1, falling to 0 where the rest of the sheet begins."""

    def __init__(
        self,
        points: Floats,
        triangles: Ints,
        weights: Floats,
        under: Floats,
        skeleton: Skeleton,
        side: str,
        sign: float,
    ) -> None:
        shoulder, elbow, wrist = (
            skeleton.head(f"{name}.{side}") for name in ("upperarm01", "lowerarm01", "wrist")
        )
        self.elbow = elbow
        self.above, self.below = unit(elbow - shoulder), unit(wrist - elbow)
        self.hinge = unit(np.cross(self.above, self.below))
        self.rest = float(np.arccos(self.above @ self.below))
        middle = unit(self.above + self.below)
        upper = [skeleton.index(f"upperarm{k}.{side}") for k in ("01", "02")]
        lower = [skeleton.index(f"{name}.{side}") for name in ("lowerarm01", "lowerarm02", "wrist")]
        off = points - elbow
        along = np.where(off @ middle < 0, off @ self.above, off @ self.below)
        own = (weights[:, upper + lower].sum(1) > 0.6) & (np.abs(along) < _REACH)
        used = triangles[own[triangles].all(1)]
        own = np.isin(np.arange(len(points)), used)
        self.rows = np.flatnonzero(own)
        place = np.full(len(points), -1)
        place[self.rows] = np.arange(len(self.rows))
        self._triangles = place[used]
        self._start = off[own]
        self._lower = weights[own][:, lower].sum(1)
        self._along = along[own]
        self.inside = np.clip((_REACH - np.abs(self._along)) / 0.02, 0, 1)[:, None]
        free = 1 - np.clip((np.abs(self._along) - _LOOSE) / (_HELD - _LOOSE), 0, 1)
        self._free = free * free * (3 - 2 * free)
        self._average = smoother(len(self.rows), self._triangles)
        self._edges, self._lengths = self._measured(middle)
        self._share = 1.4 / np.bincount(self._edges.ravel(), minlength=len(self.rows))
        self._flesh = self._limbs(under[own] - elbow)
        self._round = sign * self._around()

    def _measured(self, middle: Floats) -> tuple[Ints, Floats]:
        """Edges (E, 2) and how long each wants to be; lengthwise there is some slack."""
        t = self._triangles
        edges = np.unique(
            np.sort(np.concatenate([t[:, [0, 1]], t[:, [1, 2]], t[:, [2, 0]]]), axis=1), axis=0
        )
        way = self._start[edges[:, 0]] - self._start[edges[:, 1]]
        length = np.linalg.norm(way, axis=1)
        lengthwise = (way @ middle / length) ** 2 * self._free[edges].mean(1)
        return edges, length * (1 + (_SLACK - 1) * lengthwise)

    def _limbs(self, skin: Floats) -> tuple[_Flesh, _Flesh]:
        """Upper arm and forearm under the cloth, both seen from the elbow, where they meet in a
        point."""
        limbs = []
        grid = np.linspace(0.035, 0.15, 8)
        for way, mine in ((-self.above, self._along < -0.03), (self.below, self._along > 0.03)):
            along = skin[mine] @ way
            away = np.linalg.norm(skin[mine] - along[:, None] * way, axis=1)
            near = [away[np.abs(along - place) < 0.012] for place in grid]
            known = [k for k, found in enumerate(near) if len(found) > 4]
            limbs.append((grid[known], np.array([np.quantile(near[k], 0.35) for k in known])))
        point = _POINTED * min(limbs[0][1].min(), limbs[1][1][:3].min())
        upper, lower = (
            _Flesh(np.append(0.0, places), np.append(point, radii)) for places, radii in limbs
        )
        return upper, lower

    def _around(self) -> Floats:
        """(N,) radians around the arm, 0 in the crook."""
        cosine = self.above @ self.below
        inward = np.where(
            (self._along < 0)[:, None],
            unit(self.below - cosine * self.above),
            unit(cosine * self.below - self.above),
        )
        around: Floats = np.arctan2(self._start @ self.hinge, (self._start * inward).sum(1))
        return around

    def shapes(self, angles: tuple[float, ...]) -> list[tuple[Floats, Floats]]:
        """Points and normals (N, 3) in the whole body's frame at rest, which the joints then turn
        into the sleeve at those angles."""
        rest = float(np.degrees(self.rest))
        found = {}
        for way in (sorted(a for a in angles if a > rest), sorted(angles, reverse=True)):
            points, angle = self._start, rest
            for goal in way:
                if goal in found:
                    continue
                steps = np.linspace(angle, goal, 1 + max(1, round(abs(goal - angle) / _STEP)))
                for last, now in pairwise(steps):
                    points = points + self._blended(now) - self._blended(last)
                    points = self._relaxed(points, now)
                found[goal], angle = points, goal
        return [self._at_rest(*self._creased(found[angle], angle), angle) for angle in angles]

    def _turned(self, angle: float) -> Floats:
        """Rotation (3, 3) of the forearm from rest to an angle in degrees."""
        x, y, z = self.hinge
        cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
        more = np.radians(angle) - self.rest
        turned: Floats = np.eye(3) + np.sin(more) * cross + (1 - np.cos(more)) * cross @ cross
        return turned

    def _blended(self, angle: float) -> Floats:
        """Where the joints alone put the cloth."""
        lower = self._lower[:, None]
        blended: Floats = (1 - lower) * self._start + lower * (self._start @ self._turned(angle).T)
        return blended

    def _relaxed(self, points: Floats, angle: float) -> Floats:
        forearm = self._turned(angle) @ self.below
        between = unit(self.above + forearm)
        part = np.where(self._lower > 0.5, 1.0, -1.0)
        apart = np.abs(self._lower - 0.5) > 0.12
        blended = self._blended(angle)
        held = (0.35 * (1 - self._free))[:, None]
        first, second = self._edges.T
        for _ in range(_ROUNDS):
            way = points[first] - points[second]
            length = np.linalg.norm(way, axis=1)
            more = length - self._lengths
            pull = np.where(more > 0, 0.5, 0.5 * _YIELD) * more / np.maximum(length, 1e-6)
            move = np.stack(
                [
                    np.bincount(second, pull * way[:, k], len(points))
                    - np.bincount(first, pull * way[:, k], len(points))
                    for k in range(3)
                ],
                axis=1,
            )
            points = points + move * self._share[:, None]
            points = points + _EVEN * (self._average @ points - points)
            points = self._flesh[0].push(points, -self.above)
            points = self._flesh[1].push(points, forearm)
            # In the crook the two halves meet at the plane that halves the angle.
            beyond = np.maximum(0.0008 - part * (points @ between), 0) * apart
            points = points + (part * beyond)[:, None] * between
            points = points + held * (blended - points)
        return points

    def _creased(self, points: Floats, angle: float) -> tuple[Floats, Floats]:
        """Points and normals of the cloth with its creases."""
        normals = vertex_normals(points, self._triangles)
        for _ in range(3):
            normals = self._average @ normals
        normals /= np.linalg.norm(normals, axis=1, keepdims=True)
        start, end = _FADE
        fade = np.clip((end - np.abs(self._along)) / (end - start), 0, 1)
        depth = (creases(self._along, self._round, angle) * fade)[:, None]
        steep = vertex_normals(points + _STEEPER * depth * normals, self._triangles)
        return points + depth * normals, steep

    def _at_rest(self, points: Floats, normals: Floats, angle: float) -> tuple[Floats, Floats]:
        """Undone what the joints will do."""
        lower = self._lower[:, None, None]
        joints = (1 - lower) * np.eye(3) + lower * self._turned(angle)
        moved = np.linalg.solve(joints, points[..., None])[..., 0] + self.elbow
        turned = np.linalg.solve(joints, normals[..., None])[..., 0]
        turned /= np.linalg.norm(turned, axis=1, keepdims=True)
        return moved, turned


def creases(along: Floats, around: Floats, angle: float) -> NDArray[np.float64]:
    """Height (N,) in metres of the creases at places ``along`` the arm (metres from the elbow,
    negative above) and ``around`` it (radians, 0 in the crook)."""
    closed = np.clip((angle - 25) / 100, 0, 1)
    closed = closed * closed * (3 - 2 * closed)
    out = np.zeros_like(along)
    for place, slope, middle, half, broad, straight, bent in _CREASES:
        off = (around - middle + np.pi) % (2 * np.pi) - np.pi
        across = (1e3 * along - place - slope * off - 6 * np.sin(1.7 * off + place)) / broad
        ridge = np.exp(-(across**2)) - 0.55 * np.exp(-(((np.abs(across) - 1.75) / 0.9) ** 2))
        shown = np.clip(1 - (off / half) ** 2, 0, 1) ** 1.3
        out += 1e-3 * ((1 - closed) * straight + closed * bent) * shown * ridge
    return out
