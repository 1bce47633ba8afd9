"""Run probes in the page and turn what they see into findings."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from a11y.audit.browser import Browser
from a11y.audit.findings import Finding, Text
from a11y.audit.frames import each_frame
from a11y.audit.probes.catalogue import Probe

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Observation:
    """What a probe saw: a message key, the element, and the values its message names."""

    key: str
    selector: str = ""
    snippet: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@functools.cache
def tools() -> str:
    """The script that defines ``tools`` for every probe."""
    return (_HERE / "tools.js").read_text(encoding="utf-8")


@functools.cache
def listeners() -> str:
    """The script that records listeners; must run before the page's own."""
    return (_HERE / "listeners.js").read_text(encoding="utf-8")


_RUNNER = """
const done = arguments[arguments.length - 1];
const state = arguments[0];
%(tools)s
const probes = {%(probes)s};
(async () => {
  const seen = [];
  const errors = [];
  for (const [id, probe] of Object.entries(probes)) {
    try {
      for (const {element, key, data} of (await probe()) || []) {
        seen.push({id, key, data: data || {}, selector: element ? tools.selector(element) : '',
          snippet: element ? tools.snippet(element) : ''});
      }
    } catch (error) { errors.push(`${id}: ${error}`); }
  }
  done({seen, errors});
})();
"""


_NAME_FRAME = "%s\nreturn tools.visible(arguments[0]) ? tools.selector(arguments[0]) : '';"


def run_scripts(
    browser: Browser, probes: Iterable[Probe], *, state: str
) -> tuple[dict[str, list[Observation]], list[str]]:
    """Run all script probes in the page and its frames, one call per document.

    Scripts read the name of the state from ``state``. Returns observations by probe id, and
    probes' errors.
    """
    wanted = [probe for probe in probes if probe.script]
    by_probe: dict[str, list[Observation]] = {probe.id: [] for probe in wanted}
    errors: list[str] = []
    if not wanted:
        return by_probe, errors
    for path in each_frame(browser, named=_NAME_FRAME % tools()):
        here = [probe for probe in wanted if probe.frames or not path]
        if not here or path.startswith(" ") or "  " in path:  # an invisible frame
            continue
        answer = browser.js_async(_bodies(tuple((one.id, one.script) for one in here)), state)
        for item in answer["seen"]:
            selector = f"{path}{item['selector']}" if item["selector"] else path.strip(" >")
            by_probe[item["id"]].append(
                Observation(item["key"], selector, item["snippet"], item["data"])
            )
        errors += answer["errors"]
    return by_probe, errors


@functools.lru_cache(maxsize=64)
def _bodies(scripts: tuple[tuple[str, str], ...]) -> str:
    bodies = ",\n".join(f"{json.dumps(name)}: async () => {{\n{body}\n}}" for name, body in scripts)
    return _RUNNER % {"tools": tools(), "probes": bodies}


def to_finding(probe: Probe, seen: Observation, *, page: str, state: str) -> Finding:
    """Put an observation into words."""
    message = probe.messages[seen.key]
    return Finding(
        rule=probe.rule,
        outcome=message.outcome,
        page=page,
        reason=Text(de=_fill(message.reason.de, seen.data), en=_fill(message.reason.en, seen.data)),
        remedy=probe.remedy,
        selector=seen.selector,
        snippet=seen.snippet,
        states=(state,),
        clauses=probe.clauses(seen.key),
        impact=probe.impact,
        engines=("probe",),
    )


def _fill(template: str, data: Mapping[str, Any]) -> str:
    for name, value in data.items():
        template = template.replace("{" + name + "}", str(value))
    return template
