"""Press controls: when they act, what they say about it, and whether they tell their state."""

from __future__ import annotations

from typing import Any

from a11y.audit.probes.observe import Observation
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script

_RESULT = script("press-result")


def down(scene: Scene) -> list[Observation]:
    """Evaluate: pointer-cancel. Pressing must do nothing that letting go elsewhere cannot undo."""
    seen = []
    for target in scene.js(script("press-down")):
        scene.fresh()
        point = scene.point(target["selector"])
        if point is None:
            continue
        scene.move(*point)
        scene.settle(0.05)
        scene.js(script("press-remember"))
        scene.mouse("mousePressed", *point)
        scene.settle(0.1)
        acted = scene.left() or bool(scene.js(script("press-differs")))
        scene.move(2, 2)
        scene.mouse("mouseReleased", 2, 2)
        scene.settle(0.1)
        if acted and (scene.left() or scene.js(script("press-differs"))):
            if scene.left():
                scene.fresh()
            seen.append(scene.see("down", target["selector"], name=target["name"]))
    return seen


def result(scene: Scene) -> list[Observation]:
    """Evaluate: button-result. What appears is announced, and what opens says that it is open."""
    seen = []
    for target in scene.js(script("press-buttons")):
        scene.fresh()
        selector = target["selector"]
        scene.js("const e = tools.find(arguments[0]); if (e) e.focus();", selector)
        scene.js(script("press-remember"))
        if not scene.click(selector):
            continue
        scene.settle(0.25)
        if scene.left():
            continue
        seen += _judge(scene, target, scene.js(_RESULT, selector))
    return seen


def _judge(scene: Scene, target: dict[str, Any], after: dict[str, Any]) -> list[Observation]:
    selector, name = target["selector"], target["name"]
    if after["said"]:
        return [scene.see("silent", selector, name=name, said=after["said"])]
    if after["panel"] and not after["told"] and _closes(scene, selector, after["where"]):
        return [scene.see("stateless", selector, name=name, panel=after["panel"])]
    return []


def _closes(scene: Scene, selector: str, panel: str) -> bool:
    """Does a second click take away what the first has brought? Only then is it a state."""
    if not scene.click(selector):
        return False
    scene.settle(0.2)
    return not scene.left() and not scene.js(
        "const e = tools.find(arguments[0]); return !!e && tools.visible(e)", panel
    )
