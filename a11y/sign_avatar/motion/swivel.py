"""The freedoms that an arm has left when its wrist is given, chosen over all frames at once:
comfortable, within the joint limits, and smooth.

First the swivel of the elbow about the line from shoulder to wrist, the least dear way through
candidates and time; then swivel and shoulder girdle together by least squares, so that the hand is
turned as wanted where the smooth way alone would miss it by a little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solveh_banded

from a11y.sign_avatar.motion.limb import Arm, elbow_ways, humeral_turn, wrist_angles
from a11y.sign_avatar.motion.limits import (
    FOREARM_TURN,
    GIRDLE_MOST,
    HUMERUS,
    WRIST_AT_EASE,
    WRIST_DEVIATION,
    missing,
    missing_parts,
    share_of_limit,
)
from a11y.sign_avatar.motion.loops import least_way
from a11y.sign_avatar.motion.reachable import out_of_reach, raised, too_far_in
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.state import smooth

_SWIVELS = np.radians(np.linspace(-180.0, 175.0, 72))
# Cost of a degree of the hand's turn that is left undone, and degrees that nobody sees.
_MISSING, _UNSEEN = 1.6, 6.0
_SMOOTH = 0.10  # seconds
_OUTSIDE = np.radians(1.0)  # how far beyond its limits a wrist is still left alone
_SHORT = 3.0  # degrees (``out_of_reach``: five millimetres) that a wrist may be too far
_AROUND = 0.05  # seconds around the start and the end of a stroke in which its posture is read
_READ = 24.0  # times as dear is a miss there
_READ_AT_ALL = 0.02  # of which on a frame counts
_STRICT = 60.0  # an error of the hand's turn against one of the swivel's place, both in radians
_SHOULDER, _ELBOW = 90.0, 120.0  # the same for an upper arm's turn, and a metre of the elbow
_SPRINGS = (1.0, 4.0, 4.0)  # of swivel and girdle
_REFINEMENTS, _STRIDE = 5, np.radians(12.0)
_SHARES = (1.0, 0.5, 0.2, 0.0)  # of a step that are tried, since errors bend
_DEARER = 0.02  # what the elbow's way may cost more
_HOPELESS = np.radians(8.0)
_HOLD, _PROBE = 1e-6, 1e-4
# Shares of what the shoulder girdle gives that are tried, the first is none; degrees to be gained.
_GIVEN = np.array([[0, 0], *product((-1, -0.5, 0, 0.5, 1), repeat=2)])
_WORTH = 2.0
_ELBOW_ROOM = 0.10  # metres from the spine to the side, unless before the chest
# Degrees from which on a raised upper arm is dear, and how dear against a swivel from where elbows
# hang, both in radians squared: better a bent wrist than an elbow held up.
_RAISED, _RAISED_DEAR = 40.0, 2.5
# Price of a metre nearer to the middle than that, of an upper arm turned twice as far as it goes.
_IN_TRUNK, _TWISTED = 400.0, 300.0
# An elbow is not thrown above the shoulder for a few degrees of the hand: degrees from which on,
# and more than the place asks for at least; what one more is worth in degrees of the hand's turn.
_HELD_UP, _HELD_UP_MORE, _HELD_UP_DEAR = 85.0, 25.0, 0.5
# Degrees of the hand's turn that all of it is worth at most where the posture is read: with those
# that nobody sees less than a miss, so that an elbow is rather held up than what is written missed.
_HELD_UP_MOST = 3.5
# Share of its limits from which on a bent wrist looks bent, and the price of all that is above.
_BENT, _BENT_DEAR = 0.6, 0.4
# Price of a radian squared off a swivel that is wished for; within so many of it, it is kept.
_WISHED, _KEPT = 60.0, np.radians(12.0)
_LEAP = 1e6  # price of what no elbow does
_FASTEST = np.radians(700.0)  # a second: an elbow that has to get to the other side takes its time
Rows = NDArray[np.intp]
# (girdles (…, F, 2) of the frames F, which frames) → where the shoulder is then (…, F, 3)
Shoulder = Callable[[Array, "slice | Rows"], Array]
# (shoulders (T, 3), elbows (T, S, 3), forearms' directions (T, S, 3)) → price (T, S)
Blocked = Callable[[Array, Array, Array], Array]


@dataclass(frozen=True, eq=False, slots=True)
class Wished:
    """Where the elbow had better be. swivels: (T,) radians; firm: (T,) how much it counts, 0 … 1,
    coming and going as softly as the elbow is to move."""

    swivels: Array
    firm: Array


def decisive_at(times: NDArray[np.floating[Any]], edges: Iterable[float]) -> Array:
    """(T,) how much the posture at ``times`` (T,) is read: 1 where strokes begin and end
    (``edges``, seconds), 0 between and on the way."""
    out = np.zeros(len(times))
    for edge in edges:
        out = np.maximum(out, np.exp(-(((times - edge) / _AROUND) ** 2)))
    return out


def given_shoulders(
    one: Arm,
    shoulder: Shoulder,
    above: Array,
    targets: Array,
    turns: Array,
    times: NDArray[np.floating[Any]],
    edges: Iterable[float],
) -> Array:
    """(T, 2) turns of the shoulder girdle around the ``edges`` of strokes where, without them, no
    swivel would turn the hand as wanted; none elsewhere."""
    rows = np.unique(np.searchsorted(times, np.asarray(tuple(edges)) - 1e-6))
    rows = rows[rows < len(times)]
    out = np.zeros((len(times), 2))
    if not len(rows):
        return out
    over = above[rows][:, None]

    def least(given: Array) -> Array:
        """(G, R) degrees that no swivel gets rid of, for shares (G, 2) of the girdle."""
        tilted = (GIRDLE_MOST * given)[:, None] * np.ones((len(rows), 1))
        origin = shoulder(tilted, rows)[:, :, None]
        upper, lower, hinge = elbow_ways(one, origin, over, targets[rows, None], _SWIVELS)
        _, *angles = wrist_angles(one, lower, hinge, turns[rows, None])
        elbow = origin + one.upper_length * upper
        rolled = share_of_limit(humeral_turn(one, over, upper, hinge), HUMERUS)
        missed = np.degrees(missing(*angles)) + 300.0 * np.clip(rolled - 1.0, 0, None)
        missed = missed + 120.0 * too_far_in(one, elbow, _ELBOW_ROOM)
        return np.asarray(np.clip(missed.min(axis=2) - _UNSEEN / 2, 0, None))

    plain = least(_GIVEN[:1])
    if not plain.any():
        return out
    best = np.argmin(np.concatenate([plain, least(_GIVEN[1:]) + _WORTH]), axis=0)
    share = np.exp(-(((times[:, None] - times[rows]) / _AROUND) ** 2))  # (T, R)
    share /= np.maximum(share.sum(axis=1, keepdims=True), 1)
    return np.asarray(share @ (GIRDLE_MOST * _GIVEN[best]))


def choose_swivel(
    one: Arm,
    origin: Array,
    above: Array,
    targets: Array,
    turns: Array,
    decisive: Array,
    dt: float,
    clearance: float,
    blocked: Blocked | None,
    wished: Wished | None = None,
) -> Array:
    """(T,) swivel angles: least cost path through candidates × time, not yet smooth."""
    upper, lower, hinge = elbow_ways(
        one, origin[:, None], above[:, None], targets[:, None], _SWIVELS[None]
    )
    _, turn, flexion, deviation = wrist_angles(one, lower, hinge, turns[:, None])
    elbow = origin[:, None] + upper * one.upper_length
    cost = 1.5 * (_SWIVELS[None] - np.radians(18.0)) ** 2
    wrist = np.hypot(
        share_of_limit(flexion, WRIST_AT_EASE), share_of_limit(deviation, WRIST_DEVIATION)
    )
    cost = cost + _near_limit(share_of_limit(turn, FOREARM_TURN)) + _near_limit(wrist)
    dear = (1 + (_READ - 1) * decisive)[:, None]
    missed = np.degrees(missing(turn, flexion, deviation))
    bent = np.clip(wrist - _BENT, 0, 1 - _BENT) / (1 - _BENT)
    cost = (
        cost
        + 0.3 * wrist**2
        + _BENT_DEAR * bent**2
        + _MISSING * dear * np.clip(missed - _UNSEEN, 0, None)
    )
    # No posture is read with an upper arm or an elbow that nobody could have there.
    shoulder = share_of_limit(humeral_turn(one, above[:, None], upper, hinge), HUMERUS)
    cost = cost + _near_limit(shoulder) + _TWISTED * dear * np.clip(shoulder - 1.0, 0, None)
    # The elbow stays out of the trunk and, unless it must, below the shoulder.
    trunk = too_far_in(one, elbow, clearance)
    high = np.clip(elbow[..., 1] - origin[:, None, 1] + 0.07, 0, None)
    cost = cost + 60.0 * trunk + _IN_TRUNK * dear * too_far_in(one, elbow, _ELBOW_ROOM)
    cost = cost + 40.0 * high**2 + 4.0 * high
    lifted = raised(upper)
    cost = cost + _RAISED_DEAR * np.radians(np.clip(lifted - _RAISED, 0, None)) ** 2
    needless = np.maximum(_HELD_UP, lifted.min(axis=1, keepdims=True) + _HELD_UP_MORE)
    held_up = _HELD_UP_DEAR * np.clip(lifted - needless, 0, None)
    most = _HELD_UP_MOST / np.clip(decisive, 1e-3, None)[:, None]
    cost = cost + _MISSING * dear * np.minimum(held_up, most)
    if blocked is not None:
        cost = cost + blocked(origin, elbow, lower)
    if wished is not None:
        off = _turned(_SWIVELS[None] - wished.swivels[:, None])
        cost = cost + _WISHED * wished.firm[:, None] * off**2
    return _smooth_path(cost, dt)


def _turned(angle: Array) -> Array:
    """The same angle between −π and π."""
    return np.asarray((angle + np.pi) % (2 * np.pi) - np.pi)


def _towards(path: Array, wished: Wished | None) -> Array:
    """The path (T,) led to what is wished for, where it is near that anyway."""
    if wished is None:
        return path
    off = _turned(wished.swivels - path)
    near = np.clip(2 - np.abs(off) / _KEPT, 0, 1)
    return np.asarray(path + wished.firm * near * off)


def _near_limit(share: Array) -> Array:
    return np.asarray(1.2 * np.clip(share - 0.75, 0, 0.25) ** 2)


def _smooth_path(cost: Array, dt: float) -> Array:
    """Viterbi over candidates."""
    apart = np.abs(_SWIVELS[:, None] - _SWIVELS[None])
    apart = np.minimum(apart, 2 * np.pi - apart)
    # Between two frames it must not leap over what it cannot go through.
    leap = apart > max(_FASTEST * dt, _SWIVELS[1] - _SWIVELS[0]) + 1e-6
    step = np.where(leap, _LEAP, apart**2 * (0.12 / dt))
    path = least_way(cost, step).astype(int)
    return np.unwrap(_SWIVELS[path])


def refined(
    one: Arm,
    path: Array,
    given: Array,
    shoulder: Shoulder,
    above: Array,
    targets: Array,
    turns: Array,
    decisive: Array,
    dt: float,
    blocked: Blocked | None = None,
    wished: Wished | None = None,
) -> tuple[Array, Array]:
    """((T,) swivels, (T, 2) turns of the shoulder girdle) near the ``path`` of swivels (T,), which
    was found with the shoulders ``given`` (T, 2), smooth in time: the path made smooth, and as
    little else, as smoothly, as keeps the hand turned as it is on the path where that is
    ``decisive`` (T,), unless the elbow would come into something. What is ``wished`` for is kept
    where the path comes near it."""
    now, home = _refined(one, path, given, shoulder, above, targets, turns, decisive, dt, wished)
    if blocked is None or np.array_equal(now, home):
        return now[:, 0], now[:, 1:]

    def price(state: Array) -> Array:
        origin = shoulder(state[:, 1:], slice(None))
        upper, lower, _ = elbow_ways(one, origin, above, targets, state[:, 0])
        elbow = origin + upper * one.upper_length
        return blocked(origin, elbow[:, None], lower[:, None])[:, 0]

    worse = price(now) > price(home) + _DEARER
    if worse.any():
        near = np.convolve(worse, np.ones(1 + 2 * round(_SMOOTH / dt)), "same") > 0
        left = decisive * ~near
        now, _ = _refined(one, path, given, shoulder, above, targets, turns, left, dt, wished)
    return now[:, 0], now[:, 1:]


def _refined(
    one: Arm,
    path: Array,
    given: Array,
    shoulder: Shoulder,
    above: Array,
    targets: Array,
    turns: Array,
    decisive: Array,
    dt: float,
    wished: Wished | None,
) -> tuple[Array, Array]:
    """((T, 3) swivels and girdles, (T, 3) the same of the path that is only made smooth)."""
    none = np.zeros((len(path), 2))
    calm = _towards(smooth(path, _SMOOTH / dt), wished)
    home = np.concatenate([calm[:, None], none], axis=1)

    rows = np.flatnonzero(decisive > _READ_AT_ALL)

    def wrong(state: Array) -> Array:
        """(…, F, 6) what is wrong in the frames that count."""
        origin = shoulder(state[..., 1:], rows)
        upper, lower, hinge = elbow_ways(one, origin, above[rows], targets[rows], state[..., 0])
        _, *angles = wrist_angles(one, lower, hinge, turns[rows])
        beyond = np.stack(missing_parts(*angles, margin=-_OUTSIDE), axis=-1)
        rolled = humeral_turn(one, above[rows], upper, hinge)
        low, high = np.radians(HUMERUS)
        over = rolled - np.clip(rolled, low, high)
        inside = too_far_in(one, origin + upper * one.upper_length, _ELBOW_ROOM)
        far = np.radians(np.clip(out_of_reach(one, targets[rows], origin) - _SHORT, 0, None))
        rest = np.stack([_SHOULDER * over, _ELBOW * inside, _STRICT * far], axis=-1)
        return np.concatenate([_STRICT * beyond, rest], axis=-1)

    def missed(errors: Array) -> Array:
        """(F,) radians of the hand's turn out of those errors (F, 6)."""
        return np.asarray(np.sqrt((errors[:, :3] ** 2).sum(axis=1)) / _STRICT)

    if not len(rows) or not wrong(home[rows]).any():
        return home, home
    now = np.concatenate([path[:, None], given], axis=1)
    steps = _PROBE * np.eye(3)[:, None]
    must = missed(wrong(now[rows]))
    # Smoother in steps, so that no frame leaves the posture it can be done in.
    for share in np.linspace(1 / _REFINEMENTS, 1, _REFINEMENTS):
        first = wrong(now[rows])
        # What must be missed anyhow does not count in the end: the way goes smoothly past it.
        left_out = np.minimum(must, missed(first))
        weights = decisive[rows] / (1 + (share * left_out / _HOPELESS) ** 2)
        slope = (wrong(now[rows] + steps) - first) / _PROBE  # (3, F, 6)
        square, pulled = np.zeros((len(path), 3, 3)), np.zeros((len(path), 3))
        square[rows] = np.einsum("ife,jfe,f->fij", slope, slope, weights)
        pulled[rows] = np.einsum("ife,fe,f->fi", slope, first, weights)
        smooth_by = (share * _SMOOTH / dt) ** 2 if len(path) > 2 else 0.0
        off = _least(square, np.einsum("tij,tj->ti", square, now - home) - pulled, smooth_by)
        step = np.clip(home + off - now, -_STRIDE, _STRIDE)
        tried = now + np.array(_SHARES)[:, None, None] * step
        tried[..., 1:] = np.clip(tried[..., 1:], -GIRDLE_MOST, GIRDLE_MOST)
        left = ((wrong(tried[:, rows]) ** 2).sum(axis=-1) * weights).sum(axis=-1)
        left = left + _effort(tried - home, smooth_by)
        now = tried[int(np.argmin(left))]
    return now, home


def _effort(off: Array, smooth_by: float) -> Array:
    """(S,) what it costs to leave home by ``off`` (S, T, 3), see ``_least``."""
    stay = np.asarray(_SPRINGS)
    bend = np.diff(off, 2, axis=1) if off.shape[1] > 2 else np.zeros((len(off), 1, 3))
    return np.asarray((off**2 @ stay).sum(axis=1) + smooth_by**2 * (bend**2 @ stay).sum(axis=1))


def _least(square: Array, pulled: Array, smooth_by: float) -> Array:
    """What to leave home by (T, 3): errors' normal equations (T, 3, 3), (T, 3) with springs to home
    and small second differences."""
    frames = len(pulled)
    bands = np.zeros((7, 3 * frames))  # solveh_banded's upper form
    for column in range(3):
        for row in range(column + 1):
            bands[6 - (column - row), column::3] += square[:, row, column]
    stay = np.asarray(_SPRINGS)
    bands[6] += np.tile(stay, frames) + _HOLD
    weights = np.tile(stay * smooth_by**2, frames)
    bend = np.zeros((3, frames))  # second differences squared: diagonal and two off it
    for at, one in enumerate((1.0, -2.0, 1.0)):
        for other, two in enumerate((1.0, -2.0, 1.0)):
            if other >= at:
                bend[other - at, other : frames - 2 + other] += one * two
    for off in range(3):
        bands[6 - 3 * off] += weights * np.repeat(bend[off], 3)
    return np.asarray(solveh_banded(bands, pulled.ravel()).reshape(frames, 3))
