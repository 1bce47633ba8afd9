"""Easy words where the hard one must stay: said of another thing, wider, a name, another sense."""

from __future__ import annotations

import pytest

from a11y.simple_language import simplify, suggest
from a11y.simple_language.words.easy_words import noun_places, replacements


def _words(text: str, *, unattended: bool) -> str:
    """The text with every easy noun and easy word that is written (unattended) or proposed."""
    found = [
        one
        for one in suggest(text)
        if one.rule in ("hard-noun", "hard-word")
        and one.replacement is not None
        and (one.safe or not unattended)
    ]
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + (one.replacement or "") + text[one.end :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        # the easy word stands there for another thing
        "Die Broschüre liegt aus, das Heft nicht.",
        "Der Fahrstuhl steht, der Aufzug im Hof fährt.",
        "Das Themengebiet ist groß, das Thema auch.",
        "Wählen Sie den Farbton und die Farbe.",
        "Die Wohnadresse ist eine andere als die Postadresse.",
        "Wir nehmen Geldspenden, aber keine Sachspenden.",
        "Die Regel ist schwierig, aber nicht komplex.",
        "Der Plan ist wichtig, aber nicht essentiell.",
        "Nicht alle riskanten Sportarten sind gefährlich.",
        "Er ist weltbekannt und sehr bekannt.",
        # less than *sehr*, or more cases
        "Die Bäder sind nicht überfüllt.",
        "Das ist nicht lebensnotwendig.",
        "Nur winzige Mengen sind erlaubt.",
        "Wenn das Kind schwerkrank ist, rufen Sie an.",
        "Ist das Kind schwerkrank, rufen Sie an.",
        "Bei lebenswichtigen Medikamenten gilt eine Ausnahme.",
        "Bei Starkregen bleibt das Bad zu.",
        "Bei einem Großbrand hilft das THW.",
        # names
        "Steigen Sie an der Haltestelle Stadtmitte aus.",
        "Die Linie 2 fährt bis Stadtmitte.",
        "Frau Kuvert hilft Ihnen.",
        "Familie Gendarm wohnt hier.",
        "Die Straße Am Firmament ist zu.",
        "Das Hotel Residenz am Eiland ist zu.",
        "Das Lichtspielhaus Lübeck ist zu.",
        "Das Wort Fete bedeutet Feier.",
        "Man schreibt Portemonnaie mit e.",
        "Das Kloster Maria Wonne ist alt.",
        "Die Partei Referendum ist neu.",
        "Das Amt für Kooperation hilft.",
        "Das Bundesgesetz über die Immigration gilt.",
        # another sense
        "Am Lebensende brauchen viele Menschen Pflege.",
        "Nach der Pensionierung fand sie Zeit.",
        "Die depressive Verstimmung dauert lange.",
        "Die Zuwanderung aus der Umgebung wächst.",
        "Sie traf ihre Geschäftspartnerin.",
        "Die Mannschaft will Revanche.",
        "Unter diesem Gesichtspunkt ist der Plan gut.",
        "Das Haupthaar ist grau.",
        "Es ist das Kuvert, das fehlt.",
        "Die erste oder zweite Etage ist frei.",
        "Eine der Broschüren fehlt.",
        "Welche der Etagen ist frei?",
        "Unterlassene Hilfeleistung ist strafbar.",
        "Die Schilderung des Zeugen ist kurz.",
        "Mit der Trauung durch den Standesbeamten sind Sie verheiratet.",
        "Der Wohnungssektor wächst.",
        "Nennen Sie Ihre Hausanschrift.",
        "Der damals amtierende Bürgermeister half.",
        "Eine erstmalige Anmeldung ist kostenlos.",
        "Mein verstorbener Mann war Beamter.",
        "Der gewöhnliche Aufenthalt liegt in Kiel.",
        "Ungeeignete Bewerber bekommen einen Brief.",
        "Unvorhergesehene Kosten zahlt der Mieter.",
        "Optional können Sie eine Kopie bringen.",
        "Der Boden ist trügerisch.",
        "Er wurde für verschollen erklärt.",
        "Das ist eine Unannehmlichkeit.",
        "Der Antrag wird wohlwollend gelesen.",
        "Ein tüchtiger Schluck hilft.",
        "Unentgeltliche Arbeit ist selten.",
        "Die physische Karte ist weg.",
        "Er hat lückenlos gearbeitet.",
        "Radfahrer fahren auf der Fahrbahn.",
    ],
)
def test_the_hard_word_stays(text: str) -> None:
    assert _words(text, unattended=False) == text


@pytest.mark.parametrize(
    "text",
    [
        "Kinderbetreuungseinrichtungen haben eigene Regeln.",
        "Der beleibte Herr ist da.",
        "Das Paar ist zahlungsunfähig.",
        "Die gewöhnliche Waldmaus ist grau.",
        "Die voraussichtliche Dauer steht im Brief.",
        "Die verstorbene Person wohnte in Kiel.",
        "Seine Klientin kommt am Montag.",
        "Die Waffenruhe gilt seit Montag.",
        "Ihre Wohnanschrift fehlt.",
        "Die Stelle ist eine Parkmöglichkeit.",
        "Mittellose Personen zahlen nichts.",
        "Das Wetter ist trist.",
        "Das Kleid ist unvorteilhaft.",
        "Die leichtfertige Verkürzung von Steuern ist selten.",
        "Die Feier war ein Desaster.",
        # a pronoun in the next sentence
        "Die Broschüre ist neu. Sie kostet nichts.",
        "Das Notebook ist neu. Es kostet 300 Euro.",
        "Der Jähzorn ist bekannt.",
        "Die Ruptur wird operiert.",
    ],
)
def test_the_easy_word_is_only_proposed(text: str) -> None:
    assert _words(text, unattended=True) == text
    assert _words(text, unattended=False) != text


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Das Rathaus liegt in der Stadtmitte.", "Das Rathaus liegt in der Innenstadt."),
        ("Die Bäder sind überfüllt.", "Die Bäder sind sehr voll."),
        ("Die umgehende Zahlung ist Pflicht.", "Die sofortige Zahlung ist Pflicht."),
        ("Ein lückenloser Nachweis fehlt.", "Ein vollständiger Nachweis fehlt."),
        ("Die Angabe ist optional.", "Die Angabe ist freiwillig."),
        ("Der Bildungssektor wächst.", "Der Bildungsbereich wächst."),
        ("Der Fahrstuhl ist zu.", "Der Aufzug ist zu."),
        ("Ob das Bad öffnet, ist fraglich.", "Ob das Bad öffnet, ist unklar."),
        # what it is, and who is acted on, is no object
        ("Die Metropole Berlin ist groß.", "Die Großstadt Berlin ist groß."),
        ("Eine Menge Reklame ist da.", "Eine Menge Werbung ist da."),
        ("Auf Seite 3 steht die Anschrift.", "Auf Seite 3 steht die Adresse."),
        ("Der Verein für Flugsport hat ein Areal.", "Der Verein für Flugsport hat ein Gelände."),
        ("Ihr gehört eine Geldbörse.", "Ihr gehört ein Geldbeutel."),
        ("Die Broschüre ist neu. Sie können kommen.", "Das Heft ist neu. Sie können kommen."),
        ("Das ist keine Fehlentscheidung.", "Das ist kein Fehler."),
        ("Der Grund war eine Fehlentscheidung.", "Der Grund war ein Fehler."),
        ("Das Geschenk ist ein Notebook.", "Das Geschenk ist ein Laptop."),
        ("Gestern wurde eine Geldbörse gefunden.", "Gestern wurde ein Geldbeutel gefunden."),
        ("Sie bekommen ein Notebook.", "Sie bekommen einen Laptop."),
    ],
)
def test_elsewhere_the_easy_word_is_written(text: str, easy: str) -> None:
    assert _words(text, unattended=True) == easy


def test_places_name_nouns_of_the_table() -> None:
    hard = {noun for group in replacements()["nouns"].values() for noun in group}
    assert noun_places().keys() <= hard


def test_an_easy_verb_that_stands_for_another_doing_is_not_written() -> None:
    text = "Sie sollen den Antrag nicht schicken, sondern übermitteln."
    assert not [one for one in suggest(text) if one.rule == "hard-verb" and one.replacement]
    text = "Sie sollen den Antrag übermitteln."
    assert [one for one in suggest(text) if one.rule == "hard-verb" and one.replacement]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Der Film „Der Chauffeur“ ist neu.", "Der Film Der Chauffeur ist neu."),
        ("Der Begriff „Ehegatte“ ist neu.", "Der Begriff Ehegatte ist neu."),
        ("Das Lied „Tag für Tag“ ist neu.", "Das Lied Tag für Tag ist neu."),
        ("Er sagt: „Ich kapiere das nicht.“", "Er sagt: Ich kapiere das nicht."),
    ],
)
def test_words_that_stood_in_quotation_marks_stay(text: str, bare: str) -> None:
    assert " ".join(simplify(text).sentences) == bare
