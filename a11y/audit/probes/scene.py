"""The stage on which acting probes play: a fresh page, real keys, a real mouse, pictures."""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Mapping
from typing import Any

from PIL import Image

from a11y.audit.browser import Browser
from a11y.audit.probes.observe import Observation, tools
from a11y.audit.probes.scripts import script
from a11y.audit.states.views import DESKTOP
from a11y.audit.urls import normalise

_KEYS: Mapping[str, tuple[str, int, str]] = {
    "Tab": ("Tab", 9, ""),
    "Enter": ("Enter", 13, "\r"),
    "Space": ("Space", 32, " "),
    "Escape": ("Escape", 27, ""),
    "ArrowDown": ("ArrowDown", 40, ""),
    "ArrowUp": ("ArrowUp", 38, ""),
}

_STILL = script("scene-still")

_WATCH = script("scene-watch")


class Scene:
    """One page under one probe's hands. ``forms``: may forms be submitted here?"""

    def __init__(self, browser: Browser, url: str, *, forms: bool) -> None:
        self.browser = browser
        self.url = url
        self.forms = forms
        self.touched = True  # has anybody acted on the page since it was loaded?

    def ready(self) -> None:
        """The page as it is when loaded; loaded anew only if somebody has acted on it."""
        if self.touched:
            self.fresh()

    def fresh(self) -> None:
        """Load the page anew, wide and light, with motion stopped and changes watched."""
        DESKTOP.apply(self.browser)
        self.browser.open(self.url)
        self.browser.cdp("Emulation.setFocusEmulationEnabled", {"enabled": True})
        self.js(_STILL)
        self.browser.js(_WATCH)
        self.touched = False

    def js(self, script: str, *arguments: object) -> Any:
        """Run a script's body with ``tools`` at hand."""
        return self.browser.js(f"{tools()}\n{script}", *arguments)

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press and release one key, as a keyboard does."""
        self.touched = True
        name, code, text = _KEYS.get(key, (key, ord(key.upper()[0]), key))
        down = {
            "type": "keyDown" if text else "rawKeyDown",
            "key": " " if key == "Space" else key,
            "code": name if key in _KEYS else f"Key{key.upper()}",
            "windowsVirtualKeyCode": code,
            "modifiers": 8 if shift else 0,
        }
        if text:
            down["text"] = text
        self.browser.cdp("Input.dispatchKeyEvent", down)
        self.browser.cdp("Input.dispatchKeyEvent", {**down, "type": "keyUp"})

    def move(self, x: float, y: float) -> None:
        """Move the mouse to a point of the window."""
        self.touched = True
        self.browser.cdp("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})

    def point(self, selector: str) -> tuple[float, float] | None:
        """The middle of an element in the window, scrolled to; None when it has no area."""
        box = self.js(
            "const element = tools.find(arguments[0]); if (!element) return null;"
            "element.scrollIntoView({block: 'center', behavior: 'instant'});"
            "const box = element.getBoundingClientRect();"
            "if (!box.width || !box.height) return null;"
            "return [box.left + box.width / 2, box.top + box.height / 2];",
            selector,
        )
        return (box[0], box[1]) if box else None

    def mouse(self, kind: str, x: float, y: float) -> None:
        """``mousePressed`` or ``mouseReleased`` with the left button at a point of the window."""
        self.touched = True
        self.browser.cdp(
            "Input.dispatchMouseEvent",
            {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1},
        )

    def click(self, selector: str) -> bool:
        """Click the middle of an element; False when it is not there to be clicked."""
        point = self.point(selector)
        if point is None:
            return False
        self.move(*point)
        for kind in ("mousePressed", "mouseReleased"):
            self.mouse(kind, *point)
        return True

    def settle(self, seconds: float = 0.12) -> None:
        """Let the page react."""
        time.sleep(seconds)

    def changed(self) -> bool:
        """Has anything in the document changed, or has the page been left, since the last call?"""
        found = self.browser.js(
            "const changes = window.__klarhandHere ? window.__klarhandChanges : 1;"
            "window.__klarhandChanges = 0; return changes;"
        )
        return bool(found)

    def left(self) -> bool:
        """Has the browser gone to another document or address?"""
        here, address = self.browser.js("return [window.__klarhandHere === true, location.href]")
        return not here or normalise(str(address)) != normalise(self.url)

    def see(self, key: str, selector: str = "", **data: object) -> Observation:
        """An observation on an element, with its markup."""
        snippet = ""
        if selector:
            snippet = str(
                self.js(
                    "const element = tools.find(arguments[0]);"
                    "return element ? tools.snippet(element) : ''",
                    selector,
                )
            )
        return Observation(key=key, selector=selector, snippet=snippet, data=data)

    def picture(self, box: Mapping[str, float]) -> Image.Image:
        """A picture of a part of the document; box in CSS px from the document's corner."""
        return picture_of(self.browser, box)


def picture_of(browser: Browser, box: Mapping[str, float]) -> Image.Image:
    """A part of the document as an RGB picture; box as in ``capture``."""
    return Image.open(io.BytesIO(capture(browser, box))).convert("RGB")


def capture(browser: Browser, box: Mapping[str, float]) -> bytes:
    """PNG of a part of the document; box has x, y, width, height in CSS px."""
    clip = {**{key: float(box[key]) for key in ("x", "y", "width", "height")}, "scale": 1}
    answer = browser.cdp(
        "Page.captureScreenshot",
        {"format": "png", "clip": clip, "captureBeyondViewport": True, "optimizeForSpeed": True},
    )
    return base64.b64decode(answer["data"])
