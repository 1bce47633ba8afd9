"""The table of what readers do, get and may be (``data/occasions.yaml``), read once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from a11y.simple_language.rules.registry import DATA


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """``does, happened``: noun → verb; ``gets, anybody, groups``: nouns."""
    record = yaml.safe_load((DATA / "occasions.yaml").read_text(encoding="utf-8"))
    for name in ("gets", "anybody", "groups"):
        record[name] = frozenset(record[name].split())
    return dict(record)
