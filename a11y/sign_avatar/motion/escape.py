"""Where hands can always be: the last resort for what no way round gets out of flesh.

In front of the trunk, each on its own side, hands and arms meet nothing, whatever was written. A
hand that is still inside something goes there, smoothly, as far and as long as it must: first a
part of the way, for a moment and turned as written, then all of it, turned at ease and for longer,
at last for the whole performance. It then misses the place that was asked for, which is honest; a
hand inside a head is not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.in_view import brought_in
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import (
    Array,
    between_frames,
    dot,
    frame,
    inverse,
    multiply,
    rotate,
    unit,
)
from a11y.sign_avatar.motion.state import smooth

_TRUNK = "spine01"  # carries the clear space
# Metres beside the spine, above the stomach and before the chest, from … to.
_BESIDE, _ABOVE, _BEFORE = (0.13, 0.30), (-0.02, 0.24), (0.17, 0.27)
_FINGERS: Array = np.array([0.0, 0.35, 0.94])  # where hands at ease point, and their palms
_PALM: Array = np.array([0.8, -0.6, 0.0])  # of the right hand; the left one mirrors it
_HURRY = 0.5  # metres that a hand goes aside in a second, by the square
_BRIEF, _SMOOTH = 0.2, 0.08  # seconds
_LOOKS = 3  # until a place is in both, as near as can be


@dataclass(frozen=True, slots=True)
class Stage:
    """around: seconds before and after what is inside something; share: of the way to the clear
    space; eased: hands turn at ease."""

    around: float
    share: float
    eased: bool


STAGES = (
    Stage(0.06, share=0.35, eased=False),
    Stage(0.2, share=0.7, eased=False),
    Stage(0.2, share=1.0, eased=False),
    Stage(0.2, share=1.0, eased=True),
    Stage(0.6, share=1.0, eased=True),
    Stage(1.5, share=1.0, eased=True),
    Stage(np.inf, share=1.0, eased=True),
)


def clear_ways(rig: Rig, world: World, wrists: Array, *, rate: float) -> Array:
    """(T, 2, 3) the places of the clear space that are nearest to the wrists (T, 2, 3), right and
    left, on the trunk as posed; ``rate`` frames a second, made smooth."""
    turn, place = world.joint(_TRUNK)
    hub = world.body.head(_TRUNK)
    chest, stomach = (rig.landmarks[name].position for name in ("chest", "stomach"))
    out = np.empty_like(wrists)
    for k, side in enumerate(SIDES):
        outward = 1.0 if side == "L" else -1.0
        rest = hub + rotate(inverse(turn), wrists[:, k] - place)
        low = np.array([_BESIDE[0], stomach[1] + _ABOVE[0], chest[2] + _BEFORE[0]])
        high = np.array([_BESIDE[1], stomach[1] + _ABOVE[1], chest[2] + _BEFORE[1]])
        own = np.array([outward, 1.0, 1.0])
        inside = own * np.clip(own * rest, low, high)
        for _ in range(_LOOKS):
            # A trunk that is turned has clear space that is not in the picture.
            seen = brought_in(rig, world, side, place + rotate(turn, inside - hub))
            inside = own * np.clip(own * (hub + rotate(inverse(turn), seen - place)), low, high)
        out[:, k] = place + rotate(turn, smooth(inside, _SMOOTH * rate) - hub)
    return out


def at_ease(rig: Rig, world: World, side: str, turns: Array, share: Array) -> Array:
    """(T, 4) the turns of a hand, by ``share`` (T,) on their way to how it is held at ease in the
    clear space."""
    own = hand(rig, side)
    palm = _PALM * np.array([1.0 if side == "R" else -1.0, 1.0, 1.0])
    trunk, _ = world.joint(_TRUNK)
    palm = palm - _FINGERS * dot(palm, _FINGERS)
    calm = multiply(trunk, between_frames(own.rest_frame, frame(unit(_FINGERS), unit(palm))))
    calm = np.broadcast_to(calm, turns.shape)
    same = np.sign(dot(turns, calm) + 1e-12)[:, None]
    part = share[:, None]
    return unit((1 - part) * turns + part * same * calm)


def shares(bad: Array, far: Array, around: float, rate: float) -> Array:
    """(T,) how far a hand is gone to the clear space: wholly around the frames that are ``bad``
    (T,), eased in and out as slowly as ``far`` metres (T,) ask for, not at all at both ends."""
    frames = len(bad)
    rows = np.flatnonzero(bad)
    if not len(rows):
        return np.zeros(frames)
    ramp = max(_BRIEF, float(np.sqrt(far[rows].max() / _HURRY) * 0.7)) * rate
    away = np.abs(np.arange(frames)[:, None] - rows).min(axis=1) - around * rate
    out = 1 - ease(np.clip(away / ramp, 0, 1))
    ends = np.minimum(np.arange(frames), np.arange(frames)[::-1]) - 2
    return np.asarray(out * ease(np.clip(ends / ramp, 0, 1)))
