"""How an action is done: what is written behind a group belongs to what is in it; movements that
begin from rest, stop at once, or grow from one time to the next.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from a11y.sign_avatar.motion.rotations import IDENTITY, Array, slerp
from a11y.sign_avatar.motion.state import STEP, Stroke, read
from a11y.sign_avatar.notation.model import (
    Action,
    Circle,
    CrossMovement,
    Local,
    Modifier,
    NoMotion,
    Parallel,
    Repeated,
    Replace,
    Sequence,
    Split,
    Straight,
    Targeted,
    WeakHand,
)
from a11y.sign_avatar.notation.vocabulary import Growth, Manner, Size

_REST = 0.16  # seconds that a hand waits where a movement begins from rest
_HALT = 1.35  # above 1: the time of a movement that stops at once lies in its beginning
_LEAST, _MOST = 0.6, 1.3  # size of the first and the last of several that grow


def drawn_out(manners: frozenset[Manner]) -> float:
    """How many times as long as usual a movement takes."""
    times = 0.7 if Manner.FAST in manners else 1.0
    if Manner.SLOW in manners:
        times *= 1.55
    return times * 1.15 if Manner.TENSE in manners else times


def begun_and_ended(stroke: Stroke, manners: frozenset[Manner]) -> Stroke:
    """REST: the hand waits first. HALT: it speeds up all the way and stops at once, as fast as is
    still smooth."""
    last = len(stroke) - 1
    where = np.arange(len(stroke), dtype=float)
    if Manner.HALT in manners:
        where = last * halting(where / max(last, 1))
    if Manner.REST in manners:
        where = np.concatenate([np.zeros(round(_REST / STEP)), where])
    return stroke if len(where) == len(stroke) and where[1] == 1 else read(stroke, where)


def halting(share: Array) -> Array:
    """The share of its way in time that a movement that stops at once has done."""
    return np.asarray(share**_HALT)


def handed_down(modifiers: tuple[Modifier, ...], actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """The actions of a group with what is written behind the group: its size, growth and manner are
    those of each that has none of its own; rest is before the first, a halt at the end."""
    if not modifiers:
        return actions
    out = []
    for number, action in enumerate(actions):
        own = tuple(
            one
            for one in modifiers
            if not (one is Manner.REST and number > 0)
            and not (one is Manner.HALT and number < len(actions) - 1)
        )
        out.append(_with(action, own))
    return tuple(out)


def _with(action: Action, modifiers: tuple[Modifier, ...]) -> Action:
    if isinstance(action, Targeted | WeakHand):
        return replace(action, action=_with(action.action, modifiers))
    if isinstance(action, Sequence | Parallel | Split):
        return replace(action, modifiers=(*action.modifiers, *modifiers))
    if isinstance(action, Repeated):
        return replace(action, action=_with(action.action, modifiers))
    if not isinstance(action, Straight | Circle | Local | CrossMovement | NoMotion | Replace):
        return action
    sized = action.size is not None
    added = tuple(
        one
        for one in modifiers
        if isinstance(one, Manner)
        or (isinstance(one, Size) and not sized)
        or (isinstance(one, Growth) and action.growth is None)
    )
    # A size behind an arc or a wave would be that one's: the group's goes first.
    return replace(action, modifiers=(*added, *action.modifiers))


def growing(times: int, kind: Growth | None) -> tuple[float, ...]:
    """The size of each of several times."""
    if kind is None or times < 2:
        return (1.0,) * times
    sizes = np.linspace(_LEAST, _MOST, times)
    return tuple(map(float, sizes if kind is Growth.INCREASING else sizes[::-1]))


def scaled(stroke: Stroke, size: float) -> Stroke:
    """The stroke done larger or smaller; a change of posture stays whole."""
    if size == 1.0:
        return stroke
    return replace(
        stroke,
        move=size * stroke.move,
        local=slerp(IDENTITY, stroke.local, size),
        wiggle=size * stroke.wiggle,
    )


def one_after_another(share: Array, kind: Growth | None) -> Array:
    """(N, 21) the share of a change of handshape that each angle has done: with growth the fingers
    follow one another, INCREASING towards the little finger, DECREASING towards the thumb."""
    if kind is None:
        return np.repeat(share[:, None], 21, axis=1)
    finger = np.array([1, 2, 3, 4]).repeat(4)
    order = np.concatenate([finger, np.zeros(5, int)])  # the thumb is first
    if kind is Growth.DECREASING:
        order = 4 - order
    late = order / 4 * 0.5  # each has half of the time
    return np.asarray(np.clip((share[:, None] - late) / 0.5, 0.0, 1.0))
