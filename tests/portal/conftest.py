"""A demo city in a database of its own for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient

from a11y.paths import content_dir
from a11y.portal import create_app
from a11y.portal.importer import import_path
from a11y.portal.loopback import serving
from a11y.portal.store import Database, accounts
from a11y.portal.store.tables import Role

# Hashing is slow on purpose; tests sign in often.
accounts._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
accounts._NOBODY = accounts._hasher.hash("nobody")
PASSWORD = "korrekt-pferd-batterie"


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo city, imported once."""
    path = tmp_path_factory.mktemp("city") / "city.sqlite"
    database = Database(f"sqlite:///{path}")
    import_path(database, content_dir())
    with database.transaction() as session:
        accounts.add(session, name="ruth", password=PASSWORD, roles=[Role.REDAKTION])
        accounts.add(session, name="tarik", password=PASSWORD, roles=[Role.FACHPERSON])
        accounts.add(session, name="vera", password=PASSWORD, roles=[Role.VERWALTUNG])
    database.close()
    return path


@pytest.fixture
def database(city: Path, tmp_path: Path) -> Iterator[Database]:
    shutil.copy(city, tmp_path / "portal.sqlite")
    found = Database(f"sqlite:///{tmp_path / 'portal.sqlite'}")
    yield found
    found.close()


@pytest.fixture
def app(database: Database, tmp_path: Path) -> Iterator[Flask]:
    made = create_app(
        {
            "TESTING": True,
            "DATABASE": str(database.url),
            "VIDEOS": tmp_path / "videos",
            "SECRET_KEY": "only-for-tests",
            "WTF_CSRF_ENABLED": False,
            "RATELIMIT_ENABLED": False,
        }
    )
    yield made
    made.extensions["klarhand-database"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def sign_in(client: FlaskClient, name: str) -> None:
    answer = client.post("/redaktion/anmelden/", data={"name": name, "password": PASSWORD})
    assert answer.status_code == 303


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """The portal on a real socket."""
    with serving(app) as found:
        yield found
