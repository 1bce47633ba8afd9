"""A worker process: ``python -m a11y.portal.jobs.worker N``. Started by ``a11y serve``; on another
machine with the same database and folder it can be started by hand."""

from __future__ import annotations

import logging
import os
import sys


def main(count: int) -> None:
    """Work off the queue with ``count`` processes until told to stop."""
    logging.basicConfig(level=logging.WARNING, format="worker: %(levelname)s %(message)s")
    # People who read pages come before rendering.
    os.nice(5)
    from a11y.portal.jobs.queue import queue

    consumer = queue.create_consumer(
        workers=count, worker_type="process", periodic=True, initial_delay=0.1, max_delay=1.0
    )
    consumer.run()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
