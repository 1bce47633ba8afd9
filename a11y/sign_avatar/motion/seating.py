"""How far off a surface a hand must be so that what is written touches it, and nothing is in it.

Landmarks say where parts of hands and bodies are, flesh says how thick they are: a palm put on a
cheek by its middle has the ball of the thumb two centimetres in the cheek. Along the surface's
normal the hand goes to where the part that is written lies on the surface, and stays further off,
by as much as nobody sees, where another part of the hand would be inside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import place
from a11y.sign_avatar.motion.flesh import Rows, away_at_rest, beads, flesh
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.rotations import Array, dot, rotate
from a11y.sign_avatar.motion.state import HandState
from a11y.sign_avatar.notation.model import HandSite
from a11y.sign_avatar.notation.vocabulary import HandPlace

# The bones whose flesh a region of the hand is.
REGIONS: dict[HandPlace | None, tuple[str, ...]] = {
    HandPlace.THUMB_BALL: ("finger1-1", "metacarpal1"),
    HandPlace.PALM: ("metacarpal", "finger1-1"),
    HandPlace.BACK: ("metacarpal",),
    HandPlace.THUMB_SIDE: ("metacarpal1", "finger1", "finger2"),
    HandPlace.PINKY_SIDE: ("metacarpal4", "finger5"),
}
_DEEPEST = 0.004  # metres that any part may be inside: skin gives
_FARTHEST = 0.0025  # metres that what is written may be off
_MOST = 0.05  # metres that a hand moves for it
_LOOKS = 4
# Points (N, 3) → metres (N,) from what is touched.
Surface = Callable[[Array], Array]


@dataclass(frozen=True, eq=False, slots=True)
class Balls:
    """The flesh of a hand as spheres in its own frame: centres (B, 3), radii (B,), the capsule
    each belongs to (B,), and ends (K, 3) and radii (K,) of the capsules."""

    centres: Array
    radii: Array
    owner: Rows
    ends: tuple[Array, Array]
    thick: Array


def balls(rig: Rig, side: str, angles: Array) -> Balls:
    """The flesh of a hand with ``angles`` (21,)."""
    return _balls(rig, side, angles.tobytes())


@lru_cache(maxsize=256)
def _balls(rig: Rig, side: str, angles: bytes) -> Balls:
    own, name = hand(rig, side), f"hand.{side}"
    parts = flesh(rig, name)
    frames = own.frames(np.frombuffer(angles))
    rest = own.body.head(own.wrist)
    first, second = (
        np.array(
            [
                frames[joint][1] + rotate(frames[joint][0], point - own.body.head(joint))
                if joint in frames
                else point - rest
                for joint, point in zip(parts.joints, points, strict=True)
            ]
        )
        for points in (parts.starts, parts.ends)
    )
    centres, radii, owner = beads(rig, name, (first, second))
    return Balls(centres, radii, owner, (first, second), parts.radii)


def body(rig: Rig) -> Surface:
    """Skin and cloth of trunk and head at rest."""
    return lambda points: away_at_rest(rig, points)


def other_hand(rig: Rig, side: str, state: HandState) -> Surface:
    """The hand of ``side`` as it is."""
    own = balls(rig, side, state.angles)
    first, second = (state.wrist + rotate(state.turn, end) for end in own.ends)
    return lambda points: away_from(points, first, second, own.thick)


def away_from(points: Array, first: Array, second: Array, thick: Array) -> Array:
    """(N,) metres from points (N, 3) to the nearest of capsules (K, 3), (K, 3), (K,)."""
    way = second - first
    off = points[:, None] - first
    along = np.clip(dot(off, way) / np.maximum(dot(way, way), 1e-12), 0, 1)
    off = off - along[..., None] * way
    return np.asarray((np.sqrt(dot(off, off)) - thick).min(axis=1))


def touching_points(
    rig: Rig, side: str, angles: Array, active: HandSite | None
) -> tuple[Array, Array]:
    """Centres (P, 3) and radii (P,) of what touches, in the hand's own frame: points of the skin
    where parts of fingers are written, the flesh of a region, else all of the hand."""
    if active is not None and active.region is None:
        own = hand(rig, side)
        frames = own.frames(angles)
        names = place.hand_landmarks(rig, active, side)
        points = np.array([own.point(rig.landmarks[name], frames) for name in names])
        return points, np.zeros(len(points))
    all_of_it = balls(rig, side, angles)
    if active is None:
        return all_of_it.centres, all_of_it.radii
    joints = flesh(rig, f"hand.{side}").joints
    bones = REGIONS[active.region]
    chosen = np.array([joints[number].startswith(bones) for number in all_of_it.owner])
    return all_of_it.centres[chosen], all_of_it.radii[chosen]


def touching_flesh(
    rig: Rig, side: str, angles: Array, active: HandSite | None
) -> tuple[Array, Array]:
    """The same, but of fingers whose tips are written the round ends: whichever side of the tip
    lies on the skin, it touches."""
    points, radii = touching_points(rig, side, angles, active)
    if active is None or active.region is not None:
        return points, radii
    own = hand(rig, side)
    frames = own.frames(angles)
    ends = {one.joint: one for one in rig.capsules}
    for number, name in enumerate(place.hand_landmarks(rig, active, side)):
        end = ends.get(rig.landmarks[name].joint)
        if ".tip." in name and end is not None:
            turn, base = frames[end.joint]
            points[number] = base + rotate(turn, np.asarray(end.end) - own.body.head(end.joint))
            radii[number] = end.radius
    return points, radii


def off_by(
    rig: Rig, side: str, state: HandState, active: HandSite | None, surface: Surface, normal: Array
) -> float:
    """Metres along ``normal`` (3,), away from the surface, that the hand must go so that what is
    written (``active``) lies on it."""
    points, radii = touching_points(rig, side, state.angles, active)
    whole = balls(rig, side, state.angles)
    by = 0.0
    for _ in range(_LOOKS):
        wrist = state.wrist + by * normal
        gap = float((surface(wrist + rotate(state.turn, points)) - radii).min())
        least = float((surface(wrist + rotate(state.turn, whole.centres)) - whole.radii).min())
        step = min(max(-gap, -_DEEPEST - least), _FARTHEST - gap)
        by = float(np.clip(by + step, -_MOST, _MOST))
        if abs(step) < 2e-4:
            break
    return by
