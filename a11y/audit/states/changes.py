"""What is done to a page in a state, and how it is undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from a11y.audit.browser import Browser
from a11y.audit.probes.scripts import script

_STYLE = script("changes-style")

_UNSTYLE = script("changes-unstyle")

# The four values of WCAG 1.4.12.
_SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
    transition: none !important; }
p { margin-bottom: 2em !important; }
"""

_STILL = "*, *::before, *::after { transition: none !important; }"

_DOUBLE = script("changes-double")

_HALVE = script("changes-halve")

_INTERACTIVE = script("changes-interactive")
_MOST_FORCED = 80

# null when the page has no shadow root: then nothing more is asked.
_SHADOWED = """
(() => {
  const found = [];
  let roots = 0;
  const wanted = %s;
  const walk = root => {
    for (const element of root.querySelectorAll('*')) {
      const inside = root !== document && element.matches(wanted);
      if (inside && element.checkVisibility()) found.push(element);
      if (element.shadowRoot) { roots += 1; walk(element.shadowRoot); }
    }
  };
  walk(document);
  return roots ? found.slice(0, 40) : null;
})()
"""


@contextmanager
def changed(browser: Browser, change: str) -> Iterator[None]:
    """The page with a change; as it was afterwards."""
    if change == "text-spacing":
        browser.js(_STYLE, _SPACING)
        yield
        browser.js(_UNSTYLE)
    elif change == "text-200":
        browser.js(_DOUBLE)
        yield
        browser.js(_HALVE)
    elif change in ("hover", "focus"):
        with _forced(browser, change):
            yield
    else:
        yield


def _in_shadow(browser: Browser) -> list[int]:
    """Node ids of controls in open shadow roots, which a selector of the page does not reach."""
    found = browser.cdp("Runtime.evaluate", {"expression": _SHADOWED % json.dumps(_INTERACTIVE)})
    reference = found["result"].get("objectId")
    if reference is None:
        return []
    items = browser.cdp("Runtime.getProperties", {"objectId": reference, "ownProperties": True})
    nodes = []
    for item in items["result"]:
        if item["name"].isdigit() and "objectId" in item.get("value", {}):
            asked = {"objectId": item["value"]["objectId"]}
            nodes.append(int(browser.cdp("DOM.requestNode", asked)["nodeId"]))
    browser.cdp("Runtime.releaseObject", {"objectId": reference})
    return nodes


@contextmanager
def _forced(browser: Browser, change: str) -> Iterator[None]:
    """Every control as if the mouse were over it, or as if it had the focus."""
    classes = ["hover"] if change == "hover" else ["focus", "focus-visible", "focus-within"]
    browser.js(_STYLE, _STILL)
    browser.cdp("DOM.enable")
    browser.cdp("CSS.enable")
    root = browser.cdp("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    nodes = browser.cdp("DOM.querySelectorAll", {"nodeId": root, "selector": _INTERACTIVE})
    chosen = nodes["nodeIds"][:_MOST_FORCED] + _in_shadow(browser)
    for node in chosen:
        browser.cdp("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": classes})
    yield
    for node in chosen:
        browser.cdp("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": []})
    browser.cdp("CSS.disable")
    browser.cdp("DOM.disable")
    browser.js(_UNSTYLE)
