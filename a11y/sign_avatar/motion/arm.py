"""Shoulder, elbow and wrist: joint rotations that put the wrist somewhere with a given turn.

Analytic two-bone solution per frame; the one freedom left (the elbow's swivel about the line from
shoulder to wrist) is chosen over all frames at once by dynamic programming: comfortable, within
the joint limits, and smooth. What is out of reach of the wrist's limits is relaxed: the hand turns
as far as it can, and ``Reach.turn_error`` says by how much it fell short.

Frame of reference: see ``performance``; world rotations are relative to the rest pose.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import Skeleton, World, skeleton
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import (
    Array,
    about,
    align,
    angle_between,
    between_frames,
    cross,
    dot,
    frame,
    from_vector,
    inverse,
    multiply,
    rotate,
    to_vector,
    twist_angle,
    unit,
)
from a11y.sign_avatar.motion.state import smooth

# Degrees; ranges of healthy adults (AAOS) with the slack that shoulder and carpus add.
WRIST_FLEXION = (-72.0, 80.0)  # back … towards the palm
WRIST_DEVIATION = (-40.0, 30.0)  # towards the little finger … towards the thumb
FOREARM_TURN = (-90.0, 95.0)  # pronation … supination, 0 = thumb up with the elbow at 90°
ELBOW = (2.0, 148.0)
# Upper arm about its own length, outward … inward; 0 = forearm forward under a hanging upper arm.
HUMERUS = (-90.0, 100.0)
_SWIVELS = np.radians(np.linspace(-180.0, 175.0, 72))
_HANGING: Array = np.array([0.0, -1.0, 0.0])
_HANGING_HINGE: Array = np.array([-1.0, 0.0, 0.0])
# Cost of a degree of the hand's turn that is left undone, and degrees that nobody sees.
_MISSING, _UNSEEN = 1.6, 5.0
_SNAP = np.radians(50.0)  # a forearm's turn between two frames that no forearm makes
_FOREARM_SPEED = np.radians(550.0)  # a second, on average over a whole turn
_CORRECTION = 0.05  # metres a target is moved at most to make up for the moving shoulder
_UPPER_SHARE = (0.35, 0.8)  # twist of upperarm01, upperarm02 out of the whole
_LOWER_SHARE = (0.3, 0.7)  # twist of lowerarm01, lowerarm02
# (elbows (T, S, 3), forearms' directions (T, S, 3)) → price (T, S)
Blocked = Callable[[Array, Array], Array]


@dataclass(frozen=True, eq=False)
class Arm:
    """Constants of one arm at rest."""

    body: Skeleton
    side: str
    upper: Array  # unit, shoulder → elbow
    lower: Array  # unit, elbow → wrist
    upper_length: float
    lower_length: float
    hinge: Array  # elbow axis, unit
    turn_at_rest: float  # forearm turn of the rest pose
    hand_frame: Array  # columns along the forearm, palm-ward, third; at rest
    outward: float  # sign of x away from the body


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


@lru_cache(maxsize=16)
def arm(rig: Rig, side: str) -> Arm:
    """The arm of a rig, made once."""
    body = skeleton(rig)
    own = hand(rig, side)
    shoulder, elbow, wrist = (
        body.head(f"{name}.{side}") for name in ("upperarm01", "lowerarm01", "wrist")
    )
    upper, lower = unit(elbow - shoulder), unit(wrist - elbow)
    hinge = unit(cross(upper, lower))
    palm = unit(own.p - lower * dot(own.p, lower))
    # 0 is the palm facing along the hinge towards the body's midline (thumb up at 90°).
    inward = hinge if side == "L" else -hinge
    if inward[0] * (1.0 if side == "L" else -1.0) > 0:
        inward = -inward
    sign = 1.0 if side == "R" else -1.0
    rest_turn = sign * np.arctan2(dot(cross(inward, palm), lower), dot(inward, palm))
    return Arm(
        body=body,
        side=side,
        upper=upper,
        lower=lower,
        upper_length=float(np.linalg.norm(elbow - shoulder)),
        lower_length=float(np.linalg.norm(wrist - elbow)),
        hinge=hinge,
        turn_at_rest=float(rest_turn),
        hand_frame=frame(lower, palm),
        outward=1.0 if side == "L" else -1.0,
    )


def shoulder_share(one: Arm, away: Array) -> tuple[Array, Array]:
    """Local rotations (T, 4) of clavicle and shoulder for a wrist that is ``away`` (T, 3) from the
    shoulder: they drop with hanging arms, rise with high hands and come forward for far and
    crossing ones (scapulohumeral rhythm; the rest pose has the arms at about 45°)."""
    reach = (one.upper_length + one.lower_length) * 0.98
    far = np.clip(np.sqrt(dot(away, away)) / reach, 0.0, 1.35)
    high = np.clip(away[..., 1] / reach, -0.7, 1.0)
    inner = np.clip(-one.outward * away[..., 0] / reach, -0.2, 1.0)
    raise_by = np.radians(-3.0 + 22.0 * np.clip((high + 0.35) / 1.35, 0, 1) ** 1.4)
    lift_by = np.radians(-10.0 + 20.0 * np.clip((high + 0.7) / 1.7, 0, 1))
    over = np.clip(far - 0.72, 0, 0.4) / 0.4
    forward = np.radians(14.0 * over + 12.0 * np.clip(inner - 0.1, 0, 1))
    axis, upright = np.array([0.0, 0.0, one.outward]), np.array([0.0, -one.outward, 0.0])
    return multiply(about(upright, forward), about(axis, raise_by)), about(axis, lift_by)


def solve(
    one: Arm,
    world: World,
    targets: Array,
    turns: Array,
    *,
    dt: float,
    torso_clearance: float = 0.13,
    blocked: Blocked | None = None,
) -> Reach:
    """Put the wrist at ``targets`` (T, 3) with world rotation ``turns`` (T, 4), frames ``dt``
    seconds apart; ``world`` holds the trunk's pose and receives the arm's local rotations.
    blocked: price of elbows that are inside something (``collide.elbow_room``)."""
    side = one.side
    clavicle, blade, shoulder = (f"{n}.{side}" for n in ("clavicle", "shoulder01", "upperarm01"))
    frames = len(targets)
    for name in (clavicle, blade):
        world.local.pop(name, None)
        world.forget(name)
    above, _ = world.joint(one.body.parent(clavicle) or clavicle)
    above = np.broadcast_to(above, (frames, 4))
    away = targets - world.joint(shoulder)[1]
    shares = shoulder_share(one, rotate(inverse(above), away))
    for name, share in zip((clavicle, blade), shares, strict=True):
        world.local[name] = share
    world.forget(clavicle)
    base, _ = world.joint(blade)
    origin = world.joint(shoulder)[1]
    swivel = _choose_swivel(one, origin, above, targets, turns, dt, torso_clearance, blocked)
    goal = targets
    turns_now = turns
    local: dict[str, Array] = {}
    for _ in range(3):
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


def elbow_ways(
    one: Arm, origin: Array, above: Array, targets: Array, swivel: Array
) -> tuple[Array, Array, Array]:
    """(upper direction, lower direction, hinge) for each swivel; broadcasts over candidates."""
    away = targets - origin
    distance = np.sqrt(dot(away, away))
    a, b = one.upper_length, one.lower_length
    low, high = np.cos(np.radians(ELBOW))
    nearest = np.sqrt(a * a + b * b + 2 * a * b * high)
    farthest = np.sqrt(a * a + b * b + 2 * a * b * low)
    d = np.clip(distance, nearest, farthest)
    line = unit(away)
    along = (a * a - b * b + d * d) / (2 * d)
    off = np.sqrt(np.maximum(a * a - along * along, 0.0))
    hint = rotate(above, unit(np.array([one.outward * 0.42, -1.0, -0.30])))
    down = unit(hint - line * dot(line, hint)[..., None])
    # e2 lifts the elbow outwards and up for positive swivel, on either side.
    out = cross(line, down) * one.outward
    way = np.cos(swivel)[..., None] * down + np.sin(swivel)[..., None] * out
    upper = line * along[..., None] + way * off[..., None]
    lower = line * d[..., None] - upper
    upper, lower = unit(upper), unit(lower)
    return upper, lower, unit(cross(upper, lower))


def wrist_angles(
    one: Arm, lower: Array, hinge: Array, turns: Array
) -> tuple[Array, Array, Array, Array]:
    """(forearm rotation without turn, turn, flexion, deviation): radians, broadcast."""
    fore = between_frames(frame(one.lower, one.hinge), frame(lower, hinge))
    relative = multiply(inverse(fore), turns)
    twist = twist_angle(relative, one.lower)
    sign = 1.0 if one.side == "R" else -1.0
    turn = one.turn_at_rest + sign * twist
    turn = (turn + np.pi) % (2 * np.pi) - np.pi
    bend = to_vector(multiply(inverse(about(one.lower, twist)), relative))
    flexion, deviation = _bend_angles(one, bend)
    return fore, turn, flexion, deviation


def _bend_angles(one: Arm, bend: Array) -> tuple[Array, Array]:
    """Rotation vector of the wrist → (flexion, deviation towards the thumb)."""
    palm, third = one.hand_frame[:, 1], one.hand_frame[:, 2]
    # Positive about along×palm flexes; positive about along×thumb deviates to the thumb.
    flexion = dot(bend, np.broadcast_to(third, bend.shape))
    thumbward = palm if one.side == "L" else -palm
    deviation = dot(bend, np.broadcast_to(thumbward, bend.shape))
    return flexion, deviation


def humeral_turn(one: Arm, above: Array, upper: Array, hinge: Array) -> Array:
    """How far the upper arm is turned inward about its own length (radians): what is left of its
    posture without the shortest swing from hanging."""
    hanging, axis = rotate(above, _HANGING), rotate(above, _HANGING_HINGE)
    plain = rotate(align(hanging, upper), np.broadcast_to(axis, upper.shape))
    return np.asarray(one.outward * np.arctan2(dot(cross(plain, hinge), upper), dot(plain, hinge)))


def share_of_limit(value: Array, limits: tuple[float, float]) -> Array:
    """How far outside its limits, in units of the half range (0 inside)."""
    low, high = np.radians(limits)
    middle, half = (low + high) / 2, (high - low) / 2
    return np.asarray(np.abs(value - middle) / half)


def _choose_swivel(
    one: Arm,
    origin: Array,
    above: Array,
    targets: Array,
    turns: Array,
    dt: float,
    clearance: float,
    blocked: Blocked | None,
) -> Array:
    """(T,) swivel angles: least cost path through candidates × time."""
    upper, lower, hinge = elbow_ways(
        one, origin[:, None], above[:, None], targets[:, None], _SWIVELS[None]
    )
    _, turn, flexion, deviation = wrist_angles(one, lower, hinge, turns[:, None])
    elbow = origin[:, None] + upper * one.upper_length
    cost = 1.5 * (_SWIVELS[None] - np.radians(18.0)) ** 2
    wrist = np.hypot(
        share_of_limit(flexion, WRIST_FLEXION), share_of_limit(deviation, WRIST_DEVIATION)
    )
    cost = cost + _near_limit(share_of_limit(turn, FOREARM_TURN)) + _near_limit(wrist)
    cost = (
        cost
        + 0.3 * wrist**2
        + _MISSING * np.clip(np.degrees(missing(turn, flexion, deviation)) - _UNSEEN, 0, None)
    )
    shoulder = share_of_limit(humeral_turn(one, above[:, None], upper, hinge), HUMERUS)
    cost = cost + _near_limit(shoulder) + 300.0 * np.clip(shoulder - 1.0, 0, None)
    # The elbow stays out of the trunk and, unless it must, below the shoulder.
    trunk = np.clip(clearance - elbow[..., 0] * one.outward, 0, None)
    high = np.clip(elbow[..., 1] - origin[:, None, 1] + 0.07, 0, None)
    cost = cost + 60.0 * trunk + 40.0 * high**2 + 4.0 * high
    if blocked is not None:
        cost = cost + blocked(elbow, lower)
    return _smooth_path(cost, dt)


def missing(turn: Array, flexion: Array, deviation: Array) -> Array:
    """Radians of a hand's turn that forearm and wrist leave undone (0: within their limits)."""
    twist, bend, aside = missing_parts(turn, flexion, deviation)
    return np.asarray(np.sqrt(twist**2 + bend**2 + aside**2))


def missing_parts(
    turn: Array, flexion: Array, deviation: Array, *, margin: float = 0.0
) -> tuple[Array, Array, Array]:
    """Radians that forearm turn, flexion and deviation are beyond their limits; ``margin`` makes
    the limits so much narrower."""
    low, high = np.radians(FOREARM_TURN)
    twist = turn - np.clip(turn, low + margin, high - margin)
    share = 1 - margin / np.radians(WRIST_DEVIATION[1])
    kept_f, kept_d = within_limits(flexion / share, deviation / share)
    return twist, flexion - kept_f * share, deviation - kept_d * share


def _near_limit(share: Array) -> Array:
    return np.asarray(1.2 * np.clip(share - 0.75, 0, 0.25) ** 2)


def _smooth_path(cost: Array, dt: float) -> Array:
    """Viterbi over candidates, then a light smoothing to hide the candidates' grid."""
    frames, count = cost.shape
    step = (_SWIVELS[:, None] - _SWIVELS[None]) ** 2 * (0.12 / dt)
    total = cost[0].copy()
    back = np.zeros((frames, count), int)
    for t in range(1, frames):
        ways = total[:, None] + step
        back[t] = np.argmin(ways, axis=0)
        total = ways[back[t], np.arange(count)] + cost[t]
    index = int(np.argmin(total))
    path = np.empty(frames, int)
    for t in range(frames - 1, -1, -1):
        path[t] = index
        index = int(back[t, index])
    return smooth(_SWIVELS[path], 0.10 / dt)


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


def within_limits(flexion: Array, deviation: Array) -> tuple[Array, Array]:
    """Scale a wrist bend back onto its ellipse of limits."""
    limit_f = np.radians(np.where(flexion < 0, -WRIST_FLEXION[0], WRIST_FLEXION[1]))
    limit_d = np.radians(np.where(deviation < 0, -WRIST_DEVIATION[0], WRIST_DEVIATION[1]))
    size = np.hypot(flexion / limit_f, deviation / limit_d)
    scale = 1.0 / np.maximum(size, 1.0)
    return flexion * scale, deviation * scale
