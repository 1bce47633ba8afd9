"""Eighteen directions and eight relative palm turns → how a hand is turned in the world.

Palm orientation is relative: a hand that points outward takes the plain sense; any other hand is
turned from there to its finger direction by the shortest rotation, so that direction u with palm d
faces away from the signer and l with l faces the signer. For direction i the turn goes about the
vertical axis. (Hanke 2004; Elliott et al. 2004.)
"""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.hand import Hand
from a11y.sign_avatar.motion.rotations import Array, align, between_frames, frame, rotate, unit
from a11y.sign_avatar.notation.model import Extended, Palm
from a11y.sign_avatar.notation.vocabulary import Direction, PalmTurn

OUTWARD: Array = np.array([0.0, 0.0, 1.0])
_HALF_TURN: Array = np.array([0.0, 1.0, 0.0, 0.0])  # about the vertical axis
MIRROR: Array = np.array([-1.0, 1.0, 1.0])


def vector(direction: Direction) -> Array:
    """Unit vector (3,) of a direction in the rig's frame (+X is the signer's left)."""
    right, up, out = direction.axes
    return unit(np.array([-right, up, out], float))


def extended_vector(extended: Extended | None) -> Array:
    """Where the hand's axis points; outward and a little up when nothing is written."""
    if extended is None:
        return unit(np.array([0.0, 0.3, 1.0]))
    first = vector(extended.direction)
    return first if extended.second is None else halfway(first, vector(extended.second))


def halfway(a: Array, b: Array) -> Array:
    """The direction between two; of opposite ones the one outward of both."""
    total = a + b
    if float(np.linalg.norm(total)) < 1e-6:
        total = OUTWARD - a * float(OUTWARD @ a)
    return unit(total)


def from_outward(way: Array) -> Array:
    """The rotation that takes plain senses (of something pointing outward) to ``way``."""
    if float(way @ OUTWARD) < -1 + 1e-9:
        return _HALF_TURN
    return align(OUTWARD, way)


def relative_vector(turn: PalmTurn, way: Array) -> Array:
    """A relative turn seen from direction ``way``, as a unit vector (3,)."""
    text = turn.value
    plain = np.array([text.count("l") - text.count("r"), text.count("u") - text.count("d"), 0.0])
    return rotate(from_outward(way), unit(plain))


def palm_vector(palm: Palm | None, way: Array) -> Array:
    """Where the palm faces for a hand along ``way``; down when nothing is written."""
    if palm is None:
        return relative_vector(PalmTurn.D, way)
    first = relative_vector(palm.turn, way)
    if palm.second is None:
        return first
    total = first + relative_vector(palm.second, way)
    return first if float(np.linalg.norm(total)) < 1e-6 else unit(total)


def hand_turn(hand: Hand, extended: Extended | None, palm: Palm | None) -> Array:
    """World rotation (4,) of the wrist for an orientation as the notation gives it."""
    way = extended_vector(extended)
    return between_frames(hand.rest_frame, frame(way, palm_vector(palm, way)))


def reflected_turn(turn: Array, hand: Hand, axes: Array) -> Array:
    """The same hand's turn (4,) with its directions of fingers and palm reflected: axes (3,) of 1
    and -1."""
    if (axes > 0).all():
        return turn
    way, palm = rotate(turn, hand.f) * axes, rotate(turn, hand.p) * axes
    return between_frames(hand.rest_frame, frame(way, palm))


def mirrored_turn(turn: Array, source: Hand, goal: Hand) -> Array:
    """The other hand's turn that is the left–right mirror image of ``turn`` (…, 4)."""
    way = rotate(turn, source.f) * MIRROR
    palm = rotate(turn, source.p) * MIRROR
    return between_frames(goal.rest_frame, frame(way, palm))
