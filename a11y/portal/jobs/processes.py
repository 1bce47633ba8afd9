"""Starting and stopping worker processes together with a server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 8.0  # seconds for a clean end before the worker is killed


@contextmanager
def workers(count: int) -> Iterator[subprocess.Popen[bytes] | None]:
    """A consumer with ``count`` worker processes while the block runs; none for 0."""
    if count < 1:
        yield None
        return
    # Its own session: Ctrl-C in the terminal reaches the server only, which then stops it in order.
    process = subprocess.Popen(
        [sys.executable, "-m", "a11y.portal.jobs.worker", str(count)], start_new_session=True
    )
    try:
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the whole group to end, then insist."""
    import os
    import signal

    for sign, patience in ((signal.SIGTERM, _PATIENCE), (signal.SIGKILL, 2.0)):
        try:
            os.killpg(process.pid, sign)
            process.wait(patience)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
        # The consumer is gone; a worker of it may still draw a frame.
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
        return
