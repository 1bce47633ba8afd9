"""The live view: packed motion, and the browser's signer against ours."""

from __future__ import annotations

import gzip
import json
import struct
import zlib
from typing import Any

import numpy as np
import pytest
from flask import Flask
from flask.testing import FlaskClient
from numpy.typing import NDArray
from selenium import webdriver

from a11y.portal.live.manifest import web_body
from a11y.portal.live.packing import FPS, SCALE, pack
from a11y.portal.store import Database, texts
from a11y.portal.store.tables import Origin, SignedText, Unit
from a11y.sign_avatar.body import Rig, glb_path, load_rig
from a11y.sign_avatar.performance import Performance, SignMark
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind
from a11y.sign_avatar.stage.model import load_model
from a11y.sign_avatar.stage.skinning import Skinner, matrices_from_quaternions
from tests.portal.live_view import ask
from tests.portal.test_browser import browser  # noqa: F401  (the fixture)

needs_body = pytest.mark.skipif(not glb_path().exists(), reason="a11y body build")
SENTENCE = SignedSentence(
    german="Sie da.", signs=(Sign(gloss="INDEX2", kind=SignKind.INDEX, entry="INDEX2"),)
)


def performance(*, seconds: float = 1.0) -> Performance:
    times = np.linspace(0, seconds, 41, dtype=np.float32)
    angle = np.sin(times * 3)
    rotations = np.zeros((41, 3, 4), np.float32)
    rotations[:, :, 3] = 1
    rotations[:, 1, 0], rotations[:, 1, 3] = np.sin(angle / 2), np.cos(angle / 2)
    rotations[20:, 1] *= -1  # the same rotation written the other way round
    weights = np.zeros((41, 2), np.float32)
    weights[:, 1] = np.abs(np.sin(times))
    return Performance(
        times=times,
        joints=("still", "moving", "also-still"),
        rotations=rotations,
        morphs=("unused", "jawOpen"),
        weights=weights,
        marks=(SignMark(gloss="X1", start=0.2, end=0.8),),
        german="Ein Satz.",
    )


def read(data: bytes) -> tuple[dict[str, Any], NDArray[np.float64]]:
    """An independent reader of the documented form."""
    raw = gzip.decompress(data)
    (length,) = struct.unpack_from("<I", raw)
    header = json.loads(raw[4 : 4 + length])
    channels = 4 * len(header["joints"]) + len(header["morphs"])
    at, blocks = 4 + length, []
    for frames in header["blocks"]:
        size = 2 * frames * channels
        planes = np.frombuffer(raw, np.uint8, size, at).reshape(2, -1)
        blocks.append(planes.T.copy().view("<i2").reshape(channels, frames))
        at += size
    assert at == len(raw), "nothing is left over"
    deltas = np.concatenate(blocks, axis=1)
    return header, np.cumsum(deltas.astype(np.int64), axis=1) / header["scale"]


def test_packed_motion_is_the_motion() -> None:
    given = performance()
    header, channels = read(pack(given))

    assert header["joints"] == ["moving"], "what rests is left out"
    assert header["morphs"] == ["jawOpen"]
    assert header["frames"] == FPS + 1
    for frame in range(header["frames"]):
        rotations, weights = given.sample(frame / FPS)
        found = channels[:4, frame] / np.linalg.norm(channels[:4, frame])
        assert abs(float(np.dot(found, rotations[1]))) == pytest.approx(1, abs=1e-6)
        assert channels[4, frame] == pytest.approx(weights[1], abs=1 / SCALE)


def test_packing_twice_gives_the_same_bytes() -> None:
    assert pack(performance()) == pack(performance())


def test_the_first_half_second_can_be_read_before_the_rest_is_there() -> None:
    whole = pack(performance(seconds=5))
    header, _ = read(whole)
    first = header["blocks"][0]
    assert first / header["fps"] <= 0.5
    assert sum(header["blocks"]) == header["frames"]

    needed = 0
    for part in range(1, len(whole) + 1):
        raw = zlib.decompressobj(31).decompress(whole[:part])
        if len(raw) >= 4 + struct.unpack_from("<I", raw.ljust(4, b"\0"))[0]:
            have = len(raw) - 4 - struct.unpack_from("<I", raw)[0]
            if have >= 2 * first * (4 * len(header["joints"]) + len(header["morphs"])):
                needed = part
                break
    assert 0 < needed < 0.7 * len(whole)


@pytest.fixture
def version(database: Database) -> int:
    """A signed version with one short sentence."""
    with database.transaction() as session:
        unit = session.get_one(Unit, "leistung/hund-anmelden/fristen")
        made: SignedText = texts.save_signed(
            session, unit, sentences=[SENTENCE], origin=Origin.PEOPLE, author="test"
        )
        return made.id


@needs_body
def test_a_second_of_signing_is_small(client: FlaskClient, version: int) -> None:
    answer = client.get(f"/live/bewegung/{version}/0")

    header, _ = read(answer.data)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert header["german"] == "Sie da."
    assert len(answer.data) / (header["frames"] / header["fps"]) < 15_000
    assert client.get(f"/live/bewegung/{version}/1").status_code == 404
    assert client.get("/live/bewegung/999999/0").status_code == 404
    assert client.get("/live/koerper/niemand.glb").status_code == 404


def positions(rig: Rig, made: Performance, time: float) -> dict[str, NDArray[np.float64]]:
    """Where joints are, metres: ``R_world(j) = R_world(parent) R(j)`` (see ``performance``)."""
    rotations, _ = made.sample(time)
    given = dict(zip(made.joints, rotations.astype(float), strict=True))
    world: list[NDArray[np.float64]] = []
    places: list[NDArray[np.float64]] = []
    for index, name in enumerate(rig.names):
        own = _matrix(given.get(name, np.array([0.0, 0.0, 0.0, 1.0])))
        parent = int(rig.parents[index])
        if parent < 0:
            places.append(rig.heads[index])
            world.append(own)
        else:
            offset = rig.heads[index] - rig.heads[parent]
            places.append(places[parent] + world[parent] @ offset)
            world.append(world[parent] @ own)
    return dict(zip(rig.names, places, strict=True))


def _matrix(quaternion: NDArray[np.float64]) -> NDArray[np.float64]:
    x, y, z, w = quaternion / np.linalg.norm(quaternion)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


@pytest.mark.browser
@needs_body
def test_the_browser_shows_the_same_pose(
    app: Flask,
    database: Database,
    version: int,
    address: str,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    from a11y.translate import perform

    made = perform(SENTENCE, signer=app.config["SIGNER"])
    rig = load_rig()
    frames = np.arange(int(made.duration * 25)) / 25
    spoken = max(frames.tolist(), key=lambda time: float(made.sample(time)[1].sum()))
    places, face, top, drawn = ask(
        browser,
        address,
        version,
        """
        const places = options.times.map((time) => { view.seek(time); return view.positions(); });
        view.seek(options.face);
        const rest = {}, drawn = {};
        view.scene.traverse((one) => {
          if (!one.isMesh) return;
          const { attributes, userData } = one.geometry;
          const name = one.name.split("_")[0];
          rest[name] ??= Array.from((userData.rest ?? { attributes }).attributes.position.array);
          drawn[name] ??= Array.from(attributes.position.array);
        });
        return [places, rest.face, rest.top, drawn];
        """,
        times=[made.duration * share / 9 for share in range(10)],
        face=spoken,
    )
    for share, shown in enumerate(places):
        # Both renderers draw whole frames of 25 a second; compare what lies on one.
        expected = positions(rig, made, made.duration * share / 9)
        for name, place in expected.items():
            key = name.replace(".", "")
            if key in shown:
                off = float(np.linalg.norm(np.array(shown[key]) - place))
                assert off <= 0.005, (share, name, off)
    assert len(places[0]) >= 70

    _, weights = made.sample(spoken)
    moving = {name: w for name, w in zip(made.morphs, weights, strict=True) if w > 0.02}
    assert moving, "a face that says nothing proves nothing"
    rest, wanted = part("face", app.config["SIGNER"], moving)
    off = np.abs(np.reshape(face, (-1, 3)) - wanted).max()
    assert off < 0.02 * np.abs(wanted - rest).max(), "the face moves as the file says"

    turns, _ = made.sample(spoken)
    folds: dict[str, float] = {}
    for bend in load_model(glb_path()).bends:
        turn = matrices_from_quaternions(turns[[made.joints.index(bend.joint)]].astype(np.float32))
        folds |= bend.weights(turn[0])
    assert len(folds) >= 2
    rest, wanted = part("top", app.config["SIGNER"], folds)
    off = np.abs(np.reshape(top, (-1, 3)) - wanted).max()
    assert off < 0.02 * np.abs(wanted - rest).max(), "sleeves fold as the film's do"

    model = load_model(glb_path())
    film = Skinner(model).pose(made.joints, made.sample(spoken)[0], moving)
    for piece in model.pieces:
        if piece.name in ("hands", "top", "face", "hair"):
            there = np.reshape(drawn[piece.name], (-1, 3))
            off = np.linalg.norm(there - film[piece.start : piece.stop, :3], axis=1).max()
            assert off <= 0.005, (piece.name, off)


@pytest.mark.browser
@needs_body
def test_signing_goes_on_where_it_was_when_the_page_stood_still(
    version: int,
    address: str,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    """A hidden page, or one that was busy for three seconds: nothing may be missed."""
    before, after, pending = ask(
        browser,
        address,
        version,
        """
        view.speed = 0.25; // the sentence is short
        await view.play();
        while (view.time === 0) await later(5);
        const before = view.time;
        const seek = view.seek.bind(view), times = []; // each frame's: slow ones follow each other
        view.seek = (time) => { seek(time); times.push(view.time); };
        const end = performance.now() + 3000;
        while (performance.now() < end);
        while (!times.length) await later(1);
        return [before, times[0], view.fence.pending];
        """,
    )
    assert 0 < after - before <= 0.25 * 0.8, "at most what a slow frame moves it"
    assert pending <= 2, "frames that queue up delay keys and pictures"


def part(
    name: str, signer: str, weights: dict[str, float]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A mesh's vertices in the browser's file, (N, 3) in its cube: at rest and with ``weights``.

    Read by the format's own words: normalised integers, sparse offsets.
    """
    data = web_body(signer).read_bytes()
    (length,) = struct.unpack_from("<I", data, 12)
    file, blob = json.loads(data[20 : 20 + length]), data[28 + length :]
    (mesh,) = (mesh for mesh in file["meshes"] if mesh["name"] == name)
    (primitive,) = mesh["primitives"]

    def view(index: int, kind: str, count: int, width: int, start: int = 0) -> NDArray[np.float64]:
        found = file["bufferViews"][index]
        step = found.get("byteStride", np.dtype(kind).itemsize * width)
        rows = [
            np.frombuffer(blob, kind, width, found["byteOffset"] + start + step * row)
            for row in range(count)
        ]
        return np.stack(rows).astype(float)

    given = file["accessors"][primitive["attributes"]["POSITION"]]
    rest = view(given["bufferView"], "<i2", given["count"], 3) / 32767
    moved = rest.copy()
    for morph, target in zip(mesh["extras"]["targetNames"], primitive["targets"], strict=True):
        if morph in weights:
            sparse = file["accessors"][target["POSITION"]]["sparse"]
            count = sparse["count"]
            rows = view(sparse["indices"]["bufferView"], "<u2", count, 1)[:, 0].astype(int)
            values = sparse["values"]
            offsets = view(values["bufferView"], "<i2", count, 3, values["byteOffset"]) / 32767
            moved[rows] += weights[morph] * offsets
    return rest, moved
