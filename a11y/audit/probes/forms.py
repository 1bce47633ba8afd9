"""Submit forms empty and wrong, and read what the page says about it.

Only where ``Scene.forms`` allows it: on somebody's live site a submitted form is a real letter.
"""

from __future__ import annotations

from typing import Any

from a11y.audit.probes.observe import Observation
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script

_FORMS = script("forms-forms")

_FILL = script("forms-fill")

_READ = script("forms-read")

_TEXTS = script("forms-texts")
_LOOKS = script("forms-looks")


def evaluate(scene: Scene) -> list[Observation]:
    """Evaluate: form-errors."""
    if not scene.forms:
        return []
    seen: list[Observation] = []
    for form in scene.js(_FORMS):
        if not form["button"]:
            continue
        for wrong in (False, True):
            seen += _submit(scene, form, wrong=wrong)
    unique: dict[tuple[str, str], Observation] = {}
    for one in seen:
        unique.setdefault((one.key, one.selector), one)
    return list(unique.values())


def _submit(scene: Scene, form: dict[str, Any], *, wrong: bool) -> list[Observation]:
    scene.fresh()
    selector = form["selector"]
    if wrong:
        scene.js(_FILL, selector)
    texts = scene.js(_TEXTS)
    looks = scene.js(_LOOKS, selector)
    blocked = scene.js(
        "const f = tools.find(arguments[0]); return !!f && !f.noValidate && !f.checkValidity()",
        selector,
    )
    if blocked or not scene.click(form["button"]):
        return []  # the browser itself says what is wrong, tied to the field
    scene.settle(0.5)
    left = scene.browser.js("return window.__klarhandHere !== true")
    after = scene.js(_READ, selector, texts)
    if left and not after["line"]:
        return []  # accepted, or another page
    seen = []
    if not after["line"]:
        if looks and after["looks"] and looks != after["looks"]:
            seen.append(scene.see("colour", after["field"]))
        return seen
    said = after["said"]
    if not after["named"] and not after["described"] and not after["near"]:
        seen.append(scene.see("unspecific", after["line"], said=said))
    elif not after["tied"]:
        key = "untied" if not after["described"] else "unmarked"
        seen.append(scene.see(key, after["line"], said=said))
    if not left and not after["live"] and not after["moved"]:
        seen.append(scene.see("silent", after["line"], said=said))
    return seen


def again(scene: Scene) -> list[Observation]:
    """Evaluate: asked-again. What was entered in one step is not asked for in the next."""
    seen = [
        scene.see("twice", one["selector"], label=one["label"])
        for one in scene.js(script("forms-twice"))
    ]
    if not scene.forms:
        return seen
    for form in scene.js(_FORMS)[:2]:
        if not form["button"]:
            continue
        scene.fresh()
        entered = scene.js(script("forms-complete"), form["selector"])
        if not entered or not scene.click(form["button"]):
            continue
        scene.settle(0.5)
        if scene.browser.js("return window.__klarhandHere !== true"):
            for one in scene.js(script("forms-repeated"), entered):
                step = f"{one['page']}: {one['label']}"
                seen.append(scene.see("again", "", label=one["label"], step=step))
        scene.touched = True
    return seen
