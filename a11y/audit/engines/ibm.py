"""IBM's accessibility-checker-engine: an optional second opinion on the page as it was loaded."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from a11y.audit.browser import Browser
from a11y.audit.engines import NODE_MODULES, EngineResult, words
from a11y.audit.errors import EngineMissingError, PageNotTested
from a11y.audit.findings import Finding, Outcome
from a11y.audit.norms import clauses_of, criteria
from a11y.audit.probes.observe import tools

_RUN = """
const done = arguments[arguments.length - 1];
const at = path =>
  document.evaluate(path, document, null, 9, null).singleNodeValue;
const checker = new ace.Checker();
checker.check(document, ['WCAG_2_2']).then(report => done({results: report.results
  .filter(result => result.value[1] === 'FAIL')
  .map(result => {
    let element = null;
    try { element = at(result.path.dom); } catch { /* inside a frame or shadow root */ }
    return {rule: result.ruleId, level: result.value[0], message: result.message,
      selector: element ? tools.selector(element) : result.path.dom, snippet: result.snippet};
  }),
  passed: [...new Set(report.results.filter(one => one.value[1] === 'PASS')
    .map(one => one.ruleId))],
}), error => done({error: String(error)}));
"""

_RULES = """
const checkpoints = new ace.Checker().guidelines.find(one => one.id === 'WCAG_2_2').checkpoints;
return checkpoints.flatMap(point => (point.rules || []).map(rule => [rule.id, point.num]));
"""


class IbmEngine:
    """Loads ace.js into the page and reads its report; frames are left to axe."""

    name = "ibm"
    preload = ""

    def __init__(self, directory: Path | None = None) -> None:
        self._directory = directory or NODE_MODULES / "accessibility-checker-engine"
        if not (self._directory / "ace.js").is_file():
            raise EngineMissingError("ibm", "Run `npm ci` in a11y/audit.")
        package = json.loads((self._directory / "package.json").read_text(encoding="utf-8"))
        self.version = str(package["version"])
        self._criteria: dict[str, list[str]] = {}

    def check(
        self, browser: Browser, *, page: str, state: str, colours_only: bool = False
    ) -> EngineResult:
        if colours_only:
            return EngineResult((), frozenset())
        if not browser.js("return !!(window.ace && window.ace.Checker)"):
            browser.js(_source(self._directory))
        if not self._criteria:
            made: dict[str, list[str]] = {}
            for rule, number in browser.js(_RULES):
                made.setdefault(rule, []).append(number)
            self._criteria = made
        answer = browser.js_async(f"{tools()}\n{_RUN}")
        if "error" in answer:
            raise PageNotTested(f"IBM's engine failed: {answer['error']}")
        findings = tuple(self._finding(result, page, state) for result in answer["results"])
        return EngineResult(findings, frozenset(f"ibm/{rule}" for rule in answer["passed"]))

    def _finding(self, result: dict[str, Any], page: str, state: str) -> Finding:
        numbers = [one for one in self._criteria.get(result["rule"], []) if one in criteria()]
        certain = result["level"] == "VIOLATION" and numbers
        said = words.reason("ibm", result["rule"], result["message"], numbers)
        return Finding(
            rule=f"ibm/{result['rule']}",
            outcome=Outcome.FAIL if certain else Outcome.REVIEW,
            page=page,
            reason=said,
            remedy=words.remedy(numbers, said),
            selector=result["selector"],
            snippet=str(result["snippet"])[:400],
            states=(state,),
            clauses=clauses_of(numbers),
            impact="serious" if certain else "moderate",
            engines=("ibm",),
        )


@functools.cache
def _source(directory: Path) -> str:
    return (directory / "ace.js").read_text(encoding="utf-8") + "\nwindow.ace = ace;"
