"""Import spaCy without its command line, which costs a third of the time that the import takes.

``spacy/__init__.py`` imports ``spacy.cli`` for one function, and that package everything its
commands need (weasel, requests, httpx, typer). Nobody here calls them. While spaCy is imported an
empty package stands in their place; it is taken away at once, so that ``import spacy.cli``
afterwards gives the real one. Where spaCy has been imported before, nothing happens.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

_PACKAGE, _USED = "spacy.cli", "spacy.cli.info"


def lean() -> None:
    """Import ``spacy``; call it before the first ``import spacy``."""
    if "spacy" in sys.modules:
        return
    package, used = ModuleType(_PACKAGE), ModuleType(_USED)
    package.__path__ = []
    vars(used)["info"] = None
    sys.modules[_PACKAGE], sys.modules[_USED] = package, used
    try:
        importlib.import_module("spacy")
    finally:
        del sys.modules[_PACKAGE], sys.modules[_USED]
