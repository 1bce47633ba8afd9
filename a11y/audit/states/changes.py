"""What is done to a page in a state, and how it is undone."""

from __future__ import annotations

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


@contextmanager
def _forced(browser: Browser, change: str) -> Iterator[None]:
    """Every control as if the mouse were over it, or as if it had the focus."""
    classes = ["hover"] if change == "hover" else ["focus", "focus-visible", "focus-within"]
    browser.js(_STYLE, _STILL)
    browser.cdp("DOM.enable")
    browser.cdp("CSS.enable")
    root = browser.cdp("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    nodes = browser.cdp("DOM.querySelectorAll", {"nodeId": root, "selector": _INTERACTIVE})
    chosen = nodes["nodeIds"][:_MOST_FORCED]
    for node in chosen:
        browser.cdp("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": classes})
    yield
    for node in chosen:
        browser.cdp("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": []})
    browser.cdp("CSS.disable")
    browser.cdp("DOM.disable")
    browser.js(_UNSTYLE)
