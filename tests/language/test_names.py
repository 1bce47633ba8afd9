"""Names are found where a title, a list or a form proves them, and nowhere else."""

from __future__ import annotations

import pytest

from a11y.language import analyse
from a11y.language.analysis import ValueKind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Frau Dr. Sabine Müller-Weber ist zuständig.", ["Sabine Müller-Weber"]),
        ("Herr Klein aus Essen ruft Herrn Schmidt an.", ["Klein", "Schmidt"]),
        ("Bürgermeisterin Anna Koch eröffnet das Fest.", ["Anna Koch"]),
        ("Er wohnt in Frankfurt am Main.", ["Frankfurt am Main"]),
        ("Sie arbeitet in Bad Homburg vor der Höhe.", ["Bad Homburg vor der Höhe"]),
        ("Die Einwohner Münchens zahlen.", ["München"]),
        ("Das gilt in Nordrhein-Westfalen.", ["Nordrhein-Westfalen"]),
        ("Die Haltestelle heißt Berliner Platz.", ["Berliner Platz"]),
        ("Sie wohnen in der Karl-Marx-Straße.", ["Karl-Marx-Straße"]),
        ("Die Stadtwerke Kassel GmbH liefert Strom.", ["Stadtwerke Kassel GmbH"]),
        ("Der Verein Lebenshilfe e. V. berät Sie.", ["Lebenshilfe e. V."]),
        ("Frau Zschiedrich hilft. Zschiedrich ist da.", ["Zschiedrich", "Zschiedrich"]),
        ("Kontakt: Pjontek, E-Mail: m.pjontek@stadt.de", ["Pjontek"]),
        ("Mit freundlichen Grüßen\nK. Zschiedrich", ["Zschiedrich"]),
        ("gez. Wrobleski", ["Wrobleski"]),
        ("i. A. Pjontek", ["Pjontek"]),
    ],
)
def test_names_in_base_form(text: str, names: list[str]) -> None:
    found = [value for value in analyse(text).values if value.kind is ValueKind.NAME]
    assert [value.normal for value in found] == names
    assert all(text[slice(*value.span)] == value.text for value in found)


@pytest.mark.parametrize(
    "text",
    [
        "Eine Frau kann den Antrag stellen.",
        "Das Bürgeramt hilft. E-Mail: buergeramt@stadt.de",
        "B. Nachweise",
        "Essen ist verboten.",
        "Im Wald ist Rauchen verboten.",
        "Sie bekommen für Ihre Familie Geld vom Staat.",
        "Der Markt am Hof ist geöffnet.",
        "Der Antrag auf Wohngeld ist im Rathaus zu stellen.",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert not [value for value in analyse(text).values if value.kind is ValueKind.NAME]


def test_a_place_inside_an_address_is_part_of_the_address() -> None:
    (value,) = analyse("Hauptstraße 12, 50667 Köln").values
    assert value.kind is ValueKind.ADDRESS
