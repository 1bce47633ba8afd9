"""Where a location is for a hand, which part of the hand meets it, and the hand put there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import place, seating
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.flesh import flesh, segments
from a11y.sign_avatar.motion.hand import Hand, hand
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.place import Spot
from a11y.sign_avatar.motion.rotations import Array, rotate, unit
from a11y.sign_avatar.motion.scene import Scene
from a11y.sign_avatar.motion.state import HandState
from a11y.sign_avatar.notation.model import (
    ArmSite,
    BodySite,
    HandSite,
    Location,
)
from a11y.sign_avatar.notation.vocabulary import (
    Contact,
)

OTHER = {"R": "L", "L": "R"}
TOUCHING = (Contact.TOUCH, Contact.BRUSHING, Contact.INTERLOCK, Contact.CROSS)
_POINTING = 0.05  # metres: a hand whose nearest part is that far ahead of its middle points there
# What may come to lie on a surface first.
FEELERS = (
    *(f"{f}.{p}" for f in ("thumb", "index", "middle", "ring", "pinky") for p in ("tip", "pad")),
    *(f"{f}.midjoint" for f in ("thumb", "index", "middle", "ring", "pinky")),
    "palm",
    "handback",
    "thumbside",
    "pinkyside",
    "thumbball",
)


def centre_of(own: Hand, rig: Rig) -> Array:
    """Middle of the hand in its rest-aligned frame."""
    side = own.side
    frames = own.frames(np.zeros(21))
    marks = [rig.landmarks[f"{name}.{side}"] for name in ("palm", "handback")]
    return np.asarray(np.mean([own.point(mark, frames) for mark in marks], axis=0) + 0.035 * own.f)


def spot_of(scene: Scene, side: str, location: Location, *, pair: bool) -> Spot:
    """Where a location is for the hand of ``side``."""
    first = _site_spot(scene, side, location.site, location, pair=pair)
    if location.second is None:
        return first
    second = _site_spot(scene, side, location.second, location, pair=pair)
    return replace(
        first,
        point=(first.point + second.point) / 2,
        normal=unit(first.normal + second.normal + 1e-9),
        head=(first.head + second.head) / 2,
    )


def _site_spot(
    scene: Scene,
    side: str,
    site: BodySite | ArmSite | HandSite | None,
    location: Location,
    *,
    pair: bool,
) -> Spot:
    if isinstance(site, BodySite):
        return place.body_spot(scene.rig, site, side, location, pair=pair)
    other = OTHER[side]
    if isinstance(site, HandSite) and other in scene.hands:
        point, normal = part_point(scene, other, site)
        return _other_spot(scene, other, point, normal, location, site)
    if isinstance(site, ArmSite) and other in scene.hands:
        mark = place.arm_mark(scene.rig, site, other)
        world = solved(scene.rig, other, scene.hands[other])
        point = world.point(mark.joint, mark.position)[0]
        normal = rotate(world.joint(mark.joint)[0], mark.normal)[0]
        return _other_spot(scene, other, point, normal, location, site)
    if site is None and other in scene.hands and location.contact is not None:
        point, normal = facing_part(scene, side, other)
        return _other_spot(scene, other, point, normal, location, None)
    return place.neutral_spot(scene.rig, side, pair=pair)


def _other_spot(
    scene: Scene,
    other: str,
    point: Array,
    normal: Array,
    location: Location,
    site: ArmSite | HandSite | None,
) -> Spot:
    contact = location.contact in TOUCHING
    gap = place.TOUCH_GAP if contact else 0.03 if location.contact is Contact.CLOSE else 0.055
    if site is not None and (site.left or site.right):
        normal = np.array([1.0 if site.left else -1.0, 0.0, 0.0])
        gap = max(gap, 0.04)
    if location.behind:
        normal, gap = -normal, gap + 0.05
    return Spot(point, unit(normal), scene.hands[other].head, gap, contact=contact)


def part_point(scene: Scene, side: str, site: HandSite) -> tuple[Array, Array]:
    """(point, outward normal) of a part of a hand as it stands now."""
    state = scene.hands[side]
    own = hand(scene.rig, side)
    frames = own.frames(state.angles)
    marks = [scene.rig.landmarks[name] for name in place.hand_landmarks(scene.rig, site, side)]
    point = np.mean([own.point(mark, frames) for mark in marks], axis=0)
    normal = np.sum([own.normal(mark, frames) for mark in marks], axis=0)
    return state.wrist + rotate(state.turn, point), unit(rotate(state.turn, normal))


def facing_part(scene: Scene, side: str, other: str) -> tuple[Array, Array]:
    """The region of the other hand that looks towards this hand's palm."""
    state, target = scene.hands[side], scene.hands[other]
    own, base = hand(scene.rig, side), hand(scene.rig, other)
    towards = -rotate(state.turn, own.p)
    frames = base.frames(target.angles)
    best: tuple[float, Array, Array] | None = None
    for name in ("palm", "handback", "thumbside", "pinkyside"):
        mark = scene.rig.landmarks[f"{name}.{other}"]
        normal = rotate(target.turn, base.normal(mark, frames))
        score = float(normal @ towards)
        if best is None or score > best[0]:
            best = (score, target.wrist + rotate(target.turn, base.point(mark, frames)), normal)
    assert best is not None
    return best[1], best[2]


def feeler(scene: Scene, side: str, state: HandState, normal: Array) -> Array:
    """The point (3,) of the hand, in its own frame, that meets a surface with that normal first."""
    own = hand(scene.rig, side)
    frames = own.frames(state.angles)
    into = rotate(state.turn * np.array([-1, -1, -1, 1.0]), -normal)
    points = np.array(
        [own.point(scene.rig.landmarks[f"{name}.{side}"], frames) for name in FEELERS]
    )
    reach = points @ into
    first = points[int(np.argmax(reach))]
    # A flat side lies on the surface with more than one point: take the middle of those.
    near = points[reach > reach.max() - 0.004]
    return np.asarray(
        near.mean(axis=0) + into * (float(first @ into) - float(near.mean(axis=0) @ into))
    )


def at_spot(
    scene: Scene, side: str, state: HandState, spot: Spot, active: HandSite | None
) -> HandState:
    """The hand with its active part (or what meets the surface first) at a spot."""
    own = hand(scene.rig, side)
    if active is not None:
        frames = own.frames(state.angles)
        names = place.hand_landmarks(scene.rig, active, side)
        offset = np.mean([own.point(scene.rig.landmarks[n], frames) for n in names], axis=0)
    elif spot.surface:
        offset = feeler(scene, side, state, spot.normal)
        out = rotate(state.turn * np.array([-1, -1, -1, 1.0]), spot.normal)
        ahead = float((state.centre - offset) @ out)
        if spot.gap > place.CLOSE_GAP and (not spot.head or ahead < _POINTING):
            # Off the body the middle of the hand is at the place; only the distance is the
            # nearest part's.
            offset = state.centre - ahead * out
    else:
        offset = np.zeros(3) if spot.wrist else state.centre
    goal = spot.point + spot.normal * (spot.gap + _forearm_room(scene, side, state, spot))
    return replace(state, wrist=goal - rotate(state.turn, offset), head=spot.head)


def put_at(scene: Scene, side: str, location: Location, spot: Spot) -> HandState:
    """The hand at the spot of a location, resting on what it touches there."""
    state = at_spot(scene, side, scene.hands[side], spot, location.active)
    return resting(scene, side, state, spot, location)


def resting(scene: Scene, side: str, state: HandState, spot: Spot, location: Location) -> HandState:
    """The hand moved along the spot's normal until it rests on the surface, where it touches."""
    surface = None
    if isinstance(location.site, BodySite):
        if spot.contact and spot.surface:
            surface = seating.body(scene.rig)
    elif location.contact in (Contact.TOUCH, Contact.BRUSHING):
        other = OTHER[side]
        if isinstance(location.site, ArmSite):
            surface = _other_arm(scene, other)
        elif other in scene.hands:
            surface = seating.other_hand(scene.rig, other, scene.hands[other])
    if surface is None:
        return state
    by = seating.off_by(scene.rig, side, state, location.active, surface, spot.normal)
    return replace(state, wrist=state.wrist + by * spot.normal)


def meeting(scene: Scene, side: str, state: HandState, active: HandSite | None) -> float:
    """Metres by which one of two mirrored hands must go towards its own side so that it rests on
    the plane between them (x = 0)."""
    sign = 1.0 if side == "L" else -1.0
    normal = np.array([sign, 0.0, 0.0])
    return seating.off_by(scene.rig, side, state, active, lambda points: points @ normal, normal)


def _other_arm(scene: Scene, other: str) -> seating.Surface | None:
    """The forearm and the upper arm of ``other``, where that hand is in the scene."""
    if other not in scene.hands:
        return None
    world = solved(scene.rig, other, scene.hands[other])
    starts, ends, radii = [], [], []
    for kind in ("arm", "upper"):
        parts = flesh(scene.rig, f"{kind}.{other}")
        first, second = segments(world, parts, 1)
        starts.append(first[0])
        ends.append(second[0])
        radii.append(parts.radii)
    limb = np.concatenate(starts), np.concatenate(ends), np.concatenate(radii)
    return lambda points: seating.away_from(points, *limb)


def _forearm_room(scene: Scene, side: str, state: HandState, spot: Spot) -> float:
    """Metres a hand that points away from the trunk stays further off, so that the forearm behind
    it has room and the elbow need not go out."""
    if not spot.surface or spot.head or spot.gap <= place.CLOSE_GAP:
        return 0.0
    outward = float(rotate(state.turn, hand(scene.rig, side).f)[2])
    return 0.10 * max(0.0, outward - 0.3) / 0.7 * max(0.0, 1 - spot.gap / 0.2)


def part_or_feeler(
    scene: Scene, side: str, state: HandState, active: HandSite | None, normal: Array
) -> Array:
    if active is None:
        return feeler(scene, side, state, normal)
    own = hand(scene.rig, side)
    frames = own.frames(state.angles)
    names = place.hand_landmarks(scene.rig, active, side)
    return np.asarray(
        np.mean([own.point(scene.rig.landmarks[name], frames) for name in names], axis=0)
    )


def solved(rig: Rig, side: str, state: HandState) -> World:
    """The arm of one hand, solved for a single state with the trunk upright."""
    world = World(skeleton(rig), {})
    solve(arm(rig, side), world, state.wrist[None], state.turn[None], dt=1.0)
    return world
