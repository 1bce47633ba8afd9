"""When the contacts of a sign are made: there hands stay where they are written, while elsewhere
they may leave their way for what is in it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from a11y.sign_avatar.motion.compile import SignMotion
from a11y.sign_avatar.motion.rotations import Array, dot
from a11y.sign_avatar.motion.scene import Aim
from a11y.sign_avatar.motion.state import STEP, smooth

_NEAR = 0.012  # metres from where the contact is made, it still counts as made
_SLIDES = 0.10  # metres that a hand slides along what it touches
_ACROSS: Array = np.array([1.0, 0.0, 0.0])  # the way in which mirrored hands part
_SOFT = 0.03  # seconds over which it comes and goes
_OTHER = {"R": "L", "L": "R"}


def touching(motions: Iterable[tuple[int, SignMotion]], total: int) -> dict[str, Array]:
    """side → (total,) 1 while a hand touches what is written, 0 otherwise, softly in between.
    motions: the sample each begins at, all of its tracks of one length."""
    out = {side: np.zeros(total) for side in _OTHER}
    for start, motion in motions:
        for side in motion.tracks:
            own = [aim for aim in motion.aims if aim.side == side]
            for number, aim in enumerate(own):
                if not aim.contact:
                    continue
                made = _made(motion, aim, row=-1 if number else 0)
                for one in {side} if aim.body else set(motion.tracks):
                    span = slice(start, start + len(made))
                    out[one][span] = np.maximum(out[one][span], made[: total - start])
    return {
        side: np.clip(2 * smooth(one[:, None], _SOFT / STEP)[:, 0], 0, 1) if one.any() else one
        for side, one in out.items()
    }


def _made(motion: SignMotion, aim: Aim, *, row: int) -> Array:
    """(N,) 1 where the hand is on the surface that it touches at the start (row 0) or the end
    (row -1) of the stroke, or slides along it: at the body, or relative to the other hand."""
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
