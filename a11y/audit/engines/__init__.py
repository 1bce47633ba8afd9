"""Engines: other people's rules, injected into the page and read into findings."""

from __future__ import annotations

from collections.abc import Mapping
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


def load_engines(names: tuple[str, ...]) -> Mapping[str, Engine]:
    """The engines asked for, in order; raises EngineMissingError for one that is not installed."""
    made: dict[str, Engine] = {}
    for name in names:
        if name == "axe":
            from a11y.audit.engines.axe import AxeEngine

            made[name] = AxeEngine()
        elif name == "ibm":
            from a11y.audit.engines.ibm import IbmEngine

            made[name] = IbmEngine()
        elif name == "vnu":
            from a11y.audit.engines.vnu import VnuEngine

            made[name] = VnuEngine()
        elif name == "alfa":
            from a11y.audit.engines.alfa import AlfaEngine

            made[name] = AlfaEngine()
    return made
