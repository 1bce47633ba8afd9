"""The room's tables in ``data/``, each read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "data"


@cache
def data_file(name: str) -> dict[str, Any]:
    """The table ``data/<name>.yaml``; not to be changed by who reads it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, Any] = yaml.load((_FOLDER / f"{name}.yaml").read_text("utf-8"), Loader=loader)
    return table
