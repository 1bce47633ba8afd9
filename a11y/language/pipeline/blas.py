"""Matrix products in one thread.

The matrices of a few sentences are small: a second thread gains little for one text, waits busily
for the next product and takes the core that another page of the same city could use.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np


@contextmanager
def one_thread() -> Iterator[None]:
    """numpy's own OpenBLAS multiplies in the calling thread; afterwards as it did before.

    A numpy that was built on another library is left alone: the products are the same.
    """
    library = _library()
    if library is None:
        yield
        return
    before = library.scipy_openblas_get_num_threads64_()
    library.scipy_openblas_set_num_threads64_(1)
    try:
        yield
    finally:
        library.scipy_openblas_set_num_threads64_(before)


@cache
def _library() -> ctypes.CDLL | None:
    """The OpenBLAS that numpy's wheels bring along, which importing numpy has loaded already."""
    for file in Path(np.__file__).parents[1].glob("numpy.libs/libscipy_openblas64_*"):
        library = ctypes.CDLL(str(file))
        if hasattr(library, "scipy_openblas_set_num_threads64_"):
            return library
    return None
