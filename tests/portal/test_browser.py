"""Key flows in real Chromium, desktop and 320 px, with axe on every kind of page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from flask import Flask
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from a11y.audit.scratch import BrowserScratch
from a11y.paths import project_dir
from a11y.portal import reading
from a11y.portal.jobs import mp4
from a11y.portal.jobs.vtt import webvtt
from a11y.portal.store import Database, texts
from a11y.portal.store.tables import Unit, Video
from tests.portal.conftest import PASSWORD

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(shutil.which("chromedriver") is None, reason="chromium-driver is missing"),
]
AXE = project_dir() / "a11y" / "audit" / "node_modules" / "axe-core" / "axe.min.js"
UNIT = "leistung/hund-anmelden/bearbeitungsdauer"
DGS = "/leistungen/hund-anmelden/gebaerdensprache/"


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--mute-audio"):
        options.add_argument(argument)
    # WebGL in software, for the live view.
    for argument in ("--use-angle=swiftshader", "--enable-unsafe-swiftshader"):
        options.add_argument(argument)
    options.add_argument("--disable-background-networking")
    scratch = BrowserScratch()
    options.add_argument(f"--user-data-dir={scratch.profile}")
    service = Service(shutil.which("chromedriver"), env=scratch.environment)
    driver = webdriver.Chrome(options, service)
    yield driver
    driver.quit()
    scratch.remove()


@pytest.fixture
def film(app: Flask, database: Database, tmp_path: Path) -> Video:
    """A real (grey) video of two seconds in the place of a rendered one."""
    with app.app_context(), app.test_request_context():
        from a11y.portal.database import session

        unit = session().get_one(Unit, UNIT)
        reading.signed_parts(session(), [unit])
        version = texts.current_signed(session(), unit)
        assert version
        key = reading.key_of(version)
    folder = tmp_path / "videos" / key
    folder.mkdir(parents=True)
    with av.open(str(folder / "video.mp4"), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width = stream.height = 96
        stream.pix_fmt = "yuv420p"
        for index in range(50):
            frame = av.VideoFrame.from_ndarray(np.full((96, 96, 3), index * 4, np.uint8), "rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    mp4.still(folder / "video.mp4", folder / "poster.jpg", at=1.0)
    lines = [
        {"start": 0.0, "end": 1.0, "deutsch": "Eins."},
        {"start": 1.0, "end": 2.0, "deutsch": "Zwei."},
    ]
    (folder / "captions.vtt").write_text(webvtt(lines), "utf-8")
    video = Video(
        key=key, unit_key=UNIT, seconds=2.0, bytes=9, width=96, height=96, sentences=lines
    )
    with database.transaction() as writing:
        writing.merge(video)
    return video


def violations(browser: webdriver.Chrome) -> list[str]:
    browser.execute_script(AXE.read_text("utf-8"))
    found: list[str] = browser.execute_async_script(
        "axe.run().then(r => arguments[0](r.violations.flatMap("
        "v => v.nodes.map(n => v.id + ': ' + n.target.join(' ')))))"
    )
    return found


@pytest.mark.skipif(not AXE.exists(), reason="npm ci in a11y/audit")
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: webdriver.Chrome, address: str, film: Video, width: int, scheme: str
) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
    )
    browser.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
    )
    for path in ("/", "/leistungen/hund-anmelden/", DGS, "/rueckmeldung/", "/redaktion/anmelden/"):
        browser.get(address + path)
        assert violations(browser) == [], path
        overflow = browser.execute_script(
            "return document.documentElement.scrollWidth - window.innerWidth"
        )
        assert overflow <= 0, path


def test_the_video_plays_follows_its_text_and_repeats(
    browser: webdriver.Chrome, address: str, film: Video
) -> None:
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.get(address + DGS)
    part = browser.find_element(By.CSS_SELECTOR, f'.signed[data-unit="{UNIT}"]')
    video = part.find_element(By.TAG_NAME, "video")
    assert video.get_property("paused"), "nothing plays by itself"
    assert browser.execute_script("return arguments[0].readyState", video) == 0, "nor loads"

    lines = part.find_elements(By.CSS_SELECTOR, "[data-transcript] button")
    # The stand-in has two sentences; the transcript has at least one line to jump to.
    lines[0].send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: float(video.get_property("currentTime")) > 0.2)  # type: ignore[arg-type]  # a number while it plays
    marked = part.find_elements(By.CSS_SELECTOR, "[data-transcript] [aria-current]")
    assert [line.text for line in marked] == [lines[0].text]

    speed = part.find_element(By.CSS_SELECTOR, ".player-bar select")
    speed.send_keys("0,5")
    assert video.get_property("playbackRate") == 0.5


def test_without_javascript_everything_is_there(
    browser: webdriver.Chrome, address: str, film: Video
) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(address + DGS)
        part = browser.find_element(By.CSS_SELECTOR, f'.signed[data-unit="{UNIT}"]')
        video = part.find_element(By.TAG_NAME, "video")
        assert video.get_dom_attribute("controls") is not None
        assert video.get_dom_attribute("preload") == "none"
        assert part.find_elements(By.CSS_SELECTOR, "track[kind=captions][srclang=de]")
        download = part.find_element(By.CSS_SELECTOR, "a[download]").text
        assert "MP4" in download
        assert "2 Sekunden" in download
        assert part.find_element(By.CSS_SELECTOR, ".video__mark").text == "DGS"
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_skip_link_leads_to_the_content(browser: webdriver.Chrome, address: str) -> None:
    browser.get(address + "/leistungen/")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    link = browser.switch_to.active_element
    assert link.text == "Zum Inhalt springen"
    link.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "inhalt"


def test_an_editor_signs_in_and_sees_where_a_hint_stands(
    browser: webdriver.Chrome, address: str
) -> None:
    browser.get(address + "/redaktion/einheit/leistung/hund-anmelden/volltext/")
    browser.find_element(By.ID, "name").send_keys("ruth")
    browser.find_element(By.ID, "password").send_keys(PASSWORD, Keys.ENTER)
    WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".proposal button"))
    item = browser.find_element(By.CSS_SELECTOR, ".proposals--scroll .proposal")
    words = item.find_element(By.TAG_NAME, "strong").text.strip("„“…")
    browser.execute_script("arguments[0].click()", item.find_element(By.TAG_NAME, "button"))
    selected = browser.execute_script(
        "const a = document.querySelector('textarea');"
        "return a.value.slice(a.selectionStart, a.selectionEnd)"
    )
    assert selected.startswith(words)

    # KERN takes the outline from whatever is focusable by tabindex alone.
    for region in browser.find_elements(By.CSS_SELECTOR, "main [tabindex='0']"):
        region.send_keys(Keys.SHIFT)
        seen = "const s = getComputedStyle(arguments[0]); return [s.outlineStyle, s.outlineWidth]"
        assert browser.execute_script(seen, region) == ["solid", "3px"], region.get_attribute(
            "class"
        )


@pytest.mark.skipif(not AXE.exists(), reason="npm ci in a11y/audit")
def test_the_workplace_and_its_drafts_are_barrier_free(
    browser: webdriver.Chrome, address: str
) -> None:
    workplace = address + "/redaktion/einheit/leistung/hund-anmelden/volltext/"
    browser.get(workplace)
    if browser.find_elements(By.ID, "password"):
        browser.find_element(By.ID, "name").send_keys("ruth")
        browser.find_element(By.ID, "password").send_keys(PASSWORD, Keys.ENTER)
        WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.ID, "easy-text"))
    for width in (1280, 320):
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False},
        )
        for page in ("", "kuerzer/", "kuerzer/?form=kurzfassung"):
            browser.get(workplace + page)
            assert violations(browser) == [], page
            overflow = browser.execute_script(
                "return document.documentElement.scrollWidth - window.innerWidth"
            )
            assert overflow <= 0, (page, width)
