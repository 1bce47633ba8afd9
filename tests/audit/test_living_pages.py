"""Pages as city systems make them: rendered late, routed by fragment, built of components."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from a11y.audit import AuditRun, Outcome, PageStatus, make_settings, run
from a11y.audit.browser import Browser
from tests.audit.conftest import Site

pytestmark = pytest.mark.browser


def audit(url: str, **options: Any) -> AuditRun:
    plain = make_settings({}, urls=(url,), states=("none",), probes=("none",))
    return run(replace(plain, **options))


def fails(result: AuditRun) -> dict[str, str]:
    return {one.selector: one.rule for one in result.findings if one.outcome is Outcome.FAIL}


def test_content_that_comes_after_loading_is_waited_for(site: Site) -> None:
    site.page(
        "/",
        '<div id="app"></div><script>fetch("/daten").then(answer => answer.text()).then(text => '
        "setTimeout(() => { app.innerHTML = text }, 60))</script>",
    )
    site.pages["/daten"] = _slowly('<img src="x.png">')
    assert fails(audit(site.url("/"))) == {"img": "axe/image-alt"}


def _slowly(text: str) -> Any:
    import time

    def answer() -> tuple[int, str, bytes]:
        time.sleep(0.3)
        return 200, "text/html", text.encode()

    return answer


def test_a_page_that_never_rests_does_not_stop_the_run(site: Site) -> None:
    url = site.page("/", "<p id='u'>0</p><script>setInterval(() => u.textContent++, 20)</script>")
    assert audit(url).pages[0].status is PageStatus.TESTED


def test_routes_behind_a_number_sign_are_pages(site: Site) -> None:
    site.page(
        "/app",
        '<nav><a href="#/">Start</a> <a href="#/amt">Amt</a> <a href="#teil">Teil</a></nav>'
        '<div id="v"></div><script>const show = () => { v.innerHTML ='
        " location.hash === '#/amt' ? '<img src=x.png>' : '<p>Text</p>' };"
        "onhashchange = show; show()</script>",
    )
    result = audit(site.url("/app"), crawl=True)
    assert [page.url.removeprefix(site.url("/")) for page in result.pages] == [
        "app", "app#/", "app#/amt",
    ]  # fmt: skip
    assert {one.page.removeprefix(site.url("/")) for one in result.findings} == {"app#/amt"}


def test_hover_is_forced_in_open_shadow_roots(site: Site) -> None:
    url = site.page(
        "/",
        "<x-knopf></x-knopf><script>customElements.define('x-knopf', class extends HTMLElement {"
        "constructor() { super(); this.attachShadow({mode: 'open'}).innerHTML ="
        "'<style>button { color: #000; background: #fff } button:hover { color: #ddd }</style>"
        "<button>Termin</button>'; } })</script>",
    )
    (found,) = audit(url, states=("hover",)).findings
    assert (found.rule, found.states) == ("axe/color-contrast", ("hover",))


def test_an_element_whose_class_changes_is_one_finding(site: Site) -> None:
    url = site.page(
        "/",
        '<p class="hell" style="color:#ccc">Grau</p><script>matchMedia("(max-width: 400px)")'
        '.onchange = () => document.querySelector("p").classList.replace("hell", "schmal")</script>'
        "<style>.hell { margin: 0 } .schmal { margin: 1px }</style>"
        '<p style="color:#ccc">Auch grau</p>',
    )
    result = audit(url, states=("320 px",))
    assert [one.states for one in result.findings] == [("desktop", "320 px")] * 2


def test_what_acting_probes_find_and_what_lies_in_frames_has_a_picture(
    site: Site, tmp_path: Path
) -> None:
    knob = '<div role="button" tabindex="0" onclick="this.textContent=1">Plan</div>'
    site.page("/innen", f"<style>div {{ background: #0000ff }}</style>{knob}", title="Innen")
    url = site.page(
        "/", f'{knob}<iframe title="Innen" src="/innen" width="300" height="200"></iframe>'
    )
    result = audit(url, probes=("button-keys",), pictures=tmp_path / "pictures")
    found = {one.selector: one.picture for one in result.findings if one.engines == ("probe",)}
    assert len(found) == 2
    assert all(found.values())
    inner = Image.open(tmp_path / next(p for s, p in found.items() if "iframe" in s))
    assert max(
        inner.convert("RGB").getcolors(1 << 20) or [], key=lambda one: one[1][2] - one[1][0]
    )[1] == (0, 0, 255)


def test_the_browser_opens_a_route_afresh(site: Site, browser: Browser) -> None:
    url = site.page("/app", "<p>Text</p>")
    browser.open(f"{url}#/a")
    browser.js("window.alt = 1")
    browser.open(f"{url}#/b")
    assert browser.js("return window.alt") is None
