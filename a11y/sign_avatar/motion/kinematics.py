"""Forward kinematics: local joint rotations over time → world rotations and positions.

Frame of reference: ``performance`` (right-handed, metres, Y up, the signer faces +Z, joint frames
aligned with the world at rest).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.rotations import IDENTITY, Array, multiply, rotate

SIDES = ("R", "L")


class Skeleton:
    """A rig with the tables that kinematics needs at hand."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.number = {name: index for index, name in enumerate(rig.names)}
        self._chains: dict[str, tuple[str, ...]] = {}

    def head(self, joint: str) -> Array:
        """Rest position (3,) of a joint."""
        return np.asarray(self.rig.heads[self.number[joint]], float)

    def tail(self, joint: str) -> Array:
        return np.asarray(self.rig.tails[self.number[joint]], float)

    def chain(self, joint: str) -> tuple[str, ...]:
        """The joint and its ancestors, root first."""
        known = self._chains.get(joint)
        if known is None:
            known = self._chains[joint] = self._chain(joint)
        return known

    def _chain(self, joint: str) -> tuple[str, ...]:
        out = []
        index = self.number[joint]
        while index >= 0:
            out.append(self.rig.names[index])
            index = int(self.rig.parents[index])
        return tuple(reversed(out))

    def parent(self, joint: str) -> str | None:
        index = int(self.rig.parents[self.number[joint]])
        return self.rig.names[index] if index >= 0 else None


@lru_cache(maxsize=8)
def skeleton(rig: Rig) -> Skeleton:
    """The skeleton of a rig, made once."""
    return Skeleton(rig)


class World:
    """World rotation and position of joints, worked out on demand and remembered.

    local: joint → local rotations (T, 4) or (4,); joints left out are at rest. Call ``forget``
    after changing a local rotation.
    """

    def __init__(self, body: Skeleton, local: dict[str, Array]) -> None:
        self.body = body
        self.local = local
        self._known: dict[str, tuple[Array, Array]] = {}
        self._back: dict[str, tuple[Array, Array]] = {}
        self._backs: dict[tuple[str, ...], tuple[Array, Array]] = {}

    def joint(self, name: str) -> tuple[Array, Array]:
        """(rotation (…, 4), position (…, 3)) of a joint in the world."""
        known = self._known.get(name)
        if known is not None:
            return known
        parent = self.body.parent(name)
        own = self.local.get(name)
        if parent is None:
            rotation = IDENTITY if own is None else own
            position = self.body.head(name)
        else:
            above, origin = self.joint(parent)
            rotation = above if own is None else multiply(above, own)
            position = origin + rotate(above, self.body.head(name) - self.body.head(parent))
        self._known[name] = (rotation, position)
        return rotation, position

    def point(self, joint: str, rest_position: Array) -> Array:
        """Where a point fixed to ``joint`` (given at rest) is now."""
        rotation, position = self.joint(joint)
        return position + rotate(rotation, rest_position - self.body.head(joint))

    def back(self, joint: str) -> tuple[Array, Array]:
        """(matrix (…, 3, 3), shift (…, 3)): ``points @ matrix + shift`` is where points fixed to a
        joint would be at rest."""
        known = self._back.get(joint)
        if known is None:
            turn, place = self.joint(joint)
            matrix = np.stack([rotate(turn, axis) for axis in np.eye(3)], axis=-1)
            shift = self.body.head(joint) - (place[..., None, :] @ matrix)[..., 0, :]
            known = self._back[joint] = (matrix, shift)
        return known

    def backs(self, joints: tuple[str, ...]) -> tuple[Array, Array]:
        """(matrices (T or 1, J, 3, 3), shifts (T or 1, J, 3)) of ``back`` for several joints."""
        known = self._backs.get(joints)
        if known is None:
            ways = [self.back(joint) for joint in joints]
            turns = np.stack(np.broadcast_arrays(*(turn for turn, _ in ways)), axis=-3)
            shifts = np.stack(np.broadcast_arrays(*(shift for _, shift in ways)), axis=-2)
            known = turns.reshape(-1, *turns.shape[-3:]), shifts.reshape(-1, *shifts.shape[-2:])
            self._backs[joints] = known
        return known

    def forget(self, name: str) -> None:
        """Drop what was remembered about a joint and everything below it."""
        for known in list(self._known):
            if name == known or name in self.body.chain(known):
                del self._known[known]
                self._back.pop(known, None)
        for joints in list(self._backs):
            if any(name in self.body.chain(joint) for joint in joints):
                del self._backs[joints]


def positions(
    rig: Rig, local: Mapping[str, Array], frames: int, joints: tuple[str, ...] | None = None
) -> Array:
    """World positions (T, J, 3) of ``joints`` (default: all of the rig)."""
    world = World(skeleton(rig), dict(local))
    names = rig.names if joints is None else joints
    return np.stack([np.broadcast_to(world.joint(n)[1], (frames, 3)) for n in names], axis=1)
