"""How much memory a command takes with everything it starts (Linux)."""

from __future__ import annotations

import threading
from pathlib import Path


def resident(root: int) -> float:
    """Memory of a process and all its descendants in MB, shared pages counted once (PSS)."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
                parents[int(entry.name)] = int(stat.rsplit(")", 1)[1].split()[1])
            except (OSError, ValueError, IndexError):
                continue
    total, wanted = 0, {root}
    while wanted:
        for pid in wanted:
            try:
                rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
                total += int(rollup.split("\nPss:")[1].split()[0])
            except (OSError, IndexError):
                continue
        wanted = {pid for pid, parent in parents.items() if parent in wanted}
    return total / 1000


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
