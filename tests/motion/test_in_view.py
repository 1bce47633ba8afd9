"""Hands are never cut off by the edge of the picture, wherever a sign is written to be."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.bench.in_picture import cut_off
from a11y.bench.motion_record import local_turns
from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.collide import penetrations
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.in_view import brought_in, edge_demands, outside_at, shifted_into, view
from a11y.sign_avatar.motion.kinematics import World, positions, skeleton
from a11y.sign_avatar.motion.yielding import Demands

FAR_ASIDE = "hamfinger2 hamextfingeror hampalmd hamchest hammover hamlargemod"

# A large circle beside the other wrist: start and end are well inside the picture.
CIRCLE = (
    "hamfist hamextfingerdl hampalmr hamwristpulse hampalm hamlrbeside hamcircleir hambetween "
    "hamcircleol hamlargemod hamreplace hampalmu"
)
# A hand deep in head and trunk, which have turned far for its sake: it gives way to the side.
AT_THE_EAR = (
    "hamfinger23spread hamextfingerdr hampalmd hamseqbegin hamindexfinger hamringfinger "
    "hamfingermidjoint hamear hamseqend hamtouch hamswinging hamnose"
)
# Hands that touch each other and go far aside together.
TOGETHER = (
    "hamfinger23spread hammiddlefinger hamringfinger hamdoublebent hamextfingerdr hampalml "
    "hamfingernail hamringfinger haminterlock hammoveil hamsmallmod hamarcr hamrepeatfromstart "
    "hamalternatingmotion hammovecross hamrepeatfromstartseveral"
)


@pytest.mark.parametrize(
    "written",
    [
        FAR_ASIDE,
        "hamsymmlr hamflathand hamextfingero hampalmu hamchest hammover hamlargemod",
        "hamflathand hamextfingeru hampalmd hamheadtop hammoveu",
        "hamflathand hamextfingerd hampalml hambelowstomach hammoved hamlargemod",
        CIRCLE,
        AT_THE_EAR,
    ],
)
def test_no_hand_is_cut_off(rig: Rig, written: str) -> None:
    done = motion.perform_notation(written, rig=rig)
    local = {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}
    assert not cut_off(rig, local, len(done.times)).any()


def test_a_hand_that_leaves_the_picture_is_seen_to_be_cut_off(rig: Rig) -> None:
    still = {"wrist.R": np.array([[0.0, 0.0, 0.0, 1.0]])}
    assert cut_off(rig, still, 1).all()  # in rest pose of the rig the arms hang beside the hips


def test_hands_that_give_way_are_asked_to_do_so_inside_the_picture(rig: Rig) -> None:
    world = World(skeleton(rig), {rig.names[0]: np.array([[0.0, 0.0, 0.0, 1.0]])})
    demands = Demands()
    unseen = edge_demands(rig, world, np.zeros((1, 2, 3)), demands)
    ways, needs = np.concatenate(demands.ways), np.concatenate(demands.needs)
    upwards = [need for way, need in zip(ways, needs, strict=True) if way[1] > 0 or way[4] > 0]
    assert max(upwards) > 0  # hanging arms are below the picture's lower edge
    assert unseen[0] > 0


def test_places_beyond_the_edge_are_known_and_led_back(rig: Rig) -> None:
    picture = view(rig)
    points = np.array(picture.centre) + np.array([[[0.3, 0.1, 0.0], [0.2, -0.3, 0.1]]])
    shifts = np.array([[0.0, 0, 0], [0.2, 0, 0], [-0.3, 0.1, 0.2], [0, -0.2, -0.1]])
    out = outside_at(rig, points, shifts)[0]
    there = [picture.outside(points[0] + shift).max() for shift in shifts]
    assert np.allclose(out - out[0], np.array(there) - there[0], atol=1e-6)
    assert out[1] > 0.05 > 0 > out[0]
    still = World(skeleton(rig), {"wrist.R": np.array([[0.0, 0.0, 0.0, 1.0]])})
    _, hanging = still.joint("wrist.R")  # below the picture
    raised = brought_in(rig, still, "R", np.atleast_2d(hanging)) - hanging
    assert raised[0, 1] > 0.02


def test_a_movement_to_the_edge_still_goes_there(rig: Rig) -> None:
    done = motion.perform_notation(FAR_ASIDE, rig=rig)
    local = {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}
    mark = done.marks[0]
    inside = (done.times >= mark.start) & (done.times <= mark.end)
    wrist = positions(rig, local, len(done.times), ("wrist.R",))[inside, 0]
    assert wrist[0, 0] - wrist[-1, 0] > 0.08, "to the signer's right"


def test_what_fits_and_what_touches_the_body_stays(rig: Rig) -> None:
    for written in (
        "hamfist hamextfingeru hampalmd hamshoulders hamlrat",
        "hamfinger2 hamextfingeru hampalmd hamindexfinger hamfingertip hamforehead hamtouch",
    ):
        for one in compile_string(rig, written):
            assert shifted_into(rig, one) is one


def test_hands_that_touch_each_other_come_into_the_picture_as_one(rig: Rig) -> None:
    (one,) = compile_string(rig, TOGETHER)
    moved = shifted_into(rig, one)
    ways = {side: moved.tracks[side].wrist - one.tracks[side].wrist for side in one.tracks}
    assert np.abs(ways["R"]).max() > 0.03  # metres
    assert np.allclose(ways["R"], ways["L"])
    before = [aim for aim in one.aims if aim.contact]
    assert len(moved.aims) == len(before) > 0  # the contact is still asked for, where it went
    for aim, was in zip(moved.aims, before, strict=True):
        assert np.allclose(aim.wrist - was.wrist, ways[aim.side][0])


def test_where_the_picture_would_have_it_inside_something_it_stays_where_it_is_written(
    rig: Rig,
) -> None:
    """Shifted into the picture, hands of this sign were 12 mm inside something."""
    string = (
        "hamsymmpar hamfist hamdoublehooked hamextfingerd hampalmur hametc hamparbegin "
        "hamthumb hampinky hamfingertip hamplus hampalm hamparend hamcross hamshoulders "
        "hamparbegin hammoveui hambetween hammovedi hamlargemod hamreplace hamdecreasing "
        "hampalmul hamrepeatfromstartseveral hamalternatingmotion hamparend "
        "hamrepeatfromstart hammovedr hamrepeatfromstart"
    )
    done = motion.perform_notation(string, rig=rig)
    assert penetrations(rig, local_turns(done), len(done.times)).max() < 0.005
