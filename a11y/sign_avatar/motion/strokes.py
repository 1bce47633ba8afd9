"""Single movements of the notation → the stroke of one hand: ways, local movements, changes of
posture. How long each takes follows from its length and manner.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from a11y.sign_avatar.motion import contact, paths
from a11y.sign_avatar.motion.hand import Hand, hand
from a11y.sign_avatar.motion.orientation import (
    extended_vector,
    hand_turn,
    mirrored_turn,
    palm_vector,
)
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import (
    Array,
    between_frames,
    frame,
    inverse,
    multiply,
    rotate,
    slerp,
    unit,
)
from a11y.sign_avatar.motion.scene import Scene
from a11y.sign_avatar.motion.shapes import shape_of
from a11y.sign_avatar.motion.state import (
    STEP,
    HandState,
    Stroke,
    still,
)
from a11y.sign_avatar.notation.model import (
    Action,
    Circle,
    CrossMovement,
    Local,
    NoMotion,
    Posture,
    Replace,
    Straight,
    dominant_posture,
    weak_posture,
)
from a11y.sign_avatar.notation.vocabulary import LocalMovement, Manner, Size

_ON_HAND = 0.62  # movements along the other hand are about as long as a hand


def stroke_of(scene: Scene, action: Action, side: str, state: HandState) -> Stroke | None:
    """The stroke of one hand for a movement that is not made of others; None for others."""
    if isinstance(action, NoMotion):
        return still(state, _count(0.20, action.manners))
    if isinstance(action, Replace):
        return replaced(scene, action, side, state, mirror=False)
    if isinstance(action, Straight):
        scale = _ON_HAND if scene.on_hand and action.size is not Size.LARGE else 1.0
        length = paths.STRAIGHT_LENGTH[action.size] * scale
        count = _count(0.17 + 0.95 * length, action.manners)
        if action.wave is not None:
            count = int(count * 1.9)
        move = scale * paths.straight(action, _eased(count, action))
        return replace(still(state, count), move=move)
    if isinstance(action, Circle):
        count = _count(0.30 + 0.26 * paths.circle_turns(action), action.manners)
        return replace(still(state, count), move=paths.circle(action, _cruise(count)))
    if isinstance(action, CrossMovement):
        corners = paths.cross_strokes(action)
        count = _count(0.24, action.manners)
        legs = [a + ease(np.linspace(0, 1, count))[:, None] * (b - a) for a, b in pairwise(corners)]
        move = np.concatenate(legs)
        return replace(still(state, len(move)), move=move)
    if isinstance(action, Local):
        return local_stroke(scene, action, side, state, 1)
    return None


def local_stroke(scene: Scene, action: Local, side: str, state: HandState, times: int) -> Stroke:
    """A movement of wrist or fingers, written ``times`` times, as one stroke."""
    own = hand(scene.rig, side)
    cycles = paths.local_cycles(action) * (1.0 if times == 1 else times * 0.75)
    period = 0.26 if action.kind is LocalMovement.FINGER_PLAY else 0.27
    count = _count(period * cycles, action.manners)
    s = np.linspace(0, 1, count)
    base = still(state, count)
    if action.kind is LocalMovement.FINGER_PLAY:
        wiggle = base.wiggle.copy()
        size = paths.local_size(action.size)
        bend = paths.finger_play(s, cycles, size)
        free = state.angles[[2, 6, 10, 14]] < 70  # curled fingers stay curled
        wiggle[:, [0, 4, 8, 12]] = bend * free
        wiggle[:, [2, 6, 10, 14]] = 0.45 * bend * free
        return replace(base, wiggle=wiggle)
    palm = own.p
    local = paths.local_turn(action, s, own.f, palm, own.r, cycles)
    return replace(base, local=local)


def replaced(scene: Scene, action: Replace, side: str, state: HandState, *, mirror: bool) -> Stroke:
    """The posture changes into another one."""
    own = hand(scene.rig, side)
    if mirror:
        other = contact.OTHER[side]
        source = hand(scene.rig, other)
        posture = dominant_posture(action.posture)
        weak = weak_posture(action.posture)
        turn = state.turn
        if weak.extended is not None or weak.palm is not None:
            seen = _seen(scene, posture, source, other)
            turn = multiply(inverse(scene.carrier(side)), mirrored_turn(seen, source, own))
        shape = weak.shape
    else:
        items = action.posture
        posture = dominant_posture(items) if side == "R" else weak_posture(items)
        turn = multiply(inverse(scene.carrier(side)), _seen(scene, posture, own, side))
        shape = posture.shape
    angles = shape_of(scene.rig, shape).angles if shape is not None else state.angles
    swing = float(np.degrees(2 * np.arccos(min(1.0, abs(float(turn @ state.turn))))))
    bend = float(np.abs(angles - state.angles).max())
    count = _count(0.16 + 0.0014 * max(swing, 0.7 * bend), action.manners)
    s = ease(np.linspace(0, 1, count))
    base = still(state, count)
    return replace(
        base,
        turn=slerp(state.turn[None], turn[None], s),
        angles=state.angles + s[:, None] * (angles - state.angles),
        turns=posture.extended is not None or posture.palm is not None,
        shapes=shape is not None,
    )


def _seen(scene: Scene, posture: Posture, own: Hand, side: str) -> Array:
    """The turn a posture asks for, as the viewer sees it; what is not written stays."""
    turn = multiply(scene.carrier(side), scene.hands[side].turn)
    if posture.extended is None and posture.palm is None:
        return turn
    if posture.extended is not None and posture.palm is not None:
        return hand_turn(own, posture.extended, posture.palm)
    now_way, now_palm = rotate(turn, own.f), rotate(turn, own.p)
    if posture.palm is not None:
        return between_frames(own.rest_frame, frame(now_way, palm_vector(posture.palm, now_way)))
    way = extended_vector(posture.extended)
    aside = now_palm - way * float(now_palm @ way)
    if float(np.linalg.norm(aside)) < 0.2:
        aside = now_way if float(now_palm @ way) < 0 else -now_way
    return between_frames(own.rest_frame, frame(way, unit(aside)))


def _count(seconds: float, manners: frozenset[Manner]) -> int:
    if Manner.FAST in manners:
        seconds *= 0.7
    if Manner.SLOW in manners:
        seconds *= 1.55
    if Manner.TENSE in manners:
        seconds *= 1.15
    return max(4, round(seconds / STEP) + 1)


def _eased(count: int, action: Straight) -> Array:
    s = np.linspace(0, 1, count)
    if Manner.HALT in action.manners:
        # Speeds up all the way and stops at once, as fast as is still smooth.
        return np.asarray(ease(s**1.35))
    return ease(s)


def _cruise(count: int) -> Array:
    """Even speed with soft ends."""
    s = np.linspace(0, 1, count)
    speed = np.minimum(1.0, np.minimum(s, 1 - s) / 0.18)
    speed = speed**2 * (3 - 2 * speed)
    way = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    return np.asarray(way / way[-1])
