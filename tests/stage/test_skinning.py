"""The stage's own skinning against first principles."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.body.errors import BodyMissingError, BodyOutdatedError
from a11y.sign_avatar.stage.model import Model, load_model
from a11y.sign_avatar.stage.skinning import Skinner


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(body.glb_path())


def test_rest_stays_at_rest(model: Model, rig: Rig) -> None:
    still = np.tile(np.array([0, 0, 0, 1], np.float32), (len(rig.names), 1))
    posed = Skinner(model).pose(rig.names, still, {})
    assert np.abs(posed - model.rest).max() < 2e-6


def test_a_turned_root_turns_everything(model: Model) -> None:
    half = np.sqrt(0.5)
    posed = Skinner(model).pose(("root",), np.array([[0, half, 0, half]], np.float32), {})
    centre = model.heads[0]
    x, y, z = (model.rest[:, :3] - centre).T
    assert np.abs(posed[:, :3] - centre - np.stack([z, y, -x], 1)).max() < 1e-5


def test_a_morph_moves_only_its_rows_and_by_its_weight(model: Model) -> None:
    nothing = np.zeros((0, 4), np.float32)
    posed = Skinner(model).pose((), nothing, {"jawOpen": 0.5})
    moved = np.flatnonzero(np.abs(posed[:, :3] - model.rest[:, :3]).max(1) > 1e-6)
    morph = model.morphs["jawOpen"]
    assert set(moved) <= set(morph.rows.tolist())
    offset = posed[morph.rows, :3] - model.rest[morph.rows, :3]
    assert np.abs(offset - 0.5 * morph.offsets[:, :3]).max() < 1e-5


def test_unknown_joints_and_morphs_are_ignored(model: Model) -> None:
    posed = Skinner(model).pose(("tail",), np.array([[0, 0, 1, 0]], np.float32), {"purr": 1.0})
    assert np.abs(posed - model.rest).max() < 2e-6


def test_missing_and_damaged_files_are_named(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    with pytest.raises(BodyMissingError):
        load_model(folder / "signer.glb")
    (folder / "signer.glb").write_bytes(b"glTF but not really")
    with pytest.raises(BodyOutdatedError):
        load_model(folder / "signer.glb")
