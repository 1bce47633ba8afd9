"""The moment of a sentence that makes the best picture: what stands for a video before it plays.

A still is looked at longer than any frame of the film. It should show a person signing: hands up
and at rest for an instant, face free, eyes open, mouth not caught wide open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.performance import Performance

_HANDS = ("finger3-1.R", "finger3-1.L")  # the middle of either hand
_JOINTS = (*_HANDS, "spine02", "neck01", "head", "eye.R", "eye.L")
# Signs that do not stand for a text: pointing says nothing alone, a raised finger says no.
_PASSED_OVER = ("INDEX", "POSS", "NICHT", "NEIN")

# What a fault costs; 1 makes a frame no better than one at rest.
_BLINK, _OPEN_MOUTH, _SPEED, _COVERED, _TURNED = 3.0, 0.8, 1.0, 2.0, 1.5
_ONE_HAND = 0.3
_CALM = 0.4  # metres a second
_MARGIN = 0.1  # seconds that the eyes are open before and after


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """time: seconds into the performance; value: 1 is the best there is, 0 no better than rest."""

    time: float
    value: float


def best_moment(performance: Performance, rig: Rig) -> Moment:
    """The frame that tells most; the middle of the performance, worth 0, where no sign is made."""
    inside = _inside_signs(performance)
    if not inside.any():
        return Moment(time=performance.duration / 2, value=0.0)
    value = np.where(inside, _values(performance, rig), -np.inf)
    best = int(np.argmax(value))
    return Moment(time=float(performance.times[best]), value=float(value[best]))


def best_of(performances: Sequence[Performance], rig: Rig) -> tuple[int, Moment]:
    """Which of several sentences has the best picture, and when in it."""
    moments = [best_moment(performance, rig) for performance in performances]
    best = max(range(len(moments)), key=lambda k: moments[k].value)
    return best, moments[best]


def _about(values: NDArray[np.floating], times: NDArray[np.floating]) -> NDArray[np.floating]:
    """(T,) the largest value less than ``_MARGIN`` away: a film is cut into frames elsewhere."""
    first = np.searchsorted(times, times - _MARGIN)
    last = np.searchsorted(times, times + _MARGIN, side="right")
    return np.array([values[a:b].max() for a, b in zip(first, last, strict=True)])


def _inside_signs(performance: Performance) -> NDArray[np.bool_]:
    """(T,) whether a frame lies in a sign that may stand for a text: no letter, no number …"""
    inside = np.zeros(len(performance.times), bool)
    for mark in performance.marks:
        if not mark.gloss.startswith(("$", *_PASSED_OVER)):
            inside |= (performance.times >= mark.start) & (performance.times <= mark.end)
    return inside


def _values(performance: Performance, rig: Rig) -> NDArray[np.float64]:
    """(T,) how good a picture each frame makes."""
    # Here, since processes that only draw need not load the motion room.
    from a11y.sign_avatar.motion.kinematics import positions

    turns = performance.rotations.astype(float)
    local = {name: turns[:, k] for k, name in enumerate(performance.joints)}
    where = positions(rig, local, len(performance.times), _JOINTS)
    hands, (waist, neck, head) = where[:, :2], np.moveaxis(where[:, 2:5], 1, 0)
    eyes = where[:, 5:].mean(axis=1)

    # 0 with a hand at the waist, 1 from half way between waist and neck.
    raised = np.clip(2 * (hands[..., 1] - waist[:, None, 1]) / (neck - waist)[:, None, 1], 0, 1)
    value = (1 - _ONE_HAND) * raised.max(axis=1) + _ONE_HAND * raised.min(axis=1)

    step = np.gradient(performance.times)[:, None]
    speed = np.linalg.norm(np.gradient(hands, axis=0), axis=2) / step
    value -= _SPEED * np.clip(speed / _CALM, 0, 1).max(axis=1)

    # A hand before the face: nearer to the viewer, no further from the eyes than the chin is.
    off = np.linalg.norm((hands - eyes[:, None])[..., :2], axis=2)
    near = 1 - np.clip((off - 0.13) / 0.05, 0, 1)
    value -= _COVERED * near.max(axis=1)

    ahead = (eyes - head)[:, [0, 2]]
    turned = np.abs(ahead[:, 0]) / np.maximum(np.linalg.norm(ahead, axis=1), 1e-9)
    value -= _TURNED * np.clip(turned - 0.12, 0, 1)

    weight = {name: performance.weights[:, k] for k, name in enumerate(performance.morphs)}
    nothing = np.zeros(len(performance.times))
    closed = np.maximum(*(weight.get(f"eyeBlink{s}", nothing) for s in ("Left", "Right")))
    value -= _BLINK * _about(closed, performance.times)
    return np.asarray(value - _OPEN_MOUTH * weight.get("jawOpen", nothing), float)
