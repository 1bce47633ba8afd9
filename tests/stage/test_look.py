"""What BITV 2.0 Anlage 2 asks of the picture, measured on drawn pixels."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.stage import BACKGROUNDS
from a11y.sign_avatar.stage.contrast import measure
from a11y.sign_avatar.stage.look import background, background_pixels, framing_for

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
    assert found.top_background >= 2.3
    assert found.hands_background >= 2.3


@pytest.mark.parametrize("name", sorted(body.SIGNERS))
def test_the_whole_signing_space_is_in_view(name: str) -> None:
    rig = body.load_rig(signer=name)
    view = framing_for(rig.landmarks["headtop"].position[1] + 0.02)
    hand = np.linalg.norm(rig.landmarks["middle.tip.R"].position - rig.heads[rig.index("wrist.R")])
    top, bottom = view.centre[1] + view.height / 2, view.centre[1] - view.height / 2
    assert top > rig.landmarks["headtop"].position[1] + hand, "a hand on the head"
    assert bottom < rig.landmarks["belowstomach"].position[1], "down to the hips"
