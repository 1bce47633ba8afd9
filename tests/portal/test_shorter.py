"""Shorter drafts by the rules at the editors' workplace."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from lxml import html

from a11y.portal.store import Database
from a11y.portal.store.leistungen import text_digest
from a11y.portal.store.tables import Unit
from a11y.simple_language import condense, shorten
from a11y.simple_language.report import dropped
from tests.portal.conftest import sign_in
from tests.portal.test_model import EASY_PAGE, KEY, UNIT, easy_area, shown

SHORTER = f"{UNIT}kuerzer/"
SOURCE = (
    "Die Steuer beträgt 90 Euro im Jahr nach § 5 Abs. 2 BauGB. "
    "Das Steueramt, das im Rathaus liegt, prüft innerhalb von 14 Tagen Ihre Anmeldung."
)


@pytest.fixture
def source(database: Database) -> str:
    """A unit whose text has something to leave out."""
    with database.transaction() as session:
        unit = session.get_one(Unit, KEY)
        unit.text, unit.digest = SOURCE, text_digest(SOURCE)
    return SOURCE


def page(client: FlaskClient, form: str) -> html.HtmlElement:
    answer = client.get(SHORTER, query_string={"form": form})
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize("form", ["gekuerzt", "kurzfassung"])
def test_the_draft_stands_beside_its_source_with_all_it_leaves_out(
    client: FlaskClient, source: str, form: str
) -> None:
    sign_in(client, "ruth")
    assert SHORTER in client.get(UNIT).text
    draft = {"gekuerzt": condense, "kurzfassung": shorten}[form](source)
    seen = page(client, form)
    text = " ".join(str(seen.text_content()).split())
    assert all(sentence in text for sentence in (*draft.sentences, source))
    told = [str(one.text_content()) for one in seen.cssselect(".losses li")]
    assert told == list(dropped(draft))
    assert any("§ 5" in passage for passage in told)


def test_citizens_see_a_draft_only_after_its_release(client: FlaskClient, source: str) -> None:
    before = shown(client)
    draft = shorten(source)
    sign_in(client, "ruth")
    (digest,) = page(client, "kurzfassung").cssselect("[name=source]")
    answer = client.post(
        f"{SHORTER}uebernehmen/?form=kurzfassung",
        data={"source": digest.get("value")},
        follow_redirects=True,
    )
    assert "Als Entwurf übernommen" in answer.text
    assert "Kürzerer Entwurf der Regeln, übernommen von" in answer.text
    assert easy_area(client) == draft.text
    assert shown(client) == before
    assert "Entwurf, nicht auf der Website" in client.get("/redaktion/").text

    client.post(f"{UNIT}text/", data={"text": f"{draft.text}\nMelden Sie sich an."})
    assert shown(client) == before, "nor is what an editor made of it"
    unit_page: html.HtmlElement = html.document_fromstring(client.get(UNIT).text)
    (release,) = unit_page.cssselect("form:has(> [name=kind][value=easy]) > [name=version]")
    client.post(f"{UNIT}freigabe/", data={"kind": "easy", "version": release.get("value")})
    assert "Melden Sie sich an." in shown(client)
    assert client.get(EASY_PAGE).status_code == 200


def test_a_source_that_changed_meanwhile_is_not_overwritten(
    client: FlaskClient, source: str
) -> None:
    sign_in(client, "ruth")
    before = easy_area(client)
    answer = client.post(f"{SHORTER}uebernehmen/", data={"source": "0" * 24}, follow_redirects=True)
    assert "Der Ausgangstext hat sich geändert" in answer.text
    assert easy_area(client) == before


def test_of_a_text_that_nobody_can_simplify_there_is_no_draft(
    client: FlaskClient, database: Database
) -> None:
    text = "You must register your dog. Then the city sends you a letter about the tax. " * 9
    with database.transaction() as session:
        unit = session.get_one(Unit, KEY)
        unit.text, unit.digest = text, text_digest(text)
    sign_in(client, "ruth")
    assert "Es gibt keinen Entwurf" in client.get(SHORTER).text
    taken = {"source": text_digest(text)}
    answer = client.post(f"{SHORTER}uebernehmen/", data=taken, follow_redirects=True)
    assert "Es gibt keinen Entwurf" in answer.text


def test_there_are_two_drafts_and_none_of_what_was_written_by_hand(client: FlaskClient) -> None:
    assert client.get(SHORTER).status_code == 302, "for editors only"
    sign_in(client, "ruth")
    assert client.get(SHORTER, query_string={"form": "lang"}).status_code == 404
    assert client.get("/redaktion/einheit/seite/bitv4/1/kuerzer/").status_code == 404
