"""axe-core 4.14.1: the default engine. Its results become findings with German words from its
own locale file."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from a11y.audit.browser import Browser
from a11y.audit.engines import NODE_MODULES, EngineResult
from a11y.audit.engines.frames import FramedAxe, source
from a11y.audit.errors import EngineMissingError, PageNotTested
from a11y.audit.findings import Finding, Outcome, Text
from a11y.audit.norms import clauses_from_tags, clauses_of

_OPTIONS = {
    "resultTypes": ["violations", "incomplete"],
    "iframes": True,
    "pingWaitTime": 1500,
    "preload": {"assets": ["cssom"], "timeout": 5000},
    # Off by default in axe; each has a clause.
    "rules": {
        "target-size": {"enabled": True},
        "label-content-name-mismatch": {"enabled": True},
        "td-has-header": {"enabled": True},
    },
}
# Criteria a rule also speaks to, beyond its own tags: WCAG 2.2 failure F65 counts areas as images.
_ALSO = {"area-alt": ("1.1.1",)}
_NAMELESS = ("link-name", "button-name", "summary-name")
_DRAWN = re.compile(r"<(?:svg|img|picture|canvas|i)\b")
# What a film holds for browsers that cannot show it is shown to nobody.
_CONTEXT = {"exclude": [["video > :not(track):not(source)"], ["audio > :not(track):not(source)"]]}
_COLOURS = {
    **{key: value for key, value in _OPTIONS.items() if key != "rules"},
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}


# axe compares every target with every other: a thousand links would take it a minute.
_MOST_TARGETS = 300
_TARGETS = "return document.querySelectorAll('a[href], button, input, select, summary').length"
_CROWDED = Finding(
    rule="axe/target-size",
    outcome=Outcome.REVIEW,
    page="",
    reason=Text(
        de=f"Die Seite hat mehr als {_MOST_TARGETS} Ziele; ihre Größe wurde nicht gemessen.",
        en=f"The page has more than {_MOST_TARGETS} targets; their size was not measured.",
    ),
    remedy=Text(
        de="Prüfen Sie, ob Ziele mindestens 24 mal 24 Pixel groß sind oder weit genug auseinander.",
        en="Check that targets are at least 24 by 24 pixels or far enough apart.",
    ),
    clauses=clauses_of(["2.5.8"]),
    engines=("axe",),
)


def _without(rule: str) -> dict[str, Any]:
    rules: Any = _OPTIONS["rules"]
    return {**_OPTIONS, "rules": {**rules, rule: {"enabled": False}}}


class AxeEngine:
    """Runs axe-core through axe-selenium-python, in every frame and open shadow root."""

    name = "axe"

    def __init__(self, directory: Path | None = None) -> None:
        self._directory = directory or NODE_MODULES / "axe-core"
        self._script = self._directory / "axe.min.js"
        if not self._script.is_file():
            raise EngineMissingError("axe", "Run `npm ci` in a11y/audit (`make test` does it).")
        package = json.loads((self._directory / "package.json").read_text(encoding="utf-8"))
        self.version = str(package["version"])

    @property
    def preload(self) -> str:
        """The script, for browsers that load many pages once each: saves sending it per page."""
        return source(self._script)

    def check(
        self, browser: Browser, *, page: str, state: str, colours_only: bool = False
    ) -> EngineResult:
        axe = FramedAxe(browser, self._script)
        axe.inject()
        try:
            options = _COLOURS if colours_only else _OPTIONS
            crowded = not colours_only and int(browser.js(_TARGETS)) > _MOST_TARGETS
            if crowded:
                options = _without("target-size")
            results = axe.run(_CONTEXT, options)
        except RuntimeError as error:
            raise PageNotTested(f"axe-core failed: {error}") from error
        except PageNotTested as trouble:
            if "axe is not defined" in trouble.reason:
                raise PageNotTested("the page replaced itself while it was looked at") from trouble
            raise
        german = _german(self._directory)
        findings: list[Finding] = []
        for kind, outcome in (("violations", Outcome.FAIL), ("incomplete", Outcome.REVIEW)):
            for result in results[kind]:
                for node in result["nodes"]:
                    findings.append(_finding(result, node, outcome, german, page, state))
        if crowded:
            findings.append(replace(_CROWDED, page=page, states=(state,)))
        return EngineResult(
            tuple(findings), frozenset(f"axe/{result['id']}" for result in results["passes"])
        )


def _finding(
    result: Mapping[str, Any],
    node: Mapping[str, Any],
    outcome: Outcome,
    german: Mapping[str, Any],
    page: str,
    state: str,
) -> Finding:
    rule = result["id"]
    clauses = clauses_from_tags(result["tags"])
    also = _ALSO.get(rule, ())
    if rule in _NAMELESS and _DRAWN.search(node["html"]):
        also = ("1.1.1",)  # an icon without words is a picture without an alternative
    clauses = tuple(dict.fromkeys((*clauses, *clauses_of(also))))
    if not clauses and outcome is Outcome.FAIL:
        outcome = Outcome.REVIEW  # good practice: worth a look, no clause is broken
    de = german["rules"].get(rule, {}).get("help", result["help"])
    checks = [*node["any"], *node["all"], *node["none"]]
    said_en = _joined(check["message"] for check in checks)
    key = "fail" if outcome is Outcome.FAIL or node["none"] else "incomplete"
    said_de = _joined(_message_de(check, german, key) for check in checks)
    return Finding(
        rule=f"axe/{rule}",
        outcome=outcome,
        page=page,
        reason=Text(de=said_de or de, en=said_en or result["help"]),
        remedy=Text(de=de, en=result["help"]),
        selector=_selector(node["target"]),
        snippet=node["html"][:400],
        states=(state,),
        clauses=clauses,
        impact=node.get("impact") or result.get("impact") or "",
        help_url=result["helpUrl"],
        engines=("axe",),
    )


def _joined(messages: Iterable[str]) -> str:
    """Sentences in a row, each once, each with its full stop."""
    return " ".join(f"{one.rstrip('. ')}." for one in dict.fromkeys(messages) if one.strip())


def _selector(target: list[Any]) -> str:
    """axe's target: a list through frames, each a selector or a list through shadow roots."""
    return " >>> ".join(
        " >>> ".join(step) if isinstance(step, list) else str(step) for step in target
    )


def _message_de(check: Mapping[str, Any], german: Mapping[str, Any], key: str) -> str:
    """axe's message in German: the locale's template filled with the check's data."""
    known = german["checks"].get(check["id"], {})
    template = known.get(key) or known.get("fail") or known.get("incomplete")
    data = check.get("data")
    if isinstance(template, dict) and ("singular" in template or "plural" in template):
        count = len(data) if isinstance(data, list) else 1
        template = template.get("singular" if count == 1 else "plural")
    elif isinstance(template, dict):
        wanted = data.get("messageKey") if isinstance(data, dict) else None
        template = template.get(wanted or "default") or template.get("default")
    if not isinstance(template, str):
        return str(check["message"])
    filled = re.sub(r"\$\{\s*([\w.]+)\s*\}", lambda m: _value(data, m.group(1)), template)
    return str(check["message"]) if "\0" in filled else filled


def _value(data: Any, path: str) -> str:
    value: Any = {"data": data}
    for step in path.split("."):
        if step == "values" and isinstance(value, list):
            continue
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "\0" if value is None else str(value)


@functools.cache
def _german(directory: Path) -> dict[str, Any]:
    text = (directory / "locales" / "de.json").read_text(encoding="utf-8")
    locale: dict[str, Any] = json.loads(text)
    return locale
