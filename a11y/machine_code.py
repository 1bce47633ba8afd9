"""How short loops that numba compiles are made and kept, for the rooms that have such loops.

What was compiled is kept in ``NUMBA_CACHE_DIR`` if that is set, else beside the module, in
``__pycache__``, or, where that cannot be written, in the user's cache; where nothing can be
written, it is made at each start.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One process at a time compiles or loads what ``folder`` keeps: numba's cache of one function
    is several files, and of two that write them at once each gets half of the other's, which
    crashes for good."""
    file = _lock_file(folder)
    if file is None:  # nothing can be written, so nothing can be spoilt
        yield
        return
    with file:
        with suppress(OSError):  # a file system without locks: as good as it gets
            fcntl.flock(file, fcntl.LOCK_EX)
        yield  # closing the file gives the lock back


def _lock_file(folder: Path) -> IO[str] | None:
    """In ``folder``; where it cannot be written all processes of a user share one elsewhere, as
    they share their cache."""
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        return (folder / "loops.lock").open("w")
    with suppress(OSError):
        name = f"klarhand-loops-{os.getuid()}.lock"
        return (Path(tempfile.gettempdir()) / name).open("w")
    return None


def kept_if_possible(make: Callable[..., Any], function: Callable[..., object]) -> Any:
    """``make(cache=True)(function)``, or without a cache where there is no place for one.

    make: a decorator of numba's with all its arguments but ``cache``.
    """
    try:
        return make(cache=True)(function)
    except RuntimeError:  # numba: no place to keep it, e.g. a read-only installation without a home
        return make(cache=False)(function)
