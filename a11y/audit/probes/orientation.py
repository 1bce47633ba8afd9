"""Turn the device and compare: the same window, one pixel higher or one pixel wider."""

from __future__ import annotations

from typing import Any

from a11y.audit.probes.observe import Observation
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script
from a11y.audit.states.views import DESKTOP, View

# Nothing but the orientation tells these two apart, so that whatever differs is due to it.
_UPRIGHT = View("upright", width=800, height=801)
_SIDEWAYS = View("sideways", width=801, height=800)
_MOST_LOST = 0.5


def evaluate(scene: Scene) -> list[Observation]:
    """Evaluate: orientation."""
    looks: dict[str, dict[str, Any]] = {}
    try:
        for view in (_UPRIGHT, _SIDEWAYS):
            view.apply(scene.browser)
            scene.settle(0.05)
            looks[view.name] = scene.js(script("orientation-look"))
    finally:
        DESKTOP.apply(scene.browser)
    seen = []
    if scene.js("return !!window.__klarhandLog && window.__klarhandLog.locked"):
        seen.append(scene.see("locked"))
    upright, sideways = looks["upright"], looks["sideways"]
    if upright["angle"] != sideways["angle"]:
        turned = upright if upright["angle"] else sideways
        seen.append(
            scene.see("turned", turned["turned"], name=turned["turned"], angle=turned["angle"])
        )
        return seen
    for one, other, wie, how in (
        (upright, sideways, "hochkant", "upright"),
        (sideways, upright, "quer", "sideways"),
    ):
        if other["letters"] >= 20 and one["letters"] < _MOST_LOST * other["letters"]:
            lost = round(100 * (1 - one["letters"] / other["letters"]))
            seen.append(scene.see("gone", percent=lost, wie=wie, how=how))
    return seen
