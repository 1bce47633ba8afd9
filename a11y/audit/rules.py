"""Does a rule exist? So that a budget or an exception for one that does not is refused."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from a11y.audit.engines import NODE_MODULES, words
from a11y.audit.norms import criteria
from a11y.audit.probes import load_probes
from a11y.audit.spoken import table

_HERE = Path(__file__).parent


def exists(name: str) -> bool:
    """True for a success criterion (``1.4.3``) and for a rule as findings name it (``axe/region``).

    Of engines that are not installed, and of PDF rules, every name is taken.
    """
    source, slash, own = name.partition("/")
    if not slash:
        return name in criteria()
    known = _known(source)
    return own in known if known else source in ("axe", "pdf")


@functools.cache
def _known(source: str) -> frozenset[str]:
    if source == "probe":
        return frozenset(load_probes())
    if source in ("law", "site"):
        file = _HERE / ("law/rules.yaml" if source == "law" else "site.yaml")
        return frozenset(table(file))
    if source in ("alfa", "ibm"):
        return words.rules(source)
    if source == "axe":
        locale = NODE_MODULES / "axe-core" / "locales" / "de.json"
        if locale.is_file():
            return frozenset(json.loads(locale.read_text(encoding="utf-8"))["rules"])
        return frozenset()
    return {"vnu": frozenset({"error"}), "audit": frozenset({"incomplete"})}.get(
        source, frozenset()
    )
