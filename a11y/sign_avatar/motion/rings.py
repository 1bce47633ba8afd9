"""Rings of the thumb and a finger that go through each other like links of a chain.

Mirror images cannot be linked: where one ring crosses the plane between the hands, so does the
other. Rings that stand across each other can: the hands are put where the rings are linked and
flesh is least inside flesh. Closed rings cannot come together, so the hands come with open fingers
and close there, and they open before they part.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import product

import numpy as np

from a11y.sign_avatar.body.handshapes import DOFS
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import Array, cross, dot, rotate, unit
from a11y.sign_avatar.motion.seating import Balls, away_from, balls
from a11y.sign_avatar.motion.state import STEP, HandState, Track
from a11y.sign_avatar.notation.model import HandSite
from a11y.sign_avatar.notation.vocabulary import Finger

_AROUND, _STEPS = 0.036, (0.006, 0.002)  # metres that are searched, and how far apart
_DEEPEST = 0.006  # metres that fingers may be inside each other: skin gives
_COMING, _APART = 0.36, 0.13  # seconds, metres in which rings come together
_THERE, _CLOSES = 0.7, 0.5  # shares of that time: they are there, they begin to close
# Degrees in an open ring: the finger stretches, the thumb goes away from it.
_OPEN = {
    "index.mcp": 40.0,
    "index.pip": 30.0,
    "index.dip": 5.0,
    "thumb.radial": 30.0,
    "thumb.ip": -10.0,
}
# From where the left hand comes, seen from the right one: any way on its own side.
_WAYS: Array = unit(
    np.array([way for way in product((-1, -0.5, 0, 0.5, 1), repeat=3) if way[0] > 0])
)
_BONES = ("finger2-1", "finger2-2", "finger2-3"), ("finger1-3", "finger1-2", "finger1-1")


def is_ring(part: HandSite | None) -> bool:
    """Thumb and index together make a ring."""
    return part is not None and {Finger.THUMB, Finger.INDEX} <= set(part.fingers)


def ring(rig: Rig, side: str, angles: Array) -> Array:
    """(8, 3) a hand's ring as a closed line along the bones of index and thumb, in the hand's own
    frame."""
    own = hand(rig, side)
    frames = own.frames(angles)
    ends = {one.joint: np.asarray(one.end) for one in rig.capsules}
    out = []
    for bones in _BONES:
        line = [frames[f"{bone}.{side}"][1] for bone in bones]
        joint = f"{bones[-1] if bones is _BONES[0] else bones[0]}.{side}"
        turn, base = frames[joint]
        tip = base + rotate(turn, ends[joint] - own.body.head(joint))
        out += [*line, tip] if bones is _BONES[0] else [tip, *line]
    return np.array(out)


def linked(one: Array, other: Array) -> bool:
    """A closed line (N, 3) goes through another one (M, 3): it crosses the face that the other
    bounds more often one way than the other way."""
    middle = other.mean(axis=0)
    first, second = other - middle, np.roll(other, -1, axis=0) - middle
    start = one[:, None] - middle
    way = (np.roll(one, -1, axis=0) - one)[:, None]
    across = cross(np.broadcast_to(way, (len(one), len(other), 3)), second)
    size = dot(first, across)
    size = np.where(np.abs(size) < 1e-15, 1e-15, size)
    u = dot(start, across) / size
    turned = cross(start, np.broadcast_to(first, (len(one), len(other), 3)))
    v = dot(np.broadcast_to(way, turned.shape), turned) / size
    at = dot(np.broadcast_to(second, turned.shape), turned) / size
    through = (u >= 0) & (v >= 0) & (u + v <= 1) & (at >= 0) & (at < 1)
    return bool(np.sum(np.sign(size) * through) != 0)


def placed(rig: Rig, states: Mapping[str, HandState], at: Array) -> dict[str, Array] | None:
    """side → (3,) where the wrists are when the hands' rings are linked about the point ``at``;
    None where that would be deep in flesh, as it is for rings that mirror each other."""
    between, middles = _between(
        rig, *(values for side in ("R", "L") for values in _key(states[side]))
    )
    if between is None:
        return None
    signs = {"R": -0.5, "L": 0.5}
    return {side: at + signs[side] * between - middles[side] for side in states}


def _key(state: HandState) -> tuple[bytes, bytes]:
    return state.turn.tobytes(), state.angles.tobytes()


@lru_cache(maxsize=64)
def _between(
    rig: Rig, turn: bytes, angles: bytes, other_turn: bytes, other_angles: bytes
) -> tuple[Array | None, dict[str, Array]]:
    """(from the middle of the right ring to that of the left one (3,), side → (3,) from the wrist
    to the middle of its ring) where rings are linked and hands least inside each other, None for
    more than ``_DEEPEST``."""
    lines, flesh = {}, {}
    for side, a, b in (("R", turn, angles), ("L", other_turn, other_angles)):
        turned, shape = np.frombuffer(a), np.frombuffer(b)
        lines[side] = rotate(turned, ring(rig, side, shape))
        flesh[side] = turned, balls(rig, side, shape)
    middles = {side: line.mean(axis=0) for side, line in lines.items()}
    one, other = (lines[side] - middles[side] for side in ("R", "L"))
    best, least = np.zeros(3), np.inf
    for size in _STEPS:
        about = best
        reach = _AROUND if size == _STEPS[0] else _STEPS[0]
        ticks = np.arange(-reach, reach + 1e-9, size)
        for shift in about + np.stack(np.meshgrid(*[ticks] * 3), axis=-1).reshape(-1, 3):
            if not linked(one, other + shift):
                continue
            deep = _deepest(flesh, shift + middles["R"] - middles["L"])
            if deep < least:
                best, least = shift, deep
    return (best if least <= _DEEPEST else None), middles


def _deepest(flesh: Mapping[str, tuple[Array, Balls]], by: Array) -> float:
    """Metres that the right hand, its wrist at the origin, is inside the left one, its wrist at
    ``by`` (3,)."""
    (turn, own), (other_turn, other) = flesh["R"], flesh["L"]
    first, second = (by + rotate(other_turn, end) for end in other.ends)
    gaps = away_from(rotate(turn, own.centres), first, second, other.thick) - own.radii
    return float(-gaps.min())


def coming(rig: Rig, tracks: Mapping[str, Track]) -> dict[str, Track]:
    """side → how open hands come together and close, up to the first sample of their tracks."""
    first = {side: one.state(0, np.zeros(3)) for side, one in tracks.items()}
    way = _way_in(
        rig,
        (first["L"].wrist - first["R"].wrist).tobytes(),
        *(values for side in ("R", "L") for values in _key(first[side])),
    )
    share, closing = _progress()
    out = {}
    for side, state in first.items():
        away = (0.5 if side == "L" else -0.5) * _APART * way
        open_by = _opened(state.angles) - state.angles
        out[side] = Track(
            state.wrist + (1 - share)[:, None] * away,
            np.repeat(state.turn[None], len(share), 0),
            state.angles + (1 - closing)[:, None] * open_by,
            np.full(len(share), state.head),
        )
    return out


def parting(rig: Rig, tracks: Mapping[str, Track]) -> dict[str, Track]:
    """side → the same the other way round, behind the last sample of their tracks."""
    last = {
        side: Track(one.wrist[-1:], one.turn[-1:], one.angles[-1:], one.head[-1:])
        for side, one in tracks.items()
    }
    return {
        side: Track(one.wrist[::-1], one.turn[::-1], one.angles[::-1], one.head[::-1])
        for side, one in coming(rig, last).items()
    }


def _progress() -> tuple[Array, Array]:
    """(N,) shares of the way and of the closing that are done, before the sign."""
    count = round(_COMING / STEP)
    time = np.arange(count) / count
    return ease(time / _THERE), ease((time - _CLOSES) / (1 - _CLOSES))


@lru_cache(maxsize=64)
def _way_in(
    rig: Rig,
    between: bytes,
    turn: bytes,
    angles: bytes,
    other_turn: bytes,
    other_angles: bytes,
) -> Array:
    """(3,) unit: from where the left hand comes to its place, seen from the right one, so that
    open fingers pass each other best on the way."""
    share, closing = _progress()
    flesh = []
    for done in closing:
        both = {}
        for side, a, b in (("R", turn, angles), ("L", other_turn, other_angles)):
            shape = np.frombuffer(b)
            now = shape + (1 - done) * (_opened(shape) - shape)
            both[side] = np.frombuffer(a), balls(rig, side, now)
        flesh.append(both)
    place = np.frombuffer(between)
    deep = [
        max(
            _deepest(both, place + (1 - done) * _APART * way)
            for both, done in zip(flesh, share, strict=True)
        )
        for way in _WAYS
    ]
    return np.asarray(_WAYS[int(np.argmin(deep))])


def _opened(angles: Array) -> Array:
    """A handshape with its ring open."""
    out = angles.copy()
    for name, value in _OPEN.items():
        out[DOFS.index(name)] = value
    return out
