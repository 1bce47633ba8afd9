"""Shoulder, elbow and wrist: joint rotations that put the wrist somewhere with a given turn.

Analytic two-bone solution per frame; the one freedom left (the elbow's swivel about the line from
shoulder to wrist) is chosen over all frames at once by dynamic programming: comfortable, within
the joint limits, and smooth. What is out of reach of the wrist's limits is relaxed: the hand turns
as far as it can, and ``Reach.turn_error`` says by how much it fell short.

Frame of reference: see ``performance``; world rotations are relative to the rest pose.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from a11y.sign_avatar.motion.kinematics import World
from a11y.sign_avatar.motion.limb import (
    Arm,
    elbow_off,
    elbow_ways,
    shoulder_share,
    swivel_of,
    wrist_angles,
)
from a11y.sign_avatar.motion.limits import FOREARM_TURN, within_limits
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import (
    Array,
    about,
    align,
    angle_between,
    between_frames,
    dot,
    frame,
    from_vector,
    inverse,
    multiply,
    rotate,
    twist_angle,
)
from a11y.sign_avatar.motion.swivel import (
    Blocked,
    Rows,
    Wished,
    choose_swivel,
    decisive_at,
    given_shoulders,
    refined,
)

_SNAP = np.radians(50.0)  # a forearm's turn between two frames that no forearm makes
_FOREARM_SPEED = np.radians(550.0)  # a second, on average over a whole turn
_CORRECTION = 0.05  # metres a target is moved at most to make up for the moving shoulder
_UPPER_SHARE = (0.35, 0.8)  # twist of upperarm01, upperarm02 out of the whole
_LOWER_SHARE = (0.3, 0.7)  # twist of lowerarm01, lowerarm02


@dataclass(frozen=True, eq=False)
class Reach:
    """Solved arm over T frames.

    local: joint → local rotations (T, 4). turn_error: (T,) radians that the hand's turn was
    relaxed by. short: (T,) metres that the wrist fell short of its target.
    angles: (T, 5) degrees: elbow, forearm turn, wrist flexion, wrist deviation, swivel.
    """

    local: dict[str, Array]
    turn_error: Array
    short: Array
    angles: Array


def solve(
    one: Arm,
    world: World,
    targets: Array,
    turns: Array,
    *,
    dt: float,
    edges: Iterable[float] = (),
    torso_clearance: float = 0.13,
    blocked: Blocked | None = None,
    wished: Wished | None = None,
) -> Reach:
    """Put the wrist at ``targets`` (T, 3) with world rotation ``turns`` (T, 4), frames ``dt``
    seconds apart; ``world`` holds the trunk's pose and receives the arm's local rotations.
    edges: seconds from the first frame at which strokes begin and end.
    blocked: price of elbows that are inside something (``collide.elbow_room``); wished: where the
    elbow had better be."""
    side = one.side
    clavicle, blade, shoulder = (f"{n}.{side}" for n in ("clavicle", "shoulder01", "upperarm01"))
    frames = len(targets)
    for name in (clavicle, blade):
        world.local.pop(name, None)
        world.forget(name)
    above, _ = world.joint(one.body.parent(clavicle) or clavicle)
    above = np.broadcast_to(above, (frames, 4))
    away = targets - world.joint(shoulder)[1]
    away = rotate(inverse(above), away)
    hub = np.broadcast_to(world.joint(clavicle)[1], (frames, 3))
    first, second, third = (one.body.head(name) for name in (clavicle, blade, shoulder))

    def shoulder_at(girdle: Array, rows: slice | Rows) -> Array:
        raised, lifted = shoulder_share(one, away[rows], girdle)
        out = rotate(raised, second - first + rotate(lifted, third - second))
        return np.asarray(hub[rows] + rotate(above[rows], out))

    times, edges = np.arange(frames) * dt, tuple(edges)
    read = decisive_at(times, edges)
    given = given_shoulders(one, shoulder_at, above, targets, turns, times, edges)
    origin = shoulder_at(given, slice(None))
    path = choose_swivel(
        one, origin, above, targets, turns, read, dt, torso_clearance, blocked, wished
    )
    swivel, girdle = refined(
        one, path, given, shoulder_at, above, targets, turns, read, dt, blocked, wished
    )
    shares = shoulder_share(one, away, girdle)
    for name, share in zip((clavicle, blade), shares, strict=True):
        world.local[name] = share
    world.forget(clavicle)
    base, _ = world.joint(blade)
    origin = world.joint(shoulder)[1]
    goal = targets
    turns_now = turns
    local: dict[str, Array] = {}
    off = elbow_off(one, origin, above, targets, swivel)
    for _ in range(3):
        # The elbow stays where it was chosen, whatever the swivel is called from there.
        swivel = swivel_of(one, origin, above, goal, off)
        local, angles, turns_now = _pose(one, base, above, origin, goal, turns, swivel, dt)
        world.local.update(local)
        for name in local:
            world.forget(name)
        reached = world.joint(f"wrist.{side}")[1]
        # The shoulder moves with the elbow: look again. What is out of reach stays out of reach.
        miss = targets - reached
        size = np.sqrt(dot(miss, miss))[:, None]
        goal = goal + miss * np.minimum(1.0, _CORRECTION / np.maximum(size, 1e-9))
    short = np.sqrt(dot(targets - reached, targets - reached))
    return Reach(
        local={clavicle: shares[0], blade: shares[1], **local},
        turn_error=angle_between(turns, turns_now),
        short=short,
        angles=angles,
    )


def _pose(
    one: Arm,
    base: Array,
    above: Array,
    origin: Array,
    targets: Array,
    turns: Array,
    swivel: Array,
    dt: float,
) -> tuple[dict[str, Array], Array, Array]:
    """Local rotations of the arm's joints for chosen swivels, the angles, and the hand's turn as
    the limits allow it."""
    side = one.side
    upper, lower, hinge = elbow_ways(one, origin, above, targets, swivel)
    fore, turn, flexion, deviation = wrist_angles(one, lower, hinge, turns)
    turn = np.clip(turn, *np.radians(FOREARM_TURN))
    flexion, deviation = within_limits(flexion, deviation)
    turn, flexion, deviation = _without_snaps(np.stack([turn, flexion, deviation], axis=-1), dt)
    sign = 1.0 if side == "R" else -1.0
    twist = sign * (turn - one.turn_at_rest)
    third, palm = one.hand_frame[:, 2], one.hand_frame[:, 1]
    thumbward = palm if side == "L" else -palm
    bend = from_vector(flexion[..., None] * third + deviation[..., None] * thumbward)
    hand_turn = multiply(multiply(fore, about(one.lower, twist)), bend)
    # Upper arm: swing to its direction, then the twist that brings the hinge where it is.
    rest = rotate(above, one.upper)
    swing = multiply(align(rest, upper), above)
    whole = between_frames(frame(one.upper, one.hinge), frame(upper, hinge))
    roll = twist_angle(multiply(whole, inverse(swing)), upper)
    world = {
        f"upperarm01.{side}": multiply(about(upper, roll * _UPPER_SHARE[0]), swing),
        f"upperarm02.{side}": multiply(about(upper, roll * _UPPER_SHARE[1]), swing),
        f"lowerarm01.{side}": multiply(fore, about(one.lower, twist * _LOWER_SHARE[0])),
        f"lowerarm02.{side}": multiply(fore, about(one.lower, twist * _LOWER_SHARE[1])),
        f"wrist.{side}": hand_turn,
    }
    local = {}
    before = base
    for name, rotation in world.items():
        local[name] = multiply(inverse(before), rotation)
        before = rotation
    elbow = np.arccos(np.clip(dot(upper, lower), -1, 1))
    angles = np.degrees(np.stack([elbow, turn, flexion, deviation, swivel], axis=-1))
    return local, angles, hand_turn


def _without_snaps(angles: Array, dt: float) -> tuple[Array, Array, Array]:
    """Forearm turn, flexion and deviation (T, 3) without jumps from one end of their range to the
    other: where a hand's way leads through what no forearm can do, the forearm goes back through
    its whole range instead, at a speed that forearms have."""
    out = angles
    leaps = np.abs(np.diff(angles[:, 0]))
    snaps = np.flatnonzero(leaps > _SNAP) if dt < 0.1 else np.zeros(0, int)
    windows: list[list[int]] = []
    for frame_number in snaps:
        half = max(1, round(float(leaps[frame_number]) / _FOREARM_SPEED / dt / 2))
        first = max(0, int(frame_number) + 1 - half)
        last = min(len(angles) - 1, int(frame_number) + half)
        if windows and first <= windows[-1][1]:
            windows[-1][1] = last
        else:
            windows.append([first, last])
    if windows:
        out = angles.copy()
    for first, last in windows:
        share = ease(np.linspace(0, 1, last - first + 1))[:, None]
        out[first : last + 1] = angles[first] + share * (angles[last] - angles[first])
    return out[:, 0], out[:, 1], out[:, 2]
