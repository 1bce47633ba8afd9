"""SignNotation → what both hands do, sampled in time: the heart of the signer.

``compile_sign`` gives one ``SignMotion`` per part of a sign (compounds written in one string have
several). Nothing here knows about sentences; ``timeline`` joins signs with transitions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from a11y.sign_avatar import notation
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.acting import perform_actions
from a11y.sign_avatar.motion.adapt import Adaptation, adapted, head_moves
from a11y.sign_avatar.motion.bodily import leans
from a11y.sign_avatar.motion.ease import at_need
from a11y.sign_avatar.motion.fitted import arrived, counter_turned, rested, shifted, turn_way
from a11y.sign_avatar.motion.keys import Key, keys_of, togetherness
from a11y.sign_avatar.motion.posed import missed_by
from a11y.sign_avatar.motion.prices import MISS, MISSED
from a11y.sign_avatar.motion.rotations import IDENTITY, Array, from_vector, multiply, rotate
from a11y.sign_avatar.motion.scene import Aim, Scene
from a11y.sign_avatar.motion.setting import begin
from a11y.sign_avatar.motion.starts import AGAIN, QUICK, THOROUGH, UTMOST, Effort
from a11y.sign_avatar.motion.state import STEP, Stroke, Track, still, track
from a11y.sign_avatar.notation.model import SignNotation

HOLD_BEFORE = 0.04
HOLD_AFTER = 0.06
STATIC_HOLD = 0.24
_WIDEST = 0.6  # metres that a hand gets from where it began: farther only where it is sent
_RUN_UP = 0.25  # metres at most that a hand stands back
_ROUGH = 0.3  # metres between the places of ``wanted``
LIFT = 0.12  # metres at most: higher, the elbow would come up to the shoulder
READABLE = 4.0  # cost of ``adapt`` up to which the first of several readings is taken
# Costs of ``adapt``: from which misfit on the trunk turns, and what it must gain.
TRUNK_FROM, TRUNK_GAIN = 5.0, 2.0
# What another fit must gain where a posture is missed, and what discomfort counts as then.
_WORTH, _COMFORT = 1.0, 0.1


@dataclass(frozen=True, eq=False, slots=True)
class SignMotion:
    """One sign: side → track, all of the same length. centres: side → middle of the hand in its
    own frame. aims: places asked for. trunk, neck: (N, 3) rotation vectors of the trunk and of the
    head on it, as in ``face.Face`` (torso, head); places are relative to the trunk, those at the
    head to the head. shift: metres it moved inside its places; cost: how badly it still fits an arm
    (``adapt``); sign: what was written."""

    tracks: dict[str, Track]
    centres: dict[str, Array]
    aims: tuple[Aim, ...] = ()
    trunk: Array = field(default_factory=lambda: np.zeros((1, 3)))
    neck: Array = field(default_factory=lambda: np.zeros((1, 3)))
    shift: float = 0.0
    cost: float = 0.0
    sign: SignNotation | None = None

    @property
    def count(self) -> int:
        return max(len(one) for one in self.tracks.values())

    @property
    def duration(self) -> float:
        return (self.count - 1) * STEP


@lru_cache(maxsize=4096)
def parsed(hamnosys: str) -> SignNotation:
    return notation.parse(hamnosys)


@lru_cache(maxsize=2048)
def compile_string(rig: Rig, hamnosys: str) -> tuple[SignMotion, ...]:
    """The motions of a HamNoSys string; raises ``notation.NotationError``."""
    return compile_sign(rig, parsed(hamnosys))


def compile_sign(rig: Rig, sign: SignNotation) -> tuple[SignMotion, ...]:
    """One motion per part of the sign; of several readings (``hammetaalt``) the first that an arm
    can do well, or else the one it can do best."""
    best: tuple[SignMotion, ...] = ()
    for reading in (sign, *sign.alternatives):
        found = tuple(_part(rig, part) for part in reading.parts())
        if not best or _cost(found) < _cost(best):
            best = found
        if _cost(best) <= READABLE:
            break
    return best


def _cost(motions: tuple[SignMotion, ...]) -> float:
    return max(one.cost for one in motions)


@dataclass(frozen=True, eq=False, slots=True)
class _Fit:
    """A part of a sign as it could be done: tracks for trunk and head turned by trunk, neck (N, 3),
    still to be shifted as ``found`` says."""

    scene: Scene
    tracks: dict[str, Track]
    trunk: Array
    neck: Array
    found: Adaptation


@dataclass(frozen=True, eq=False, slots=True)
class _Done:
    """What became of a fit. wrong: its misfit, a price for each posture that is missed by arms as
    they are posed, and a little of what is only uncomfortable; missed: a posture is, in the search
    or posed."""

    motion: SignMotion
    wrong: float
    missed: bool


def _part(rig: Rig, sign: SignNotation) -> SignMotion:
    scene, tracks = _written(rig, sign)
    still = np.zeros((max(len(one) for one in tracks.values()), 3))
    upright = _Fit(scene, tracks, still, still, adapted(rig, scene, tracks))
    fits = _turned(rig, sign, upright)
    best = _done(rig, sign, fits[-1])
    if not best.missed:
        return best.motion
    # What is written comes before comfort, and what arms do before what was thought of them.
    with at_need():
        fits += _turned(rig, sign, replace(upright, found=adapted(rig, scene, tracks)))[::-1]
    for fit in fits:
        other = _done(rig, sign, fit)
        if other.wrong < best.wrong - _WORTH:
            best = other
    return best.motion


def _done(rig: Rig, sign: SignNotation, fit: _Fit) -> _Done:
    found, scene = fit.found, replace(fit.scene, aims=list(fit.scene.aims))
    tracks = {side: shifted(one, found.shifts[side]) for side, one in fit.tracks.items()}
    centres = {side: state.centre for side, state in scene.hands.items()}
    scene.aims[:], tracks = arrived(scene.aims, fit.tracks, tracks, centres)
    tracks = rested(rig, scene.aims, tracks)
    shift = max(float(np.linalg.norm(by, axis=1).max()) for by in found.shifts.values())
    trunk = fit.trunk + leans(sign, len(fit.trunk))
    motion = SignMotion(
        tracks, centres, tuple(scene.aims), trunk, fit.neck, shift, found.cost, sign
    )
    if found.cost <= READABLE:
        return _Done(motion, found.cost, found.missed)
    lost = int((missed_by(rig, tracks, fit.neck) > MISSED).sum())
    wrong = found.misfit + MISS * lost + _COMFORT * (found.cost - found.misfit)
    return _Done(motion, wrong, found.missed or lost > 0)


def _turned(rig: Rig, sign: SignNotation, upright: _Fit) -> list[_Fit]:
    """That fit and those with trunk and head turned, tried as hard as is needed, the best last."""
    fits, best, turned = [upright], upright, None
    for effort in (QUICK, THOROUGH, UTMOST, AGAIN):
        # Nobody leans back to spare an elbow.
        if best.found.misfit <= TRUNK_FROM or (effort is not QUICK and not best.found.missed):
            break
        scene, tracks = upright.scene, upright.tracks
        turned = adapted(rig, scene, tracks, turning=True, effort=effort, since=turned)
        if turned.trunk.any() or turned.neck.any():
            for fit in (_rewritten(rig, sign, upright, turned, effort), _as_found(upright, turned)):
                fits.append(fit)
                if fit.found.cost < best.found.cost - TRUNK_GAIN:
                    best = fit
    return [*(fit for fit in fits if fit is not best), best]


def _carriers(tracks: dict[str, Track], trunk: Array, neck: Array) -> dict[str, Array]:
    """side → (N, 4) how what carries that hand is turned, for trunk and neck (N, 3)."""
    body = from_vector(trunk)
    head = multiply(body, from_vector(neck)) if head_moves(tracks) else body
    return {side: head if one.head.max() > 0 else body for side, one in tracks.items()}


def _rewritten(
    rig: Rig, sign: SignNotation, upright: _Fit, turned: Adaptation, effort: Effort
) -> _Fit:
    """The sign as it is written for a trunk and a head that turn: another part of the hand may meet
    the surface first then."""
    begun = _carriers(upright.tracks, turned.trunk[:1], turned.neck[:1])
    since = {side: one[0] for side, one in begun.items()}
    scene, tracks = _written(rig, sign, since)
    trunk, neck = turn_way(tracks, turned.trunk), turn_way(tracks, turned.neck)
    kept = {
        side: counter_turned(tracks[side], one, scene.hands[side].centre, since=since[side])
        for side, one in _carriers(tracks, trunk, neck).items()
    }
    found = adapted(rig, scene, kept, neck=turned.neck, effort=effort)
    return _Fit(scene, kept, trunk, neck, found)


def _as_found(upright: _Fit, turned: Adaptation) -> _Fit:
    """The sign as it was found for a trunk and a head that turn, touched with the same parts."""
    tracks = upright.tracks
    trunk, neck = turn_way(tracks, turned.trunk), turn_way(tracks, turned.neck)
    kept = {
        side: counter_turned(tracks[side], one, upright.scene.hands[side].centre, since=IDENTITY)
        for side, one in _carriers(tracks, trunk, neck).items()
    }
    shifts = {
        side: by + tracks[side].wrist[[0, -1]] - kept[side].wrist[[0, -1]]
        for side, by in turned.shifts.items()
    }
    return _Fit(upright.scene, kept, trunk, neck, replace(turned, shifts=shifts))


def wanted(rig: Rig, motion: SignMotion) -> tuple[Key, ...]:
    """The postures that a sign's notation asks for and the areas they may be in, before anything
    was adapted, the trunk upright."""
    if motion.sign is None:
        return ()
    scene, tracks = _written(rig, motion.sign)
    return tuple(keys_of(rig, scene, tracks, togetherness(scene), _ROUGH))


def _written(
    rig: Rig, sign: SignNotation, carriers: Mapping[str, Array] | None = None
) -> tuple[Scene, dict[str, Track]]:
    """The sign as it is written, every place at its middle. carriers: see ``Scene``."""
    scene = begin(rig, sign, carriers)
    strokes = _within_reach(scene, perform_actions(scene, sign.actions))
    for side, back in _run_up(scene, strokes).items():
        scene.hands[side] = scene.hands[side].moved(back)
    tracks: dict[str, Track] = {}
    lead = max((len(stroke) for stroke in strokes.values()), default=0)
    for side, state in scene.hands.items():
        stroke = strokes.get(side)
        if stroke is None:
            stroke = still(state, lead or round(STATIC_HOLD / STEP))
        tracks[side] = _held(track(stroke, state), lead > 0)
    return scene, _lifted(rig, scene, tracks)


def _lifted(rig: Rig, scene: Scene, tracks: dict[str, Track]) -> dict[str, Track]:
    """A sign that would sink below the picture is done that much higher, unless it touches the
    body."""
    floor = float(rig.landmarks["belowstomach"].position[1]) + 0.03
    lowest = min(
        float((one.wrist + rotate(one.turn, 1.6 * scene.hands[side].centre))[:, 1].min())
        for side, one in tracks.items()
    )
    sinks = floor - lowest
    if sinks <= 0 or any(aim.contact for aim in scene.aims):
        return tracks
    by = np.array([0.0, min(sinks, LIFT), 0.0])
    scene.aims[:] = [replace(aim, wrist=aim.wrist + by) for aim in scene.aims]
    return {side: replace(one, wrist=one.wrist + by) for side, one in tracks.items()}


def _within_reach(scene: Scene, strokes: dict[str, Stroke]) -> dict[str, Stroke]:
    """Movements that lead farther than arms do are made smaller, for both hands alike: sizes are
    relative. What is sent to a place goes there, and no farther where it is done on and on."""
    ways = dict.fromkeys(strokes, 0.0)
    for aim in scene.aims:
        if aim.late and aim.side in ways:
            way = float(np.linalg.norm(aim.wrist - scene.hands[aim.side].wrist))
            ways[aim.side] = max(ways[aim.side], way)
    shares = {}
    for side, one in strokes.items():
        most = max(_WIDEST, ways[side])
        shares[side] = most / float(np.linalg.norm(one.move, axis=1).max(initial=most))
    free = min((share for side, share in shares.items() if not ways[side]), default=1.0)
    shares = {side: share if ways[side] else free for side, share in shares.items()}
    return {
        side: one if shares[side] == 1 else replace(one, move=shares[side] * one.move)
        for side, one in strokes.items()
    }


def _run_up(scene: Scene, strokes: dict[str, Stroke]) -> dict[str, Array]:
    """How far a hand that touches something must stand back so that a movement into the surface
    ends at it instead of passing through it."""
    out: dict[str, Array] = {}
    for side, spot in scene.touched.items():
        stroke = strokes.get(side)
        if stroke is None or sum(aim.side == side for aim in scene.aims) > 1:
            continue  # it stays, or goes somewhere else that is written
        depth = stroke.move @ spot.normal
        into = float(-depth.min())
        furthest = stroke.move[int(np.argmin(depth))]
        if into > 0.012 and into > 0.45 * float(np.linalg.norm(furthest)):
            out[side] = spot.normal * min(into, _RUN_UP)
    return out


def _held(one: Track, moving: bool) -> Track:
    """A short hold before and after the stroke."""
    if not moving:
        return one
    before, after = round(HOLD_BEFORE / STEP), round(HOLD_AFTER / STEP)

    def pad(values: Array) -> Array:
        return np.concatenate(
            [np.repeat(values[:1], before, 0), values, np.repeat(values[-1:], after, 0)]
        )

    return Track(pad(one.wrist), pad(one.turn), pad(one.angles), pad(one.head))
