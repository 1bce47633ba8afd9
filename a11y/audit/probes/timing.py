"""Let time pass at once: run what the page has put off, and see whether the user loses the page."""

from __future__ import annotations

from a11y.audit.probes.observe import Observation
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script


def evaluate(scene: Scene) -> list[Observation]:
    """Evaluate: time-limit."""
    waiting = scene.js(script("timing-waiting"))
    if not waiting:
        return []
    scene.fresh()
    scene.touched = True
    told = scene.js(script("timing-pass"))
    scene.settle(0.4)
    if scene.left():
        scene.fresh()
        return [scene.see("left", seconds=waiting["seconds"])]
    if scene.js(script("timing-after"), told or {}) == "shut":
        return [scene.see("shut", seconds=waiting["seconds"])]
    return []
