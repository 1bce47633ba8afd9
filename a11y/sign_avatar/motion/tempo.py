"""How fast is still gentle: strokes and transitions slowed where a wrist would be jerked.

A stroke that is too quick as a whole is done more slowly as a whole, so that its rhythm stays; what
then is still too sudden (a corner, a leap from one action to the next) takes longer by itself.
"""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.motion.rotations import Array, angle_between, continuous, dot, unit
from a11y.sign_avatar.motion.state import STEP, Track, smooth

# Metres a second squared, of a wrist: above, signing looks jerked; radians a second that a hand
# turns at most: above, palms seem to flip. Of ways between signs, and of strokes, which are read.
GENTLE, SPIN = 23.0, 18.0
_STROKE, _STROKE_SPIN = 20.0, 16.0
SMOOTHING = 0.022  # seconds by which a hand's way is rounded off
_SLOWER = 1.6  # times as long as written a stroke takes as a whole at most
_APART = 2  # samples: differences over 40 ms, as films show them
_ROUNDS = 12
# In a sentence signs are quicker than alone: so much of their time, of what is longer less
# (who repeats, repeats faster); movements of wrist and fingers alone a little, and never
# shorter than what can be read. Published rates are 2.3 to 2.5 signs a second in conversation
# (Bellugi and Fischer 1972; Grosjean 1979); viewers of an avatar preferred signs slightly shorter
# than people make them (Al-khazraji and others 2018).
FLUENT, FLUENT_WAY = 0.52, 0.64
_LONG, _LONG_SHARE = 0.6, 0.25  # seconds
_IN_PLACE, _IN_PLACE_SHARE = 0.03, 0.62  # metres that a wrist then moves at most
# Who signs a sentence does not come to rest between a way and a stroke: what is so near its end
# that nobody sees it move (metres, radians, degrees of a finger) passes in half the time.
_UNSEEN = (0.003, 0.07, 5.0)
_TAIL, _TAIL_TIME = 0.25, 0.5  # of the samples at each end at most
_READABLE = 0.21  # seconds
_ONCE = 1.7  # times as long a moment becomes in one round at most
_AROUND, _SPREAD = 4, 3.0  # samples before and after a jerk that are slowed, too, and how softly


def pace(tracks: dict[str, Track], drawn: float = 1.0) -> Array | None:
    """The sample numbers (M,) at which to read tracks so that no hand is jerked or flips and
    they take ``drawn`` times as long at least (below 1: as short, if no hand is jerked then); None
    where they can stay as they are."""
    count = max(len(one) for one in tracks.values())
    turns = {side: continuous(one.turn) for side, one in tracks.items()}

    def hasty(where: Array) -> Array:
        """(M,) how many times too quick the quickest hand is."""
        jerks = [np.sqrt(_jerks(read(one.wrist, where)) / _STROKE) for one in tracks.values()]
        spins = [_spins(read(turn, where)) / _STROKE_SPIN for turn in turns.values()]
        return np.asarray(np.max([*jerks, *spins], axis=0))

    worst = float(hasty(np.arange(count, dtype=float)).max(initial=0.0))
    if worst <= 1.0 and drawn == 1.0:
        return None
    slower = max(min(worst, _SLOWER), drawn)
    where = np.linspace(0, count - 1, round((count - 1) * slower) + 1)
    for _ in range(_ROUNDS):
        many = hasty(where)
        if many.max(initial=0.0) <= 1.01:
            break
        longer = np.clip(many, 1.0, _ONCE)
        wide = np.max([np.roll(longer, k) for k in range(-_AROUND, _AROUND + 1)], axis=0)
        steps = smooth(wide[:, None], _SPREAD)[:, 0]
        times = np.concatenate([[0.0], np.cumsum((steps[1:] + steps[:-1]) / 2)])
        new = np.linspace(0, times[-1], round(float(times[-1])) + 1)
        where = np.interp(new, times, where)
    return where


def fluent(tracks: dict[str, Track], share: float = 1.0) -> float:
    """What share of its time alone a sign takes in a sentence. share: what its ends leave of it
    (``flowing``)."""
    seconds = (max(len(one) for one in tracks.values()) - 1) * STEP
    if seconds <= _READABLE:
        return 1.0
    quick = (FLUENT * min(seconds, _LONG) + _LONG_SHARE * max(0.0, seconds - _LONG)) / seconds
    if max(float(np.ptp(one.wrist, axis=0).max()) for one in tracks.values()) < _IN_PLACE:
        quick = max(quick, _IN_PLACE_SHARE)
    return max(share * quick, _READABLE / seconds)


def flowing(tracks: dict[str, Track]) -> tuple[Array, float]:
    """The sample numbers (N,) at which to read N samples so that their ends pass more quickly than
    the middle, and what share of the time that takes."""
    count = max(len(one) for one in tracks.values())
    tails = []
    for end in (0, -1):
        seen = np.zeros(count, bool)
        for one in tracks.values():
            off = one.wrist - one.wrist[end]
            cosine = np.abs(dot(one.turn, one.turn[end])).clip(0, 1)
            gone = np.sqrt(dot(off, off)) / _UNSEEN[0]
            gone = np.maximum(gone, 2 * np.arccos(cosine) / _UNSEEN[1])
            gone = np.maximum(gone, np.abs(one.angles - one.angles[end]).max(axis=1) / _UNSEEN[2])
            seen[: len(one)] |= gone > 1
        first = int(np.argmax(seen[::-1] if end else seen)) if seen.any() else 0
        tails.append(min(first, round(_TAIL * count)))
    steps = np.ones(count)
    steps[: tails[0]] = _TAIL_TIME
    steps[count - tails[1] :] = _TAIL_TIME
    steps = smooth(steps[:, None], 1.0)[:, 0]
    times = np.concatenate([[0.0], np.cumsum((steps[1:] + steps[:-1]) / 2)])
    share = float(times[-1]) / max(count - 1, 1)
    return np.interp(np.linspace(0, times[-1], count), times, np.arange(count)), share


def seconds_for(wrist: Array) -> float:
    """How long a way must take at least so that it stays gentle: wrist (N, 3) at even steps from
    its beginning to its end."""
    bend = np.diff(wrist, 2, axis=0) * (len(wrist) - 1) ** 2
    return float(np.sqrt(np.sqrt(dot(bend, bend)).max(initial=0.0) / GENTLE))


def read(values: Array, where: Array) -> Array:
    """Rows of values (N, k) at fractional sample numbers, in between by straight lines."""
    rows = np.arange(len(values))
    return np.stack([np.interp(where, rows, column) for column in values.T], axis=1)


def _spins(turn: Array) -> Array:
    """(N,) radians a second that a hand turns around each sample."""
    out = np.zeros(len(turn))
    if len(turn) > _APART:
        a, b = unit(turn[:-_APART]), unit(turn[_APART:])
        out[_APART // 2 : -(_APART // 2)] = angle_between(a, b) / (_APART * STEP)
    return out


def _jerks(wrist: Array) -> Array:
    """(N,) the acceleration of a wrist around each sample, rounded off as it will be."""
    out = np.zeros(len(wrist))
    if len(wrist) > 2 * _APART:
        way = smooth(wrist, SMOOTHING / STEP)
        bend = way[2 * _APART :] - 2 * way[_APART:-_APART] + way[: -2 * _APART]
        out[_APART:-_APART] = np.sqrt(dot(bend, bend)) / (_APART * STEP) ** 2
    return out
