"""Walk the page with the Tab key: traps, invisible focus, leaps, and what is never reached."""

from __future__ import annotations

from typing import Any

from a11y.audit.probes.observe import Observation
from a11y.audit.probes.pixels import change_contrast, difference
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script

_MOST_STOPS = 150
_MOST_PICTURES = 40
# The focus in a frame is its own page's affair; that of an area is drawn somewhere on its picture.
_NO_PICTURE = ("IFRAME", "AREA")

_TABBABLE = script("keyboard-tabbable")

_ACTIVE = script("keyboard-active")
_OPENED = "return window.__klarhandLog ? window.__klarhandLog.opened : 0"


def walk(scene: Scene) -> list[Observation]:
    """Evaluate: keyboard-walk."""
    scene.ready()
    expected: list[str] = scene.js(_TABBABLE)
    seen: list[Observation] = []
    visited: dict[str, dict[str, Any]] = {}
    order: list[str] = []
    kinds: dict[str, int] = {}
    pictures, ended, trapped = 0, False, False
    stuck, nowhere, windows = 0, 0, 0
    for _ in range(min(len(expected) + 20, _MOST_STOPS)):
        scene.press("Tab")
        if scene.left():
            where = order[-1] if order else ""
            seen.append(scene.see("context", name=where))
            return seen
        at = scene.js(_ACTIVE)
        opened = int(scene.js(_OPENED))
        if opened > windows:
            where = at["selector"] if at else (order[-1] if order else "")
            seen.append(scene.see("opens", where, name=(at or {}).get("name") or where))
            windows = opened
        if at is None:
            # The end of the page, or a control that threw the focus away: one more Tab tells.
            nowhere += 1
            if nowhere > 3 or not set(expected) - set(visited):
                ended = True
                break
            continue
        selector = at["selector"]
        if order and selector == order[-1]:
            # A date field and a player have several stops of their own; a trap has no end.
            stuck += at["tag"] not in ("IFRAME", "VIDEO", "AUDIO")
            if stuck >= 8 and not _escapes(scene, selector):
                seen.append(scene.see("trap", selector, name=at["name"]))
                trapped = True
                break
            continue
        if selector in visited:
            ended = nowhere > 0
            if not ended and _is_trap(order, selector, visited, expected):
                seen.append(scene.see("trap", selector, name=at["name"]))
                trapped = True
            break
        stuck = 0
        visited[selector] = at
        order.append(selector)
        seen += _stop(scene, at)
        kind = at["kind"]
        kinds[kind] = kinds.get(kind, 0) + 1
        # Stops of one kind look alike: two of each are enough.
        if (
            at["shown"]
            and at["tag"] not in _NO_PICTURE
            and kinds[kind] <= 2
            and pictures < _MOST_PICTURES
        ):
            pictures += 1
            shows = _focus_shows(scene, at)
            # One ring for a whole site is one question, not one for every link.
            ratios = {one.data["ratio"] for one in seen if one.key == "faint"}
            seen += [one for one in shows if one.data.get("ratio") not in ratios]
    if ended and not trapped and len(expected) < _MOST_STOPS:
        seen += _never_reached(scene, expected, visited)
    if not trapped and order:
        known = {one.selector for one in seen if one.key == "covered"}
        seen += [one for one in _way_back(scene, len(order)) if one.selector not in known]
    return seen


def _never_reached(
    scene: Scene, expected: list[str], visited: dict[str, dict[str, Any]]
) -> list[Observation]:
    if any(at["dialog"] for at in visited.values()):
        return []
    seen = []
    for selector in expected:
        if selector in visited:
            continue
        still = scene.js(
            "const e = tools.find(arguments[0]);"
            "return !!e && tools.focusable(e) && !e.closest('video, audio')"
            " && !(e.type === 'radio') && tools.name(e)",
            selector,
        )
        if still is not False:
            seen.append(scene.see("skipped", selector, name=still or selector))
    return seen


def _way_back(scene: Scene, stops: int) -> list[Observation]:
    """Walk back with Shift+Tab: what is fixed at the top covers stops that come from below."""
    if not scene.js(script("keyboard-fixed")):
        return []
    seen = []
    for _ in range(min(stops + 1, _MOST_PICTURES)):
        scene.press("Tab", shift=True)
        at = scene.js(_ACTIVE)
        if at is not None and at["covered"]:
            seen.append(scene.see("covered", at["selector"], name=at["name"]))
    return seen


def _stop(scene: Scene, at: dict[str, Any]) -> list[Observation]:
    selector, name = at["selector"], at["name"] or at["tag"].lower()
    found = []
    if at["before"]:
        found.append(scene.see("order", selector, name=name))
    elif at["leap"]:
        found.append(scene.see("leap", selector, name=name))
    if at["covered"]:
        found.append(scene.see("covered", selector, name=name))
    if not at["shown"] and at["tag"] not in _NO_PICTURE:
        # A radio or checkbox may lie invisibly under its drawn stand-in.
        stand_in = scene.js(
            "const e = tools.find(arguments[0]);"
            "return !!e && [...(e.labels || [])].some(tools.visible)",
            selector,
        )
        if not stand_in:
            found.append(scene.see("hidden", selector, name=name))
    return found


def _is_trap(
    order: list[str], again: str, visited: dict[str, dict[str, Any]], expected: list[str]
) -> bool:
    """A cycle that begins after the first stop and is no dialog's: the rest is never reached."""
    cycle = order[order.index(again) :]
    if all(visited[selector]["dialog"] for selector in cycle):
        return False
    return order.index(again) > 0 or any(selector not in visited for selector in expected)


def _escapes(scene: Scene, selector: str) -> bool:
    for keys in (("Escape", False), ("Tab", True)):
        scene.press(keys[0], shift=keys[1])
        if keys[0] == "Escape":
            scene.press("Tab")
        at = scene.js(_ACTIVE)
        if at is None or at["selector"] != selector:
            return True
    return False


def _focus_shows(scene: Scene, at: dict[str, Any]) -> list[Observation]:
    """Does the picture of the element change when the focus leaves it, and clearly so?"""
    reach = 10
    box = {
        "x": max(0.0, at["x"] - reach),
        "y": max(0.0, at["y"] - reach),
        "width": min(1300.0, at["width"] + 2 * reach),
        "height": min(900.0, at["height"] + 2 * reach),
    }
    focused = scene.picture(box)
    scene.js("window.__klarhandLast.blur()")
    blurred = scene.picture(box)
    scene.js("window.__klarhandLast.focus({preventScroll: true})")
    selector, name = at["selector"], at["name"]
    if difference(focused, blurred) < 12:
        return [scene.see("invisible", selector, name=name)]
    contrast = change_contrast(focused, blurred)
    if contrast < 3:
        return [scene.see("faint", selector, name=name, ratio=f"{contrast:.1f}")]
    return []


_CUSTOM = script("keyboard-custom")


def button_keys(scene: Scene) -> list[Observation]:
    """Evaluate: button-keys. A key must do what the click does."""
    seen = []
    for target in scene.js(_CUSTOM):
        selector, role = target["selector"], target["role"]
        keys = {"link": ("Enter",), "button": ("Enter", "Space")}.get(role, ("Space",))
        scene.fresh()
        if not scene.click(selector):
            continue
        scene.settle()
        if not scene.changed() and not scene.left():
            continue  # the click does nothing here; nothing can be asked of the key
        dead = []
        for key in keys:
            scene.fresh()
            scene.js("const e = tools.find(arguments[0]); if (e) e.focus();", selector)
            scene.settle(0.05)
            scene.changed()
            scene.press(key)
            scene.settle()
            if not scene.left() and not scene.changed():
                dead.append(key)
        if dead:
            scene.fresh()
            names = {"Enter": "Eingabe", "Space": "Leertaste"}
            seen.append(
                scene.see(
                    "dead",
                    selector,
                    name=target["name"],
                    keys=" / ".join(dead),
                    tasten=" / ".join(names[key] for key in dead),
                )
            )
    return seen


def skip_link(scene: Scene) -> list[Observation]:
    """Evaluate: skip-link. Following it must move the next Tab behind the skipped part."""
    scene.ready()
    for _ in range(3):
        scene.press("Tab")
        target = scene.js(script("keyboard-skip-link"))
        if target is None:
            continue
        seen = []
        if not target["exists"]:
            return [scene.see("nowhere", target["selector"], name=target["name"], id=target["id"])]
        if not scene.js("return tools.visible(document.activeElement)"):
            seen.append(scene.see("unseen", target["selector"], name=target["name"]))
        scene.press("Enter")
        scene.settle(0.08)
        scene.press("Tab")
        reached = scene.js(script("keyboard-skipped"), target["id"])
        if not reached:
            seen.append(scene.see("still", target["selector"], name=target["name"]))
        return seen
    return []


def shortcuts(scene: Scene) -> list[Observation]:
    """Evaluate: character-shortcuts. A single letter must not trigger anything by itself."""
    listens = scene.js(
        "return [window, document, document.body].some(target => {"
        " const heard = tools.heard(target);"
        " return heard.has('keydown') || heard.has('keypress') || heard.has('keyup')"
        "  || target.onkeydown || target.onkeypress || target.onkeyup; });"
    )
    if not listens:
        return []
    scene.ready()
    scene.changed()
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789":
        scene.press(letter)
        if scene.left() or scene.changed():
            return [scene.see("letter", letter=letter)]
    return []
