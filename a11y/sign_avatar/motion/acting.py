"""Actions of the notation → strokes of both hands.

Each action becomes one ``Stroke`` per hand that takes part. Where a sign is symmetric the dominant
hand's stroke is made and the weak hand's derived from it (mirrored, or the same way for parallel
symmetry); ``hamnondominant`` and split actions address one hand alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from a11y.sign_avatar.motion import paths, setting
from a11y.sign_avatar.motion.hand import Hand, hand
from a11y.sign_avatar.motion.orientation import (
    extended_vector,
    hand_turn,
    mirrored_turn,
    palm_vector,
)
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.place import mirrored_location
from a11y.sign_avatar.motion.rotations import (
    Array,
    between_frames,
    frame,
    inverse,
    multiply,
    rotate,
    slerp,
    unit,
)
from a11y.sign_avatar.motion.scene import Scene, aim_at
from a11y.sign_avatar.motion.shapes import shape_of
from a11y.sign_avatar.motion.state import (
    MIRROR_MOVE,
    STEP,
    HandState,
    Stroke,
    backwards,
    fused,
    joined,
    merged,
    mirrored_quaternion,
    resampled,
    still,
)
from a11y.sign_avatar.notation.model import (
    Action,
    Alternatives,
    BodyMovement,
    Circle,
    CrossMovement,
    HandConstellation,
    HandSite,
    Local,
    Location,
    LocationPair,
    NoMotion,
    Noted,
    Parallel,
    Placement,
    Posture,
    Repeated,
    Replace,
    Sequence,
    Split,
    Straight,
    Targeted,
    TouchingHands,
    WeakHand,
    dominant_posture,
    weak_posture,
)
from a11y.sign_avatar.notation.vocabulary import Contact, LocalMovement, Manner, Repetition, Size

Strokes = dict[str, Stroke]
_ON_HAND = 0.62  # movements along the other hand are about as long as a hand


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts: the leading hand and whether the other one follows in symmetry."""

    lead: str
    follows: bool


def cast_of(scene: Scene) -> Cast:
    """The dominant hand leads; the weak one follows in symmetric signs."""
    lead = "R" if "R" in scene.hands else "L"
    return Cast(lead, scene.symmetric and len(scene.hands) == 2)


def perform_actions(scene: Scene, actions: tuple[Action, ...]) -> Strokes:
    """All actions of a sign, one after another, for every hand of the scene."""
    parts = [act(scene_step, action, cast) for scene_step, action, cast in _steps(scene, actions)]
    return _sequence(scene, parts)


def _steps(scene: Scene, actions: tuple[Action, ...]) -> list[tuple[Scene, Action, Cast]]:
    out = []
    now = scene
    for action in actions:
        out.append((now, action, cast_of(scene)))
        now = _after(now, act(now, action, cast_of(scene)))
    return out


def _after(scene: Scene, strokes: Strokes) -> Scene:
    hands = {
        side: strokes[side].end(state) if side in strokes else state
        for side, state in scene.hands.items()
    }
    return replace(scene, hands=hands, aims=scene.aims)


def _sequence(scene: Scene, parts: list[Strokes]) -> Strokes:
    """Join strokes in time; a hand that pauses in one part stays still for its length."""
    if not parts:
        return {}
    out: dict[str, list[Stroke]] = {side: [] for side in scene.hands}
    states = dict(scene.hands)
    for part in parts:
        count = max((len(stroke) for stroke in part.values()), default=1)
        for side, state in states.items():
            stroke = resampled(part[side], count) if side in part else still(state, count)
            out[side].append(stroke)
            states[side] = stroke.end(state)
    return {side: joined(strokes) for side, strokes in out.items() if strokes}


def act(scene: Scene, action: Action, cast: Cast) -> Strokes:
    """The strokes of one action from the scene's present state."""
    match action:
        case Noted() | BodyMovement():
            return {}
        case Alternatives():
            return perform_some(scene, action.options[0] if action.options else (), cast)
        case Sequence():
            strokes = perform_some(scene, action.actions, cast)
            if action.fused:
                return {side: fused(stroke) for side, stroke in strokes.items()}
            return strokes
        case Parallel():
            return _parallel(scene, [act(scene, sub, cast) for sub in action.actions])
        case Split():
            return _split(scene, action)
        case WeakHand():
            return act(scene, action.action, Cast("L", follows=False)) if "L" in scene.hands else {}
        case Targeted():
            return _targeted(scene, action, cast)
        case Repeated():
            return _repeated(scene, action, cast)
        case _:
            return _simple(scene, action, cast)


def perform_some(scene: Scene, actions: tuple[Action, ...], cast: Cast) -> Strokes:
    """Some actions one after another."""
    now, parts = scene, []
    for action in actions:
        strokes = act(now, action, cast)
        parts.append(strokes)
        now = _after(now, strokes)
    return _sequence(scene, [part for part in parts if part])


def _parallel(scene: Scene, parts: list[Strokes]) -> Strokes:
    out: Strokes = {}
    for side in scene.hands:
        own = [part[side] for part in parts if side in part]
        if own:
            out[side] = merged(own)
    return out


def _split(scene: Scene, action: Split) -> Strokes:
    out: Strokes = {}
    for side, actions in (("R", action.dominant), ("L", action.weak)):
        if side in scene.hands:
            lone = Cast(side, follows=False)
            parts = [act(scene, sub, lone) for sub in actions]
            own = [part[side] for part in parts if side in part]
            if own:
                out[side] = merged(own)
    return _sequence(scene, [out]) if out else {}


# --- single movements ----------------------------------------------------------------------------


def _simple(scene: Scene, action: Action, cast: Cast) -> Strokes:
    lead = cast.lead
    if lead not in scene.hands:
        return {}
    own = _leaf(scene, action, lead, scene.hands[lead])
    if own is None:
        return {}
    out = {lead: own}
    other = setting.OTHER[lead]
    if cast.follows and other in scene.hands:
        out[other] = _following(scene, action, own, other)
    return out


def _following(scene: Scene, action: Action, lead: Stroke, side: str) -> Stroke:
    """The weak hand's share of a symmetric movement."""
    state = scene.hands[side]
    if isinstance(action, Replace):
        return _replace(scene, action, side, state, mirror=True)
    move = lead.move if scene.parallel else lead.move * MIRROR_MOVE
    base = still(state, len(lead))
    return replace(
        base,
        move=move,
        local=mirrored_quaternion(lead.local),
        wiggle=lead.wiggle,
        head=np.full(len(lead), state.head),
    )


def _leaf(scene: Scene, action: Action, side: str, state: HandState) -> Stroke | None:
    if isinstance(action, NoMotion):
        return still(state, _count(0.20, action.manners))
    if isinstance(action, Replace):
        return _replace(scene, action, side, state, mirror=False)
    if isinstance(action, Straight):
        scale = _ON_HAND if scene.on_hand and action.size is not Size.LARGE else 1.0
        length = paths.STRAIGHT_LENGTH[action.size] * scale
        count = _count(0.17 + 0.95 * length, action.manners)
        if action.wave is not None:
            count = int(count * 1.9)
        move = scale * paths.straight(action, _eased(count, action))
        return replace(still(state, count), move=move)
    if isinstance(action, Circle):
        count = _count(0.30 + 0.26 * paths.circle_turns(action), action.manners)
        return replace(still(state, count), move=paths.circle(action, _cruise(count)))
    if isinstance(action, CrossMovement):
        corners = paths.cross_strokes(action)
        count = _count(0.24, action.manners)
        legs = [a + ease(np.linspace(0, 1, count))[:, None] * (b - a) for a, b in pairwise(corners)]
        move = np.concatenate(legs)
        return replace(still(state, len(move)), move=move)
    if isinstance(action, Local):
        return _local(scene, action, side, state, 1)
    return None


def _local(scene: Scene, action: Local, side: str, state: HandState, times: int) -> Stroke:
    own = hand(scene.rig, side)
    cycles = paths.local_cycles(action) * (1.0 if times == 1 else times * 0.75)
    period = 0.26 if action.kind is LocalMovement.FINGER_PLAY else 0.27
    count = _count(period * cycles, action.manners)
    s = np.linspace(0, 1, count)
    base = still(state, count)
    if action.kind is LocalMovement.FINGER_PLAY:
        wiggle = base.wiggle.copy()
        size = paths.local_size(action.size)
        bend = paths.finger_play(s, cycles, size)
        free = state.angles[[2, 6, 10, 14]] < 70  # curled fingers stay curled
        wiggle[:, [0, 4, 8, 12]] = bend * free
        wiggle[:, [2, 6, 10, 14]] = 0.45 * bend * free
        return replace(base, wiggle=wiggle)
    palm = own.p
    local = paths.local_turn(action, s, own.f, palm, own.r, cycles)
    return replace(base, local=local)


def _replace(scene: Scene, action: Replace, side: str, state: HandState, *, mirror: bool) -> Stroke:
    """The posture changes into another one."""
    own = hand(scene.rig, side)
    if mirror:
        other = setting.OTHER[side]
        source = hand(scene.rig, other)
        posture = dominant_posture(action.posture)
        weak = weak_posture(action.posture)
        turn = state.turn
        if weak.extended is not None or weak.palm is not None:
            seen = _seen(scene, posture, source, other)
            turn = multiply(inverse(scene.carrier(side)), mirrored_turn(seen, source, own))
        shape = weak.shape
    else:
        items = action.posture
        posture = dominant_posture(items) if side == "R" else weak_posture(items)
        turn = multiply(inverse(scene.carrier(side)), _seen(scene, posture, own, side))
        shape = posture.shape
    angles = shape_of(scene.rig, shape).angles if shape is not None else state.angles
    swing = float(np.degrees(2 * np.arccos(min(1.0, abs(float(turn @ state.turn))))))
    bend = float(np.abs(angles - state.angles).max())
    count = _count(0.16 + 0.0014 * max(swing, 0.7 * bend), action.manners)
    s = ease(np.linspace(0, 1, count))
    base = still(state, count)
    return replace(
        base,
        turn=slerp(state.turn[None], turn[None], s),
        angles=state.angles + s[:, None] * (angles - state.angles),
        turns=posture.extended is not None or posture.palm is not None,
        shapes=shape is not None,
    )


def _seen(scene: Scene, posture: Posture, own: Hand, side: str) -> Array:
    """The turn a posture asks for, as the viewer sees it; what is not written stays."""
    turn = multiply(scene.carrier(side), scene.hands[side].turn)
    if posture.extended is None and posture.palm is None:
        return turn
    if posture.extended is not None and posture.palm is not None:
        return hand_turn(own, posture.extended, posture.palm)
    now_way, now_palm = rotate(turn, own.f), rotate(turn, own.p)
    if posture.palm is not None:
        return between_frames(own.rest_frame, frame(now_way, palm_vector(posture.palm, now_way)))
    way = extended_vector(posture.extended)
    aside = now_palm - way * float(now_palm @ way)
    if float(np.linalg.norm(aside)) < 0.2:
        aside = now_way if float(now_palm @ way) < 0 else -now_way
    return between_frames(own.rest_frame, frame(way, unit(aside)))


def _count(seconds: float, manners: frozenset[Manner]) -> int:
    if Manner.FAST in manners:
        seconds *= 0.7
    if Manner.SLOW in manners:
        seconds *= 1.55
    if Manner.TENSE in manners:
        seconds *= 1.15
    return max(4, round(seconds / STEP) + 1)


def _eased(count: int, action: Straight) -> Array:
    s = np.linspace(0, 1, count)
    if Manner.HALT in action.manners:
        # Speeds up all the way and stops at once, as fast as is still smooth.
        return np.asarray(ease(s**1.35))
    return ease(s)


def _cruise(count: int) -> Array:
    """Even speed with soft ends."""
    s = np.linspace(0, 1, count)
    speed = np.minimum(1.0, np.minimum(s, 1 - s) / 0.18)
    speed = speed**2 * (3 - 2 * speed)
    way = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2)])
    return np.asarray(way / way[-1])


# --- targets -------------------------------------------------------------------------------------


def _targeted(scene: Scene, action: Targeted, cast: Cast) -> Strokes:
    strokes = act(scene, action.action, cast)
    goal = _after(replace(scene, aims=[]), strokes)
    aims = _aim(goal, action.target, set(strokes), cast)
    out: Strokes = {}
    for side, stroke in strokes.items():
        if side not in aims:
            out[side] = stroke
            continue
        wanted = goal.hands[side]
        start = scene.hands[side]
        miss = wanted.wrist - stroke.end(start).wrist
        count = len(stroke)
        length = float(np.linalg.norm(stroke.move[-1] + miss))
        slow = max(count, round((0.16 + 0.8 * length) / STEP))
        stroke = resampled(stroke, slow)
        s = ease(np.linspace(0, 1, slow))
        if _brushing(action.target):
            s = ease(np.minimum(np.linspace(0, 2, slow), 1.0))
        head = start.head + (wanted.head - start.head) * s
        out[side] = replace(stroke, move=stroke.move + s[:, None] * miss, head=head)
    scene.aims.extend(goal.aims)
    return out


def _brushing(target: Placement) -> bool:
    return isinstance(target, Location) and target.contact is Contact.BRUSHING


def _aim(goal: Scene, target: Placement, sides: set[str], cast: Cast) -> set[str]:
    """Move the goal's hands to the target; returns the sides that were given one."""
    if isinstance(target, HandConstellation):
        # The dominant hand goes to the weak hand where that is.
        active = target.dominant if isinstance(target.dominant, HandSite) else None
        target = Location(site=target.weak, contact=target.contact, active=active)
        cast = Cast("R", follows=False)
    elif isinstance(target, TouchingHands):
        target = Location(contact=target.contact, active=target.part)
    if isinstance(target, LocationPair):
        given = {"R": target.dominant, "L": target.weak}
    else:
        if target.site is None and target.contact is not None:
            setting.touch_here(goal, cast.lead, target, both=cast.follows)
            return sides
        given = {cast.lead: target}
        if cast.follows:
            given[setting.OTHER[cast.lead]] = mirrored_location(target)
    done = set()
    for side, location in given.items():
        if side in sides:
            spot = setting.spot_of(goal, side, location, pair=cast.follows)
            state = setting.at_spot(goal, side, goal.hands[side], spot, location.active)
            goal.hands[side] = state
            goal.aims.append(aim_at(side, state, location, spot))
            done.add(side)
    return done


# --- repetition ----------------------------------------------------------------------------------


def _repeated(scene: Scene, action: Repeated, cast: Cast) -> Strokes:
    times = action.times if action.repetitions else 1
    inner = action.action
    alternates = action.alternates or scene.alternating
    if isinstance(inner, Local):
        strokes = {}
        for side in _actors(scene, cast):
            strokes[side] = _local(scene, inner, side, scene.hands[side], times)
        lead = strokes.get(cast.lead)
        other = setting.OTHER[cast.lead]
        if lead is not None and other in strokes:
            local = lead.local if alternates else mirrored_quaternion(lead.local)
            strokes[other] = replace(strokes[other], local=local)
        return strokes
    once = act(scene, inner, cast)
    if not once:
        return {}
    kind = action.repetitions[0] if action.repetitions else Repetition.FROM_START
    out: Strokes = {}
    for side, stroke in once.items():
        out[side] = _again(stroke, kind, times)
    if alternates and len(out) == 2:
        other = setting.OTHER[cast.lead]
        out[other] = _half_period(once[other], kind, max(times, 2))
        out[cast.lead] = _again(once[cast.lead], kind, max(times, 2))
    return out


def _actors(scene: Scene, cast: Cast) -> list[str]:
    sides = [cast.lead]
    if cast.follows:
        sides.append(setting.OTHER[cast.lead])
    return [side for side in sides if side in scene.hands]


def _closed(stroke: Stroke) -> bool:
    return float(np.linalg.norm(stroke.move[-1])) < 0.004 and not (stroke.turns or stroke.shapes)


def _again(stroke: Stroke, kind: Repetition, times: int) -> Stroke:
    """The stroke done ``times`` in all, a little faster than alone."""
    if times <= 1:
        return stroke
    quick = resampled(stroke, max(4, round(len(stroke) * 0.86)))
    back = resampled(backwards(quick), max(4, round(len(quick) * 0.8)))
    if _closed(stroke):
        return joined([quick] * times)
    if kind is Repetition.REVERSE:
        return joined([quick if k % 2 == 0 else backwards(quick) for k in range(times)])
    if kind in (Repetition.CONTINUE, Repetition.CONTINUE_SEVERAL) and not (
        quick.turns or quick.shapes
    ):
        short = replace(quick, move=quick.move * (1.0 if times == 1 else 0.62))
        return joined([short] * times)
    chain = []
    for k in range(times):
        chain += [quick] if k == 0 else [back, quick]
    return joined(chain)


def _half_period(once: Stroke, kind: Repetition, times: int) -> Stroke:
    """The other hand, half a period behind: it begins where the first one turns round."""
    whole = _again(once, kind, times)
    if _closed(once):
        period = len(whole) // times
        shift = period // 2
        move = np.roll(whole.move[:-1], shift, axis=0)
        return replace(whole, move=np.concatenate([move, move[:1]]))
    quick = resampled(once, max(4, round(len(once) * 0.86)))
    back = resampled(backwards(quick), max(4, round(len(quick) * 0.8)))
    out = joined([back if k % 2 == 0 else quick for k in range(2 * times - 1)])
    return resampled(replace(out, move=out.move + quick.move[-1]), len(whole))
