"""Engines by name; each is imported only where it was asked for."""

from __future__ import annotations

from collections.abc import Mapping

from a11y.audit.engines import Engine


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
