"""Handshape angles → finger joint rotations, and where the points of a hand lie.

A hand has its own frame: ``f`` from the wrist to the middle knuckle, ``p`` out of the palm, ``r``
towards the thumb. Angles (see ``body.handshapes.DOFS``) are anatomical: all zero is a straight
hand in the plane of the palm, whatever the rig's rest pose looks like. Positive flexion turns
``f`` towards ``p``, positive abduction turns ``f`` towards ``r``, on either side.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

import numpy as np

from a11y.sign_avatar.body.handshapes import DOFS, FINGERS
from a11y.sign_avatar.body.rig import Landmark, Rig
from a11y.sign_avatar.motion.kinematics import Skeleton, skeleton
from a11y.sign_avatar.motion.rotations import (
    IDENTITY,
    Array,
    about,
    between_frames,
    cross,
    dot,
    frame,
    inverse,
    multiply,
    rotate,
    unit,
)

_COLUMN = {name: index for index, name in enumerate(DOFS)}
_DIGIT = {"thumb": 1, "index": 2, "middle": 3, "ring": 4, "pinky": 5}


class Hand:
    """One hand of a rig: axes at rest and the constants that straighten its rest pose."""

    def __init__(self, body: Skeleton, side: str) -> None:
        self.body = body
        self.side = side
        self.wrist = f"wrist.{side}"
        self.f = unit(self._head("finger3-1") - self._head("wrist"))
        across = self._head("finger2-1") - self._head("finger5-1")
        self.r = unit(across - self.f * dot(across, self.f))
        self.p = cross(self.r, self.f) if side == "R" else cross(self.f, self.r)
        self.rest_frame = frame(self.f, self.p)
        self.flex_axis = cross(self.f, self.p)
        self.abduct_axis = cross(self.f, self.r)
        self.thumb_flex_axis = cross(self.f, -self.r)
        self.thumb_roll_axis = cross(self.r, self.p)
        self.straighten = {name: self._straighten(name) for name in _DIGIT}

    def _head(self, joint: str) -> Array:
        return self.body.head(f"{joint}.{self.side}")

    def bones(self, finger: str) -> tuple[str, ...]:
        return tuple(f"finger{_DIGIT[finger]}-{k}.{self.side}" for k in (1, 2, 3))

    def _directions(self, finger: str) -> list[Array]:
        bones = self.bones(finger)
        points = [*(self.body.head(bone) for bone in bones), self.body.tail(bones[-1])]
        return [unit(b - a) for a, b in pairwise(points)]

    def _straighten(self, finger: str) -> list[Array]:
        """Per bone the rotation from its rest pose to the zero of the hand's frame."""
        ways = self._directions(finger)
        if finger == "thumb":
            pad = ways[2] - ways[1]  # the rest pose bends towards the pad
            zero = frame(self.f, -self.r)
        else:
            pad = self.p
            zero = self.rest_frame
        return [between_frames(frame(way, pad), zero) for way in ways]

    def rotations(self, dofs: Array) -> dict[str, Array]:
        """Local rotations (…, 4) of the 15 finger joints for angles (…, 21) in degrees."""
        a = np.radians(dofs)
        out: dict[str, Array] = {}
        for finger in FINGERS:
            mcp, abd, pip, dip = (a[..., _COLUMN[f"{finger}.{n}"]] for n in _FINGER_DOFS)
            knuckle = multiply(about(self.flex_axis, mcp), about(self.abduct_axis, abd))
            turns = (knuckle, about(self.flex_axis, pip), about(self.flex_axis, dip))
            self._chain(finger, turns, out)
        radial, palmar, roll, mcp, ip = (a[..., _COLUMN[f"thumb.{n}"]] for n in _THUMB_DOFS)
        swing = about(self.abduct_axis, radial)
        raised = cross(rotate(swing, self.f), np.broadcast_to(self.p, (*swing.shape[:-1], 3)))
        base = multiply(multiply(about(raised, palmar), swing), about(self.thumb_roll_axis, roll))
        turns = (base, about(self.thumb_flex_axis, mcp), about(self.thumb_flex_axis, ip))
        self._chain("thumb", turns, out)
        return out

    def _chain(self, finger: str, turns: tuple[Array, ...], out: dict[str, Array]) -> None:
        above = IDENTITY
        for bone, turn, fix in zip(self.bones(finger), turns, self.straighten[finger], strict=True):
            out[bone] = multiply(multiply(inverse(above), turn), fix)
            above = fix

    def frames(self, dofs: Array) -> Mapping[str, tuple[Array, Array]]:
        """Joint → (rotation, position) in the wrist's rest-aligned frame, wrist at the origin."""
        if dofs.ndim == 1:
            return _frames(self, tuple(dofs.tolist()))
        return self._frames(dofs)

    def _frames(self, dofs: Array) -> dict[str, tuple[Array, Array]]:
        local = self.rotations(dofs)
        origin = self.body.head(self.wrist)
        shape = dofs.shape[:-1]
        known: dict[str, tuple[Array, Array]] = {
            self.wrist: (np.broadcast_to(IDENTITY, (*shape, 4)), np.zeros((*shape, 3)))
        }
        for finger in _DIGIT:
            for bone in self.bones(finger):
                chain = [n for n in self.body.chain(bone) if n not in known]
                for name in chain:
                    parent = self.body.parent(name) or self.wrist
                    above, place = known.get(parent, known[self.wrist])
                    base = self.body.head(parent) if parent in known else origin
                    own = local.get(name)
                    known[name] = (
                        above if own is None else multiply(above, own),
                        place + rotate(above, self.body.head(name) - base),
                    )
        return known

    def point(self, landmark: Landmark, frames: Mapping[str, tuple[Array, Array]]) -> Array:
        """A landmark of this hand in the wrist's frame, for ``frames`` of some handshape."""
        rotation, place = frames.get(landmark.joint, frames[self.wrist])
        base = landmark.joint if landmark.joint in frames else self.wrist
        return place + rotate(rotation, landmark.position - self.body.head(base))

    def normal(self, landmark: Landmark, frames: Mapping[str, tuple[Array, Array]]) -> Array:
        """Outward normal of a landmark in the wrist's frame."""
        return rotate(frames.get(landmark.joint, frames[self.wrist])[0], landmark.normal)


_FINGER_DOFS = ("mcp", "abd", "pip", "dip")
_THUMB_DOFS = ("radial", "palmar", "roll", "mcp", "ip")


@lru_cache(maxsize=512)
def _frames(own: Hand, dofs: tuple[float, ...]) -> Mapping[str, tuple[Array, Array]]:
    """A search asks again and again for the same handshape."""
    return MappingProxyType(own._frames(np.array(dofs)))


@lru_cache(maxsize=16)
def hand(rig: Rig, side: str) -> Hand:
    """The hand of a rig, side ``R`` or ``L``, made once."""
    return Hand(skeleton(rig), side)
