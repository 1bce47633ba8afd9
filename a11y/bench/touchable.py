"""Whether a contact that was missed could be made at all: tries at random that share no method with
the motion room's search for it (``motion.closing``).

The hand that touches is turned by up to 10° off what is written, its written part put within three
centimetres of where it is written and led to the surface; then the elbow is swivelled all the way
round. "Yes" means that one of the tries touches with joints inside their limits and with nothing
deeper than 5 mm in anything; trunk, head and the other arm are as they were performed, and nothing
is said about the way there. "No" means that none of the tries does: a lower bound.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.flesh import (
    away_from_body,
    flesh,
    overlaps,
    segments,
    shares,
)
from a11y.sign_avatar.motion.in_view import TRUNK
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.limb import arm, elbow_ways, humeral_turn, reaches, wrist_angles
from a11y.sign_avatar.motion.limits import HUMERUS, missing
from a11y.sign_avatar.motion.reachable import shoulders, too_far_in
from a11y.sign_avatar.motion.rotations import (
    IDENTITY,
    Array,
    dot,
    from_vector,
    inverse,
    multiply,
    rotate,
)
from a11y.sign_avatar.motion.seating import balls
from a11y.sign_avatar.motion.touching import Contact

TRIES = 1500
_TILT, _PLACE = np.radians(10.0), 0.03  # radians and metres off what is written
_CLOSED, _DEEP = 0.004, 0.005  # metres: a contact; what is too deep
_STEPS, _PROBE = 5, 0.003  # of the way to the surface
_FARTHEST = 0.06  # metres in all from where it is written
_SWIVELS = np.radians(np.arange(-180.0, 180.0, 10.0))
_TURNED = np.radians(1.0)  # that is no miss
_ELBOW_ROOM = 0.10  # metres from the spine, as ``swivel`` has it
_FOREARM_AT, _UPPER_AT = np.linspace(0.0, 1.0, 6), (0.15, 0.3)
_LIMBS = ("hand", "arm", "upper")


@dataclass(frozen=True, eq=False, slots=True)
class Planned:
    """A hand that is to touch, in a world of one frame. wrist: (3,), turn: (4,) as written; angles:
    (21,)."""

    wrist: Array
    turn: Array
    angles: Array


def touchable(rig: Rig, world: World, contact: Contact, planned: Planned, *, seed: int = 0) -> bool:
    """Whether a try makes the contact; ``world`` holds trunk, head and the other arm."""
    rng = np.random.default_rng(seed)
    wrists, turns = _begun(rng, contact, planned)
    surface = _Surface(rig, world, contact)
    home = wrists
    for _ in range(_STEPS):
        wrists = wrists - surface.gaps(wrists, turns)[:, None] * surface.outward(wrists, turns)
    gone = wrists - home
    touches = np.abs(surface.gaps(wrists, turns)) <= _CLOSED
    touches &= np.sqrt(dot(gone, gone)) <= _FARTHEST
    wrists, turns = wrists[touches], turns[touches]
    if not len(wrists):
        return False
    free = _hand_depth(rig, world, contact.side, planned.angles, wrists, turns) <= _DEEP
    wrists, turns = wrists[free], turns[free]
    return bool(len(wrists)) and _some_arm(rig, world, contact.side, wrists, turns)


def _begun(rng: np.random.Generator, contact: Contact, planned: Planned) -> tuple[Array, Array]:
    """Wrists (B, 3) and turns (B, 4) near what is written; the first is as written."""
    tilts, offs = (
        most * _ball(rng, TRIES) * (np.arange(TRIES) > 0)[:, None] for most in (_TILT, _PLACE)
    )
    pivot = contact.points.mean(axis=0)
    turns = multiply(planned.turn, from_vector(tilts))
    middle = planned.wrist + rotate(planned.turn, pivot)
    return middle + offs - rotate(turns, pivot), turns


def _ball(rng: np.random.Generator, count: int) -> Array:
    """(count, 3) points evenly in a ball of radius 1."""
    way = rng.normal(size=(count, 3))
    size = np.sqrt(dot(way, way))[:, None]
    return np.asarray(way / size * np.cbrt(rng.uniform(size=(count, 1))))


class _Surface:
    """What is touched, as far from the part that touches."""

    def __init__(self, rig: Rig, world: World, contact: Contact) -> None:
        self.rig, self.world, self.contact = rig, world, contact
        other = SIDES[1 - SIDES.index(contact.side)]
        self.limbs = [] if contact.body else [
            (segments(world, flesh(rig, f"{kind}.{other}"), 1), flesh(rig, f"{kind}.{other}").radii)
            for kind in _LIMBS
        ]  # fmt: skip

    def gaps(self, wrists: Array, turns: Array) -> Array:
        """(B,) metres by which the contact is open, negative inside."""
        one = self.contact
        points = wrists[:, None] + rotate(turns[:, None], one.points[None])
        if one.body:
            away = _from_body(self.rig, self.world, points)
        else:
            away = np.min([_from_limb(points, *limb) for limb in self.limbs], axis=0)
        return np.asarray((away - one.radii).min(axis=1))

    def outward(self, wrists: Array, turns: Array) -> Array:
        """(B, 3) unit directions in which it opens soonest."""
        steps = _PROBE * np.concatenate([np.eye(3), -np.eye(3)])
        found = np.stack([self.gaps(wrists + step, turns) for step in steps], axis=1)
        way = found[:, :3] - found[:, 3:]
        return np.asarray(way / np.maximum(np.sqrt(dot(way, way)), 1e-9)[:, None])


def _from_body(rig: Rig, world: World, points: Array) -> Array:
    """(…) metres of points (…, 3) from skin and cloth."""
    return away_from_body(rig, world, points.reshape(1, -1, 3)).reshape(points.shape[:-1])


def _from_limb(points: Array, ends: tuple[Array, Array], radii: Array) -> Array:
    """(B, P) metres of points (B, P, 3) from the nearest of capsules (1, K, 3)."""
    none = np.zeros(points.shape[1])
    all_ends = tuple(np.broadcast_to(end, (len(points), *end.shape[1:])).copy() for end in ends)
    return np.asarray(-overlaps((points, points), none, (all_ends[0], all_ends[1]), radii)
                      .deep.max(axis=2))  # fmt: skip


def _hand_depth(
    rig: Rig, world: World, side: str, angles: Array, wrists: Array, turns: Array
) -> Array:
    """(B,) metres by which the hand is in body, other hand or other arm."""
    own, other = balls(rig, side, angles), SIDES[1 - SIDES.index(side)]
    centres = wrists[:, None] + rotate(turns[:, None], own.centres[None])
    away = _from_body(rig, world, centres)
    for kind in _LIMBS:
        parts = flesh(rig, f"{kind}.{other}")
        away = np.minimum(away, _from_limb(centres, segments(world, parts, 1), parts.radii))
    return np.asarray((own.radii - away).max(axis=1))


def _some_arm(rig: Rig, world: World, side: str, wrists: Array, turns: Array) -> bool:
    """An arm brings the hand there with one of the swivels, and is in nothing."""
    one = arm(rig, side)
    above, _ = world.joint(TRUNK)
    back = inverse(above.reshape(4))
    hub = world.joint(f"clavicle.{side}")[1].reshape(3)
    rest = one.body.head(f"clavicle.{side}")
    there = rest + rotate(back, wrists - hub)
    wanted = multiply(back, turns)
    origin = shoulders(one, there)
    far = np.sqrt(dot(there - origin, there - origin))
    least, most = reaches(one)
    upper, lower, hinge = elbow_ways(one, origin[:, None], IDENTITY, there[:, None], _SWIVELS[None])
    _, *angles = wrist_angles(one, lower, hinge, wanted[:, None])
    elbow = origin[:, None] + one.upper_length * upper
    low, high = np.radians(HUMERUS)
    rolled = humeral_turn(one, IDENTITY, upper, hinge)
    fits = (missing(*angles) <= _TURNED) & ((far >= least) & (far <= most))[:, None]
    fits &= (rolled >= low) & (rolled <= high) & (too_far_in(one, elbow, _ELBOW_ROOM) <= 0.01)
    hand, swivel = np.nonzero(fits)
    if not len(hand):
        return False
    elbows, ends = elbow[hand, swivel], there[hand]
    deep = _arm_depth(rig, world, side, (origin[hand], elbows, ends), (rest, hub, above))
    return bool((deep <= _DEEP).any())


def _arm_depth(
    rig: Rig,
    world: World,
    side: str,
    joints: tuple[Array, Array, Array],
    carried: tuple[Array, Array, Array],
) -> Array:
    """(B,) metres by which forearms and the lower third of upper arms are in the body. joints:
    shoulders, elbows and wrists (B, 3) of the upright body; carried: where the collarbone is at
    rest (3,) and in the world (3,), and how the trunk is turned."""
    shoulder, elbow, wrist = joints
    rest, hub, above = carried
    name = f"arm.{side}"
    along = shares(rig, name, f"lowerarm01.{side}", f"wrist.{side}")
    order = np.argsort(along)
    thick = np.interp(_FOREARM_AT, along[order], flesh(rig, name).radii[order])
    fore = elbow[:, None] + _FOREARM_AT[:, None] * (wrist - elbow)[:, None]
    back = np.array(_UPPER_AT)[:, None]
    upper = elbow[:, None] + back * (shoulder - elbow)[:, None]
    points = np.concatenate([fore, upper], axis=1)
    radii = np.append(thick, np.full(len(back), flesh(rig, f"upper.{side}").radii.mean()))
    seen = hub + rotate(above.reshape(4), points - rest)
    return np.asarray((radii - _from_body(rig, world, seen)).max(axis=1))
