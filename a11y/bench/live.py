"""``a11y bench live``: how soon the live view moves in a real browser, and how fluently."""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from a11y.audit.scratch import BrowserScratch
from a11y.bench.memory import busy
from a11y.bench.render import machine
from a11y.paths import content_dir, var_dir
from a11y.portal import create_app
from a11y.portal.importer import import_path
from a11y.portal.loopback import serving
from a11y.portal.store import Database, accounts
from a11y.portal.store.tables import Role

UNIT = "leistung/hund-anmelden/kosten"
_PASSWORD = "only-for-this-measurement"
_SECONDS = 4.0

_MOVED = """
const done = arguments[0];
const look = () => {
  const [mark] = performance.getEntriesByName("klarhand-first-movement");
  if (!mark) return setTimeout(look, 10);
  const size = (name) => performance.getEntriesByType("resource")
    .filter((r) => r.name.includes(name))
    .map((r) => [r.name, r.startTime, r.responseEnd, r.transferSize]);
  const marks = performance.getEntriesByType("mark")
    .map((m) => [m.name.replace("klarhand-", ""), m.startTime]);
  done({ moved: mark.startTime, marks, files: size("/live/").concat(size("klarhand-signer")) });
};
look();
"""
_FRAMES = """
const [seconds, done] = arguments;
const view = document.querySelector("klarhand-signer").view;
const start = performance.now();
const times = [];
let drawn = -1;  // a call of the browser is no frame: what was drawn counts
const tick = (now) => {
  const { frame } = view.renderer.info.render;
  if (frame !== drawn) times.push(now);
  drawn = frame;
  if (now - start > 1000 * seconds) {
    const gaps = times.slice(1).map((time, i) => time - times[i]);
    const { width, clientWidth } = view.renderer.domElement;
    done({ gaps, edge: width, shown: clientWidth });
  } else requestAnimationFrame(tick);
};
requestAnimationFrame(tick);
"""


@contextmanager
def _portal() -> Iterator[str]:
    """The demo city in a database of its own, on a real socket; nothing is rendered."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.sqlite'}"
        database = Database(url)
        import_path(database, content_dir())
        with database.transaction() as session:
            accounts.add(session, name="bench", password=_PASSWORD, roles=[Role.REDAKTION])
        database.close()
        app = create_app(
            {
                "DATABASE": url,
                "VIDEOS": Path(folder) / "videos",
                "SECRET_KEY": "only-for-this-measurement",
                "RENDER": False,
                "RATELIMIT_ENABLED": False,
                "WTF_CSRF_ENABLED": False,
            }
        )
        try:
            with serving(app) as address:
                yield address
        finally:
            app.extensions["klarhand-database"].close()


@contextmanager
def _browser() -> Iterator[webdriver.Chrome]:
    """A fresh Chromium with an empty cache that draws WebGL on the processor."""
    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (
        "--headless=new", "--no-sandbox", "--mute-audio", "--window-size=1280,1150",
        "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
    ):  # fmt: skip
        options.add_argument(argument)
    scratch = BrowserScratch()
    options.add_argument(f"--user-data-dir={scratch.profile}")
    try:
        service = Service(shutil.which("chromedriver"), env=scratch.environment)
        driver = webdriver.Chrome(options, service)
        try:
            driver.set_script_timeout(90)
            yield driver
        finally:
            driver.quit()
    finally:
        scratch.remove()


def _sign_in(driver: webdriver.Chrome, address: str) -> None:
    driver.get(f"{address}/redaktion/anmelden/")
    driver.execute_script(
        "const [name, password] = arguments; const form = document.querySelector('main form');"
        "form.elements.name.value = name; form.elements.password.value = password; form.submit();",
        "bench",
        _PASSWORD,
    )


def _measure(driver: webdriver.Chrome, page: str) -> dict[str, Any]:
    driver.get(page)
    found: dict[str, Any] = driver.execute_async_script(_MOVED)
    browser = driver.service.process.pid  # chromedriver, which everything else descends from
    before = busy(browser)
    found.update(driver.execute_async_script(_FRAMES, _SECONDS))
    found["cost"] = 1000 * (busy(browser) - before) / max(1, len(found["gaps"]))
    return found


def _row(name: str, runs: list[dict[str, Any]]) -> str:
    moved = [run["moved"] / 1000 for run in runs]
    gaps = [gap for run in runs for gap in run["gaps"]] or [1000 * _SECONDS]
    edges = sorted({run["edge"] for run in runs})
    return (
        f"{name:34s} first movement {statistics.median(moved):5.2f} s "
        f"({min(moved):.2f}–{max(moved):.2f})  {1000 / statistics.mean(gaps):5.1f} frames/s  "
        f"slowest 5 % of frames {sorted(gaps)[int(0.95 * len(gaps))]:.0f} ms  "
        f"drawn {edges[0]}–{edges[-1]} px of {runs[0]['shown']}  "
        f"CPU {statistics.median(run['cost'] for run in runs):.0f} ms a frame"
    )


@click.command()
@click.option("--runs", default=5, show_default=True, help="Fresh browsers; the median counts.")
@click.option("--picture", type=click.Path(path_type=Path), help="Where a screenshot goes.")
@click.option("--phases", is_flag=True, help="Also print when each step was done, each file came.")
def command(runs: int, picture: Path | None, phases: bool) -> None:
    """Seconds from opening a page to the signer's first movement, and frames a second after it.

    Real Chromium without a graphics card, portal on this machine. "empty cache" is a reader's
    first visit, "again" the next page. Aim: 1 s and 25 frames a second. Processor time a frame, of
    the whole browser, tells two versions apart on a machine that is not quiet, too.
    """
    click.echo(machine())
    out = picture or var_dir() / "bench" / "live.png"
    out.parent.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[dict[str, Any]]] = {}
    with _portal() as address:
        for run in range(runs + 1):
            with _browser() as driver:
                _sign_in(driver, address)
                pages = {
                    "editor's preview, empty cache": f"{address}/redaktion/einheit/{UNIT}/",
                    "editor's preview, again": f"{address}/redaktion/einheit/{UNIT}/",
                    "embedded, body in the cache": f"{address}/einbetten/{UNIT}/?ansicht=live",
                }
                for name, page in pages.items():
                    made = _measure(driver, page)
                    if run:  # the first round warms the server up
                        found.setdefault(name, []).append(made)
                    if phases and run:
                        _print_phases(name, made)
                driver.save_screenshot(str(out))
    for name, made_runs in found.items():
        click.echo(_row(name, made_runs))
    click.echo(f"load {os.getloadavg()[0]:.1f} at the end; picture: {out}")


def _print_phases(name: str, made: dict[str, Any]) -> None:
    steps = ", ".join(f"{step} {at:.0f}" for step, at in made["marks"])
    click.echo(f"{name}, ms: {steps}")
    for address, start, end, size in made["files"]:
        click.echo(f"  {start:6.0f} – {end:6.0f} ms  {size:8.0f} B  {address}")
