"""The feedback form."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select

from a11y.portal import create_app
from a11y.portal.store import Database
from a11y.portal.store.tables import Feedback

GOOD = {"topic": "barriere", "message": "Das Bild hat keinen Text.", "email": "a@b.de", "page": "/"}


def stored(database: Database) -> list[Feedback]:
    with database.open() as session:
        return list(session.scalars(select(Feedback)))


def test_a_message_is_kept_and_thanked_for(client: FlaskClient, database: Database) -> None:
    answer = client.post("/rueckmeldung/", data=GOOD, follow_redirects=True)

    assert "Danke" in answer.text
    (message,) = stored(database)
    assert (message.message, message.email) == (GOOD["message"], "a@b.de")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("message", "", "Bitte schreiben Sie Ihre Nachricht"),
        ("message", "x" * 5001, "Bitte kürzen Sie"),
        ("email", "keine Adresse", "Bitte prüfen Sie die E-Mail-Adresse"),
    ],
)
def test_an_error_is_tied_to_its_field(
    client: FlaskClient, database: Database, field: str, value: str, words: str
) -> None:
    answer = client.post("/rueckmeldung/", data={**GOOD, field: value})
    tree = html.document_fromstring(answer.text)

    assert answer.status_code == 422
    assert str(tree.findtext(".//title")).startswith("Fehler")
    (control,) = tree.cssselect(f"#{field}")
    assert control.get("aria-invalid") == "true"
    described = str(control.get("aria-describedby")).split()[0]
    assert words in "".join(map(str, tree.cssselect(f"#{described}")[0].itertext()))
    assert tree.cssselect(f'[role=alert] a[href="#{field}"]')
    assert stored(database) == []


def test_a_program_that_fills_every_field_is_ignored(
    client: FlaskClient, database: Database
) -> None:
    client.post("/rueckmeldung/", data={**GOOD, "website": "https://spam.example"})
    assert stored(database) == []


def test_the_page_the_reader_came_from_is_filled_in(client: FlaskClient) -> None:
    came = client.get("/rueckmeldung/", headers={"Referer": "http://localhost/leistungen/"})
    assert 'value="/leistungen/"' in came.text
    foreign = client.get("/rueckmeldung/", headers={"Referer": "http://boese.example/leistungen/"})
    assert 'value="/leistungen/"' not in foreign.text


def test_a_post_from_elsewhere_is_refused(database: Database) -> None:
    app = create_app({"DATABASE": str(database.url), "SECRET_KEY": "x", "TESTING": True})
    answer = app.test_client().post("/rueckmeldung/", data=GOOD)
    app.extensions["klarhand-database"].close()

    assert answer.status_code == 400
    assert stored(database) == []
