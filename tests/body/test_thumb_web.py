"""The fold between thumb and palm follows a thumb that stands off without a spike."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar.body import SIGNERS, glb_path, load_rig
from a11y.sign_avatar.stage.model import load_model


@pytest.mark.parametrize("signer", sorted(SIGNERS))
def test_weights_of_neighbours_at_the_thumbs_base_are_alike(signer: str) -> None:
    """What the thumb's first free bone has of a vertex changes gradually about its knuckle: in the
    data by 0.48 over one edge there, by 0.68 in the fold."""
    model, rig = load_model(glb_path(signer=signer)), load_rig(signer=signer)
    (hands,) = (piece for piece in model.pieces if piece.name == "hands")
    edges = np.concatenate([hands.triangles[:, [0, 1]], hands.triangles[:, [1, 2]]]) + hands.start
    for side in "LR":
        knuckle = rig.heads[rig.index(f"finger1-2.{side}")]
        near = np.linalg.norm(model.rest[edges[:, 0], :3] - knuckle, axis=1) < 0.018
        share = model.weights[:, model.names.index(f"finger1-2.{side}")]
        steps = np.abs(np.diff(share[edges[near]], axis=1))
        assert near.sum() > 40
        assert steps.max() < 0.4
