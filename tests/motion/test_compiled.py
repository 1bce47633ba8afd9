"""Compiled loops: made where nothing can be kept, too; broadcasting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import cast

import numpy as np
import pytest

from a11y.sign_avatar.motion import compiled, flesh_loops

_NOWHERE = "/dev/null/loops.py"
_SOURCE = "def doubled(a, out):\n    for i in range(a.size):\n        out[i] = 2.0 * a[i]\n"


def test_a_loop_is_compiled_where_nothing_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation its user may not write to, and a user without a home."""
    for place in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(place, "/dev/null")
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setattr(compiled, "_KEPT", Path("/dev/null/kept"))
    names: dict[str, FunctionType] = {}
    exec(compile(_SOURCE, _NOWHERE, "exec"), names)

    doubled = compiled.loop("(v)->(v)")(cast(Callable[..., None], names["doubled"]))

    assert np.array_equal(doubled(np.array([[1.0, 2.5], [3.0, 0.0]])), [[2.0, 5.0], [6.0, 0.0]])


def test_a_loop_broadcasts_over_leading_axes() -> None:
    grid = np.arange(27, dtype=np.float32).reshape(3, 3, 3)
    place = np.array([0.0, 0.0, 0.0, 1.0])
    points = np.array([[[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]], [[0.5, 0.0, 0.0], [2.0, 2.0, 2.0]]])
    assert flesh_loops.gaps_at_rest(points, grid, place).tolist() == [[0, 13], [4.5, 26]]
