"""A database away, locked or none: a clear line for who runs it, a calm page for citizens."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from a11y.paths import content_dir
from a11y.portal.errors import DatabaseUnusableError, SettingError
from a11y.portal.importer import import_path
from a11y.portal.settings import settings
from a11y.portal.store import Database


@pytest.mark.parametrize(
    "url",
    [
        "quatsch",
        "nosuch://host/name",
        "mysql://host/name",
        "postgresql+psycopg://nobody:geheim@127.0.0.1:9/none",
        "sqlite:////proc/nicht/da.sqlite",
        "sqlite:///{folder}",
        "sqlite:///{folder}/notes.txt",
    ],
)
def test_what_is_no_database_is_named_without_its_password(tmp_path: Path, url: str) -> None:
    (tmp_path / "notes.txt").write_text("Das ist keine Datenbank. " * 100, "utf-8")
    with pytest.raises(DatabaseUnusableError) as told:
        import_path(Database(url.format(folder=tmp_path)), content_dir() / "leistungen")
    assert "geheim" not in str(told.value)
    assert str(told.value).count("\n") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.fixture
def locked(app: Flask, database: Database) -> sqlite3.Connection:
    """Another program writes and does not end."""
    holder = sqlite3.connect(str(database.url.database), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    @event.listens_for(app.extensions["klarhand-database"].engine, "connect")
    def _impatient(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA busy_timeout=50")

    return holder


def test_a_citizens_message_stays_in_the_form(
    client: FlaskClient, locked: sqlite3.Connection
) -> None:
    message = {"topic": "barriere", "message": "Der Knopf geht nicht.", "email": ""}
    answer = client.post("/rueckmeldung/", data=message)
    assert answer.status_code == 503
    assert "noch nicht gespeichert" in answer.text
    assert "Der Knopf geht nicht." in answer.text
    locked.close()
    assert client.post("/rueckmeldung/", data=message).status_code == 303


def test_reading_goes_on_while_another_program_writes(
    client: FlaskClient, locked: sqlite3.Connection
) -> None:
    assert client.get("/leistungen/hund-anmelden/").status_code == 200
    locked.close()


def test_a_database_that_went_away_is_a_calm_page(
    client: FlaskClient, app: Flask, database: Database
) -> None:
    app.testing = False
    app.extensions["klarhand-database"].close()
    Path(str(database.url.database)).write_text("kaputt", "utf-8")
    for left in ("-wal", "-shm"):
        Path(f"{database.url.database}{left}").unlink(missing_ok=True)
    answer = client.get("/leistungen/")
    assert answer.status_code == 503
    assert "gerade nicht erreichbar" in answer.text


def test_settings_are_checked_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KLARHAND_SIGNER", "xaver")
    with pytest.raises(SettingError, match="mara, elias"):
        settings()
    monkeypatch.delenv("KLARHAND_SIGNER")
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("KLARHAND_VAR", str(tmp_path / "file"))
    with pytest.raises(SettingError, match="KLARHAND_VAR"):
        settings()
