"""How at ease arms are where the notation leaves them room: elbows hang, wrists are not bent to
their limits, nobody leans back to spare an elbow, hands cross where they are written to."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.bench.motion_record import targets_of
from a11y.sign_avatar import motion
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.compile import compile_string
from a11y.sign_avatar.motion.kinematics import positions
from a11y.sign_avatar.motion.limits import WRIST_DEVIATION, WRIST_FLEXION, wrist_share
from a11y.sign_avatar.motion.reachable import strained
from a11y.sign_avatar.motion.rotations import Array
from a11y.sign_avatar.performance import Performance

# A hand that holds the other one before the chest, palm up (STEHEN1).
HOLDING = (
    "hamparbegin hamfinger23spread hamfingerstraightmod hamextfingerol hampalmd hamplus "
    "hamflathand hamextfingeror hampalmu hamparend hamparbegin hammiddlefinger hamfingertip "
    "hamplus hampalm hamparend hamtouch hamchest"
)
# A thumb at the forehead: the place asks for a raised arm (NAME1).
FOREHEAD = (
    "hamfist hamthumboutmod hamextfingeru hampalml hamforehead hamthumb hamfingertip hamtouch "
    "hammover hamsmallmod"
)
CROSSING = (
    "hamparbegin hampinchall hamextfingero hampalmu hamplus hampinchall hamextfingero hampalmu "
    "hamparend hamparbegin hamstomach hamplus hamstomach hamparend hamparbegin hammovel "
    "hamlargemod hamarcu hamplus hammover hamlargemod hamarcd hamparend"
)
# Fingertips that leave the chin while the palm turns up (DANKE1).
FROM_CHIN = (
    "hamflathand hamextfingerui hampalmu hamchin hammiddlefinger hamfingertip hamtouch hamparbegin "
    "hammovedo hamlargemod hamreplace hamextfingero hampalmu hamparend"
)

# Only a bent wrist takes the palm where it is written.
AT_NEED = (
    "hamsymmpar hamfist hamfingerstraightmod hamextfingerui hampalmu hamparbegin hambelowstomach "
    "hamplus hamseqbegin hamthumbside hamforehead hamseqend hamtouch hamparend hamcirclel "
    "hamsmallmod hamclockd hamclockr"
)

# Only an elbow held up high takes the palm where it is written.
HELD_UP = (
    "hamfinger2 hamthumbacrossmod hamextfingerr hampalmul hamtouch hamparbegin hamswinging "
    "hamreplace hampalmdr hamrepeatcontinueseveral hamrepeatreverse hamparend"
)
# The search takes an elbow above the head, to which no way of the arm leads.
OVERHEAD = (
    "hamfinger2345 hamthumbacrossmod hamextfingeror hametc hampalmd hamforehead hambetween hamhead "
    "hambrushing hammovel hamrest hamrepeatcontinueseveral"
)


def during(rig: Rig, done: Performance, *joints: str) -> Array:
    """(T, joints, 3) while the sign lasts."""
    local = {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}
    where = positions(rig, local, len(done.times), joints)
    mark = done.marks[0]
    return np.asarray(where[(done.times >= mark.start) & (done.times <= mark.end)])


def test_elbows_hang_where_the_place_leaves_them_room(rig: Rig) -> None:
    done = motion.perform_notation(HOLDING, rig=rig)
    joints = during(rig, done, "upperarm01.L", "lowerarm01.L")
    way = joints[:, 1] - joints[:, 0]
    raised = np.degrees(np.arccos(-way[:, 1] / np.linalg.norm(way, axis=1)))
    assert raised.max() < 50  # 69 where the hands stay at the middle of the place


def test_nobody_leans_back_to_spare_an_elbow(rig: Rig) -> None:
    (sign,) = compile_string(rig, FOREHEAD)
    assert not sign.trunk.any()


def test_hands_cross_as_far_as_is_written(rig: Rig) -> None:
    done = motion.perform_notation(CROSSING, rig=rig)
    right, left = during(rig, done, "wrist.R", "wrist.L")[:, :, 0].T
    assert (left - right)[0] > 0.15
    assert (left - right)[-1] < -0.03


def test_a_wrist_that_goes_along_with_what_touches_is_not_jolted(rig: Rig) -> None:
    done = motion.perform_notation(FROM_CHIN, rig=rig)
    local = {name: done.rotations[:, k].astype(float) for k, name in enumerate(done.joints)}
    way = positions(rig, local, len(done.times), ("wrist.R",))[:, 0]
    step = float(done.times[1])
    assert np.linalg.norm(np.diff(way, 2, axis=0), axis=1).max() / step**2 < 19


@pytest.mark.parametrize("bent", [(WRIST_FLEXION[1], 0.0), (0.0, WRIST_DEVIATION[0])])
def test_a_wrist_at_its_limit_is_bent_wholly_and_dearer_than_one_bent_half(
    bent: tuple[float, float],
) -> None:
    flexion, deviation = np.radians(np.array(bent)[:, None] * np.array([0.0, 0.5, 0.8, 1.0]))
    assert wrist_share(flexion, deviation) == pytest.approx([0, 0.5, 0.8, 1])
    none, half, more, most = strained(flexion, deviation)
    assert none == half == 0
    assert 0 < more < 0.5 * most


def test_comfort_costs_no_posture(rig: Rig) -> None:
    targets, broken, _ = targets_of(rig, compile_string(rig, AT_NEED))
    assert broken == 0
    assert max(one.turn for one in targets) < 10  # degrees; 15 where comfort counts as at ease


def test_an_elbow_is_rather_held_up_than_a_palm_missed(rig: Rig) -> None:
    targets, broken, _ = targets_of(rig, compile_string(rig, HELD_UP))
    assert broken == 0
    assert max(one.turn for one in targets) < 10  # degrees; 15 where the elbow's price had no end


def test_what_is_found_is_posed_before_it_is_believed(rig: Rig) -> None:
    targets, _, _ = targets_of(rig, compile_string(rig, OVERHEAD))
    assert max(one.turn for one in targets) < 10  # degrees; 12 where the search alone was asked
