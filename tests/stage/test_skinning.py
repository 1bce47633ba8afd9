"""The stage's own skinning against first principles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from a11y.sign_avatar import body
from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.body.errors import BodyMissingError, BodyOutdatedError
from a11y.sign_avatar.stage.model import Model, load_model
from a11y.sign_avatar.stage.skinning import Skinner, matrices_from_quaternions, world_joints


@pytest.fixture(scope="module")
def signer() -> Model:
    return load_model(body.glb_path())


@pytest.fixture(scope="module")
def model(signer: Model) -> Model:
    """Without the folds of the sleeves, which come by themselves."""
    return replace(signer, bends=())


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


def test_every_row_follows_all_of_its_joints(model: Model, rig: Rig) -> None:
    """Blended by joints, piece by piece, is what the whole table of weights says."""
    chance = np.random.default_rng(5)
    turns = chance.normal(size=(len(rig.names), 4)).astype(np.float32)
    turns /= np.linalg.norm(turns, axis=1, keepdims=True)
    posed = Skinner(model).pose(rig.names, turns, {})
    local = np.tile(np.eye(3, dtype=np.float32), (len(model.names), 1, 1))
    known = [model.names.index(name) for name in rig.names]
    local[known] = matrices_from_quaternions(turns)
    turned, places = world_joints(model.parents, model.heads, local)
    for row in chance.choice(len(model.rest), 300, replace=False):
        place, normal = model.rest[row, :3], model.rest[row, 3:]
        share = model.weights[row]
        wanted = share @ (turned @ place - np.einsum("jab,jb->ja", turned, model.heads) + places)
        assert posed[row, :3] == pytest.approx(wanted, abs=1e-5)
        assert posed[row, 3:] == pytest.approx(share @ (turned @ normal), abs=1e-5)


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


def _bent(degrees: float, model: Model) -> tuple[tuple[str, ...], np.ndarray]:
    """The right elbow turned about its hinge to that angle."""
    bend = next(one for one in model.bends if one.joint == "lowerarm01.R")
    hinge = np.cross(bend.above, bend.below)
    rest = np.arctan2(np.linalg.norm(hinge), bend.above @ bend.below)
    half = (np.radians(degrees) - rest) / 2
    axis = hinge / np.linalg.norm(hinge) * np.sin(half)
    return (bend.joint,), np.array([[*axis, np.cos(half)]], np.float32)


@pytest.mark.parametrize("degrees", [8, 30, 77, 100, 123, 140])
def test_shapes_of_a_sleeve_are_mixed_by_the_elbows_angle(signer: Model, degrees: float) -> None:
    bend = next(one for one in signer.bends if one.joint == "lowerarm01.R")
    turn = matrices_from_quaternions(_bent(degrees, signer)[1])[0]
    mixed = bend.weights(turn)
    assert sum(mixed.values()) == pytest.approx(1)
    angles = dict(zip(bend.morphs, bend.angles.tolist(), strict=True))
    shown = sum(weight * angles[name] for name, weight in mixed.items())
    assert shown == pytest.approx(degrees, abs=0.1)
    assert set(mixed) <= set(signer.morphs)


@pytest.mark.parametrize("degrees", [60, 100, 140])
def test_a_bent_elbow_is_neither_pinched_nor_round(
    signer: Model, model: Model, degrees: float
) -> None:
    """The sleeve's point stands out as far when the arm closes; blended joints alone draw it in by
    a third. In the crook cloth meets cloth at the plane that halves the angle."""
    joints, turns = _bent(degrees, signer)
    elbow = signer.heads[signer.names.index("lowerarm01.R")]
    bend = next(one for one in signer.bends if one.joint == "lowerarm01.R")
    forearm = matrices_from_quaternions(turns)[0] @ bend.below
    outward = bend.above - forearm
    outward /= np.linalg.norm(outward)
    between = bend.above + forearm
    between /= np.linalg.norm(between)
    top = next(piece for piece in signer.pieces if piece.name == "top")
    rows = slice(top.start, top.stop)
    posed = Skinner(signer).pose(joints, turns, {})[rows, :3] - elbow
    near = np.linalg.norm(posed, axis=1) < 0.12
    assert (posed[near] @ outward).max() > 0.024, "flesh and bone are there"
    lower = [signer.names.index(f"lowerarm{k}.R") for k in ("01", "02")]
    share = signer.weights[rows][:, lower].sum(1)
    crook = near & (posed @ outward < 0)
    across = np.where(share > 0.5, 1, -1) * (posed @ between)
    through = {True: across[crook & (np.abs(share - 0.5) > 0.3)].min()}
    flat = Skinner(model).pose(joints, turns, {})[rows, :3] - elbow
    through[False] = (np.where(share > 0.5, 1, -1) * (flat @ between))[
        crook & (np.abs(share - 0.5) > 0.3)
    ].min()
    assert through[True] > -0.006
    assert through[True] >= through[False] - 0.002
