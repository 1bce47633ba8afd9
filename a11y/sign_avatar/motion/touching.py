"""When the contacts of a sign are made, and with what: there hands stay where they are written,
while elsewhere they may leave their way for what is in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.compile import SignMotion
from a11y.sign_avatar.motion.fitted import arrival
from a11y.sign_avatar.motion.flesh import away_at_rest
from a11y.sign_avatar.motion.rotations import Array, dot, rotate
from a11y.sign_avatar.motion.scene import Aim
from a11y.sign_avatar.motion.seating import balls, touching_flesh
from a11y.sign_avatar.motion.state import STEP, smooth

_NEAR = 0.012  # metres from where the contact is made, it still counts as made
_SLIDES = 0.10  # metres that a hand slides along what it touches
_ACROSS: Array = np.array([1.0, 0.0, 0.0])  # the way in which mirrored hands part
_SOFT = 0.03  # seconds over which it comes and goes
_FOLLOWS = 0.06  # metres at most that a wrist moves so that what touches stays in its place
_OTHER = {"R": "L", "L": "R"}


@dataclass(frozen=True, eq=False, slots=True)
class Touch:
    """One hand over N samples. firm: (N,) 1 while it touches what is written, 0 otherwise, softly
    in between; part: (N, 3) what touches, in the hand's rest-aligned frame."""

    firm: Array
    part: Array

    def follow(self, turns: Array, posed: Array) -> Array:
        """(N, 3) metres by which the wrist must go so that what touches is in its place although
        the hand is turned as ``posed`` (N, 4) instead of ``turns`` (N, 4)."""
        off = rotate(turns, self.part) - rotate(posed, self.part)
        size = np.sqrt(dot(off, off))[:, None]
        return np.asarray(self.firm[:, None] * off * np.minimum(1, _FOLLOWS / (size + 1e-9)))

    def at(self, where: Array) -> Touch:
        """The same at fractional sample numbers (T,)."""
        rows = np.arange(len(self.firm))
        part = [np.interp(where, rows, column) for column in self.part.T]
        return Touch(np.interp(where, rows, self.firm), np.stack(part, axis=1))


@dataclass(frozen=True, eq=False, slots=True)
class Contact:
    """A contact that is written. side: of the hand that touches; body: it touches trunk or head,
    else the other hand or arm; mirrored: so does the other hand, mirrored; at: the sample at which
    it is written; first, last: from when until when it may be made; points (P, 3), radii (P,): what
    touches, in the hand's rest-aligned frame. spot: (3,) where on the upright body it is written,
    carried by the head if ``head``."""

    side: str
    body: bool
    mirrored: bool
    at: int
    first: int
    last: int
    points: Array
    radii: Array
    spot: Array | None = None
    head: bool = False


def contacts(rig: Rig, motions: Iterable[tuple[int, SignMotion]]) -> tuple[Contact, ...]:
    """The contacts of motions, each with the sample it begins at."""
    out: list[Contact] = []
    for start, motion in motions:
        touching_aims = [aim for aim in motion.aims if aim.contact]
        for aim in touching_aims:
            row = _arrival(motion, aim) if aim.late else 0
            angles = motion.tracks[aim.side].angles[row]
            points, radii = touching_flesh(rig, aim.side, angles, aim.active)
            if not aim.body and len(motion.tracks) < 2:
                continue
            both = len({one.side for one in touching_aims if one.late == aim.late}) == 2
            mirrored = both and motion.sign is not None and motion.sign.symmetry is not None
            last = start + motion.count - 1
            spot = aim.spot if aim.body else None
            out.append(
                Contact(
                    aim.side, aim.body, mirrored, start + row, start, last, points, radii,
                    spot.point if spot else None, spot is not None and spot.head > 0.5,
                )
            )  # fmt: skip
    return tuple(out)


def _arrival(motion: SignMotion, aim: Aim) -> int:
    """The sample at which a movement that was sent to a place is there."""
    return arrival(motion.tracks[aim.side].wrist - aim.wrist)


def touching(rig: Rig, motions: Iterable[tuple[int, SignMotion]], total: int) -> dict[str, Touch]:
    """side → what it touches with and when. motions: the sample each begins at, all of its tracks
    of one length."""
    firm = {side: np.zeros(total) for side in _OTHER}
    part = {side: np.zeros((total, 3)) for side in _OTHER}
    for start, motion in motions:
        for side in motion.tracks:
            own = [aim for aim in motion.aims if aim.side == side]
            for number, aim in enumerate(own):
                if not aim.contact:
                    continue
                row = _arrival(motion, aim) if aim.late else -1 if number else 0
                made = _made(motion, aim, row=row)
                for one, point in _parts(rig, motion, aim, row=row).items():
                    span = slice(start, start + len(made))
                    firmer = made[: total - start] > firm[one][span]
                    part[one][span][firmer] = point
                    firm[one][span][firmer] = 1.0
    return {
        side: Touch(np.clip(2 * smooth(one[:, None], _SOFT / STEP)[:, 0], 0, 1), _held(part[side]))
        for side, one in firm.items()
        if one.any()
    }


def _held(part: Array) -> Array:
    """What touches is the same shortly before and after it does."""
    rows = np.flatnonzero(part.any(axis=1))
    nearest = np.abs(np.arange(len(part))[:, None] - rows).argmin(axis=1)
    return np.asarray(part[rows[nearest]])


def _made(motion: SignMotion, aim: Aim, *, row: int) -> Array:
    """(N,) 1 where the hand is on the surface that it touches at ``row`` of the stroke, or slides
    along it: at the body, or relative to the other hand."""
    way = motion.tracks[aim.side].wrist
    other = motion.tracks.get(_OTHER[aim.side])
    out = _ACROSS
    if not aim.body and other is not None:
        way = way - other.wrist
    if aim.spot is not None and (aim.body or aim.hand):
        out = aim.spot.normal
    off = way - way[row]
    near = (np.abs(off @ out) < _NEAR) & (np.sqrt(dot(off, off)) < _SLIDES)
    return np.asarray(near, float)


def _parts(rig: Rig, motion: SignMotion, aim: Aim, *, row: int) -> dict[str, Array]:
    """side → (3,) what is nearest to what it touches then."""
    placed = {side: _balls(rig, motion, side, row) for side in motion.tracks}
    local, centres, radii = placed[aim.side]
    if aim.body or len(placed) < 2:
        return {aim.side: local[int(np.argmin(away_at_rest(rig, centres) - radii))]}
    others, their_centres, their_radii = placed[_OTHER[aim.side]]
    apart = centres[:, None] - their_centres
    gap = np.sqrt(dot(apart, apart)) - radii[:, None] - their_radii
    one, two = np.unravel_index(int(np.argmin(gap)), gap.shape)
    return {aim.side: local[one], _OTHER[aim.side]: others[two]}


def _balls(rig: Rig, motion: SignMotion, side: str, row: int) -> tuple[Array, Array, Array]:
    """The spheres of a hand as planned: centres (B, 3) in its own frame and in the world, radii."""
    track = motion.tracks[side]
    own = balls(rig, side, track.angles[row])
    there = track.wrist[row] + rotate(track.turn[row], own.centres)
    return own.centres, there, own.radii
