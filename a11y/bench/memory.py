"""How much memory and processor time a command takes with everything it starts (Linux)."""

from __future__ import annotations

import os
import threading
from pathlib import Path


def family(root: int) -> list[int]:
    """A process and all its descendants."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int(_stat(int(entry.name))[1])
            except (OSError, ValueError, IndexError):
                continue
    found: list[int] = []
    wanted = {root}
    while wanted:
        found += wanted
        wanted = {pid for pid, parent in parents.items() if parent in wanted}
    return found


def resident(root: int) -> float:
    """Memory of a process and all its descendants in MB, shared pages counted once (PSS)."""
    total = 0
    for pid in family(root):
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(rollup.split("\nPss:")[1].split()[0])
        except (OSError, IndexError):
            continue
    return total / 1000


def busy(root: int) -> float:
    """Seconds of processor time that a process and all its descendants have taken so far."""
    ticks = 0
    for pid in family(root):
        try:
            ticks += sum(int(part) for part in _stat(pid)[11:13])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> list[str]:
    """Fields of ``/proc/PID/stat`` from the state on, proc(5)."""
    return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()


class Watch:
    """Looks at a process and its descendants every ``every`` seconds, from entering to leaving.

    peak: the most they held together, MB of PSS.
    """

    def __init__(self, root: int, *, every: float = 0.25) -> None:
        self.peak = 0.0
        self._root = root
        self._every = every
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def _look(self) -> None:
        while not self._end.wait(self._every):
            self.peak = max(self.peak, resident(self._root))

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()
