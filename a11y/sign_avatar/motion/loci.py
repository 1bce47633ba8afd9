"""Signs at loci: pointing, verbs that move from one referent to another, nouns placed aside."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.comfort import fitted
from a11y.sign_avatar.motion.compile import SignMotion
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import Array, about, multiply, rotate, slerp
from a11y.sign_avatar.motion.state import Track
from a11y.sign_avatar.score import Locus

# Where the hand is when a sign is at a locus: metres right-handed as in the rig, the height is the
# sign's own. Left and right are the signer's.
_POINTS = {
    Locus.SIGNER: (-0.02, 0.21),
    Locus.ADDRESSEE: (-0.04, 0.50),
    Locus.RIGHT: (-0.30, 0.42),
    Locus.LEFT: (0.22, 0.42),
    Locus.FAR_RIGHT: (-0.40, 0.36),
    Locus.FAR_LEFT: (0.30, 0.38),
    Locus.CENTRE: (-0.05, 0.44),
}
# How far a sign in neutral space moves aside when it is placed at a locus.
_ASIDE = {
    Locus.RIGHT: -0.13,
    Locus.LEFT: 0.15,
    Locus.FAR_RIGHT: -0.20,
    Locus.FAR_LEFT: 0.22,
}
POINTING = {
    Locus.SIGNER: (
        "hamfinger2 hamextfingeril hampalml hamindexfinger hamfingertip hamchest hamtouch"
    ),
    Locus.ADDRESSEE: "hamfinger2 hamextfingero hampalmd hamchest hammoveo hamsmallmod",
    Locus.RIGHT: "hamfinger2 hamextfingeror hampalmd hamneutralspace hammoveor hamsmallmod",
    Locus.LEFT: "hamfinger2 hamextfingerol hampalmdl hamneutralspace hammoveol hamsmallmod",
    Locus.FAR_RIGHT: (
        "hamfinger2 hamextfingeror hambetween hamextfingerr hampalml hamneutralspace hammover"
        " hamsmallmod"
    ),
    Locus.FAR_LEFT: "hamfinger2 hamextfingerl hampalmd hamneutralspace hammovel hamsmallmod",
    Locus.CENTRE: (
        "hamfinger2 hamextfingerdo hambetween hamextfingero hampalmd hamstomach hammovedo"
        " hamsmallmod"
    ),
}
GAZE = {
    Locus.RIGHT: "3a",
    Locus.LEFT: "3b",
    Locus.FAR_RIGHT: "3c",
    Locus.FAR_LEFT: "3d",
    Locus.CENTRE: "3e",
}


@lru_cache(maxsize=512)
def directed(rig: Rig, motion: SignMotion, source: Locus | None, goal: Locus | None) -> SignMotion:
    """The sign moved so that it runs from ``source`` to ``goal``, as near to them as suits the
    arms; a side that is not bound keeps its own end. Body-anchored hands (at the head) are left
    alone."""
    lead = "R" if "R" in motion.tracks else "L"
    one = motion.tracks[lead]
    if one.head.max() > 0.3 or (source is None and goal is None):
        return motion
    first, last = one.wrist[0], one.wrist[-1]
    reach = (motion.centres[lead],)
    start = _at(source, first, one.turn[0], reach[0])
    end = _at(goal, last, one.turn[-1], reach[0])
    if source is None:
        # Begin between the body and the goal.
        start = _at(Locus.SIGNER, first, one.turn[0], reach[0]) if goal else first
    if goal is None:
        end = start + (last - first)
    swing = _yaw(last - first, end - start)
    start, end, swing = fitted(rig, motion.tracks, lead, start, end, swing)
    share = _progress(one.wrist)
    tracks = {
        side: _redirected(track, one, start, end, share, swing)
        for side, track in motion.tracks.items()
    }
    return replace(motion, tracks=tracks, aims=())


def _at(locus: Locus | None, wrist: Array, turn: Array, centre: Array) -> Array:
    if locus is None:
        return wrist
    x, z = _POINTS[locus]
    middle = rotate(turn, centre)
    return np.asarray(np.array([x, wrist[1], z]) - middle * np.array([1.0, 0.0, 1.0]))


def _progress(wrist: Array) -> Array:
    """(N,) how far along its way a hand is; by time where it hardly moves."""
    way = wrist[-1] - wrist[0]
    length = float(way @ way)
    if length < 0.03**2:
        return ease(np.linspace(0, 1, len(wrist)))
    return np.asarray(np.clip((wrist - wrist[0]) @ way / length, -0.3, 1.3))


def _yaw(before: Array, after: Array) -> float:
    """Turn about the vertical from one way to another, at most 55°; 0 where either is upright."""
    a, b = before[[0, 2]], after[[0, 2]]
    if np.linalg.norm(a) < 0.03 or np.linalg.norm(b) < 0.03:
        return 0.0
    angle = np.arctan2(b[0], b[1]) - np.arctan2(a[0], a[1])
    angle = (angle + np.pi) % (2 * np.pi) - np.pi
    return float(np.clip(angle, -0.96, 0.96)) if abs(angle) < 2.4 else 0.0


def _redirected(
    track: Track, lead: Track, start: Array, end: Array, share: Array, swing: float
) -> Track:
    line = lead.wrist[0] + share[:, None] * (lead.wrist[-1] - lead.wrist[0])
    turn = about(np.array([0.0, 1.0, 0.0]), swing)
    rest = rotate(turn[None], track.wrist - line)
    wrist = start + share[:, None] * (end - start) + rest
    return replace(track, wrist=wrist, turn=multiply(turn[None], track.turn))


def placed(motion: SignMotion, locus: Locus | None) -> SignMotion:
    """A sign of neutral space moved aside to a locus; others are left alone."""
    shift = _ASIDE.get(locus) if locus is not None else None
    if shift is None or any(aim.contact for aim in motion.aims):
        return motion
    if any(t.head.max() > 0.1 or t.wrist[:, 2].min() < 0.15 for t in motion.tracks.values()):
        return motion
    by = np.array([shift, 0.0, 0.0])
    tracks = {side: replace(t, wrist=t.wrist + by) for side, t in motion.tracks.items()}
    return replace(motion, tracks=tracks, aims=())


def again(motion: SignMotion, times: int, sideways: float) -> SignMotion:
    """The sign done ``times`` more, each a little further to the side (plural): of one hand outward
    from where it is, of both hands with the middle of the row where one sign would be."""
    if times <= 0:
        return motion
    begin = np.array([sideways * times / 2 if len(motion.tracks) > 1 else 0.0, 0.0, 0.0])
    tracks = {}
    for side, one in motion.tracks.items():
        one = replace(one, wrist=one.wrist + begin)
        parts = [one]
        for k in range(1, times + 1):
            shift = np.array([-sideways * k, 0.0, 0.0])
            start = parts[-1].wrist[-1]
            count = 9
            s = ease(np.linspace(0, 1, count + 2)[1:-1])
            lift = np.zeros((count, 3))
            lift[:, 1] = 0.02 * np.sin(np.pi * np.linspace(0, 1, count + 2)[1:-1])
            back = one.wrist[0] + shift
            bridge = Track(
                start + s[:, None] * (back - start) + lift,
                slerp(one.turn[-1][None], one.turn[0][None], s),
                one.angles[-1] + s[:, None] * (one.angles[0] - one.angles[-1]),
                one.head[-1] + s * (one.head[0] - one.head[-1]),
            )
            parts += [bridge, replace(one, wrist=one.wrist + shift)]
        tracks[side] = Track(
            np.concatenate([p.wrist for p in parts]),
            np.concatenate([p.turn for p in parts]),
            np.concatenate([p.angles for p in parts]),
            np.concatenate([p.head for p in parts]),
        )
    return replace(motion, tracks=tracks)
