"""Contacts that are written made and kept over time.

Before hands are kept out of what they are in, each moment at which something touches gets a posture
that touches and is in nothing (``closing``), and the ways of the hands go through it. Afterwards,
a contact that hands had to leave is looked at once more: from where they were meant to be, as near
as there is room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.apart import SPIKE, SURE, Left, jolts, rounds
from a11y.sign_avatar.motion.closing import MADE, Posture, closing
from a11y.sign_avatar.motion.collide import by_side, limbs
from a11y.sign_avatar.motion.detours import detours
from a11y.sign_avatar.motion.gaps import gaps_over
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.paths import ease
from a11y.sign_avatar.motion.rotations import Array, dot, from_vector, inverse, multiply, to_vector
from a11y.sign_avatar.motion.state import STEP
from a11y.sign_avatar.motion.swivel import Wished
from a11y.sign_avatar.motion.touching import Contact

_HURRY = 8.0  # metres a second squared with which a hand goes to where it touches
_BRIEF = 0.08  # seconds
_AROUND = 0.05  # seconds before and after the moment at which hands touch
_HOPES = ((2, 0.03),)  # see ``apart.rounds``
_FEW = 6  # rounds
_LOOKS = 3  # an elbow may swivel otherwise than was thought
_MENDED = 0.001  # metres that are worth it
# Metres by which a contact is lost for which hands look for another way round, and how often.
_FAR, _AROUND_MOST = 0.015, 2
# How hands that left a contact come to it again: how much slower than at ease, whether from where
# they were meant to be (1) or from where they went (0), and whether for a moment only.
_WAYS_BACK = ((1.0, 0, True), (1.0, 1, False), (1.5, 1, True))
# (ways, side) → that arm solved
Solve = Callable[["Ways", str], None]


@dataclass(frozen=True, eq=False, slots=True)
class Moment:
    """What touches at once. row: the frame; first, last: frames from when until when; spans: the
    frames in which it may be made at best."""

    contacts: tuple[Contact, ...]
    row: int
    first: int
    last: int
    span: tuple[int, int]


@dataclass(frozen=True, eq=False, slots=True)
class Ways:
    """Both hands over T frames. wrists: side → (T, 3), turns: side → (T, 4); home, written: the
    same as written; angles: side → (T, 21); elbows: side → where elbows had better be."""

    wrists: dict[str, Array]
    turns: dict[str, Array]
    home: dict[str, Array]
    written: dict[str, Array]
    angles: dict[str, Array]
    elbows: dict[str, Wished] = field(default_factory=dict)


def moments(contacts: Sequence[Contact], firm: Array, *, rate: float) -> tuple[Moment, ...]:
    """Contacts grouped by when they are made. firm: (T, 2) see ``touching.Touch``."""
    frames = len(firm)
    grouped: dict[int, list[Contact]] = {}
    for one in contacts:
        row = int(np.clip(round(one.at * STEP * rate), *_span([one], frames, rate)))
        near = next((known for known in grouped if abs(known - row) <= 1), row)
        grouped.setdefault(near, []).append(one)
    out = []
    for row, some in sorted(grouped.items()):
        span = _span(some, frames, rate)
        held = firm[:, [SIDES.index(one.side) for one in some]].min(axis=1) > 0.5
        around = round(_AROUND * rate)
        first, last = max(row - around, 0), min(row + around, frames - 1)
        while first > span[0] and held[first - 1] and held[row]:
            first -= 1
        while last < span[1] and held[last + 1] and held[row]:
            last += 1
        out.append(Moment(tuple(some), row, first, last, span))
    return tuple(out)


def _span(some: Sequence[Contact], frames: int, rate: float) -> tuple[int, int]:
    """The first and the last frame in which contacts may be made: none outside of the sign."""
    first = np.ceil(min(one.first for one in some) * STEP * rate - 1e-6)
    last = np.floor(max(one.last for one in some) * STEP * rate + 1e-6)
    return int(np.clip(first, 0, frames - 1)), int(np.clip(max(first, last), 0, frames - 1))


def bump(moment: Moment, others: Sequence[Moment], by: Array, frames: int, rate: float) -> Array:
    """(T,) 1 while something touches, 0 elsewhere, going over as fast as hands do for ``by``
    (2, 3) metres."""
    ramp = max(_BRIEF, float(np.sqrt(5.8 * np.sqrt(dot(by, by)).max() / _HURRY))) * rate
    at = np.arange(frames)
    away = np.maximum(moment.first - at, at - moment.last).clip(0) / ramp
    out = 1 - ease(np.clip(away, 0, 1))
    for other in others:
        if other is not moment and other.last < moment.first:
            out *= ease(np.clip((at - other.last) / max(moment.first - other.last, 1), 0, 1))
        elif other is not moment and other.first > moment.last:
            out *= ease(np.clip((other.first - at) / max(other.first - moment.last, 1), 0, 1))
    ends = np.minimum(at, at[::-1]) - 2
    return np.asarray(out * ease(np.clip(ends / _BRIEF / rate, 0, 1)))


def touched(
    rig: Rig, world: World, those: Sequence[Moment], ways: Ways, solve: Solve, *, rate: float
) -> Ways:
    """The ways through postures that touch and are in nothing, where that is possible; the hands
    are posed so in ``world``."""
    frames = len(ways.wrists["R"])
    elbows: dict[Moment, Array] = {}
    for _ in range(_LOOKS):
        found = []
        for one in those:
            posture = _posture(rig, world, one, ways, [], thorough=True)
            if posture is not None:
                found.append((one, posture))
        if not found:
            break
        shift, tilt = np.zeros((frames, 2, 3)), np.zeros((frames, 2, 3))
        for one, posture in found:
            by, turned = _off(ways, posture, one.row)
            share = bump(one, those, by, frames, rate)[:, None, None]
            shift, tilt = shift + share * by, tilt + share * turned
            elbows[one] = posture.swivels
        ways = replace(_led(ways, shift, tilt), elbows=_elbows(elbows, those, frames, rate))
        for side in SIDES:
            solve(ways, side)
    return ways


def _elbows(
    found: Mapping[Moment, Array], those: Sequence[Moment], frames: int, rate: float
) -> dict[str, Wished]:
    """Where elbows had better be, for swivels (2,) at some moments: those of the nearest one. The
    posture that was found is one with its elbow; with another one the hand turns otherwise."""
    out = {}
    for k, side in enumerate(SIDES):
        firm, swivels = np.zeros(frames), np.zeros(frames)
        for one, there in found.items():
            share = bump(one, those, np.zeros((2, 3)), frames, rate)
            swivels[share > firm] = there[k]
            firm = np.maximum(firm, share)
        out[side] = Wished(swivels, firm)
    return out


def _off(
    ways: Ways, posture: Posture, row: int, moved: Array | None = None, calm: Array | None = None
) -> tuple[Array, Array]:
    """(2, 3) metres and (2, 3) rotation vectors in the hands' own frames from the ways, displaced
    by ``moved`` (T, 2, 3), to a posture: where an arm could not do what it should, it is led to
    what it can. A hand that is turned at ease, by ``calm`` (T, 2), stays so."""
    by, turned = posture.shifts.copy(), posture.tilts.copy()
    for k, side in enumerate(SIDES):
        if not posture.moves[k]:
            continue
        by[k] = posture.wrists[k] - ways.wrists[side][row]
        if moved is not None:
            by[k] -= moved[row, k]
        if calm is None or not calm[row, k]:
            turned[k] = to_vector(multiply(inverse(ways.turns[side][row]), posture.turns[k]))
    return by, turned


def _firmer(elbows: Mapping[str, Wished], posture: Posture, share: Array) -> dict[str, Wished]:
    """The same with the elbows of one more posture, by shares (T,)."""
    out = {}
    for k, side in enumerate(SIDES):
        before = elbows.get(side, Wished(np.zeros_like(share), np.zeros_like(share)))
        nearer = share >= before.firm
        swivels = np.where(nearer, posture.swivels[k], before.swivels)
        out[side] = Wished(swivels, np.maximum(before.firm, share))
    return out


def _led(ways: Ways, shift: Array, tilt: Array) -> Ways:
    wrists, turns = {}, {}
    for k, side in enumerate(SIDES):
        wrists[side] = ways.wrists[side] + shift[:, k]
        turns[side] = multiply(ways.turns[side], from_vector(tilt[:, k]))
    return replace(ways, wrists=wrists, turns=turns)


def _posture(
    rig: Rig, world: World, one: Moment, ways: Ways, begun: Sequence[Array], *, thorough: bool
) -> Posture | None:
    """What closes the contacts of a moment; None where they are closed, or cannot be."""
    row = one.row
    plan = {side: (ways.home[side][row], ways.written[side][row]) for side in SIDES}
    angles = {side: ways.angles[side][row] for side in SIDES}
    found = closing(rig, world, row, one.contacts, plan, angles, begun, thorough=thorough)
    return found if found.better else None


def regained(
    rig: Rig,
    world: World,
    those: Sequence[Moment],
    ways: Ways,
    left: Left,
    lead: Callable[[Ways, Array, Array], None],
    *,
    rate: float,
    firm: Array,
) -> float:
    """Contacts that hands left while they gave way, made again where there is room. ``lead`` poses
    the hands for ways, displacements (T, 2, 3) and how much they are turned at ease (T, 2). Returns
    metres in all by which contacts stay open."""
    moved, calm = left.moved, left.calm
    frames = len(moved)
    rounds_left = _AROUND_MOST
    open_by = _open(rig, world, those)
    wrong = open_by.sum()
    for number, one in enumerate(those):
        if open_by[number] < _MENDED:
            continue
        for slower, returns, brief in _WAYS_BACK:
            there = replace(one, first=one.row - 1, last=one.row + 1) if brief else one
            share = bump(there, those, slower**2 * moved[one.row], frames, rate)[:, None]
            there_by = share[..., None] * (moved if returns else moved[one.row])
            back, eased = moved - there_by, (1 - share * returns) * calm
            tried = ways if returns else _led(ways, there_by, np.zeros_like(there_by))
            lead(tried, back, eased)
            hopeless = False
            for look in range(_LOOKS):
                begun = [moved[one.row]] if returns and not look else []
                posture = _posture(rig, world, one, tried, begun, thorough=not look)
                if posture is None:
                    break
                hopeless = posture.gap > open_by[number] + MADE or posture.deep > SURE
                if hopeless:
                    break
                by, turned = _off(tried, posture, one.row, back, eased)
                part = bump(there, those, by, frames, rate)[:, None, None]
                tried = _led(tried, part * by, part * turned)
                tried = replace(tried, elbows=_firmer(tried.elbows, posture, part[:, 0, 0]))
                lead(tried, back, eased)
            if hopeless and returns:
                break
            if hopeless:
                continue
            held = np.maximum(firm, _held(one, firm, around=1))
            far = rounds_left > 0 and open_by[number] > _FAR
            rounds_left -= far
            back = _cleared(rig, world, tried, back, eased, lead, rate=rate, firm=held, far=far)
            now = _open(rig, world, those)
            if _allowed(rig, world, tried, back, ways, moved, rate) and now.sum() < wrong - _MENDED:
                ways, moved, calm, open_by, wrong = tried, back, eased, now, now.sum()
                if open_by[number] < _MENDED:
                    break
        lead(ways, moved, calm)
    return float(wrong)


def _held(one: Moment, firm: Array, *, around: int) -> Array:
    """(T, 2) 1 for the hands of a moment while it lasts."""
    out = np.zeros_like(firm)
    touching = [contact.side for contact in one.contacts]
    meets = any(not contact.body for contact in one.contacts)
    for k, side in enumerate(SIDES):
        if meets or side in touching:
            out[max(one.row - around, 0) : one.row + around + 1, k] = 1.0
    return out


def _open(rig: Rig, world: World, those: Sequence[Moment]) -> Array:
    """(M,) metres in all by which the contacts of each moment are open at their best."""
    out = []
    for one in those:
        rows = np.arange(one.span[0], one.span[1] + 1)
        gaps = [np.abs(gaps_over(rig, world, contact, rows)).min() for contact in one.contacts]
        out.append(sum(max(0.0, float(gap) - MADE) for gap in gaps))
    return np.array(out)


def _allowed(
    rig: Rig, world: World, tried: Ways, back: Array, ways: Ways, moved: Array, rate: float
) -> bool:
    """Nothing is in anything, and no wrist is jolted more than before or than hands do."""
    if by_side(rig, world.local, len(back)).max() > SURE:
        return False
    before = jolts(_course(ways) + moved, rate).max()
    return bool(jolts(_course(tried) + back, rate).max() <= max(SPIKE, float(before)))


def _course(ways: Ways) -> Array:
    return np.stack([ways.wrists[side] for side in SIDES], axis=1)


def _cleared(
    rig: Rig,
    world: World,
    ways: Ways,
    moved: Array,
    calm: Array,
    lead: Callable[[Ways, Array, Array], None],
    *,
    rate: float,
    firm: Array,
    far: bool,
) -> Array:
    """The displacements with which hands posed with ``moved`` are in nothing; posed so."""
    if by_side(rig, world.local, len(moved)).max() <= SURE:
        return moved

    def once(new: Array, _: Array | None = None) -> None:
        lead(ways, new, calm)

    course = _course(ways)
    tried = rounds(rig, world, course, moved, once, rate=rate, firm=firm, hopes=_HOPES, most=_FEW)
    best = min(tried, key=lambda one: float(one.price.max()))
    if far and best.deep.max() > SURE:
        once(best.moved)
        parts = limbs(rig, world, len(moved))
        aside = detours(rig, world, parts, course, best.moved, best.deep, rate=rate, firm=firm)
        once(aside)
        tried += rounds(rig, world, course, aside, once, rate=rate, firm=firm, hopes=_HOPES)
        best = min(tried, key=lambda one: float(one.price.max()))
    once(best.moved)
    return best.moved
