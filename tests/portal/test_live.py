"""The live view: packed motion, and the browser's signer against ours."""

from __future__ import annotations

import gzip
import json
import struct
from typing import Any

import numpy as np
import pytest
from flask import Flask
from flask.testing import FlaskClient
from numpy.typing import NDArray
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from a11y.portal.live.packing import FPS, SCALE, pack
from a11y.portal.store import Database, texts
from a11y.portal.store.tables import Origin, SignedText, Unit
from a11y.sign_avatar.body import Rig, glb_path, load_rig
from a11y.sign_avatar.performance import Performance, SignMark
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind
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
    planes = np.frombuffer(raw, np.uint8, offset=4 + length).reshape(2, -1)
    deltas = planes.T.copy().view("<i2").reshape(-1, header["frames"])
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
    browser.set_script_timeout(90)
    browser.get(f"{address}/gebaerdensprache/")
    answer = browser.execute_async_script(
        """
        const [version, times, done] = arguments;
        const host = document.createElement("div");
        document.querySelector("main").prepend(host);
        import("/static/live.js").then(async ({ open }) => {
          const view = await open(host, [`/live/bewegung/${version}/0`]);
          const out = times.map((time) => { view.seek(time); return view.positions(); });
          view.close();
          done(out);
        }).catch((error) => done(String(error)));
        """,
        version,
        [made.duration * share / 9 for share in range(10)],
    )
    assert isinstance(answer, list), answer
    for share, shown in enumerate(answer):
        # Both renderers draw whole frames of 25 a second; compare what lies on one.
        expected = positions(rig, made, made.duration * share / 9)
        for name, place in expected.items():
            key = name.replace(".", "")
            if key in shown:
                off = float(np.linalg.norm(np.array(shown[key]) - place))
                assert off <= 0.005, (share, name, off)
    assert len(answer[0]) >= 70


@pytest.mark.browser
@needs_body
def test_the_live_view_opens_by_keyboard_steps_and_closes(
    address: str,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    browser.get(f"{address}/gebaerdensprache/")
    opener = browser.find_element(By.CSS_SELECTOR, ".live-offer button")
    opener.send_keys(Keys.ENTER)
    wait = WebDriverWait(browser, 60)
    wait.until(lambda b: b.find_elements(By.CSS_SELECTOR, ".live canvas"))
    wait.until(lambda b: b.find_elements(By.CSS_SELECTOR, '[aria-label="Live-Ansicht"]'))
    assert not opener.is_displayed()
    names = {
        button.text: button
        for button in browser.find_elements(By.CSS_SELECTOR, '[aria-label="Live-Ansicht"] button')
    }
    names["Gebärde weiter"].send_keys(Keys.ENTER)
    time = "return document.querySelector('.signed').live.time"
    wait.until(lambda b: b.execute_script(time) > 0)
    names["Schließen"].send_keys(Keys.ENTER)
    assert not browser.find_elements(By.CSS_SELECTOR, ".live canvas")
    assert browser.switch_to.active_element == opener
