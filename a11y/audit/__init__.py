"""The audit: real Chromium, engines, probes and what German law asks.

Usable alone: this room imports nothing of the others.
"""

from __future__ import annotations

from a11y.audit.exits import ExitCode
from a11y.audit.findings import AuditRun, Finding, Outcome, PageResult, PageStatus, Text
from a11y.audit.run import Progress, run
from a11y.audit.settings import AuditSettings, make_settings, read_settings

__all__ = [
    "AuditRun",
    "AuditSettings",
    "ExitCode",
    "Finding",
    "Outcome",
    "PageResult",
    "PageStatus",
    "Progress",
    "Text",
    "make_settings",
    "read_settings",
    "run",
]
