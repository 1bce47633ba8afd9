"""What is written to touch touches, and nothing is in anything for it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from a11y.bench.contacts import contact_gaps
from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.closing import TILT, closing
from a11y.sign_avatar.motion.collide import penetrations
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.keeping import bump, moments
from a11y.sign_avatar.motion.kinematics import World, skeleton
from a11y.sign_avatar.motion.retiming import Schedule, Tried, unhindered
from a11y.sign_avatar.motion.rotations import Array
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
    ],
)
def test_a_written_contact_is_made_and_nothing_is_in_anything(rig: Rig, string: str) -> None:
    done = motion.perform_notation(string, rig=rig)
    (gap, *others) = contact_gaps(rig, compile_string(rig, string), done)
    assert max(map(abs, (gap, *others))) < 0.005
    assert penetrations(rig, _local(done), len(done.times)).max() < 0.005


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
