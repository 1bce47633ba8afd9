"""Tracks moved and turned with what was found for their first and their last posture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import seating
from a11y.sign_avatar.motion.rotations import (
    Array,
    angle_between,
    inverse,
    multiply,
    rotate,
)
from a11y.sign_avatar.motion.scene import Aim
from a11y.sign_avatar.motion.state import HandState, Track

_RESTED = 0.02  # metres: farther away it does not touch at all
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
