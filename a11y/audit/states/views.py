"""The four views every page is looked at in: wide and 320 CSS px, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

from a11y.audit.browser import Browser


@dataclass(frozen=True, slots=True)
class View:
    """A window and the user's preferences. Lengths in CSS px."""

    name: str
    width: int = 1280
    height: int = 900
    scheme: str = "light"
    motion: str = "no-preference"
    forced_colors: str = "none"

    def apply(self, browser: Browser) -> None:
        """Put the tab into this view; it stays through navigation until another is applied."""
        if browser.shown == self:
            return
        browser.cdp(
            "Emulation.setDeviceMetricsOverride",
            {"width": self.width, "height": self.height, "deviceScaleFactor": 1, "mobile": False},
        )
        browser.cdp(
            "Emulation.setEmulatedMedia",
            {
                "features": [
                    {"name": "prefers-color-scheme", "value": self.scheme},
                    {"name": "prefers-reduced-motion", "value": self.motion},
                    {"name": "forced-colors", "value": self.forced_colors},
                ]
            },
        )
        browser.js_async(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(done));"
        )
        browser.shown = self


DESKTOP = View("desktop")
DESKTOP_DARK = View("desktop dark", scheme="dark")
NARROW = View("320 px", width=320, height=640)
NARROW_DARK = View("320 px dark", width=320, height=640, scheme="dark")
