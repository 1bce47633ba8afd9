"""The table of frames around a noun (``data/frames.yaml``), read once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from a11y.simple_language.rules.registry import DATA


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """``counts, spans, doings, handed``, as ``docs/formats/rules.md`` tells."""
    text = (DATA / "frames.yaml").read_text(encoding="utf-8")
    records: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return records
