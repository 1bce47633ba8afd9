"""What is kept of every page for the checks that look at the whole site."""

from __future__ import annotations

from typing import Any

from a11y.audit.browser import Browser
from a11y.audit.probes.observe import tools
from a11y.audit.probes.scripts import script


def read_facts(browser: Browser) -> dict[str, Any]:
    """Title, heading, language, navigation, named links and text of the page that is shown."""
    facts: dict[str, Any] = browser.js(f"{tools()}\n{script('page-facts')}")
    return facts
