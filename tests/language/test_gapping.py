"""A verb that is left out is thought: each amount, hour and place keeps what it holds for."""

from __future__ import annotations

import pytest

from a11y.language import analyse
from a11y.language.analysis import Analysis, Clause, Role

PARTED = {
    "Bei 2 Hunden beträgt sie 156 Euro je Hund, ab 3 Hunden 180 Euro je Hund.": [
        "bei 2 hunden beträgt sie 156 euro je hund",
        "ab 3 hunden 180 euro je hund",
    ],
    "Die Miete kostet 10 Euro je Stunde, am Wochenende 15 Euro je Stunde.": [
        "die miete kostet 10 euro je stunde",
        "am wochenende 15 euro je stunde",
    ],
    "Erwachsene zahlen 5 Euro, Kinder 3 Euro und Gruppen ab 10 Personen 20 Euro.": [
        "erwachsene zahlen 5 euro",
        "kinder 3 euro",
        "und gruppen ab 10 personen 20 euro",
    ],
    "Es zahlen Schüler, Studenten und Azubis 3 Euro, alle anderen 5 Euro.": [
        "es zahlen schüler studenten und azubis 3 euro",
        "alle anderen 5 euro",
    ],
    "Montags ist bis 12 Uhr geöffnet, donnerstags bis 18 Uhr.": [
        "montags ist bis 12 uhr geöffnet",
        "donnerstags bis 18 uhr",
    ],
    "Wir öffnen im Sommer um 9 Uhr, im Winter um 10 Uhr.": [
        "wir öffnen im sommer um 9 uhr",
        "im winter um 10 uhr",
    ],
    "Für Sperrmüll ist Herr Krause zuständig, für Altpapier Frau Yilmaz.": [
        "für sperrmüll ist herr krause zuständig",
        "für altpapier frau yilmaz",
    ],
    "Den Antrag stellt die Mutter, die Erklärung der Vater.": [
        "den antrag stellt die mutter",
        "die erklärung der vater",
    ],
    "Montag kommt die Müllabfuhr in die Südstadt, Dienstag in die Nordstadt.": [
        "montag kommt die müllabfuhr in die südstadt",
        "dienstag in die nordstadt",
    ],
    "Die Gebühr soll 10 Euro, am Wochenende 15 Euro betragen.": [
        "die gebühr soll 10 euro betragen",
        "am wochenende 15 euro",
    ],
    "Der erste Hund kostet 60 Euro im Jahr, der zweite 90 Euro und jeder weitere 120 Euro.": [
        "der erste hund kostet 60 euro im jahr",
        "der zweite 90 euro",
        "und jeder weitere 120 euro",
    ],
    "Für Hunde ist das Ordnungsamt zuständig und für Wildtiere die Jagdbehörde.": [
        "für hunde ist das ordnungsamt zuständig",
        "und für wildtiere die jagdbehörde",
    ],
    "Das Seminar findet am 3. Mai in Bonn und am 10. Mai in Köln statt.": [
        "das seminar findet am 3. mai in bonn statt",
        "und am 10. mai in köln",
    ],
    "Die Leihfrist beträgt für Bücher vier Wochen, für DVDs und CDs eine Woche.": [
        "die leihfrist beträgt für bücher vier wochen",
        "für dvds und cds eine woche",
    ],
    "Die Gebühr wird mit 20 Euro berechnet, bei Eilanträgen mit 35 Euro.": [
        "die gebühr wird mit 20 euro berechnet",
        "bei eilanträgen mit 35 euro",
    ],
    "Anträge stellen die Eltern beim Jugendamt, die Schulen beim Schulamt.": [
        "anträge stellen die eltern beim jugendamt",
        "die schulen beim schulamt",
    ],
    "Die Grundsteuer A gilt für Äcker, die Grundsteuer B für bebaute Grundstücke.": [
        "die grundsteuer a gilt für äcker",
        "die grundsteuer b für bebaute grundstücke",
    ],
}

WHOLE = [
    "Sie brauchen 2 Fotos, den Ausweis und den Antrag.",
    "Das Amt ist montags bis 12 Uhr, dienstags bis 16 Uhr geöffnet.",
    "Die Gebühr beträgt 30 Euro, davon 10 Euro für Porto.",
    "Kinder dürfen nicht bis 20 Uhr bleiben, am Freitag bis 22 Uhr.",
    "Sie erreichen uns von Montag bis Freitag, von 8 bis 12 Uhr.",
    "Bringen Sie Ihren Ausweis, ein Foto in Farbe und 20 Euro mit.",
    "Der Kurs kostet 20 Euro, zuzüglich 5 Euro für das Buch.",
    "Wir beraten Sie am Montag, dem 3. Mai, im Rathaus.",
    "Dazu gibt es Karten, Listen, Hinweise zum Haus und das Heft zum Kurs.",
    "Das Team ist zuständig für Wohngeld, Pflege und Hilfen für Familien.",
    "Für die Stadt war das Fest mit Musik und Tanz ein Gewinn.",
    "Viele sahen den Umzug, die Wagen, den Prinzen und den Elferrat.",
    "Das Bürgerbüro bietet Beratung und Hilfe für Familien an.",
    "Der Markt entfällt am 1. Mai, am 9. Mai und am 30. Mai.",
    "Der Antrag der Mutter, die Erklärung der Eltern und der Ausweis fehlen.",
]


def _own_words(analysis: Analysis, clause: Clause) -> str:
    words = [analysis.tokens[index] for index in clause.tokens]
    return " ".join(word.text.lower() for word in words if word.pos != "PUNCT")


@pytest.mark.parametrize(("text", "clauses"), PARTED.items())
def test_each_has_its_own_clause(text: str, clauses: list[str]) -> None:
    analysis = analyse(text)
    assert [_own_words(analysis, clause) for clause in analysis.clauses] == clauses
    assert len({clause.predicate for clause in analysis.clauses}) == 1


@pytest.mark.parametrize("text", WHOLE)
def test_lists_and_additions_stay_one_clause(text: str) -> None:
    assert len(analyse(text).clauses) == 1


def test_a_phrase_takes_the_part_of_the_one_that_it_replaces() -> None:
    analysis = analyse("Den Antrag stellt die Mutter, die Erklärung der Vater.")
    roles = {p.role: analysis.words(p.tokens) for p in analysis.clauses[1].participants}
    assert roles == {Role.SUBJECT: "der Vater", Role.DIRECT_OBJECT: "die Erklärung"}


def test_what_nothing_replaces_is_shared() -> None:
    analysis = analyse("Für Sperrmüll ist Herr Krause zuständig, für Altpapier Frau Yilmaz.")
    shared = [p for p in analysis.clauses[1].participants if p.shared]
    assert [analysis.words(p.tokens) for p in shared] == ["zuständig"]
    analysis = analyse("Einwohner können das Lager ab Mai buchen, Auswärtige ab Juni.")
    shared = [p for p in analysis.clauses[1].participants if p.shared]
    assert [analysis.words(p.tokens) for p in shared] == ["das Lager"]


def test_an_adverb_of_days_is_no_part_of_the_quality() -> None:
    analysis = analyse("Das Bad ist montags offen, die Halle dienstags.")

    for clause, day in zip(analysis.clauses, ("montags", "dienstags"), strict=True):
        said = [p for p in clause.participants if p.role is Role.PREDICATIVE]
        assert [analysis.words(p.tokens) for p in said] == ["offen"]
        assert [analysis.words(a.tokens) for a in clause.adverbials] == [day]
