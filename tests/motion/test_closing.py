"""What is written to touch touches, and nothing is in anything for it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from a11y.bench.contacts import contact_gaps, contacts_able
from a11y.bench.touchable import Planned, touchable
from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.arm import solve
from a11y.sign_avatar.motion.arm_states import TILT
from a11y.sign_avatar.motion.closing import closing
from a11y.sign_avatar.motion.collide import penetrations
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.fitted import passing
from a11y.sign_avatar.motion.keeping import bump, moments
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.limb import arm
from a11y.sign_avatar.motion.retiming import Schedule, Tried, unhindered
from a11y.sign_avatar.motion.rotations import Array, about, multiply
from a11y.sign_avatar.motion.swivel import Wished
from a11y.sign_avatar.motion.timeline import assemble
from a11y.sign_avatar.motion.touching import Contact, contacts
from a11y.sign_avatar.performance import Performance

RATE = 25.0


def _local(done: Performance) -> dict[str, Array]:
    return {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}


def _contact(at: int, side: str = "R", *, body: bool = True) -> Contact:
    """One that may be made during the first second."""
    return Contact(side, body, False, at, 0, 50, np.zeros((1, 3)), np.zeros(1))


@pytest.mark.parametrize(
    "string",
    [
        "hamfinger2 hamextfingerl hampalmd hamupperarm hamtouch",
        "hamfinger2 hamextfingerl hampalmd hamelbow hamtouch",
        "hamfinger2 hamextfingerl hampalmd hamlowerarm hampinkyside hamtouch",
        "hamflathand hamextfingerul hampalmu hamseqbegin hamhandback hamwristback hamseqend "
        "hamtouch",
        "hamsymmpar hamflathand hamextfingero hampalml hampinkyside hamtouch hamchest hammoveo",
        # A hand that touches stays where it is while the other one may go elsewhere.
        "hamsymmlr hamfist hamthumboutmod hamextfingerl hampalmul hamparbegin hamearlobe hamplus "
        "hameyebrows hamthumb hamfingerside hamtouch hamparend",
        # The elbow is where the posture was found with, or the hand could not be turned so.
        "hamsymmlr hampinch12open hamthumbacrossmod hambetween hampinch12 hamextfingero hampalml "
        "hamparbegin hamshoulders hamtouch hamplus hamcheek hambetween hamunderchin hamparend "
        "hammover hamlargemod",
        # On its way the hand comes by the body, although start and end were shifted.
        "hamfinger23spread hamextfingerur hampalmr hamneutralspace hammoveul hamseqbegin "
        "hamhandback hamnostrils hamseqend hamtouch hammoveo hamlargemod",
    ],
)
def test_a_written_contact_is_made_and_nothing_is_in_anything(rig: Rig, string: str) -> None:
    done = motion.perform_notation(string, rig=rig)
    (gap, *others) = contact_gaps(rig, compile_string(rig, string), done)
    assert max(map(abs, (gap, *others))) < 0.005
    assert penetrations(rig, _local(done), len(done.times)).max() < 0.005


def test_a_contact_far_from_the_body_is_found(elias: Rig) -> None:
    """Farther from the body than distances to it are known: the way leads to where it is written.

    With Elias: without that way his hands stay 30 mm off the cheeks, Mara's come there by chance.
    """
    string = (
        "hamsymmpar hamlargemod hamfinger23spread hamdoublebent hamextfingeri hampalmdr hamlrat "
        "hamcheek hambrushing hammovel"
    )
    done = motion.perform_notation(string, rig=elias)
    assert max(map(abs, contact_gaps(elias, compile_string(elias, string), done))) < 0.005


def test_a_posture_closes_a_contact_with_little_tilt(rig: Rig) -> None:
    string = "hamflathand hamextfingerul hampalmu hamchest hampalm hamtouch"
    motions = compile_string(rig, string)
    done = motion.perform_notation(string, rig=rig)
    row = int(np.searchsorted(done.times, (done.marks[0].start + done.marks[0].end) / 2))
    world = World(skeleton(rig), _local(done))
    (written,) = contacts(rig, [(0, motions[0])])
    plan = {}
    for side in ("R", "L"):
        turn, place = world.joint(f"wrist.{side}")
        plan[side] = place[row] + np.array([0.0, 0.0, -0.02]), turn[row]
    # The wrist is where it is, but should be two centimetres further in, where the chest is.
    angles = dict.fromkeys(("R", "L"), motions[0].tracks["R"].angles[0])
    twice = [replace(written, mirrored=True)] * 2  # of one hand alone
    assert closing(rig, world, row, twice, plan, angles, []).gap < 0.004
    found = closing(rig, world, row, [written], plan, angles, [np.full((2, 3), 0.02)])
    assert found.gap < 0.004
    assert found.deep < 0.0045
    assert np.abs(found.tilts).max() <= TILT + 1e-9
    assert not found.shifts[1].any()  # the other hand has nothing to do with it


def test_more_time_is_no_better_where_a_contact_is_lost_for_it(rig: Rig) -> None:
    done = motion.rest(rig, seconds=0.2)
    hands = assemble(rig, ())
    frames = len(done.times)
    wrong = np.full(frames, 1e-4)
    tries = iter(
        (
            Tried(done, hands, wrong=wrong, stuck=False, lost=0.0),
            Tried(replace(done, german="later"), hands, wrong=0.9 * wrong, stuck=False, lost=0.05),
        )
    )
    schedule = Schedule((), leaving=1.0)
    assert unhindered(schedule, lambda _: next(tries)).german == ""


def test_contacts_at_once_are_one_moment() -> None:
    some = (_contact(10, "R"), _contact(11, "L"), _contact(40))
    firm = np.zeros((60, 2))
    found = moments(some, firm, rate=RATE)
    assert [len(one.contacts) for one in found] == [2, 1]
    assert [one.row for one in found] == [5, 20]


def test_a_hand_is_at_what_it_touches_then_and_not_at_the_next_contact() -> None:
    found = moments((_contact(10), _contact(40)), np.zeros((60, 2)), rate=RATE)
    share = bump(found[0], found, np.full((2, 3), 0.01), 60, RATE)
    assert share[found[0].row] == pytest.approx(1.0)
    assert share[found[1].row] == 0.0
    assert share[0] == share[-1] == 0.0
    slow = bump(found[0], found[:1], np.full((2, 3), 0.2), 60, RATE)
    assert (slow > 0).sum() > (share > 0).sum()  # far takes longer


def test_a_place_a_hand_is_sent_to_is_asked_for_once(rig: Rig) -> None:
    string = (
        "hamflathand hamextfingerul hampalml hamneutralspace hammoveo hammoveu hamchest hamtouch"
    )
    (motion_of_it,) = compile_string(rig, string)
    assert sum(aim.late for aim in motion_of_it.aims) == 1


def test_a_hand_comes_by_a_place_without_leaving_its_start_or_end() -> None:
    share = passing(60, 40, 0.10)
    assert share[40] == 1.0
    assert share[0] == share[-1] == 0.0
    assert (passing(60, 30, 0.30) > 0).sum() > (passing(60, 30, 0.02) > 0).sum()


def test_the_moment_of_a_contact_is_one_of_the_sign() -> None:
    # The sample lies between two frames of which the first comes before the sign.
    early = replace(_contact(29), first=29)
    (found,) = moments([early], np.zeros((60, 2)), rate=RATE)
    assert found.span[0] <= found.row


def test_an_elbow_is_where_it_is_wished_for(rig: Rig) -> None:
    one, frames = arm(rig, "R"), 30
    (written,) = compile_string(rig, "hamflathand hamextfingerul hampalml hamneutralspace")
    own = written.tracks["R"]
    targets, turns = (np.repeat(part[:1], frames, axis=0) for part in (own.wrist, own.turn))
    plain = solve(one, World(skeleton(rig), {}), targets, turns, dt=1 / RATE)
    there = np.radians(plain.angles[:, 4]) + np.radians(15.0)
    wished = Wished(there, np.ones(frames))
    led = solve(one, World(skeleton(rig), {}), targets, turns, dt=1 / RATE, wished=wished)
    off = led.angles[:, 4] - np.degrees(there)
    assert np.abs(off).max() < 6.0


def test_what_could_be_touched_is_told_from_what_could_not(rig: Rig) -> None:
    string = "hamflathand hamextfingerul hampalmu hamchest hampalm hamtouch"
    motions = compile_string(rig, string)
    done = motion.perform_notation(string, rig=rig)
    assert contacts_able(rig, motions, done) == [True]
    (written,) = contacts(rig, [(0, motions[0])])
    row = int(np.searchsorted(done.times, (done.marks[0].start + done.marks[0].end) / 2))
    world = World(skeleton(rig), {n: v[row : row + 1] for n, v in _local(done).items()})
    turn, place = (one.reshape(-1) for one in world.joint("wrist.R"))
    angles = motions[0].tracks["R"].angles[0]
    near = place + np.array([0.0, 0.0, 0.02])
    far = place + np.array([0.0, 0.0, 0.20])
    assert touchable(rig, world, written, Planned(near, turn, angles))
    assert not touchable(rig, world, written, Planned(far, turn, angles))
    # With the back of the hand ahead, no arm has the palm on its own chest.
    away = multiply(about(np.array([0.0, 1.0, 0.0]), np.asarray(np.pi)), turn)
    assert not touchable(rig, world, written, Planned(place, away, angles))
