"""Scripts that acting probes run in the page, one file each."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def script(name: str) -> str:
    """The text of ``scripts/NAME.js``."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
