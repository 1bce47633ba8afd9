"""The face as it is drawn: teeth in their light, non-manuals on a small film."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from a11y.bench.faces import looked_at
from a11y.sign_avatar import body
from a11y.sign_avatar.motion import rest
from a11y.sign_avatar.motion.mouthing import mouth_weights
from a11y.sign_avatar.picture import Framing
from a11y.sign_avatar.stage import Stage

pytestmark = pytest.mark.render
SIGNERS = sorted(body.SIGNERS)


def teeth_seen(signer: str, shape: str) -> np.ndarray:
    """sRGB (N, 3) of the pixels that show teeth in that mouth shape."""
    rig = body.load_rig(signer=signer)
    x, y, z = rig.landmarks["lips"].position
    near = Framing((float(x), float(y), float(z)), 1.0, 0.07)
    empty = rest(rig)
    weights = np.zeros_like(empty.weights)
    for name, weight in mouth_weights()[shape].items():
        weights[:, empty.morphs.index(name)] = weight
    done = replace(empty, weights=weights)
    with Stage(size=160, signer=signer, framing=near) as stage:
        stage.show("face", "mouth", "tongue", "teeth")
        whole = stage.still(done, 0.5).astype(float)
        stage.show("face", "mouth", "tongue")
        toothless = stage.still(done, 0.5).astype(float)
    return np.asarray(whole[np.abs(whole - toothless).max(-1) > 12])


@pytest.mark.parametrize("signer", SIGNERS)
def test_teeth_are_bright_and_warm_and_less_bright_behind_rounded_lips(signer: str) -> None:
    light = {}
    for shape in ("wide", "hush", "round"):
        teeth = teeth_seen(signer, shape)
        assert len(teeth) > 60
        red, green, blue = teeth.mean(0)
        assert red > 1.03 * green > 1.03 * blue, shape
        light[shape] = teeth.mean()
    assert min(light["wide"], light["hush"]) > 165
    assert light["round"] < 0.9 * light["wide"]


# Least share of the face's pixels that change on a film of 360 pixels, and what they were when
# somebody looked: a mouth's corners are small, cheeks are large.
LEAST = {
    "brows raised": 0.020,
    "brows lowered": 0.025,
    "eyes wide": 0.011,
    "eyes squint": 0.020,
    "eyes closed": 0.012,
    "cheeks puffed": 0.035,
    "cheeks sucked": 0.020,
    "noseSneer": 0.018,
    "mouth corners-down": 0.009,
    "mouth corners-up": 0.015,
    "mouth puff": 0.025,
    "mouth pursed": 0.015,
    "mouth teeth": 0.012,
    "mouth open": 0.018,
    "mouth tongue": 0.010,
}


@pytest.mark.parametrize("signer", SIGNERS)
def test_each_non_manual_changes_the_face_on_a_small_film(signer: str) -> None:
    seen = {row.value: row.changed for row in looked_at(signer=signer)}
    assert seen.keys() == LEAST.keys()
    assert not {name: share for name, share in seen.items() if share < LEAST[name]}
