"""More time where hands are in each other's way: what cannot be avoided in the time that is planned
often can where the way to a sign, or the sign itself, takes a little longer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.state import STEP
from a11y.sign_avatar.motion.timeline import Hands, Planned
from a11y.sign_avatar.performance import Performance

TRIES = 3
_TROUBLE = 0.002**2  # metres beyond what skin gives, squared, as in ``Tried.wrong``
_HELP = 0.25  # share of what is wrong that more time must mend to be tried again
_LOST = 0.003  # metres by which contacts are open that count
_COMING, _DOING = 1.5, 1.25  # times as long


@dataclass(frozen=True, eq=False, slots=True)
class Schedule:
    """What is signed and how fast. leaving: factor on the way back to rest."""

    motions: tuple[Planned, ...]
    leaving: float = 1.0


@dataclass(frozen=True, eq=False, slots=True)
class Tried:
    """A performance, how wrong it is at each of its keys (T,) before the last resort, whether
    hands are inside something even after it, see ``apart.keep_apart``, and metres by which written
    contacts are open, None where nothing is written to touch."""

    done: Performance
    hands: Hands
    wrong: Array
    stuck: bool
    lost: float | None = None


def unhindered(
    schedule: Schedule, perform: Callable[[Schedule], Tried], *, otherwise: Schedule | None = None
) -> Performance:
    """The best of what ``perform`` makes of the schedule and of slower ones.

    otherwise: the same elsewhere, tried where hands are inside something however slow they are.
    """
    best = _best(schedule, perform)
    if best.stuck and otherwise is not None:
        other = _best(otherwise, perform)
        best = best if other.stuck else other
    return best.done


def _best(schedule: Schedule, perform: Callable[[Schedule], Tried]) -> Tried:
    best = None
    for _ in range(TRIES):
        now = perform(schedule)
        gain = 1.0 if best is None else 1 - now.wrong.sum() / best.wrong.sum()
        if best is None or _better(now, best, gain):
            best = now
        if gain < _HELP and not now.stuck:
            break  # more time is no help here
        alone = len(schedule.motions) == 1
        if alone and now.lost is not None and now.lost <= _LOST and not now.stuck:
            break  # what is written is there, and nothing is in anything
        slower = relaxed(schedule, now)
        if slower is None:
            break
        schedule = slower
    assert best is not None
    return best


def _better(now: Tried, best: Tried, gain: float) -> bool:
    """Hands in nothing first, then contacts that are made, then what gave way least."""
    if now.stuck is not best.stuck:
        return best.stuck
    if now.lost is not None and best.lost is not None and abs(now.lost - best.lost) > _LOST:
        return now.lost < best.lost
    return gain > 0


def relaxed(schedule: Schedule, tried: Tried) -> Schedule | None:
    """The schedule with more time where something was wrong; None where nothing was."""
    at = np.asarray(tried.done.times)[tried.wrong > _TROUBLE] / STEP
    if not len(at):
        return None
    motions = []
    before = 0
    for motion, (_, start, end) in zip(schedule.motions, tried.hands.spans, strict=True):
        coming = bool(((at >= before) & (at < start)).any())
        doing = bool(((at >= start) & (at <= end)).any())
        pace = motion.pace * (_COMING if coming else 1.0)
        drawn = motion.drawn * (_DOING if doing else 1.0)
        motions.append(replace(motion, pace=pace, drawn=drawn))
        before = end
    leaving = schedule.leaving * (_COMING if (at > before).any() else 1.0)
    return Schedule(tuple(motions), leaving)
