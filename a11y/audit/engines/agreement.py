"""Several engines on one element and one criterion: one finding that names them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from a11y.audit.browser import Browser
from a11y.audit.findings import Finding, Outcome
from a11y.audit.norms import criteria_in
from a11y.audit.probes.observe import tools

_SAME = """
return arguments[0].map(path => {
  if (!path) return '';
  let element = null;
  try { element = tools.find(path); } catch { return path; }
  return element && element.ownerDocument === document ? tools.selector(element) : path;
});
"""


def canonical(browser: Browser, selectors: Iterable[str]) -> list[str]:
    """Selectors by place in the document, the same for everyone who means one element."""
    paths: list[str] = browser.js(f"{tools()}\n{_SAME}", list(selectors))
    return paths


def agree(browser: Browser, findings: Iterable[Finding]) -> list[Finding]:
    """Merge findings of different engines that share element and criterion.

    The first certain one speaks; ``engines`` lists everyone who agrees.
    """
    given = list(findings)
    paths = canonical(browser, (one.selector for one in given))
    kept: list[Finding] = []
    where: dict[tuple[str, str], int] = {}
    for finding, path in zip(given, paths, strict=True):
        keys = [(path, number) for number in criteria_in(finding.clauses)]
        index = next((where[key] for key in keys if key in where), None)
        if index is None or set(kept[index].engines) & set(finding.engines) or not path:
            for key in keys:
                where.setdefault(key, len(kept))
            kept.append(finding)
            continue
        known = kept[index]
        speaker = known
        if known.outcome is Outcome.REVIEW and finding.outcome is Outcome.FAIL:
            speaker = finding
        engines = tuple(dict.fromkeys((*known.engines, *finding.engines)))
        kept[index] = replace(speaker, engines=engines)
    return kept
