"""Sentences of offices that once came out wrong, each with what was wrong about it."""

from __future__ import annotations

import pytest

from a11y.simple_language.simplify import condense, simplify


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Während der Sprechzeiten steht Ihnen eine Dolmetscherin zur Verfügung, die Sie vorher "
            "bestellen müssen.",
            "Diese Verfügung",
        ),
        (
            "Die Gebühren richten sich nach der Größe des Behälters und der Häufigkeit der "
            "Leerung.",
            "von der Häufigkeit",
        ),
        (
            "Um Lärm zu vermeiden, sind die Container nur werktags zwischen 7 und 20 Uhr zu "
            "benutzen.",
            "müssen",
        ),
        (
            "Das Befahren des Feldweges mit Kraftfahrzeugen ist, mit Ausnahme landwirtschaftlicher "
            "Fahrzeuge, verboten.",
            "Auto",
        ),
        (
            "Über den Widerspruch entscheidet, falls das Amt ihm nicht abhilft, die nächsthöhere "
            "Behörde.",
            ", das Amt.",
        ),
        (
            "Tierhalter haften für Schäden, die ihr Tier verursacht, auch wenn sie keine Schuld "
            "trifft.",
            "Manche Schäden",
        ),
        ("Tierhalter haften für Schäden, die ihr Tier verursacht.", "Manche Schäden"),
        (
            "Das Amt kann verlangen, dass die Übersetzung von einem vereidigten Übersetzer "
            "angefertigt wird.",
            "Ein Übersetzer",
        ),
        (
            "Bei Verlust des Schlüssels trägt der Mieter die Kosten für den Austausch.",
            "Sie haben den Schlüssel verloren?",
        ),
        (
            "Die Halle kann ab dem 1. Mai wieder gemietet werden, nachdem die Schäden am Dach "
            "beseitigt worden sind.",
            "?",
        ),
        (
            "Die Verleihung der Ehrenbürgerschaft erfolgt durch Beschluss des Rates.",
            "verleiht",
        ),
        (
            "Der Spielplatz darf von Kindern bis zu 14 Jahren in der Zeit von 8 Uhr bis 20 Uhr "
            "genutzt werden.",
            "Kinder dürfen den Spielplatz bis",
        ),
        (
            "Sie erhalten die Kaution zurück, sobald die Wohnung ohne Mängel übergeben worden ist.",
            "Das Amt hat",
        ),
        (
            "Die Stadt sucht Wahlhelferinnen und Wahlhelfer, die am Wahltag in den Wahllokalen "
            "mithelfen und dafür 60 Euro erhalten.",
            "Und diese Wahlhelferinnen bekommen",
        ),
        (
            "Alle Teilnehmenden bekommen eine Urkunde, sofern sie am Abend da sind.",
            "Alle Teilnehmenden sind",
        ),
        (
            "Der Sperrmüll darf frühestens am Abend vor der Abholung an die Straße gestellt "
            "werden.",
            "Abend stellen",
        ),
        ("Sofern der Halter nicht ermittelt werden kann, wird das Tier vermittelt.", "heraus"),
        (
            "Der Anschluss an das Netz ist freiwillig, wird aber von der Stadt empfohlen.",
            "Netz aber.",
        ),
        ("Bei der Beantragung ist ein Fahrzeug vorzuführen.", "Sie beantragen?"),
    ],
)
def test_a_draft_does_not_say(text: str, never: str) -> None:
    assert never not in " ".join(simplify(text).sentences)
    assert never not in " ".join(condense(text).sentences)


def test_where_to_stays_with_the_deed() -> None:
    done = simplify("Bitte beachten Sie, dass Überweisungen ins Ausland fünf Tage dauern können.")
    assert done.sentences[-1].endswith("Überweisungen ins Ausland können 5 Tage dauern.")


def test_a_verb_of_motion_keeps_its_own_direction() -> None:
    done = simplify("Bitte beachten Sie, dass Lieferungen ins Haus gebracht werden.")
    assert "Lieferungen werden ins Haus gebracht." in " ".join(done.sentences)


def test_which_court_it_is_stays() -> None:
    text = (
        "Über Streitigkeiten aus dem Mietverhältnis entscheidet das Amtsgericht, in dessen Bezirk "
        "die Wohnung liegt."
    )
    assert "Bezirk" in " ".join(condense(text).sentences)
