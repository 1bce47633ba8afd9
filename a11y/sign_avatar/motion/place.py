"""Places of the notation → points in signing space.

A body or arm place gives a ``Spot``: a point on the surface, the way out of it, and the part of
the body that carries it (hands at the head follow the head). A hand place gives the point on the
other hand. All positions are those of the rig at rest, trunk upright.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from a11y.sign_avatar.body.rig import Landmark, Rig
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import skeleton
from a11y.sign_avatar.motion.rotations import Array, unit
from a11y.sign_avatar.notation.model import ArmSite, BodySite, HandSite, Location
from a11y.sign_avatar.notation.vocabulary import (
    ArmPlace,
    Beside,
    BodyPlace,
    Contact,
    Finger,
    FingerPart,
    HandPlace,
)

FINGER_NAME = {
    Finger.THUMB: "thumb",
    Finger.INDEX: "index",
    Finger.MIDDLE: "middle",
    Finger.RING: "ring",
    Finger.PINKY: "pinky",
}
_PART = {
    FingerPart.TIP: "tip",
    FingerPart.NAIL: "nail",
    FingerPart.PAD: "pad",
    FingerPart.MID_JOINT: "midjoint",
    FingerPart.BASE: "base",
    FingerPart.SIDE: "side",
}
_REGION = {
    HandPlace.THUMB_BALL: "thumbball",
    HandPlace.PALM: "palm",
    HandPlace.BACK: "handback",
    HandPlace.THUMB_SIDE: "thumbside",
    HandPlace.PINKY_SIDE: "pinkyside",
}
_ARM = {
    ArmPlace.UPPER_ARM: "upperarm",
    ArmPlace.ELBOW: "elbow",
    ArmPlace.ELBOW_INSIDE: "elbowinside",
    ArmPlace.LOWER_ARM: "lowerarm",
    ArmPlace.WRIST_BACK: "wristback",
    ArmPlace.WRIST_PULSE: "wristpulse",
}
# (middle landmark, landmark of a side) – one of them may be missing.
_BODY: dict[BodyPlace, tuple[str | None, str]] = {
    BodyPlace.HEAD: ("head", "head"),
    BodyPlace.HEAD_TOP: ("headtop", "headtop"),
    BodyPlace.FOREHEAD: ("forehead", "forehead"),
    BodyPlace.EYEBROWS: (None, "eyebrow"),
    BodyPlace.EYES: (None, "eye"),
    BodyPlace.NOSE: ("nose", "nose"),
    BodyPlace.NOSTRILS: ("nostrils", "nostril"),
    BodyPlace.EAR: (None, "ear"),
    BodyPlace.EAR_LOBE: (None, "earlobe"),
    BodyPlace.CHEEK: (None, "cheek"),
    BodyPlace.LIPS: ("lips", "lips"),
    BodyPlace.TONGUE: ("tongue", "lips"),
    BodyPlace.TEETH: ("teeth", "lips"),
    BodyPlace.CHIN: ("chin", "chin"),
    BodyPlace.UNDER_CHIN: ("underchin", "underchin"),
    BodyPlace.NECK: ("neck", "neck"),
    BodyPlace.SHOULDER_TOP: (None, "shouldertop"),
    BodyPlace.SHOULDERS: ("shoulders", "shoulder"),
    BodyPlace.CHEST: ("chest", "chest"),
    BodyPlace.STOMACH: ("stomach", "stomach"),
    BodyPlace.BELOW_STOMACH: ("belowstomach", "belowstomach"),
    BodyPlace.NEUTRAL_SPACE: ("neutralspace", "neutralspace"),
}
_HEAD = frozenset(
    {
        BodyPlace.HEAD,
        BodyPlace.HEAD_TOP,
        BodyPlace.FOREHEAD,
        BodyPlace.EYEBROWS,
        BodyPlace.EYES,
        BodyPlace.NOSE,
        BodyPlace.NOSTRILS,
        BodyPlace.EAR,
        BodyPlace.EAR_LOBE,
        BodyPlace.CHEEK,
        BodyPlace.LIPS,
        BodyPlace.TONGUE,
        BodyPlace.TEETH,
        BodyPlace.CHIN,
        BodyPlace.UNDER_CHIN,
    }
)
_TRUNK = frozenset(
    {
        BodyPlace.SHOULDERS,
        BodyPlace.CHEST,
        BodyPlace.STOMACH,
        BodyPlace.BELOW_STOMACH,
    }
)
# Metres between the nearest part of the hand and the surface.
TOUCH_GAP = 0.002
CLOSE_GAP = 0.03
TRUNK_CLOSE_GAP = 0.06
HEAD_GAP = 0.075
TRUNK_GAP = 0.16
_SKULL, _ASLANT = 0.085, np.radians(32.0)  # radius of the skull; how far round its side is
EXTENDED_REACH = 0.38  # of the wrist: it is the arm that is extended, wherever the hand points


@dataclass(frozen=True, eq=False, slots=True)
class Spot:
    """A point to be reached. point, normal: (3,). head: 1 if the head carries it, else 0.
    gap: metres to stay away along the normal. surface: there is flesh behind the point. wrist: the
    wrist goes there, however the hand is turned."""

    point: Array
    normal: Array
    head: float
    gap: float
    surface: bool = True
    contact: bool = False
    wrist: bool = False


def body_spot(rig: Rig, site: BodySite, side: str, location: Location, *, pair: bool) -> Spot:
    """The spot of a body place for the hand of ``side``.

    pair: both hands are placed here, each on its own side of a middle place.
    """
    name, offset = _landmark(rig, site, side, pair=pair)
    mark = rig.landmarks[name]
    point, normal = np.array(mark.position), unit(np.array(mark.normal))
    if site.place is BodyPlace.HEAD_TOP and site.left is not site.right:
        point, normal = _down_the_skull(point, normal, _side_sign(site, side))
    head = 1.0 if site.place in _HEAD else 0.0
    sign = _side_sign(site, side)
    if site.place is BodyPlace.NEUTRAL_SPACE:
        return _neutral(rig, site, side, location, pair=pair)
    gap = _gap(location.contact, HEAD_GAP if head else TRUNK_GAP)
    contact = location.contact in (Contact.TOUCH, Contact.BRUSHING)
    if Beside.BESIDE in (site.left, site.right):
        point = point + np.array([sign * offset, 0.0, 0.0])
        # Beside the trunk is in signing space, not level with the back.
        out = 0.05 if head else (0.12 if location.contact is None else 0.05)
        point[2] = max(point[2], 0.0) + out
        return Spot(point, np.array([sign, 0.0, 0.0]), head, 0.0, surface=False)
    if location.contact is Contact.ARM_EXTENDED:
        point = point + np.array([0.0, 0.0, EXTENDED_REACH])
        return Spot(point, np.array([0.0, 0.0, 1.0]), head, 0.0, surface=False, wrist=True)
    if pair and site.left is None and site.right is None and name in _middles():
        shift = 0.035 if contact else 0.09
        point = point + np.array([_own_sign(side) * shift, 0.0, -0.004 if contact else 0.0])
    if site.place in _TRUNK and location.contact is None:
        # Trunk places without contact are heights in signing space, in front of the own side.
        if site.left is None and site.right is None and not pair:
            point = point + np.array([_own_sign(side) * 0.05, 0.0, 0.0])
        else:
            point = point * np.array([0.82, 1.0, 1.0])
        normal = np.array([0.0, 0.0, 1.0])
    if site.place in _TRUNK and location.contact is Contact.CLOSE:
        gap = TRUNK_CLOSE_GAP
    if location.behind:
        normal = -normal
        point = point + normal * 0.16
    return Spot(point, normal, head, gap, contact=contact)


def _down_the_skull(top: Array, normal: Array, sign: float) -> tuple[Array, Array]:
    """(point, normal) beside the top of the head, which has no landmark: skulls are round there."""
    way = unit(np.cos(_ASLANT) * normal + np.sin(_ASLANT) * np.array([sign, 0.0, 0.0]))
    return top + _SKULL * (way - normal), way


def _middles() -> frozenset[str]:
    return frozenset(middle for middle, _ in _BODY.values() if middle)


def _own_sign(side: str) -> float:
    return 1.0 if side == "L" else -1.0


def _side_sign(site: BodySite | ArmSite, side: str) -> float:
    """+1 left, −1 right; without a written side the hand's own."""
    if site.left is not None:
        return 1.0
    if site.right is not None:
        return -1.0
    return _own_sign(side)


def _landmark(rig: Rig, site: BodySite, side: str, *, pair: bool) -> tuple[str, float]:
    middle, lateral = _BODY[site.place]
    if pair and site.place is BodyPlace.SHOULDERS:
        middle = None  # each hand at its own shoulder
    sign = _side_sign(site, side)
    letter = "L" if sign > 0 else "R"
    beside = 0.07 if site.place in _HEAD else 0.10
    if site.left is None and site.right is None and middle is not None:
        return middle, beside
    name = f"{lateral}.{letter}"
    return (name, beside) if name in rig.landmarks else (middle or lateral, beside)


def _neutral(rig: Rig, site: BodySite, side: str, location: Location, *, pair: bool) -> Spot:
    mark = rig.landmarks["neutralspace"]
    point = np.array(mark.position)
    if site.left is not None or site.right is not None:
        point[0] += _side_sign(site, side) * 0.17
    else:
        point[0] += _own_sign(side) * (0.115 if pair else 0.075)
    if location.contact is Contact.ARM_EXTENDED:
        point[2] += 0.20
    elif location.contact in (Contact.CLOSE, Contact.TOUCH):
        point[2] -= 0.08
    return Spot(point, np.array([0.0, 0.0, 1.0]), 0.0, 0.0, surface=False)


def _gap(contact: Contact | None, usual: float) -> float:
    if contact in (Contact.TOUCH, Contact.BRUSHING, Contact.INTERLOCK, Contact.CROSS):
        return TOUCH_GAP
    if contact is Contact.CLOSE:
        return CLOSE_GAP
    return usual


def neutral_spot(rig: Rig, side: str, *, pair: bool) -> Spot:
    """Where a hand is when no place is written."""
    return _neutral(rig, BodySite(BodyPlace.NEUTRAL_SPACE), side, Location(), pair=pair)


def hand_landmarks(rig: Rig, site: HandSite, side: str) -> tuple[str, ...]:
    """Landmarks (with side) that a hand place means; their mean is the point."""
    if site.region is not None:
        return (f"{_REGION[site.region]}.{side}",)
    fingers = site.fingers or (Finger.INDEX,)
    parts = site.parts or (FingerPart.SIDE,)
    names = [f"{FINGER_NAME[f]}.{_PART[p]}.{side}" for f in fingers for p in parts]
    return tuple(name for name in names if name in rig.landmarks)


def arm_mark(rig: Rig, site: ArmSite, side: str) -> Landmark:
    """An arm place on the arm of ``side`` at rest: the landmark, or the point as far round the arm
    as the written surface is from the landmark's. Palm and back are the sides that the hand's are
    on, thumb and little finger those between."""
    mark = rig.landmarks[f"{_ARM[site.place]}.{side}"]
    if site.surface is None or site.surface is HandPlace.THUMB_BALL:
        return mark
    body, own = skeleton(rig), hand(rig, side)
    upper = site.place is ArmPlace.UPPER_ARM
    first, last = ("upperarm01", "lowerarm01") if upper else ("lowerarm01", "wrist")
    start, end = body.head(f"{first}.{side}"), body.head(f"{last}.{side}")
    along = unit(end - start)
    position = np.array(mark.position)
    axis = start + along * float((position - start) @ along)
    towards = {
        HandPlace.PALM: own.p,
        HandPlace.BACK: -own.p,
        HandPlace.THUMB_SIDE: own.r,
        HandPlace.PINKY_SIDE: -own.r,
    }[site.surface]
    normal = unit(towards - along * float(towards @ along))
    radius = float(np.linalg.norm(position - axis))
    return Landmark(joint=mark.joint, position=axis + radius * normal, normal=normal)


def mirrored_location(location: Location) -> Location:
    """Left and right exchanged."""

    def swap(site: BodySite | ArmSite | HandSite | None) -> BodySite | ArmSite | HandSite | None:
        return None if site is None else replace(site, left=site.right, right=site.left)

    return replace(location, site=swap(location.site), second=swap(location.second))
