"""Real Chromium on pages that are right, wrong, broken, slow, or not pages at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from a11y.audit import AuditRun, Outcome, PageStatus, make_settings, run
from a11y.audit.browser import BrowserSettings
from tests.audit.conftest import Site

pytestmark = pytest.mark.browser


def audit(site: Site, path: str = "/", **options: Any) -> AuditRun:
    plain = make_settings({}, urls=(site.url(path),), states=("views",), probes=("none",))
    return run(replace(plain, **options))


def status_of(result: AuditRun) -> dict[str, str]:
    return {
        "/" + page.url.split("/", 3)[3]: f"{page.status}: {page.problem}".rstrip(": ")
        for page in result.pages
    }


def test_a_crawl_reaches_every_page_of_the_site_once(site: Site) -> None:
    site.page("/", '<a href="/eins">Eins</a> <a href="/zwei#teil">Zwei</a>')
    site.page("/eins", '<a href="/">Start</a> <a href="https://other.example/">Anderswo</a>')
    site.page("/zwei", '<a href="/privat/x">Drei</a> <a href="/antrag.zip">Antrag</a>')
    site.add("/robots.txt", "User-agent: *\nDisallow: /privat/", kind="text/plain")
    result = audit(site, crawl=True, states=("none",), workers=2)
    assert status_of(result) == {"/": "tested", "/eins": "tested", "/zwei": "tested"}
    assert result.findings == ()
    assert sorted(path for path in site.visits if path in ("/eins", "/zwei")) == ["/eins", "/zwei"]


def test_frames_and_shadow_roots_are_looked_into(site: Site) -> None:
    site.page("/innen", '<p>Text</p><img src="x.png">', title="Innen")
    site.page(
        "/",
        '<iframe title="Innen" src="/innen"></iframe><x-a></x-a><script>'
        'customElements.define("x-a",'
        "class extends HTMLElement { constructor() { super();"
        'this.attachShadow({mode: "open"}).innerHTML = "<input>"; } })</script>',
    )
    result = audit(site, states=("none",))
    fails = {f.rule: f.selector for f in result.findings if f.outcome is Outcome.FAIL}
    assert fails == {"axe/image-alt": "iframe >>> img", "axe/label": "x-a >>> input"}


def test_dark_and_narrow_views_find_what_the_wide_light_one_hides(site: Site) -> None:
    site.page(
        "/",
        '<p class="a">Hell gut, dunkel schlecht.</p><p class="b">Nur schmal da.</p>',
        head="<style>.b { display: none; color: #999; background: #fff }"
        "@media (prefers-color-scheme: dark) { .a { color: #333; background: #222 } }"
        "@media (max-width: 400px) { .b { display: block } }</style>",
    )
    result = audit(site)
    states = {finding.selector: finding.states for finding in result.findings}
    assert states == {
        ".a": ("desktop dark", "320 px dark"),
        ".b": ("320 px", "320 px dark"),
    }


def test_what_cannot_be_tested_is_never_clean(site: Site) -> None:
    site.page(
        "/",
        "".join(f'<a href="/{name}">{name}</a> ' for name in ("weg", "kaputt", "leer", "haengt")),
    )
    site.add("/kaputt", "<h1>Fehler</h1>", status=500)
    site.add("/leer", "", status=503)
    site.hang("/haengt", seconds=6)
    result = audit(
        site,
        crawl=True,
        states=("none",),
        browser=BrowserSettings(load_timeout=2, script_timeout=2),
    )
    seen = status_of(result)
    assert seen["/"] == "tested"
    assert seen["/weg"] == "could not test: HTTP 404"
    assert seen["/kaputt"] == "could not test: HTTP 500"
    assert seen["/leer"].startswith("could not test: ")
    assert seen["/haengt"] == "could not test: loading did not finish within 2 s"


def test_a_page_that_hangs_after_loading_does_not_stop_the_others(site: Site) -> None:
    site.page("/", '<a href="/gut">Gut</a><a href="/schleife">Schleife</a>')
    site.page("/schleife", "<script>setTimeout(() => { while (true); }, 0)</script>")
    site.page("/gut", "<p>Gut</p>")
    result = audit(
        site,
        crawl=True,
        states=("none",),
        browser=BrowserSettings(load_timeout=3, script_timeout=3),
    )
    seen = status_of(result)
    assert seen["/schleife"].startswith("could not test")
    assert seen["/gut"] == "tested"


def test_a_server_that_is_not_there_could_not_be_tested() -> None:
    result = run(make_settings({}, urls=("http://127.0.0.1:9/",), robots=False))
    assert [page.status for page in result.pages] == [PageStatus.NOT_TESTED]
    assert "net::ERR_" in result.pages[0].problem


def test_a_redirect_to_a_known_page_is_tested_once(site: Site) -> None:
    site.page("/", '<a href="/alt">Alt</a>')
    site.add("/alt", '<meta http-equiv="refresh" content="0; url=/">')
    result = audit(site, crawl=True, states=("none",))
    assert len(result.pages_with(PageStatus.TESTED)) <= 2
