"""``a11y export``: one text, five forms, each read again without the library that wrote it."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bvh
import numpy as np
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from lxml import etree
from pose_format import Pose

from a11y.cli import cli
from a11y.paths import project_dir
from a11y.sign_avatar import exports, lexicon
from a11y.sign_avatar.body import Rig
from a11y.sign_avatar.exports.write import UnknownExportError
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage.skinning import matrices_from_quaternions, world_joints

NAME = "Prüfung ß 日本"
TEXT = "Sie müssen Ihren Hund anmelden. Der Hund braucht eine Marke."


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    outs = [
        part for suffix in exports.FORMATS for part in ("--out", str(folder / f"{NAME}{suffix}"))
    ]
    answer = CliRunner().invoke(cli, ["export", TEXT, *outs])
    assert answer.exit_code == 0, answer.output
    assert "no Deaf expert has reviewed" in answer.stderr
    return folder


@pytest.fixture(scope="module")
def whole(written: Path) -> Performance:
    """The JSON is the performance itself; the others are compared with it."""
    return Performance.from_dict(json.loads((written / f"{NAME}.json").read_text("utf-8")))


def joints(rig: Rig, performance: Performance, time: float) -> dict[str, np.ndarray]:
    rotations, _ = performance.sample(time)
    given = dict(zip(performance.joints, rotations, strict=True))
    still = np.array([0, 0, 0, 1], np.float32)
    turns = np.stack([given.get(name, still) for name in rig.names])
    places = world_joints(
        rig.parents, rig.heads.astype(np.float32), matrices_from_quaternions(turns)
    )[1]
    return dict(zip(rig.names, places, strict=True))


def test_two_sentences_are_one_performance(whole: Performance) -> None:
    assert whole.german.count(".") == 2
    assert {"HUND1", "ANMELDEN1"} & {mark.gloss for mark in whole.marks}
    ends = [mark.end for mark in whole.marks]
    assert ends == sorted(ends)
    assert ends[-1] <= whole.duration
    assert np.diff(whole.times).max() < 0.05, "dense where the sentences meet"


def test_the_json_keeps_to_the_published_schema(written: Path) -> None:
    """jsonschema knows nothing of our reader; lengths, which no schema can compare, by hand."""
    path = project_dir() / "docs" / "formats" / "performance.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    data = json.loads((written / f"{NAME}.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(data)] == []
    assert len(data["times"]) == len(data["rotations"]) == len(data["weights"])
    assert {len(row) for row in data["rotations"]} == {len(data["joints"])}
    assert {len(row) for row in data["weights"]} == {len(data["morphs"])}
    assert not validator.is_valid({**data, "version": 2})
    assert not validator.is_valid({**data, "weights": [[1.5], [0.0]]})
    assert not validator.is_valid({**data, "surprise": True})


def test_pose_formats_own_reader_sees_the_same(written: Path) -> None:
    data = (written / f"{NAME}.pose").read_bytes()
    ours, theirs = PoseBytes(data), Pose.read(data)
    assert [one.name for one in theirs.header.components] == list(ours.components)
    assert [one.points for one in theirs.header.components] == list(ours.components.values())
    assert theirs.body.fps == pytest.approx(ours.fps)
    size = theirs.header.dimensions
    assert (size.width, size.height, size.depth) == ours.size
    assert np.allclose(theirs.body.data.filled(0), ours.places)
    assert np.array_equal(np.asarray(theirs.body.confidence), ours.confidence)
    assert ours.confidence.min() >= 0
    assert ours.confidence.max() <= 1
    # Its visualiser draws bones between points it looks up by number: every limb must be one.
    for component in theirs.header.components:
        assert all(max(limb) < len(component.points) for limb in component.limbs)


class PoseBytes:
    """A reader of .pose files, version 0.2, by the published layout; not pose-format's own."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0
        (version,) = self.take("<f")
        assert version == pytest.approx(0.2)
        self.size = self.take("<HHH")
        (count,) = self.take("<H")
        self.components = dict(self._component() for _ in range(count))
        (self.fps,) = self.take("<f")
        (frames,) = self.take("<I")
        (people,) = self.take("<H")
        points = sum(len(names) for names in self.components.values())
        shape = (frames, people, points, 3)
        self.places = self._array(shape)
        self.confidence = self._array(shape[:3])
        assert self.at == len(data), "nothing is left over"

    def take(self, form: str) -> Any:
        found = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return found

    def _text(self) -> str:
        (length,) = self.take("<H")
        (text,) = self.take(f"<{length}s")
        return str(text.decode())

    def _component(self) -> tuple[str, list[str]]:
        name, form = self._text(), self._text()
        assert form == "XYZC"
        points, limbs, colours = self.take("<HHH")
        names = [self._text() for _ in range(points)]
        self.take(f"<{2 * limbs}H")
        self.take(f"<{3 * colours}H")
        return name, names

    def _array(self, shape: tuple[int, ...]) -> np.ndarray:
        count = int(np.prod(shape))
        found = np.frombuffer(self.data, "<f4", count, self.at).reshape(shape)
        self.at += 4 * count
        return found

    def index(self, component: str, point: str) -> int:
        at = 0
        for name, points in self.components.items():
            if name == component:
                return at + points.index(point)
            at += len(points)
        raise KeyError(component)


def test_the_pose_file_holds_the_hands_where_the_skeleton_has_them(
    written: Path, whole: Performance, rig: Rig
) -> None:
    read = PoseBytes((written / f"{NAME}.pose").read_bytes())
    assert read.fps == 25
    assert len(read.places) == round(whole.duration * 25) + 1, "as many as a film has"
    for frame in range(0, len(read.places), 17):
        wanted = joints(rig, whole, frame / 25)
        for side, letter in (("RIGHT", "R"), ("LEFT", "L")):
            hand = f"{side}_HAND_LANDMARKS"
            wrist = read.places[frame, 0, read.index(hand, "WRIST")]
            tip = read.places[frame, 0, read.index(hand, "INDEX_FINGER_PIP")]
            own = wanted[f"finger2-2.{letter}"] - wanted[f"wrist.{letter}"]
            # x to the viewer's right is the signer's left, y down, z away; millimetres.
            assert np.abs((tip - wrist) / 1000 - own * [1, -1, -1]).max() < 0.002, (frame, side)


def test_the_bvh_has_the_same_length_and_wrists(
    written: Path, whole: Performance, rig: Rig
) -> None:
    read = bvh.Bvh((written / f"{NAME}.bvh").read_text("utf-8"))
    assert read.nframes == round(whole.duration * 25) + 1
    assert set(read.get_joints_names()) == set(rig.names)


def symbols(hamnosys: str) -> Iterator[str]:
    """Names of the symbols of an entry, which is written as names or as characters."""
    if hamnosys.startswith("ham"):
        yield from hamnosys.split()
        return
    table = Path(lexicon.__file__).parents[1] / "notation" / "symbols.tsv"
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines()]
    names = {chr(int(row[1].removeprefix("U+"), 16)): row[0] for row in rows if "U+" in row[1]}
    yield from (names[character] for character in hamnosys if character in names)


def test_the_sigml_holds_the_corpus_own_notation(written: Path) -> None:
    root = etree.parse(str(written / f"{NAME}.sigml")).getroot()
    assert root.tag == "sigml"
    entries = lexicon.load().entries
    seen = 0
    for sign in root:
        if not isinstance(sign.tag, str):
            continue
        entry = entries.get(sign.get("gloss") or "")
        manual = sign.find("hamnosys_manual")
        if entry is None or manual is None:
            continue
        assert [child.tag for child in manual] == list(symbols(entry.hamnosys)), entry.id
        seen += 1
    assert seen >= 3


def test_a_wrong_suffix_is_told_the_right_ones_before_anything_is_made(
    runner: CliRunner, tmp_path: Path
) -> None:
    answer = runner.invoke(cli, ["export", TEXT, "--out", str(tmp_path / "t.fbx")])
    assert isinstance(answer.exception, UnknownExportError)
    assert ".pose, .bvh, .glb, .sigml, .json" in str(answer.exception)
    assert not list(tmp_path.iterdir())


def test_help_teaches_with_examples(runner: CliRunner) -> None:
    text = runner.invoke(cli, ["export", "--help"]).output
    for word in (*exports.FORMATS, "Examples:", "Blender", "draft"):
        assert word in text
