"""Skin is painted by the place on the body: what stands out of a neck, and what is no neck."""

from __future__ import annotations

import numpy as np

from a11y.sign_avatar.body.paint_neck import Neck, paint_neck, relief

WOMAN = Neck(
    axis=np.array([[0.0, 1.36, 0.005], [0.0, 1.466, 0.046]]),
    pit=1.331,
    behind_ear=1.456,
    jaw=1.408,
    muscle=0.0018,
    larynx=0.0010,
)


def around(neck: Neck, height: float, turns: np.ndarray) -> np.ndarray:
    """Places (N, 3) on a round neck at that height, degrees from the front."""
    middle = np.interp(height, neck.axis[:, 1], neck.axis[:, 2])
    turn = np.radians(turns)
    return np.stack(
        [0.056 * np.sin(turn), np.full(len(turn), height), middle + 0.056 * np.cos(turn)], 1
    )


def test_the_muscles_of_the_neck_run_from_behind_the_ears_to_the_pit() -> None:
    turns = np.arange(3.0, 150.0)
    ridge = [
        turns[relief(around(WOMAN, height, turns), WOMAN).argmax()]
        for height in (1.42, 1.40, 1.38, 1.36, 1.345)
    ]
    assert ridge == sorted(ridge, reverse=True)
    assert ridge[0] > 70
    assert ridge[-1] < 35


def test_both_sides_of_a_neck_are_alike_and_the_pit_lies_deeper() -> None:
    turns = np.arange(-120.0, 121.0, 5.0)
    heights = relief(around(WOMAN, 1.36, turns), WOMAN)
    assert np.allclose(heights, heights[::-1])
    pit, beside = relief(around(WOMAN, WOMAN.pit, np.array([0.0, 60.0])), WOMAN)
    assert pit < beside - 0.001


def test_what_is_no_neck_keeps_its_colour() -> None:
    where = np.zeros((4, 4, 3), np.float32)
    where[..., 1] = np.linspace(0.9, 1.6, 16).reshape(4, 4)
    where[..., 2] = 0.06
    picture = np.full((4, 4, 3), 0.6, np.float32)
    paint_neck(picture, WOMAN, where)
    off = np.abs(picture - 0.6).max(axis=-1) > 1e-4
    assert off.any()
    assert not off[(where[..., 1] < 1.28) | (where[..., 1] > 1.49)].any()
