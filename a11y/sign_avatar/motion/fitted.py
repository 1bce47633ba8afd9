"""Tracks moved and turned with what was found for their first and their last posture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from a11y.sign_avatar.motion.rotations import (
    Array,
    angle_between,
    inverse,
    multiply,
    rotate,
)
from a11y.sign_avatar.motion.state import Track


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
