"""Citizens' words find the administration's."""

from __future__ import annotations

import pytest

from a11y.portal.store import Database
from a11y.portal.store.search_index import search


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("Hund anmelden", "hund-anmelden"),
        ("hunde", "hund-anmelden"),
        ("Auto abmelden", "kfz-abmelden"),
        ("Mülltonne", "abfallbehaelter-tauschen"),
        ("wasseruhr ablesen", "wasserzaehlerstand-melden"),
        ("Ausweis", "personalausweis-beantragen"),
        ("lappen", "fuehrerschein-umtauschen"),
        ("Geburtsurkunde", "urkunden-bestellen"),
        ("kindergarten", "kita-platz-anmelden"),
        ("Ich möchte Akteneinsicht", "aktenauskunft"),
        ("hausbesuch", "termin-mobiler-buergerkoffer"),
        ("FIRMA GRÜNDEN", "gewerbe-anmelden"),
    ],
)
def test_the_right_service_comes_up(database: Database, query: str, slug: str) -> None:
    with database.open() as session:
        hits = search(session, query)
        assert slug in hits.slugs[:2], hits


@pytest.mark.parametrize(
    "query", ["", "   ", "der die das", "%", "'; DROP TABLE leistung; --", "🐕"]
)
def test_what_holds_no_word_finds_nothing(database: Database, query: str) -> None:
    with database.open() as session:
        assert search(session, query).slugs == ()


@pytest.mark.parametrize(
    ("query", "answered", "slug"),
    [
        ("Führerschien", "Führerschein", "fuehrerschein-umtauschen"),
        ("Personalausweiss", "Personalausweis", "personalausweis-beantragen"),
        ("Gewerbbe anmelden", "Gewerbe anmelden", "gewerbe-anmelden"),
        ("Abfalbehälter", "Abfallbehälter", "abfallbehaelter-tauschen"),
    ],
)
def test_a_slip_of_the_pen_is_understood_and_told(
    database: Database, query: str, answered: str, slug: str
) -> None:
    with database.open() as session:
        hits = search(session, query)
    assert hits.answered == answered, "a word as German writes it"
    assert hits.slugs[0] == slug
    assert not hits.partial


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("Fuehrerschein umtauschen", "fuehrerschein-umtauschen"),
        ("Muelltonne", "abfallbehaelter-tauschen"),
        ("MÜLLTONNE", "abfallbehaelter-tauschen"),
        ("muelltonne groesser", "abfallbehaelter-tauschen"),
    ],
)
def test_keyboards_without_umlauts_find_the_same(database: Database, query: str, slug: str) -> None:
    with database.open() as session:
        hits = search(session, query)
    assert hits.slugs[0] == slug
    assert hits.answered == ""


def test_words_nobody_knows_do_not_hide_the_others(database: Database) -> None:
    with database.open() as session:
        hits = search(session, "Hund anmelden xyzzyx")
        assert hits.slugs[0] == "hund-anmelden"
        assert hits.partial
        assert search(session, "xyzzyx").slugs == ()
