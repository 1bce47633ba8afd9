"""How far apart what is written to touch is, when a sign is performed, and whether it need be.

A contact that is written is made at some moment of the stroke: the distance counts where it is
smallest. Above 0 the parts are apart, below they are inside each other; at the body against skin
and cloth as they are posed, at the other hand or arm against its capsules.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from a11y.bench.touchable import Planned, touchable
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import place
from a11y.sign_avatar.motion.compile import SignMotion
from a11y.sign_avatar.motion.contact import OTHER
from a11y.sign_avatar.motion.flesh import away_from_body, beads, flesh, segments
from a11y.sign_avatar.motion.in_view import TRUNK
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.rotations import multiply, unit
from a11y.sign_avatar.motion.scene import Aim
from a11y.sign_avatar.motion.seating import REGIONS
from a11y.sign_avatar.motion.touching import Contact, contacts
from a11y.sign_avatar.performance import Performance

_LIMBS = ("hand", "arm", "upper")
CLOSED = 0.005  # metres within which a contact is made


def contact_gaps(rig: Rig, motions: tuple[SignMotion, ...], done: Performance) -> list[float]:
    """Metres (signed) of every written contact of one notated sign."""
    return [_nearest(gaps) for _, gaps in _measured(rig, motions, done)]


def contacts_able(rig: Rig, motions: tuple[SignMotion, ...], done: Performance) -> list[bool]:
    """Whether each of them is made, or found possible by tries at random (``touchable``) with
    trunk, head and the other arm as they are where it was made best."""
    out = []
    written = [one for motion in motions for one in _written(rig, motion)]
    for (motion, contact), (world, gaps) in zip(
        written, _measured(rig, motions, done), strict=True
    ):
        made = abs(_nearest(gaps)) <= CLOSED
        if made or contact is None:
            out.append(made)
            continue
        frame = int(np.argmin(np.abs(gaps)))
        there = World(
            world.body,
            {k: v if v.ndim == 1 else v[frame : frame + 1] for k, v in world.local.items()},
        )
        out.append(touchable(rig, there, contact, _planned(there, motion, contact)))
    return out


def _written(rig: Rig, motion: SignMotion) -> list[tuple[SignMotion, Contact | None]]:
    """The contacts of a motion in the order of its aims; None where there is nothing to touch."""
    made = iter(contacts(rig, [(0, motion)]))
    aims = [aim for aim in motion.aims if aim.contact]
    return [(motion, next(made) if aim.body or len(motion.tracks) > 1 else None) for aim in aims]


def _planned(world: World, motion: SignMotion, contact: Contact) -> Planned:
    """The hand as it is planned for a contact, in a world of one frame."""
    track, row = motion.tracks[contact.side], contact.at
    share = float(track.head[row])
    joints = [world.joint(name)[0].reshape(4) for name in (TRUNK, "head")]
    points = [world.point(name, track.wrist[row]).reshape(3) for name in (TRUNK, "head")]
    carried = joints[0] * (1 - share) + share * joints[1] * np.sign(joints[0] @ joints[1])
    wrist = (1 - share) * points[0] + share * points[1]
    return Planned(wrist, multiply(unit(carried), track.turn[row]), track.angles[row])


def _measured(
    rig: Rig, motions: tuple[SignMotion, ...], done: Performance
) -> list[tuple[World, NDArray[np.float64]]]:
    """For every contact the world over the sign's frames and the distances (T,) in it."""
    aims = [aim for one in motions for aim in one.aims if aim.contact]
    if not aims:
        return []
    mark = done.marks[0]
    rows = np.flatnonzero((done.times >= mark.start - 1e-6) & (done.times <= mark.end + 1e-6))
    local = {n: done.rotations[rows, k].astype(float) for k, n in enumerate(done.joints)}
    world = World(skeleton(rig), local)
    return [(world, _distances(rig, world, aim, len(rows))) for aim in aims]


def _nearest(gaps: NDArray[np.float64]) -> float:
    return float(gaps[np.argmin(np.abs(gaps))])


def _distances(rig: Rig, world: World, aim: Aim, frames: int) -> NDArray[np.float64]:
    """(T,) from the part of the hand that is written, or the nearest one, to what it touches."""
    points, radii = _touching(rig, world, aim, frames)
    if aim.body:
        return np.asarray((away_from_body(rig, world, points) - radii).min(axis=1))
    out = np.full(frames, np.inf)
    for kind in _LIMBS:
        name = f"{kind}.{OTHER[aim.side]}"
        parts = flesh(rig, name)
        starts, ends = segments(world, parts, frames)
        way = ends - starts
        off = points[:, :, None] - starts[:, None]
        along = np.einsum("tpkc,tkc->tpk", off, way) / np.einsum("tkc,tkc->tk", way, way)[:, None]
        off = off - np.clip(along, 0, 1)[..., None] * way[:, None]
        away = np.linalg.norm(off, axis=-1) - parts.radii - radii[:, None]
        out = np.minimum(out, away.min(axis=(1, 2)))
    return out


def _touching(
    rig: Rig, world: World, aim: Aim, frames: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Centres (T, P, 3) and radii (P,) of what touches: the round ends of fingers where tips are
    written, points of the skin where other parts of fingers are, the flesh of a region of the hand,
    else all of the hand."""
    if aim.active is not None and aim.active.region is None:
        names = place.hand_landmarks(rig, aim.active, aim.side)
        round_ends = {capsule.joint: capsule for capsule in rig.capsules}
        points, sizes = [], []
        for name in names:
            mark = rig.landmarks[name]
            end = round_ends[mark.joint] if ".tip." in name else None
            point = world.point(mark.joint, mark.position if end is None else end.end)
            points.append(np.broadcast_to(point, (frames, 3)))
            sizes.append(0.0 if end is None else end.radius)
        return np.stack(points, axis=1), np.array(sizes)
    name = f"hand.{aim.side}"
    parts = flesh(rig, name)
    centres, radii, owner = beads(rig, name, segments(world, parts, frames))
    if aim.active is None:
        return centres, radii
    bones = REGIONS[aim.active.region]
    own = np.array([parts.joints[number].startswith(bones) for number in owner])
    return centres[:, own], radii[own]
