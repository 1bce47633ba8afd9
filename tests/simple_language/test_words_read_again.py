"""Words, adjectives and prepositions read by a second author: what stays and what changes."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import simplify, suggest

_STAYS = (
    # another sense beside its neighbours
    "Der Antrag kann unter anderem Namen gestellt werden.",
    "Der Bus fährt 14-tägig montags.",
    "Sie kommt montags in geraden Wochen.",
    "Im übrigen Land gilt die Regel nicht.",
    "Die Regeln sind im Wesentlichen gleich.",
    "Die Maßnahme ist zunächst bis Mai gültig.",
    "Anschließend an das Konzert gibt es Tanz.",
    "Das Angebot geht weit darüber hinaus.",
    "Sie müssen den Vertrag fristgerecht kündigen.",
    "Niemand ist vollkommen.",
    "Die stufenweise Wiedereingliederung dauert 6 Wochen.",
    "Das ist nicht selbstverständlich.",
    "Sowie er kommt, beginnen wir.",
    "Ausweis oder Pass sowie ein Foto sind nötig.",
    "Die Besucher wurden zahlreicher.",
    "Das rührt noch daher.",
    "Von daher ist alles klar.",
    "Fragen von Belang sind selten.",
    "Er schreibt mit linker Hand.",
    "Die Sanierung steht unmittelbar bevor.",
    "Er gewann knapp 3:2.",
    "In den USA wurde bundesweit gewählt.",
    "Wir danken Ihnen schon im Voraus.",
    "Der Betrag hängt in hohem Maße ab.",
    # a participle, an adverb or an idiom and no quality
    "Das hat mir den Tag verdorben.",
    "Der Lärm hat die Tiere verängstigt.",
    "Sie hat sich köstlich amüsiert.",
    "Er war schrecklich gern dort.",
    "Das Essen war alles andere als hervorragend.",
    "Wir versuchen, Ihnen die Stadt schmackhaft zu machen.",
    # another quality beside these nouns
    "Aus vergangenen Fehlern lernen wir.",
    "Er ist dem kommenden Zorn entflohen.",
    "Sie hat geringe Kenntnisse.",
    "Die Folge ist ein finsterer Blick.",
    "Eine unterschiedliche Behandlung ist verboten.",
    "Die Klage ist zulässig.",
    "Der damalige Bürgermeister hat das Haus gebaut.",
    "Es ist wünschenswert, dass viele kommen.",
    "Außergewöhnliche Belastungen senken die Steuer.",
    "Die sämtlichen Kosten trägt die Stadt.",
    "Er macht sich rar.",
    "Pechschwarzer Humor gefällt ihm.",
    "Die entscheidende Frage ist das Geld.",
    # no word of its own, or with one that changes it
    "Die Kinder kommen halb- oder ganztägig.",
    "Sie müssen ein- oder mehrmals im Jahr kommen.",
    "Sowohl die Eltern sowie die Kinder kommen.",
    "In nächster Zeit gibt es keine Termine.",
    "Der Preis gilt ausschließlich der Mehrwertsteuer.",
    "Die Schmerzen sind vorübergehend.",
    "Das Amt ist postalisch erreichbar.",
    "Sie wohnen seit 5 Jahren ununterbrochen hier.",
    "Unter ferner liefen.",
    "Die Verfahren sind fristgerecht durchzuführen.",
    "Der Unterschied ist statistisch signifikant.",
    "Komplexe Strukturen gibt es.",
    "Grundlegende Funktionen gibt es.",
    "Demgegenüber stehen hohe Kosten.",
    "Die alte Regel entfällt zugunsten der neuen Regel.",
    # *Art* is no article of a law, *Max* is a name
    "Wir verkaufen Waren aller Art.",
    # law: what the short word makes stronger, weaker or another thing
    "Gemäß der Untersuchung ist der Stoff giftig.",
    "Aufgrund des Gesetzes zahlen Sie nichts.",
    "Im Rahmen der Verfassung ist das erlaubt.",
    "Im Rahmen von Gesetzen ist das erlaubt.",
    "Im Fall der Familie Berg hat das Amt geholfen.",
    "Das Dorf liegt unterhalb der Burg.",
    "Das Testament ist eigenhändig geschrieben.",
)


@pytest.mark.parametrize("text", _STAYS)
def test_stays(text: str) -> None:
    assert simplify(text).text.strip() == text


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        (
            "Die Bibliothek öffnet freitags um 9 Uhr.",
            "Die Bibliothek öffnet jeden Freitag um 9 Uhr.",
        ),
        ("Verdorbenes Fleisch ist gefährlich.", "Schlechtes Fleisch ist gefährlich."),
        ("In den kommenden Jahren wird gebaut.", "In den nächsten Jahren wird gebaut."),
        (
            "In den vergangenen Jahren wurde viel gebaut.",
            "In den letzten Jahren wurde viel gebaut.",
        ),
        ("Sie zahlen die Miete im Voraus.", "Sie zahlen die Miete vorher."),
        ("Zunächst stellen Sie einen Antrag.", "Zuerst stellen Sie einen Antrag."),
        (
            "Der Antrag muss fristgerecht gestellt werden.",
            "Der Antrag muss pünktlich gestellt werden.",
        ),
        ("Die Miete wurde nicht fristgerecht bezahlt.", "Die Miete wurde nicht pünktlich bezahlt."),
        ("Das ist eine komplexe Aufgabe.", "Das ist eine schwierige Aufgabe."),
        ("Das Thema ist komplex.", "Das Thema ist schwierig."),
        ("Die Kosten sind signifikant gestiegen.", "Die Kosten sind deutlich gestiegen."),
        ("Das ist vollkommen klar.", "Das ist ganz klar."),
        ("Die Gebühr wird stufenweise erhöht.", "Die Gebühr wird Schritt für Schritt erhöht."),
        ("Das ist für uns von Belang.", "Das ist für uns wichtig."),
        ("Linker Hand liegt das Rathaus.", "Links liegt das Rathaus."),
        ("Das Parken ist hier zulässig.", "Das Parken ist hier erlaubt."),
        ("Sie hat ein geringes Einkommen.", "Sie hat ein kleines Einkommen."),
        ("Ein finsterer Raum ist nicht gut.", "Ein dunkler Raum ist nicht gut."),
        ("Der Rest beträgt somit 20 Euro.", "Der Rest beträgt also 20 Euro."),
        ("Knapp 30 Menschen kommen.", "Fast 30 Menschen kommen."),
        ("Die Regel gilt bundesweit.", "Die Regel gilt in ganz Deutschland."),
        ("Die Bahn fährt zweimal stündlich.", "Die Bahn fährt zweimal in der Stunde."),
        ("In nächster Zeit gibt es Termine.", "Bald gibt es Termine."),
        ("Häufig sind die Kinder krank.", "Oft sind die Kinder krank."),
        ("Sämtliche Kosten trägt die Stadt.", "Alle Kosten trägt die Stadt."),
        ("Lt. Satzung zahlen Sie 5 Euro.", "Laut Satzung zahlen Sie 5 Euro."),
        (
            "Mind. 3 und max. 10 Personen nehmen teil.",
            "Mindestens 3 und höchstens 10 Personen nehmen teil.",
        ),
        (
            "Der Kurs ist Mo.-Fr. von 9-12 Uhr.",
            "Der Kurs ist Montag bis Freitag von 9 bis 12 Uhr.",
        ),
        ("Max. Er kommt.", "Max.\nEr kommt."),
        ("Gehen Sie anderswo hin.", "Gehen Sie woanders hin."),
        ("Melden Sie den Fund unverzüglich.", "Melden Sie den Fund so schnell wie möglich."),
        ("Gemäß der neuen Satzung zahlen Sie nichts.", "Nach der neuen Satzung zahlen Sie nichts."),
        ("Aufgrund des Unfalls ist die Straße zu.", "Wegen des Unfalls ist die Straße zu."),
        ("Im Rahmen von Prüfungen fragt das Amt nach.", "Bei Prüfungen fragt das Amt nach."),
        ("Im Falle von Krankheit rufen Sie an.", "Bei Krankheit rufen Sie an."),
    ],
)
def test_changes(text: str, easy: str) -> None:
    assert simplify(text).text.strip() == easy


def test_what_counts_is_not_called_strong() -> None:
    found = suggest("Maßgeblich ist das Datum der Abgabe.")
    assert [one for one in found if one.rule == "hard-word" and one.replacement == "Stark"] == []
