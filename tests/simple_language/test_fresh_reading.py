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
            "Die Gebühren richten sich nach der Größe des Behälters und der Häufigkeit der Leerung.",
            "von der Häufigkeit",
        ),
        (
            "Um Lärm zu vermeiden, sind die Container nur werktags zwischen 7 und 20 Uhr zu benutzen.",
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


def test_a_clause_behind_keeps_its_comma() -> None:
    text = (
        "Nach Eingang der Unterlagen prüft das Standesamt, ob die im Ausland geschlossene Ehe in "
        "Deutschland anerkannt werden kann."
    )
    assert "prüft, ob" in " ".join(condense(text).sentences)
