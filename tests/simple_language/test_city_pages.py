"""Sentences as city offices write them, met on thirty pages written before any was simplified."""

from __future__ import annotations

import pytest

from a11y.simple_language import simplify, suggest
from a11y.simple_language.guard import Loss, vanished
from a11y.simple_language.simplify import accept_all, shorten

UNATTENDED = [
    (
        "Ist der Brief zur Vorlage bei einer Behörde bestimmt, wird er an diese geschickt.",
        "Der Brief ist zur Vorlage bei einer Behörde bestimmt?\nDann wird er an diese geschickt.",
    ),
    (
        "Wird dem Widerspruch nicht abgeholfen, entscheidet die nächste Behörde.",
        "Dem Widerspruch wird nicht abgeholfen?\nDann entscheidet die nächste Behörde.",
    ),
    (
        "Die Befreiung ist für 3 Jahre möglich, vorausgesetzt, dass die Bedingungen erfüllt sind.",
        "Die Bedingungen sind erfüllt?\nDann ist die Befreiung für 3 Jahre möglich.",
    ),
    (
        "Wird die Gebühr nicht bezahlt oder der Beitrag nicht überwiesen, verfällt der Bescheid.",
        "Die Gebühr wird nicht bezahlt?\nOder der Beitrag wird nicht überwiesen?\n"
        "Dann verfällt der Bescheid.",
    ),
    (
        "Bessert sich die Lage oder verkürzt sich der Weg um 3 Kilometer, entfällt der Zuschuss.",
        "Die Lage wird besser?\nOder der Weg verkürzt sich um 3 Kilometer?\n"
        "Dann entfällt der Zuschuss.",
    ),
]
KEPT = [
    "Die Karte kann gegen Zahlung der jeweils geltenden Gebühr verlängert werden.",
    "Für kaputte oder verlorene Bücher ist Ersatz in Höhe des Wertes nötig.",
    "Die Schule ist am Tag der deutschen Einheit zu.",
]


@pytest.mark.parametrize(("before", "after"), UNATTENDED)
def test_written_unattended(before: str, after: str) -> None:
    assert simplify(before).text == after


@pytest.mark.parametrize("sentence", KEPT)
def test_left_as_it_is(sentence: str) -> None:
    assert simplify(sentence).text == sentence


PROPOSED = [
    (
        "Für die Bildung gewährt der Landkreis Zuschüsse für Ferien, Treffen und Kurse in den "
        "Dörfern und Städten.",
        "Der Landkreis gewährt Zuschüsse",
        "gewährt.",
    ),
    (
        "Bei Störungen der öffentlichen Beleuchtung können Sie sich den ganzen Tag an die "
        "Leitstelle der Stadtwerke wenden.",
        "Sie können sich",
        "Können Sie sich",
    ),
    (
        "Wegen des Andrangs zu Monatsende kann es zu längeren Wartezeiten kommen.",
        "zu Monatsende kann es längere Wartezeiten geben.",
        "Andrangs Monatsende",
    ),
    (
        "Kommt ein Kind zur Welt, wird die Geburt von der Einrichtung angezeigt.",
        "angezeigt",
        "Sie die Geburt",
    ),
    (
        "Sie dürfen nur an dem Auto verwendet werden, für das sie beantragt wurden.",
        "nur an dem Auto benutzt werden, für das",
        "Für dieses Auto",
    ),
    (
        "Die Erlaubnis wird nur zu besonderen Anlässen wie Hochzeiten und runden Geburtstagen und "
        "nur für Grundstücke außerhalb von Parks erteilt.",
        "Grundstücke außerhalb von Parks",
        "Und zwar außerhalb",
    ),
    (
        "Für beschädigte oder verlorene Bücher müssen Sie zahlen.",
        "Für beschädigte oder verlorene Bücher",
        "kaputt gemacht",
    ),
    (
        "Ist eine Straße betroffen oder geht von einem Mast eine Gefahr aus, erfolgt die Sicherung "
        "der Stelle durch den Dienst sofort.",
        "aus, erfolgt die Sicherung",
        "Der Dienst sichert",
    ),
    (
        "Darüber hinaus werden Kenntnisse der Sprache auf dem Niveau B1 sowie Erfahrung im Land "
        "verlangt.",
        "Außerdem werden Kenntnisse",
        "werden auf dem Niveau",
    ),
    (
        "Wird dem Antrag nicht stattgegeben, bekommen Sie einen Brief.",
        "Dem Antrag gibt das Amt nicht statt?",
        "Sie nicht statt",
    ),
]


@pytest.mark.parametrize(("before", "said", "unsaid"), PROPOSED)
def test_proposed(before: str, said: str, unsaid: str) -> None:
    text = accept_all(before).text
    assert said in text
    assert unsaid not in text


LISTED = [
    (
        "Die Leistung umfasst die Beratung von Eltern und Kindern sowie die Hilfe bei Anträgen und "
        "Briefen an das Amt.",
        [
            "- die Beratung von Eltern und Kindern",
            "- die Hilfe bei Anträgen und Briefen an das Amt",
        ],
    ),
    (
        "Das Amt prüft die Angaben zu Ihrem Einkommen und die Nachweise über Ihre Miete und Ihre "
        "Heizkosten.",
        [
            "- die Angaben zu Ihrem Einkommen",
            "- und die Nachweise über Ihre Miete und Ihre Heizkosten",
        ],
    ),
    (
        "Der Antrag muss 4 Wochen vor dem Termin eingehen und Angaben über Ort, Zeitpunkt "
        "und Dauer des Festes enthalten.",
        [
            "- 4 Wochen vor dem Termin eingehen",
            "- und Angaben über Ort, Zeitpunkt und Dauer des Festes enthalten",
        ],
    ),
]


@pytest.mark.parametrize(("before", "lines"), LISTED)
def test_only_the_outer_und_parts_a_list(before: str, lines: list[str]) -> None:
    sentences = accept_all(before).sentences
    assert [one for one in sentences if one.startswith("-")] == lines


def test_what_the_reader_does_later_is_no_order() -> None:
    text = accept_all("Rufen Sie uns bitte an, bevor Sie jemanden in die Wohnung lassen.").text
    assert "Erst danach lassen Sie jemanden in die Wohnung." in text


def test_the_kurzfassung_keeps_the_order_of_things() -> None:
    assert shorten("Dann ging er nach Hause zu seiner Frau.").text.startswith("Dann ")


ACTING = [
    (
        "Die Anmeldung kann persönlich, schriftlich oder über das Portal erfolgen.",
        "Sie können die Anmeldung persönlich,",
    ),
    (
        "Wird der Antrag abgelehnt oder die Gebühr nicht bezahlt, endet das Verfahren.",
        "Oder die Gebühr wird nicht bezahlt?",
    ),
    ("Zu Unrecht gezahlte Beträge werden geprüft.", "Das Amt prüft zu Unrecht gezahlte"),
    ("Auch der Keller ist zu prüfen.", "muss auch den Keller prüfen."),
    ("Diese können auf dem Hof abgegeben werden.", "Sie können diese auf dem Hof abgeben."),
    ("Die Anmeldung muss durch den Arzt erfolgen.", "Die Anmeldung muss durch den Arzt erfolgen."),
]


@pytest.mark.parametrize(("before", "said"), ACTING)
def test_who_acts_is_proposed(before: str, said: str) -> None:
    assert said in accept_all(before).text


def test_being_born_is_no_passive() -> None:
    assert not any(one.rule == "passive" for one in suggest("Das Kind wurde in Ulm geboren."))


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        (
            "Das Befahren der Wege ist untersagt.",
            "Sie dürfen die Wege nicht befahren.",
            False,
        ),
        ("Das Befahren der Wege ist untersagt.", "Sie dürfen die Wege befahren.", True),
        (
            "Einen Jagdschein brauchen alle Personen, die jagen wollen.",
            "Sie wollen jagen?\nDann brauchen Sie einen Jagdschein.",
            False,
        ),
        ("Alle Kinder bekommen ein Heft.", "Sie sind ein Kind?\nDann bekommen Sie ein Heft.", True),
    ],
)
def test_a_ban_and_all_may_be_said_otherwise(before: str, after: str, lost: bool) -> None:
    kinds = {one.loss for one in vanished(before, after)} & {Loss.MODALITY, Loss.QUANTITY}
    assert bool(kinds) is lost
