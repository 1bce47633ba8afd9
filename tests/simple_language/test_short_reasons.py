"""Reasons that a letter opens with: the Kurzfassung leaves out what is given, and nothing else."""

from __future__ import annotations

import pytest

from a11y.simple_language import condense, shorten
from a11y.simple_language.report import dropped

_GOES = (
    (
        "Wegen der Sanierung der Trinkwasserleitung wird die Lindenstraße zwischen Markt und "
        "Bahnhof vom 3. bis 14. August voll gesperrt.",
        "Die Lindenstraße wird zwischen Markt und Bahnhof vom 3. bis 14. August voll gesperrt.",
    ),
    (
        "Im Bürgerhaus können wegen einer Störung zurzeit keine Reisepässe ausgegeben werden.",
        "Im Bürgerhaus können zurzeit keine Reisepässe ausgegeben werden.",
    ),
    (
        "Wegen Bauarbeiten an der Bahnbrücke wird die Buslinie 12 vom 1. bis 20. Juni über die "
        "Ringstraße umgeleitet.",
        "Die Buslinie 12 wird vom 1. bis 20. Juni über die Ringstraße umgeleitet.",
    ),
    (
        "Zum Schutz der Igel dürfen Mähroboter zwischen 19 Uhr und 8 Uhr nicht betrieben werden.",
        "Mähroboter dürfen zwischen 19 Uhr und 8 Uhr nicht betrieben werden.",
    ),
    (
        "Zur Vermeidung von Wartezeiten empfehlen wir Ihnen, Ihr Anliegen vorher zu schildern.",
        "Wir empfehlen Ihnen: Schildern Sie Ihr Anliegen vorher.",
    ),
)


@pytest.mark.parametrize(("text", "said"), _GOES)
def test_a_given_reason_goes_and_is_told(text: str, said: str) -> None:
    short = shorten(text)
    assert " ".join(short.sentences) == said
    assert len(dropped(short)) == 1


_STAYS = (
    # who is ill, whoever drove drunk: only they
    ("Wegen einer Krankheit können Sie die Prüfung einmal verschieben.", "Krankheit"),
    ("Wegen Trunkenheit am Steuer kann die Fahrerlaubnis entzogen werden.", "Trunkenheit"),
    # by what, not why
    ("Aufgrund Ihrer Angaben berechnen wir die Höhe vom Beitrag für das Kita-Jahr.", "Angaben"),
    # which vehicles, whose name: the subject could not move alone
    (
        "Wegen des Umbaus müssen Fahrzeuge über 3,5 Tonnen bis zum Ende des Jahres über die "
        "Umgehungsstraße fahren.",
        "Fahrzeuge über 3,5 Tonnen",
    ),
    (
        "Wegen des hohen Krankenstandes bleiben zwei Gruppen der Kita Regenbogen bis zum Ende der "
        "Woche geschlossen.",
        "der Kita Regenbogen",
    ),
)


@pytest.mark.parametrize(("text", "kept"), _STAYS)
def test_a_condition_and_what_belongs_together_stay(text: str, kept: str) -> None:
    assert kept in shorten(text).text
    assert kept in condense(text).text
