"""Engines: other people's rules, injected into the page and read into findings."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from a11y.audit.browser import Browser
from a11y.audit.findings import Finding

NODE_MODULES = Path(__file__).resolve().parent.parent / "node_modules"


class Engine(Protocol):
    """One engine. It is made once per run and used by every worker's browser."""

    name: str
    version: str

    @property
    def preload(self) -> str:
        """A script to be run in every document from its start; "" when there is none."""
        ...

    def check(
        self, browser: Browser, *, page: str, state: str, colours_only: bool = False
    ) -> EngineResult: ...


class EngineResult:
    """Findings of one engine on one page in one state, and the ids of rules that held."""

    __slots__ = ("findings", "passed")

    def __init__(self, findings: tuple[Finding, ...], passed: frozenset[str]) -> None:
        self.findings = findings
        self.passed = passed
