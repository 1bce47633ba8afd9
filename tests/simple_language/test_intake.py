"""Bad input: one clear error each; odd but readable input is read."""

from __future__ import annotations

import pytest

from a11y.simple_language import readability, simplify, suggest
from a11y.simple_language.errors import (
    EmptyTextError,
    MarkupError,
    NotGermanError,
    TextTooLongError,
)


@pytest.mark.parametrize("text", ["", "   \n\t", "12 34", "😀 😀"])
def test_no_words(text: str) -> None:
    for door in (suggest, simplify, readability):
        with pytest.raises(EmptyTextError) as error:
            door(text)
        assert error.value.code == "KH-EASY-01"


def test_100_kilobytes() -> None:
    with pytest.raises(TextTooLongError) as error:
        simplify("Das Amt prüft den Antrag. " * 4000)
    assert "60,000" in error.value.what
    assert "Split" in error.value.remedy


def test_html() -> None:
    with pytest.raises(MarkupError) as error:
        suggest("<p>Bringen Sie einen <strong>Ausweis</strong> mit.</p>")
    assert "<p>" in error.value.what


@pytest.mark.parametrize(
    "text",
    [
        "The application must be filed at the office within two weeks after the move.",
        "You must register your dog at the town hall. Please bring your identity card with you.",
        "La demande doit être déposée auprès du bureau dans les deux semaines suivantes.",
        "Başvuru taşındıktan sonra iki hafta içinde büroya yapılmalıdır ve imzalanmalıdır.",
    ],
)
def test_other_languages(text: str) -> None:
    with pytest.raises(NotGermanError):
        simplify(text)


def test_emoji_is_told_and_kept() -> None:
    text = "Wir freuen uns 😀 auf Sie."
    assert simplify(text).text == text
    assert "special-character" in {one.rule for one in suggest(text)}


def test_comparison_signs_are_no_markup() -> None:
    assert simplify("Das Gewicht ist < 20 und > 10 Kilogramm.").sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("DER ANTRAG MUSS BIS ZUM 1. MAI DA SEIN.", ("DER ANTRAG MUSS BIS ZUM 1. MAI DA SEIN.",)),
        ("- Kopie des Passes\n2) Foto", ("- Kopie vom Pass", "2) Foto")),
        ("Das Amt hilft.\r\nKommen Sie.\r\n", ("Das Amt hilft.", "Kommen Sie.")),
        ("# Hilfe\n\n**Wichtig:** Das *Amt* hilft.", ("# Hilfe", "**Wichtig:** Das *Amt* hilft.")),
        ("Kinder | 5 Euro | 10 Uhr", ("Kinder | 5 Euro | 10 Uhr",)),
        (
            "Sie mu\u0308ssen die Gebu\u0308hr entrichten.",
            ("Sie mu\u0308ssen die Gebu\u0308hr bezahlen.",),
        ),
    ],
)
def test_odd_but_readable(text: str, sentences: tuple[str, ...]) -> None:
    assert simplify(text).sentences == sentences


def test_soft_hyphens_make_no_word_longer_and_hide_no_compound() -> None:
    made = simplify("Die Auf\u00adent\u00adhalts\u00ader\u00adlaub\u00adnis ist da.", separator="·")
    assert made.sentences == ("Die Aufenthalts·erlaubnis ist da.",)


def test_a_row_of_letters_without_end_is_no_compound() -> None:
    assert simplify(f"Das {'Haustür' * 300} ist gut.").sentences
