"""What people do where the arm alone cannot: other places of the same area, a turn of the trunk."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from a11y.bench.feasible import Wish, box, possible, wish_of
from a11y.bench.motion_record import asides, targets_of
from a11y.sign_avatar import body, motion, notation
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import orientation, rotations
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.arm_states import TILT
from a11y.sign_avatar.motion.compile import SignMotion, compile_sign, compile_string, wanted
from a11y.sign_avatar.motion.face import HEAD_SHARES
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import (
    arm,
    elbow_off,
    elbow_ways,
    humeral_turn,
    swivel_of,
    wrist_angles,
)
from a11y.sign_avatar.motion.limits import AT_EASE, HUMERUS, LIMBER, missing
from a11y.sign_avatar.motion.neck import with_head, without_head
from a11y.sign_avatar.motion.posed import from_trunk
from a11y.sign_avatar.motion.reachable import (
    SWIVELS,
    elbow_trouble,
    out_of_reach,
    shoulders,
    too_far_in,
)
from a11y.sign_avatar.motion.region import Room, give_of, room_of
from a11y.sign_avatar.motion.spans import wrists
from a11y.sign_avatar.motion.state import STEP
from a11y.sign_avatar.notation.model import Location

# Fingers at the signer, palm to the left: at the right side no arm does that without the trunk.
TURNS = "hamflathand hamextfingeri hampalmr hamchest hamlrat hamtouch"

# The hand hangs at the ear, its back ahead: the head comes to it.
NODS = "hamcee12 hamextfingerdo hampalmdr hamearlobe hamtouch"
TURNS_FAR = "hamflathand hamextfingeri hampalmr hamstomach hamlrat hamtouch"


def place(text: str) -> Location:
    sign = notation.parse(f"hamflathand hamextfingeru hampalmd {text}")
    assert isinstance(sign.location, Location)
    return sign.location


def test_a_touched_place_is_smaller_than_a_place_in_space() -> None:
    rooms = [room_of(place(t), head=False) for t in ("hamchest hamtouch", "hamchest")]
    sizes = [np.prod([high - low for low, high in (r.aside, r.up)]) for r in rooms]
    assert sizes[0] < 0.2 * sizes[1]
    assert rooms[0].out == (0.0, 0.0)
    assert rooms[1].beyond(np.array([0.0, 0.0, 1.0])) > 0.5
    assert rooms[1].beyond(np.zeros(3)) == 0.0


def test_the_first_of_a_rooms_steps_is_its_middle() -> None:
    steps = room_of(place("hamchest"), head=False).steps()
    assert not steps[0].any()
    assert len(np.unique(steps, axis=0)) == len(steps)


def test_close_to_a_place_is_close_to_any_of_its_skin() -> None:
    for name in ("hamhead", "hamforehead", "hamchin"):
        close, touched = (
            room_of(place(f"{name} {c}"), head=True) for c in ("hamclose", "hamtouch")
        )
        assert close.up[0] <= touched.up[0]
        assert touched.up[1] <= close.up[1]
    assert room_of(place("hamhead hamlrat hamclose"), head=True).up == (-0.04, 0.04)


def test_the_ends_of_a_room_are_tried_however_short_it_is() -> None:
    for length in (0.01, 0.032, 0.037, 0.05, 0.2):
        steps = Room((-length, length), (0.0, 0.0), (0.0, length)).steps()
        assert steps.min() == pytest.approx(-length)
        assert steps.max() == pytest.approx(length)


@pytest.mark.parametrize(("string", "turned"), [(TURNS, "trunk"), (NODS, "neck")])
def test_a_turned_body_leaves_fingers_and_palm_as_the_viewer_sees_them(
    rig: Rig, string: str, turned: str
) -> None:
    (sign,) = compile_string(rig, string)
    assert np.abs(getattr(sign, turned)).max() > np.radians(10)
    written = notation.parse(string).dominant
    asked = orientation.hand_turn(hand(rig, "R"), written.extended, written.palm)
    done = motion.perform_notation(string, rig=rig)
    local = {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}
    middle = int(np.searchsorted(done.times, (done.marks[0].start + done.marks[0].end) / 2))
    shown = World(skeleton(rig), local).joint("wrist.R")[0][middle]
    upright = World(skeleton(rig), {})
    wrists, turns = from_trunk(rig, sign.tracks["R"], sign.neck)
    reach = solve(arm(rig, "R"), upright, wrists, turns, dt=STEP)
    left = np.degrees(rotations.angle_between(shown, asked))
    # A hand that touches may tilt until it does.
    assert left < np.degrees(reach.turn_error.max() + TILT)


@pytest.mark.parametrize(
    "string",
    [
        TURNS,
        # An elbow above the wrist; the forearm upside down; the trunk bent to the hand.
        "hamceeall hamextfingerd hampalml hamshoulders hamtouch",
        "hamflathand hamextfingerui hampalmr hamforehead hamtouch",
        "hamflathand hamextfingerir hampalmd hamforehead hamtouch",
        "hamfist hamextfingerr hampalmdr hamarmextended",
    ],
)
def test_what_an_arm_can_only_just_do_is_done(rig: Rig, string: str) -> None:
    targets, broken, _ = targets_of(rig, compile_string(rig, string))
    assert all(target.met for target in targets)
    assert not broken


def test_an_elbow_may_come_to_the_middle_before_the_chest_and_not_into_it(rig: Rig) -> None:
    one = arm(rig, "R")
    inside, before = np.array([0.0, 1.1, 0.05]), np.array([0.0, 1.1, 0.3])
    assert too_far_in(one, inside, 0.13) == pytest.approx(0.13)
    assert too_far_in(one, before, 0.13) == 0.0


def test_places_on_the_head_go_with_the_head(rig: Rig) -> None:
    body = skeleton(rig)
    chin = rig.landmarks["chin"].position
    nod = np.radians([20.0, 0.0, 0.0])
    moved = with_head(body, nod, chin)
    world = World(body, {name: rotations.from_vector(nod * k) for name, k in HEAD_SHARES.items()})
    assert np.allclose(moved, world.point("head", chin))
    assert moved[1] < chin[1]
    assert np.allclose(without_head(body, nod, moved), chin)


def test_a_place_in_reach_of_the_search_is_inside_what_is_written(rig: Rig) -> None:
    (sign,) = compile_string(
        rig, "hampinch12 hamthumbopenmod hamextfingerdo hampalmd hamchest hammoveu"
    )
    keys = {key.row: key for key in wanted(rig, sign)}
    assert keys[-1].linked
    assert sign.shift > 0.01
    assert not sign.trunk.any()
    by = sign.tracks["R"].wrist[0] - keys[0].wrist
    assert keys[0].room.beyond(by * [-1, 1, 1]) < 1e-9  # towards the own side, up, out
    more = sign.tracks["R"].wrist[-1] - keys[-1].wrist - by
    assert np.abs(more).max() <= keys[-1].slack + 1e-9


def test_no_upper_arm_is_turned_further_than_shoulders_turn(rig: Rig) -> None:
    (sign,) = compile_string(rig, "hamflathand hamextfingerdi hampalmr hamstomach hamtouch")
    one, world = arm(rig, "R"), World(skeleton(rig), {})
    solve(one, world, sign.tracks["R"].wrist, sign.tracks["R"].turn, dt=STEP)
    shoulder, elbow, wrist = (
        world.joint(f"{name}.R")[1] for name in ("upperarm01", "lowerarm01", "wrist")
    )
    upper = rotations.unit(elbow - shoulder)
    hinge = rotations.unit(rotations.cross(upper, wrist - elbow))
    turn = np.degrees(humeral_turn(one, rotations.IDENTITY, upper, hinge))
    assert turn.min() > HUMERUS[0] - 3
    assert turn.max() < HUMERUS[1] + 3


def test_a_lean_of_the_trunk_is_performed(rig: Rig) -> None:
    still = "hamflathand hamextfingeruo hampalml hamneutralspace"
    (forward,) = compile_string(rig, f"{still} hamchest hammoveo")
    (left,) = compile_string(rig, f"{still} hamshoulders hammovel hamsmallmod")
    assert forward.trunk[0, 0] == 0.0
    assert np.degrees(forward.trunk[-1]) == pytest.approx([9, 0, 0])
    assert np.degrees(left.trunk[-1]) == pytest.approx([0, 0, -5])


def test_a_sign_that_fits_is_left_where_it_is(rig: Rig) -> None:
    (sign,) = compile_string(rig, "hamflathand hamextfingeruo hampalml hamneutralspace")
    assert sign.shift == 0.0
    assert not sign.trunk.any()


def test_of_two_readings_the_one_an_arm_can_do_is_taken(rig: Rig) -> None:
    easy = "hamflathand hamextfingeruo hampalml hamneutralspace"
    hard = "hamflathand hamextfingerd hampalmu hamheadtop hamtouch"
    (alone,), (both,) = (compile_string(rig, s) for s in (easy, f"{hard} hammetaalt {easy}"))
    assert np.allclose(alone.tracks["R"].wrist, both.tracks["R"].wrist)


def test_a_forearm_does_not_snap_where_the_hands_way_leads_through_the_impossible(
    rig: Rig,
) -> None:
    own = hand(rig, "R")
    share = np.linspace(0, 1, 60)[:, None]
    turns = np.concatenate(
        [rotations.about(own.f, np.radians(angle))[None] for angle in np.linspace(0, 360, 60)]
    )
    ahead = orientation.hand_turn(own, None, None)
    wrist = np.array([-0.2, 1.1, 0.35]) + 0 * share
    reach = solve(
        arm(rig, "R"),
        World(skeleton(rig), {}),
        wrist,
        rotations.multiply(ahead[None], turns),
        dt=STEP,
    )
    assert np.abs(np.diff(reach.angles[:, 1])).max() < 40


@pytest.mark.parametrize(("side", "sign"), [("R", -1.0), ("L", 1.0)])
def test_the_independent_search_tells_the_possible_from_the_impossible(
    rig: Rig, side: str, sign: float
) -> None:
    one, own = arm(rig, side), hand(rig, side)
    around = box(one, np.full(3, -0.01), np.full(3, 0.01))
    ahead = rotations.between_frames(
        own.rest_frame, rotations.frame(np.array([0, 0, 1.0]), np.array([0, -1.0, 0]))
    )
    back = rotations.between_frames(
        own.rest_frame, rotations.frame(np.array([0, 0, -1.0]), np.array([0, -1.0, 0]))
    )
    assert possible(Wish(one, np.array([sign * 0.2, 1.1, 0.4]), around, ahead))
    assert not possible(Wish(one, np.array([sign * 0.2, 1.1, 0.6]), around, back))


def test_two_hands_share_the_trunk(rig: Rig) -> None:
    # Either hand can do this with the trunk turned its own way.
    (sign,) = compile_string(rig, f"hamsymmlr {TURNS_FAR}")
    keys = {key.side: key for key in wanted(rig, sign)}
    wishes = [wish_of(arm(rig, side), keys[side]) for side in ("R", "L")]
    assert [possible(wish) for wish in wishes] == [True, True]
    assert not possible(*wishes)


def test_everywhere_in_a_cloud_of_wrists_the_arm_can_turn_the_hand_as_wanted(rig: Rig) -> None:
    one = arm(rig, "L")
    turns = rotations.unit(np.random.default_rng(5).normal(size=(6, 4)))
    for turn, places in zip(turns, wrists(one, turns), strict=True):
        assert len(places) > 20
        there = places[::25]
        origin = shoulders(one, there)
        upper, lower, hinge = elbow_ways(
            one, origin[:, None], rotations.IDENTITY, there[:, None], SWIVELS[None]
        )
        _, *angles = wrist_angles(one, lower, hinge, turn)
        wrong = np.degrees(missing(*angles)) + elbow_trouble(one, origin[:, None], upper, hinge)
        assert (wrong.min(axis=1) + out_of_reach(one, there, origin)).max() < 5


def test_an_elbow_keeps_its_direction_when_the_wrist_is_put_right(rig: Rig) -> None:
    one = arm(rig, "R")
    origin, level = one.body.head("upperarm01.R"), rotations.IDENTITY
    # Straight against where elbows hang: a millimetre turns every swivel over.
    up = rotations.unit(np.array([0.42, 1.0, 0.30]))
    first, second = origin + 0.2 * up + [[0.001, 0, 0]], origin + 0.2 * up - [[0.001, 0, 0]]
    off = elbow_off(one, origin, level, first, np.zeros(1))
    swivel = swivel_of(one, origin, level, second, off)
    assert abs(np.degrees(swivel[0])) > 90
    assert elbow_off(one, origin, level, second, swivel) @ off[0] == pytest.approx(1, abs=1e-3)


def test_a_touch_where_there_is_no_skin_leaves_the_place_as_large_as_it_was() -> None:
    for text in ("hamneutralspace", "hamcheek hamlrbeside"):
        assert room_of(place(f"{text} hamtouch"), head=True) == room_of(place(text), head=True)


def test_hands_touch_anywhere_on_the_parts_that_are_written(rig: Rig) -> None:
    assert give_of(place("hamindexfinger hamfingertip hamtouch")) < 0.015
    assert give_of(place("hampalm hamtouch")) > 0.03
    sign = notation.parse(
        "hamparbegin hamflathand hamextfingero hampalmu hamplus hamflathand hamextfingero hampalmu "
        "hamparend hamparbegin hampinkyside hamplus hampalm hamparend hamtouch"
    )
    dominant = next(key for key in wanted(rig, compile_sign(rig, sign)[0]) if key.slack)
    assert np.linalg.norm(dominant.level) == pytest.approx(1)  # along the skin, not off it


def test_a_hand_that_leaves_the_other_one_ends_at_the_place_it_was_sent_to(rig: Rig) -> None:
    string = (
        "hamparbegin hamfinger2 hamextfingerul hampalml hamplus hamflathand hamextfingeror "
        "hampalmu hamparend hampalm hamtouch hammoveu hamchin hamtouch"
    )
    (sign,) = compile_string(rig, string)
    keys = {(key.side, key.row): key for key in wanted(rig, sign)}
    start, end = keys["R", 0], keys["R", -1]
    assert start.skin is None  # both hands are in front of the body, not yet at the chin
    assert end.skin is not None
    assert not end.linked
    shift = sign.tracks["R"].wrist[-1] - end.wrist
    assert end.room.beyond(shift * [-1, 1, 1]) < 0.01


def test_a_movement_to_a_place_that_goes_on_and_on_stays_in_reach(rig: Rig) -> None:
    string = (
        "hamfinger2 hamextfingerl hampalmd hamstomach hamtouch hammoveu hamcheek hamlrbeside "
        "hamrepeatcontinueseveral hamrepeatfromstartseveral"
    )
    targets, _, _ = targets_of(rig, compile_string(rig, string))
    assert all(target.met for target in targets)


def test_what_is_missed_upright_is_met_as_limber_people_turn(rig: Rig) -> None:
    string = "hamsymmlr hamceeall hamthumbacrossmod hamextfingerdr hampalmur hamheadtop hamtouch"
    (sign,) = compile_string(rig, string)
    assert (np.abs(sign.trunk) > AT_EASE.trunk[1]).any()
    # Mirrored hands leave the middle where a posture would be missed there.
    assert np.abs(sign.trunk[:, 2]).max() > np.radians(20.0)
    for turned, leeway in ((sign.trunk, LIMBER.trunk), (sign.neck, LIMBER.neck)):
        assert (turned >= leeway[0] - 1e-6).all()
        assert (turned <= leeway[1] + 1e-6).all()
    targets, broken, _ = targets_of(rig, (sign,))
    assert all(target.met for target in targets)
    assert not broken


def test_a_hand_sent_to_the_other_one_goes_where_that_one_goes(rig: Rig) -> None:
    string = (
        "hamparbegin hamflathand hamextfingeruo hampalmu hamplus hamceeopen hamextfingerdl "
        "hampalml hamparend hamfingerside hamindexfinger hamarmextended hammoveu hamsmallmod "
        "hampinkyside hamtouch"
    )
    (sign,) = compile_string(rig, string)
    keys = {(key.side, key.row): key for key in wanted(rig, sign)}
    moved = {
        side: sign.tracks[side].wrist[-1] - keys[side, row].wrist
        for side, row in (("R", -1), ("L", 0))
    }
    assert np.linalg.norm(moved["L"]) > 0.1  # the extended arm is out of the other hand's reach
    assert np.linalg.norm(moved["R"] - moved["L"]) < 0.05  # along the parts that touch
    targets, _, _ = targets_of(rig, (sign,))
    assert all(target.met for target in targets)


def middles(sign: SignMotion) -> np.ndarray:
    """(2, 3) metres between one hand and the other's mirror image, at start and end."""
    right, left = (
        np.stack(
            [
                sign.tracks[side].wrist[row]
                + rotations.rotate(sign.tracks[side].turn[row], sign.centres[side])
                for row in (0, -1)
            ]
        )
        for side in ("R", "L")
    )
    return np.asarray(right - left * [-1.0, 1.0, 1.0])


@pytest.mark.parametrize(
    "string",
    [
        # Fingertips that meet, the wrists bent as far as they go: another place is easier.
        "hamsymmlr hamflathand hamextfingerul hampalmdl hamfingertip hammiddlefinger hamtouch "
        "hamchest hammovedr",
        "hamsymmlr hampinch12 hamextfingero hampalmd hamclose hamchest hammover",
        # Easier with trunk and head twisted.
        "hamsymmlr hamfinger2 hamextfingeru hampalmdr hametc hamlrbeside hamteeth",
    ],
)
@pytest.mark.parametrize("signer", ["mara", "elias"])
def test_mirrored_hands_stay_in_the_middle(signer: str, string: str) -> None:
    (sign,) = compile_string(body.load_rig(signer=signer), string)
    assert np.abs(middles(sign)).max() < 0.005
    assert np.degrees(np.abs(sign.trunk[:, 1:]).max()) < 1.0


def test_the_bench_tells_how_far_mirrored_hands_are_aside(rig: Rig) -> None:
    motions = compile_string(rig, "hamsymmlr hamflathand hamextfingero hampalmd hamchest hammoveo")
    assert max(asides(rig, motions)) < 1.0
    (sign,) = motions
    moved = {
        s: replace(one, wrist=one.wrist + np.array([0.05, 0, 0])) for s, one in sign.tracks.items()
    }
    assert asides(rig, (replace(sign, tracks=moved),)) == pytest.approx([50.0, 50.0], abs=1.0)
    alone = compile_string(rig, "hamflathand hamextfingero hampalmd hamchest hammoveo")
    assert asides(rig, alone) == []
