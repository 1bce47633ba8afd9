"""The Nu HTML checker (vnu.jar): markup as it was served, where Java is there."""

from __future__ import annotations

import atexit
import json
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from a11y.audit.browser import Browser
from a11y.audit.engines import NODE_MODULES, EngineResult, words
from a11y.audit.errors import EngineMissingError, PageNotTested
from a11y.audit.findings import Finding, Outcome, Text
from a11y.audit.robots import fetch

_REMEDY = Text(de="Bessern Sie das Markup aus.", en="Mend the markup.")


class VnuEngine:
    """Starts the checker once as a server on this machine and asks it per page.

    WCAG 2.2 has dropped 4.1.1 and EN 301 549 takes it as met by HTML, so its errors are "needs
    review".
    """

    name = "vnu"
    preload = ""

    def __init__(self, directory: Path | None = None) -> None:
        folder = directory or NODE_MODULES / "vnu-jar"
        self._jar = folder / "build" / "dist" / "vnu.jar"
        self._java = shutil.which("java") or ""
        if not self._jar.is_file() or not self._java:
            raise EngineMissingError(
                "vnu", "Run `npm ci` in a11y/audit and `apt-get install default-jre-headless`."
            )
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        self.version = str(package["version"])
        self._lock = threading.Lock()
        self._port = 0

    def check(
        self, browser: Browser, *, page: str, state: str, colours_only: bool = False
    ) -> EngineResult:
        served = fetch(page)
        if served.status != 200:  # behind a login only the browser sees the page
            markup = str(
                browser.js("return '<!doctype html>' + document.documentElement.outerHTML")
            )
            body = markup.encode()
        else:
            body = served.body
        findings = []
        for message in self._ask(body):
            if message["type"] != "error":
                continue
            said = Text(de=words.markup(message["message"]), en=message["message"])
            findings.append(
                Finding(
                    rule="vnu/error",
                    outcome=Outcome.REVIEW,
                    page=page,
                    reason=said,
                    remedy=_REMEDY,
                    selector=f"line {message.get('lastLine', 0)}",
                    snippet=str(message.get("extract", ""))[:400],
                    states=(state,),
                    clauses=("EN 301 549 9.4.1.1",),
                    impact="minor",
                    engines=("vnu",),
                )
            )
        return EngineResult(tuple(findings), frozenset() if findings else frozenset({"vnu/error"}))

    def _ask(self, body: bytes) -> list[dict[str, str]]:
        self._start()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self._port}/?out=json",
            data=body,
            headers={"Content-Type": "text/html; charset=utf-8"},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                messages: list[dict[str, str]] = json.load(answer)["messages"]
                return messages
        except (OSError, ValueError, KeyError) as error:
            raise PageNotTested(f"the markup checker failed: {error}") from error

    def _start(self) -> None:
        with self._lock:
            if self._port:
                return
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            process = subprocess.Popen(
                [
                    self._java, "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp",
                    str(self._jar), "nu.validator.servlet.Main", str(port),
                ],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            atexit.register(_end, process)
            until = time.monotonic() + 40
            while time.monotonic() < until:
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5):
                        self._port = port
                        return
                except (urllib.error.URLError, OSError):
                    time.sleep(0.3)
            process.kill()
            raise PageNotTested("the markup checker did not start")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
