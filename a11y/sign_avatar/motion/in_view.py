"""Hands stay in the picture, as a signer before a camera keeps them there.

A sign that would leave the picture is done nearer to the middle as a whole; what still leaves it in
a sentence (on the way, because trunk or head turn) is led along the edge, with the least
acceleration. The hand stays turned as written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import product

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.compile import SignMotion
from a11y.sign_avatar.motion.face import Face
from a11y.sign_avatar.motion.fitted import arrival
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import SIDES, World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.reachable import misfit, too_near
from a11y.sign_avatar.motion.rotations import Array, multiply, rotate
from a11y.sign_avatar.motion.scene import Aim
from a11y.sign_avatar.motion.state import Track
from a11y.sign_avatar.motion.yielding import Demands, displacement
from a11y.sign_avatar.picture import HAIR, Framing, framing_for

_MARGIN = 0.025  # metres from a fingertip to the picture's edge
_SLACK = 0.002  # metres of the margin that are not worth a way of its own
_NEAR_EDGE = 0.012  # the same for hands that give way to something
_LESS = 0.7  # what the edge weighs then
_JUST_SEEN = 0.004  # metres from the edge: nearer, a hand that gives way counts as leaving
_NOTICED = 0.06  # metres before that, the edge is already taken into account
_ALONE, _TOGETHER = 0.36, 0.24  # metres between wrists of hands that move by themselves, as a pair
# Metres by which a sign as a whole may be elsewhere: to the left, up, out; none comes first.
_SHIFTS = np.array(
    sorted(
        product(
            (-0.24, -0.18, -0.12, -0.09, -0.06, -0.03, 0.0, 0.03, 0.06, 0.09, 0.12, 0.18, 0.24),
            (-0.12, -0.06, -0.03, 0.0, 0.03, 0.06, 0.12),
            (-0.10, -0.05, 0.0, 0.05, 0.10),
        ),
        key=lambda shift: sum(abs(way) for way in shift),
    )
)
_EFFORT = 4.0  # degrees that ten centimetres of shift are worth, by the square
_DISTORTION = 10.0  # the same that its end is shifted otherwise than its start
_UNSEEN = 1000.0  # the same for a metre outside of the picture
_NOBODY_SEES = 4.0  # degrees
_ON_THE_WAY = (0.2, 0.35, 0.5, 0.65, 0.8)  # of a sign that is looked at besides start and end
TRUNK = "spine01"  # carries what is in signing space
_PARTS = ("tip", "midjoint", "knuckle")
_FINGERS = ("thumb", "index", "middle", "ring", "pinky")
_CARRIED_BY = ("finger", "wrist", "metacarpal")  # joints of a hand
# Which way leads back in: from the left edge of the picture, the right, the top, the bottom.
_INWARD = np.array([[1.0, 0, 0], [-1.0, 0, 0], [0, -1.0, 0], [0, 1.0, 0]])


@lru_cache(maxsize=8)
def view(rig: Rig) -> Framing:
    """The picture of that signer."""
    return framing_for(float(rig.landmarks["headtop"].position[1]) + HAIR)


@lru_cache(maxsize=512)
def shifted_into(rig: Rig, motion: SignMotion) -> SignMotion:
    """The sign as far aside, up or down as brings all of it into the picture, where the arms can
    still turn the hands as written. What touches the body stays where it is; hands that
    touch each other go together."""
    if any(aim.contact and aim.body for aim in motion.aims):
        return motion
    if _leaves(rig, motion) <= 0:
        return motion
    begun, done = (_price(rig, motion, row) for row in (0, motion.count - 1))
    # On the way each end takes its share: how far a hand leaves bends upwards over shifts, so that
    # no mixture of two leaves farther than the two do on average.
    for share in _ON_THE_WAY:
        over = np.clip(_leaving(rig, motion, round(share * (motion.count - 1)), _SHIFTS), 0, None)
        begun, done = begun + (1 - share) * _UNSEEN * over, done + share * _UNSEEN * over
    apart = np.abs(_SHIFTS[:, None] - _SHIFTS[None]).sum(axis=2)
    best = np.argmin(begun[:, None] + done[None] + _DISTORTION * 100 * apart**2)
    first, last = (_SHIFTS[k] for k in np.unravel_index(best, apart.shape))
    by = first + np.linspace(0, 1, motion.count)[:, None] * (last - first)
    tracks = {
        side: replace(t, wrist=t.wrist + by[: len(t.wrist)]) for side, t in motion.tracks.items()
    }
    return replace(motion, tracks=tracks, aims=_gone_along(motion, by))


def _gone_along(motion: SignMotion, by: Array) -> tuple[Aim, ...]:
    """What hands do at each other, for a sign that is shifted by (N, 3) metres; other places are
    left."""
    out = []
    for aim in motion.aims:
        if aim.contact and not aim.body:
            row = arrival(motion.tracks[aim.side].wrist - aim.wrist) if aim.late else 0
            spot = aim.spot and replace(aim.spot, point=aim.spot.point + by[row])
            out.append(replace(aim, wrist=aim.wrist + by[row], spot=spot))
    return tuple(out)


def _leaves(rig: Rig, motion: SignMotion) -> float:
    """Metres by which a sign as written leaves the picture at most, its trunk turned as it asks
    for."""
    face = Face(np.linspace(0, motion.duration, motion.count))
    face.torso += motion.trunk[np.minimum(np.arange(motion.count), len(motion.trunk) - 1)]
    body = World(skeleton(rig), face.joints())
    carried, _ = body.joint(TRUNK)
    out = []
    for side, track in motion.tracks.items():
        rows = np.minimum(np.arange(motion.count), len(track) - 1)
        wrists, turns = body.point(TRUNK, track.wrist[rows]), multiply(carried, track.turn[rows])
        out.append(float(beyond(rig, side, wrists, turns, track.angles[rows]).max()))
    return max(out)


def _price(rig: Rig, motion: SignMotion, row: int) -> Array:
    """(K,) how badly a sample of a sign fits picture and arms with each of ``_SHIFTS``."""
    row = min(row, min(len(track) for track in motion.tracks.values()) - 1)
    out = _EFFORT * 100 * (_SHIFTS**2).sum(axis=1)
    out = out + _UNSEEN * np.clip(_leaving(rig, motion, row, _SHIFTS), 0, None)
    for side, track in motion.tracks.items():
        targets, turn = track.wrist[row] + _SHIFTS, track.turn[row][None]
        wrong = misfit(arm(rig, side), targets, turn)[:, 0] + too_near(targets)
        out = out + np.clip(wrong - _NOBODY_SEES, 0, None)
    return np.asarray(out)


def _leaving(rig: Rig, motion: SignMotion, row: int, shifts: Array) -> Array:
    """(K,) metres by which a sign that is shifted by ``shifts`` (K, 3) leaves the picture at a
    sample, its trunk turned as it asks for."""
    face = Face(np.zeros(1))
    face.torso += motion.trunk[min(row, len(motion.trunk) - 1)]
    body = World(skeleton(rig), face.joints())
    carried, _ = body.joint(TRUNK)
    count = len(shifts)
    out = []
    for side, track in motion.tracks.items():
        row = min(row, len(track) - 1)
        wrists = body.point(TRUNK, track.wrist[row] + shifts)
        turns = np.broadcast_to(multiply(carried, track.turn[row]), (count, 4))
        angles = np.broadcast_to(track.angles[row], (count, track.angles.shape[1]))
        out.append(beyond(rig, side, wrists, turns, angles).max(axis=1))
    return np.asarray(np.max(out, axis=0))


def kept(
    rig: Rig,
    wrists: Mapping[str, Array],
    turns: Mapping[str, Array],
    tracks: Mapping[str, Track],
    *,
    rate: float,
) -> dict[str, Array]:
    """Side → wrists (T, 3) so led that the whole hand stays in the picture. turns: (T, 4) in the
    world; tracks: one sample a frame, for the handshapes. Hands that are near each other give way
    as one."""
    over = {s: beyond(rig, s, wrists[s], turns[s], tracks[s].angles) for s in SIDES}
    if max(float(one.max()) for one in over.values()) <= _SLACK:
        return dict(wrists)
    apart = np.linalg.norm(wrists["R"] - wrists["L"], axis=1)
    pair = 1 - ease((apart - _TOGETHER) / (_ALONE - _TOGETHER))
    demands = Demands()
    for number, side in enumerate(SIDES):
        other = over[SIDES[1 - number]]
        own = np.where(other > 0, np.maximum(over[side], pair[:, None] * other), over[side])
        for edge, way in enumerate(_INWARD):
            frames = np.flatnonzero(own[:, edge] > -_NOTICED)
            if len(frames):
                ways = np.repeat(way[None], len(frames), 0)
                demands.add(frames, number, ways, own[frames, edge])
    both = np.stack([wrists[side] for side in SIDES], axis=1)
    moved = displacement(demands, both, rate=rate)
    return {side: wrists[side] + moved[:, k] for k, side in enumerate(SIDES)}


def edge_demands(rig: Rig, world: World, moved: Array, demands: Demands) -> Array:
    """Hands that give way to something do so inside the picture: adds what keeps them there,
    returns how far the worst leaves it (T,). moved: (T, 2, 3) how far the wrists have been
    displaced as posed in ``world``."""
    picture = view(rig)
    worst = np.zeros(len(moved))
    for number, side in enumerate(SIDES):
        over = _over(picture, _posed(rig, world, side, len(moved)), _NEAR_EDGE)
        worst = np.maximum(worst, over.max(axis=1) - _NEAR_EDGE + _JUST_SEEN)
        for edge, way in enumerate(_INWARD):
            frames = np.flatnonzero(over[:, edge] > -_NOTICED)
            if len(frames):
                ways = np.repeat(_LESS * way[None], len(frames), 0)
                needs = _LESS * over[frames, edge] + (ways * moved[frames, number]).sum(axis=1)
                demands.add(frames, number, ways, needs)
    return worst


def brought_in(rig: Rig, world: World, side: str, wrists: Array) -> Array:
    """The places of a wrist (T, 3) with the hand turned as posed in ``world``, moved aside, up or
    down until all of it is in the picture."""
    points = _posed(rig, world, side, len(wrists))
    _, posed = world.joint(f"wrist.{side}")
    over = _over(view(rig), points + (wrists - posed)[:, None], _NEAR_EDGE)
    return np.asarray(wrists + np.clip(over, 0, None) @ _INWARD)


def outside_at(rig: Rig, points: Array, shifts: Array) -> Array:
    """(T, K) how far points (T, B, 3) of a hand leave the picture with ``shifts`` (K, 3) each."""
    picture = view(rig)
    # What is nearer to the camera has less room: half a picture's width is linear in depth.
    less = picture.half(np.zeros(1)) - picture.half(shifts[:, 2])
    over = _over(picture, points, _NEAR_EDGE)
    gone = np.stack([-shifts @ way for way in _INWARD], axis=1) + less[:, None]
    return np.asarray((over[:, None] + gone).max(axis=2))


def _posed(rig: Rig, world: World, side: str, frames: int) -> Array:
    """(T, K, 3) points on the skin of a hand as posed in ``world``."""
    out = []
    for joint, off in _skin(rig, side):
        turn, place = world.joint(joint)
        points = place[..., None, :] + rotate(turn[..., None, :], off)
        out.append(np.broadcast_to(points, (frames, len(off), 3)))
    return np.concatenate(out, axis=1)


@lru_cache(maxsize=16)
def _skin(rig: Rig, side: str) -> tuple[tuple[str, Array], ...]:
    """Joints of a hand, and the landmarks (K, 3) on the skin they carry, from each of them."""
    by_joint: dict[str, list[Array]] = {}
    for mark in rig.landmarks.values():
        if mark.joint.startswith(_CARRIED_BY) and mark.joint.endswith(f".{side}"):
            by_joint.setdefault(mark.joint, []).append(mark.position)
    head = skeleton(rig).head
    return tuple((joint, np.array(those) - head(joint)) for joint, those in by_joint.items())


def _over(picture: Framing, points: Array, margin: float) -> Array:
    """(T, 4) metres by which any of points (T, K, 3) is nearer than ``margin`` to the left, right,
    upper and lower edge."""
    off = points[..., :2] - np.array(picture.centre[:2])
    room = picture.half(points[..., 2]) - margin
    edges = (-off[..., 0] - room, off[..., 0] - room, off[..., 1] - room, -off[..., 1] - room)
    return np.stack([edge.max(axis=1) for edge in edges], axis=1)


def beyond(rig: Rig, side: str, wrists: Array, turns: Array, angles: Array) -> Array:
    """(T, 4) metres by which a hand is beyond the left, right, upper and lower edge of the picture,
    negative inside. wrists: (T, 3), turns: (T, 4), angles: (T, 21)."""
    own, picture = hand(rig, side), view(rig)
    frames = own.frames(angles)
    names = [f"{finger}.{part}.{side}" for finger in _FINGERS for part in _PARTS]
    local = [own.point(rig.landmarks[name], frames) for name in names if name in rig.landmarks]
    points = wrists[:, None] + rotate(turns[:, None], np.stack(local, axis=1))
    return _over(picture, points, _MARGIN)
