"""What is measured on one sign for ``a11y bench motion``: plain numbers that fit into a
line of JSON, so that a long run can be cut into slices and taken up again."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from a11y.bench.contacts import contact_gaps, contacts_able
from a11y.bench.feasible import Wish, box, possible, wish_of
from a11y.bench.in_picture import cut_off
from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.collide import penetrations
from a11y.sign_avatar.motion.compile import SignMotion, compile_string, wanted
from a11y.sign_avatar.motion.keys import Key
from a11y.sign_avatar.motion.kinematics import World, positions, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.limits import ELBOW, FOREARM_TURN, WRIST_DEVIATION, WRIST_FLEXION
from a11y.sign_avatar.motion.posed import from_trunk
from a11y.sign_avatar.motion.rotations import from_vector, multiply, rotate
from a11y.sign_avatar.motion.state import STEP
from a11y.sign_avatar.performance import Performance

WITHIN_METRES, WITHIN_DEGREES = 0.015, 10.0
_IN_THE_MIDDLE = 0.01  # metres
_AROUND = np.full(3, 0.01)  # metres: the area that must be possible around a missed wrist


@dataclass(frozen=True, slots=True)
class Target:
    """A posture that begins or ends a stroke. place: metres missed; turn: degrees missed; possible:
    met, or found possible by a search that is not the solver's. side: R or L; last: it ends the
    stroke."""

    place: float
    turn: float
    possible: bool
    side: str = ""
    last: bool = False

    @property
    def met(self) -> bool:
        return self.place <= WITHIN_METRES and self.turn <= WITHIN_DEGREES


@dataclass(slots=True)
class Record:
    """One sign. deep: overlap of every frame (mm). shift: metres the sign moved inside its places;
    trunk: degrees the trunk turned. gaps: millimetres of written contacts, able: whether they are
    made or could be. jolt: m/s². cut: frames with a hand beyond the picture. aside:
    millimetres from the middle plane, see ``asides``."""

    name: str
    targets: list[Target] = field(default_factory=list)
    limits_broken: int = 0
    samples: int = 0
    deep: list[float] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    able: list[bool] = field(default_factory=list)
    jolt: float = 0.0
    cut: int = 0
    aside: list[float] = field(default_factory=list)
    shift: float = 0.0
    trunk: float = 0.0
    seconds: float = 0.0
    signed: float = 0.0
    refused: str = ""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(**data | {"targets": [Target(**one) for one in data["targets"]]})


def targets_of(
    rig: Rig, motions: tuple[SignMotion, ...], *, search: bool = False
) -> tuple[list[Target], int, int]:
    """(every posture that begins or ends a stroke, samples beyond a joint limit, samples).

    search: look for missed ones whether any arm could take them.
    """
    bounds = np.array([ELBOW, FOREARM_TURN, WRIST_FLEXION, WRIST_DEVIATION])
    out: list[Target] = []
    broken = samples = 0
    for one in motions:
        missed: dict[tuple[str, int], tuple[float, float]] = {}
        for side, track in one.tracks.items():
            wrists, turns = from_trunk(rig, track, one.neck)
            ends = (0.0, (len(track) - 1) * STEP)
            reach = solve(
                arm(rig, side), World(skeleton(rig), {}), wrists, turns, dt=STEP, edges=ends
            )
            for row in (0, -1):
                missed[side, row] = (
                    round(float(reach.short[row]), 5),
                    round(float(np.degrees(reach.turn_error[row])), 2),
                )
            angles = reach.angles[:, :4]
            outside = (angles < bounds[:, 0] - 0.1) | (angles > bounds[:, 1] + 0.1)
            broken += int(outside.any(axis=1).sum())
            samples += len(track)
        met = {which: Target(*far, possible=True).met for which, far in missed.items()}
        able = _able(rig, one, met) if search else met
        out += [
            Target(*far, possible=able[side, row], side=side, last=row == -1)
            for (side, row), far in missed.items()
        ]
    return out, broken, samples


def _able(
    rig: Rig, one: SignMotion, met: dict[tuple[str, int], bool]
) -> dict[tuple[str, int], bool]:
    """Which postures are met or could be: anywhere in the area that the notation names, or where
    the hand was put. Of two hands that are possible only one at a time, one is."""
    out = dict(met)
    if all(met.values()):
        return out
    keys = wanted(rig, one)
    for row in (0, -1):
        if all(met[side, row] for side in one.tracks):
            continue
        granted = {}
        for side in one.tracks:
            wishes = _wishes(rig, one, keys, side, row)
            granted[side] = next((w for w in wishes if met[side, row] or possible(w)), None)
            out[side, row] = granted[side] is not None
        both = [wish for wish in granted.values() if wish is not None]
        if len(both) == 2 and not possible(*both):
            given_up = next(side for side in reversed(one.tracks) if not met[side, row])
            out[given_up, row] = False
    return out


def asides(rig: Rig, motions: tuple[SignMotion, ...]) -> list[float]:
    """Millimetres from the trunk's middle plane to the point midway between the hands of a
    symmetric sign, at its start and at its end, where the notation puts it into that plane."""
    out = []
    for one in motions:
        if one.sign is None or one.sign.symmetry is None or len(one.tracks) < 2:
            continue
        keys = wanted(rig, one)
        for row in (0, -1):
            asked = {key.side: (key.wrist, key.turn) for key in keys if key.row == row}
            done = {side: (t.wrist[row], t.turn[row]) for side, t in one.tracks.items()}
            if len(asked) == 2 and abs(_midway(asked, one.centres)) < _IN_THE_MIDDLE:
                out.append(round(1000 * abs(_midway(done, one.centres)), 1))
    return out


def _midway(
    hands: Mapping[str, tuple[NDArray[Any], NDArray[Any]]], centres: Mapping[str, NDArray[Any]]
) -> float:
    """Metres to the left of the middle plane, for side → (wrist (3,), turn (4,))."""
    ways = [wrist + rotate(turn, centres[side]) for side, (wrist, turn) in hands.items()]
    return float(np.mean(ways, axis=0)[0])


def _wishes(
    rig: Rig, one: SignMotion, keys: tuple[Key, ...], side: str, row: int
) -> tuple[Wish, Wish]:
    limb, track = arm(rig, side), one.tracks[side]
    own = [key for key in keys if key.side == side]
    start, end = own[0], own[-1]
    if row == 0 or len(own) == 1:
        there = wish_of(limb, start)
    else:
        there = wish_of(limb, start, late=end) if end.linked else wish_of(limb, end)
    _, turns = from_trunk(rig, one.tracks[side], one.neck)
    seen = multiply(from_vector(one.trunk[row]), turns[row])
    around = box(limb, -_AROUND, _AROUND)
    return there, Wish(limb, track.wrist[row], around, seen, head=start.head)


def measured(rig: Rig, name: str, hamnosys: str) -> Record:
    """All figures of one notated sign. Raises KlarhandError for what cannot be performed."""
    start = time.process_time()
    motions = compile_string(rig, hamnosys)
    done = motion.perform_notation(hamnosys, rig=rig)
    seconds = time.process_time() - start
    targets, broken, samples = targets_of(rig, motions, search=True)
    local = local_turns(done)
    path = positions(rig, local, len(done.times), ("wrist.R", "wrist.L"))
    step = float(done.times[1] - done.times[0])
    return Record(
        name=name,
        targets=targets,
        limits_broken=broken,
        samples=samples,
        deep=(1000 * penetrations(rig, local, len(done.times))).round(1).tolist(),
        gaps=[round(1000 * gap, 1) for gap in contact_gaps(rig, motions, done)],
        able=contacts_able(rig, motions, done),
        cut=int(cut_off(rig, local, len(done.times)).sum()),
        jolt=float(np.linalg.norm(np.diff(path, 2, axis=0), axis=-1).max() / step**2),
        aside=asides(rig, motions),
        shift=max(one.shift for one in motions),
        trunk=float(np.degrees(max(np.linalg.norm(one.trunk, axis=1).max() for one in motions))),
        seconds=seconds,
        signed=done.duration,
    )


def local_turns(done: Performance) -> dict[str, NDArray[np.float64]]:
    """Joint → its turns in the parent's frame, quaternions (T, 4) as the performance has them."""
    return {n: done.rotations[:, k].astype(float) for k, n in enumerate(done.joints)}
