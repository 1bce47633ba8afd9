"""Decide what axe-core leaves open: the contrast of text before pictures and gradients, measured.

axe reads colours from styles and gives up where a picture or gradient lies behind text. Here the
text is made invisible for a moment, what lies behind each of its lines is photographed, and the
text's colour is compared with the pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from a11y.audit.browser import Browser
from a11y.audit.errors import PageNotTested
from a11y.audit.findings import Finding, Outcome, Text
from a11y.audit.probes.observe import tools
from a11y.audit.probes.pixels import contrasts, luminance
from a11y.audit.probes.scene import picture_of
from a11y.audit.probes.scripts import script

_RULE = "axe/color-contrast"
_MOST = 15
# A tenth of the pixels may be worse before text counts as too pale: edges, single dots.
_SHARE = 0.10


@dataclass(frozen=True, slots=True)
class Measured:
    """Contrast that nine tenths of the ground reach at least, and at most; and what is needed."""

    low: float
    high: float
    needed: float


def decide(browser: Browser, findings: list[Finding]) -> list[Finding]:
    """The findings, with open colour contrasts decided where the pixels say so."""
    decided: list[Finding] = []
    left = _MOST
    for finding in findings:
        if finding.rule != _RULE or finding.outcome is not Outcome.REVIEW or left <= 0:
            decided.append(finding)
            continue
        left -= 1
        measured = _measure(browser, finding.selector)
        if measured is None:
            decided.append(finding)
        elif measured.high < measured.needed:
            decided.append(_failed(finding, measured))
        elif measured.low < measured.needed:
            decided.append(finding)
    return decided


def _measure(browser: Browser, selector: str) -> Measured | None:
    """None when the text cannot be told from its ground: shadows, own transparency, frames."""
    try:
        ink: dict[str, Any] | None = browser.js(f"{tools()}\n{script('contrast-hide')}", selector)
        if not ink:
            return None
        try:
            grounds = [
                luminance(np.asarray(picture_of(browser, box))).ravel() for box in ink["lines"]
            ]
        finally:
            browser.js(script("contrast-show"))
    except PageNotTested:
        if not browser.running:
            raise
        return None
    ground = np.concatenate(grounds) if grounds else np.empty(0)
    if not ground.size:
        return None
    own = float(luminance(np.array([ink["colour"]], np.uint8))[0])
    ratios = contrasts(ground, own)
    return Measured(
        low=float(np.quantile(ratios, _SHARE)),
        high=float(np.quantile(ratios, 1 - _SHARE)),
        needed=float(ink["needed"]),
    )


def _failed(finding: Finding, measured: Measured) -> Finding:
    most, needed = f"{measured.high:.1f}", f"{measured.needed:g}"
    return replace(
        finding,
        outcome=Outcome.FAIL,
        reason=Text(
            de=f"Vor dem Bild oder Verlauf dahinter hat der Text gemessen höchstens"
            f" {most.replace('.', ',')}:1 Kontrast; nötig sind {needed.replace('.', ',')}:1.",
            en=f"Before the picture or gradient behind it the text has a measured contrast of"
            f" {most}:1 at most; {needed}:1 is needed.",
        ),
        engines=(*finding.engines, "probe"),
    )
