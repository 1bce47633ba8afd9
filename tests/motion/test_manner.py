"""Every symbol of a movement changes what it should: how large, how long, which hand, how often."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.acting import perform_actions
from a11y.sign_avatar.motion.compile import parsed
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.manner import growing, one_after_another
from a11y.sign_avatar.motion.rotations import Array, rotate
from a11y.sign_avatar.motion.scene import Scene
from a11y.sign_avatar.motion.setting import begin
from a11y.sign_avatar.motion.shapes import shape_of
from a11y.sign_avatar.motion.state import STEP, Stroke
from a11y.sign_avatar.notation.vocabulary import Growth

HAND = "hamflathand hamextfingero hampalml hamneutralspace"


def _signed(rig: Rig, string: str) -> tuple[Scene, dict[str, Stroke]]:
    sign = parsed(string)
    scene = begin(rig, sign)
    return scene, perform_actions(scene, sign.actions)


def _moved(rig: Rig, actions: str, side: str = "R", before: str = "") -> Array:
    return _signed(rig, f"{before} {HAND} {actions}")[1][side].move


def _length(way: Array) -> float:
    return float(np.linalg.norm(np.diff(way, axis=0), axis=1).sum())


GROUPS = (
    "hamseqbegin hammoveu hammover hamseqend",
    "hamfusionbegin hammoveu hammover hamfusionend",
    "hamparbegin hammoveu hamreplace hamfist hamparend",
)


@pytest.mark.parametrize("group", GROUPS)
def test_what_stands_behind_a_group_is_of_all_that_is_in_it(rig: Rig, group: str) -> None:
    plain, large, slow, rest, halt = (
        _moved(rig, f"{group} {word}")
        for word in ("", "hamlargemod", "hamslow", "hamrest", "hamhalt")
    )
    assert _length(large) > 1.4 * _length(plain)
    assert len(slow) > 1.3 * len(plain)
    assert (len(rest) - len(plain)) * STEP == pytest.approx(0.16, abs=0.05)
    assert _length(rest[: round(0.12 / STEP)]) < 0.05 * _length(rest)
    assert _length(halt) == pytest.approx(_length(plain), rel=0.05)
    assert np.abs(halt - plain).max() > 0.005


def test_a_size_of_its_own_stays_in_a_group(rig: Rig) -> None:
    own = "hamseqbegin hammoveu hamsmallmod hammover hamseqend"
    up, right = (np.ptp(_moved(rig, f"{own} hamlargemod"), axis=0)[k] for k in (1, 0))
    assert up < 0.3 * right


@pytest.mark.parametrize("movement", ["hamcircleo", "hamnodding", "hammovecross", "hamfingerplay"])
def test_every_movement_can_begin_from_rest_and_stop_at_once(rig: Rig, movement: str) -> None:
    plain, rest, halt = (
        _signed(rig, f"{HAND} {movement} {word}")[1]["R"] for word in ("", "hamrest", "hamhalt")
    )
    assert len(rest) == len(plain) + round(0.16 / STEP)
    changes = [np.abs(getattr(halt, k) - getattr(plain, k)).max() for k in ("move", "local")]
    assert max(*changes, np.abs(halt.wiggle - plain.wiggle).max()) > 0.005


@pytest.mark.parametrize("movement", ["hammover", "hamcircleo"])
def test_repetitions_grow_or_shrink(rig: Rig, movement: str) -> None:
    several = f"{movement} hamrepeatfromstartseveral"
    for word, larger in (("hamincreasing", 1), ("hamdecreasing", 0)):
        halves = np.array_split(_moved(rig, f"{several} {word}"), 2)
        assert np.argmax([np.ptp(half, axis=0).max() for half in halves]) == larger
    assert growing(3, Growth.INCREASING) == pytest.approx((0.6, 0.95, 1.3))


def test_an_ellipse_is_as_wide_as_its_size_says(rig: Rig) -> None:
    narrow, usual, wide = (
        np.sort(np.ptp(_moved(rig, f"hamcircleo hamellipseh {size}"), axis=0))[1]
        for size in ("hamsmallmod", "", "hamlargemod")
    )
    assert narrow < 0.8 * usual < usual < 0.8 * wide


def test_the_weak_hand_is_reflected_along_what_is_written(rig: Rig) -> None:
    for before, movement, way in (
        ("hamsymmlr", "hammoveu", (0, 1, 0)),
        ("hamsymmlr hamlargemod", "hammoveu", (0, -1, 0)),
        ("hamsymmlr hamfingerbendmod", "hammoveo", (0, 0, -1)),
        ("hamsymmpar", "hammover", (-1, 0, 0)),
        ("hamsymmpar hamlargemod", "hammoveu", (0, -1, 0)),
    ):
        end = _moved(rig, movement, "L", before)[-1]
        assert end / np.linalg.norm(end) == pytest.approx(way, abs=0.01), (before, movement)


def test_the_weak_hand_points_the_reflected_way(rig: Rig) -> None:
    scene, _ = _signed(rig, "hamsymmlr hamlargemod hamflathand hamextfingeru hampalml hamchest")
    own = hand(rig, "L")
    assert rotate(scene.hands["L"].turn, own.f) == pytest.approx((0, -1, 0), abs=0.01)
    assert rotate(scene.hands["L"].turn, own.p) == pytest.approx((-1, 0, 0), abs=0.01)


def test_places_of_real_space_are_not_mirrored(rig: Rig) -> None:
    where = "hamflathand hamextfingeru hampalml hamshoulders hamlrat hamclose"
    mirrored = _signed(rig, f"hamsymmlr {where}")[0].hands
    same = _signed(rig, f"hamsymmlr hamnonipsi {where}")[0].hands
    assert mirrored["L"].wrist[0] == pytest.approx(-mirrored["R"].wrist[0], abs=0.01)
    assert same["L"].wrist[0] < 0


@pytest.mark.parametrize("movement", ["hamcircleo", "hammoveu"])
def test_alternating_hands_need_no_repetition(rig: Rig, movement: str) -> None:
    _, strokes = _signed(rig, f"hamsymmlr hamalternatingmotion {HAND} {movement}")
    up = [strokes[side].move[:, 1] - strokes[side].move[:, 1].mean() for side in ("R", "L")]
    assert np.corrcoef(*up)[0, 1] < -0.6


def test_fingers_follow_one_another(rig: Rig) -> None:
    change = "hamreplace {} hamfist"
    for word, first, last in (("hamincreasing", 0, 12), ("hamdecreasing", 12, 0)):
        angles = _signed(rig, f"{HAND} {change.format(word)}")[1]["R"].angles
        half = [np.argmax(angles[:, k] > 40) for k in (first, last)]
        assert half[0] < half[1]
    share = one_after_another(np.linspace(0, 1, 9), None)
    assert share.shape == (9, 21)


def test_bendings_of_pinches_and_cees_differ(rig: Rig) -> None:
    bendings = ("", "hamfingerstraightmod", "hamfingerhookmod", "hamdoublebent", "hamdoublehooked")
    for base in ("hampinch12", "hampinchall", "hamcee12", "hamceeall"):
        shapes = [shape_of(rig, parsed(f"{base} {word}").dominant.shape) for word in bendings]
        for k, one in enumerate(shapes):
            for other in shapes[k + 1 :]:
                assert np.abs(one.angles - other.angles).max() > 12


def test_an_open_thumb_stands_before_the_palm(rig: Rig) -> None:
    own = hand(rig, "R")
    tip = rig.landmarks["thumb.tip.R"]
    beside, opposed = (
        float(own.point(tip, own.frames(shape_of(rig, parsed(s).dominant.shape).angles)) @ own.p)
        for s in ("hamflathand", "hamflathand hamthumbopenmod")
    )
    assert opposed > beside + 0.03


def test_a_palm_that_is_turned_right_over_goes_inward_on_both_hands(rig: Rig) -> None:
    turning = (
        "hamsymmlr hamflathand hamextfingeru hampalmd hamchest hamparbegin hammoveo hamreplace"
        " hamextfingeru hampalmu hamparend"
    )
    _, strokes = _signed(rig, turning)
    for side, inward in (("R", 1.0), ("L", -1.0)):
        palm = rotate(strokes[side].turn, hand(rig, side).p)
        assert palm[0, 2] > 0.8
        assert palm[-1, 2] < -0.8
        assert (inward * palm[:, 0]).max() > 0.8
        assert (inward * palm[:, 0]).min() > -0.3
