"""Play probes on a page: scripts in the states they ask for, then the ones that act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from a11y.audit.browser import Browser
from a11y.audit.errors import PageNotTested
from a11y.audit.probes.catalogue import Probe
from a11y.audit.probes.observe import Observation, run_scripts
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script
from a11y.audit.states.catalogue import STATES, State
from a11y.audit.states.changes import changed

Seen = tuple[Probe, str, Observation]
_MOST_FRAMES = 3


def scripts_in(
    browser: Browser, probes: Iterable[Probe], state: State
) -> tuple[list[Seen], list[str]]:
    """Run the script probes that ask for this state; the page is in it already."""
    wanted = [probe for probe in probes if probe.script and state.name in probe.states]
    by_probe, errors = run_scripts(browser, wanted, state=state.name)
    seen = [
        (probe, state.name, observation) for probe in wanted for observation in by_probe[probe.id]
    ]
    return seen, errors


def acting(
    browser: Browser, url: str, probes: Iterable[Probe], *, forms: bool
) -> tuple[list[Seen], list[str]]:
    """Run the probes that act, on the page and on every frame of the same origin, which is opened
    by itself for that. A probe that fails is reported and does not stop the others."""
    wanted = [probe for probe in probes if probe.evaluate]
    if not wanted:
        return [], []
    scene = Scene(browser, url, forms=forms)
    frames: list[dict[str, str]] = []
    try:
        if not browser.running:
            browser.restart()
        scene.ready()
        frames = scene.js(script("scene-frames"))[:_MOST_FRAMES]
    except PageNotTested as trouble:
        return [], [trouble.reason]
    seen, errors = _on(scene, wanted)
    inner = [probe for probe in wanted if probe.frames]
    for frame in frames if inner else ():
        more, troubles = _on(Scene(browser, frame["src"], forms=forms), inner)
        prefix = f"{frame['selector']} >>> "
        seen += [
            (probe, state, replace(one, selector=prefix + one.selector))
            for probe, state, one in more
        ]
        errors += [f"{frame['src']}: {trouble}" for trouble in troubles]
    return seen, errors


def _on(scene: Scene, probes: Iterable[Probe]) -> tuple[list[Seen], list[str]]:
    seen: list[Seen] = []
    errors: list[str] = []
    for probe in probes:
        try:
            if not scene.browser.running:
                scene.browser.restart()
            scene.ready()
            seen += [(probe, "desktop", one) for one in probe.function()(scene)]
        except PageNotTested as trouble:
            scene.touched = True
            errors.append(f"{probe.id}: {trouble.reason}")
    return seen, errors


def observe_all(browser: Browser, url: str, probes: Iterable[Probe], *, forms: bool) -> list[Seen]:
    """Load a page and play all probes on it, in all states they ask for.

    Raises AssertionError when a probe itself fails: this is for fixtures and benches.
    """
    chosen = list(probes)
    STATES["desktop"].view.apply(browser)
    browser.open(url)
    seen: list[Seen] = []
    for state in STATES.values():
        if any(probe.script and state.name in probe.states for probe in chosen):
            state.view.apply(browser)
            with changed(browser, state.change):
                more, errors = scripts_in(browser, chosen, state)
            assert not errors, errors
            seen += more
    more, errors = acting(browser, url, chosen, forms=forms)
    assert not errors, errors
    return seen + more
