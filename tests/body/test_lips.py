"""The mouth as viewers read it: rounded lips are round, teeth and tongue lie where they belong."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.body.refine import split_smoothly
from a11y.sign_avatar.motion.mouthing import mouth_weights
from a11y.sign_avatar.stage.model import Model, load_model


@pytest.fixture(scope="module", params=sorted(body.SIGNERS))
def model(request: pytest.FixtureRequest) -> Model:
    return load_model(body.glb_path(signer=request.param))


def moved(model: Model, part: str, **weights: float) -> np.ndarray:
    """Points (V, 3) of a part with these morphs."""
    points = model.rest[:, :3].astype(float)
    for name, weight in weights.items():
        morph = model.morphs[name]
        points[morph.rows] += weight * morph.offsets[:, :3]
    piece = next(piece for piece in model.pieces if piece.name == part)
    return points[piece.start : piece.stop]


def rims(model: Model, **weights: float) -> tuple[np.ndarray, np.ndarray]:
    """Points of the upper and of the lower lip's wet edge, found by which goes with the jaw."""
    still, open_ = moved(model, "face"), moved(model, "face", jawOpen=1.0)
    drop = still[:, 1] - open_[:, 1]
    level = still[np.argmax(drop), 1]
    near = (np.abs(still[:, 1] - level) < 0.006) & (np.abs(still[:, 0]) < 0.03)
    near &= still[:, 2] > still[near][:, 2].max() - 0.012
    after = moved(model, "face", **weights)
    upper, lower = near & (drop < 0.008), near & (drop > 0.024)
    return after[upper], after[lower]


def test_a_pucker_makes_the_mouth_a_third_narrower(model: Model) -> None:
    wide, _ = rims(model)
    narrow, _ = rims(model, mouthPucker=1.0)
    assert 0.55 < np.ptp(narrow[:, 0]) / np.ptp(wide[:, 0]) < 0.75


def gap(model: Model, near: float, far: float, **weights: float) -> float:
    """Metres between the lips from ``near`` to ``far``, shares of half the mouth's width."""
    upper, lower = rims(model, **weights)
    half = np.abs(upper[:, 0]).max()
    aside = [np.abs(points[:, 0]) / half for points in (upper, lower)]
    a, b = ((side >= near) & (side < far) for side in aside)
    return float(upper[a, 1].min() - lower[b, 1].max())


def test_a_funnel_opens_an_oval_and_no_lozenge(model: Model) -> None:
    middle = gap(model, 0.0, 0.2, mouthFunnel=1.0)
    assert middle > 0.004
    assert gap(model, 0.45, 0.6, mouthFunnel=1.0) > 0.55 * middle


ROUND = ("round", "round_lax", "round_tight", "front_round", "front_tight", "hush")


@pytest.mark.parametrize("shape", ROUND)
def test_rounded_lips_come_forward_and_the_chin_hardly_drops(model: Model, shape: str) -> None:
    weights = mouth_weights()[shape]
    still, after = rims(model), rims(model, **weights)
    for before, lip in zip(still, after, strict=True):
        aside = np.abs(before[:, 0])
        ahead = lip[:, 2] - before[:, 2]
        assert ahead[aside < 0.006].mean() > 0.004
        # Corners come forward at least as far, or the teeth would come through them.
        assert ahead[aside > 0.8 * aside.max()].mean() > ahead[aside < 0.006].mean()
    face, moving = moved(model, "face"), moved(model, "face", **weights)
    _, lower = after
    tip = np.abs(face[:, 0]) < 0.01
    tip &= face[:, 1] < lower[:, 1].min() - 0.025
    tip &= face[:, 2] > face[tip][:, 2].max() - 0.01
    assert (face[tip] - moving[tip])[:, 1].mean() < 0.0045


@pytest.mark.parametrize("shape", [*ROUND, "round_open", "front_open"])
def test_a_rounded_mouth_is_widest_open_in_its_middle_and_shut_at_its_corners(
    model: Model, shape: str
) -> None:
    weights = mouth_weights()[shape]
    middle = gap(model, 0.0, 0.2, **weights)
    assert middle > 0.001
    assert middle > gap(model, 0.45, 0.6, **weights) > gap(model, 0.75, 0.9, **weights)


def test_teeth_stay_inside_the_face(model: Model) -> None:
    """Neither through closed lips nor, with the jaw down, through the chin."""
    for weights in ({}, {"jawOpen": 0.66}, {"mouthPressLeft": 0.3, "mouthPressRight": 0.3}):
        face, teeth = moved(model, "face", **weights), moved(model, "teeth", **weights)
        for tooth in teeth[np.abs(teeth[:, 0]) < 0.012]:
            before = face[np.linalg.norm(face[:, :2] - tooth[:2], axis=1) < 0.006]
            assert len(before) == 0 or tooth[2] < before[:, 2].max(), weights


def test_new_points_lie_on_the_curve_of_the_old() -> None:
    """A grid on a cylinder: points between are nearer to it than the middles of the edges."""
    angle, along = np.meshgrid(np.linspace(0, 1, 6), np.linspace(0, 1, 6), indexing="ij")
    points = np.stack([np.sin(angle), along, np.cos(angle)], -1).reshape(-1, 3)
    cell = np.arange(36).reshape(6, 6)
    a, b, c, d = (x.ravel() for x in (cell[:-1, :-1], cell[1:, :-1], cell[1:, 1:], cell[:-1, 1:]))
    faces = np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])
    uv = points[:, :2]
    inner = np.isin(np.arange(36), cell[2:4, 2:4])
    stencil, triangles, corners, places = split_smoothly(
        points, faces, faces, uv, longest=0.05, where=inner
    )
    after = stencil @ points
    assert len(after) > 36
    assert np.allclose(after[:36], points)
    assert np.abs(np.linalg.norm(after[:, [0, 2]], axis=1) - 1).max() < 0.004
    assert triangles.max() == len(after) - 1
    assert corners.shape == triangles.shape
    assert np.allclose(places[corners][:, :, 1], after[triangles][:, :, 1], atol=0.02)
