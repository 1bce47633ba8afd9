"""Hands go where trunk and head take them, and ways take the time that needs."""

from __future__ import annotations

import numpy as np

from a11y.bench.motion_record import local_turns
from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.carrying import UPRIGHT, Stance, as_carried, seconds_carried
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.kinematics import positions
from a11y.sign_avatar.motion.state import Track
from a11y.sign_avatar.motion.tempo import GENTLE
from a11y.sign_avatar.motion.timeline import Planned, assemble
from a11y.sign_avatar.motion.transitions import rest_state

ASIDE = Stance(np.array([0.0, 0.9, 0.0]), np.zeros(3))
# Behind the forehead, for which the trunk leans back while the hand comes up.
LEANING = (
    "hamfinger23 hamthumbopenmod hamextfingerdi hampalmu hamforehead hamfusionbegin hammovedr "
    "hamsmallmod hammoveuo hamsmallmod hamfusionend"
)


def _held(rig: Rig, side: str, count: int, head: float) -> Track:
    rest = rest_state(rig, side)
    return Track(
        np.repeat(rest.wrist[None], count, 0),
        np.repeat(rest.turn[None], count, 0),
        np.repeat(rest.angles[None], count, 0),
        np.full(count, head),
    )


def test_a_hand_in_space_goes_with_the_trunk_and_one_at_the_head_with_the_head(rig: Rig) -> None:
    aside, none = np.linspace(0, 1, 5)[:, None] * ASIDE.trunk, np.zeros((5, 3))
    for head, trunk, neck in ((0.0, aside, none), (1.0, none, aside)):
        there = as_carried(rig, {"R": _held(rig, "R", 5, head)}, trunk, neck)["R"]
        assert there.wrist[-1, 0] > there.wrist[0, 0] + 0.1, "to the signer's left"
    still = as_carried(rig, {"R": _held(rig, "R", 5, 0.0)}, none, aside)["R"]
    assert np.allclose(still.wrist, still.wrist[0])


def test_a_way_takes_as_long_as_trunk_and_head_take(rig: Rig) -> None:
    rest = rest_state(rig, "R")
    assert seconds_carried(rig, "R", rest, rest, ASIDE, ASIDE) == 0
    near = seconds_carried(rig, "R", rest, rest, UPRIGHT, Stance(0.3 * ASIDE.trunk, np.zeros(3)))
    far = seconds_carried(rig, "R", rest, rest, UPRIGHT, ASIDE)
    assert 0 < near < far < 1


def test_a_wrist_is_not_jerked_by_the_trunk_that_turns_for_it(rig: Rig) -> None:
    done = motion.perform_notation(LEANING, rig=rig)
    path = positions(rig, local_turns(done), len(done.times), ("wrist.R", "wrist.L"))
    step = float(done.times[1] - done.times[0])
    assert np.linalg.norm(np.diff(path, 2, axis=0), axis=-1).max() / step**2 < 0.9 * GENTLE


def test_a_slower_pace_makes_the_first_way_slower_not_only_later(rig: Rig) -> None:
    (one,) = compile_string(rig, "hamflathand hamextfingeru hampalmd hamchest hammoveo")
    fastest = []
    for pace in (1.0, 2.0):
        hands = assemble(rig, (Planned(one, 0, pace=pace),))
        way = hands.tracks["R"].wrist[: hands.spans[0][1]]
        fastest.append(np.linalg.norm(np.diff(way, axis=0), axis=1).max())
    assert fastest[1] < 0.75 * fastest[0]
