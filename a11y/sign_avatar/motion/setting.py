"""How a sign begins: both hands in their shapes, turned and put in their places.

The weak hand is placed first; hand-on-hand places then take the dominant hand to a point of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import place, rings
from a11y.sign_avatar.motion.contact import (
    OTHER,
    TOUCHING,
    at_spot,
    centre_of,
    facing_part,
    feeler,
    meeting,
    part_or_feeler,
    put_at,
    resting,
    spot_of,
)
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.orientation import hand_turn, reflected_turn
from a11y.sign_avatar.motion.place import Spot
from a11y.sign_avatar.motion.region import SPACE, give_of, room_of
from a11y.sign_avatar.motion.rotations import IDENTITY, Array, inverse, multiply, rotate, unit
from a11y.sign_avatar.motion.scene import Aim, Scene, aim_at, on_body
from a11y.sign_avatar.motion.seating import body, off_by
from a11y.sign_avatar.motion.shapes import shape_of
from a11y.sign_avatar.motion.state import HandState
from a11y.sign_avatar.notation.model import (
    ArmSite,
    BodySite,
    Extended,
    HandConstellation,
    Handshape,
    HandSite,
    Location,
    LocationPair,
    Palm,
    Posture,
    PosturePair,
    SignNotation,
    TouchingHands,
)
from a11y.sign_avatar.notation.vocabulary import (
    Base,
    BodyPlace,
    Contact,
    Direction,
    PalmTurn,
    SymmetryModifier,
)


def posed(
    rig: Rig, side: str, posture: Posture, before: HandState | None, carrier: Array = IDENTITY
) -> HandState:
    """The hand of ``side`` in a posture, still at the origin; gaps are filled from ``before``.
    carrier: (4,) see ``Scene``."""
    own = hand(rig, side)
    centre = centre_of(own, rig)
    if posture.shape is None and before is not None:
        angles = before.angles
    else:
        angles = shape_of(rig, posture.shape).angles
    if posture.extended is None and posture.palm is None and before is not None:
        turn = before.turn
    else:
        turn = multiply(inverse(carrier), hand_turn(own, posture.extended, posture.palm))
    return HandState(np.zeros(3), turn, angles, centre, before.head if before else 0.0)


def begin(rig: Rig, sign: SignNotation, carriers: Mapping[str, Array] | None = None) -> Scene:
    """Both hands as the sign begins; one-handed signs have no weak hand. carriers: side → (4,), see
    ``Scene``."""
    turned = {"R": IDENTITY, "L": IDENTITY, **(carriers or {})}
    symmetry = sign.symmetry
    hands: dict[str, HandState] = {}
    if not sign.nondominant:
        hands["R"] = posed(rig, "R", sign.dominant, None, turned["R"])
    weak = sign.weak
    if weak is None and sign.nondominant:
        weak = sign.dominant
    if weak is None and _needs_other(sign.location):
        weak = _presented(sign.location)
    if weak is not None:
        hands["L"] = posed(rig, "L", weak, None, turned["L"])
    reflects = _reflects(sign)
    if "L" in hands and not any(isinstance(item, PosturePair) for item in sign.posture):
        seen = multiply(turned["L"], hands["L"].turn)
        turn = multiply(inverse(turned["L"]), reflected_turn(seen, hand(rig, "L"), reflects))
        hands["L"] = replace(hands["L"], turn=turn)
    scene = Scene(
        rig=rig,
        hands=hands,
        symmetric=symmetry is not None,
        parallel=bool(symmetry and symmetry.parallel),
        alternating=bool(symmetry and symmetry.alternating),
        non_ipsi=bool(symmetry and SymmetryModifier.NON_IPSI in symmetry.modifiers),
        carriers=turned,
        reflects=reflects,
    )
    settle(scene, sign.location)
    scene.begins_together = bool(scene.meetings)
    return scene


def _reflects(sign: SignNotation) -> Array:
    """(3,) the axes along which the weak hand is reflected besides left–right."""
    written = sign.symmetry.modifiers if sign.symmetry else ()
    axes = np.ones(3)
    if SymmetryModifier.UP_DOWN in written:
        axes[1] = -1.0
    if SymmetryModifier.OUT_IN in written:
        axes[2] = -1.0
    return axes


def _needs_other(location: object) -> bool:
    return isinstance(location, Location) and isinstance(location.site, HandSite | ArmSite)


def _presented(location: object) -> Posture:
    """How the weak hand offers itself to a sign that is written one-handed on it."""
    arm_place = isinstance(location, Location) and isinstance(location.site, ArmSite)
    if arm_place:
        return Posture(Handshape(Base.FIST), Extended(Direction.R, Direction.OR), Palm(PalmTurn.D))
    return Posture(Handshape(Base.FLAT), Extended(Direction.OR), Palm(PalmTurn.UL))


def settle(scene: Scene, location: object) -> None:
    """Put the scene's hands in their places."""
    pair = len(scene.hands) == 2
    location = _in_space(location)
    if isinstance(location, LocationPair):
        _put_each(scene, location)
        return
    if isinstance(location, HandConstellation):
        _constellation(scene, location)
        return
    if isinstance(location, TouchingHands):
        _touching(scene, location.contact, location.part, location.at)
        return
    if not pair:
        side = next(iter(scene.hands))
        own = location if isinstance(location, Location) else Location()
        _put(scene, side, own, pair=False)
        return
    _settle_pair(scene, location if isinstance(location, Location) else None)


def _in_space(location: object) -> object:
    """An arm's length without a place on the body is signing space, far out; a part of the hand is
    the one that is there."""
    if isinstance(location, LocationPair):
        pair = (_in_space(location.dominant), _in_space(location.weak))
        return LocationPair(*(one for one in pair if isinstance(one, Location)))
    if not isinstance(location, Location) or location.contact is not Contact.ARM_EXTENDED:
        return location
    if location.site is not None and not isinstance(location.site, HandSite):
        return location
    active = location.site if isinstance(location.site, HandSite) else location.active
    return replace(location, site=BodySite(BodyPlace.NEUTRAL_SPACE), active=active)


def _put_each(scene: Scene, location: LocationPair) -> None:
    """Each hand in its own place: first the one whose place does not depend on the other. Where
    each is written at the other, the weak hand is the base."""
    own = {"L": location.weak, "R": location.dominant}
    on_other = [side for side in ("L", "R") if _at_other(own[side])]
    if len(scene.hands) == 2 and len(on_other) == 2:
        _put_centre(scene, "L", Location())
        _put(scene, "R", location.dominant, pair=True)
        return
    for side in ("R", "L") if on_other == ["L"] else ("L", "R"):
        if side in scene.hands:
            _put(scene, side, own[side], pair=False)


def _at_other(location: Location) -> bool:
    """The place is on or at the other hand or arm."""
    if location.site is None:
        return location.contact is not None
    return isinstance(location.site, HandSite | ArmSite)


def _settle_pair(scene: Scene, location: Location | None) -> None:
    if location is not None and (_at_other(location) or location.site is None):
        if scene.symmetric and (location.site is None or isinstance(location.site, HandSite)):
            part = location.active or (
                location.site if isinstance(location.site, HandSite) else None
            )
            _touching(scene, location.contact, part, Location())
            return
        _put_centre(scene, "L", Location())
        _put(scene, "R", location, pair=True)
        return
    own = location or Location()
    if scene.symmetric:
        _put(scene, "R", own, pair=True)
        weak = own if scene.non_ipsi else place.mirrored_location(own)
        _put(scene, "L", weak, pair=True)
    else:
        neutral = own.site is None or (
            isinstance(own.site, BodySite) and own.site.place is BodyPlace.NEUTRAL_SPACE
        )
        _put(scene, "L", own if neutral else Location(), pair=True)
        _put(scene, "R", own, pair=neutral)


def _put(scene: Scene, side: str, location: Location, *, pair: bool) -> None:
    spot = spot_of(scene, side, location, pair=pair)
    scene.hands[side] = put_at(scene, side, location, spot)
    scene.places[side] = spot
    if spot.surface and spot.gap <= place.CLOSE_GAP:
        scene.touched[side] = spot
    if isinstance(location.site, HandSite | ArmSite):
        scene.meetings.add(side)
    if location.site is not None:
        scene.aims.append(aim_at(side, scene.hands[side], location, spot))


def _put_centre(scene: Scene, side: str, location: Location) -> None:
    """The weak hand as a base for the other one: in the middle of signing space."""
    spot = spot_of(scene, side, location, pair=True)
    sign = 1.0 if side == "L" else -1.0
    spot = replace(
        spot, point=spot.point * np.array([0.0, 1.0, 1.0]) + np.array([sign * 0.035, -0.03, -0.05])
    )
    scene.hands[side] = at_spot(scene, side, scene.hands[side], spot, None)


def _constellation(scene: Scene, location: HandConstellation) -> None:
    at = location.at or Location()
    if location.contact is Contact.ARM_EXTENDED and len(scene.hands) == 2:
        _apart(scene, at)
        return
    if isinstance(at.site, HandSite | ArmSite):
        at = Location()  # both hands cannot be on one of them
    if len(scene.hands) < 2:
        _put(scene, next(iter(scene.hands)), at, pair=False)
        return
    if isinstance(location.weak, HandSite):
        scene.hands["L"] = at_spot(
            scene, "L", scene.hands["L"], _pair_middle(scene, at), location.weak
        )
    else:
        _put_centre(scene, "L", at)
    active = location.dominant if isinstance(location.dominant, HandSite) else None
    own = Location(site=location.weak, contact=location.contact, active=active)
    _put(scene, "R", own, pair=True)


def _apart(scene: Scene, at: Location) -> None:
    """Hands as far from each other as extended arms: each on its own side of the place, or there in
    signing space."""
    if not isinstance(at.site, BodySite):
        at = Location(BodySite(BodyPlace.NEUTRAL_SPACE), contact=Contact.ARM_EXTENDED)
    elif at.contact is None:
        at = replace(at, contact=Contact.ARM_EXTENDED)
    _put(scene, "R", at, pair=True)
    _put(scene, "L", place.mirrored_location(at), pair=True)


def _pair_middle(scene: Scene, at: Location) -> Spot:
    spot = spot_of(scene, "R", at, pair=False)
    if not isinstance(at.site, BodySite) or at.site.left is at.site.right:
        spot = replace(spot, point=spot.point * np.array([0.0, 1.0, 1.0]))
    return replace(spot, surface=True) if spot.contact else spot


def _touching(scene: Scene, contact: Contact | None, part: HandSite | None, at: Location) -> None:
    """Mirrored hands that meet in the middle plane; on an arm, the hand that does not carry it
    touches there."""
    if len(scene.hands) < 2:
        alone = Location() if isinstance(at.site, HandSite | ArmSite) else at
        _put(scene, next(iter(scene.hands)), alone, pair=False)
        return
    if contact is Contact.ARM_EXTENDED:
        _apart(scene, at)
        return
    if isinstance(at.site, HandSite | ArmSite):
        _put_centre(scene, "L", Location())
        _put(scene, "R", replace(at, contact=at.contact or contact, active=part), pair=True)
        return
    scene.meetings |= {"R", "L"}
    spot = _pair_middle(scene, at)
    chain = None
    if contact is Contact.INTERLOCK and rings.is_ring(part):
        chain = rings.placed(scene.rig, scene.hands, spot.point + spot.normal * spot.gap)
    half = {Contact.CLOSE: 0.015, None: 0.05}.get(contact, 0.001)
    if contact in (Contact.INTERLOCK, Contact.CROSS):
        half = -0.012
    for side in ("L", "R"):
        if side not in scene.hands:
            continue
        sign = 1.0 if side == "L" else -1.0
        state = scene.hands[side]
        own = hand(scene.rig, side)
        if part is not None:
            frames = own.frames(state.angles)
            names = place.hand_landmarks(scene.rig, part, side)
            offset = np.mean([own.point(scene.rig.landmarks[n], frames) for n in names], axis=0)
        else:
            offset = feeler(scene, side, state, np.array([sign, 0.0, 0.0]))
        goal = spot.point + spot.normal * spot.gap
        wrist = goal - rotate(state.turn, offset)
        wrist[0] = goal[0] + sign * half - rotate(state.turn, offset)[0]
        if part is None:
            # Only the distance between the hands matters; keep the hands' middles at the spot.
            middle = goal - rotate(state.turn, state.centre)
            wrist[1:] = middle[1:]
        if contact in (Contact.TOUCH, Contact.BRUSHING):
            there = replace(state, wrist=wrist - np.array([goal[0], 0.0, 0.0]))
            wrist[0] += sign * meeting(scene, side, there, part)
        if chain is not None:
            wrist = chain[side]
        scene.hands[side] = replace(state, wrist=wrist, head=spot.head)
        room = room_of(at, head=spot.head > 0) if at.site is not None else SPACE
        touching = contact in TOUCHING
        aim = Aim(side, wrist, state.turn, touching, on_body(at, spot), room, linked=True)
        if chain is None:
            give = give_of(Location(part, active=part))
            aim = replace(aim, spot=spot, give=give, active=part, linked=False)
        scene.aims.append(aim)


def touch_here(scene: Scene, side: str, location: Location, *, both: bool) -> None:
    """A contact without a place: the hands go on to each other, or one hand to the place it is
    at, where they are."""
    other = OTHER[side]
    gap = place.TOUCH_GAP if location.contact in TOUCHING else place.CLOSE_GAP
    if both and other in scene.hands:
        scene.meetings |= {"R", "L"}
        for own in (side, other):
            sign = 1.0 if own == "L" else -1.0
            state = scene.hands[own]
            offset = part_or_feeler(scene, own, state, location.active, np.array([sign, 0, 0]))
            wrist = state.wrist.copy()
            wrist[0] = sign * gap / 2 - rotate(state.turn, offset)[0]
            if location.contact in TOUCHING:
                there = replace(state, wrist=wrist)
                wrist[0] += sign * meeting(scene, own, there, location.active)
            scene.hands[own] = replace(state, wrist=wrist)
        return
    state = scene.hands[side]
    spot = scene.places.get(side)
    if spot is not None and spot.surface:
        offset = part_or_feeler(scene, side, state, location.active, spot.normal)
        away = float((state.wrist + rotate(state.turn, offset) - spot.point) @ spot.normal)
        there = replace(state, wrist=state.wrist + (gap - away) * spot.normal)
        if location.contact in TOUCHING:
            by = off_by(scene.rig, side, there, location.active, body(scene.rig), spot.normal)
            there = replace(there, wrist=there.wrist + by * spot.normal)
        scene.hands[side] = there
    elif other in scene.hands:
        point, normal = facing_part(scene, side, other)
        goal = Spot(point, unit(normal), scene.hands[other].head, gap, contact=True)
        state = at_spot(scene, side, state, goal, location.active)
        scene.hands[side] = resting(scene, side, state, goal, location)
