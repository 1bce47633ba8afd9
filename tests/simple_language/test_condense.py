"""What a short draft may leave out, and what it must keep because it says for whom or what."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import condense, simplify

_KEEPS = (
    ("Die Eltern, deren Kind krank ist, zahlen für diesen Monat keinen Beitrag.", "krank"),
    ("Eltern, deren Kind krank ist, zahlen in diesem Monat keinen Beitrag an die Kita.", "krank"),
    ("Sie brauchen für die Fahrt in das Land einen Pass, der noch ein Jahr gültig ist.", "gültig"),
    ("Hunde, die schwerer als 20 Kilo sind, müssen in der Stadt an die Leine.", "schwerer"),
    ("Der Elternteil, bei dem das Kind wohnt, bekommt das Geld von der Kasse.", "wohnt"),
    ("Das Befüllen der Tonne mit heißer Asche ist in der ganzen Stadt verboten.", "heißer Asche"),
    (
        "Das Grab ist nur möglich, wenn die Person zuletzt ihre Wohnung in der Gemeinde hatte.",
        "in der Gemeinde",
    ),
    ("Während der Sanierung steht den Vereinen das Becken der Schule zur Verfügung.", "Verfügung"),
    ("Das Wasser in der Oststadt wurde gestern untersucht und ist weiter trinkbar.", "trinkbar"),
    (
        "Die Notaufnahme entschied, den Patienten noch am selben Abend in die Uniklinik zu "
        "verlegen.",
        "Uniklinik",
    ),
    ("Das Kind darf erst wieder kommen, nachdem der Arzt es untersucht hat.", "untersucht"),
    (
        "Auf den Friedhöfen der Stadt stehen neben Wahlgräbern auch pflegefreie Urnengräber "
        "zur Auswahl.",
        "Auswahl",
    ),
    ("Der Wechsel der Schule ist für Ihre Kinder nur aus wichtigem Grund möglich.", "wichtigem"),
    (
        "Die Hilfe wird zuerst für zwölf Monate bewilligt und wird danach auf Antrag verlängert.",
        "verlängert",
    ),
    (
        "Für jede weitere gleichzeitig bestellte Urkunde werden 6 Euro berechnet.",
        "weitere gleichzeitig bestellte",
    ),
    ("Der Schein berechtigt zum Bezug einer öffentlich geförderten Wohnung.", "öffentlich"),
    ("Wer das in der Stadt macht, braucht für den Umbau keine besondere Erlaubnis.", "besondere"),
    (
        "Das kann bei den Eltern oder in einer Einrichtung für Menschen mit Hörgerät sein.",
        "Hörgerät",
    ),
    ("Der Hundekot ist vom Halter zu entfernen und in der Tonne zu entsorgen.", "in der Tonne"),
    ("Der Rat hat gestern beschlossen, die Öffnungszeiten des Rathauses zu ändern.", "Rathaus"),
    ("Der wohl bekannteste Mensch der Kupferzeit ist der im Eis gefundene Ötzi.", "bekannteste"),
    (
        "Unter einem Stau versteht man eine lange Reihe von Autos auf der Straße.",
        "Unter einem Stau",
    ),
    ("Man kann für denselben Betrag im Laden jeden Monat weniger Sachen kaufen.", "denselben"),
    ("Er wurde im Mai, einen Monat, nachdem das bekannt war, zum Chef ernannt.", "nachdem"),
    ("Der Wechsel der Klasse ist bei Ihrem Kind nur in besonderen Fällen möglich.", "besonderen"),
    ("Salz war in dieser Gegend lange Zeit so wertvoll, dass man es wie Geld zählte.", "Geld"),
    ("Wer zu spät kommt, zahlt mehr und wird mit einem Bußgeld von der Stadt geahndet.", "Bußgeld"),
    (
        "Farben und Lacke nimmt das Schadstoffmobil am Abend kostenlos entgegen, dessen Termine"
        " im Abfallkalender stehen.",
        "im Abfallkalender",
    ),
    ("In die Tonne der Stadt gehören keine Stoffe wie Farben, Lacke und Batterien.", "Lacke"),
    ("Die Firma will die Ware liefern aber nach 8 Tagen ist nichts angekommen.", "aber"),
)


def test_nobody_is_named_where_neither_office_nor_reader_is_in_the_text() -> None:
    assert "Amt" not in condense("Die Bilder werden dort für viele Jahre gespeichert.").text
    assert "Sie " not in condense("Die alten Münzen sollen an Sammler verkauft werden.").text
    assert "Amt" not in condense("Die Fabrik soll im Mai für immer stillgelegt werden.").text
    assert condense("Die Tiere nennt man dort auch Wale.").text.count("Sie") == 0


@pytest.mark.parametrize(("text", "kept"), _KEEPS, ids=[text[:30] for text, _ in _KEEPS])
def test_what_narrows_a_statement_stays(text: str, kept: str) -> None:
    assert kept in condense(text).text


def test_a_clause_that_only_adds_leaves_the_main_statement_short() -> None:
    text = "Das Rathaus, das schöne alte Fenster aus Glas hat, ist am Montag für alle Bürger offen."
    assert condense(text).sentences[0] == "Das Rathaus ist am Montag für alle Bürger offen."


def test_who_must_is_named_where_the_sentence_names_it() -> None:
    text = "Der Hundekot ist vom Halter zu entfernen."
    assert condense(text).text == "Der Halter muss den Hundekot entfernen."


def test_a_relative_clause_that_two_nouns_could_have_stays() -> None:
    text = "Die Sprechstunde der Leiterin, die jeden Montag stattfindet, fällt aus."
    assert "Diese Leiterin" not in condense(text).text


def test_a_group_is_asked_and_named_behind() -> None:
    text = "Alleinerziehende, deren Einkommen gering ist, können einen Zuschuss beantragen."
    assert condense(text).sentences[0].startswith("Ihr Einkommen ist")
    assert condense(text).sentences[-1] == "Das gilt für Alleinerziehende."
    assert "Ihr Einkommen" not in simplify(text).text  # unattended, nobody decides for them


def test_an_afterthought_is_a_whole_phrase() -> None:
    text = (
        "Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe schriftlich oder zur"
        " Niederschrift Widerspruch eingelegt werden."
    )
    assert all("Und zwar nach" not in line for line in condense(text).sentences)


def test_what_happened_once_is_not_said_to_the_reader() -> None:
    text = "Die Bürger haben sich früher für einen sehr prachtvollen Stil der Häuser begeistert."
    assert "Sie haben" not in condense(text).text


def test_who_speaks_keeps_the_verb() -> None:
    assert simplify("Ich sah das neue Amt.").text == "Ich habe das neue Amt gesehen."


def test_two_reasons_become_two_sentences() -> None:
    text = "Ich warte hier, weil ich zu früh gekommen bin und niemand zu Hause ist."
    assert condense(text).sentences[1].startswith("Denn ich bin")
    unclear = "Das Bad ist geschlossen, weil die Heizung kaputt ist und das Personal fehlt."
    assert "Heizung fehlt" not in condense(unclear).text


def test_what_says_that_something_is_there_keeps_its_opening() -> None:
    assert "Haus ist." not in condense("Da ist das neue Haus, und die Kinder spielen dort.").text


def test_nothing_holds_with_a_letter() -> None:
    text = (
        "Sie können innerhalb von zwei Wochen mit einem Brief die Verlängerung der Frist beim Amt"
        " beantragen."
    )
    assert "Brief gilt" not in condense(text).text


def test_words_for_how_go_but_not_what_leans_on_them() -> None:
    text = "Die Menschen in der Stadt essen am Abend viel zu fettreich und bewegen sich zu wenig."
    assert "zu fettreich" in condense(text).text
    text = "Der Sturm hat gestern Abend im alten Hafen die Boote der Fischer unbemerkt zerstört."
    assert "unbemerkt" in condense(text).text  # what denies something may be the message


def test_only_stays_before_its_noun() -> None:
    text = "Pro Person wird vom Amt im Rathaus nur ein Ausweis ausgestellt."
    assert "nur ein" in condense(text).text
    assert (
        "nur ein" in condense("Pro Person wird in der Gemeinde nur ein Ausweis ausgestellt.").text
    )


def test_a_deed_with_von_has_it_as_its_object() -> None:
    text = "Das Streuen von Salz ist nur bei Eisregen gestattet."
    assert condense(text).text == "Sie dürfen Salz nur bei Eisregen streuen."


def test_what_an_office_says_second_stays() -> None:
    text = (
        "Der Zuschuss für Ihre Heizung beträgt höchstens 5.000 Euro und wird nach Vorlage der "
        "Rechnungen ausgezahlt."
    )
    draft = condense(text).text
    assert "zahlt" in draft
    assert "Vorlage" in draft  # when: after they were shown


def test_who_must_is_never_the_reader_where_another_is_named() -> None:
    draft = condense("Die Befreiung ist von den Erziehungsberechtigten zu begründen.").text
    assert draft == "Die Erziehungsberechtigten müssen die Befreiung begründen."
    unclear = condense("Die Befreiung ist von zwei Zeuginnen, die dabei waren, zu begründen.").text
    assert "Sie müssen" not in unclear


def test_easy_words_leave_fixed_places_alone() -> None:
    assert (
        "bis einschließlich 7. Februar"
        in condense("Das Bad ist vom 3. bis einschließlich 7. Februar geschlossen.").text
    )
    assert (
        "dritten nächsten"
        not in condense(
            "Der Tod muss spätestens am dritten darauffolgenden Werktag angezeigt werden."
        ).text
    )


def test_which_account_and_what_kind_of_agreement_stay() -> None:
    draft = condense(
        "Die Auszahlung erfolgt jeden Monat auf das im Antrag angegebene Konto. "
        "Die Sprechstunde findet nur nach telefonischer Vereinbarung statt."
    ).text
    assert "im Antrag angegeben" in draft
    assert "Vertrag" not in draft


def test_what_belongs_together_is_not_parted() -> None:
    draft = condense(
        "Bitte beachten Sie, dass das Büro am Freitag nur bis 12 Uhr geöffnet ist und ein Termin "
        "unbedingt erforderlich ist."
    ).text
    assert "Sie brauchen" in draft
    assert draft.count("Büro") == 1  # the second statement has a subject of its own
    kinds = "Auf dem Friedhof ist das Befahren der Wege mit Fahrzeugen aller Art untersagt."
    assert "Fahrzeugen aller Art" in condense(kinds).text
    assert "Kategorie 2" in condense("Feuerwerk der Kategorie 2 ist für Kinder verboten.").text
    egal = "Jede Person zahlt den Beitrag, unabhängig davon, ob ein Radio vorhanden ist."
    assert "?" not in condense(egal).text
    assert (
        "Klassen 5 bis 10, deren"
        in simplify("Schüler der Klassen fünf bis zehn, deren Weg lang ist, fahren kostenlos.").text
    )


def test_who_acts_is_the_office_only_where_its_verbs_say_so() -> None:
    text = (
        "Wenn Sie einen Pflegegrad haben und zu Hause gepflegt werden, bekommen Sie Geld. Auf "
        "Wunsch kann eine Begleitung gestellt werden."
    )
    draft = condense(text).text
    assert "Sie werden zu Hause gepflegt?" in draft
    assert "Sie eine Begleitung stellen" not in draft


def test_whom_a_thing_is_told_is_no_owner() -> None:
    draft = condense(
        "Der Verlust ist der nächsten Auslandsvertretung und später dem Bürgeramt zu melden."
    ).text
    assert "von der nächsten Auslandsvertretung" not in draft


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Beim Sirenentest am ersten Montag im Mai besteht gar kein Anlass zur Sorge.",
            "zur Sorge",
        ),
        (
            "Haushalte mit geringem Einkommen erhalten auf Nachweis Rabatt auf den Eintritt.",
            "Haushalte mit",
        ),
        (
            "Einen Einspruch kann jede Person innerhalb eines Monats bei der Leiterin der Wahl "
            "erheben.",
            "bei der Leiterin",
        ),
        (
            "Die Räte werden vom Rat vorgeschlagen und anschließend vom Amtsgericht gewählt.",
            "Amtsgericht",
        ),
        (
            "Im Garten ist das Wohnen nicht gestattet, gelegentliches Übernachten hingegen schon.",
            "schon",
        ),
        ("An besonders heißen Tagen öffnet die Bücherei ihren kühlen Saal für alle.", "besonders"),
        ("Um einen Platz im Haus zu erhalten, genügt ein Anruf beim Verein am Markt.", "Platz"),
        (
            "Die Grenze von 35 Jahren gilt nicht für Bewerber, die eigene Kinder erzogen haben.",
            "Kinder",
        ),
        ("Ein Widerruf ist binnen 14 Tagen ohne Gründe möglich, es genügt eine E-Mail.", "E-Mail"),
        ("Der Spiegel gilt nicht für alle Wohnungen der Stadt, etwa Sozialwohnungen.", "Sozial"),
        (
            "Ein Anspruch besteht für gesetzlich Versicherte bis zum Geburtstag.",
            "gesetz",
        ),
        ("Sie müssen keinen Beitrag zahlen, wohl aber jede neue Arbeit melden.", "wohl aber"),
        ("Fahrer ohne Führerschein dürfen auch im Ausland nicht mit dem Auto fahren.", "auch im"),
        ("Das Archiv bewahrt Akten 30 Jahre lang auf und vernichtet sie anschließend.", "sie"),
        (
            "Fällt die Heizung aus, darf die Miete sinken, aber erst nach einer Mitteilung.",
            "erst nach",
        ),
    ],
)
def test_what_an_office_says_is_kept(text: str, kept: str) -> None:
    assert kept in condense(text).text


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Eltern, die ihr Kind anmelden, müssen angeben, ob sie Rabatt wünschen.", "Das gilt für"),
        (
            "Arbeit ist verboten, es sei denn, sie stimmt zu und eine Ärztin bescheinigt es.",
            "zu.\n",
        ),
        (
            "Bei Hochwasser wird die Straße gesperrt und der Verkehr über die Allee umgeleitet.",
            "Straße wird der Verkehr",
        ),
        (
            "Betriebe müssen Unfälle binnen drei Tagen der Berufsgenossenschaft anzeigen.",
            "von der Berufsgenossenschaft",
        ),
        ("Das Amt hilft bei Streit unter Nachbarn, bevor es zu einem Prozess kommt.", "Danach"),
        (
            "Der Pilot braucht eine Plakette, auf der Name und Anschrift des Halters stehen.",
            "Name.",
        ),
        ("Eine Kopie erhält jeder, der mit der Person in gerader Linie verwandt ist.", "benutzt"),
        (
            "Wer schweigt, muss damit rechnen, dass die Stadt auf seine Kosten bauen lässt.",
            "damit rechnen.",
        ),
        (
            "Angehörige können Hilfe bekommen, wenn sie verreisen oder krank sind.",
            "sind verreisen",
        ),
        (
            "Kann die Miete nicht gezahlt werden, hilft das Wohnungsamt mit Geld.",
            "Amt kann die Miete",
        ),
        ("Die Kasse zahlt, wenn im Haus ein Kind unter zwölf Jahren lebt.", "Haus unter"),
        (
            "Das Archiv hebt Akten auf und entscheidet, welche davon wegkommen.",
            ", die davon",
        ),
        ("Die Fahrt fällt aus, es sei denn, niemand spricht dagegen.", "spricht aber"),
        ("Bevor ein Becken befüllt wird, ist das Amt zu fragen.", "Danach wird ein Becken"),
    ],
)
def test_what_no_draft_may_say(text: str, never: str) -> None:
    assert never not in condense(text).text
