"""How written details are to be understood."""

from __future__ import annotations

import pytest

from a11y.sign_avatar import notation
from a11y.sign_avatar.notation.model import (
    HandConstellation,
    Handshape,
    Location,
    Parallel,
    Repeated,
    Replace,
    Split,
    Straight,
    Targeted,
    TouchingHands,
)
from a11y.sign_avatar.notation.vocabulary import (
    Bending,
    Contact,
    Direction,
    Finger,
    PalmTurn,
    Size,
)


def _shape(names: str) -> Handshape:
    shape = notation.parse(f"{names} hamextfingeru hampalmd").dominant.shape
    assert shape is not None
    return shape


INDEX, MIDDLE, RING, PINKY = Finger.INDEX, Finger.MIDDLE, Finger.RING, Finger.PINKY


@pytest.mark.parametrize(
    ("names", "selected"),
    [
        ("hamfist", ()),
        ("hamfinger2", (INDEX,)),
        ("hamfinger2 hampinky", (PINKY,)),
        ("hamfinger23", (INDEX, MIDDLE)),
        ("hamfinger23spread hamindexfinger hammiddlefinger hamringfinger", (INDEX, MIDDLE, RING)),
        ("hampinch12 hammiddlefinger", (MIDDLE,)),
        ("hamflathand", (INDEX, MIDDLE, RING, PINKY)),
    ],
)
def test_selected_fingers(names: str, selected: tuple[Finger, ...]) -> None:
    assert _shape(names).selected == selected


def test_a_bending_after_a_finger_is_that_fingers() -> None:
    shape = _shape("hamfinger2345 hamthumboutmod hammiddlefinger hamfingerbendmod")
    assert shape.bending is None
    assert shape.bend_of(MIDDLE) is Bending.BEND
    assert shape.bend_of(INDEX) is None


def test_a_finger_after_a_general_bending_is_exempt() -> None:
    shape = _shape("hamflathand hamfingerbendmod hamindexfinger")
    assert shape.bend_of(INDEX) is None
    assert shape.bend_of(RING) is Bending.BEND


def test_a_picked_finger_has_the_general_bending() -> None:
    assert _shape("hamfinger2 hamfingerhookmod hampinky").bend_of(PINKY) is Bending.HOOK


def test_between_gives_a_second_shape_with_its_own_details() -> None:
    shape = _shape("hamflathand hamthumboutmod hambetween hamfist hamthumbacrossmod")
    assert shape.between == _shape("hamfist hamthumbacrossmod")
    assert shape.first == _shape("hamflathand hamthumboutmod")


def test_the_weak_hand_of_a_symmetric_sign_is_mirrored() -> None:
    sign = notation.parse("hamsymmpar hamflathand hamextfingerol hampalml hamchest")
    assert sign.weak is not None
    assert sign.weak.extended is not None
    assert sign.weak.palm is not None
    assert (sign.weak.extended.direction, sign.weak.palm.turn) == (Direction.OR, PalmTurn.R)


def test_what_a_pair_gives_the_weak_hand_is_taken_as_written() -> None:
    sign = notation.parse(
        "hamsymmlr hamparbegin hamfist hamextfingerl hampalml hamplus hamflathand hamextfingeru "
        "hampalmr hamparend hamchest"
    )
    assert sign.weak is not None
    assert sign.weak.palm is not None
    assert sign.weak.palm.turn is PalmTurn.R


def test_a_one_handed_sign_has_no_weak_hand() -> None:
    assert notation.parse("hamfist hamextfingeru hampalmd").weak is None


def test_a_size_after_an_arc_is_the_arcs() -> None:
    (move,) = notation.parse(
        "hamfist hamextfingeru hampalmd hamchest hammoveo hamlargemod hamarcu hamsmallmod"
    ).actions
    assert isinstance(move, Straight)
    assert (move.size, move.arc_size) == (Size.LARGE, Size.SMALL)


def test_a_place_after_a_movement_is_its_target() -> None:
    (action,) = notation.parse(
        "hamfinger2 hamextfingeru hampalml hamear hammovedl hamlips hamtouch hamrepeatfromstart"
    ).actions
    assert isinstance(action, Repeated)
    assert action.times == 2
    assert isinstance(action.action, Targeted)
    assert isinstance(action.action.target, Location)
    assert action.action.target.contact is Contact.TOUCH


def test_hands_and_their_place() -> None:
    pair = notation.parse(
        "hamparbegin hamfinger2 hamextfingerl hampalmd hamplus hamflathand hamextfingerr hampalmu "
        "hamparend hamparbegin hamindexfinger hamfingertip hamplus hampalm hamparend hamtouch "
        "hamchest"
    )
    assert isinstance(pair.location, HandConstellation)
    both = notation.parse("hamsymmlr hamflathand hamextfingero hampalml hamclose hamchest")
    assert isinstance(both.location, TouchingHands)
    assert both.location.contact is Contact.CLOSE


def test_each_hand_does_its_own() -> None:
    (action,) = notation.parse(
        "hamsymmlr hamfist hamextfingeru hampalmd hamchest hamparbegin hammoveu hamreplace "
        "hamflathand hamplus hamnomotion hamparend"
    ).actions
    assert isinstance(action, Split)
    assert [type(one) for one in action.dominant] == [Straight, Replace]


def test_parallel_actions_without_plus() -> None:
    (action,) = notation.parse(
        "hamfist hamextfingeru hampalmd hamchest hamparbegin hammoveu hamreplace hamflathand "
        "hamparend"
    ).actions
    assert isinstance(action, Parallel)


def test_parts_of_a_compound_follow_one_another() -> None:
    sign = notation.parse(
        "hamfist hamextfingeru hampalmd hamchest hammoveo hamflathand hamextfingerl hampalml "
        "hamchest"
    )
    assert [len(part.actions) for part in sign.parts()] == [1, 0]
