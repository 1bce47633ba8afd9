"""Single movements of the notation → the stroke of one hand: ways, local movements, changes of
posture. How long each takes follows from its length and manner.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from a11y.sign_avatar.motion import contact, paths
from a11y.sign_avatar.motion.hand import Hand, hand
from a11y.sign_avatar.motion.manner import begun_and_ended, drawn_out, halting, one_after_another
from a11y.sign_avatar.motion.orientation import (
    extended_vector,
    hand_turn,
    mirrored_turn,
    palm_vector,
    reflected_turn,
)
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import (
    Array,
    between_frames,
    frame,
    from_vector,
    inverse,
    multiply,
    rotate,
    to_vector,
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
from a11y.sign_avatar.notation.vocabulary import Growth, LocalMovement, Manner, Size

_FINGERS_IN_TURN = 1.7  # times as long as all at once
_ON_HAND = 0.62  # movements along the other hand are about as long as a hand
# From where on (radians) the longer way round may be the one that forearms can go, and how much
# more to the middle a palm must look on it.
_RIGHT_OVER, _INWARD = np.radians(150.0), 0.3


def stroke_of(scene: Scene, action: Action, side: str, state: HandState) -> Stroke | None:
    """The stroke of one hand for a movement that is not made of others; None for others."""
    if isinstance(action, Straight):  # its halt is in its own way: finer than between samples
        rest = action.manners - {Manner.HALT}
        return begun_and_ended(_plain(scene, action, side, state), rest)
    if isinstance(action, NoMotion | Replace | Circle | CrossMovement):
        return begun_and_ended(_plain(scene, action, side, state), action.manners)
    if isinstance(action, Local):
        return local_stroke(scene, action, side, state, 1)
    return None


def _plain(
    scene: Scene,
    action: NoMotion | Replace | Straight | Circle | CrossMovement,
    side: str,
    state: HandState,
) -> Stroke:
    """The stroke as it is without rest before it and halt at its end."""
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
        s = np.linspace(0, 1, count)
        s = ease(halting(s) if Manner.HALT in action.manners else s)
        move = scale * paths.straight(action, s)
        return replace(still(state, count), move=move)
    if isinstance(action, Circle):
        count = _count(0.30 + 0.26 * paths.circle_turns(action), action.manners)
        return replace(still(state, count), move=paths.circle(action, _cruise(count)))
    corners = paths.cross_strokes(action)
    count = _count(0.24, action.manners)
    legs = [a + ease(np.linspace(0, 1, count))[:, None] * (b - a) for a, b in pairwise(corners)]
    move = np.concatenate(legs)
    return replace(still(state, len(move)), move=move)


def local_stroke(
    scene: Scene, action: Local, side: str, state: HandState, times: int, *, late: float = 0.0
) -> Stroke:
    """A movement of wrist or fingers, written ``times`` times, as one stroke. late: periods by
    which the fingers are behind."""
    return begun_and_ended(_local(scene, action, side, state, times, late), action.manners)


def _local(
    scene: Scene, action: Local, side: str, state: HandState, times: int, late: float
) -> Stroke:
    own = hand(scene.rig, side)
    cycles = paths.local_cycles(action) * (1.0 if times == 1 else times * 0.75)
    period = 0.26 if action.kind is LocalMovement.FINGER_PLAY else 0.27
    count = _count(period * cycles, action.manners)
    s = np.linspace(0, 1, count)
    base = still(state, count)
    if action.kind is LocalMovement.FINGER_PLAY:
        wiggle = base.wiggle.copy()
        size = paths.local_size(action.size) * paths.growth(action.growth, s)
        bend = paths.finger_play(s, cycles, size, late=late)
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
            seen = mirrored_turn(_seen(scene, posture, source, other), source, own)
            turn = multiply(inverse(scene.carrier(side)), reflected_turn(seen, own, scene.reflects))
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
    grows = next((one for one in action.leading if isinstance(one, Growth)), None)
    if grows is not None and shape is not None:
        count = round(_FINGERS_IN_TURN * count)
    s = np.linspace(0, 1, count)
    base = still(state, count)
    return replace(
        base,
        turn=_turning(own, side, state.turn, turn, ease(s)),
        angles=state.angles + ease(one_after_another(s, grows)) * (angles - state.angles),
        turns=posture.extended is not None or posture.palm is not None,
        shapes=shape is not None,
    )


def _turning(own: Hand, side: str, a: Array, b: Array, share: Array) -> Array:
    """(N, 4) from one turn of a hand to another, the shortest way; a hand that turns right over
    goes by palm inward, as no forearm goes by palm outward."""
    delta = to_vector(multiply(inverse(a), b))
    angle = float(np.linalg.norm(delta))
    if angle > _RIGHT_OVER:
        other = delta * (1 - 2 * np.pi / angle)
        inward = 1.0 if side == "R" else -1.0
        short, long = (
            inward * float(rotate(multiply(a, from_vector(way / 2)), own.p)[0])
            for way in (delta, other)
        )
        if long > short + _INWARD:
            delta = other
    return np.asarray(multiply(a, from_vector(delta * share[:, None])))


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
    return max(4, round(drawn_out(manners) * seconds / STEP) + 1)


def _cruise(count: int) -> Array:
    """Even speed with soft ends."""
    s = np.linspace(0, 1, count)
    speed = np.minimum(1.0, np.minimum(s, 1 - s) / 0.18)
    speed = speed**2 * (3 - 2 * speed)
    way = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    return np.asarray(way / way[-1])
