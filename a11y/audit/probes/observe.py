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


def run_scripts(
    browser: Browser, probes: Iterable[Probe]
) -> tuple[dict[str, list[Observation]], list[str]]:
    """Run all script probes in one call; returns observations by probe id, and probes' errors."""
    wanted = [probe for probe in probes if probe.script]
    if not wanted:
        return {}, []
    bodies = ",\n".join(
        f"{json.dumps(probe.id)}: async () => {{\n{probe.script}\n}}" for probe in wanted
    )
    answer = browser.js_async(_RUNNER % {"tools": tools(), "probes": bodies})
    by_probe: dict[str, list[Observation]] = {probe.id: [] for probe in wanted}
    for item in answer["seen"]:
        by_probe[item["id"]].append(
            Observation(
                key=item["key"],
                selector=item["selector"],
                snippet=item["snippet"],
                data=item["data"],
            )
        )
    return by_probe, list(answer["errors"])


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
