"""What BITV 2.0 Anlage 2 asks of the picture, measured on drawn pixels."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.motion.in_view import view
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.picture import framing_for
from a11y.sign_avatar.stage import BACKGROUNDS, Stage
from a11y.sign_avatar.stage.contrast import measure
from a11y.sign_avatar.stage.look import background, background_pixels
from a11y.sign_avatar.stage.model import crown_height

pytestmark = pytest.mark.render


@pytest.mark.parametrize("name", sorted(BACKGROUNDS))
def test_backgrounds_are_quiet_and_neither_black_nor_white(name: str) -> None:
    pixels = background_pixels(BACKGROUNDS[name], 360).astype(float)
    assert pixels.min() > 40
    assert pixels.max() < 235
    assert pixels.std((0, 1)).max() < 12


@pytest.mark.parametrize("name", sorted(body.SIGNERS))
def test_each_signer_stands_out_on_the_background_chosen_for_them(name: str) -> None:
    found = measure(signer=name, background=background("auto", signer=name).name)
    assert found.hands_top >= 3
    assert found.top_background >= 3
    assert found.hands_background >= 3


@pytest.mark.parametrize("name", sorted(body.SIGNERS))
def test_the_camera_shows_what_motion_keeps_the_hands_in(name: str) -> None:
    rig = body.load_rig(signer=name)
    crown = crown_height(body.glb_path(signer=name))
    shown, kept = framing_for(crown), view(rig)
    assert abs(shown.height - kept.height) < 0.003
    assert np.abs(np.subtract(shown.centre, kept.centre)).max() < 0.003
    assert shown.outside(np.array([0.0, crown + 0.06, 0.0])) < 0, "room above the head"
    assert shown.outside(rig.landmarks["belowstomach"].position) < 0.02, "down to the belt"
    elbow = np.linalg.norm(rig.landmarks["elbow.R"].position - rig.landmarks["shoulder.R"].position)
    aside = np.array([rig.landmarks["shoulder.L"].position[0] + 0.6 * elbow, 1.2, 0.1])
    assert shown.outside(aside) < 0, "more than half an upper arm's width on both sides"


def test_fingers_shade_each_other_and_nothing_else(performance: Performance) -> None:
    """Closed fingers are told apart by light; face, top and background stay as bright as before."""
    time = float(performance.times[len(performance.times) // 2])
    with Stage(size=360, backend="gl") as stage:
        bones = stage.model.bones
        assert len(bones) == 38
        shaded = stage.still(performance, time).astype(int)
        bones[:] = 0
        flat = stage.still(performance, time).astype(int)
        stage.show("hands")
        hands = stage.still(performance, time).astype(int)
        stage.show("nothing")
        empty = stage.still(performance, time).astype(int)
    on_hand = np.abs(hands - empty).max(-1) > 8
    darker = (flat - shaded).max(-1)
    assert darker[~on_hand].max() <= 2
    assert (flat - shaded).min() >= -1, "nothing gets brighter"
    assert 0.05 < (darker[on_hand] > 5).mean() < 0.7
