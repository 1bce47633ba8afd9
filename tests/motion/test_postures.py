"""Signs that looked wrong once: what was wrong with them, held for both signers."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar import body, lexicon
from a11y.sign_avatar.body.errors import BodyMissingError
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion import perform_notation
from a11y.sign_avatar.motion.compile import SignMotion, compile_string
from a11y.sign_avatar.motion.flesh import flesh, overlaps, segments
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.rings import linked
from a11y.sign_avatar.motion.rotations import Array, rotate
from a11y.sign_avatar.picture import HAIR, framing_for


@pytest.fixture(scope="module", params=["mara", "elias"])
def signer(request: pytest.FixtureRequest) -> Rig:
    try:
        return body.load_rig(signer=request.param)
    except BodyMissingError:
        pytest.skip("the signer's body is not built; run 'a11y body build'")


def sign(rig: Rig, name: str) -> SignMotion:
    return compile_string(rig, lexicon.load().entries[name].hamnosys)[0]


def middle(motion: SignMotion, side: str) -> Array:
    """(N, 3) the middle of a hand."""
    track = motion.tracks[side]
    return np.asarray(track.wrist + rotate(track.turn, motion.centres[side]))


@pytest.mark.parametrize("name", ["DANKE1", "OHR1"])
def test_nobody_leans_to_say_an_everyday_word(signer: Rig, name: str) -> None:
    motion = sign(signer, name)
    assert not motion.trunk.any()
    assert not motion.neck.any()


def test_what_is_exchanged_changes_sides_below_the_shoulders(signer: Rig) -> None:
    motion = sign(signer, "TAUSCHEN1")
    right, left = middle(motion, "R"), middle(motion, "L")
    assert left[0, 0] - right[0, 0] > 0.08
    assert right[-1, 0] - left[-1, 0] > 0.05
    assert right[-1, 1] - left[-1, 1] > 0.08  # one arm over the other
    assert max(right[:, 1].max(), left[:, 1].max()) < signer.landmarks["shoulder.R"].position[1]


def test_hands_before_the_chest_leave_the_mouth_free(signer: Rig) -> None:
    chin = signer.landmarks["chin"].position[1]
    for name in ("KALT1", "TREFFEN1", "ZÄHLEN1"):
        motion = sign(signer, name)
        assert max(middle(motion, side)[:, 1].max() for side in motion.tracks) < chin - 0.11


def test_numbers_in_a_row_stand_at_one_place(signer: Rig) -> None:
    """At the shoulder, where the hand stands upright over the elbow; before the chest the same
    strings led 6 cm lower for 14 than for 15, and some 20 cm further forward for 5 than for 14."""
    row = (*range(2, 6), *range(7, 11), *range(13, 16), *range(17, 20))
    places = np.array([middle(sign(signer, f"$NUM:{n}"), "R")[0] for n in row])
    assert (np.ptp(places, axis=0) < (0.03, 0.05, 0.09)).all(), np.ptp(places, axis=0)


def test_a_hand_at_the_forehead_leaves_room_for_the_elbow(signer: Rig) -> None:
    """Wrists lower than they were, so that upper arms hang lower (86° and 72°, then)."""
    shoulder = signer.landmarks["shoulder.R"].position[1]
    for name in ("MANN1", "HAAR1", "LERNEN1"):
        assert sign(signer, name).tracks["R"].wrist[0, 1] - shoulder < 0.18


@pytest.mark.parametrize("name", ["DEUTSCH1", "NAME1"])
def test_a_hand_at_the_forehead_leaves_both_eyes_free(signer: Rig, name: str) -> None:
    """As the camera sees them: no finger, hand or forearm before the middle of an eye."""
    done = perform_notation(lexicon.load().entries[name].hamnosys, rig=signer)
    local = {joint: done.rotations[:, k].astype(float) for k, joint in enumerate(done.joints)}
    world, (mark,) = World(skeleton(signer), local), done.marks
    during = (done.times >= mark.start) & (done.times <= mark.end)
    framing = framing_for(float(signer.landmarks["headtop"].position[1]) + HAIR)
    camera = np.array(framing.centre) + np.array([0, 0, framing.distance])
    for eye in ("eye.R", "eye.L"):
        seen = world.point("head", np.array(signer.landmarks[eye].position))[during]
        sight = (camera - seen) / np.linalg.norm(camera - seen, axis=1, keepdims=True)
        for limb in ("hand.R", "arm.R"):
            parts = flesh(signer, limb)
            starts, ends = (one[during] for one in segments(world, parts, len(done.times)))
            for share in np.linspace(0, 1, 9):
                off = starts + share * (ends - starts) - seen[:, None]
                off -= (off * sight[:, None]).sum(axis=-1, keepdims=True) * sight[:, None]
                assert (np.linalg.norm(off, axis=-1) - parts.radii).min() > 0.01


def test_a_hand_beside_the_head_is_before_the_shoulder_not_far_aside(signer: Rig) -> None:
    aside = abs(float(signer.landmarks["shoulder.R"].position[0]))
    for name in ("LICHT1", "DUSCHEN1"):
        wrist = sign(signer, name).tracks["R"].wrist
        assert np.abs(wrist[:, 0]).max() < aside + 0.04
        assert wrist[:, 2].min() > 0.15


def ring_of(world: World, rig: Rig, side: str, row: int) -> Array:
    """(8, 3) the closed line of thumb and index as they are posed."""
    ends = {one.joint: np.asarray(one.end) for one in rig.capsules}
    index, thumb = ([f"finger{n}-{k}.{side}" for k in (1, 2, 3)] for n in (2, 1))
    points = [world.joint(name)[1][row] for name in index]
    points += [world.point(bones[-1], ends[bones[-1]])[row] for bones in (index, thumb)]
    points += [world.joint(name)[1][row] for name in reversed(thumb)]
    return np.array(points)


def test_rings_of_a_chain_go_through_each_other_as_long_as_the_sign_lasts(signer: Rig) -> None:
    done = perform_notation(lexicon.load().entries["VERBINDEN1"].hamnosys, rig=signer)
    local = {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}
    world, (mark,) = World(skeleton(signer), local), done.marks
    parts = {side: flesh(signer, f"hand.{side}") for side in ("R", "L")}
    (right, left) = (segments(world, part, len(done.times)) for part in parts.values())
    deep = overlaps(right, parts["R"].radii, left, parts["L"].radii).deep.max(axis=(1, 2))
    during = np.flatnonzero((done.times >= mark.start) & (done.times <= mark.end))
    assert len(during) > 5
    for row in during:
        assert linked(*(ring_of(world, signer, side, int(row)) for side in ("R", "L")))
    assert deep.max() < 0.005  # they come and go without passing through fingers
    assert not linked(*(ring_of(world, signer, side, 0) for side in ("R", "L")))


def test_mirrored_rings_are_not_linked(signer: Rig) -> None:
    string = (
        "hamsymmlr hampinch12open hamextfingero hampalml hamindexfinger hamthumb haminterlock "
        "hamchest hammoveo hamsmallmod"
    )
    motion = compile_string(signer, string)[0]
    assert not any(aim.linked for aim in motion.aims)
    assert any(aim.linked for aim in sign(signer, "VERBINDEN1").aims)


def test_a_line_goes_through_another_one_or_passes_it_by() -> None:
    turn = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    none = np.zeros(12)
    one = np.stack([np.cos(turn), np.sin(turn), none], axis=1)
    across = np.stack([np.cos(turn) + 1, none, np.sin(turn) + 0.01], axis=1)
    assert linked(one, across)
    assert linked(across, one)
    assert not linked(one, across + np.array([2.5, 0, 0]))
    assert not linked(one, across * 0.3)


def test_a_pulse_is_tapped_from_above_and_the_tap_ends_there(signer: Rig) -> None:
    way = sign(signer, "ARZT1").tracks["R"].wrist[:, 1]
    assert way.max() - way[0] > 0.01
    assert way.min() > way[0] - 0.002
    assert abs(way[-1] - way[0]) < 0.002
