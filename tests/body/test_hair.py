"""Hair is on the head, and out of the way of what signing shows."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from scipy.spatial import cKDTree

from a11y.sign_avatar import body
from a11y.sign_avatar.stage.model import Model, load_model


@pytest.mark.parametrize("signer", sorted(body.SIGNERS))
def test_hair_leaves_the_face_free(signer: str) -> None:
    marks = body.load_rig(signer=signer).landmarks
    hair = _points(signer, "hair")
    below_brows = hair[hair[:, 1] < marks["eyebrows"].position[1] - 0.02]
    ear = marks["ear.L"].position
    ahead = below_brows[below_brows[:, 2] > ear[2] + 0.01]
    assert np.abs(ahead[:, 0]).min(initial=1) > 0.05, "at the temples only"
    under_eyes = hair[hair[:, 1] < marks["nose"].position[1]]
    assert under_eyes[:, 2].max(initial=-1) < ear[2], "cheeks and jaw are seen, and the ears"


@pytest.mark.parametrize("signer", sorted(body.SIGNERS))
def test_hair_lies_on_the_head_and_nowhere_in_it(signer: str) -> None:
    hair, head = _points(signer, "hair"), _points(signer, "face")
    crown = hair[:, 1].max()
    assert 0.012 < crown - head[:, 1].max() < 0.030
    top = hair[hair[:, 1] > crown - 0.05]
    assert cKDTree(head).query(top)[0].max() < 0.035, "no lock stands off"


def test_short_hair_is_close_at_the_sides_and_full_on_top() -> None:
    """As thick beside the temples as above them it was a helmet."""
    hair, head = _points("elias", "hair"), _points("elias", "face")
    marks = body.load_rig(signer="elias").landmarks
    away = cKDTree(head).query(hair)[0]
    brows, crown = marks["eyebrows"].position[1], head[:, 1].max()
    beside = (hair[:, 1] < brows + 0.03) & (np.abs(hair[:, 2] - marks["ear.L"].position[2]) < 0.04)
    assert beside.sum() > 80
    assert np.quantile(away[beside], 0.9) < 0.011
    assert np.median(away[hair[:, 1] > crown - 0.01]) > 0.011


def test_strands_of_short_hair_do_not_cross() -> None:
    """Above the ears those of the sideburns lay over the others: a crease up to the crown."""
    model = _model("elias")
    (piece,) = (one for one in model.pieces if one.name == "hair")
    points = model.rest[piece.start : piece.stop, :3].astype(float)
    corners = points[piece.triangles.astype(int)]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(normals, axis=1)
    rig = body.load_rig(signer="elias")
    out = corners.mean(1) - (rig.heads[rig.index("head")] + [0, 0.06, 0])
    facing = (normals * out).sum(1) / np.maximum(size * np.linalg.norm(out, axis=1), 1e-12)
    assert (facing[size > 1e-6] < 0).mean() < 0.005, "turned over where strands cross"


def test_a_bob_ends_above_the_shoulders() -> None:
    hair, top = _points("mara", "hair"), _points("mara", "top")
    assert hair[:, 1].min() > top[:, 1].max()
    assert cKDTree(top).query(hair)[0].min() > 0.03, "room to turn the head"


def _points(signer: str, part: str) -> np.ndarray:
    """A part's vertices (N, 3) at rest, metres."""
    model = _model(signer)
    (piece,) = (one for one in model.pieces if one.name == part)
    return model.rest[piece.start : piece.stop, :3]


@cache
def _model(signer: str) -> Model:
    return load_model(body.glb_path(signer=signer))
