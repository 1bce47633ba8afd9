"""A Deaf expert corrects what the machine would sign."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from lxml import html

from a11y.portal.store import Database
from a11y.portal.store.tables import Origin, RenderJob, SignedText, Unit
from tests.portal.conftest import sign_in

UNIT = "/redaktion/einheit/leistung/hund-anmelden/kosten/"


@pytest.fixture
def expert(client: FlaskClient) -> FlaskClient:
    sign_in(client, "tarik")
    return client


def page(client: FlaskClient) -> html.HtmlElement:
    return html.document_fromstring(client.get(UNIT).text)


def lines(tree: html.HtmlElement) -> list[str]:
    return [str(area.text_content()).strip() for area in tree.cssselect("textarea[name=line]")]


def version(tree: html.HtmlElement) -> str:
    form = next(form for form in tree.cssselect("form") if form.cssselect("textarea[name=line]"))
    return str(form.cssselect("input[name=version]")[0].get("value"))


def send(client: FlaskClient, tree: html.HtmlElement, changed: list[str]):  # type: ignore[no-untyped-def]  # werkzeug's TestResponse
    data = {"version": version(tree), "line": changed}
    return client.post(UNIT + "gebaerden/", data=data)


def test_changed_signs_are_a_version_of_their_own_and_drawn_anew(
    expert: FlaskClient, database: Database
) -> None:
    tree = page(expert)
    before = lines(tree)
    changed = [f"{before[0]} DA1", *before[1:]]

    assert send(expert, tree, changed).status_code == 303

    after = page(expert)
    assert lines(after) == changed
    assert "bearbeitet, noch nicht geprüft" in after.text_content()
    with database.open() as session:
        unit = session.get_one(Unit, "leistung/hund-anmelden/kosten")
        newest: SignedText = unit.signed_texts[-1]
        assert (newest.origin, newest.author) == (Origin.PEOPLE, "tarik")
        assert newest.scores[0]["signs"][-1]["entry"] == "DA1"
        jobs = session.query(RenderJob).filter(RenderJob.unit_key == unit.key).all()
        assert len({job.key for job in jobs}) == len(jobs) > 0


def test_what_cannot_be_read_is_told_and_stays_in_the_form(expert: FlaskClient) -> None:
    tree = page(expert)
    typed = ["HUMD1 DA1", *lines(tree)[1:]]

    answer = send(expert, tree, typed)

    assert answer.status_code == 422
    shown = html.document_fromstring(answer.text)
    assert "Satz 1: Die Gebärde „HUMD1“ steht nicht in der Sammlung." in answer.text
    assert lines(shown) == typed
    assert lines(page(expert)) == lines(tree), "nothing is saved"


def test_a_form_that_was_open_too_long_overwrites_nothing(expert: FlaskClient) -> None:
    old = page(expert)
    first = lines(old)
    send(expert, old, [f"{first[0]} DA1", *first[1:]])

    answer = send(expert, old, [f"{first[0]} HUND1", *first[1:]])

    assert answer.status_code == 409
    shown = html.document_fromstring(answer.text)
    assert lines(shown)[0] == f"{first[0]} HUND1", "what was typed is not lost"
    assert lines(page(expert))[0] == f"{first[0]} DA1"


def test_one_can_go_back_to_the_machine(expert: FlaskClient) -> None:
    tree = page(expert)
    before = lines(tree)
    send(expert, tree, ["DA1", *before[1:]])

    assert expert.post(UNIT + "gebaerden/neu/").status_code == 303

    assert lines(page(expert)) == before


def test_unchanged_lines_make_no_version(expert: FlaskClient, database: Database) -> None:
    tree = page(expert)
    with database.open() as session:
        known = session.query(SignedText).count()

    send(expert, tree, lines(tree))

    with database.open() as session:
        assert session.query(SignedText).count() == known


def test_nobody_changes_signs_without_signing_in(client: FlaskClient) -> None:
    answer = client.post(UNIT + "gebaerden/", data={"line": "DA1"})
    assert answer.status_code in (302, 401, 403)
