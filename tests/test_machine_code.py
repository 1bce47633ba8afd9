"""Machine code is made and kept by one process at a time."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from a11y.machine_code import alone


def test_only_one_process_at_a_time_keeps_machine_code(tmp_path: Path) -> None:
    with alone(tmp_path / "kept"):
        (lock,) = (tmp_path / "kept").iterdir()
        with lock.open("w") as other, pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with lock.open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
