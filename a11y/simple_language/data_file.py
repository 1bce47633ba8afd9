"""The room's tables in ``data/``: where they lie, and how one is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


def data_file(name: str) -> Any:
    """The table ``data/<name>.yaml`` as its records stand there; read anew at every call, for the
    callers keep what they make of it. Raises OSError and YAMLError."""
    file = DATA / f"{name}.yaml"
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
