"""Structures that tempt to a wrong rewrite: they stay, or are said so that nothing else is told."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import accept_all, simplify

_STAYS = (
    # the relative clause alone says who or which ones
    "Das ist einer der Züge, die hier halten.",
    "Das ist eines der wenigen Häuser im Ort, die alt sind.",
    "Er ist der Mann, der das Haus gebaut hat.",
    "Oft sind es Künstler, die eine Menge Sachen machen wollen.",
    "Die Firma ist größer als eine Firma, die mit Autos handelt.",
    "Köln gehört zu den wenigen Städten, die einen Dom haben.",
    "Jedes Kind bekommt einen Platz, der zu ihm passt.",
    "Es gilt die dann geltende Gebühr.",
    "Der Verein trägt die bei der Anmeldung entstehenden Kosten.",
    "Ein Dorf ist kleiner als die nördlich davon gelegene Stadt.",
    "Der Plan ist vor allem schwierig, weil das Geld fehlt.",
    # what a feeling is, and names of streets and unions, are not whose
    "Das Gefühl der Angst ist groß.",
    "Das Problem der Armut wächst.",
    "Der Platz der Republik ist gesperrt.",
    "Die Gewerkschaft der Polizei warnt.",
    "So sehr er sich bemüht, das Geld reicht nicht.",
    "Er ist zu krank, um zu kommen.",
    # what somebody has or offers is no duty
    "Die Gemeinde hat ein Haus zu verkaufen.",
    "Jugendherbergen haben mehr zu bieten.",
    "Anna Meier, die Ärztin ist und ein Heim leitet, geht in Rente.",
    "Er würde ein Haus kaufen, das warm ist.",
    "Kaufen Sie eine Karte, die für alle Busse gilt.",
    "Das ist ein Kurs für Frauen, die nicht arbeiten.",
    # who the subject is, said again, would be others
    "Niemand kam und half.",
    "Keiner arbeitet und bekommt trotzdem Geld.",
    "Nur Kinder dürfen mitfahren und bekommen ein Eis.",
    "Nur Kinder dürfen mitfahren und ein Eis essen.",
    "Wenige kamen und gingen wieder.",
    "Ein Mann oder eine Frau ruft an und fragt.",
    "Nicht alle Kinder kommen und singen ein Lied.",
    "Wenn keiner krank ist und Fieber hat, fährt der Bus.",
    # what somebody says, parted, would be told as a fact
    "Das Geld reicht nicht und der Bau ist teuer, so der Bürgermeister.",
    "Nach Meinung der Stadt ist der Bau teuer und das Geld reicht nicht.",
    "Laut Polizei ist das Auto alt und der Fahrer war müde.",
    # nothing is asked, nobody is spoken to
    "Wo früher ein Wald war, stehen heute Häuser.",
    "Wenn sie landen, stoßen sie auf andere Teile.",
    "Sind sie krank, bleiben sie zu Hause.",
    # what is not done has no aim
    "Sie müssen keine Gebühr zahlen, damit Sie den Pass bekommen.",
    # the pronoun comes before its noun
    "Obwohl es der größte Händler war, ist das Unternehmen pleite.",
    # one number in several words
    "Eine Million dreihunderttausend Menschen leben hier.",
    "Der Preis steigt um fünf Komma zwei Prozent.",
    "Das kostet zwei Euro fünfzig am Tag.",
    "Ein bis zwei Personen können mit.",
    "Das steht in Kapitel 1.5. genauer.",
    # whose a phrase is, only the brackets show
    "Hunde (außer Blindenhunde) und Katzen sind verboten.",
    # nobody says *von der*
    "Bei Einbruch der Dunkelheit schließt der Park.",
    "Im Norden des Bundeslandes regnet es.",
    "Während des Umbaus der Schule fällt der Sport aus.",
    "Er gehört zur Allianz Demokratischer Kräfte.",
    # *treten* with an object has *haben*
    "Der Hund biss den Mann, der ihn trat.",
    # whose opinion it is, not who does it
    "Das Geld wird auf Antrag von Eltern gezahlt.",
    "Nebst den Möbeln wird die Fassade erneuert.",
)


@pytest.mark.parametrize("text", _STAYS)
def test_in_doubt_a_structure_stays(text: str) -> None:
    assert simplify(text).text == text


@pytest.mark.parametrize(
    ("text", "easier"),
    [
        (
            "Frau Müller, die das Amt leitet, geht in Rente.",
            "Frau Müller geht in Rente.\nFrau Müller leitet das Amt.",
        ),
        (
            "Weil Griechenlands Inseln am Meer liegen, kommen viele Gäste.",
            "Griechenlands Inseln liegen am Meer.\nDeshalb kommen viele Gäste.",
        ),
        (
            "Der alte Stadtstaat Athen, der am Meer lag, war reich.",
            "Der alte Stadtstaat Athen war reich.\nDer Stadtstaat Athen hat am Meer gelegen.",
        ),
        (
            "Schreiben Sie eine Mail, in der Sie alles erklären.",
            "Schreiben Sie eine Mail.\nIn dieser Mail erklären Sie alles.",
        ),
        (
            "Die Firma Müller, die Fenster baut, zieht um.",
            "Die Firma Müller zieht um.\nDie Firma Müller baut Fenster.",
        ),
        (
            "Wir danken Herrn Müller, der das Amt leitet.",
            "Wir danken Herrn Müller.\nHerr Müller leitet das Amt.",
        ),
        (
            "Wenn ein Kind krank ist und Fieber hat, muss es nach Hause.",
            "Ein Kind ist krank?\nUnd das Kind hat Fieber?\nDann muss es nach Hause.",
        ),
        (
            "Der Pass wird erst ausgestellt, nachdem die Gebühr bezahlt worden ist.",
            "Die Gebühr ist bezahlt worden?\nErst dann wird der Pass ausgestellt.",
        ),
        (
            "Die Stadt zahlt, aber nur, wenn der Verein gemeinnützig ist.",
            "Der Verein ist gemeinnützig?\nNur dann zahlt die Stadt.",
        ),
        (
            "Ist das Kind unter drei Jahren alt, gilt das nicht.",
            "Das Kind ist unter 3 Jahren alt?\nDann gilt das nicht.",
        ),
        (
            "Das Bad ist zu, aber der See ist offen, sagte der Bürgermeister am Montag.",
            "Der Bürgermeister hat am Montag gesagt: Das Bad ist zu.\nAber der See ist offen.",
        ),
        (
            "Er sagte, er komme morgen und bringe Geld mit.",
            "Er hat gesagt, er komme morgen und bringe Geld mit.",
        ),
        ("Am 1.5. und 3.6.2024 ist das Amt zu.", "Am 1. Mai und 3. Juni 2024 ist das Amt zu."),
        ("Bitte kommen Sie bis zum 1.5.", "Bitte kommen Sie bis zum 1. Mai."),
        ("Das sind die Gründe der Krankheit.", "Das sind die Gründe für die Krankheit."),
        (
            "Das Amt nennt den Durchschnitt der Länder, die den Euro haben.",
            "Das Amt nennt den Durchschnitt von den Ländern, die den Euro haben.",
        ),
        (
            "Wenn das Geld da ist, bekommen Sie die Karte und können fahren.",
            "Das Geld ist da?\nDann bekommen Sie die Karte.\nDann können Sie fahren.",
        ),
        ("Die Mieter haben den Hof zu reinigen.", "Die Mieter müssen den Hof reinigen."),
        (
            "Er rief die Polizei, die ihm half.",
            "Er hat die Polizei gerufen.\nDie Polizei hat ihm geholfen.",
        ),
        ("Das Problem des Nachbarn ist groß.", "Das Problem vom Nachbarn ist groß."),
        ("Der Eingang des Museums ist links.", "Der Eingang vom Museum ist links."),
        (
            "Auf Wunsch von Anwohnern wurde die Straße von der Polizei gesperrt.",
            "Auf Wunsch von Anwohnern hat die Polizei die Straße gesperrt.",
        ),
        (
            "Die Not wird nach Meinung von Leuten von den Reisen verursacht, die viel kosteten.",
            "Die Not wird nach Meinung von Leuten von den Reisen verursacht, die viel kosteten.",
        ),
        # beside them, what is still written anew
        (
            "Obwohl es regnet, spielen die Kinder draußen.",
            "Es regnet.\nTrotzdem spielen die Kinder draußen.",
        ),
        (
            "Die Kinder kamen und sangen ein Lied.",
            "Die Kinder sind gekommen.\nDie Kinder haben ein Lied gesungen.",
        ),
        ("Wenn sie krank ist, bleibt sie zu Hause.", "Sie ist krank?\nDann bleibt sie zu Hause."),
        ("Hunde (außer Blindenhunde) sind verboten.", "Hunde außer Blindenhunde sind verboten."),
    ],
)
def test_what_is_certain_is_told_so(text: str, easier: str) -> None:
    assert simplify(text).text == easier


def test_an_editor_may_still_ask_about_them() -> None:
    text = "Wenn sie landen, stoßen sie auf andere Teile."
    assert accept_all(text).sentences[0] == "Sie landen?"


def test_what_nobody_ever_did_no_office_did() -> None:
    page = "Bitte fragen Sie das Amt. Der Turm wurde nie gebaut."
    assert "Der Turm wurde nie gebaut." in accept_all(page).sentences


def test_a_condition_behind_another_clause_may_be_its_own() -> None:
    text = "Ich suche oft, weil es Spaß macht, ein Bild zu malen, wenn ich eine Idee habe."
    assert "?" not in simplify(text).text
