"""Videos that were replaced: a page opened before still plays them, so their files stay a while."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from pathlib import Path

_MARK = ".replaced"
GRACE = 6 * 3600.0
"""Seconds a replaced video stays: longer than somebody leaves a page open while reading it."""


def retire(videos: Path, keys: Iterable[str]) -> None:
    """Note that these videos were replaced now."""
    for key in keys:
        if (videos / key).is_dir():
            (videos / key / _MARK).touch()


def revive(videos: Path, key: str) -> None:
    """The video is shown again."""
    (videos / key / _MARK).unlink(missing_ok=True)


def sweep(videos: Path, *, grace: float = GRACE) -> tuple[str, ...]:
    """Remove what was replaced more than ``grace`` seconds ago; returns the keys removed."""
    removed = []
    for mark in videos.glob(f"*/{_MARK}"):
        if time.time() - mark.stat().st_mtime > grace:
            shutil.rmtree(mark.parent, ignore_errors=True)
            removed.append(mark.parent.name)
    return tuple(removed)
