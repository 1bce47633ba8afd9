"""The still that stands for a film shows a person signing, face free and eyes open."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from a11y import translate
from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.motion.kinematics import positions
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage import best_moment, best_of


@pytest.fixture(scope="module")
def bringing() -> Performance:
    (sentence,) = translate.score("Bringen Sie Ihren Personalausweis mit.", as_is=True)
    return translate.perform(sentence)


def hands_at(performance: Performance, rig: Rig, frame: int) -> tuple[float, float]:
    """Height of the higher hand and of the waist, metres."""
    turns = performance.rotations.astype(float)
    local = {name: turns[:, k] for k, name in enumerate(performance.joints)}
    joints = ("finger3-1.R", "finger3-1.L", "spine02")
    right, left, waist = positions(rig, local, len(performance.times), joints)[frame, :, 1]
    return max(right, left), waist


def test_it_is_a_sign_with_hands_up(bringing: Performance, rig: Rig) -> None:
    moment = best_moment(bringing, rig)

    close = 1e-3  # times are single precision
    showing = [
        mark.gloss
        for mark in bringing.marks
        if mark.start - close <= moment.time <= mark.end + close
    ]
    assert set(showing) & {"AUSWEIS1", "BRINGEN1"}
    hand, waist = hands_at(bringing, rig, int(np.searchsorted(bringing.times, moment.time)))
    assert hand > waist + 0.05
    assert 0 < moment.value <= 1


def test_a_finger_that_says_no_does_not_stand_for_a_text(bringing: Performance, rig: Rig) -> None:
    refusing = tuple(replace(mark, gloss="NICHT1") for mark in bringing.marks)
    assert best_moment(replace(bringing, marks=refusing), rig).value == 0.0


@pytest.mark.parametrize("morph", ["eyeBlinkLeft", "jawOpen"])
def test_closed_eyes_and_open_mouths_are_passed_over(
    bringing: Performance, rig: Rig, morph: str
) -> None:
    before = best_moment(bringing, rig)
    weights = bringing.weights.copy()
    around = np.abs(bringing.times - before.time) < 0.07  # a blink, within one sign
    weights[around, bringing.morphs.index(morph)] = 1.0

    after = best_moment(replace(bringing, weights=weights), rig)

    assert abs(after.time - before.time) >= 0.07
    assert after.value < before.value


def test_without_a_sign_it_is_the_middle_and_worth_nothing(bringing: Performance, rig: Rig) -> None:
    bare = replace(bringing, marks=())
    moment = best_moment(bare, rig)
    assert moment.time == pytest.approx(bare.duration / 2)
    assert moment.value == 0.0


def test_of_several_sentences_the_one_with_the_best_picture(
    bringing: Performance, rig: Rig
) -> None:
    letters = tuple(replace(mark, gloss="$ALPHA:xy") for mark in bringing.marks)
    which, moment = best_of([replace(bringing, marks=letters), bringing], rig)
    assert which == 1
    assert moment == best_moment(bringing, rig)
