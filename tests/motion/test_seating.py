"""Hands rest on what they touch: neither before it nor in it."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.bench.contacts import contact_gaps
from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import seating
from a11y.sign_avatar.motion.collide import penetrations
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.rotations import rotate
from a11y.sign_avatar.motion.state import HandState
from a11y.sign_avatar.performance import Performance


def at_start(rig: Rig, string: str) -> dict[str, HandState]:
    (sign,) = compile_string(rig, string)
    return {
        side: HandState(one.wrist[0], one.turn[0], one.angles[0], sign.centres[side])
        for side, one in sign.tracks.items()
    }


def deepest(rig: Rig, done: Performance) -> float:
    """Metres that anything is inside anything else at most."""
    local = {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}
    return float(penetrations(rig, local, len(done.times)).max())


@pytest.mark.parametrize(
    "string",
    [
        "hamflathand hamextfingerui hampalml hamcheek hamlrat hampalm hamtouch",
        "hamfinger2 hamextfingeru hampalml hamforehead hamlrat hamthumbside hamtouch",
        "hamfist hamextfingeru hampalmu hamchest hamtouch",
        "hamflathand hamextfingerul hampalmu hamchest hampalm hamtouch",
    ],
)
def test_a_hand_lies_on_the_body_with_the_part_that_is_written(rig: Rig, string: str) -> None:
    (sign,) = compile_string(rig, string)
    state, surface = at_start(rig, string)["R"], seating.body(rig)
    points, radii = seating.touching_points(rig, "R", state.angles, sign.aims[0].active)
    gap = float((surface(state.wrist + rotate(state.turn, points)) - radii).min())
    assert abs(gap) < 0.004
    assert deepest(rig, motion.perform_notation(string, rig=rig)) < 0.005


def test_mirrored_hands_meet_and_do_not_pass_through_each_other(rig: Rig) -> None:
    string = "hamsymmlr hamflathand hamextfingeru hampalml hampalm hamtouch hamchest"
    done = motion.perform_notation(string, rig=rig)
    assert max(map(abs, contact_gaps(rig, compile_string(rig, string), done))) < 0.005
    assert deepest(rig, done) < 0.005


def test_a_hand_far_from_what_it_should_touch_comes_only_so_far(rig: Rig) -> None:
    state = at_start(rig, "hamfist hamextfingeru hampalmu hamchest hamtouch")["R"]
    out = np.array([0.0, 0.0, 1.0])
    by = seating.off_by(rig, "R", state.moved(0.5 * out), None, seating.body(rig), out)
    assert by == pytest.approx(-0.05)
