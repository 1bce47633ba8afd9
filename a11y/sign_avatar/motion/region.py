"""Places are areas, not points: how far from its middle a hand still is where the notation says.

"At chest height" is a height in front of the body; a cheek is three centimetres of skin; the tip of
a finger is a point. Extents were measured on the body (distance to where the neighbouring place of
the notation begins); what a place without a distance leaves open towards the viewer is half an arm.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.notation.model import ArmSite, BodySite, HandSite, Location
from a11y.sign_avatar.notation.vocabulary import (
    ArmPlace,
    Beside,
    BodyPlace,
    Contact,
    FingerPart,
    HandPlace,
)

_TOUCHING = (Contact.TOUCH, Contact.BRUSHING, Contact.INTERLOCK, Contact.CROSS)


@dataclass(frozen=True, slots=True)
class Room:
    """What belongs to a place, in metres from its middle: (least, most) towards the own side, up
    and out. stretched: the share of its length that the arm is stretched at least."""

    aside: tuple[float, float]
    up: tuple[float, float]
    out: tuple[float, float]
    stretched: float = 0.0

    def steps(self, size: float = 0.075) -> Array:
        """(K, 3) shifts (to the own side, up, out) that fill the room; the first is none."""
        axes = [_ticks(*span, size) for span in (self.aside, self.up, self.out)]
        grid = np.array(np.meshgrid(*axes, indexing="ij")).reshape(3, -1).T
        return np.asarray(grid[np.argsort(np.abs(grid).sum(axis=1), kind="stable")])

    def beyond(self, shift: Array) -> float:
        """Metres that a shift (3,) leaves the room by."""
        low, high = np.array([self.aside, self.up, self.out]).T
        return float(np.linalg.norm(np.maximum(0, np.maximum(low - shift, shift - high))))


def _ticks(low: float, high: float, size: float) -> Array:
    """Evenly spaced values from ``low`` to ``high``, zero among them."""
    below = np.linspace(low, 0, _count(-low, size))
    above = np.linspace(0, high, _count(high, size))
    if len(below) == 1:
        below = np.zeros(1)
    if len(above) == 1:
        above = np.zeros(1)
    return np.unique(np.concatenate([below, above]))


def _count(length: float, size: float) -> int:
    """Values that a length from zero gets: its end is tried as soon as there is one."""
    if length < 1e-6:
        return 1
    return max(2, round(length / size) + 1)


POINT = Room((0.0, 0.0), (0.0, 0.0), (0.0, 0.0))
SPACE = Room((-0.15, 0.30), (-0.15, 0.30), (-0.17, 0.24))
PAIR_SPACE = Room((-0.24, 0.24), (-0.15, 0.30), (-0.10, 0.24))
_HEIGHT = Room((-0.16, 0.30), (-0.11, 0.17), (-0.07, 0.28))
_AT_SIDE = Room((-0.07, 0.29), (-0.11, 0.16), (-0.07, 0.28))
_BESIDE = Room((-0.03, 0.26), (-0.11, 0.16), (-0.08, 0.28))
_BESIDE_HEAD = Room((-0.02, 0.20), (-0.08, 0.09), (-0.03, 0.26))
_FACE = Room((-0.10, 0.22), (-0.08, 0.09), (-0.03, 0.28))
_OVERHEAD = Room((-0.10, 0.20), (-0.04, 0.10), (-0.06, 0.20))
_FAR = Room((-0.15, 0.30), (-0.10, 0.16), (-0.12, 0.06))
# Without a place on the body an arm may be stretched aside and up, too.
_FAR_SPACE = Room((-0.15, 0.45), (-0.15, 0.30), (-0.40, 0.06), stretched=0.85)
_CLOSE_TRUNK = Room((-0.08, 0.09), (-0.05, 0.06), (-0.02, 0.05))
_CLOSE_HEAD = Room((-0.02, 0.03), (-0.02, 0.02), (-0.01, 0.04))
AT_HAND = Room((-0.04, 0.04), (-0.04, 0.04), (-0.02, 0.05))
# Half the breadth and height of the skin that a name means.
_SKIN: dict[BodyPlace, tuple[float, float]] = {
    BodyPlace.HEAD: (0.03, 0.04),
    BodyPlace.HEAD_TOP: (0.035, 0.0),
    BodyPlace.FOREHEAD: (0.03, 0.012),
    BodyPlace.EYEBROWS: (0.012, 0.005),
    BodyPlace.CHEEK: (0.012, 0.015),
    BodyPlace.EAR: (0.008, 0.015),
    BodyPlace.UNDER_CHIN: (0.02, 0.0),
    BodyPlace.NECK: (0.03, 0.025),
    BodyPlace.SHOULDER_TOP: (0.03, 0.0),
    BodyPlace.SHOULDERS: (0.06, 0.03),
    BodyPlace.CHEST: (0.07, 0.05),
    BodyPlace.STOMACH: (0.07, 0.05),
    BodyPlace.BELOW_STOMACH: (0.07, 0.03),
}


# Half the length of the parts of hands and arms, and of what meets a surface first.
_HAND = {
    HandPlace.THUMB_BALL: 0.015,
    HandPlace.PALM: 0.03,
    HandPlace.BACK: 0.03,
    HandPlace.THUMB_SIDE: 0.025,
    HandPlace.PINKY_SIDE: 0.03,
}
_FINGER = {
    FingerPart.TIP: 0.004,
    FingerPart.NAIL: 0.005,
    FingerPart.PAD: 0.007,
    FingerPart.MID_JOINT: 0.007,
    FingerPart.BASE: 0.01,
    FingerPart.SIDE: 0.025,
}
_ARM = {
    ArmPlace.UPPER_ARM: 0.06,
    ArmPlace.ELBOW: 0.015,
    ArmPlace.ELBOW_INSIDE: 0.015,
    ArmPlace.LOWER_ARM: 0.07,
    ArmPlace.WRIST_BACK: 0.015,
    ArmPlace.WRIST_PULSE: 0.015,
}
_ANY_PART = 0.01
_DOT = (0.006, 0.004)  # skin that has no extent of its own
_NARROW = 0.8  # lengths are taken for every direction


def room_of(location: Location, *, head: bool) -> Room:
    """The room of a location for one hand; places on a hand or arm are points of that."""
    site = location.site
    beside = isinstance(site, BodySite) and Beside.BESIDE in (site.left, site.right)
    in_space = isinstance(site, BodySite) and site.place is BodyPlace.NEUTRAL_SPACE
    if location.contact in _TOUCHING and not beside and not in_space:
        return _skin(site) if isinstance(site, BodySite) else POINT
    if site is None:
        return POINT if location.contact is not None else SPACE
    if not isinstance(site, BodySite):
        return POINT if location.contact is not None else AT_HAND
    if location.contact is Contact.ARM_EXTENDED:
        return _FAR_SPACE if in_space else _FAR
    if in_space:
        return SPACE
    if beside:
        return _BESIDE_HEAD if head else _BESIDE
    if location.contact is Contact.CLOSE:
        return _with_skin(_CLOSE_HEAD, site.place) if head else _CLOSE_TRUNK
    if site.place is BodyPlace.HEAD_TOP:
        return _OVERHEAD
    if head:
        return _FACE
    return _HEIGHT if site.left is None and site.right is None else _AT_SIDE


def give_of(location: Location) -> float:
    """Metres along the skin that a hand at a part of the other hand or arm may be from the middle
    of that part, whose own touching part is as large as it is: half the length of both."""
    return (_extent(location.site) + _extent(location.active)) * _NARROW


def _extent(site: BodySite | ArmSite | HandSite | None) -> float:
    if isinstance(site, ArmSite):
        return _ARM[site.place]
    if not isinstance(site, HandSite):
        return _ANY_PART
    if site.region is not None:
        return _HAND[site.region]
    several = 0.01 * max(0, len(site.fingers) - 1)
    return several + max((_FINGER[part] for part in site.parts), default=_FINGER[FingerPart.SIDE])


def _skin(site: BodySite) -> Room:
    breadth, height = _SKIN.get(site.place, _DOT)
    return Room((-breadth, breadth), (-height, height), (0.0, 0.0))


def _with_skin(room: Room, place: BodyPlace) -> Room:
    """Close to a place is close to any of its skin."""
    breadth, height = _SKIN.get(place, _DOT)
    aside = min(room.aside[0], -breadth), max(room.aside[1], breadth)
    up = min(room.up[0], -height), max(room.up[1], height)
    return Room(aside, up, room.out)
