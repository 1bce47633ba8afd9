"""Fingers keep out of their own hand, as ``a11y bench hands`` counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from a11y.bench.hands import AIM_MM, PALM, PINCH_MM, depths, pinch_gap
from a11y.sign_avatar import body, notation
from a11y.sign_avatar.body.handshapes import DOFS, Shape
from a11y.sign_avatar.motion.hand import hand
from a11y.sign_avatar.motion.shapes import shape_of


def _shape(signer: str, written: str) -> Shape:
    sign = notation.parse(f"{written} hamextfingeru hampalmd")
    return shape_of(body.load_rig(signer=signer), sign.dominant.shape)


@pytest.mark.parametrize("signer", list(body.SIGNERS))
@pytest.mark.parametrize("written", ["hamfist", "hamfist hamthumbacrossmod", "hamfinger23"])
def test_fingertips_lie_on_the_palm(signer: str, written: str) -> None:
    assert max(depths(signer, _shape(signer, written)).values()) < AIM_MM


def test_a_fingertip_in_the_palm_is_found() -> None:
    fist = _shape("mara", "hamfist")
    angles = fist.angles.copy()
    angles[[DOFS.index("ring.mcp"), DOFS.index("ring.pip")]] = 94, 100
    assert depths("mara", replace(fist, angles=angles))["4-3", PALM] > 2 * AIM_MM


def test_pads_of_a_pinch_meet() -> None:
    closed, open_ = (_shape("elias", f"hampinch12{more}") for more in ("", " hamthumbopenmod"))
    gap = pinch_gap("elias", closed)
    assert gap is not None
    assert gap < PINCH_MM
    assert pinch_gap("elias", open_) is None


@pytest.mark.parametrize("signer", list(body.SIGNERS))
def test_crossed_fingers_are_told_from_closed_ones(signer: str) -> None:
    """R and U differ in nothing else: the tips have changed sides, and skin only presses."""
    rig = body.load_rig(signer=signer)
    own = hand(rig, "R")
    beside = {}
    for letter, written in (
        ("R", "hamfinger23 hammiddlefinger hamfingerpad hamindexfinger"),
        ("U", "hamfinger23"),
    ):
        shape = _shape(signer, written)
        frames = own.frames(shape.angles)
        index, middle = (
            own.point(rig.landmarks[f"{finger}.tip.R"], frames) for finger in ("index", "middle")
        )
        beside[letter] = float((index - middle).ravel() @ own.r)  # metres towards the thumb
        assert max(depths(signer, shape).values()) < AIM_MM
    assert beside["R"] < -0.005
    assert 0.005 < beside["U"] < 0.02
