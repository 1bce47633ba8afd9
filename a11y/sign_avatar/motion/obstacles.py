"""What a sign as written would go through: body, head, the other arm.

The signer does not: a hand stops at the skin and slides along it, hands give way to each other. Who
wrote the string should know.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.collide import depths, elbow_room
from a11y.sign_avatar.motion.compile import SignMotion
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.state import STEP

NOTABLE = 0.015  # metres: less is flesh that gives, or a path a little rounder than written
_MISSES = 0.04  # metres: more than that is not always got out of near the place that is written
_LIMBS = {"hand": "hand", "arm": "forearm", "upper": "upper arm"}
_SIDES = {"R": "right", "L": "left"}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """limb would go ``depth`` metres into what; both in words (``right hand``, ``body``)."""

    limb: str
    what: str
    depth: float

    def __str__(self) -> str:
        way = "slides along it" if self.what == "body" else "gives way"
        return (
            f"As written the {self.limb} goes {1000 * self.depth:.0f} mm into the {self.what}: "
            f"it stops at the surface and {way}"
            + (", and may miss its place." if self.depth > _MISSES else ".")
        )


def obstacles(rig: Rig, motions: tuple[SignMotion, ...]) -> tuple[Obstacle, ...]:
    """What is notably in the way of a sign as written and adapted, the deepest first; trunk and
    head upright."""
    worst: dict[str, float] = {}
    for motion in motions:
        local: dict[str, Array] = {}
        world = World(skeleton(rig), local)
        for side, track in motion.tracks.items():
            room = elbow_room(rig, world, side)
            solve(arm(rig, side), world, track.wrist, track.turn, dt=STEP, blocked=room)
            local.update(hand(rig, side).rotations(track.angles))
        count = max(len(track) for track in motion.tracks.values())
        for pair, deep in depths(rig, local, count).items():
            if _involved(pair, motion):
                worst[pair] = max(worst.get(pair, 0.0), float(np.max(deep)))
    found = []
    for pair, depth in worst.items():
        limb, what = (_named(part) for part in pair.split())
        if depth > NOTABLE:
            found.append(Obstacle(limb, what, depth))
    return tuple(sorted(found, key=lambda one: -one.depth))


def _involved(pair: str, motion: SignMotion) -> bool:
    """Only limbs that take part; the other arm hangs somewhere else in a sentence."""
    return all(part == "body" or part[-1] in motion.tracks for part in pair.split())


def _named(part: str) -> str:
    kind, _, side = part.partition(".")
    return f"{_SIDES[side]} {_LIMBS[kind]}" if side else kind
