"""The editors' workplace, as editors use it."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from sqlalchemy import select

from a11y.portal import create_app
from a11y.portal.store import Database, accounts
from a11y.portal.store.tables import Account, Approval, Feedback
from tests.portal.conftest import PASSWORD, sign_in

UNIT = "/redaktion/einheit/leistung/hund-anmelden/kosten/"


def page(client: FlaskClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    return html.document_fromstring(answer.text)


def easy_text(client: FlaskClient) -> str:
    (area,) = page(client, UNIT).cssselect("#easy-text")
    return str(area.text_content()).strip()


@pytest.mark.parametrize("address", ["/redaktion/", UNIT, "/redaktion/text/", "/redaktion/konten/"])
def test_nobody_gets_in_without_signing_in(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert "/redaktion/anmelden/" in answer.location


def test_a_wrong_password_is_refused_without_saying_which_part(client: FlaskClient) -> None:
    for name in ("ruth", "niemand"):
        answer = client.post("/redaktion/anmelden/", data={"name": name, "password": "falsch"})
        assert answer.status_code == 422
        assert "Name oder Passwort stimmt nicht." in answer.text


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (UNIT, UNIT),
        ("https://boese.example/", "/redaktion/"),
        ("//boese.example/redaktion/", "/redaktion/"),
        ("/redaktion/\\\\boese.example", "/redaktion/"),
    ],
)
def test_signing_in_leads_back_but_never_away(
    client: FlaskClient, target: str, expected: str
) -> None:
    answer = client.post(
        "/redaktion/anmelden/",
        query_string={"weiter": target},
        data={"name": "ruth", "password": PASSWORD},
    )
    assert answer.location == expected


def test_guessing_passwords_is_slowed_down(database: Database) -> None:
    app = create_app(
        {
            "DATABASE": str(database.url),
            "SECRET_KEY": "x",
            "TESTING": True,
            "WTF_CSRF_ENABLED": False,
        }
    )
    client = app.test_client()
    answers = [
        client.post("/redaktion/anmelden/", data={"name": "ruth", "password": "x"}).status_code
        for _ in range(7)
    ]
    app.extensions["klarhand-database"].close()
    assert answers[0] == 422
    assert answers[-1] == 429


def test_the_workplace_shows_rules_glosses_and_figures(client: FlaskClient) -> None:
    sign_in(client, "ruth")
    text = page(client, "/redaktion/einheit/leistung/hund-anmelden/volltext/").text_content()

    for words in ("BITV 2.0 Anlage 2 Teil 2", "Wörter pro Satz", "Glossen", "$ALPHA"):
        assert words in text


def test_suggestions_can_be_taken_one_by_one(client: FlaskClient) -> None:
    sign_in(client, "ruth")
    client.post(UNIT + "neu/", data={"from": "source"})
    tree = page(client, UNIT)
    boxes = tree.cssselect("input[name=take]")
    assert len(boxes) >= 2, "the source text has something to take and something to refuse"
    chosen = boxes[0].get("value")
    label = tree.cssselect(f'label[for="p{chosen}"]')[0]
    before = label.cssselect("del")[0].text_content()
    after = label.cssselect("ins")[0].text_content()
    source = easy_text(client)

    client.post(UNIT + "vorschlaege/", data={"take": chosen})

    assert easy_text(client) == source.replace(before, after, 1)


def test_an_edited_text_is_kept_and_signed_anew(client: FlaskClient) -> None:
    sign_in(client, "ruth")
    client.post(UNIT + "text/", data={"text": "Die Steuer kostet 132 Euro.\n\nDas ist viel."})

    text = page(client, UNIT).text_content()
    assert "bearbeitet von ruth, nicht freigegeben" in text
    sheets = page(client, UNIT).cssselect("table.score")
    assert [sheet.cssselect("caption")[0].text_content() for sheet in sheets] == [
        "Die Steuer kostet 132 Euro.",
        "Das ist viel.",
    ]
    assert "$NUM:132" in [cell.text_content() for cell in sheets[0].cssselect("td.is-sign")]


@pytest.mark.parametrize("text", ["", "x" * 20_001])
def test_a_text_that_cannot_be_used_changes_nothing(client: FlaskClient, text: str) -> None:
    sign_in(client, "ruth")
    before = easy_text(client)
    answer = client.post(UNIT + "text/", data={"text": text}, follow_redirects=True)
    assert "note--error" in answer.text
    assert easy_text(client) == before


def release(client: FlaskClient, kind: str) -> int:
    versions = {
        form.cssselect("input[name=kind]")[0].get("value"): form.cssselect("input[name=version]")[
            0
        ].get("value")
        for form in page(client, UNIT).cssselect(".release form")
    }
    version = versions.get(kind, "1")
    return client.post(UNIT + "freigabe/", data={"kind": kind, "version": version}).status_code


def test_the_redaktion_releases_easy_german_but_not_signing(
    client: FlaskClient, database: Database
) -> None:
    sign_in(client, "ruth")

    assert release(client, "easy") == 303
    assert release(client, "signed") == 403
    with database.open() as session:
        (approval,) = session.scalars(select(Approval)).all()
    assert (approval.kind, approval.who) == ("easy", "ruth")


def test_the_deaf_expert_releases_signing_and_the_page_says_so(client: FlaskClient) -> None:
    sign_in(client, "tarik")

    assert release(client, "signed") == 303
    assert release(client, "easy") == 403
    shown = client.get("/leistungen/hund-anmelden/gebaerdensprache/").text
    assert shown.count("von einer tauben Fachperson geprüft") == 1


def test_a_pasted_text_is_translated_and_stays_inside(client: FlaskClient) -> None:
    sign_in(client, "ruth")
    answer = client.post(
        "/redaktion/text/",
        data={"title": "Probe <b>x", "text": "Der Antrag ist zu stellen. 😀"},
    )
    assert answer.status_code == 303
    shown = client.get(answer.location).text
    assert "<b>x" not in shown
    assert "😀" in shown
    key = answer.location.partition("/einheit/")[2].strip("/")
    assert client.get(f"/api/v1/einheiten/{key}").status_code == 404
    assert client.get(f"/einbetten/{key}/").status_code == 404


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (" ", "Der Text ist leer. Fügen Sie einen deutschen Text ein."),
        ("😀 😀", "Der Text enthält kein Wort."),
        ("<p>Der Antrag ist zu stellen.</p>", "Der Text enthält HTML."),
        ("The application must be submitted to the office in writing.", "nicht auf Deutsch"),
        ("Hallo Welt. " * 9_000, "Höchstens 20000 sind möglich"),
    ],
    ids=["empty", "emoji", "html", "english", "100 kB"],
)
def test_a_text_nobody_can_translate_is_answered_with_what_to_do(
    client: FlaskClient, text: str, words: str
) -> None:
    sign_in(client, "ruth")
    answer = client.post("/redaktion/text/", data={"title": "", "text": text})
    assert answer.status_code == 422
    assert words in answer.text


def test_a_message_that_is_done_loses_its_address(client: FlaskClient, database: Database) -> None:
    with database.transaction() as session:
        session.add(Feedback(topic="barriere", message="Hallo dort", email="a@b.de"))
    sign_in(client, "ruth")
    assert "a@b.de" in client.get("/redaktion/rueckmeldungen/").text

    client.post("/redaktion/rueckmeldungen/", data={"id": "1"})

    assert "a@b.de" not in client.get("/redaktion/rueckmeldungen/").text


def test_only_the_administration_makes_accounts(client: FlaskClient, database: Database) -> None:
    sign_in(client, "ruth")
    assert client.get("/redaktion/konten/").status_code == 403
    client.post("/redaktion/abmelden/")
    sign_in(client, "vera")
    short = client.post("/redaktion/konten/", data={"name": "neu", "password": "kurz"})
    assert short.status_code == 422
    made = client.post(
        "/redaktion/konten/",
        data={"name": "neu", "password": "lang genug dafür", "roles": "taube-fachperson"},
    )
    assert made.status_code == 303
    with database.open() as session:
        account = session.scalars(select(Account).where(Account.name == "neu")).one()
    assert account.roles == ["taube-fachperson"]
    assert account.password_hash.startswith("$argon2id$")


def test_the_first_account_is_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('new') / 'new.sqlite'}")
    database.upgrade()
    with database.transaction() as session:
        created = accounts.first(session)
        assert created
        assert accounts.verify(session, name=created[0], password=created[1])
        assert accounts.first(session) is None
    database.close()


def test_pages_of_the_workplace_are_never_cached(app: Flask) -> None:
    assert app.test_client().get("/redaktion/anmelden/").headers["Cache-Control"] == "no-store"
