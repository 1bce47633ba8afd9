"""How fast is still gentle: strokes in a sentence, and fingers on their way to the next sign."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from a11y.sign_avatar import lexicon
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.rotations import angle_between
from a11y.sign_avatar.motion.state import STEP
from a11y.sign_avatar.motion.tempo import fluent, pace
from a11y.sign_avatar.motion.timeline import read_at
from a11y.sign_avatar.motion.transitions import rest_state, shortest, transition

_FRAME = 2  # samples between two pictures of a film


def test_a_hand_that_turns_in_a_stroke_does_not_flip(rig: Rig) -> None:
    """KOMMEN1 made as quickly as in a sentence turned by 40 degrees from picture to picture."""
    (one,) = compile_string(rig, lexicon.load().entries["KOMMEN1"].hamnosys)
    where = pace(one.tracks, fluent(one.tracks))
    assert where is not None
    turns = read_at(one, where).tracks["R"].turn
    fastest = angle_between(turns[:-_FRAME], turns[_FRAME:]).max() / (_FRAME * STEP)
    assert 10.0 < fastest < 16.5  # radians a second: quick, but no flip


def test_fingers_do_not_snap_where_the_hand_has_no_way_to_go(rig: Rig) -> None:
    rest = rest_state(rig, "R")
    for degrees in (60.0, 100.0):
        shut = replace(rest, angles=rest.angles + degrees * (np.arange(21) == 5))
        count = round(shortest(rig, "R", rest, shut) / STEP)
        way = transition(rig, "R", rest, shut, count).angles[:, 5]
        whole = np.concatenate([[rest.angles[5]], way, [shut.angles[5]]])
        assert np.abs(whole[_FRAME:] - whole[:-_FRAME]).max() < 38.0
