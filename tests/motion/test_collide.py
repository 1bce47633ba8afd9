"""Hands and forearms stay out of the body and each other, without jolts."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.bench.contacts import contact_gaps
from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.collide import depths, hand_depth
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.escape import at_ease, clear_ways, shares
from a11y.sign_avatar.motion.flesh import away_at_rest
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.obstacles import obstacles
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.motion.touching import touching
from a11y.sign_avatar.motion.transitions import rest_state
from a11y.sign_avatar.motion.yielding import Demands, displacement
from a11y.sign_avatar.performance import Performance

RATE = 25.0


def _demand(frame: int, way: tuple[float, float, float], metres: float) -> Demands:
    demands = Demands()
    demands.add(np.array([frame]), 0, np.array([way]), np.array([metres]))
    return demands


def _local(done: Performance) -> dict[str, Array]:
    """Joint → its turns (T, 4)."""
    return {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}


def _deepest(rig: Rig, done: Performance) -> float:
    """Metres that anything is inside anything else at most."""
    return max(float(one.max()) for one in depths(rig, _local(done), len(done.times)).values())


def test_a_hand_goes_round_smoothly_and_only_where_it_must() -> None:
    moved = displacement(_demand(30, (0, 0, 1), 0.02), np.zeros((60, 2, 3)), rate=RATE)
    assert moved[30, 0, 2] == pytest.approx(0.02, abs=0.002)
    assert np.abs(moved[[0, -1]]).max() < 1e-3
    assert np.abs(moved[:, 1]).max() < 1e-9  # the other hand has nothing to do with it
    assert np.abs(np.diff(moved, 2, axis=0)).max() * RATE**2 < 10


def test_opposite_demands_do_not_jolt() -> None:
    demands = Demands()
    for frame, way in ((30, 1.0), (31, -1.0)):
        demands.add(np.array([frame]), 0, np.array([[way, 0.0, 0.0]]), np.array([0.12]))
    moved = displacement(demands, np.zeros((60, 2, 3)), rate=RATE)
    assert np.abs(np.diff(moved, 2, axis=0)).max() * RATE**2 < 40


def test_a_hand_that_gave_way_is_back_where_it_touches() -> None:
    still, firm = np.zeros((60, 2, 3)), np.zeros((60, 2))
    firm[36:44, 0] = 1.0
    demands = _demand(28, (0, 0, 1), 0.05)
    free = displacement(demands, still, rate=RATE)
    held = displacement(demands, still, rate=RATE, firm=firm)
    assert held[28, 0, 2] == pytest.approx(0.05, abs=0.003)
    assert np.abs(held[38:42, 0]).max() < 0.004 < np.abs(free[38:42, 0]).max()


def test_no_demand_moves_nothing() -> None:
    assert not displacement(Demands(), np.zeros((30, 2, 3)), rate=RATE).any()
    assert (
        np.abs(displacement(_demand(15, (1, 0, 0), -0.01), np.zeros((30, 2, 3)), rate=RATE)).max()
        < 1e-9
    )


def test_the_field_says_how_far_the_skin_is(rig: Rig) -> None:
    chest = rig.landmarks["chest"]
    steps = np.array([-0.02, 0.0, 0.02])[:, None]
    found = away_at_rest(rig, chest.position + steps * chest.normal)
    assert found == pytest.approx([-0.02, 0.0, 0.02], abs=0.006)


def test_a_hand_in_the_chest_is_deep_and_one_before_it_is_not(rig: Rig) -> None:
    state = rest_state(rig, "R")
    chest = rig.landmarks["chest"].position
    wrists = chest + np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 0.3]])
    deep = hand_depth(rig, "R", wrists, state.turn, state.angles)
    assert deep[0] > 0.02
    assert deep[1] == 0


def test_a_hand_that_crosses_the_body_meets_nothing(rig: Rig) -> None:
    done = motion.perform_notation("hamfist hamextfingerl hampalmd hamchest hammovel", rig=rig)
    local = _local(done)
    found = depths(rig, local, len(done.times))
    assert {"hand.R body", "arm.R body", "arm.R arm.L", "hand.R hand.L"} <= set(found)
    assert max(float(one.max()) for one in found.values()) < 0.008


def test_hands_written_through_each_other_go_round_and_who_wrote_it_is_told(rig: Rig) -> None:
    string = "hamsymmlr hamflathand hamextfingerul hampalmd hamchest hammovel hamlargemod"
    found = obstacles(rig, compile_string(rig, string))
    assert any((one.limb, one.what) == ("right hand", "left hand") for one in found)
    assert str(found[0]).endswith("gives way, and may miss its place.")
    done = motion.perform_notation(string, rig=rig)
    assert found[0].depth > 0.02 > 0.005 > _deepest(rig, done)


def test_a_hand_written_across_the_throat_goes_round_the_head(rig: Rig) -> None:
    done = motion.perform_notation("hamfist hamextfingeror hampalml hamunderchin hamcross", rig=rig)
    assert _deepest(rig, done) < 0.005


def test_fingertips_that_are_written_to_touch_do(rig: Rig) -> None:
    string = (
        "hamsymmlr hamflathand hamextfingerul hampalmdl hamfingertip hammiddlefinger hamtouch "
        "hamchin hammovedr"
    )
    motions = compile_string(rig, string)
    gaps = contact_gaps(rig, motions, motion.perform_notation(string, rig=rig))
    assert len(gaps) == 2
    assert max(abs(gap) for gap in gaps) < 0.005
    (one,) = motions
    while_touching = touching(rig, [(10, one)], one.count + 20)["R"].firm
    assert while_touching[11] > 0.9
    assert while_touching[8 + one.count :].max() == 0


def test_a_usual_sign_is_in_nobodys_way(rig: Rig) -> None:
    assert not obstacles(rig, compile_string(rig, "hamfist hamextfingeru hampalmd hamchest"))


def test_what_no_way_round_gets_out_of_flesh_stays_in_front_instead(rig: Rig) -> None:
    string = (
        "hampinch12open hamthumboutmod hamfingerstraightmod hamextfingerd hampalml hamelbow "
        "hambehind hamparbegin hammoveor hammovel hamarcl hamparend"
    )
    done = motion.perform_notation(string, rig=rig)
    assert _deepest(rig, done) < 0.005


def test_a_hand_that_cannot_get_out_in_time_is_given_more_time(rig: Rig) -> None:
    string = (
        "hamsymmpar hamceeopen hamdoublebent hametc hamextfingerdr hampalmdl hammiddlefinger "
        "hamfingerbase hamcross hamear hammoveuo hamsmallmod hamarcd hamsmallmod hammover "
        "hamrepeatfromstartseveral hametc hamcoreftag"
    )
    done = motion.perform_notation(string, rig=rig)
    assert _deepest(rig, done) < 0.005


def test_a_hand_does_not_leap_where_its_arm_turns_the_other_way(rig: Rig) -> None:
    """What touches stays in its place while the arm cannot turn the hand as written; where the arm
    flips from one frame to the next, the hand goes there smoothly."""
    string = (
        "hamparbegin hampinch12open hamfingerhookmod hammiddlefinger hamfingerside hamindexfinger "
        "hamextfingerdo hampalmd hamplus hampinch12open hamthumbacrossmod hamextfingerir hampalmul "
        "hamparend hamhead hamtouch hamreplace hamextfingeri hampalmdr"
    )
    done = motion.perform_notation(string, rig=rig)
    _, wrist = World(skeleton(rig), _local(done)).joint("wrist.R")
    jolts = np.linalg.norm(np.diff(wrist, 2, axis=0), axis=1) * RATE**2
    assert jolts.max() < 25.0


def test_the_clear_space_is_clear_with_any_hand_turned_at_ease(rig: Rig) -> None:
    frames = 30
    local: dict[str, Array] = {}
    world = World(skeleton(rig), local)
    wild = np.random.default_rng(3).normal((0, 1.2, 0), 0.4, (frames, 2, 3))
    ways = clear_ways(rig, world, wild, rate=RATE)
    spread = np.zeros(21)
    for k, side in enumerate(("R", "L")):
        turned = at_ease(rig, world, side, np.tile([0.0, 0, 0, 1], (frames, 1)), np.ones(frames))
        solve(arm(rig, side), world, ways[:, k], turned, dt=1 / RATE)
        local.update(hand(rig, side).rotations(np.tile(spread, (frames, 1))))
    assert max(float(one.max()) for one in depths(rig, local, frames).values()) < 0.005


def test_a_hand_goes_to_the_clear_space_only_around_what_is_wrong() -> None:
    bad, far = np.zeros(100, bool), np.full(100, 0.3)
    bad[50] = True
    share = shares(bad, far, 0.1, RATE)
    assert share[48:53] == pytest.approx(1)
    assert not share[:20].any()
    assert not share[80:].any()
    assert not shares(np.zeros(100, bool), far, 0.1, RATE).any()
