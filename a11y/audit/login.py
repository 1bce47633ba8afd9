"""Scripted steps that sign in before the audit: open, fill, click, wait."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping

from a11y.audit.browser import Browser
from a11y.audit.errors import PageNotTested, SettingsError
from a11y.audit.probes.observe import tools

_FILL = """
const element = tools.find(arguments[0]);
if (!element) return false;
element.focus();
element.value = arguments[1];
for (const kind of ['input', 'change']) element.dispatchEvent(new Event(kind, {bubbles: true}));
return true;
"""
_CLICK = "const e = tools.find(arguments[0]); if (!e) return false; e.click(); return true;"
_THERE = "const e = tools.find(arguments[0]); return !!e && tools.visible(e);"
_KINDS = ("open", "fill", "click", "wait_for")


def check_steps(steps: Iterable[Mapping[str, str]]) -> None:
    """Raises SettingsError on a step that nobody can take."""
    for number, step in enumerate(steps, start=1):
        kinds = [kind for kind in _KINDS if kind in step]
        if len(kinds) != 1 or ("fill" in step and not {"value", "env"} & set(step)):
            raise SettingsError(
                f"Login step {number} is not understood: {dict(step)}.",
                "Each step has one of open, fill (with value or env), click, wait_for.",
            )


def sign_in(browser: Browser, steps: Iterable[Mapping[str, str]]) -> None:
    """Take the steps; raises PageNotTested when one fails.

    A password is best given as ``env``: the name of an environment variable.
    """
    for step in steps:
        if "open" in step:
            browser.open(step["open"])
        elif "fill" in step:
            value = step["value"] if "value" in step else os.environ.get(step["env"], "")
            if not browser.js(f"{tools()}\n{_FILL}", step["fill"], value):
                raise PageNotTested(f"login: there is no {step['fill']}")
        elif "click" in step:
            if not browser.js(f"{tools()}\n{_CLICK}", step["click"]):
                raise PageNotTested(f"login: there is no {step['click']}")
            time.sleep(0.3)
        else:
            _wait(browser, step["wait_for"])


def _wait(browser: Browser, selector: str) -> None:
    until = time.monotonic() + browser.settings.load_timeout
    while time.monotonic() < until:
        if browser.js(f"{tools()}\n{_THERE}", selector):
            return
        time.sleep(0.1)
    raise PageNotTested(f"login: {selector} did not appear")
