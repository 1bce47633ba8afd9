"""The table of what readers do, get and may be (``data/occasions.yaml``), read once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from a11y.simple_language.data_file import data_file


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """``does, happened``: noun → verb; ``gets, anybody, groups``: nouns."""
    record = data_file("occasions")
    for name in ("gets", "anybody", "groups"):
        record[name] = frozenset(record[name].split())
    return dict(record)
