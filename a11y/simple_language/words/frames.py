"""The table of frames around a noun (``data/frames.yaml``), read once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from a11y.simple_language.data_file import data_file


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """``counts, spans, doings, handed``, as ``docs/formats/rules.md`` tells."""
    records: dict[str, Any] = data_file("frames")
    return records
