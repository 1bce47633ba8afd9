"""No hand through body, head or other hand: how deep capsules overlap, and pushing hands out.

Flesh is the rig's capsules. A hand that is too deep is moved along the way out, smoothly in time,
and the arm is solved again; contacts of a few millimetres (skin gives) are left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.rotations import Array, dot, rotate, unit
from a11y.sign_avatar.motion.state import smooth

TOLERANCE = 0.0035  # metres of overlap that are left: skin gives, capsules are only about right
NEAR = 0.34  # hands further apart than this cannot touch
ROUNDS = 8
FURTHEST = 0.14  # metres a hand is pushed at most
_MEETINGS = (("hand.R", "hand.L"), ("hand.R", "arm.L"), ("arm.R", "hand.L"))
_WAYS = np.array([way for way in product((-1.0, 0.0, 1.0), repeat=3) if any(way)])
_WAYS /= np.linalg.norm(_WAYS, axis=1)[:, None]
_LENGTHS = np.array([0.01, 0.02, 0.03, 0.045, 0.06, 0.08, 0.10, 0.13])
_OUT = np.array([0.0, 0.0, 1.0])


@dataclass(frozen=True, eq=False)
class Flesh:
    """Some capsules as arrays: joint names, ends (K, 3) at rest, radii (K,)."""

    joints: tuple[str, ...]
    starts: Array
    ends: Array
    radii: Array


@lru_cache(maxsize=32)
def flesh(rig: Rig, part: str) -> Flesh:
    """``body`` (trunk, neck, head), ``hand.R``, ``hand.L``, ``arm.R`` or ``arm.L`` (forearm)."""
    kind, _, side = part.partition(".")

    def wanted(joint: str) -> bool:
        if kind == "body":
            return joint.startswith(("spine", "neck", "head"))
        stems = ("finger", "metacarpal") if kind == "hand" else ("lowerarm",)
        return joint.startswith(stems) and joint.endswith(f".{side}")

    chosen = [capsule for capsule in rig.capsules if wanted(capsule.joint)]
    return Flesh(
        tuple(capsule.joint for capsule in chosen),
        np.array([capsule.start for capsule in chosen]).reshape(-1, 3),
        np.array([capsule.end for capsule in chosen]).reshape(-1, 3),
        np.array([capsule.radius for capsule in chosen]),
    )


def segments(world: World, parts: Flesh, frames: int) -> tuple[Array, Array]:
    """Both ends (T, K, 3) of capsules in the world."""
    starts = np.empty((frames, len(parts.joints), 3))
    ends = np.empty_like(starts)
    for k, joint in enumerate(parts.joints):
        turn, place = world.joint(joint)
        rest = world.body.head(joint)
        starts[:, k] = place + rotate(turn, parts.starts[k] - rest)
        ends[:, k] = place + rotate(turn, parts.ends[k] - rest)
    return starts, ends


def hand_depth(rig: Rig, side: str, wrists: Array, turn: Array, angles: Array) -> Array:
    """(K,) metres by which a hand with ``turn`` (4,) and ``angles`` (21,) is inside trunk or head
    with its wrist at ``wrists`` (K, 3); the body upright at rest."""
    if not rig.capsules:
        return np.zeros(len(wrists))
    own, parts, trunk = hand(rig, side), flesh(rig, f"hand.{side}"), flesh(rig, "body")
    frames = own.frames(angles)
    ends = []
    for points in (parts.starts, parts.ends):
        local = [
            frames[joint][1] + rotate(frames[joint][0], point - own.body.head(joint))
            if joint in frames
            else point - own.body.head(own.wrist)
            for joint, point in zip(parts.joints, points, strict=True)
        ]
        ends.append(wrists[:, None] + rotate(turn, np.array(local)))
    still = tuple(np.broadcast_to(x, (len(wrists), *x.shape)) for x in (trunk.starts, trunk.ends))
    return overlap((ends[0], ends[1]), parts.radii, (still[0], still[1]), trunk.radii)[0]


def closest(p: Array, q: Array, r: Array, s: Array) -> tuple[Array, Array]:
    """Nearest points of segments p–q and r–s (broadcast over leading axes)."""
    along, across, between = q - p, s - r, p - r
    a, e, f = dot(along, along), dot(across, across), dot(across, between)
    c, b = dot(along, between), dot(along, across)
    a, e = np.maximum(a, 1e-12), np.maximum(e, 1e-12)
    spread = a * e - b * b
    t = np.clip(np.where(spread > 1e-12, (b * f - c * e) / np.maximum(spread, 1e-12), 0.0), 0, 1)
    u = (b * t + f) / e
    t = np.where(u < 0, np.clip(-c / a, 0, 1), np.where(u > 1, np.clip((b - c) / a, 0, 1), t))
    u = np.clip(u, 0, 1)
    return p + t[..., None] * along, r + u[..., None] * across


def overlap(
    first: tuple[Array, Array], radii: Array, second: tuple[Array, Array], others: Array
) -> tuple[Array, Array]:
    """Deepest overlap (T,) in metres (0: none) and the way out of it for the first (T, 3)."""
    a, b = closest(
        first[0][:, :, None], first[1][:, :, None], second[0][:, None], second[1][:, None]
    )
    apart = a - b
    distance = np.sqrt(dot(apart, apart))
    depth = radii[:, None] + others - distance
    flat = depth.reshape(len(depth), -1)
    worst = np.argmax(flat, axis=1)
    rows = np.arange(len(flat))
    ways = apart.reshape(len(depth), -1, 3)[rows, worst]
    return np.maximum(flat[rows, worst], 0.0), unit(ways)


def _hand_hand(rig: Rig, world: World, frames: int) -> tuple[Array, Array]:
    """Overlap of the right hand with the left hand and forearm, and the right one's way out."""
    depth, way = np.zeros(frames), np.zeros((frames, 3))
    groups, near = _hands(rig, world, frames)
    if not len(near):
        return depth, way
    for one, two in _MEETINGS:
        found, out = overlap(groups[one], flesh(rig, one).radii, groups[two], flesh(rig, two).radii)
        deeper = found > depth[near]
        way[near[deeper]] = out[deeper]
        depth[near] = np.maximum(depth[near], found)
    return depth, way


def _hands(
    rig: Rig, world: World, frames: int
) -> tuple[dict[str, tuple[Array, Array]], NDArray[np.intp]]:
    """Capsules of hands and forearms in the frames in which the hands are near each other, and the
    numbers of those frames."""
    apart = np.broadcast_to(world.joint("wrist.R")[1] - world.joint("wrist.L")[1], (frames, 3))
    near = np.flatnonzero(np.sqrt(dot(apart, apart)) < NEAR)
    groups = {}
    if len(near):
        for part in ("hand.R", "hand.L", "arm.R", "arm.L"):
            starts, ends = segments(world, flesh(rig, part), frames)
            groups[part] = (starts[near], ends[near])
    return groups, near


def _ways_apart(rig: Rig, world: World, depth: Array, way: Array, rate: float) -> Array:
    """(T, 3) the way in which the right hand leaves the left one: through each encounter the one
    that needs the shortest move at its deepest moment (the deepest pair of fingers changes from
    frame to frame, and pushes that change sides would cancel out)."""
    frames = len(depth)
    out = _steady(depth, way, rate)
    groups, near = _hands(rig, world, frames)
    for first, last in _encounters(depth, round(0.15 * rate)):
        worst = first + int(np.argmax(depth[first:last]))
        row = int(np.searchsorted(near, worst))
        ways = np.concatenate([out[worst : worst + 1], way[worst : worst + 1], _WAYS])
        steps = (ways[None] * _LENGTHS[:, None, None]).reshape(-1, 1, 3)
        left = np.zeros(len(steps))
        for one, two in _MEETINGS:
            moving = tuple(end[row][None] + steps for end in groups[one])
            still = tuple(
                np.broadcast_to(end[row], (len(steps), *end[row].shape)) for end in groups[two]
            )
            radii = flesh(rig, one).radii, flesh(rig, two).radii
            found, _ = overlap((moving[0], moving[1]), radii[0], (still[0], still[1]), radii[1])
            left = np.maximum(left, found)
        cost = 10 * np.clip(left - TOLERANCE, 0, None) + np.repeat(_LENGTHS, len(ways))
        out[first:last] = ways[int(np.argmin(cost)) % len(ways)]
    return out


def _encounters(depth: Array, pause: int) -> list[tuple[int, int]]:
    """Spans [first, last) of frames in which hands are in each other, short pauses included."""
    deep = np.flatnonzero(depth > TOLERANCE)
    if not len(deep):
        return []
    breaks = np.flatnonzero(np.diff(deep) > pause)
    starts = deep[np.concatenate([[0], breaks + 1])]
    ends = deep[np.concatenate([breaks, [len(deep) - 1]])]
    return [
        (max(0, int(a) - pause), min(len(depth), int(b) + pause + 1))
        for a, b in zip(starts, ends, strict=True)
    ]


def _hand_body(rig: Rig, world: World, side: str, frames: int) -> tuple[Array, Array]:
    parts, trunk = flesh(rig, f"hand.{side}"), flesh(rig, "body")
    depth, way = overlap(
        segments(world, parts, frames), parts.radii, segments(world, trunk, frames), trunk.radii
    )
    # Deep inside, the way out is to the front whatever the capsules say.
    return depth, unit(way + 0.35 * _OUT)


def penetrations(rig: Rig, local: dict[str, Array], frames: int) -> Array:
    """(T,) deepest overlap of a hand with body, head, the other hand or forearm, in metres."""
    if not rig.capsules:
        return np.zeros(frames)
    world = World(skeleton(rig), dict(local))
    depth, _ = _hand_hand(rig, world, frames)
    for side in ("R", "L"):
        depth = np.maximum(depth, _hand_body(rig, world, side, frames)[0])
    return depth


def keep_apart(
    rig: Rig,
    world: World,
    targets: dict[str, Array],
    solve_again: Callable[[str, Array], None],
    *,
    rate: float,
) -> None:
    """Push the hands out of what they are in.

    targets: side → wrist positions (T, 3) as solved in ``world``; ``solve_again`` solves an arm
    for new ones. Where it would take more than a hand's breadth, less is done.
    """
    if not rig.capsules:
        return
    frames = len(targets["R"])
    pushed = {side: np.zeros((frames, 3)) for side in targets}
    ways: Array | None = None
    for number in range(ROUNDS):
        push = {side: np.zeros((frames, 3)) for side in targets}
        for side in targets:
            depth, way = _hand_body(rig, world, side, frames)
            push[side] += np.maximum(depth - TOLERANCE, 0)[:, None] * way
        depth, way = _hand_hand(rig, world, frames)
        if (ways is None or number == ROUNDS // 2) and depth.max() > TOLERANCE:
            ways = _ways_apart(rig, world, depth, way, rate)
        apart = way if ways is None else np.where(ways.any(axis=1, keepdims=True), ways, way)
        share = np.maximum(depth - TOLERANCE, 0)[:, None] * apart
        # The dominant hand gives way; the weak one only when both are needed to.
        push["R"] += 0.7 * share
        push["L"] -= 0.35 * share
        if max(float(np.abs(one).max()) for one in push.values()) < 5e-4:
            return
        for side, one in push.items():
            if float(np.abs(one).max()) < 5e-4:
                continue
            total = pushed[side] + _spread(1.12 * one, rate)
            length = np.sqrt(dot(total, total))[:, None]
            pushed[side] = total * np.minimum(1.0, FURTHEST / np.maximum(length, 1e-9))
            solve_again(side, targets[side] + pushed[side])


def _steady(depth: Array, way: Array, rate: float) -> Array:
    """One way out through a whole encounter: which fingers are deepest changes from frame to
    frame, and pushes that change sides would cancel out."""
    return unit(smooth(depth[:, None] * way, 0.12 * rate))


def _spread(push: Array, rate: float) -> Array:
    """A push that sets in before and fades after it is needed, without a jerk."""
    reach = max(1, round(0.10 * rate))
    size = np.sqrt(dot(push, push))
    padded = np.pad(size, reach, mode="constant")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1)
    nearest = np.clip(np.arange(len(push)) + np.argmax(windows, axis=1) - reach, 0, len(push) - 1)
    return smooth(push[nearest], 0.045 * rate)
