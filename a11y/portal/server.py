"""Runs the portal: waitress for pages, worker processes for videos, one clean end for both."""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType

from waitress import create_server

from a11y.paths import content_dir
from a11y.portal import create_app
from a11y.portal.assets.views import check as check_assets
from a11y.portal.errors import PortInUseError
from a11y.portal.importer import import_path
from a11y.portal.jobs.processes import workers as worker_processes
from a11y.portal.settings import settings
from a11y.portal.store import Database, accounts
from a11y.portal.store.leistungen import every


def run(*, host: str, port: int, workers: int, threads: int, say: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM.

    Raises PortInUseError or AssetsMissingError before anything starts.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    check_assets()
    _check_port(host, port)
    app = create_app()
    database: Database = app.extensions["klarhand-database"]
    _set_up(database, say)

    from a11y.portal.jobs import queue

    app.extensions["klarhand-wake"] = queue.wake
    queue.begin(database, render=workers > 0)
    server = create_server(app, host=host, port=port, threads=threads, ident="klarhand")
    signal.signal(signal.SIGTERM, _leave)
    threading.Thread(target=_warm_up, daemon=True).start()
    with worker_processes(workers):
        shown = "localhost" if host in ("127.0.0.1", "0.0.0.0") else host
        say(f"Serving on http://{shown}:{port} (Ctrl-C to stop)")
        server.run()
        say("Stopping …")
    database.close()


def _set_up(database: Database, say: Callable[[str], None]) -> None:
    database.upgrade()
    with database.open() as session:
        empty = not every(session)
    if empty:
        say("Importing the demo city …")
        import_path(database, content_dir())
    with database.transaction() as session:
        created = accounts.first(session)
    if created:
        name, password = created
        say(f"Editors sign in at /redaktion/ as “{name}” with the password {password}")
        say("(shown only now; more accounts: /redaktion/konten/)")


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortInUseError(host, port) from error


def _warm_up() -> None:
    """Load what translates and what moves before the first reader needs it."""
    from a11y.errors import KlarhandError
    from a11y.portal.translation import translator
    from a11y.simple_language import simplify

    try:
        line = translator()
        sentences = line.score(simplify("Guten Tag.").text, as_is=True)
        line.perform(sentences[0], signer=settings()["SIGNER"])
    except (KlarhandError, OSError) as error:
        logging.getLogger(__name__).warning("%s", error)


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
