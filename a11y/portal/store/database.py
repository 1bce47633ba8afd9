"""Opening the database: SQLite in ``var/`` by default, PostgreSQL by URL. Schema by Alembic."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, exc, make_url, text
from sqlalchemy.orm import Session, sessionmaker

from a11y.paths import var_dir
from a11y.portal.errors import DatabaseUnusableError

# Writers of a city are few and short: one after the other, as SQLite has it, spares every caller
# the question what happens when two want the same row.
_WRITERS = 0x6B6C6172  # "klar"
_MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def default_url() -> str:
    """``KLARHAND_DATABASE`` or the SQLite file in ``var/``."""
    return os.environ.get("KLARHAND_DATABASE") or f"sqlite:///{var_dir() / 'klarhand.sqlite'}"


class Database:
    """One engine and its sessions. Creating it opens nothing; ``upgrade`` makes the schema.

    What the machine is to blame for (no server, no disk, a lock that stays) is a
    DatabaseUnusableError, from every method but ``open``.
    """

    def __init__(self, url: str | None = None) -> None:
        with _told(url or default_url()):
            self.url = make_url(url or default_url())
            self.engine = _engine(str(self.url.render_as_string(hide_password=False)))
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)

    def upgrade(self) -> None:
        """Bring the schema to the newest form; harmless when it is."""
        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS))
        config.set_main_option("path_separator", "os")
        where = self.url.render_as_string()
        if self.url.database and self.url.get_backend_name() == "sqlite":
            try:
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise DatabaseUnusableError(where, f"{error.filename}: {error.strerror}") from error
        with _told(where), self.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def open(self) -> Session:
        return self._sessions()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Everything or nothing; other writers wait their turn."""
        where = self.url.render_as_string()
        with _told(where), self._sessions() as session, session.begin():
            session.connection(execution_options={"sqlite_begin": "IMMEDIATE"})
            if self.engine.dialect.name == "postgresql":
                session.execute(text(f"SELECT pg_advisory_xact_lock({_WRITERS})"))
            yield session

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def _told(where: str) -> Iterator[None]:
    try:
        yield
    except (exc.ArgumentError, ImportError) as error:  # no URL; of a database no driver is here for
        raise DatabaseUnusableError("that KLARHAND_DATABASE names", _first_line(error)) from error
    except exc.DatabaseError as error:
        if not machine_is_to_blame(error):
            raise
        raise DatabaseUnusableError(where, _first_line(error.orig)) from error


def machine_is_to_blame(error: exc.DatabaseError) -> bool:
    """Away, locked, full, read-only; SQLite tells a broken file by the bare base class."""
    return isinstance(error, exc.OperationalError) or type(error) is exc.DatabaseError


def _first_line(error: BaseException | None) -> str:
    return str(error).strip().partition("\n")[0]


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _tune_sqlite)
        event.listen(engine, "begin", _begin_immediate)
    return engine


def _tune_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transaction handling would begin too late for the pragmas and for
    # BEGIN IMMEDIATE; SQLAlchemy documents this switch.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA busy_timeout=15000")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    # A read transaction that later wants to write can only fail while another writes; taking the
    # write lock at once lets the busy timeout do its work. Readers are not held up under WAL.
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
