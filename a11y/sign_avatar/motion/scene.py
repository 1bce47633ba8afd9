"""The hands of a sign at one moment, and what was asked of them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import place
from a11y.sign_avatar.motion.place import Spot
from a11y.sign_avatar.motion.region import SPACE, Room, give_of, room_of
from a11y.sign_avatar.motion.rotations import IDENTITY, Array
from a11y.sign_avatar.motion.state import HandState
from a11y.sign_avatar.notation.model import BodySite, HandSite, Location


@dataclass(eq=False)
class Scene:
    """The hands at one moment of a sign, and what is known about the sign as a whole.

    hands: side → state; aims: places that were asked for, for the benchmark; touched: side → the
    surface it touches (or nearly) at the start; places: side → where it was put last;
    meetings: sides that are placed at the other hand, at any time of the sign. carriers: side →
    (4,) how the trunk, or the head under a hand that is at it, is turned for this sign; places and
    movements turn with it, directions of fingers and palms stay as the viewer sees them.
    begins_together: the hands meet at the start already. reflects: (3,) of 1 and -1: axes along
    which the weak hand of a symmetric sign is reflected besides left–right. non_ipsi: its places
    are not mirrored.
    """

    rig: Rig
    hands: dict[str, HandState]
    symmetric: bool = False
    parallel: bool = False
    alternating: bool = False
    non_ipsi: bool = False
    aims: list[Aim] = field(default_factory=list)
    touched: dict[str, Spot] = field(default_factory=dict)
    places: dict[str, Spot] = field(default_factory=dict)
    meetings: set[str] = field(default_factory=set)
    carriers: dict[str, Array] = field(default_factory=dict)
    begins_together: bool = False
    reflects: Array = field(default_factory=lambda: np.ones(3))

    def carrier(self, side: str) -> Array:
        """(4,) how what carries the hand of ``side`` is turned."""
        return self.carriers.get(side, IDENTITY)

    @property
    def on_hand(self) -> bool:
        """One hand is placed at the other: movements are kept as small as a hand."""
        return bool(self.meetings)


@dataclass(frozen=True, eq=False, slots=True)
class Aim:
    """A hand asked to be somewhere: its wrist and turn there. contact: it touches; body: the place
    is a contact with body or head. room: the area the place means, around ``spot``. any_part: it is
    not written which part of the hand touches; hand: the place is a part of the other hand or arm;
    give: metres that the hand may slide along that; active: the part of this hand that is written;
    late: a movement is sent there; linked: the hands' rings go through each other, and whatever of
    them touches is where that is.
    """

    side: str
    wrist: Array
    turn: Array
    contact: bool
    body: bool = False
    room: Room = SPACE
    spot: Spot | None = None
    any_part: bool = False
    hand: bool = False
    give: float = 0.0
    active: HandSite | None = None
    late: bool = False
    linked: bool = False


def aim_at(
    side: str, state: HandState, location: Location, spot: Spot, *, late: bool = False
) -> Aim:
    """The aim of a hand that was put at a spot."""
    body = on_body(location, spot)
    return Aim(
        side=side,
        wrist=state.wrist,
        turn=state.turn,
        contact=spot.contact,
        body=body,
        room=room_of(location, head=spot.head > 0),
        spot=spot,
        any_part=body and location.active is None,
        hand=not isinstance(location.site, BodySite),
        give=0.0 if isinstance(location.site, BodySite) else give_of(location),
        active=location.active,
        late=late,
    )


def on_body(location: Location, spot: Spot) -> bool:
    """The place is a contact, or nearly one, with the body."""
    if not isinstance(location.site, BodySite):
        return False
    return spot.contact or (spot.surface and spot.gap <= place.CLOSE_GAP)
