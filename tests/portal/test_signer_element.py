"""``<klarhand-signer>`` in real Chromium: on our pages and on somebody else's."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from a11y.portal.store import Database, texts
from a11y.portal.store.tables import Origin, Unit
from a11y.sign_avatar.body import glb_path
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind
from tests.portal.conftest import PASSWORD
from tests.portal.test_browser import browser  # noqa: F401  (the fixture)

UNIT = "leistung/hund-anmelden/fristen"
pytestmark = pytest.mark.skipif(not glb_path().exists(), reason="a11y body build")


@pytest.fixture
def version(database: Database) -> int:
    """A signed version with two short sentences."""
    sign = Sign(gloss="INDEX2", kind=SignKind.INDEX, entry="INDEX2")
    sentences = tuple(SignedSentence(german=g, signs=(sign,)) for g in ("Sie da.", "Sie auch."))
    with database.transaction() as session:
        unit = session.get_one(Unit, UNIT)
        made = texts.save_signed(
            session, unit, sentences=sentences, origin=Origin.PEOPLE, author="test"
        )
        return made.id


def ready(driver: webdriver.Chrome) -> WebElement:
    """The element once the signer stands there."""
    look = "return Boolean(document.querySelector('klarhand-signer')?.view?.current)"
    WebDriverWait(driver, 60).until(lambda b: b.execute_script(look))
    return driver.find_element(By.CSS_SELECTOR, "klarhand-signer")


def buttons(signer: WebElement) -> dict[str, WebElement]:
    root = signer.shadow_root
    return {one.text: one for one in root.find_elements(By.CSS_SELECTOR, "button") if one.text}


def state(driver: webdriver.Chrome, expression: str) -> Any:
    return driver.execute_script(
        f"const signer = document.querySelector('klarhand-signer'); return {expression}"
    )


def test_the_manifest_names_everything_and_may_be_read_elsewhere(
    client: FlaskClient, version: int
) -> None:
    answer = client.get(f"/live/einheit/{UNIT}.json")
    told = answer.get_json()
    assert told["version"] == 1
    assert told["reviewed"] is False
    assert [sentence["german"] for sentence in told["sentences"]] == ["Sie da.", "Sie auch."]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert told["sentences"] == client.get(f"/live/fassung/{version}.json").get_json()["sentences"]

    body = client.get(told["body"], headers={"Accept-Encoding": "gzip"})
    assert "immutable" in body.headers["Cache-Control"]
    assert body.headers["Content-Encoding"] == "gzip"
    assert len(body.data) < 1_000_000
    assert client.get(told["body"].replace("?v=", "?v=0")).headers["Cache-Control"] == "no-cache"
    again = client.get(told["body"], headers={"If-None-Match": body.headers["ETag"]})
    assert again.status_code in (200, 304)
    motion = client.get(told["sentences"][1]["motion"])
    assert "immutable" in motion.headers["Cache-Control"]
    assert client.get("/live/einheit/leistung/gibt-es/nicht.json").status_code == 404


def test_drafts_are_for_editors_only(client: FlaskClient, database: Database) -> None:
    sign = Sign(gloss="INDEX2", kind=SignKind.INDEX, entry="INDEX2")
    with database.transaction() as session:
        unit = Unit(key="entwurf/00001", owner="entwurf/00001", heading="Neu", text="Sie.")
        unit.digest = "x"
        session.add(unit)
        session.flush()
        made = texts.save_signed(
            session, unit, sentences=[SignedSentence(german="Sie.", signs=(sign,))],
            origin=Origin.PEOPLE, author="test",
        )  # fmt: skip
        number = made.id
    for address in (
        "/live/einheit/entwurf/00001.json",
        f"/live/fassung/{number}.json",
        f"/live/bewegung/{number}/0",
    ):
        assert client.get(address).status_code == 404, address
    client.post("/redaktion/anmelden/", data={"name": "ruth", "password": PASSWORD})
    answer = client.get(f"/live/fassung/{number}.json")
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert client.get(f"/live/bewegung/{number}/0").headers["Cache-Control"].startswith("private")


@pytest.mark.browser
def test_citizens_open_it_by_keyboard_and_come_back_to_the_film(
    address: str,
    version: int,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    browser.get(f"{address}/leistungen/hund-anmelden/gebaerdensprache/")
    part = browser.find_element(By.ID, "dgs-leistung-hund-anmelden-fristen")
    opener = part.find_element(By.CSS_SELECTOR, ".live-offer button")
    opener.send_keys(Keys.ENTER)
    signer = ready(browser)
    WebDriverWait(browser, 10).until(lambda b: state(b, "signer.view.time > 0"))
    assert state(browser, "performance.getEntriesByName('klarhand-first-movement').length") == 1
    box = "signer.shadowRoot.querySelector('canvas').getBoundingClientRect()"
    assert state(browser, f"{box}.top") > -1, "the signer's head is in the window"
    assert state(browser, "signer.shadowRoot.activeElement.textContent") in ("Pause", "Abspielen")
    # However long the keys take to arrive: stepping begins in the first sentence.
    state(browser, "(signer.pause(), signer.view.show(0))")

    names = buttons(signer)
    names["Gebärde weiter"].send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda b: state(b, "signer.view.gloss") == "INDEX2")
    assert not state(browser, "signer.view.playing"), "stepping holds it"
    assert state(browser, "signer.shadowRoot.querySelector('.caption').textContent") == "Sie da."
    names["Gebärde weiter"].send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda b: state(b, "signer.view.index") == 1)
    caption = "signer.shadowRoot.querySelector('.caption').textContent"
    WebDriverWait(browser, 10).until(lambda b: state(b, caption) == "Sie auch.")
    now = part.find_elements(By.CSS_SELECTOR, "[data-transcript] .is-now")
    assert [line.text for line in now] == ["Sie auch."], "the transcript follows"

    names["Schließen"].send_keys(Keys.ENTER)
    assert not browser.find_elements(By.CSS_SELECTOR, "klarhand-signer")
    assert browser.switch_to.active_element == opener


@pytest.mark.browser
def test_the_camera_turns_by_keys_within_limits(
    address: str,
    version: int,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    browser.get(f"{address}/einbetten/{UNIT}/?ansicht=live")
    signer = ready(browser)
    canvas = signer.shadow_root.find_element(By.CSS_SELECTOR, "canvas")
    assert canvas.get_attribute("role") == "img"
    assert canvas.get_attribute("aria-label") == "Gebärdende Figur in 3D: Fristen"
    angle = "signer.view.turntable.place.theta"
    rest_eyes = state(browser, "signer.view.positions().eyeL[1]")
    canvas.send_keys(Keys.ARROW_RIGHT)
    assert state(browser, angle) == pytest.approx(0.12)
    canvas.send_keys(Keys.ARROW_RIGHT * 30)
    assert state(browser, angle) == pytest.approx(3.14159 / 2.6, abs=1e-3), "never behind the back"
    canvas.send_keys(Keys.HOME)
    assert state(browser, angle) == 0
    seen = "signer.view.camera.position.y + 0.5 * signer.view.framing.height * 0.45"
    assert state(browser, seen) < rest_eyes
    canvas.send_keys("+" * 20)
    assert rest_eyes < state(browser, seen), "a near look shows the face"
    canvas.send_keys(Keys.HOME)
    state(browser, "signer.pause()")
    sharp = "signer.view.renderer.domElement.width >= signer.view.host.clientWidth"
    WebDriverWait(browser, 10).until(lambda b: state(b, sharp), "what stands still is drawn sharp")
    kinds = state(browser, "signer.view.renderer.info.programs.map((one) => one.name)")
    assert len(kinds) == len(set(kinds)) <= 4, "surfaces of a kind share a program"


@pytest.mark.browser
def test_without_webgl_or_data_it_says_so_and_shows_what_there_is(
    address: str,
    version: int,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    browser.get(f"{address}/impressum/")
    told = browser.execute_async_script(
        """
        const [version, done] = arguments;
        const whole = HTMLCanvasElement.prototype.getContext;
        const said = async (source, children, hide) => {
          HTMLCanvasElement.prototype.getContext = hide ? () => null : whole;
          const signer = document.createElement("klarhand-signer");
          signer.append(...children);
          signer.setAttribute("src", source);
          const failed = new Promise((ok) => signer.addEventListener("klarhand-fehler", ok));
          document.querySelector("main").append(signer);
          await failed;
          HTMLCanvasElement.prototype.getContext = whole;
          await new Promise((later) => setTimeout(later, 300)); // a context given back says so late
          return signer.shadowRoot.querySelector(".told").innerText;
        };
        const taken = fetch;
        const nobody = "/live/koerper/niemand.glb";
        globalThis.fetch = (address, ...more) =>
          taken(String(address).includes("koerper") ? nobody : address, ...more);
        import("/assets/klarhand-signer.js").then(async () => {
          const note = document.createElement("p");
          note.textContent = "Text";
          const first = await said(`/live/fassung/${version}.json`, [note], true);
          const seen = note.offsetHeight > 0;
          done([first, seen, await said("/live/fassung/999999.json", [], false),
            await said(`/live/fassung/${version}.json`, [], false)]);
        });
        """,
        version,
    )
    assert told[0] == "Die Live-Ansicht geht auf diesem Gerät nicht.", "there is no film to look at"
    assert told[1], "what stands between the tags takes its place"
    assert "konnten nicht geladen werden" in told[2]
    assert "Noch einmal versuchen" in told[2]
    assert "konnten nicht geladen werden" in told[3], "a body that is missing is no lost context"


@pytest.fixture
def elsewhere(tmp_path: Path, address: str) -> Iterator[str]:
    """Another city's page on another origin, which loads the one file and names a unit."""
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="de"><meta charset="utf-8"><title>Andere Stadt</title>'
        f'<script type="module" src="{address}/assets/klarhand-signer.js"></script>'
        f'<klarhand-signer src="{address}/live/einheit/{UNIT}.json"></klarhand-signer>',
        "utf-8",
    )
    handler = partial(_Quiet, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/index.html"
    server.shutdown()
    thread.join()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args: Any) -> None:
        """A test prints nothing."""


@pytest.mark.browser
def test_another_site_embeds_it_with_two_lines(
    elsewhere: str,
    version: int,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    browser.get(elsewhere)
    signer = ready(browser)
    assert "Abspielen" in buttons(signer)
    assert not state(browser, "signer.view.playing"), "nothing moves unasked"


def test_an_embedding_page_uses_its_width(
    version: int,
    address: str,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    """The text stands beside the picture where there is room, below it where not."""
    look = """
    const box = (name) => document.querySelector(`.signed__${name}`).getBoundingClientRect();
    const { scrollWidth, clientWidth } = document.documentElement;
    return [box("picture"), box("text"), scrollWidth - clientWidth, clientWidth];
    """
    try:
        for width in (1280, 320):
            browser.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
            )
            browser.get(f"{address}/einbetten/{UNIT}/?ansicht=live")
            picture, text, beyond, window = browser.execute_script(look)
            assert beyond <= 0
            if width == 1280:
                assert text["left"] > picture["right"]
                assert window - text["right"] < 0.1 * window, "no third of the window is empty"
            else:
                assert text["top"] >= picture["bottom"]
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
