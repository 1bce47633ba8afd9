"""Signs in a row → both hands over the whole sentence: preparation, stroke, hold, transition,
retraction. Everything begins and ends in the neutral rest pose.

Transitions follow minimum-jerk paths whose time grows with the distance, the turn and the change
of handshape; the weak hand waits where it is when it is needed again soon and drops otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import rings
from a11y.sign_avatar.motion.carrying import UPRIGHT, Stance, as_carried, seconds_carried
from a11y.sign_avatar.motion.compile import SignMotion
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import (
    Array,
    continuous,
    unit,
)
from a11y.sign_avatar.motion.state import STEP, HandState, Track, sampled, smooth
from a11y.sign_avatar.motion.tempo import SMOOTHING, SPIN, pace, read
from a11y.sign_avatar.motion.touching import Contact, Touch, contacts, touching
from a11y.sign_avatar.motion.transitions import (
    between,
    calmly,
    concatenated,
    rest_state,
    resting,
    shortest,
    transition,
    transition_time,
)

LEAD_IN = REST_AFTER = 0.16  # seconds of rest before and after everything
SETTING_OFF = 0.9  # pace of the first way at least: from rest nobody leaps into a sign
DROP_AFTER = 1.3  # a weak hand that is not needed for longer than this goes down
SINKS_AFTER, SINKS_BY = 0.24, 0.3  # a hand that waits longer than this sinks by so much of its way
COMPOUND_PACE = 0.72
Transition = Callable[[HandState, HandState, int], Track]  # of one hand, in so many samples
TRUNK_EASE = 0.5  # seconds before the first sign in which the trunk turns, at least


@dataclass(frozen=True, eq=False, slots=True)
class Planned:
    """One motion to be done in its turn.

    index: position of its sign in the sentence; pace: factor on the transition before it; least:
    seconds that this takes at least; spin: radians a second that a hand turns on it at most;
    drawn: how many times as long its strokes take; hold: seconds that its last posture is held on
    top; keeps: a side whose hand stays as it is afterwards until it is needed again or the sentence
    ends (buoys).
    """

    motion: SignMotion
    index: int
    pace: float = 1.0
    least: float = 0.0
    spin: float = SPIN
    drawn: float = 1.0
    hold: float = 0.0
    keeps: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Event:
    """A stroke of one hand from sample ``start`` on. least: samples that the way to it takes at
    least; stays: the hand is held up after it."""

    start: int
    track: Track
    stays: bool
    least: int = 0


@dataclass(frozen=True, eq=False, slots=True)
class Hands:
    """Both hands over the sentence, ``STEP`` apart, and where each motion lies.

    spans: (sentence index, first sample, last sample) of the strokes, holds included. trunk: (N, 3)
    rotation vector of the trunk, or one row of zeros; neck: the same of the head on it.
    touching: side → when and with what a hand touches what is written; contacts: those one by one.
    """

    tracks: dict[str, Track]
    spans: tuple[tuple[int, int, int], ...]
    centres: dict[str, Array] = field(default_factory=dict)
    trunk: Array = field(default_factory=lambda: np.zeros((1, 3)))
    neck: Array = field(default_factory=lambda: np.zeros((1, 3)))
    touching: dict[str, Touch] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()

    @property
    def count(self) -> int:
        return len(self.tracks["R"])


def assemble(rig: Rig, planned: tuple[Planned, ...], *, leaving: float = 1.0) -> Hands:
    """Both hands over the sentence. leaving: factor on the time in which they go to rest."""
    rest = {side: rest_state(rig, side) for side in ("R", "L")}
    events: dict[str, list[Event]] = {"R": [], "L": []}
    spans, done = [], []
    now = dict(rest)
    free_since = {"R": 0, "L": 0}
    cursor = round(LEAD_IN / STEP)
    stance, ease_in = UPRIGHT, TRUNK_EASE
    for position, item in enumerate(planned):
        motion = _extended(_unhurried(rig, item.motion, item.drawn), item.hold)
        done.append(motion)
        need = 0.0
        then = Stance(motion.trunk[0], motion.neck[0])
        own: dict[str, int] = {}
        chain = any(aim.linked for aim in motion.aims)
        before = rings.coming(rig, motion.tracks) if chain else {}
        after = rings.parting(rig, motion.tracks) if chain else {}
        for side, one in motion.tracks.items():
            start = before.get(side, one).state(0, rest[side].centre)
            hurry = item.pace if position else max(item.pace, SETTING_OFF)
            seconds = transition_time(rig, side, now[side], start) * hurry
            calm = calmly(rig, side, now[side], start, spin=item.spin)
            swung = seconds_carried(rig, side, now[side], start, stance, then)
            seconds = max(seconds, item.least, shortest(rig, side, now[side], start), calm, swung)
            own[side] = round(seconds / STEP)
            idle = (cursor - free_since[side]) * STEP
            need = max(need, seconds - (idle if position else 0.0))
        for side, there in now.items():
            if side not in motion.tracks:  # a hand that waits is carried along
                need = max(need, seconds_carried(rig, side, there, there, stance, then))
        if not position:
            ease_in = max(ease_in, need) if stance.far(then) else ease_in
        stance = Stance(motion.trunk[-1], motion.neck[-1])
        cursor += max(2, round(need / STEP))
        early = max((len(one) for one in before.values()), default=0)
        for side, one in motion.tracks.items():
            whole = [before[side], one, after[side]] if chain else [one]
            events[side].append(Event(cursor, concatenated(whole), item.keeps == side, own[side]))
            now[side] = whole[-1].state(-1, rest[side].centre)
            free_since[side] = cursor + sum(map(len, whole)) - 1
        cursor += early
        spans.append((item.index, cursor, cursor + motion.count - 1))
        cursor += motion.count - 1 + max((len(one) for one in after.values()), default=0)
    for side, some in events.items():
        if some and some[-1].stays:
            free_since[side] = cursor
    back = {
        side: round(seconds_carried(rig, side, now[side], rest[side], stance, UPRIGHT) / STEP)
        for side in rest
    }
    ends = [
        free_since[side] + max(_retracting(rig, side, now[side], rest[side], leaving), back[side])
        for side in rest
    ]
    total = max(*ends, cursor) + round(REST_AFTER / STEP) + 1
    tracks = {
        side: _filled(
            rig, side, rest[side], events[side], free_since[side], total, leaving, back[side]
        )
        for side in rest
    }
    starts = [start for _, start, _ in spans]
    trunk, neck = (
        _turning([(start, way) for start, way in zip(starts, ways, strict=True)], total, ease_in)
        for ways in ([one.trunk for one in done], [one.neck for one in done])
    )
    centres = {side: rest[side].centre for side in rest}
    placed = list(zip(starts, done, strict=True))
    touched, written = touching(rig, placed, total), contacts(rig, placed)
    return Hands(tracks, tuple(spans), centres, trunk, neck, touched, written)


def _turning(ways: list[tuple[int, Array]], total: int, ease_in: float) -> Array:
    """(total, 3) the turn of trunk or head over the sentence: each sign's own, eased from one to
    the next and back to none in time with the hands. ease_in: seconds of the first."""
    out = np.zeros((total, 3))
    if not any(way.any() for _, way in ways):
        return out
    at, now = 0, np.zeros(3)
    for start, way in [*ways, (total - 1, np.zeros((1, 3)))]:
        first = at or max(0, start - round(ease_in / STEP))
        share = ease(np.linspace(0, 1, max(start - first, 1) + 1))[:-1, None]
        out[at:first] = now
        out[first:start] = (now + share * (way[0] - now))[: start - first]
        length = min(len(way), total - start)
        out[start : start + length] = way[:length]
        at, now = start + length, way[-1]
    return smooth(out, SMOOTHING / STEP)


def _unhurried(rig: Rig, motion: SignMotion, drawn: float) -> SignMotion:
    """The same strokes, as much slower as no wrist is jerked, or ``drawn`` out more."""
    tracks = motion.tracks
    if max(np.ptp(turn, axis=0).max() for turn in (motion.trunk, motion.neck)) > 0:
        tracks = as_carried(rig, tracks, motion.trunk, motion.neck)
    where = pace(tracks, drawn)
    return motion if where is None else read_at(motion, where)


def read_at(motion: SignMotion, where: Array) -> SignMotion:
    """The motion at fractional sample numbers (N,)."""
    tracks = {side: sampled(one, where) for side, one in motion.tracks.items()}
    trunk = read(motion.trunk, where)
    neck = read(motion.neck, where)
    return replace(motion, tracks=tracks, trunk=trunk, neck=neck)


def _extended(motion: SignMotion, hold: float) -> SignMotion:
    """All tracks of a sign of one length, the last posture held."""
    count = motion.count + max(0, round(hold / STEP))
    tracks = {}
    for side, one in motion.tracks.items():
        missing = count - len(one)
        tail = resting(one.state(-1, motion.centres[side]), missing)
        tracks[side] = concatenated([one, tail])

    def held(turn: Array) -> Array:
        return np.concatenate([turn, np.repeat(turn[-1:], max(0, count - len(turn)), 0)])

    return replace(motion, tracks=tracks, trunk=held(motion.trunk), neck=held(motion.neck))


def _filled(
    rig: Rig,
    side: str,
    rest: HandState,
    events: list[Event],
    free: int,
    total: int,
    leaving: float,
    back: int,
) -> Track:
    """Transitions, waits and rests between the events of one hand, which goes to rest at sample
    ``free``, in ``back`` samples at least."""
    go = partial(transition, rig, side)
    parts: list[Track] = []
    now, at = rest, 0  # state at sample ``at`` − 1
    stays = False
    for number, event in enumerate(events):
        one, start = event.track, event.start
        goal = one.state(0, rest.centre)
        need = max(event.least, round(transition_time(rig, side, now, goal) / STEP), 2)
        first = number == 0
        parts.append(
            _gap(go, rig, side, now, goal, rest, start - at, need, first=first, stays=stays)
        )
        parts.append(one)
        now, at, stays = one.state(-1, rest.centre), start + len(one), event.stays
    if stays and free > at:
        parts.append(resting(now, free - at))
        at = free
    parts.append(_retraction(go, rig, side, now, rest, total - at, leaving, back))
    whole = concatenated(parts)
    sigma = SMOOTHING / STEP
    return Track(
        smooth(whole.wrist, sigma),
        unit(smooth(continuous(whole.turn), sigma)),
        smooth(whole.angles, sigma),
        smooth(whole.head[:, None], sigma)[:, 0],
    )


def _gap(
    go: Transition,
    rig: Rig,
    side: str,
    now: HandState,
    goal: HandState,
    rest: HandState,
    count: int,
    need: int,
    *,
    first: bool,
    stays: bool,
) -> Track:
    """What a hand does in ``count`` samples between two strokes; its way takes ``need``."""
    if first:
        late = max(1, min(count - round(LEAD_IN / STEP), round(need * 1.15)))
        return concatenated([resting(rest, count - late), go(rest, goal, late)])
    if count <= need + 2:
        return go(now, goal, count)
    if stays or count * STEP <= DROP_AFTER:
        slow = min(count, round(need * 1.3))
        wait = count - slow
        if wait * STEP < SINKS_AFTER or stays:
            return concatenated([resting(now, wait), go(now, goal, slow)])
        low = between(now, rest, SINKS_BY)
        return concatenated([go(now, low, wait), go(low, goal, slow)])
    down = max(2, round(1.25 * transition_time(rig, side, now, rest) / STEP))
    up = max(2, round(1.1 * transition_time(rig, side, rest, goal) / STEP))
    pause = round(0.10 / STEP)
    if down + up + pause > count:
        # Half way down and back again.
        low = between(now, rest, 0.55)
        half = count // 2
        return concatenated([go(now, low, half), go(low, goal, count - half)])
    return concatenated(
        [
            resting(now, pause),
            go(now, rest, down),
            resting(rest, count - down - up - pause),
            go(rest, goal, up),
        ]
    )


def _retracting(rig: Rig, side: str, now: HandState, rest: HandState, leaving: float) -> int:
    """Samples in which a hand goes to rest."""
    return max(2, round(1.15 * leaving * transition_time(rig, side, now, rest) / STEP))


def _retraction(
    go: Transition,
    rig: Rig,
    side: str,
    now: HandState,
    rest: HandState,
    count: int,
    leaving: float,
    back: int,
) -> Track:
    need = min(count - 1, max(_retracting(rig, side, now, rest, leaving), back))
    if now is rest or need < 1:
        return resting(rest, count)
    return concatenated([go(now, rest, need), resting(rest, count - need)])
