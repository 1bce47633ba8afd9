"""What appears under the mouse must appear for the keyboard too, and stay and go as WCAG asks."""

from __future__ import annotations

from typing import Any

from a11y.audit.probes.observe import Observation
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script

# Rules such as `.menu li:hover > ul`: a trigger, and what it reveals.
_RULES = script("hover-rules")

_SCRIPTED = script("hover-scripted")

_SHOWN = script("hover-shown")

_VISIBLE_TEXT = script("hover-visible-text")

_NEWLY = script("hover-newly")

_FOCUS = script("hover-focus")


def evaluate(scene: Scene) -> list[Observation]:
    """Evaluate: hover-content."""
    scene.ready()
    seen: list[Observation] = []
    for pair in scene.js(_RULES):
        seen += _one(scene, pair)
    for item in scene.js(_SCRIPTED):
        subject = _revealed_by_script(scene, item["trigger"])
        if subject:
            seen += _one(scene, {**item, "subject": subject})
    unique: dict[tuple[str, str], Observation] = {}
    for one in seen:
        unique.setdefault((one.key, one.selector), one)
    return list(unique.values())


def _point(scene: Scene, selector: str) -> tuple[float, float] | None:
    box = scene.js(script("hover-point"), selector)
    return (box[0], box[1]) if box else None


def _revealed_by_script(scene: Scene, trigger: str) -> str:
    scene.move(1, 1)
    scene.js(_VISIBLE_TEXT)
    point = _point(scene, trigger)
    if point is None:
        return ""
    scene.move(*point)
    scene.settle(0.15)
    return str(scene.js(_NEWLY) or "")


def _one(scene: Scene, pair: dict[str, Any]) -> list[Observation]:
    trigger, subject, name = pair["trigger"], pair["subject"], pair["name"]
    scene.move(1, 1)
    scene.settle(0.1)
    scene.js("document.activeElement && document.activeElement.blur()")
    point = _point(scene, trigger)
    if point is None:
        return []
    scene.move(*point)
    scene.settle(0.15)
    if not scene.js(_SHOWN, subject):
        return []
    seen = []
    scene.press("Escape")
    scene.settle(0.08)
    stays = bool(scene.js(_SHOWN, subject))
    covers = scene.js(script("hover-covers"), subject) if stays else ""
    if covers:
        key = "stays" if covers == "perhaps" else "covers"
        seen.append(scene.see(key, trigger, name=name))
    if stays:
        inner = _point(scene, subject)
        if inner is not None:
            scene.move(*inner)
            scene.settle(0.1)
            if not scene.js(_SHOWN, subject):
                seen.append(scene.see("flees", trigger, name=name))
            else:
                scene.settle(1.6)
                if not scene.js(_SHOWN, subject):
                    seen.append(scene.see("fades", trigger, name=name))
    scene.move(1, 1)
    scene.settle(0.15)
    can_focus = scene.js(_FOCUS, trigger)
    scene.settle(0.12)
    if not can_focus or not scene.js(_SHOWN, subject):
        opens = can_focus and _opens_by_key(scene, subject)
        if not opens:
            seen.append(scene.see("mouse-only", trigger, name=name))
    scene.js("document.activeElement && document.activeElement.blur()")
    return seen


def _opens_by_key(scene: Scene, subject: str) -> bool:
    """A button beside the hover menu may open it instead."""
    expandable = scene.js(script("hover-expander"))
    if not expandable:
        return False
    scene.press("Enter")
    scene.settle(0.15)
    return bool(scene.js(_SHOWN, subject))
