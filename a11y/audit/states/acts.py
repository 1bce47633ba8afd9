"""States one has to act for: opened disclosures and menus, dialogs, forms with errors."""

from __future__ import annotations

from collections.abc import Iterator

from a11y.audit.probes.dialogs import OPENERS
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script

_MOST_OPENED = 20
_MOST_DIALOGS = 3
_MOST_FORMS = 3

_CLOSED = script("acts-closed")

_EXPANDED = script("acts-expanded")

_DETAILS = "return tools.all('details[open]').length"

_FORM_BUTTONS = script("acts-form-buttons")


def enter(scene: Scene, act: str) -> Iterator[None]:
    """Yield once for every picture of the page that the act brings about."""
    if act == "open":
        yield from _open(scene)
    elif act == "dialogs":
        yield from _dialogs(scene)
    elif act == "submit" and scene.forms:
        yield from _submit(scene)


def _open(scene: Scene) -> Iterator[None]:
    scene.fresh()
    closed = scene.js(_CLOSED)
    opened = int(scene.js(_DETAILS))
    for selector in closed[:_MOST_OPENED]:
        if scene.js(_EXPANDED, selector):
            continue
        if not scene.click(selector):
            continue
        scene.settle(0.05)
        if scene.left():
            scene.fresh()
            continue
        opened += bool(scene.js(_EXPANDED, selector))
    if opened:
        scene.settle()
        yield


def _dialogs(scene: Scene) -> Iterator[None]:
    scene.fresh()
    shown = 0
    for opener in scene.js(OPENERS):
        scene.fresh()
        before = scene.js(
            "return tools.all('dialog[open], [role=dialog]').filter(tools.visible).length"
        )
        if not scene.click(opener):
            continue
        scene.settle(0.2)
        if scene.left():
            continue
        after = scene.js(
            "return tools.all('dialog[open], [role=dialog]').filter(tools.visible).length"
        )
        if after > before:
            yield
            shown += 1
            if shown >= _MOST_DIALOGS:
                return


def _submit(scene: Scene) -> Iterator[None]:
    scene.fresh()
    for button in scene.js(_FORM_BUTTONS)[:_MOST_FORMS]:
        scene.fresh()
        scene.js(_FORM_BUTTONS)
        if not scene.click(button):
            continue
        scene.settle(0.5)
        errors = scene.js(
            "return tools.all('[aria-invalid=true], [role=alert], :user-invalid')"
            ".filter(tools.visible).length"
        )
        if errors:
            yield
