"""How a hand gets from one posture to another: along a minimum-jerk path, in a time that grows with
distance, turn and change of handshape, wrist and fingers loosely behind; and where it rests.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.handshapes import relaxed
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.contact import centre_of
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.limb import arm, elbow_ways
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.reachable import shoulders
from a11y.sign_avatar.motion.rotations import (
    IDENTITY,
    Array,
    about,
    angle_between,
    between_frames,
    cross,
    frame,
    multiply,
    rotate,
    slerp,
    unit,
)
from a11y.sign_avatar.motion.state import STEP, HandState, Track
from a11y.sign_avatar.motion.tempo import SPIN, seconds_for
from a11y.sign_avatar.motion.turning import swivels, turned

_DRAG = np.radians(9.0)  # how far a hand hangs back on its way at most
_DRAG_FROM = 0.30  # metres of way across the fingers from which it does
_ELBOW_FASTEST = 1.4  # metres a second
_IN_FRONT = 0.17  # metres before the spine at which hands pass the body
_BESIDE_FROM, _BESIDE_WITHIN = 0.26, 0.08  # metres from the middle to the side: beside the arm
_PEAK = 1.75  # times the mean that the fastest moment of a way is
# Times the mean that a finger is at its fastest; degrees a second: 37 in a film's frame.
_FINGER_PEAK, _FINGER_FASTEST = 1.875, 925.0
_SAMPLES = 25  # of a transition whose length is asked for
# A palm that turns over turns evenly: radians from which, and from which fully; share of the time
# that it takes to get going; how many times the mean it turns at its fastest; samples that tell.
_TURNS_OVER = np.radians([50.0, 90.0])
_GETS_GOING = 0.3
_EVEN_PEAK, _TURN_SAMPLES = 1 / (1 - _GETS_GOING), 9
_GLIDES = 0.4  # share of a way that is a cosine: quicker to set off than minimum jerk alone
_ROUND_FACE = 0.07  # metres that a way to or from the head goes round the face at its own side
_FACE_WIDE, _FACE_HIGH = 0.13, 0.16  # metres from its middle, and of height gone, from which on
_FINGERS_LEAD = 0.14  # share of the way by which fingers are ready before the hand
_LEADING = (0.22, 0.40)  # seconds of a way from which, and from which fully, they are


@lru_cache(maxsize=16)
def rest_state(rig: Rig, side: str) -> HandState:
    """Hands before the belly, relaxed, one before the other."""
    own = hand(rig, side)
    sign = 1.0 if side == "L" else -1.0
    stomach, below = (rig.landmarks[name].position for name in ("stomach", "belowstomach"))
    low = 0.85 * stomach + 0.15 * below
    # The right hand lies before the left: elbows near the body, as people wait.
    ahead, up = (0.125, 0.01) if side == "R" else (0.055, -0.03)
    # The waiting left hand leaves room for low signs of the right one.
    aside = 0.10 if side == "R" else 0.135
    wrist = np.array([sign * aside, low[1] + up, low[2] + ahead])
    way = unit(np.array([-sign * 0.9, -0.3, 0.1]))
    palm = unit(np.array([-sign * 0.1, -0.2, -1.0]))
    turn = between_frames(own.rest_frame, frame(way, palm))
    return HandState(wrist, turn, relaxed().angles, centre_of(own, rig))


def transition_time(rig: Rig, side: str, a: HandState, b: HandState) -> float:
    """Seconds for a hand to get from one state to another."""
    distance = float(np.linalg.norm(a.wrist - b.wrist))
    turn = float(angle_between(a.turn, b.turn))
    shape = float(np.abs(a.angles - b.angles).max())
    turning = 0.12 + 0.085 * turn + 0.02 * max(0.0, turn - 1.6) ** 2  # forearms turn right over
    times = (0.12 + 0.42 * distance**0.75, turning, 0.11 + 0.0013 * shape)
    return float(max(*times, shortest(rig, side, a, b)))


def shortest(rig: Rig, side: str, a: HandState, b: HandState) -> float:
    """Seconds in which a hand gets from one state to another without being jerked or flipping, and
    without a finger that snaps."""
    turning = _PEAK * float(angle_between(a.turn, b.turn)) / SPIN
    closing = _FINGER_PEAK * float(np.abs(a.angles - b.angles).max()) / _FINGER_FASTEST
    return max(
        turning, closing, seconds_for(way_between(rig, side, a, b, np.linspace(0, 1, _SAMPLES)))
    )


def calmly(rig: Rig, side: str, a: HandState, b: HandState, *, spin: float) -> float:
    """Seconds in which the elbow, too, gets calmly from where it is best for one state to where it
    is best for the other, as where a palm turns right over elbows go further than hands; and in
    which the hand, turning as forearms do, turns by no more than ``spin`` (radians a second)."""
    one = arm(rig, side)
    targets = np.stack([a.wrist, b.wrist])
    origin = shoulders(one, targets)
    swivel = swivels(rig, side, targets, np.stack([a.turn, b.turn]))
    upper, _, _ = elbow_ways(one, origin, np.repeat(IDENTITY[None], 2, 0), targets, swivel)
    elbows = origin + upper * one.upper_length
    swinging = _PEAK * float(np.linalg.norm(elbows[1] - elbows[0])) / _ELBOW_FASTEST
    if float(angle_between(a.turn, b.turn)) < _TURNS_OVER[0]:
        return swinging
    shares = np.linspace(0, 1, _TURN_SAMPLES)
    way = turned(rig, side, (a.turn, b.turn), way_between(rig, side, a, b, shares), shares[1:-1])
    turns = np.concatenate([a.turn[None], way, b.turn[None]])
    length = float(angle_between(turns[:-1], turns[1:]).sum())
    peak = np.interp(length, _TURNS_OVER, (_PEAK, _EVEN_PEAK))
    return max(swinging, float(peak) * length / spin)


def transition(rig: Rig, side: str, a: HandState, b: HandState, count: int) -> Track:
    """``count`` samples strictly between two states."""
    whole = np.linspace(0, 1, max(0, count) + 2)
    s = whole[1:-1]
    way = _glide(rig, side, a, b, s)
    # Fingers take their next shape a little before the hand arrives; short ways they need whole.
    leading = np.interp(count * STEP, _LEADING, (0.0, _FINGERS_LEAD))
    shaped = ease(np.minimum(1.0, s / (1 - leading)))
    wrists = way_between(rig, side, a, b, whole)
    none = np.zeros((0, 4))
    turn = none
    if len(s):
        turn = turned(rig, side, (a.turn, b.turn), wrists, _turning(rig, side, a, b, s, way))
    return Track(
        wrist=wrists[1:-1],
        turn=multiply(_drag(a, b, s), turn),
        angles=a.angles + shaped[:, None] * (b.angles - a.angles),
        head=a.head + way * (b.head - a.head),
    )


def _glide(rig: Rig, side: str, a: HandState, b: HandState, s: Array) -> Array:
    """(N,) share of the way at each share of the time: of minimum jerk, between two signs with less
    of a crawl at its ends, as strokes flow into each other."""
    if rest_state(rig, side) in (a, b):
        return ease(s)
    return np.asarray((1 - _GLIDES) * ease(s) + _GLIDES * (1 - np.cos(np.pi * s)) / 2)


def _turning(rig: Rig, side: str, a: HandState, b: HandState, s: Array, way: Array) -> Array:
    """(N,) share of the turn at each share of the time ``s``; ``way``: of the way. A hand that
    turns right over between two signs turns more evenly than it moves, or its palm would flip."""
    if rest_state(rig, side) in (a, b):
        return way
    ramp = _GETS_GOING
    near = np.minimum(s, 1 - s)
    going = np.minimum(near, ramp)
    done = (going - ramp / np.pi * np.sin(np.pi * going / ramp)) / 2 + near - going
    even = np.where(s < 0.5, done, 1 - ramp - done) / (1 - ramp)
    over = np.interp(float(angle_between(a.turn, b.turn)), _TURNS_OVER, (0.0, 1.0))
    return np.asarray(way + over * (even - way))


def way_between(rig: Rig, side: str, a: HandState, b: HandState, s: Array) -> Array:
    """(N, 3) where the wrist is at each share of the time."""
    way = _glide(rig, side, a, b, s)
    distance = float(np.linalg.norm(a.wrist - b.wrist))
    # Hands come and go in front; from the shoulder or behind the ear they go round the arm, unless
    # they are beside it anyhow.
    behind = max(_behind(a.wrist), _behind(b.wrist))
    bulge = np.array([0.0, 0.0, max(min(0.07, 0.16 * max(0.0, distance - 0.06)), behind)])
    straight = a.wrist + way[:, None] * (b.wrist - a.wrist)
    straight = straight + (16 * way**2 * (1 - way) ** 2)[:, None] * bulge
    outward = 1.0 if side == "L" else -1.0
    coming, going = (_round_face(rig, outward, *ends) for ends in ((b, a), (a, b)))
    # Most a quarter of the way from the face, where a hand would be before mouth or eyes.
    straight[:, 0] += 256 / 27 * (coming * way**3 * (1 - way) + going * way * (1 - way) ** 3)
    return np.asarray(straight)


def _round_face(rig: Rig, outward: float, at: HandState, other: HandState) -> float:
    """Metres to the left that a way between a hand above the mouth and another place goes round the
    face at the hand's own side (``outward``), instead of up or down before it."""
    beside = np.clip((_FACE_WIDE - outward * at.wrist[0]) / _FACE_WIDE, 0, 1)
    far = np.clip((at.wrist[1] - other.wrist[1]) / _FACE_HIGH, 0, 1)
    middle = at.wrist + rotate(at.turn, at.centre)
    over = np.clip((middle[1] - rig.landmarks["lips"].position[1]) / _FACE_WIDE * 2, 0, 1)
    return float(outward * _ROUND_FACE * at.head * beside * far * over)


def _behind(wrist: Array) -> float:
    """Metres that a way from or to that place goes round in front."""
    beside = np.clip((abs(wrist[0]) - _BESIDE_FROM) / _BESIDE_WITHIN, 0, 1)
    return float(max(0.0, _IN_FRONT - wrist[2]) * (1 - beside))


def _drag(a: HandState, b: HandState, s: Array) -> Array:
    """(N, 4) how a hand on its way from one state to another hangs back behind the wrist: loose
    wrists lag where arms are fast, and most in the middle."""
    way = b.wrist - a.wrist
    fingers = rotate(a.turn, unit(a.centre)) + rotate(b.turn, unit(b.centre))
    across = cross(unit(fingers), -way)
    size = float(np.linalg.norm(across))
    if size < 1e-4:
        return np.repeat(IDENTITY[None], len(s), 0)
    angle = _DRAG * min(1.0, size / _DRAG_FROM) * (16 * s**2 * (1 - s) ** 2)
    return about(across / size, angle)


def resting(state: HandState, count: int) -> Track:
    """The state held for ``count`` samples."""
    return Track(
        np.repeat(state.wrist[None], count, 0),
        np.repeat(state.turn[None], count, 0),
        np.repeat(state.angles[None], count, 0),
        np.full(count, state.head),
    )


def concatenated(tracks: list[Track]) -> Track:
    return Track(
        np.concatenate([t.wrist for t in tracks]),
        np.concatenate([t.turn for t in tracks]),
        np.concatenate([t.angles for t in tracks]),
        np.concatenate([t.head for t in tracks]),
    )


def between(a: HandState, b: HandState, share: float) -> HandState:
    """A state on the way from one to another."""
    return HandState(
        (1 - share) * a.wrist + share * b.wrist,
        slerp(a.turn[None], b.turn[None], np.array([share]))[0],
        (1 - share) * a.angles + share * b.angles,
        b.centre,
        (1 - share) * a.head,
    )
