"""Shapes of movements: how far a hand has gone, as displacement or turn, at each share of its way.

All functions take ``s`` (N,), the share of the way done in [0, 1], already eased. Displacements
are metres in the rig's frame and start at zero. Sizes follow the notation: a usual straight move
is half a forearm long, a small one under half of that, a large one nearly double.
"""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.orientation import from_outward, halfway, vector
from a11y.sign_avatar.motion.rotations import Array, about, cross, rotate, unit
from a11y.sign_avatar.notation.model import Circle, CrossMovement, Local, Straight
from a11y.sign_avatar.notation.vocabulary import (
    Arc,
    CirclePlane,
    Clock,
    Direction,
    Ellipse,
    Growth,
    LocalMovement,
    Size,
    Wave,
)

STRAIGHT_LENGTH = {Size.SMALL: 0.055, None: 0.125, Size.LARGE: 0.22}
CIRCLE_RADIUS = {Size.SMALL: 0.035, None: 0.062, Size.LARGE: 0.11}
_BULGE = {Size.SMALL: 0.18, None: 0.32, Size.LARGE: 0.5}
_NARROW = {Size.SMALL: 0.3, None: 0.5, Size.LARGE: 0.75}  # the short axis of an ellipse
_WAVE_HEIGHT = {Size.SMALL: 0.010, None: 0.020, Size.LARGE: 0.035}
_CLOCK = {
    Clock.U: 0,
    Clock.UR: 1,
    Clock.R: 2,
    Clock.DR: 3,
    Clock.D: 4,
    Clock.DL: 5,
    Clock.L: 6,
    Clock.UL: 7,
}
_PLAIN = {
    Arc.U: np.array([0.0, 1.0, 0.0]),
    Arc.D: np.array([0.0, -1.0, 0.0]),
    Arc.L: np.array([1.0, 0.0, 0.0]),
    Arc.R: np.array([-1.0, 0.0, 0.0]),
}


def ease(share: Array) -> Array:
    """Minimum-jerk progress (Flash & Hogan 1985): 0 to 1 with no velocity or acceleration at the
    ends."""
    share = np.clip(share, 0.0, 1.0)
    return np.asarray(share**3 * (10 - 15 * share + 6 * share**2))


def straight(move: Straight, s: Array) -> Array:
    """(N, 3) displacement of a straight, arced, waved or zigzag movement."""
    way = vector(move.direction)
    if move.second is not None:
        way = halfway(way, vector(move.second))
    length = STRAIGHT_LENGTH[move.size]
    path = s[:, None] * way * length
    if move.arc is not None:
        side = rotate(from_outward(way), _PLAIN[move.arc])
        path = path + _bulge(s) * side * (_BULGE[move.arc_size] * length)
    if move.wave is not None:
        side = _across(way, move.ellipse)
        cycles = 3 if move.size is not Size.SMALL else 2
        phase = 2 * np.pi * cycles * s
        swing = np.sin(phase) if move.wave is Wave.WAVY else _triangle(phase)
        height = _WAVE_HEIGHT[move.wave_size] * growth(move.growth, s)
        path = path + (height * swing * np.minimum(1, 8 * s * (1 - s) + 0.0))[:, None] * side
    return path


def _bulge(s: Array) -> Array:
    return np.asarray((4 * s * (1 - s))[:, None])


def _triangle(phase: Array) -> Array:
    return np.asarray(2 / np.pi * np.arcsin(np.clip(np.sin(phase) * 0.98, -1, 1)))


def _across(way: Array, ellipse: Ellipse | None) -> Array:
    """Perpendicular to a movement: up and down unless the wave's plane says otherwise."""
    wanted = {
        Ellipse.H: np.array([1.0, 0.0, 0.0]),
        Ellipse.UR: unit(np.array([-1.0, 1.0, 0.0])),
        Ellipse.UL: unit(np.array([1.0, 1.0, 0.0])),
    }.get(ellipse or Ellipse.V, np.array([0.0, 1.0, 0.0]))
    for axis in (wanted, np.array([1.0, 0.0, 0.0]), np.array([0.0, 0.0, 1.0])):
        side = axis - way * float(way @ axis)
        if float(np.linalg.norm(side)) > 0.3:
            return unit(side)
    return unit(cross(way, np.array([0.0, 1.0, 0.0])))


def growth(kind: Growth | None, s: Array) -> Array:
    """Factor on a movement's size as it goes on."""
    if kind is Growth.INCREASING:
        return 0.4 + 0.9 * s
    if kind is Growth.DECREASING:
        return 1.3 - 0.9 * s
    return np.ones_like(s)


def circle_turns(move: Circle) -> float:
    """How many times round, from the clock marks (one whole turn without any)."""
    marks = move.clocks
    whole = sum(1 for mark in marks if mark is Clock.FULL)
    hours = [_CLOCK[mark] for mark in marks if mark is not Clock.FULL]
    if len(hours) >= 2:
        part = ((hours[1] - hours[0]) % 8) / 8
        return whole + part if part or whole else 1.0
    return float(max(whole, 1))


def circle(move: Circle, s: Array) -> Array:
    """(N, 3) displacement along a circle or ellipse; clockwise as seen along its axis."""
    axis = vector(Direction(move.plane.value))
    if move.second is not None:
        axis = halfway(axis, vector(Direction(CirclePlane(move.second).value)))
    top, right = _clock_face(axis)
    hours = [_CLOCK[mark] for mark in move.clocks if mark is not Clock.FULL]
    start = hours[0] * np.pi / 4 if hours else 0.0
    angle = start + 2 * np.pi * circle_turns(move) * s
    radius = CIRCLE_RADIUS[move.size]
    a, b = radius * growth(move.growth, s), radius * growth(move.growth, s)
    tilt = {Ellipse.H: np.pi / 2, Ellipse.V: 0.0, Ellipse.UR: np.pi / 4, Ellipse.UL: -np.pi / 4}
    if move.ellipse is not None:
        a, b = a * 1.35, b * _NARROW[move.ellipse_size]
        turn = tilt[move.ellipse]
        long = np.cos(turn) * top + np.sin(turn) * right
        wide = -np.sin(turn) * top + np.cos(turn) * right
        angle = angle - turn
    else:
        long, wide = top, right
    path = (a * np.cos(angle))[:, None] * long + (b * np.sin(angle))[:, None] * wide
    return np.asarray(path - path[:1])


def _clock_face(axis: Array) -> tuple[Array, Array]:
    """(twelve o'clock, three o'clock) of a circle's plane, seen along its axis."""
    up = np.array([0.0, 1.0, 0.0])
    if abs(float(axis @ up)) > 0.9:
        up = np.array([0.0, 0.0, 1.0])
    top = unit(up - axis * float(axis @ up))
    return top, cross(axis, top)


def cross_strokes(move: CrossMovement) -> tuple[Array, ...]:
    """The corner points (3,) of a plus sign or an X drawn in the air, from its first stroke on."""
    half = STRAIGHT_LENGTH[move.size] * 0.5
    if move.diagonal:
        corners = [(1, 1), (-1, -1), (-1, 1), (1, -1)]
    else:
        corners = [(0, 1), (0, -1), (1, 0), (-1, 0)]
    points = [np.array([x * half, y * half, 0.0]) for x, y in corners]
    return tuple(point - points[0] for point in points)


def local_cycles(move: Local) -> float:
    """Periods of a local movement written once."""
    return 3.0 if move.kind is LocalMovement.FINGER_PLAY else 2.0


_ANGLE = {Size.SMALL: 0.6, None: 1.0, Size.LARGE: 1.4}


def local_turn(
    move: Local, s: Array, along: Array, palm: Array, thumbward: Array, cycles: float
) -> Array:
    """(N, 4) turn in the hand's own rest frame for a wrist movement.

    Nodding bends palm-ward, swinging thumb to little finger, twisting turns the forearm, stirring
    lets the fingertips run round.
    """
    size = _ANGLE[move.size] * growth(move.growth, s)
    phase = 2 * np.pi * cycles * s
    swing = np.sin(phase)
    flex, deviate = cross(along, palm), cross(along, thumbward)
    if move.kind is LocalMovement.NODDING:
        return about(flex, np.radians(22.0) * size * (1 - np.cos(phase)))
    if move.kind is LocalMovement.SWINGING:
        return about(deviate, np.radians(17.0) * size * swing)
    if move.kind is LocalMovement.TWISTING:
        return about(along, np.radians(32.0) * size * swing)
    sense = 1.0 if move.kind is LocalMovement.STIR_CW else -1.0
    fade = np.minimum(1.0, 6 * np.minimum(s, 1 - s))
    tilt = np.radians(14.0) * size * fade
    axis = np.cos(phase)[:, None] * deviate + sense * np.sin(phase)[:, None] * flex
    return about(axis, tilt)


def finger_play(s: Array, cycles: float, size: Array | float = 1.0, *, late: float = 0.0) -> Array:
    """(N, 4) degrees added at the knuckles of index … little finger, one after another. size: (N,)
    or one factor; late: periods by which all are behind."""
    phase = 2 * np.pi * (cycles * s[:, None] - late) - np.arange(4) * np.pi / 2
    fade = (size * np.minimum(1.0, 8 * np.minimum(s, 1 - s)))[:, None]
    return np.asarray(fade * (14.0 + 17.0 * np.sin(phase)))


def local_size(size: Size | None) -> float:
    return _ANGLE[size]
