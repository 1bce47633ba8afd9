"""axe-core in every frame: what axe-selenium-python leaves to its caller."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from axe_selenium_python import Axe

from a11y.audit.browser import Browser
from a11y.audit.frames import FIND_FRAMES, each_frame

# Is axe there, and are there frames (also behind open shadow roots) to look into?
_NEEDED = f"return [typeof window.axe === 'object', (() => {{{FIND_FRAMES}}})().length > 0];"

_RUN = """
const done = arguments[arguments.length - 1];
axe.run(%s).then(results => done({results}), error => done({error: String(error)}));
"""

# Frames of other origins answer too; only this audit injects axe, so nobody listens in.
_OPEN = "axe.configure({allowedOrigins: ['<unsafe_all_origins>']});"


class FramedAxe(Axe):  # type: ignore[misc]
    """axe-selenium-python's Axe that also reaches frames, and reports axe's own errors."""

    def __init__(self, browser: Browser, script: Path) -> None:
        super().__init__(browser.driver, script_url=str(script))
        self._browser = browser
        self._source = source(script)

    def inject(self) -> None:
        """Put axe into the page and, recursively, into every frame that lacks it."""
        there, frames = self._browser.js(_NEEDED)
        if there and not frames:
            return
        for _ in each_frame(self._browser):
            if not self._browser.js("return typeof window.axe === 'object'"):
                self._browser.js(self._source)

    def run(self, context: object = None, options: object = None) -> dict[str, Any]:
        """Run axe on page and frames; raises RuntimeError with axe's own words."""
        arguments = ", ".join(json.dumps(part) for part in (context, options) if part is not None)
        answer = self._browser.js_async(_RUN % arguments)
        if "error" in answer:
            raise RuntimeError(answer["error"])
        results: dict[str, Any] = answer["results"]
        return results


_sources: dict[Path, str] = {}


def source(script: Path) -> str:
    """axe's own text, ready to be run in a document."""
    if script not in _sources:
        _sources[script] = script.read_text(encoding="utf-8") + _OPEN
    return _sources[script]
