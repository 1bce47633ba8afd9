"""Compiled loops: made by one process at a time, and broadcasting like numpy's own."""

from __future__ import annotations

import fcntl
from pathlib import Path

import numpy as np
import pytest

from a11y.sign_avatar.motion import compiled, flesh_loops


def test_only_one_process_at_a_time_keeps_machine_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_KEPT", tmp_path / "kept")
    with compiled._alone():
        (lock,) = (tmp_path / "kept").iterdir()
        with lock.open("w") as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with lock.open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_where_nothing_can_be_kept_loops_are_compiled_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").write_text("no folder")
    monkeypatch.setattr(compiled, "_KEPT", tmp_path / "kept")
    with compiled._alone():
        pass


def test_a_loop_broadcasts_over_leading_axes() -> None:
    grid = np.arange(27, dtype=np.float32).reshape(3, 3, 3)
    place = np.array([0.0, 0.0, 0.0, 1.0])
    points = np.array([[[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]], [[0.5, 0.0, 0.0], [2.0, 2.0, 2.0]]])
    assert flesh_loops.gaps_at_rest(points, grid, place).tolist() == [[0, 13], [4.5, 26]]
