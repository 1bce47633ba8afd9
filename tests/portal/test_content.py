"""The demo city's own texts."""

from __future__ import annotations

import re

import pytest

from a11y.paths import content_dir
from a11y.portal.content import Leistung, load_site, read_path
from a11y.portal.content.blocks import BlockKind, blocks, easy_blocks

SERVICES = read_path(content_dir())


def test_the_twelve_services_are_there() -> None:
    assert {service.slug for service in SERVICES} == {
        "personalausweis-beantragen",
        "fuehrerschein-umtauschen",
        "gewerbe-anmelden",
        "kfz-abmelden",
        "urkunden-bestellen",
        "hund-anmelden",
        "hund-abmelden",
        "wasserzaehlerstand-melden",
        "abfallbehaelter-tauschen",
        "kita-platz-anmelden",
        "aktenauskunft",
        "termin-mobiler-buergerkoffer",
    }


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.slug)
def test_a_service_has_the_modules_and_the_length_of_a_real_one(service: Leistung) -> None:
    words = sum(len(modul.text.split()) for modul in service.module)

    assert 150 <= words <= 400
    assert {modul.key for modul in service.module} >= {
        *("volltext", "voraussetzungen", "unterlagen", "kosten", "fristen"),
        *("bearbeitungsdauer", "verfahrensablauf", "ansprechpunkt", "rechtsgrundlagen"),
    }
    assert service.kontakt
    assert service.kontakt.email.endswith(".example")
    assert service.kontakt.telefon.startswith("0221 4710"), "a range kept for films"


def test_bitv_4_has_its_four_contents_in_both_forms() -> None:
    parts = load_site().bitv4.abschnitte

    assert [part.slug for part in parts] == [
        "inhalt",
        "navigation",
        "barrierefreiheit",
        "weitere-inhalte",
    ]
    for part in parts:
        assert part.leicht
        assert part.dgs


def test_leichte_sprache_of_the_start_page_keeps_its_rules() -> None:
    lines = [
        line
        for part in load_site().bitv4.abschnitte
        for text in part.leicht
        for line in text.splitlines()
    ]
    for line in lines:
        assert len(line.split()) <= 12, line
        assert not re.search(r"\b(z\.B\.|bzw\.|usw\.)", line)
        assert line.count(",") <= 1


def test_the_statement_names_what_the_law_wants() -> None:
    text = " ".join(part.text for part in load_site().seiten["barrierefreiheit"].abschnitte)

    for phrase in ("teilweise vereinbar", "2016/2102", "erstellt", "Selbstbewertung", "Grund:"):
        assert phrase in text
    assert "[" not in text, "left-over of the model text"


def test_text_becomes_paragraphs_lists_and_steps() -> None:
    found = blocks("Ein Satz.\nNoch einer.\n\n- eins\n- zwei\n  weiter\n\n1. erst\n2. dann")

    assert [(block.kind, block.lines) for block in found] == [
        (BlockKind.PARAGRAPH, ("Ein Satz. Noch einer.",)),
        (BlockKind.LIST, ("eins", "zwei weiter")),
        (BlockKind.STEPS, ("erst", "dann")),
    ]


def test_easy_sentences_of_an_item_stay_in_the_item() -> None:
    (block,) = easy_blocks(
        ["1. Füllen Sie das Formular aus.", "Das geht online.", "2. Warten Sie."]
    )

    assert block.kind is BlockKind.STEPS
    assert block.items == (
        ("Füllen Sie das Formular aus.", "Das geht online."),
        ("Warten Sie.",),
    )
