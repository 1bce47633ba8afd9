"""Signs in a row → both hands over the whole sentence: preparation, stroke, hold, transition,
retraction. Everything begins and ends in the neutral rest pose.

Transitions follow minimum-jerk paths whose time grows with the distance, the turn and the change
of handshape; the weak hand waits where it is when it is needed again soon and drops otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import rings
from a11y.sign_avatar.motion.between_strokes import LEAD_IN, BetweenStrokes, Event
from a11y.sign_avatar.motion.carrying import UPRIGHT, Stance, as_carried, seconds_carried
from a11y.sign_avatar.motion.compile import SignMotion
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import (
    Array,
)
from a11y.sign_avatar.motion.state import STEP, Track, sampled, smooth
from a11y.sign_avatar.motion.tempo import SMOOTHING, SPIN, pace, read
from a11y.sign_avatar.motion.touching import Contact, Touch, contacts, touching
from a11y.sign_avatar.motion.transitions import (
    calmly,
    concatenated,
    rest_state,
    resting,
    shortest,
    transition_time,
)

REST_AFTER = LEAD_IN  # seconds of rest after everything
SETTING_OFF = 0.9  # pace of the first way at least: from rest nobody leaps into a sign
COMPOUND_PACE = 0.72
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
            unused = (cursor - free_since[side]) * STEP
            need = max(need, seconds - (unused if position else 0.0))
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
    idle = {side: BetweenStrokes(rig, side, rest[side]) for side in rest}
    down = {
        side: max(
            hand.retracting(now[side], leaving),
            round(seconds_carried(rig, side, now[side], rest[side], stance, UPRIGHT) / STEP),
        )
        for side, hand in idle.items()
    }
    total = max(*(free_since[side] + down[side] for side in rest), cursor)
    total += round(REST_AFTER / STEP) + 1
    tracks = {
        side: hand.whole(events[side], free=free_since[side], down=down[side], total=total)
        for side, hand in idle.items()
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
