"""Passives that neither reader nor office stands behind, and *jede* with two statements."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import accept_all, shorten, simplify


@pytest.mark.parametrize(
    "text",
    [
        "Das Führungszeugnis wird beim Bundesamt für Justiz ausgestellt.",  # there, no other office
        "In der Schule werden Feiertage beachtet.",
        "Die Schulbücher werden leihweise gegeben.",
        "Die Schulbücher werden gestellt.",
        "Mieterhöhungen müssen begründet werden.",
        "Mieterhöhungen sind schriftlich zu begründen.",
        "So werden die Betriebe entlastet.",  # by what the sentence before tells
        "So werden die Kosten gesenkt.",
        "Schwangere und stillende Frauen dürfen nicht in der Nacht beschäftigt werden.",
    ],
)
def test_where_others_act_nobody_is_put_in(text: str) -> None:
    page = f"Bitte fragen Sie uns. {text}"
    said = accept_all(page, separator="").text
    assert text in said
    assert "Das Amt " not in said


def test_a_condition_about_others_does_not_ask_the_reader() -> None:
    text = (
        "Wenn beide Eltern gestorben sind und kein Vormund benannt wurde, bestimmt das Gericht "
        "einen. Bitte wenden Sie sich an das Jugendamt."
    )
    assert "Sie haben keinen" not in accept_all(text, separator="").text
    child = "Wenn das Kind nicht abgeholt wird, rufen wir Sie an."
    assert "Das Amt holt" not in accept_all(child, separator="").text


@pytest.mark.parametrize(
    ("text", "easier"),
    [
        ("Der Antrag wird beim Bürgeramt gestellt.", "Sie stellen den Antrag beim Bürgeramt."),
        ("So wird der Antrag gestellt.", "So stellen Sie den Antrag."),
        ("Die Miete muss gezahlt werden.", "Sie müssen die Miete zahlen."),
    ],
)
def test_what_the_reader_does_stays_the_readers(text: str, easier: str) -> None:
    assert easier in accept_all(text, separator="").text


def test_it_holds_for_each_stands_behind_all_that_is_said() -> None:
    text = "Jede Firma, die hier arbeitet, zahlt eine Abgabe und meldet das dem Amt."
    assert simplify(text, separator="").sentences == (text,)  # *Diese Firma meldet* is but one
    said = accept_all(text, separator="").sentences
    assert said[-1] == "Das gilt für jede Firma."
    assert said[1:3] == ("Dann zahlt sie eine Abgabe.", "Sie meldet das dem Amt.")
    two = "Jedes Kind, das hier wohnt, bekommt einen Pass. Das Kind kann damit ins Bad gehen."
    assert "gilt für" not in accept_all(two, separator="").text


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt verspricht Hilfe, falls Sie umziehen müssen.",  # help comes then
        "Die Gewerkschaft droht mit Streik, falls die Arbeitgeber ablehnen.",
        "Die Firma kündigt Entlassungen an, wenn die Preise steigen.",
        "Sie brauchen einen Arzt, der Sie untersucht.",  # no such doctor is known
        "Sie bekommen Geld, wenn Sie die Rechnung vorlegen und noch kein Geld erhalten haben.",
    ],
)
def test_what_is_promised_or_wished_for_is_not_told_as_so(text: str) -> None:
    assert simplify(text, separator="").sentences == (text,)
    assert accept_all(text, separator="").sentences[0] == text


def test_a_threat_to_the_reader_holds_under_its_condition() -> None:
    text = "Ein Bußgeld droht, wenn Sie zu spät kommen."
    said = simplify(text, separator="").sentences
    assert said == ("Sie kommen zu spät?", "Dann droht ein Bußgeld.")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Die Autorin bekam im Mai in Berlin einen Preis, den sie ablehnte.", "abgelehnt"),
        ("Die Forscherin entdeckte ein Mittel, das gegen Krebs wirkt.", "Krebs"),
        ("Er gewann die Wahl, indem er die Stimmen fälschte.", "gefälscht"),
        ("Der Fahrer übersah einen Radfahrer, der dabei leicht verletzt wurde.", "verletzt"),
        ("Am Abend landete das Flugzeug in Köln, nachdem beide Motoren ausfielen.", "ausgef"),
        ("Er kaufte am Markt ein Los, das gewann.", "gewonnen"),
        ("Ruhe und Stille suchen viele Gäste.", "suchen"),
        ("Durch einen Trick bekam der Mann am Montag in der Stadt das Geld der Frau.", "Trick"),
        ("In den fünfziger Jahren baute die Stadt am Fluss eine neue Brücke.", "fünfziger"),
        ("Rat und Hilfe bekommen Eltern im Rathaus.", "bekommen Eltern"),
    ],
)
def test_the_shortest_text_keeps_its_message(text: str, kept: str) -> None:
    assert kept in shorten(text, separator="").text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Bei Starkregen kann es vorkommen, dass Keller volllaufen.", "Starkregen"),
        ("Der Wolf wurde ausgerottet.", "ausgerottet"),
        ("Ohne das Eingreifen der Feuerwehr wäre das Haus abgebrannt.", "wäre"),
        ("Der mutmaßliche Täter wurde gefasst.", "mutmaßliche"),
        ("Die Bank wurde reich, indem sie Geld gewaschen hat.", "So war das"),
        ("Es hat gebrannt, weil ein Kind mit Feuer gespielt hatte.", "mit Feuer gespielt"),
        ("Der Bau ruht, weil die Stadt für die Bühne kein Geld hat.", "weil"),
        ("Ein Auto hat den Radfahrer erfasst.", "erfasst"),
        ("Die Bürgermeisterin eröffnete das neue Freibad.", "eröffnet"),
        ("Mit der Trauung durch den Standesbeamten beginnt die Ehe.", "Trauung"),
        ("Ohne die Hilfe der Nachbarn hätte die Familie das Haus nicht retten können.", "Haus"),
    ],
)
def test_drafts_keep_the_word_where_the_easy_one_says_something_else(text: str, kept: str) -> None:
    said = accept_all(text, separator="").text
    assert kept in said
    assert "gilt:" not in said


def test_since_when_goes_with_the_verb() -> None:
    text = "Der Weg ist gesperrt, weil die Brücke nach dem Hochwasser unsicher ist."
    assert "Denn die Brücke ist nach dem Hochwasser unsicher." in simplify(text).sentences


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Auf Verlangen ist der Bescheid der Polizei vorzuzeigen.", "Bescheid der Polizei"),
        (
            "Wegen der Bauarbeiten fahren die Busse der Linie 5 bis zum 12. Mai nicht über den "
            "Markt.",
            "die Busse von der Linie 5",
        ),
        (
            "Die Förderung steht unter dem Vorbehalt, dass genügend Mittel da sind.",
            "unter dem Vorbehalt, dass",
        ),
        (
            "Termine, die nicht abgesagt werden, werden in Rechnung gestellt. Rufen Sie uns an.",
            "Diese Termine werden in Rechnung gestellt.",
        ),
        (
            "In diesen Fällen kann auf die Vorlage verzichtet werden. Rufen Sie uns an.",
            "verzichtet werden",
        ),
        ("Es ist möglich, dass die Schule schließt.", "Möglich ist: Die Schule schließt."),
    ],
)
def test_drafts_of_services_say_who_gets_and_who_decides(text: str, kept: str) -> None:
    assert kept in accept_all(text, separator="").text
