"""A second look at axe-core's target sizes: what the exceptions of WCAG 2.5.8 may cover is no fail.

axe measures and fails. The criterion excepts targets in lines of text and targets whose size the
browser, not the author, decides: plain text links one below the other, native check boxes. Whether
the exception holds there is for people to say.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.audit.browser import Browser
from a11y.audit.findings import Finding, Outcome
from a11y.audit.probes.observe import tools
from a11y.audit.probes.scripts import script

_RULE = "axe/target-size"


def decide(browser: Browser, findings: list[Finding]) -> list[Finding]:
    """The findings, with those failed target sizes turned into reviews that may be excepted."""
    failed = [one for one in findings if one.rule == _RULE and one.outcome is Outcome.FAIL]
    if not failed:
        return findings
    selectors = [one.selector for one in failed]
    excepted = set(browser.js(f"{tools()}\n{script('targets-excepted')}", selectors))
    return [
        replace(one, outcome=Outcome.REVIEW)
        if one.rule == _RULE and one.outcome is Outcome.FAIL and one.selector in excepted
        else one
        for one in findings
    ]
