"""How short loops that numba compiles are made and kept, for the rooms that have such loops.

What was compiled is kept beside the module, in ``__pycache__``; where that cannot be written, in
the user's cache or in ``NUMBA_CACHE_DIR``; where nothing can, it is made at each start.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One process at a time compiles or loads what ``folder`` keeps: numba's cache of one function
    is several files, and of two that write them at once each gets half of the other's, which
    crashes for good."""
    try:
        folder.mkdir(exist_ok=True)
        file = (folder / "loops.lock").open("w")
    except OSError:  # nothing can be kept here, nothing can be spoilt
        yield
        return
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield  # closing the file gives the lock back


def kept_if_possible(make: Callable[..., Any], function: Callable[..., object]) -> Any:
    """``make(cache=True)(function)``, or without a cache where there is no place for one.

    make: a decorator of numba's with all its arguments but ``cache``.
    """
    try:
        return make(cache=True)(function)
    except RuntimeError:  # numba: no place to keep it, e.g. a read-only installation without a home
        return make(cache=False)(function)
