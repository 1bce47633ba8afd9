"""Clauses are found where commas or joints are unusual."""

from __future__ import annotations

import pytest

from a11y.language import analyse


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("Wenn Sie das Amt betreten finden Sie einen Automaten.", ["betreten", "finden"]),
        ("Das ist ein Haus das gerade renoviert wird.", ["sein", "renovieren"]),
        (
            "sie müssen den antrag stellen wenn sie umziehen dann bekommen sie einen bescheid",
            ["stellen", "umziehen", "bekommen"],
        ),
        ("Ich hoffe ich muss das nicht zweimal machen.", ["hoffen", "machen"]),
        ("Einen Arzt zu finden war nicht einfach.", ["finden", "sein"]),
        (
            "Die Anträge werden geprüft, gespeichert und gelöscht.",
            ["prüfen", "speichern", "löschen"],
        ),
        (
            "Sie müssen den Antrag abholen, ausfüllen und abgeben.",
            ["abholen", "ausfüllen", "abgeben"],
        ),
        ("Er sagt, dass A gilt und dass B endet.", ["sagen", "gelten", "enden"]),
        ("Das ist gut, aber wenn es regnet, fällt es aus.", ["sein", "ausfallen", "regnen"]),
        ("Das Amt hat zu.", ["zuhaben"]),
        ("Der Termin wird bekannt gegeben.", ["bekanntgeben"]),
        ("Er fragt, ob sie bereit ist zu kandidieren.", ["fragen", "sein", "kandidieren"]),
        (
            "Für Kinder, die noch nicht (gut) lesen und schreiben können, gibt es einen Kurs.",
            ["geben", "lesen", "schreiben"],
        ),
        (
            "Wenn Sie A abmelden möchten, aber den Schein verloren haben, rufen Sie an.",
            ["abmelden", "verlieren", "anrufen"],
        ),
        (
            "Es gibt Schulen, die auf einen Beruf vorbereiten oder an denen man mehr lernt.",
            ["geben", "vorbereiten", "lernen"],
        ),
        ("Sie können tätig werden und Kontakt bekommen.", ["werden", "bekommen"]),
        ("Während des Umbaus können Sie warten, bis wir öffnen.", ["warten", "öffnen"]),
        ("Ehe Sie unterschreiben, prüfen Sie alles.", ["unterschreiben", "prüfen"]),
        ("Damit Ihr Brief rechtzeitig ankommt, gehen Sie früh.", ["ankommen", "gehen"]),
        ("Wichtig: Bringen Sie den Pass mit.", ["", "mitbringen"]),
        ("HUNDE SIND AN DER LEINE ZU FÜHREN", ["führen"]),
        ("Lesen, prüfen und zahlen müssen Sie selbst.", ["lesen", "prüfen", "zahlen"]),
        ("Halten und parken dürfen Sie hier nicht.", ["halten"]),
        ("Geprüft wird auch, ob Sie Geld haben.", ["prüfen", "haben"]),
        ("Der Antrag ist da; Belege, die fehlen, folgen.", ["sein", "folgen", "fehlen"]),
        ("Liebe Eltern, das Kind kommt bald.", ["", "kommen"]),
        ("Gern beraten wir Sie, wenn Sie kommen.", ["beraten", "kommen"]),
        ("Der Prüfer misst und überprüft Ihre Anlage.", ["messen", "überprüfen"]),
        ("Die Gebühr ist bei der Abholung in bar oder mit Karte zu zahlen.", ["zahlen"]),
        ("Der Brief ist schriftlich und mit Datum einzureichen.", ["einreichen"]),
        ("Der Brief ist bei der Stadt Aue, Am Ring 1, einzulegen.", ["einlegen"]),
        ("Sie können anrufen, ausdrucken müssen Sie nichts.", ["anrufen", "ausdrucken"]),
        ("Bringen Sie den Pass mit, ohne ihn ist das Bad zu.", ["mitbringen", "sein"]),
        ("Die Karte gilt ein Jahr, bei Verlust ändert sich die Frist.", ["gelten", "ändern"]),
        ("Sie gilt ein Jahr, bei Verstößen verlängert sich die Frist.", ["gelten", "verlängern"]),
        (
            "Leute, die den Kurs besucht haben und allein leben, zahlen nichts.",
            ["zahlen", "besuchen", "leben"],
        ),
        (
            "Beachten Sie, dass das Rauchen verboten ist und Räder entfernt werden.",
            ["beachten", "verbieten", "entfernen"],
        ),
    ],
)
def test_clauses_where_commas_or_joints_are_unusual(text: str, predicates: list[str]) -> None:
    assert [clause.predicate for clause in analyse(text).clauses] == predicates


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Als Mensch mit Behinderung können Sie Geld bekommen.", "KOKOM"),
        ("Als Ausgleich für den Baum kann das Amt einen neuen Baum verlangen.", "KOKOM"),
        ("Bis dahin müssen Sie etwas machen.", "APPR"),
        ("Seit dem Jahr 2021 gilt:", "APPR"),
        ("Als Kinder im Hof spielten, kam die Polizei.", "KOUS"),
        ("Als die Stadt wuchs, kamen viele Menschen.", "KOUS"),
        ("Bis Kinder in die Schule kommen, zahlt die Stadt.", "KOUS"),
    ],
)
def test_what_stands_before_the_verb_of_a_statement_is_no_clause(text: str, tag: str) -> None:
    assert analyse(text).tokens[0].tag == tag


def test_bis_before_a_preposition_opens_no_clause() -> None:
    analysis = analyse("Das Grab ist bald anzulegen und bis zum Ende der Ruhezeit zu pflegen.")
    assert "APPR" in {token.tag for token in analysis.tokens if token.text == "bis"}
