"""The posture in which hands touch what is written and are in nothing, at one moment.

Both wrists may shift, both hands tilt a little about what touches, both elbows swivel: damped
least squares from the posture as it is and from some beside it, side by side. What is sought: the
written parts on skin or on the other hand, no flesh in flesh, joints inside their limits; that the
hands stay where they are written comes last, since a place is an area.

States have a leading axis B; unknowns of a side are its shift (3), tilt (3) and swivel, in units
of ``_UNITS``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm_states import TILT, Placed, placed_by, side_of
from a11y.sign_avatar.motion.encounters import MEETINGS
from a11y.sign_avatar.motion.flesh import away_from_body, flesh, overlaps
from a11y.sign_avatar.motion.gaps import LIMBS, between, moved
from a11y.sign_avatar.motion.in_view import TRUNK
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.rotations import (
    Array,
    dot,
    rotate,
)
from a11y.sign_avatar.motion.touching import Contact

FARTHEST = 0.06  # metres that a wrist shifts at most
MADE = 0.003  # metres that are a contact
PLACE = 0.03  # metres from where it is written that a contact may be
_DEEP = 0.0033  # metres of overlap that are no trouble
_BEYOND = 0.0042  # metres of overlap with which a posture is none
# One unit of each unknown of a side, and of what is wrong.
_UNITS: Array = np.array([0.01] * 3 + [np.radians(4.0)] * 3 + [np.radians(15.0)])
_GAP, _FLESH = 0.0008, 0.0004
_ELSEWHERE = 0.008
_STAYS: Array = np.array([0.25] * 3 + [0.35] * 3 + [1.5])  # price of one unit of each unknown
_MIRRORED = 0.5  # price of a unit by which mirrored hands shift differently
_NEAR, _FAR = 4, 12  # states that are begun with
_ROUNDS, _KEPT, _THINNED = 16, 3, 4
_PROBE = 1e-3
_SETTLED = 0.05  # gain of a round that is worth no other
_GAIN = 0.0005  # metres that a posture must mend
_ACROSS: Array = np.array([-1.0, 1.0, 1.0])
_KNOWN, _SOON = 0.032, 0.25  # metres from the body that are known; a share more is none


@dataclass(frozen=True, eq=False, slots=True)
class Posture:
    """What closes contacts. shifts, tilts: (2, 3) of the right and the left wrist: metres in the
    world, and rotation vectors in the hand's own frame; wrists (2, 3), turns (2, 4), swivels (2,):
    how the arms are then; moves: (2,) the hand has to do with it; gap: metres by which the worst
    contact is open; deep: metres by which anything is in anything; better: than to stay."""

    shifts: Array
    tilts: Array
    wrists: Array
    turns: Array
    swivels: Array
    moves: NDArray[np.bool_]
    gap: float
    deep: float
    better: bool


def closing(
    rig: Rig,
    world: World,
    row: int,
    contacts: Sequence[Contact],
    plan: Mapping[str, tuple[Array, Array]],
    angles: dict[str, Array],
    begun: Sequence[Array],
    *,
    thorough: bool = True,
) -> Posture:
    """The best posture found for the contacts of one moment, frame ``row`` of ``world``.

    plan: side → wrist (3,) and turn (4,) as written; angles: side → (21,). begun: shifts (2, 3) of
    the wrists that are begun with besides none; thorough: where few beginnings do not do, more.
    """
    search = _Search(rig, _at(world, row), contacts, plan, angles)
    as_it_is = search.posture(np.zeros((1, search.size)))
    if search.wrong(as_it_is) <= 0:
        return as_it_is
    firsts = [np.zeros(search.size), *(search.shifted(by) for by in begun)]
    rng = np.random.default_rng(0)
    best = as_it_is
    # Few beginnings are enough as a rule.
    for beside in (_NEAR, _FAR) if thorough else (_NEAR,):
        starts = np.array([firsts[k % len(firsts)] for k in range(beside)])
        starts[len(firsts) :] += search.beside(rng, max(beside - len(firsts), 0))
        found = search.posture(search.polished(starts))
        if search.wrong(found) < search.wrong(best):
            best = found
        if search.wrong(best) <= 0:
            break
    gain = search.wrong(as_it_is) - search.wrong(best)
    return replace(best, better=gain > _GAIN) if gain > 0 else as_it_is


def _at(world: World, row: int) -> World:
    local = {
        name: turns if turns.ndim == 1 or len(turns) == 1 else turns[row : row + 1]
        for name, turns in world.local.items()
    }
    return World(world.body, local)


class _Search:
    """Both arms at one moment, and all that may be wrong with them."""

    def __init__(
        self,
        rig: Rig,
        world: World,
        contacts: Sequence[Contact],
        plan: Mapping[str, tuple[Array, Array]],
        angles: dict[str, Array],
    ) -> None:
        self.rig, self.world, self.contacts = rig, world, contacts
        meets = any(not one.body for one in contacts)
        moving = {one.side for one in contacts}
        self.sides = SIDES if meets else tuple(side for side in SIDES if side in moving)
        self.mirrored = len(moving) == 2 and all(one.mirrored for one in contacts)
        self.size = 7 * len(self.sides)
        self.known = {
            side: side_of(rig, world, side, contacts, plan[side], angles[side]) for side in SIDES
        }
        low = np.concatenate([np.full(3, -FARTHEST), np.full(3, -TILT), [-np.radians(60)]])
        self.most = np.tile(-low / _UNITS, len(self.sides))

    def shifted(self, by: Array) -> Array:
        """(n,) the state in which the wrists are shifted by ``by`` (2, 3) metres."""
        out = np.zeros(self.size)
        for k, side in enumerate(self.sides):
            out[7 * k : 7 * k + 3] = by[SIDES.index(side)] / _UNITS[:3]
        return out

    def beside(self, rng: np.random.Generator, count: int) -> Array:
        """(count, n) steps at random; alike for mirrored hands."""
        out = rng.normal(size=(count, self.size))
        if self.mirrored and count:
            out[:, 7:10], out[:, 10:13] = _ACROSS * out[:, :3], -_ACROSS * out[:, 3:6]
        return out

    def placed(self, states: Array) -> dict[str, Placed]:
        """Both arms, side by side; what does not move is worked out once."""
        none = np.zeros((1, 7))
        out = {}
        for side in SIDES:
            if side in self.sides:
                k = 7 * self.sides.index(side)
                out[side] = placed_by(self.known[side], states[:, k : k + 7] * _UNITS)
            else:
                out[side] = placed_by(self.known[side], none)
        return out

    def gaps(self, placed: dict[str, Placed]) -> Array:
        """(B, C) metres of each contact, negative inside."""
        out = []
        for one in self.contacts:
            own, other = placed[one.side], placed[SIDES[1 - SIDES.index(one.side)]]
            points = moved(one.points, own.turn, own.wrist)
            if one.body:
                away = self._led(one, points, self._away(points))
            else:
                away = np.min(
                    [
                        between(points, other.ends[kind], self._radii(kind, one.side))
                        for kind in ("hand", *LIMBS)
                    ],
                    axis=0,
                )
            out.append((away - one.radii).min(axis=1))
        return np.stack(out, axis=1)

    def _led(self, one: Contact, points: Array, away: Array) -> Array:
        """Distances ``away`` (B, P) from the body; farther than those are known, as far as it is to
        where the contact is written."""
        if one.spot is None or (away.min(axis=1) < _KNOWN).all():
            return away
        carrier = "head" if one.head else TRUNK
        off = points.mean(axis=1) - self.world.point(carrier, one.spot).reshape(3)
        share = np.clip(away.min(axis=1) / _KNOWN - 1, 0, _SOON) / _SOON
        return np.asarray(away + (share * np.sqrt(dot(off, off)))[:, None])

    def _radii(self, kind: str, side: str) -> Array:
        other = SIDES[1 - SIDES.index(side)]
        return flesh(self.rig, f"{kind}.{other}").radii

    def _away(self, points: Array) -> Array:
        """(B, P) metres of points (B, P, 3) from skin and cloth."""
        flat = points.reshape(1, -1, 3)
        return away_from_body(self.rig, self.world, flat).reshape(points.shape[:2])

    def aside(self, placed: dict[str, Placed]) -> Array:
        """(B, C) metres by which each contact is made farther from where it is written than a
        place is large: on the body, or relative to the other hand."""
        out = []
        for one in self.contacts:
            known, there = self.known[one.side], placed[one.side]
            planned = known.home + rotate(known.wanted, known.pivot)
            off = there.wrist + rotate(there.turn, known.pivot) - planned
            if not one.body:
                other = SIDES[1 - SIDES.index(one.side)]
                off = off - (placed[other].wrist - self.known[other].home)
            out.append(np.clip(np.sqrt(dot(off, off)) - PLACE, 0, None))
        return np.stack(out, axis=1)

    def depths(self, placed: dict[str, Placed]) -> Array:
        """(B, D) metres by which everything is in everything, negative where apart."""
        count = max(len(there.wrist) for there in placed.values())
        out = []
        for side in self.sides:
            known, there = self.known[side], placed[side]
            hand = moved(known.hand.centres, there.turn, there.wrist)
            centres, radii = [hand], [known.hand.radii]
            for kind in LIMBS:
                ends = there.ends[kind]
                lower_half = slice(None) if kind == "arm" else slice(-1, None)
                for share in (0.0, 0.5, 1.0):
                    centres.append(((1 - share) * ends[0] + share * ends[1])[:, lower_half])
                    radii.append(known.limbs[kind][1][lower_half])
            out.append(np.concatenate(radii) - self._away(np.concatenate(centres, axis=1)))
        for one, two in MEETINGS:
            (first, left), (second, right) = (name.split(".") for name in (one, two))
            found = overlaps(
                placed[left].ends[first], flesh(self.rig, one).radii,
                placed[right].ends[second], flesh(self.rig, two).radii,
            )  # fmt: skip
            out.append(found.deep.reshape(count, -1))
        return np.concatenate(out, axis=1)

    def errors(self, states: Array) -> Array:
        """(B, E) all that is wrong, in units that count alike."""
        placed = self.placed(states)
        gaps = self.gaps(placed) / _GAP
        deep = np.clip(self.depths(placed) - _DEEP, 0, None) / _FLESH
        beyond = [placed[side].beyond for side in self.sides]
        price = states * np.tile(_STAYS, len(self.sides))
        out = [gaps, deep, *beyond, price, self.aside(placed) / _ELSEWHERE]
        if self.mirrored:
            out.append(_MIRRORED * (states[:, :3] - _ACROSS * states[:, 7:10]))
        return np.concatenate(out, axis=1)

    def polished(self, states: Array) -> Array:
        """States (B, n) improved, each by itself; the best of them first."""
        now = np.clip(states, -self.most, self.most)
        damping = np.full(len(now), 1.0)
        steps = _PROBE * np.eye(self.size)
        wrong = self.errors(now)
        for number in range(_ROUNDS):
            if number == _THINNED:
                best = np.argsort((wrong**2).sum(axis=1), kind="stable")[:_KEPT]
                now, damping, wrong = now[best], damping[best], wrong[best]
            probed = (now[:, None] + steps).reshape(-1, self.size)
            slope = (self.errors(probed).reshape(len(now), self.size, -1) - wrong[:, None]) / _PROBE
            square = slope @ np.swapaxes(slope, 1, 2)
            gradient = np.einsum("bne,be->bn", slope, wrong)
            hold = damping[:, None, None] * np.eye(self.size)
            step = np.linalg.solve(square + hold, gradient[..., None])[..., 0]
            trial = np.clip(now - np.clip(step, -2.0, 2.0), -self.most, self.most)
            tried = self.errors(trial)
            gain = (wrong**2).sum(axis=1) - (tried**2).sum(axis=1)
            better = gain > 0
            now, wrong = (
                np.where(better[:, None], trial, now),
                np.where(better[:, None], tried, wrong),
            )
            damping = np.clip(np.where(better, damping * 0.4, damping * 6.0), 1e-3, 1e5)
            if number > _THINNED and gain.max() < _SETTLED:
                break
        return now[np.argsort((wrong**2).sum(axis=1), kind="stable")]

    @staticmethod
    def wrong(one: Posture) -> float:
        return float(_wrong(np.asarray(one.gap), np.asarray(one.deep)))

    def posture(self, states: Array) -> Posture:
        """The first of the states that will do, or else the one that is least wrong."""
        placed = self.placed(states)
        gaps = np.abs(self.gaps(placed)).max(axis=1)
        deep = self.depths(placed).max(axis=1)
        wrong = _wrong(gaps, deep)
        best = int(np.argmin(wrong))
        sides = [self.known[side] for side in SIDES]
        shifts, tilts = np.zeros((2, 3)), np.zeros((2, 3))
        wrists, turns = (
            np.stack(some) for some in zip(*((k.wrist, k.turn) for k in sides), strict=True)
        )
        swivels = np.array([known.swivel for known in sides])
        for side in self.sides:
            k = SIDES.index(side)
            there, own = placed[side], states[best, 7 * self.sides.index(side) :]
            wrists[k], turns[k] = there.wrist[best], there.turn[best]
            shifts[k] = wrists[k] - sides[k].wrist
            tilts[k] = own[3:6] * _UNITS[3:6]
            swivels[k] += own[6] * _UNITS[6]
        return Posture(
            shifts, tilts, wrists, turns, swivels, np.array([side in self.sides for side in SIDES]),
            float(gaps[best]), float(deep[best]), better=False,
        )  # fmt: skip


def _wrong(gap: Array, deep: Array) -> Array:
    """Metres that are wrong: contacts open, flesh in flesh."""
    return np.asarray(np.clip(gap - MADE, 0, None) + 3 * np.clip(deep - _BEYOND, 0, None))
