"""The portal on a real socket of this machine, for as long as a browser is to look at it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from waitress import create_server, wasyncore


@contextmanager
def serving(app: Flask, *, threads: int = 4) -> Iterator[str]:
    """Serve `app` on 127.0.0.1 from a thread of its own; yields its address without a final slash.

    On leaving, answers under way are finished (at most five seconds), then every connection is
    closed, also those that browsers keep open, and the thread has ended.
    """
    sockets: dict[int, Any] = {}
    server = create_server(app, map=sockets, host="127.0.0.1", port=0, threads=threads)
    thread = threading.Thread(target=server.run, name="loopback")
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        # Answers under way wake the loop by a pipe that closing takes away: they come first.
        server.task_dispatcher.shutdown(timeout=5)
        # The loop closes its own sockets, between two looks at them: a socket that another
        # thread closes while the loop waits for it ends the loop with "bad file descriptor".
        server.trigger.pull_trigger(lambda: wasyncore.close_all(sockets, ignore_all=True))
        thread.join(timeout=5)
