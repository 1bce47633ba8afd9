"""Where hands are: places on body, arm and hand, their sides, distance and contact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from a11y.sign_avatar.notation.vocabulary import (
    ActiveStyle,
    ArmPlace,
    Beside,
    BodyPlace,
    Contact,
    Finger,
    FingerPart,
    HandPlace,
)


@dataclass(frozen=True, slots=True)
class BodySite:
    """A place on the body or in neutral space.

    left, right: the symbol before the place (left side) and after it (right side); a reader that
    cannot reach the one may try the other.
    """

    place: BodyPlace
    left: Beside | None = None
    right: Beside | None = None


@dataclass(frozen=True, slots=True)
class ArmSite:
    """A place on an arm. surface: ``hampalm`` inner, ``hamhandback`` outer, thumb or pinky side."""

    place: ArmPlace
    left: Beside | None = None
    right: Beside | None = None
    surface: HandPlace | None = None


@dataclass(frozen=True, slots=True)
class HandSite:
    """A place on a hand: a region, or parts of fingers, or whole fingers.

    fingers_first: ``hamindexfinger hamfingertip`` rather than ``hamfingertip hamindexfinger``.
    """

    region: HandPlace | None = None
    fingers: tuple[Finger, ...] = ()
    parts: tuple[FingerPart, ...] = ()
    fingers_first: bool = True
    left: Beside | None = None
    right: Beside | None = None


Site: TypeAlias = BodySite | ArmSite | HandSite


@dataclass(frozen=True, slots=True)
class Location:
    """Where a hand is.

    site: the place; None where only a contact is written ("they touch").
    second: halfway to this place. behind: behind the place.
    contact: distance or contact; None is the usual short distance.
    active: which part of the moving hand is there, touches or is nearest.
    """

    site: Site | None = None
    second: Site | None = None
    behind: bool = False
    contact: Contact | None = None
    active: HandSite | None = None
    style: ActiveStyle = ActiveStyle.NONE
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class LocationPair:
    """``hamparbegin dominant hamplus weak hamparend``: one place for each hand."""

    dominant: Location
    weak: Location


@dataclass(frozen=True, slots=True)
class HandConstellation:
    """The hands to each other: the dominant hand's part, the weak hand's part and their contact,
    then where the pair of hands is (``at``, None: neutral space). A part may lie on that arm.
    at_first: that place is written before the hands (it means the same)."""

    dominant: HandSite | ArmSite
    weak: HandSite | ArmSite
    contact: Contact
    at: Location | None = None
    at_first: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class TouchingHands:
    """Both hands at their contact (``hamtouch``, or one hand part and ``hamtouch``) and then a
    place on the body for the pair. part: the same part of both hands, or None."""

    contact: Contact
    part: HandSite | None
    at: Location


Placement: TypeAlias = Location | LocationPair | HandConstellation | TouchingHands
