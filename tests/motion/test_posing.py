"""Ways of hands that are tried and taken back leave nothing behind."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.keeping import Ways
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.posing import Posing
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.state import STEP
from a11y.sign_avatar.motion.swivel import Wished

BOTH = "hamsymmlr hamflathand hamextfingero hampalmd hamchest hammoveo"


def test_elbows_of_ways_that_were_taken_back_are_forgotten(rig: Rig) -> None:
    (sign,) = compile_string(rig, BOTH)
    wrists = {side: one.wrist for side, one in sign.tracks.items()}
    turns = {side: one.turn for side, one in sign.tracks.items()}
    frames = sign.count
    world = World(skeleton(rig), {})
    posing = Posing(rig, world, turns, (0.0, (frames - 1) * STEP), STEP)
    plain = Ways(wrists, turns, wrists, turns, {})
    wished = Wished(np.full(frames, np.radians(100.0)), np.ones(frames))
    tried = replace(plain, elbows={"R": wished, "L": wished})

    def elbow(ways: Ways) -> Array:
        posing.lead(ways, np.zeros((frames, 2, 3)), np.zeros((frames, 2)))
        return np.array(world.joint("lowerarm01.R")[1])

    before = elbow(plain)
    assert np.abs(elbow(tried) - before).max() > 0.05  # the wish is heard
    assert np.abs(elbow(plain) - before).max() < 1e-9
