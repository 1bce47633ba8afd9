"""How far hands are from what is written once their arms are posed.

The search looks at single postures; an arm goes a way, on which its elbow cannot leap. So what is
found is posed before it is believed.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.neck import with_head
from a11y.sign_avatar.motion.rotations import Array, from_vector, multiply
from a11y.sign_avatar.motion.state import STEP, Track

_REACH = 600.0  # degrees that a metre a wrist falls short counts as, like ``out_of_reach``


def from_trunk(rig: Rig, track: Track, neck: Array) -> tuple[Array, Array]:
    """(wrists (N, 3), turns (N, 4)) of a hand as the trunk sees them, wherever the head takes it.
    neck: (N or more, 3) how the head is turned, see ``compile.SignMotion``."""
    if not neck.any() or not track.head.any():
        return track.wrist, track.turn
    turned = neck[: len(track)] * track.head[:, None]
    wrists = with_head(skeleton(rig), turned, track.wrist)
    return wrists, multiply(from_vector(turned), track.turn)


def missed_by(rig: Rig, tracks: Mapping[str, Track], neck: Array) -> Array:
    """(H, 2) degrees by which each hand misses its posture at the start and at the end, with what
    it falls short counted in."""
    out = []
    for side, track in tracks.items():
        wrists, turns = from_trunk(rig, track, neck)
        ends = (0.0, (len(track) - 1) * STEP)
        reach = solve(arm(rig, side), World(skeleton(rig), {}), wrists, turns, dt=STEP, edges=ends)
        off = np.degrees(reach.turn_error) + _REACH * reach.short
        out.append(off[[0, -1]])
    return np.array(out)
