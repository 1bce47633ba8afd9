"""The city's language model at the editors' workplace; its service misbehaves, too (loopback)."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import html
from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from a11y.portal.jobs import rewrite
from a11y.portal.store import Database, texts
from a11y.portal.store.leistungen import text_digest
from a11y.portal.store.tables import JobState, ModelProposal, Unit, now
from a11y.simple_language.chat import Settings
from tests.portal.conftest import PASSWORD, sign_in
from tests.portal.test_browser import browser  # noqa: F401  (the fixture)
from tests.simple_language.test_rewriter import (
    DROPS,
    GOOD,
    SOURCE,
    _Service,
    service,  # noqa: F401  (the fixture)
)

KEY = "leistung/hund-anmelden/kosten"
UNIT = f"/redaktion/einheit/{KEY}/"
MODEL = f"{UNIT}modell/"
EASY_PAGE = "/leistungen/hund-anmelden/leichte-sprache/"


@pytest.fixture
def model(app: Flask, database: Database, service: _Service) -> _Service:  # noqa: F811
    """A unit with a short text, and the model that may rewrite it."""
    with database.transaction() as session:
        unit = session.get_one(Unit, KEY)
        unit.text, unit.digest = SOURCE, text_digest(SOURCE)
    port = service.server_address[1]
    app.config["REWRITER"] = Settings(
        url=f"http://127.0.0.1:{port}/v1", model="m", timeout=1.0, retries=0, pause=0.01
    )
    return service


def ask(client: FlaskClient) -> html.HtmlElement:
    """The page once the model has answered, or failed."""
    assert client.post(f"{MODEL}anfordern/").status_code == 303
    for _ in range(200):
        page = html.document_fromstring(client.get(MODEL).text)
        if not page.cssselect("[data-awaited]"):
            return page
        time.sleep(0.02)
    raise AssertionError("no answer")


def decide(client: FlaskClient, page: html.HtmlElement, decision: str) -> str:
    number = page.cssselect("[name=proposal]")[0].get("value")
    data = {"proposal": number, "decision": decision}
    answer = client.post(f"{MODEL}entscheiden/", data=data, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def text_of(client: FlaskClient, address: str, selector: str) -> str:
    page: html.HtmlElement = html.document_fromstring(client.get(address).text)
    (found,) = page.cssselect(selector)
    return str(found.text_content()).strip()


def easy_area(client: FlaskClient) -> str:
    return text_of(client, UNIT, "#easy-text")


def shown(client: FlaskClient) -> str:
    return " ".join(text_of(client, EASY_PAGE, "main").split())


def test_it_is_off_until_a_city_sets_it(client: FlaskClient) -> None:
    sign_in(client, "ruth")
    assert "Sprachmodell" not in client.get(UNIT).text
    assert client.get(MODEL).status_code == 404
    assert client.post(f"{MODEL}anfordern/").status_code == 404


def test_citizens_see_a_proposal_only_after_its_release(
    client: FlaskClient, model: _Service
) -> None:
    before = shown(client)
    sign_in(client, "ruth")
    assert MODEL in client.get(UNIT).text
    page = ask(client)
    text = str(page.text_content())
    assert all(line in text for line in [*GOOD.split("\n"), SOURCE]), "side by side"
    assert "findet keinen Verlust" in text
    assert shown(client) == before

    assert "Als Entwurf übernommen" in decide(client, page, "take")
    assert easy_area(client) == GOOD
    assert shown(client) == before, "a draft of a model is on no page"
    assert GOOD.split("\n")[1] not in client.get(f"/api/v1/einheiten/{KEY}").text

    changed = GOOD.replace("Das geht", "Sie haben dafür Zeit")
    client.post(f"{UNIT}text/", data={"text": changed})
    assert shown(client) == before, "nor is what an editor made of it"

    unit_page: html.HtmlElement = html.document_fromstring(client.get(UNIT).text)
    (release,) = unit_page.cssselect("form:has(> [name=kind][value=easy]) > [name=version]")
    client.post(f"{UNIT}freigabe/", data={"kind": "easy", "version": release.get("value")})
    assert "Sie haben dafür Zeit" in shown(client)


def test_every_loss_is_named_before_and_after_taking(client: FlaskClient, model: _Service) -> None:
    model.mode = "drops"
    sign_in(client, "ruth")
    page = ask(client)
    assert "sagt nicht dasselbe" in page.text_content()
    (loss,) = [one.text for one in page.cssselect(".losses li") if "14" in (one.text or "")]
    assert loss == "Zahl, Betrag oder Datum: vorher 14, nachher nichts"
    decide(client, page, "take")
    assert easy_area(client) == DROPS
    assert loss in client.get(UNIT).text


def test_a_sentence_from_nowhere_is_marked(client: FlaskClient, model: _Service) -> None:
    model.mode = "adds"
    sign_in(client, "ruth")
    (marked,) = ask(client).cssselect(".is-unfounded")
    assert "Bringen Sie Ihren Hund immer gern mit." in marked.text_content()


def test_refusing_changes_nothing(client: FlaskClient, model: _Service) -> None:
    sign_in(client, "ruth")
    before = easy_area(client)
    page = ask(client)
    assert "Abgelehnt" in decide(client, page, "refuse")
    assert easy_area(client) == before
    assert "Vorschlag anfordern" in client.get(MODEL).text
    assert "gibt es nicht mehr" in decide(client, page, "take"), "a page that is still open"
    assert easy_area(client) == before


def test_beginning_anew_leaves_the_models_draft(client: FlaskClient, model: _Service) -> None:
    sign_in(client, "ruth")
    decide(client, ask(client), "take")
    client.post(f"{UNIT}neu/", data={"from": "source"})
    assert easy_area(client) == SOURCE
    assert "innerhalb von 14 Tagen stellen" in shown(client)


TROUBLES = {
    "slow": "in 1 s nicht geantwortet",
    "hangs up": "Verbindung abgebrochen",
    "redirects": "andere Adresse",
    "forbidden": "weist die Anfrage ab (Status 403)",
    "wait long": "überlastet",
    "empty": "ohne Text",
    "English": "kein deutscher Text",
    "markup": "kein deutscher Text",
    "broken": "nicht lesbar",
    "page": "nicht lesbar",
    "no text": "ohne Text",
    "huge": "viel zu lang",
    "breaks off": "bricht mitten im Text ab",
}


@pytest.mark.parametrize("mode", TROUBLES)
def test_trouble_is_told_in_german_and_nothing_is_lost(
    client: FlaskClient, model: _Service, mode: str
) -> None:
    model.mode = mode
    sign_in(client, "ruth")
    page = ask(client)
    (told,) = page.cssselect(".note--error")
    assert TROUBLES[mode] in told.text_content()
    assert "Ihr Text ist unverändert." in told.text_content()
    assert "Noch einmal anfordern" in page.text_content()


def test_nobody_listens(client: FlaskClient, app: Flask, model: _Service) -> None:
    app.config["REWRITER"] = Settings(url="http://127.0.0.1:9/v1", model="m", retries=0)
    sign_in(client, "ruth")
    assert "nicht zu erreichen" in ask(client).text_content()


def test_a_restart_while_the_model_writes_is_told(
    client: FlaskClient, app: Flask, database: Database, model: _Service
) -> None:
    long_ago = now() - timedelta(seconds=rewrite.longest(app.config["REWRITER"]) + 1)
    with database.transaction() as session:
        session.add(
            ModelProposal(
                unit_key=KEY, source_digest=text_digest(SOURCE), state=JobState.RUNNING,
                result={}, author="ruth", created=long_ago,
            )
        )  # fmt: skip
    sign_in(client, "ruth")
    assert "wurde angehalten" in client.get(MODEL).text
    assert "findet keinen Verlust" in ask(client).text_content()


def test_a_new_source_text_leaves_the_old_proposal_behind(
    client: FlaskClient, database: Database, model: _Service
) -> None:
    sign_in(client, "ruth")
    page = ask(client)
    with database.transaction() as session:
        unit = session.get_one(Unit, KEY)
        unit.text, unit.digest = "Es kostet nichts.", text_digest("Es kostet nichts.")
    assert "gibt es nicht mehr" in decide(client, page, "take")
    with database.transaction() as session:
        current = texts.edited_easy(session, session.get_one(Unit, KEY))
        assert current is None or current.sentences != GOOD.split("\n")


@pytest.mark.browser
def test_the_answer_takes_the_place_of_the_waiting(
    address: str,
    app: Flask,
    model: _Service,
    browser: webdriver.Chrome,  # noqa: F811
) -> None:
    model.mode = "drips"  # in the end there is none, after a while
    app.config["REWRITER"] = Settings(
        url=app.config["REWRITER"].url, model="m", timeout=1.5, retries=0
    )
    browser.get(f"{address}/redaktion/anmelden/?weiter={MODEL}")
    browser.execute_script(
        "const form = document.querySelector('main form');"
        "form.elements.name.value = 'ruth'; form.elements.password.value = arguments[0];"
        "form.submit();",
        PASSWORD,
    )
    WebDriverWait(browser, 10).until(lambda b: b.current_url.endswith(MODEL))
    browser.execute_script("document.querySelector('main section form button').click()")
    wait = WebDriverWait(browser, 15)
    wait.until(lambda b: b.execute_script("return !!document.querySelector('[data-awaited]')"))
    wait.until(lambda b: b.execute_script("return document.activeElement.id") == "vorschlag")
    assert browser.title.startswith("Fehler: ")
    assert browser.execute_script("return !!document.querySelector('.note--error')")
