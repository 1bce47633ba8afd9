"""Open what opens, and look where the focus goes; choose in lists, and see whether one stays."""

from __future__ import annotations

from a11y.audit.probes.observe import Observation
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script

OPENERS = script("dialogs-openers")

_BEFORE = script("dialogs-before")

_OPENED = script("dialogs-opened")


def evaluate(scene: Scene) -> list[Observation]:
    """Evaluate: dialog."""
    scene.ready()
    seen: list[Observation] = []
    for opener in scene.js(OPENERS):
        scene.fresh()
        scene.js(_BEFORE)
        scene.js("const e = tools.find(arguments[0]); if (e) e.focus();", opener)
        if not scene.click(opener):
            continue
        scene.settle(0.2)
        if scene.left():
            continue
        dialog = scene.js(_OPENED)
        if dialog:
            seen += _dialog(scene, opener, dialog)
    return seen


def _dialog(scene: Scene, opener: str, dialog: dict[str, object]) -> list[Observation]:
    selector = str(dialog["selector"])
    name = str(dialog["name"] or selector)
    seen = []
    if not dialog["role"]:
        seen.append(scene.see("role", selector, name=name))
    if dialog["modal"] and not dialog["inside"]:
        seen.append(scene.see("focus", selector, name=name))
    if dialog["modal"] and _tab_leaves(scene, selector):
        seen.append(scene.see("background", selector, name=name))
    scene.js(script("dialogs-enter"), selector)
    scene.press("Escape")
    scene.settle(0.2)
    open_still = scene.js(
        "const d = tools.find(arguments[0]); return !!d && tools.visible(d)", selector
    )
    if open_still:
        if dialog["modal"]:
            seen.append(scene.see("escape", selector, name=name))
        close = scene.js(script("dialogs-close-button"), selector)
        if not close or not scene.click(str(close)):
            return seen
        scene.settle(0.2)
    closed = not scene.js(
        "const d = tools.find(arguments[0]); return !!d && tools.visible(d)", selector
    )
    back = scene.js(script("dialogs-focus-back"), opener)
    if closed and not back:
        seen.append(scene.see("return", opener, name=name))
    return seen


def _tab_leaves(scene: Scene, selector: str) -> bool:
    """Does Tab reach something of the page behind an open modal dialog?"""
    for _ in range(15):
        scene.press("Tab")
        where = scene.js(script("dialogs-where"), selector)
        if where == "out":
            return True
        if where == "gone":
            return False
    return False


_CHOICES = script("dialogs-choices")
_WINDOWS = "return window.__klarhandLog ? window.__klarhandLog.opened : 0"


def choices(scene: Scene) -> list[Observation]:
    """Evaluate: select-navigates. Choosing or writing by keyboard must not change the context."""
    seen = []
    keys = {"select": ("ArrowDown",), "text": ("a", "Tab")}
    for choice in scene.js(_CHOICES):
        scene.fresh()
        scene.js("const e = tools.find(arguments[0]); if (e) e.focus();", choice["selector"])
        opened = scene.js(_WINDOWS)
        for key in keys.get(choice["kind"], ("Space",)):
            scene.press(key)
            scene.settle(0.2)
        scene.settle(0.2)
        if scene.left():
            scene.fresh()
            seen.append(scene.see("leaves", choice["selector"], name=choice["name"]))
        elif scene.js(_WINDOWS) > opened:
            seen.append(scene.see("opens", choice["selector"], name=choice["name"]))
    return seen
