"""Both arms of a performance posed, as often as their ways are changed.

While hands are kept out of what they are in, ways are tried and taken back; an arm is solved again
only where something about it has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.collide import elbow_room
from a11y.sign_avatar.motion.escape import at_ease
from a11y.sign_avatar.motion.keeping import Ways
from a11y.sign_avatar.motion.kinematics import SIDES, World
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.swivel import Blocked, Wished


class Posing:
    """The arms in ``world``, whose trunk is posed. turns: side → (T, 4) how hands are meant to be
    turned; elbows: side → where elbows had better be, of the ways that are posed, of no others."""

    def __init__(
        self, rig: Rig, world: World, turns: Mapping[str, Array], edges: Iterable[float], dt: float
    ) -> None:
        """``edges``: seconds at which strokes begin and end; dt: seconds between frames."""
        self.turns: Mapping[str, Array] = turns
        self.elbows: Mapping[str, Wished] = {}
        self._rig, self._world, self._edges, self._dt = rig, world, tuple(edges), dt
        self._rooms: dict[str, Blocked] = {}
        self._solved: dict[str, tuple[Array, Array, Wished | None]] = {}

    def again(self, side: str, wrists: Array, calm: Array | None = None) -> None:
        """That arm with its wrist at (T, 3); by ``calm`` (T,) the hand is turned at ease."""
        rig, world, turns, wished = self._rig, self._world, self.turns[side], self.elbows.get(side)
        if calm is not None and calm.any():
            turns = at_ease(rig, world, side, turns, calm)
        known = self._solved.get(side)
        if known is not None and known[2] is wished and _same(known[:2], (wrists, turns)):
            return
        if side not in self._rooms:
            self._rooms[side] = elbow_room(rig, world, side)
        self._solved[side] = wrists, turns, wished
        room, edges = self._rooms[side], self._edges
        one = arm(rig, side)
        solve(one, world, wrists, turns, dt=self._dt, edges=edges, blocked=room, wished=wished)

    def led(self, ways: Ways, side: str) -> None:
        """That arm along its way."""
        self.turns, self.elbows = ways.turns, ways.elbows
        self.again(side, ways.wrists[side])

    def lead(self, ways: Ways, moved: Array, calm: Array) -> None:
        """Both arms along their ways, displaced by ``moved`` (T, 2, 3), hands turned at ease by
        ``calm`` (T, 2)."""
        self.turns, self.elbows = ways.turns, ways.elbows
        for k, side in enumerate(SIDES):
            self.again(side, ways.wrists[side] + moved[:, k], calm[:, k])


def _same(one: tuple[Array, Array], other: tuple[Array, Array]) -> bool:
    return all(map(np.array_equal, one, other))
