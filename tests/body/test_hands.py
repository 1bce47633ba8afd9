"""What hands look like: skin is not of one colour."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar.body import glb_path, load_rig
from a11y.sign_avatar.stage.model import load_model


@pytest.mark.parametrize(("signer", "least"), [("elias", 1.032), ("mara", 1.07)])
def test_fingertips_are_flushed(signer: str, least: float) -> None:
    """The pads of the four fingers are redder than skin by the wrist; even paint gives 1.004 to
    1.023 times (Elias) and 1.041 to 1.051 (Mara, whose palms are redder than her arms)."""
    model, rig = load_model(glb_path(signer=signer)), load_rig(signer=signer)
    (hands,) = (piece for piece in model.pieces if piece.name == "hands")
    assert hands.texture is not None
    points, uv = model.rest[hands.start : hands.stop, :3], model.uv[hands.start : hands.stop]
    paint = hands.texture.pixels(finest=0.0)
    size = np.array(paint.shape[1::-1])
    x, y = np.clip((uv * size).astype(int), 0, size - 1).T
    colour = paint[y, x, :3].astype(float)
    red = colour[:, 0] / colour[:, 1:].mean(1)
    for side in "LR":
        wrist = rig.heads[rig.index(f"wrist.{side}")]
        plain = np.median(red[np.linalg.norm(points - wrist, axis=1) < 0.04])
        pads = []
        for finger in range(2, 6):
            end = rig.tails[rig.index(f"finger{finger}-3.{side}")]
            # Nails are pale.
            pads.append(np.quantile(red[np.linalg.norm(points - end, axis=1) < 0.012], 0.75))
        assert np.mean(pads) > least * plain
