"""Barriers that show in one state only, engines that agree, and browsers that die."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from a11y.audit import AuditRun, Finding, Outcome, PageStatus, make_settings, run
from a11y.audit.findings import AuditRun as Run
from a11y.audit.reports.json import read_run
from tests.audit.conftest import Site

pytestmark = pytest.mark.browser


def audit(site: Site, path: str = "/", **options: Any) -> AuditRun:
    plain = make_settings({}, urls=(site.url(path),), states=("none",), probes=("none",))
    return run(replace(plain, **options))


def fails(result: Run) -> dict[str, Finding]:
    return {f.selector: f for f in result.findings if f.outcome is Outcome.FAIL}


def test_contrast_under_the_mouse_and_behind_a_disclosure(site: Site) -> None:
    site.page(
        "/",
        '<a id="h" href="/x">Amt</a><details><summary>Mehr</summary><p id="d">Text</p></details>'
        "<button aria-expanded=\"false\" onclick=\"this.setAttribute('aria-expanded', 'true');"
        'document.querySelector(\'#b\').hidden = false">Menü</button><p id="b" hidden>Punkt</p>',
        head="<style>#h:hover { color: #ccc } #d, #b { color: #ccc }</style>",
    )
    result = audit(site, states=("hover", "opened"))
    seen = {f.selector: f for f in result.findings if f.rule == "axe/color-contrast"}
    assert seen["#h"].states == ("hover",)
    assert seen["#d"].states == ("opened",)
    assert seen["#b"].states == ("opened",)


def test_forms_are_submitted_here_but_not_when_told_never(site: Site) -> None:
    site.page(
        "/",
        '<form novalidate onsubmit="event.preventDefault();'
        "this.querySelector('p').hidden = false\">"
        '<label>Anlass <input autocomplete="off"></label><button>Senden</button>'
        '<p role="alert" hidden style="color:#ddd">Bitte angeben</p></form>',
    )
    assert fails(audit(site, states=("forms",)))["p"].states == ("form errors",)
    assert fails(audit(site, states=("forms",), forms="never")) == {}


def test_failing_elements_get_a_picture(site: Site, tmp_path: Path) -> None:
    site.page("/", '<p style="color:#ccc">Grau</p>')
    (finding,) = fails(audit(site, pictures=tmp_path / "pictures")).values()
    assert (tmp_path / finding.picture).read_bytes()[:4] == b"\x89PNG"


def test_engines_that_agree_make_one_finding(site: Site) -> None:
    site.page("/", '<input id="a">')
    engines = ("axe", "alfa", "ibm", *(("vnu",) if shutil.which("java") else ()))
    site.page("/", '<input id="a"><p id="b"><div></div></p>')
    result = audit(site, engines=engines)
    assert fails(result)["#a"].engines == ("axe", "alfa", "ibm")
    if "vnu" in engines:
        assert any(f.rule == "vnu/error" for f in result.findings)


def test_pdfs_are_checked_and_do_not_break_the_run(site: Site) -> None:
    site.page("/", '<a href="/a.pdf">Satzung</a> <a href="/b.pdf">Plan</a>')
    site.add("/a.pdf", _pdf(), kind="application/pdf")
    site.add("/b.pdf", b"no pdf at all", kind="application/pdf")
    result = audit(site, crawl=True)
    status = {page.url.rsplit("/", 1)[1]: page.status for page in result.pages}
    assert status == {
        "": PageStatus.TESTED, "a.pdf": PageStatus.TESTED, "b.pdf": PageStatus.NOT_TESTED,
    }  # fmt: skip
    assert any(f.rule.startswith("pdf/") and f.page.endswith("a.pdf") for f in result.findings)


def test_a_pdf_that_is_named_is_checked(site: Site) -> None:
    site.page("/", "<p>Text</p>")
    plan = site.add("/plan.pdf", _pdf(), kind="application/pdf")
    result = audit(site, urls=(site.url("/"), plan))
    assert {page.url for page in result.pages} == {site.url("/"), plan}
    found = [one for one in result.findings if one.page == plan]
    assert any("nicht getaggt" in one.reason.de for one in found)


def test_titles_and_navigation_over_pages(site: Site) -> None:
    names = ("eins", "zwei", "drei")
    for at, name in enumerate(("", *names)):
        order = names if at < 3 else names[::-1]
        links = "".join(f'<a href="/{to}">Teil {to}</a> ' for to in order)
        title = "Gleich" if at < 2 else f"Titel {name}"
        site.add(
            f"/{name}",
            f'<!doctype html><html lang="de"><head><title>{title}</title></head><body>'
            f"<nav>{links}</nav><main><h1>Kopf {name}</h1></main></body></html>",
        )
    result = audit(site, crawl=True, probes=("page-title",))
    rules = {finding.rule for finding in result.findings if finding.rule.startswith("site/")}
    assert rules == {"site/same-title", "site/navigation-order"}


def test_a_login_is_scripted(site: Site) -> None:
    site.page("/an", '<form><label>Name <input id="n"></label></form><button id="b" onclick="'
              "document.cookie = 'konto=' + document.getElementById('n').value\">Anmelden</button>"
              '<p id="da">da</p>')  # fmt: skip
    site.page("/", "<p id='p'>zu</p><script>if (!document.cookie.includes('konto=rita'))"
              "document.body.innerHTML = '<img src=x>'</script>")  # fmt: skip
    steps = (
        {"open": site.url("/an")}, {"fill": "#n", "value": "rita"}, {"click": "#b"},
        {"wait_for": "#da"},
    )  # fmt: skip
    assert "img" in fails(audit(site))
    assert fails(audit(site, login=steps)) == {}


def test_a_killed_browser_is_restarted_and_its_page_retried(site: Site) -> None:
    site.page("/", "".join(f'<a href="/{n}">Seite {n}</a> ' for n in range(6)))
    for number in range(6):
        site.page(f"/{number}", "<p>Text</p>")
    before = _drivers()
    killed: list[int] = []

    def kill(_: object) -> None:
        if not killed:
            for pid in _drivers() - before:
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)

    settings = make_settings({}, urls=(site.url(),), states=("none",), probes=("none",))
    result = run(replace(settings, crawl=True), progress=kill)
    assert killed
    assert len(result.pages_with(PageStatus.TESTED)) == 7


def _drivers() -> set[int]:
    """ChromeDrivers that this process has started."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                name = (entry / "comm").read_text().strip()
            except OSError:
                continue
            if name == "chromedriver" and int(fields[1]) == os.getpid() and fields[0] != "Z":
                found.add(int(entry.name))
    return found


def test_ctrl_c_leaves_a_valid_partial_report(site: Site, tmp_path: Path) -> None:
    for number in range(60):
        site.page(f"/{number}", f'<a href="/{number + 1}">weiter zu Seite {number + 1}</a>')
    command = [
        sys.executable, "-m", "a11y.cli", "audit", site.url("/0"), "--crawl", "--states", "views",
        "--probes", "none", "--ignore-robots", "--out", str(tmp_path), "--report", "json",
    ]  # fmt: skip
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("[2/"):
                break
        process.send_signal(signal.SIGINT)
        drain = threading.Thread(target=process.stderr.read)
        drain.start()
        began = time.monotonic()
        assert process.wait(timeout=60) == 2
        drain.join()
    assert time.monotonic() - began < 30
    result = read_run(tmp_path / "audit.json")
    assert result.interrupted
    assert 2 <= len(result.pages) < 60


def _pdf() -> bytes:
    """A readable PDF without tags, language or title."""
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(out, "PDF")
    return out.getvalue()
