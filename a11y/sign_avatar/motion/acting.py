"""Actions of the notation → strokes of both hands.

Each action becomes one ``Stroke`` per hand that takes part. Where a sign is symmetric the dominant
hand's stroke is made and the weak hand's derived from it (mirrored, or the same way for parallel
symmetry); ``hamnondominant`` and split actions address one hand alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from a11y.sign_avatar.motion import contact, setting
from a11y.sign_avatar.motion.manner import handed_down
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.place import mirrored_location
from a11y.sign_avatar.motion.repeating import again, half_period
from a11y.sign_avatar.motion.rotations import rotate
from a11y.sign_avatar.motion.scene import Aim, Scene, aim_at
from a11y.sign_avatar.motion.state import (
    MIRROR_MOVE,
    STEP,
    Stroke,
    fused,
    joined,
    merged,
    mirrored_quaternion,
    resampled,
    still,
)
from a11y.sign_avatar.motion.strokes import local_stroke, replaced, stroke_of
from a11y.sign_avatar.notation.model import (
    Action,
    Alternatives,
    BodyMovement,
    HandConstellation,
    HandSite,
    Local,
    Location,
    LocationPair,
    Noted,
    Parallel,
    Placement,
    Repeated,
    Replace,
    Sequence,
    Split,
    Targeted,
    TouchingHands,
    WeakHand,
)
from a11y.sign_avatar.notation.vocabulary import Contact, Repetition

Strokes = dict[str, Stroke]


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
    if scene.alternating and len(actions) == 1 and not isinstance(actions[0], Repeated | Noted):
        actions = (Repeated(action=actions[0], alternating=(0,)),)
    return perform_some(scene, actions, cast_of(scene))


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
            inside = handed_down(action.modifiers, action.actions)
            strokes = perform_some(scene, inside, cast)
            if action.fused:
                return {side: fused(stroke) for side, stroke in strokes.items()}
            return strokes
        case Parallel():
            inside = tuple(
                one for sub in action.actions for one in handed_down(action.modifiers, (sub,))
            )
            return _parallel(scene, inside, cast)
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


def _parallel(scene: Scene, actions: tuple[Action, ...], cast: Cast) -> Strokes:
    parts, sent = [], []
    for action in actions:
        before = len(scene.aims)
        parts.append(act(scene, action, cast))
        if isinstance(action, Targeted):
            sent += scene.aims[before:]
    out: Strokes = {}
    for side in scene.hands:
        own = [part[side] for part in parts if side in part]
        if own:
            out[side] = merged(own)
    if len(parts) > 1:
        for aim in sent:
            if aim.side in out:
                out[aim.side] = _sent(scene, out[aim.side], aim)
    return out


def _sent(scene: Scene, stroke: Stroke, aim: Aim) -> Stroke:
    """What is done at the same time as a movement to a place does not take the hand past it."""
    state = scene.hands[aim.side]
    there, centre = stroke.end(state), state.centre
    miss = aim.wrist + rotate(aim.turn, centre) - there.wrist - rotate(there.turn, centre)
    share = ease(np.linspace(0, 1, len(stroke)))[:, None]
    return replace(stroke, move=stroke.move + share * miss)


def _split(scene: Scene, action: Split) -> Strokes:
    out: Strokes = {}
    for side, actions in (("R", action.dominant), ("L", action.weak)):
        if side in scene.hands:
            lone = Cast(side, follows=False)
            inside = [one for sub in actions for one in handed_down(action.modifiers, (sub,))]
            parts = [act(scene, sub, lone) for sub in inside]
            own = [part[side] for part in parts if side in part]
            if own:
                out[side] = merged(own)
    return _sequence(scene, [out]) if out else {}


# --- single movements ----------------------------------------------------------------------------


def _simple(scene: Scene, action: Action, cast: Cast) -> Strokes:
    lead = cast.lead
    if lead not in scene.hands:
        return {}
    own = stroke_of(scene, action, lead, scene.hands[lead])
    if own is None:
        return {}
    out = {lead: own}
    other = contact.OTHER[lead]
    if cast.follows and other in scene.hands:
        out[other] = _following(scene, action, own, other)
    return out


def _following(scene: Scene, action: Action, lead: Stroke, side: str) -> Stroke:
    """The weak hand's share of a symmetric movement."""
    state = scene.hands[side]
    if isinstance(action, Replace):
        return replaced(scene, action, side, state, mirror=True)
    move = scene.reflects * (lead.move if scene.parallel else lead.move * MIRROR_MOVE)
    base = still(state, len(lead))
    return replace(
        base,
        move=move,
        local=mirrored_quaternion(lead.local),
        wiggle=lead.wiggle,
        head=np.full(len(lead), state.head),
    )


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
            given[contact.OTHER[cast.lead]] = mirrored_location(target)
    done = set()
    for side, location in given.items():
        if side in sides:
            spot = contact.spot_of(goal, side, location, pair=cast.follows)
            state = contact.put_at(goal, side, location, spot)
            goal.hands[side] = state
            goal.aims.append(aim_at(side, state, location, spot, late=True))
            done.add(side)
    return done


# --- repetition ----------------------------------------------------------------------------------


def _repeated(scene: Scene, action: Repeated, cast: Cast) -> Strokes:
    times = action.times if action.repetitions else 1
    alternates = action.alternates or scene.alternating
    growth = action.growth
    plain = tuple(one for one in action.modifiers if one is not growth)
    (inner,) = handed_down(plain, (action.action,))
    if isinstance(inner, Local):
        (inner,) = handed_down(() if growth is None else (growth,), (inner,))
        assert isinstance(inner, Local)
        strokes = {}
        for side in _actors(scene, cast):
            late = 0.5 if alternates and side != cast.lead else 0.0
            strokes[side] = local_stroke(scene, inner, side, scene.hands[side], times, late=late)
        lead = strokes.get(cast.lead)
        other = contact.OTHER[cast.lead]
        if lead is not None and other in strokes:
            local = lead.local if alternates else mirrored_quaternion(lead.local)
            strokes[other] = replace(strokes[other], local=local)
        return strokes
    once = act(scene, inner, cast)
    if not once:
        return {}
    kind = action.repetitions[0] if action.repetitions else Repetition.FROM_START
    grows = None if isinstance(inner, Targeted) else growth  # what is sent to a place goes there
    out: Strokes = {}
    for side, stroke in once.items():
        out[side] = again(stroke, kind, times, grows)
    if alternates and len(out) == 2:
        other = contact.OTHER[cast.lead]
        out[other] = half_period(once[other], kind, max(times, 2), grows)
        out[cast.lead] = again(once[cast.lead], kind, max(times, 2), grows)
    return out


def _actors(scene: Scene, cast: Cast) -> list[str]:
    sides = [cast.lead]
    if cast.follows:
        sides.append(contact.OTHER[cast.lead])
    return [side for side in sides if side in scene.hands]
