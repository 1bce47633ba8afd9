"""Tracks moved and turned with what was found for their first and their last posture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import seating
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import (
    Array,
    angle_between,
    dot,
    inverse,
    multiply,
    rotate,
)
from a11y.sign_avatar.motion.scene import Aim
from a11y.sign_avatar.motion.state import STEP, HandState, Track

_RESTED = 0.02  # metres: farther away it does not touch at all
_THERE = 0.003  # metres from where a movement is sent
_SOFT, _HURRY = 0.08, 8.0  # seconds; metres a second squared
_OTHER = {"R": "L", "L": "R"}


def progress(track: Track) -> Array:
    """(N,) how far a hand has got from its first posture to its last, 0 … 1; all zero where those
    are the same."""

    def away(row: int) -> Array:
        move = np.linalg.norm(track.wrist - track.wrist[row], axis=1) / 0.1
        return np.asarray(move + angle_between(track.turn, track.turn[row]))

    first, last = away(0), away(-1)
    share = first / np.maximum(first + last, 1e-9)
    return np.asarray(share * share * (3 - 2 * share))


def shifted(track: Track, by: Array) -> Track:
    """A track moved by ``by`` (2, 3) metres at its start and at its end."""
    share = progress(track)[:, None]
    return replace(track, wrist=track.wrist + by[0] + share * (by[1] - by[0]))


def rested(rig: Rig, aims: Sequence[Aim], tracks: dict[str, Track]) -> dict[str, Track]:
    """Tracks on which every hand that was moved along what it touches rests on it again: skin
    bends, and a finger's width further on a hand has another shape."""
    out = dict(tracks)
    for aim in aims:
        spot, other = aim.spot, _OTHER[aim.side]
        if not aim.contact or spot is None:
            continue
        row = -1 if aim.late else 0
        if aim.late and float(np.abs(tracks[aim.side].wrist[-1] - aim.wrist).max()) > _RESTED:
            continue  # the hand goes on from there
        normal, share = spot.normal, 1.0
        if aim.body:
            surface = seating.body(rig)
        elif other in tracks:
            surface = seating.other_hand(rig, other, _state(tracks[other], row))
            if not aim.hand:  # mirrored hands: each goes half the way, to its own side
                normal, share = np.array([1.0 if aim.side == "L" else -1.0, 0.0, 0.0]), 0.5
        else:
            continue
        state = _state(tracks[aim.side], row)
        by = share * seating.off_by(rig, aim.side, state, aim.active, surface, normal)
        if abs(by) <= _RESTED:
            move = by * normal
            out[aim.side] = shifted(out[aim.side], np.stack([move * (not aim.late), move]))
    return out


def arrived(
    aims: Sequence[Aim],
    written: Mapping[str, Track],
    tracks: Mapping[str, Track],
    centres: Mapping[str, Array],
) -> tuple[list[Aim], dict[str, Track]]:
    """Aims with the wrists of the shifted ``tracks``, and tracks on which hands that are sent to
    the body on their way, and go on from there, come by it: shifts of start and end would take them
    past it, and so does a movement that is done at the same time. ``written``: the tracks before
    they were shifted; centres: side → (3,) the point of a hand that stays as it turns."""
    out, now = [], dict(tracks)
    for aim in aims:
        side, centre = aim.side, centres[aim.side]
        if not aim.late:
            out.append(replace(aim, wrist=aim.wrist + now[side].wrist[0] - written[side].wrist[0]))
            continue
        there = written[side].wrist + rotate(written[side].turn, centre)
        goal = aim.wrist + rotate(aim.turn, centre)
        row = arrival(there - goal)
        off = goal - now[side].wrist[row] - rotate(now[side].turn[row], centre)
        left = now[side].wrist[row:] - now[side].wrist[-1]
        if aim.contact and aim.body and np.sqrt(dot(left, left)).max() > _THERE:
            by = passing(len(now[side]), row, float(np.sqrt(dot(off, off))))
            now[side] = replace(now[side], wrist=now[side].wrist + by[:, None] * off)
        out.append(replace(aim, wrist=now[side].wrist[row]))
    return out, now


def arrival(off: Array) -> int:
    """The sample at which a movement that was sent to a place is there, for how far (N, 3) it is
    from it: the last one nearest."""
    away = np.sqrt(dot(off, off))
    return int(np.flatnonzero(away <= away.min() + _THERE)[-1])


def passing(count: int, row: int, way: float) -> Array:
    """(N,) 1 at ``row`` of ``count`` samples, 0 far from it and at both ends of the track, coming
    and going as softly as hands go aside by ``way`` metres."""
    ramp = max(_SOFT, float(np.sqrt(5.8 * way / _HURRY))) / STEP
    at = np.arange(count)
    before, behind = max(min(ramp, row), 1.0), max(min(ramp, count - 1 - row), 1.0)
    share = np.where(at <= row, (row - at) / before, (at - row) / behind)
    return ease(1 - np.clip(share, 0, 1))


def _state(track: Track, row: int) -> HandState:
    return HandState(
        track.wrist[row], track.turn[row], track.angles[row], np.zeros(3), float(track.head[row])
    )


def turn_way(tracks: dict[str, Track], turn: Array) -> Array:
    """(N, 3) the turn of trunk or head over a sign, from ``turn[0]`` to ``turn[1]`` with the hand
    whose posture changes most."""
    lead = max(tracks.values(), key=_change)
    share = progress(lead)[:, None]
    return np.asarray(turn[0] + share * (turn[1] - turn[0]))


def _change(track: Track) -> float:
    turn = float(angle_between(track.turn[0], track.turn[-1]))
    return turn + float(np.linalg.norm(track.wrist[-1] - track.wrist[0]))


def counter_turned(track: Track, carrier: Array, centre: Array, *, since: Array) -> Track:
    """A track made for what carries it turned by ``since`` (4,), kept as the viewer sees it while
    that turns along ``carrier`` (N, 4). centre: (3,) the point of the hand that stays in place."""
    back = multiply(inverse(carrier), since)
    turn = multiply(back, track.turn)
    wrist = track.wrist + rotate(track.turn, centre) - rotate(turn, centre)
    return replace(track, turn=turn, wrist=wrist)
