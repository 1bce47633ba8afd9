"""Pictures of failing elements, as the browser shows them in the state at hand."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from a11y.audit.browser import Browser
from a11y.audit.errors import PageNotTested
from a11y.audit.findings import Finding, Outcome
from a11y.audit.probes.observe import tools
from a11y.audit.probes.scene import capture

# A frame's element is looked for where the frame lies; of a frame that lets nobody in, the frame.
_BOX = """
let root = document, element = null, left = 0, top = 0;
for (const part of arguments[0].split(' >>> ')) {
  const next = root.querySelector(part);
  if (!next) { if (!element || !element.matches('iframe, frame')) return null; break; }
  if (element && root.nodeType === 9 && root !== document) {
    const frame = element.getBoundingClientRect();
    left += frame.left + element.clientLeft;
    top += frame.top + element.clientTop;
  }
  element = next;
  let inner = null;
  try { inner = element.contentDocument; } catch { inner = null; }
  root = element.shadowRoot || inner || element;
}
if (!element || !tools.visible(element)) return null;
const box = element.getBoundingClientRect();
const x = left + box.left + scrollX - 24, y = top + box.top + scrollY - 24;
return {x: Math.max(0, x), y: Math.max(0, y), ownWidth: box.width, ownHeight: box.height,
        ownX: x + 24, ownY: y + 24,
        width: Math.min(900, box.width + 48), height: Math.min(500, box.height + 48)};
"""


def _marked(image: bytes, box: Mapping[str, float]) -> bytes:
    """The picture with a frame around the element itself, outside of what it shows."""
    with Image.open(io.BytesIO(image)) as opened:
        picture = opened.convert("RGB")
    left, top = box["ownX"] - box["x"] - 4, box["ownY"] - box["y"] - 4
    right, bottom = left + box["ownWidth"] + 7, top + box["ownHeight"] + 7
    pen = ImageDraw.Draw(picture)
    pen.rectangle((left - 1, top - 1, right + 1, bottom + 1), outline="white")
    pen.rectangle((left, top, right, bottom), outline="#c2185b", width=2)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


class Pictures:
    """Makes pictures into a folder: of each failing element, up to a bound per rule and page."""

    def __init__(self, folder: Path, *, per_rule: int = 10, per_page: int = 60) -> None:
        self._folder = folder
        self._per_rule = per_rule
        self._per_page = per_page

    def of(
        self, browser: Browser, findings: Iterable[Finding], *, known: Iterable[Finding]
    ) -> list[Finding]:
        """The findings, those that fail with a picture while the page is still in that state."""
        earlier = list(known)
        done = {(one.rule, one.selector) for one in earlier}
        per_rule = Counter(one.rule for one in earlier if one.picture)
        made: list[Finding] = []
        for finding in findings:
            key = (finding.rule, finding.selector)
            wanted = (
                finding.outcome is Outcome.FAIL
                and finding.selector not in ("", "html")
                and key not in done
                and per_rule[finding.rule] < self._per_rule
                and per_rule.total() < self._per_page
            )
            name = self._one(browser, finding) if wanted else ""
            if name:
                per_rule[finding.rule] += 1
                finding = replace(finding, picture=name)
            made.append(finding)
        return made

    def _one(self, browser: Browser, finding: Finding) -> str:
        try:
            box = browser.js(f"{tools()}\n{_BOX}", finding.selector)
            if not box:
                return ""
            image = _marked(capture(browser, box), box)
        except PageNotTested as trouble:
            if not browser.running:
                raise
            del trouble  # a selector the page refuses costs the picture, not the finding
            return ""
        digest = hashlib.sha256(image).hexdigest()[:16]
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / f"{digest}.png").write_bytes(image)
        return f"{self._folder.name}/{digest}.png"
