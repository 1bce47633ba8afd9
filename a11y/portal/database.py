"""One database per application, one session per request."""

from __future__ import annotations

from flask import Flask, current_app, g
from sqlalchemy.orm import Session

from a11y.portal.store import Database


def init_app(app: Flask) -> None:
    app.extensions["klarhand-database"] = Database(app.config["DATABASE"])
    app.teardown_appcontext(_close)


def database() -> Database:
    found: Database = current_app.extensions["klarhand-database"]
    return found


def session() -> Session:
    """The request's session; reading needs no commit, writing uses ``database().transaction``."""
    if "session" not in g:
        g.session = database().open()
    opened: Session = g.session
    return opened


def drop() -> None:
    """Let go of the request's session: what it was doing has failed."""
    _close(None)


def _close(_error: BaseException | None) -> None:
    opened: Session | None = g.pop("session", None)
    if opened is not None:
        opened.close()
