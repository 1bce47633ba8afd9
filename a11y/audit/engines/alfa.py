"""Siteimprove's Alfa: an optional second opinion, run in Node on the page as the browser has it."""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

from a11y.audit.browser import Browser
from a11y.audit.engines import NODE_MODULES, EngineResult, words
from a11y.audit.errors import EngineMissingError, PageNotTested
from a11y.audit.findings import Finding, Outcome
from a11y.audit.norms import clauses_of, criteria
from a11y.audit.probes.observe import tools

_SERIALISE = """
const done = arguments[arguments.length - 1];
Native.fromNode(document).then(
  page => done({page: JSON.stringify(page)}), error => done({error: String(error)}));
"""

_PLACES = """
return arguments[0].map(path => {
  try {
    let found = document.evaluate(path, document, null, 9, null).singleNodeValue;
    if (found && found.nodeType !== 1) found = found.parentElement || found.ownerElement;
    return found ? [tools.selector(found), tools.snippet(found)] : ['', ''];
  } catch { return ['', '']; }
});
"""


class AlfaEngine:
    """Keeps one Node process for the run; every package of Alfa must be of one version."""

    name = "alfa"
    preload = ""

    def __init__(self, modules: Path | None = None) -> None:
        folder = (modules or NODE_MODULES) / "@siteimprove"
        self._native = folder / "alfa-dom" / "dist" / "native.js"
        self._node = shutil.which("node") or ""
        if not self._native.is_file() or not self._node:
            raise EngineMissingError("alfa", "Run `npm ci` in a11y/audit; Node 20 or newer.")
        versions = {
            str(json.loads(file.read_text(encoding="utf-8"))["version"])
            for file in folder.glob("alfa-*/package.json")
        }
        if len(versions) > 1:  # mixed versions silently find nothing
            raise EngineMissingError("alfa", "Its packages differ in version: run `npm ci` anew.")
        self.version = versions.pop()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._asked = 0

    def check(
        self, browser: Browser, *, page: str, state: str, colours_only: bool = False
    ) -> EngineResult:
        source = self._native.read_text(encoding="utf-8")
        source = source.replace("export var Native", "var Native")
        serialised = browser.js_async(f"{source}\n{_SERIALISE}")
        if "error" in serialised:
            raise PageNotTested(f"Alfa could not read the page: {serialised['error']}")
        answer = self._ask(json.loads(serialised["page"]))
        results = answer["results"]
        places = browser.js(f"{tools()}\n{_PLACES}", [result["path"] for result in results])
        findings = tuple(
            self._finding(result, place, page, state)
            for result, place in zip(results, places, strict=True)
            if not result["criteria"] or set(result["criteria"]) & set(criteria())  # not AAA alone
        )
        return EngineResult(findings, frozenset(f"alfa/{rule}" for rule in answer["passed"]))

    def _finding(self, result: dict[str, Any], place: list[str], page: str, state: str) -> Finding:
        numbers = [number for number in result["criteria"] if number in criteria()]
        said = words.reason("alfa", result["rule"], result["message"], result["criteria"])
        return Finding(
            rule=f"alfa/{result['rule']}",
            outcome=Outcome.FAIL if numbers else Outcome.REVIEW,
            page=page,
            reason=said,
            remedy=words.remedy(numbers, said),
            selector=place[0],
            snippet=place[1],
            states=(state,),
            clauses=clauses_of(numbers),
            impact="serious" if numbers else "moderate",
            help_url=result["uri"],
            engines=("alfa",),
        )

    def _ask(self, page: Any) -> dict[str, Any]:
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self._process = subprocess.Popen(
                    [self._node, str(Path(__file__).with_suffix(".mjs"))],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    text=True,
                    start_new_session=True,
                )
                atexit.register(_end, self._process)
            self._asked += 1
            question = json.dumps({"id": self._asked, "page": page})
            assert self._process.stdin is not None
            assert self._process.stdout is not None
            try:
                self._process.stdin.write(question + "\n")
                self._process.stdin.flush()
                line = self._process.stdout.readline()
                answer: dict[str, Any] = json.loads(line)
            except (OSError, ValueError) as error:
                raise PageNotTested(f"Alfa broke off: {error}") from error
        if "error" in answer:
            raise PageNotTested(f"Alfa failed: {answer['error']}")
        return answer


def _end(process: subprocess.Popen[str]) -> None:
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
