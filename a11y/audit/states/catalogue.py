"""The states a page is looked at in, by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from a11y.audit.errors import SettingsError
from a11y.audit.states.views import DESKTOP, DESKTOP_DARK, NARROW, NARROW_DARK, View


class Scope(StrEnum):
    """What engines look for: everything, colours only (the layout is the same), or nothing."""

    ALL = "all"
    COLOUR = "colour"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class State:
    """A view, and what is done to the page in it.

    change: ``""``, or a change of ``states/changes.py`` that is undone afterwards.
    acts: something is clicked or submitted, so the page is loaded anew before and after.
    """

    name: str
    view: View = DESKTOP
    scope: Scope = Scope.ALL
    change: str = ""
    acts: str = ""


STATES: dict[str, State] = {
    state.name: state
    for state in (
        State("desktop"),
        State("desktop dark", DESKTOP_DARK, Scope.COLOUR),
        State("320 px", NARROW),
        State("320 px dark", NARROW_DARK, Scope.COLOUR),
        State("zoom 200 %", View("zoom 200 %", width=640, height=450), Scope.NONE),
        State("text 200 %", scope=Scope.NONE, change="text-200"),
        State("text spacing", scope=Scope.NONE, change="text-spacing"),
        State(
            "forced colours",
            View("forced colours", scheme="dark", forced_colors="active"),
            Scope.NONE,
        ),
        State("reduced motion", View("reduced motion", motion="reduce"), Scope.NONE),
        State("hover", scope=Scope.COLOUR, change="hover"),
        State("focus", scope=Scope.COLOUR, change="focus"),
        State("opened", acts="open"),
        State("dialogs", acts="dialogs"),
        State("form errors", acts="submit"),
    )
}

# Short names for the command line.
GROUPS = {
    "all": tuple(STATES),
    "views": ("desktop", "desktop dark", "320 px", "320 px dark"),
    "none": ("desktop",),
    "dark": ("desktop dark", "320 px dark"),
    "narrow": ("320 px", "320 px dark"),
    "zoom": ("zoom 200 %",),
    "text": ("text 200 %", "text spacing"),
    "spacing": ("text spacing",),
    "forced": ("forced colours",),
    "motion": ("reduced motion",),
    "pseudo": ("hover", "focus"),
    "forms": ("form errors",),
}


def chosen_states(names: Iterable[str]) -> tuple[State, ...]:
    """The states named (names or groups), desktop always first; raises SettingsError."""
    wanted = {"desktop"}
    for name in names:
        if name in GROUPS:
            wanted.update(GROUPS[name])
        elif name in STATES:
            wanted.add(name)
        else:
            raise SettingsError(
                f"There is no state “{name}”.", f"Choose from {', '.join({**GROUPS, **STATES})}."
            )
    return tuple(state for name, state in STATES.items() if name in wanted)
