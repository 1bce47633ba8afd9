"""What citizens get."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient
from lxml import html

from a11y.portal.store import Database, texts
from a11y.portal.store.leistungen import units_of
from a11y.portal.store.tables import Role
from a11y.review import ReviewState

PAGES = (
    "/",
    "/leistungen/",
    "/leistungen/hund-anmelden/",
    "/leistungen/hund-anmelden/leichte-sprache/",
    "/leistungen/hund-anmelden/gebaerdensprache/",
    "/suche/?q=hund",
    "/leichte-sprache/",
    "/gebaerdensprache/",
    "/barrierefreiheit/",
    "/rueckmeldung/",
    "/impressum/",
    "/datenschutz/",
)


def page(client: FlaskClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:500]
    return html.document_fromstring(answer.text)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_its_bones(client: FlaskClient, address: str) -> None:
    tree = page(client, address)

    assert len(tree.findall(".//h1")) == 1
    assert tree.findall(".//main")
    assert tree.cssselect("a.skip")[0].get("href") == "#inhalt"
    links = {link.get("href") for link in tree.iter("a")}
    assert {"/barrierefreiheit/", "/rueckmeldung/", "/leichte-sprache/", "/gebaerdensprache/"} <= (
        links
    )
    identities = [element.get("id") for element in tree.cssselect("[id]")]
    assert len(identities) == len(set(identities))


def test_titles_tell_the_pages_apart(client: FlaskClient) -> None:
    titles = [page(client, address).findtext(".//title") for address in PAGES]
    assert len(set(titles)) == len(titles)


def test_nothing_foreign_and_nothing_inline_is_allowed(client: FlaskClient) -> None:
    answer = client.get("/leistungen/hund-anmelden/")
    policy = answer.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=", answer.text)
    assert not re.search(
        r'(src|href)="https?://(?!localhost)[^"]*\.(js|css|woff2|png)', answer.text
    )


def test_the_three_forms_name_each_other(client: FlaskClient) -> None:
    for suffix in ("", "leichte-sprache/", "gebaerdensprache/"):
        tree = page(client, f"/leistungen/hund-anmelden/{suffix}")
        found = {
            link.get("hreflang"): link.get("href") for link in tree.cssselect("link[rel=alternate]")
        }
        assert found["de"].endswith("/leistungen/hund-anmelden/")
        assert found["de-simple"].endswith("/leichte-sprache/")
        assert found["gsg"].endswith("/gebaerdensprache/")
        assert len(tree.cssselect(".form-switch [aria-current=page]")) == 1


def test_the_languages_are_marked(client: FlaskClient) -> None:
    assert page(client, "/leistungen/hund-anmelden/").get("lang") == "de"
    assert page(client, "/leistungen/hund-anmelden/leichte-sprache/").get("lang") == "de-simple"
    assert page(client, "/leistungen/hund-anmelden/gebaerdensprache/").get("lang") == "de"


def test_easy_german_keeps_fees_and_says_nobody_checked_it(client: FlaskClient) -> None:
    tree = page(client, "/leistungen/personalausweis-beantragen/leichte-sprache/")
    text = tree.text_content()

    assert "Automatisch erzeugt, nicht geprüft" in text
    for fee in ("46,00 Euro", "27,60 Euro", "10,00 Euro", "6,00 Euro"):
        assert fee in text


def test_a_page_is_called_checked_only_when_all_of_it_is(
    client: FlaskClient, database: Database
) -> None:
    address = "/leistungen/hund-anmelden/leichte-sprache/"
    page(client, address)
    with database.transaction() as session:
        units = [u for u in units_of(session, "leistung/hund-anmelden") if u.signed]
        versions = [texts.current_easy(session, unit) for unit in units]
        for version in versions[:-1]:
            assert version
            texts.release(
                session, version, state=ReviewState.APPROVED, who="ruth", role=Role.REDAKTION
            )
    assert "nicht geprüft" in page(client, address).text_content()

    with database.transaction() as session:
        last = texts.current_easy(session, units[-1])
        assert last
        texts.release(session, last, state=ReviewState.APPROVED, who="ruth", role=Role.REDAKTION)
    assert "nicht geprüft" not in page(client, address).text_content()


def test_a_video_not_made_yet_is_said_and_its_text_is_there(client: FlaskClient) -> None:
    tree = page(client, "/leistungen/hund-anmelden/gebaerdensprache/")
    text = tree.text_content()

    assert "Das Video wird gerade hergestellt" in text
    assert "132 Euro" in text, "the transcript stands in"
    assert "automatisch erzeugt, nicht geprüft" in text
    assert "$ALPHA" not in text, "glosses are for editors"
    assert tree.cssselect("noscript meta[http-equiv=refresh]")
    assert not tree.cssselect("video")


def test_search_engines_get_structured_data(client: FlaskClient) -> None:
    tree = page(client, "/leistungen/personalausweis-beantragen/")
    (script,) = tree.cssselect('script[type="application/ld+json"]')
    data = json.loads(script.text)

    assert data["@type"] == "GovernmentService"
    assert data["identifier"]["value"] == "99008001012000"


def test_search_shows_what_it_found_or_what_to_do(client: FlaskClient) -> None:
    assert "Hund anmelden" in page(client, "/suche/?q=hund").text_content()
    nothing = page(client, "/suche/?q=%3Cscript%3Exyz").text_content()
    assert "nichts gefunden" in nothing
    assert "<script>xyz" in nothing, "shown as text"


def test_an_unknown_page_helps_on(client: FlaskClient) -> None:
    answer = client.get("/leistungen/gibt-es-nicht/")
    assert answer.status_code == 404
    assert "Alle Leistungen" in answer.text


def test_the_sitemap_names_every_form(client: FlaskClient) -> None:
    answer = client.get("/sitemap.xml")
    assert answer.text.count("<loc>") == 8 + 3 * 12
    assert "sitemap.xml" in client.get("/robots.txt").text


def test_a_player_can_be_embedded_anywhere_and_pages_cannot(client: FlaskClient) -> None:
    key = "leistung/hund-anmelden/kosten"
    answer = client.get(f"/einbetten/{key}/")
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in client.get("/").headers["Content-Security-Policy"]

    found = client.get(f"/oembed?url=http://localhost/einbetten/{key}/").get_json()
    assert found["type"] == "rich"
    assert f"/einbetten/{key}/" in found["html"]
    assert client.get("/oembed?url=http://localhost/einbetten/nichts/").status_code == 404


def test_the_api_tells_services_and_states(client: FlaskClient) -> None:
    assert len(client.get("/api/v1/leistungen").get_json()["leistungen"]) == 12
    service = client.get("/api/v1/leistungen/hund-anmelden").get_json()
    assert service["module"]["kosten"].startswith("Die Anmeldung ist gebührenfrei")
    client.get("/leistungen/hund-anmelden/gebaerdensprache/")
    unit = client.get("/api/v1/einheiten/leistung/hund-anmelden/kosten").get_json()
    assert unit["leicht"]["geprueft"] == "draft"
    assert unit["dgs"]["video"]["state"] == "queued"


@pytest.mark.parametrize(
    "address",
    [
        "/assets/kern/../../package.json",
        "/assets/three/../package.json",
        "/assets/kern/kern.css",
        "/medien/..%2f..%2fsecret/video.mp4",
        "/medien/0123456789abcdef0123/video.mp4",
        "/api/v1/einheiten/nichts",
    ],
)
def test_what_is_not_offered_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404
