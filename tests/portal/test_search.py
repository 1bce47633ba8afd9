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


def test_a_slip_of_the_pen_gets_a_suggestion(database: Database) -> None:
    with database.open() as session:
        hits = search(session, "Führerschien")
        assert hits.slugs == ()
        assert hits.suggestion.startswith("fuhrerschein")
