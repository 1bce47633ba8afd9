"""The last centimetres and degrees: places, trunk, head and elbows of a whole sign moved together
until what is written fits the arms.

``adapt`` gives starting states. From those, damped least-squares steps go on over everything that
may vary at once: where in its area each hand is, where a movement ends, how trunk and head are
turned at start and end, every elbow's swivel and every shoulder. All starts are improved side by
side; errors are weighted so that a posture is rather missed alone than all of them a little
(iteratively reweighted least squares towards the sum of errors).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.team import COMFORT, TURN, Bounds, Placed, Pose, Team

_THINNED = 5  # rounds after which only the most promising states go on
_DONE = 1.0  # degrees in all from which on nothing is left to be improved
_EVEN = 8.0  # degrees: below, errors count squared, above singly, and in the end hardly more
_MARGIN = np.radians(1.5)  # how far inside its limits a posture is wanted
# Pull back to where a posture is plain, for a step of each: rooms, slacks, swivels (to where they
# began), girdles, trunk, head.
_STAY = (0.2, 0.6, 0.05, 0.2, 0.25, 0.25)
_FREER = 0.4  # share of those, and of comfort, where nothing else helped
_SWING = 0.4  # price of a step by which trunk or head turn during the sign


@dataclass(frozen=True, eq=False, slots=True)
class Last:
    """What counts when nothing else helped. allowed: degrees by which every hand may be turned
    otherwise, so that several are a little off rather than one altogether; flesh: degrees that
    hands inside the body count as, see ``Team.slopes``."""

    allowed: float
    flesh: Placed


def polished(
    team: Team,
    start: Pose,
    limits: Bounds,
    *,
    keep: int,
    rounds: int,
    springs: Array,
    last: Last | None = None,
) -> Pose:
    """``start`` improved, each of its states by itself, inside ``limits``; after some rounds the
    best ``keep`` of them. springs: (r, n) over ``Pose.flat``, on top of those that everything has.
    ``last``: comfort hardly counts, but flesh does."""
    choosing = rounds // 2
    low, high = limits.low, limits.high
    moving = np.flatnonzero(high - low > 1e-9)
    pull = np.concatenate([_pull(team, start, 1.0 if last is None else _FREER), springs])[:, moving]
    now = np.clip(start.flat(), low, high)
    home = _home(start)[:, moving]
    damping = np.full(len(now), 0.05)
    for number in range(rounds):
        if number == _THINNED and len(now) > keep:
            errors = team.errors(start.like(now), margin=_MARGIN)
            best = np.argsort(_norm(errors).sum(axis=1), kind="stable")[:keep]
            start, now, home, damping = start.only(best), now[best], home[best], damping[best]
        more = last.flesh if last is not None and number > _THINNED else None
        errors, slope = team.slopes(start.like(now), margin=_MARGIN, more=more)
        if last is not None:
            slope = _allowing_slope(last.allowed, errors, slope)
            errors = _allowing(last.allowed, errors)
        if number > choosing and float(np.abs(errors).sum(axis=(1, 2)).min()) < _DONE:
            break
        weights = _weights(_norm(errors), late=number >= choosing)[..., None] * np.ones(
            errors.shape[2]
        )
        if last is not None:
            weights[..., COMFORT] *= _FREER
        wrong = (errors * weights).reshape(len(now), -1)
        slope = (slope[..., moving] * weights[..., None]).reshape(len(now), -1, len(moving))
        drawn = (now[:, moving] - home) @ pull.T
        square = np.swapaxes(slope, 1, 2) @ slope + pull.T @ pull
        gradient = np.einsum("brk,br->bk", slope, wrong) + drawn @ pull
        hold = damping[:, None, None] * np.eye(len(moving))
        step = np.linalg.solve(square + hold, gradient[..., None])[..., 0]
        trial = now.copy()
        trial[:, moving] -= np.clip(step, -1.5, 1.5)
        trial = np.clip(trial, low, high)
        tried = _errors(team, start.like(trial), last, more)
        before = (wrong**2).sum(axis=1) + (drawn**2).sum(axis=1)
        after = ((tried * weights) ** 2).sum(axis=(1, 2))
        after = after + (((trial[:, moving] - home) @ pull.T) ** 2).sum(axis=1)
        better = after < before
        now[better] = trial[better]
        damping = np.clip(np.where(better, damping * 0.4, damping * 5.0), 1e-3, 50.0)
        stuck = not (better & (before - after > 1e-2)).any() and damping.min() > 1.0
        if stuck and number > choosing:
            break
    return start.like(now)


def _errors(team: Team, pose: Pose, last: Last | None, more: Placed | None) -> Array:
    """(B, K, 7 or 8) what is wrong, as far as it counts."""
    errors = team.errors(pose, margin=_MARGIN)
    if more is not None:
        errors = np.concatenate([errors, more(*team.placed(pose))[..., None]], axis=-1)
    return errors if last is None else _allowing(last.allowed, errors)


def _allowing(allowed: float, errors: Array) -> Array:
    """Errors of which those of turns count only beyond so many degrees."""
    size = np.linalg.norm(errors[..., TURN], axis=-1, keepdims=True)
    out = errors.copy()
    out[..., TURN] *= np.clip(1 - allowed / np.maximum(size, 1e-9), 0, None)
    return out


def _allowing_slope(allowed: float, errors: Array, slope: Array) -> Array:
    """The slopes of such errors, for the errors and the slopes that they have in full."""
    size = np.linalg.norm(errors[..., TURN], axis=-1, keepdims=True)
    way = errors[..., TURN] / np.maximum(size, 1e-9)
    kept = np.clip(1 - allowed / np.maximum(size, 1e-9), 0, None)[..., None]
    own = slope[..., TURN, :]
    along = np.einsum("bke,bken->bkn", way, own)[:, :, None] * way[..., None]
    out = slope.copy()
    out[..., TURN, :] = (own * kept + along * (1 - kept)) * (kept > 0)
    return out


def _norm(errors: Array) -> Array:
    """(B, K) degrees by which postures are missed."""
    return np.asarray(np.sqrt((errors[..., :COMFORT] ** 2).sum(axis=2)))


def _weights(wrong: Array, *, late: bool) -> Array:
    """(B, K) for errors (B, K): late, postures that are missed anyhow give way to the others
    (Geman and McClure's estimator)."""
    if late:
        return np.asarray(1 / np.sqrt(_EVEN) / (1 + (wrong / (1.5 * _EVEN)) ** 2))
    return np.asarray(1 / np.sqrt(wrong + _EVEN))


def _home(start: Pose) -> Array:
    """(B, n) where everything is drawn back to: no shift and no turn, elbows as they began."""
    none = [np.zeros_like(one) for one in start.values()]
    return replace(
        start, rooms=none[0], slacks=none[1], girdles=none[3], trunk=none[4], neck=none[5]
    ).flat()


def _pull(team: Team, start: Pose, share: float) -> Array:
    """(r, n) springs: everything stays near its home, trunk and head rather still."""
    sizes = [one[0].size for one in start.values()[:-1]]
    stay = share * np.repeat(_STAY, sizes)
    swing = np.zeros((6, len(stay)))
    if not team.moving:
        return np.diag(stay)
    for row, first in ((0, sum(sizes[:4])), (3, sum(sizes[:5]))):
        for axis in range(3):
            swing[row + axis, first + axis] = -share * _SWING
            swing[row + axis, first + 3 + axis] = share * _SWING
    return np.concatenate([np.diag(stay), swing])
