"""What a hand does, before any arm is solved: states, strokes and tracks.

Positions are of the wrist joint, in the rig's frame with the trunk upright; turns are world
rotations of the wrist; angles are handshape angles (``body.handshapes.DOFS``, degrees).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from a11y.sign_avatar.motion.rotations import IDENTITY, Array, continuous, multiply, rotate, unit

STEP = 0.02  # seconds between samples of strokes and tracks
MIRROR_MOVE: Array = np.array([-1.0, 1.0, 1.0])
_MIRROR_TURN: Array = np.array([1.0, -1.0, -1.0, 1.0])


@dataclass(frozen=True, eq=False, slots=True)
class HandState:
    """One hand at one moment. centre: (3,) middle of the hand in its rest-aligned frame, which
    stays in place when the hand turns. head: share (0 … 1) with which it follows the head."""

    wrist: Array
    turn: Array
    angles: Array
    centre: Array
    head: float = 0.0

    def moved(self, by: Array) -> HandState:
        return replace(self, wrist=self.wrist + by)


@dataclass(frozen=True, eq=False, slots=True)
class Stroke:
    """What one action makes of a hand over N samples.

    move: (N, 3) displacement from the start. turn: (N, 4) world turn. local: (N, 4) turn about
    the wrist in the hand's own frame, on top. angles: (N, 21); wiggle: (N, 21) on top. head: (N,).
    """

    move: Array
    turn: Array
    local: Array
    angles: Array
    wiggle: Array
    head: Array
    turns: bool = False
    shapes: bool = False

    def __len__(self) -> int:
        return len(self.move)

    def end(self, start: HandState) -> HandState:
        """The hand's state after this stroke."""
        shift = rotate(start.turn, start.centre) - rotate(self.turn[-1], start.centre)
        return HandState(
            start.wrist + self.move[-1] + shift,
            self.turn[-1],
            self.angles[-1],
            start.centre,
            float(self.head[-1]),
        )


@dataclass(frozen=True, eq=False, slots=True)
class Track:
    """One hand over N samples, ``STEP`` apart: wrist (N, 3), turn (N, 4), angles (N, 21),
    head (N,)."""

    wrist: Array
    turn: Array
    angles: Array
    head: Array

    def __len__(self) -> int:
        return len(self.wrist)

    def state(self, index: int, centre: Array) -> HandState:
        return HandState(
            self.wrist[index],
            self.turn[index],
            self.angles[index],
            centre,
            float(self.head[index]),
        )


def sampled(track: Track, where: Array) -> Track:
    """A track at fractional sample numbers (T,), in between by straight lines."""
    where = np.clip(where, 0, len(track) - 1)
    left = np.minimum(where.astype(int), max(len(track) - 2, 0))
    right = np.minimum(left + 1, len(track) - 1)
    share = (where - left)[:, None]

    def mix(values: Array) -> Array:
        return np.asarray((1 - share) * values[left] + share * values[right])

    return Track(
        mix(track.wrist),
        unit(mix(continuous(track.turn))),
        mix(track.angles),
        mix(track.head[:, None])[:, 0],
    )


def still(state: HandState, count: int) -> Stroke:
    """The hand in its place for ``count`` samples."""
    return Stroke(
        move=np.zeros((count, 3)),
        turn=np.repeat(state.turn[None], count, 0),
        local=np.repeat(IDENTITY[None], count, 0),
        angles=np.repeat(state.angles[None], count, 0),
        wiggle=np.zeros((count, len(state.angles))),
        head=np.full(count, state.head),
    )


def track(stroke: Stroke, start: HandState) -> Track:
    """Where the hand goes when ``stroke`` is done from ``start``."""
    shift = rotate(start.turn, start.centre) - rotate(stroke.turn, start.centre[None])
    return Track(
        wrist=start.wrist + stroke.move + shift,
        turn=continuous(multiply(stroke.turn, stroke.local)),
        angles=stroke.angles + stroke.wiggle,
        head=stroke.head,
    )


def resampled(stroke: Stroke, count: int) -> Stroke:
    """The same stroke in ``count`` samples."""
    if len(stroke) == count:
        return stroke
    return read(stroke, np.linspace(0, len(stroke) - 1, count))


def read(stroke: Stroke, where: Array) -> Stroke:
    """The stroke at fractional sample numbers (N,), in between by straight lines."""
    left = np.clip(where.astype(int), 0, len(stroke) - 2) if len(stroke) > 1 else where.astype(int)
    right = np.minimum(left + 1, len(stroke) - 1)
    share = (where - left)[:, None]

    def mix(values: Array) -> Array:
        return np.asarray((1 - share) * values[left] + share * values[right])

    return replace(
        stroke,
        move=mix(stroke.move),
        turn=unit(mix(continuous(stroke.turn))),
        local=unit(mix(continuous(stroke.local))),
        angles=mix(stroke.angles),
        wiggle=mix(stroke.wiggle),
        head=mix(stroke.head[:, None])[:, 0],
    )


def merged(strokes: list[Stroke]) -> Stroke:
    """Strokes done at once from the same start: displacements and wrist turns add up."""
    count = max(len(stroke) for stroke in strokes)
    parts = [resampled(stroke, count) for stroke in strokes]
    out = parts[0]
    for part in parts[1:]:
        out = replace(
            out,
            move=out.move + part.move,
            local=multiply(out.local, part.local),
            wiggle=out.wiggle + part.wiggle,
            turn=part.turn if part.turns else out.turn,
            angles=part.angles if part.shapes else out.angles,
            head=np.maximum(out.head, part.head) if not part.shapes else out.head,
            turns=out.turns or part.turns,
            shapes=out.shapes or part.shapes,
        )
    return out


def joined(strokes: list[Stroke]) -> Stroke:
    """Strokes one after another; each was made from the end of the one before."""
    offset = np.zeros(3)
    moves = []
    for stroke in strokes:
        moves.append(stroke.move + offset)
        offset = offset + stroke.move[-1]

    def chain(name: str) -> Array:
        return np.concatenate([getattr(stroke, name) for stroke in strokes])

    return Stroke(
        move=np.concatenate(moves),
        turn=chain("turn"),
        local=chain("local"),
        angles=chain("angles"),
        wiggle=chain("wiggle"),
        head=chain("head"),
        turns=any(stroke.turns for stroke in strokes),
        shapes=any(stroke.shapes for stroke in strokes),
    )


def fused(stroke: Stroke) -> Stroke:
    """The same way without a stop where one movement passes into the next."""
    count = max(4, round(0.82 * len(stroke)))
    out = resampled(stroke, count)
    move = smooth(out.move, 2.5)
    # Smoothing draws the ends in: put them back where they were.
    s = np.linspace(0, 1, count)[:, None]
    move = move + (1 - s) * (out.move[0] - move[0]) + s * (out.move[-1] - move[-1])
    return replace(out, move=move)


def smooth(values: Array, sigma: float) -> Array:
    """Gaussian smoothing along time (first axis) with held ends; ``sigma`` in samples."""
    radius = max(1, int(np.ceil(3 * sigma)))
    kernel = np.exp(-0.5 * (np.arange(-radius, radius + 1) / max(sigma, 1e-6)) ** 2)
    kernel /= kernel.sum()
    ends = (np.repeat(values[:1], radius, 0), np.repeat(values[-1:], radius, 0))
    flat = np.concatenate([ends[0], values, ends[1]]).reshape(len(values) + 2 * radius, -1)
    out = np.stack([np.convolve(column, kernel, "valid") for column in flat.T], axis=1)
    return np.asarray(out.reshape(values.shape))


def backwards(stroke: Stroke) -> Stroke:
    """The way back to where the stroke began."""
    return replace(
        stroke,
        move=stroke.move[::-1] - stroke.move[-1],
        turn=stroke.turn[::-1],
        local=stroke.local[::-1],
        angles=stroke.angles[::-1],
        wiggle=stroke.wiggle[::-1],
        head=stroke.head[::-1],
    )


def mirrored_quaternion(q: Array) -> Array:
    """The left–right mirror image of a rotation."""
    return q * _MIRROR_TURN
