"""Noun phrases, verb forms, compounds, glossary."""

from __future__ import annotations

import re

import pytest

from a11y.language import analyse
from a11y.simple_language import glossary
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.model import Level
from a11y.simple_language.readability import zipf
from a11y.simple_language.simplify import accept_all, simplify
from a11y.simple_language.view import View, views
from a11y.simple_language.words.easy_words import replacements
from a11y.simple_language.words.segmentation import parted, visible


def _view(text: str) -> View:
    (view,) = views(analyse(text), level=Level.LEICHT)
    return view


@pytest.mark.parametrize(
    ("genitive", "dative"),
    [
        ("des neuen Antrags", "dem neuen Antrag"),
        ("eines Kindes", "einem Kind"),
        ("Ihrer neuen Wohnung", "Ihrer neuen Wohnung"),
        ("der Kinder", "den Kindern"),
        ("des Familiengerichts", "dem Familiengericht"),
        ("des Namens", "dem Namen"),
    ],
)
def test_genitive_to_dative(genitive: str, dative: str) -> None:
    view = _view(f"Die Höhe {genitive} ist bekannt.")
    phrase = nominal.phrase_at(view, 2)
    assert phrase is not None
    assert nominal.in_case_from(phrase, "Gen", "Dat") == dative


def test_a_finished_text_is_parted_for_the_eye() -> None:
    text = "Sie brauchen eine Geburtsurkunde. Fragen Sie unter www.geburtsurkundenstelle.example."
    assert visible(text) == text.replace("eine Geburtsurkunde", "eine Geburts·urkunde")
    assert visible("Das Amt ist in der Bahnhofsvorplatzstraße.") == (
        "Das Amt ist in der Bahnhofsvorplatzstraße."
    )


def test_agreement_is_seen() -> None:
    right, wrong = _view("Der neue Antrag fehlt."), _view("Die neue Antrag fehlt.")
    for view, expected in ((right, True), (wrong, False)):
        phrase = nominal.phrase_at(view, 0)
        assert phrase is not None
        assert nominal.agree(phrase) is expected


@pytest.mark.parametrize(
    "text", ["Das ist die Wohnung lieber Großmutter.", "Die Straßen alten Paris liegen am Fluss."]
)
def test_a_noun_of_no_known_gender_is_read_and_stays(text: str) -> None:
    assert simplify(text).text == accept_all(text).text == text


def test_verb_forms() -> None:
    assert verbal.present("anmelden", "S3") == ("meldet", "an")
    assert verbal.present("müssen", "P3") == ("müssen", "")
    assert verbal.participle("anmelden") == "angemeldet"
    assert verbal.perfect_auxiliary("ablaufen", "S3") == "ist"
    assert verbal.present("quorpen", "S3") is None


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Geburtsurkunde", "Geburts·urkunde"),
        ("Führerscheinstelle", "Führerschein·stelle"),
        ("Arbeitslosengeld", "Arbeitslosen·geld"),
        ("Zulassungsbescheinigung", "Zulassungs·bescheinigung"),
        ("Versicherungen", "Versicherungen"),
        ("krankenversichert", "kranken·versichert"),
        ("Antragsberechtigt", "Antrags·berechtigt"),
        ("Zusammenarbeit", "Zusammen·arbeit"),
        ("zurückschicken", "zurück·schicken"),
        ("wahrscheinlich", "wahr·scheinlich"),
        ("unterschiedlich", "unterschiedlich"),
        ("Voraussetzungen", "Voraussetzungen"),
        ("Niederlassung", "Niederlassung"),
        ("vorübergehend", "vorübergehend"),
        ("Baugenehmigungen", "Bau·genehmigungen"),
        ("Baugrundstücke", "Bau·grundstücke"),
        ("Bausparvertrag", "Bauspar·vertrag"),
        ("Bushaltestelle", "Bus·haltestelle"),
        ("Ehepartnerinnen", "Ehe·partnerinnen"),
        ("Weiterbehandlung", "Weiter·behandlung"),
        ("Wiedergutmachung", "Wieder·gutmachung"),
        ("Wiederholungen", "Wiederholungen"),
        ("selbstständigen", "selbst·ständigen"),
        ("Hörbehinderungen", "Hör·behinderungen"),
        ("Artikelgesetze", "Artikel·gesetze"),
        ("grenzüberschreitende", "grenz·überschreitende"),
        ("energieeffizienten", "energie·effizienten"),
        ("Herausforderung", "Herausforderung"),
    ],
)
def test_compounds_for_the_eye(word: str, pieces: str) -> None:
    assert "·".join(parted(word)) == pieces


def test_parts_between_hyphens_show_their_own_seams() -> None:
    text = "Das Berufsbildungs- und Jugendhilfezentrum hilft. Ihr Daueraufenthalt-EU gilt."
    assert "Berufs·bildungs-" in simplify(text, separator="·").text
    assert "Dauer·aufenthalt-EU" in simplify(text, separator="·").text


def test_glossary_is_large_and_easy() -> None:
    terms = glossary.load()
    assert len(terms) >= 300
    for term in terms.values():
        for sentence in glossary.sentences(term):
            assert sentence.endswith("."), term.lemma
            assert len(sentence.split()) <= glossary.MAX_WORDS, sentence
            assert not re.search(r"\d|\(|;", sentence), sentence
        assert len(glossary.sentences(term)) <= 2, term.lemma


@pytest.mark.parametrize(
    ("word", "meant", "other"),
    [
        (
            "Zulassung",
            "Für das Fahrzeug fehlt die Zulassung.",
            "Für das Studium fehlt die Zulassung.",
        ),
        ("Nachlass", "Die Kinder erben den Nachlass.", "Kunden bekommen einen Nachlass."),
        ("Überweisung", "Zahlen Sie mit einer Überweisung.", "Der Arzt schreibt die Überweisung."),
        ("Verarbeitung", "Die Verarbeitung der Daten ist sicher.", "Die Verarbeitung von Holz."),
        ("Satzung", "Die Stadt ändert ihre Satzung.", "Der Verein ändert seine Satzung."),
    ],
)
def test_a_word_is_explained_only_where_it_says_that(word: str, meant: str, other: str) -> None:
    explanation = glossary.sentences(glossary.load()[word])[0]
    assert explanation in simplify(meant, explain=True).sentences
    assert explanation not in simplify(other, explain=True).sentences


@pytest.mark.parametrize("kind", ["verbs", "words", "adjectives", "nouns"])
def test_no_easy_word_is_clearly_rarer_than_its_hard_one(kind: str) -> None:
    pairs = {a: b for a, b in replacements()[kind]["safe"].items() if " " not in a + b}
    pairs = {a: b for a, b in pairs.items() if b != "besonder"}  # counted with its endings only
    assert {a: b for a, b in pairs.items() if zipf(b) < zipf(a) - 0.5} == {}


@pytest.mark.parametrize("kind", ["verbs", "words", "adjectives", "nouns"])
def test_a_hard_word_is_either_safe_or_a_matter_for_an_editor(kind: str) -> None:
    tables = replacements()[kind]
    assert not set(tables["safe"]) & set(tables.get("unsafe", ()))
    assert not set(tables["safe"]) & set(tables.get("attributive", ()))


@pytest.mark.parametrize("kind", ["verbs", "words", "adjectives", "nouns"])
def test_no_easy_word_is_itself_a_hard_one(kind: str) -> None:
    safe = replacements()[kind]["safe"]
    assert {a: b for a, b in safe.items() if b in safe} == {}
