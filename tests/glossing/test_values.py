from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y.sign_avatar.glossing.values import number_word
from tests.glossing.conftest import Translate


@pytest.mark.parametrize(
    ("german", "glosses"),
    [
        ("Sie brauchen 25 Fotos.", "$NUM:25"),
        ("Der Ausweis kostet 1.250 Euro.", "$NUM:1250 EURO1"),
        ("Der Ausweis kostet 28,80 Euro.", "$NUM:28 EURO1 $NUM:80"),
        ("Der Ausweis kostet 0,50 Euro.", "$NUM:50 CENT1"),
        ("Das dauert 2,5 Jahre.", "$NUM:2 KOMMA1 $NUM:5"),
        ("Die Mutter kommt am 1. März 2026.", "$ORD:1 MÄRZ1 $NUM:2026"),
        ("Die Mutter kommt am 01.03.2026.", "$ORD:1 MÄRZ1 $NUM:2026"),
        ("Das Büro öffnet um 14:30 Uhr.", "$NUM:14 UHR1 $NUM:30"),
        ("Die Steuer beträgt 5 Prozent.", "$NUM:5 PROZENT1"),
        ("Der Antrag dauert drei Wochen.", "WOCHE1:3"),
        ("Der Antrag dauert 12 Wochen.", "$NUM:12 WOCHE1"),
    ],
)
def test_values_are_signed(line: Callable[[str], str], german: str, glosses: str) -> None:
    assert glosses in line(german)


@pytest.mark.parametrize(
    "value",
    [
        "info@beispiel.de",
        "https://www.beispiel.de/antrag",
        "0761 123456",
        "DE89 3704 0044 0532 0130 00",
        "Hauptstraße 12, 79098 Freiburg",
    ],
)
def test_what_nobody_reads_off_hands_is_shown(translate: Translate, value: str) -> None:
    (found,) = translate(f"Sie finden das Büro unter {value}.")
    assert value in " ".join(found.sentence.shown_texts())


def test_a_number_too_long_to_sign_is_shown(translate: Translate) -> None:
    (found,) = translate("Das Zeichen ist 4711081512.")
    assert "4711081512" in " ".join(found.sentence.shown_texts())


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "eins"),
        (21, "einundzwanzig"),
        (116, "einhundertsechzehn"),
        (2026, "zweitausendsechsundzwanzig"),
        (85000, "fünfundachtzigtausend"),
    ],
)
def test_number_words_for_the_lips(number: int, word: str) -> None:
    assert number_word(number) == word


@pytest.mark.parametrize(
    ("german", "glosses"),
    [
        (
            "1. Bezahlen Sie die Kosten.\n2. Sehen Sie den Antrag.",
            "$LIST:1 INDEX2 KOSTEN1 BEZAHLEN1",
        ),
        ("1. Januar 2026\n2. Februar 2026", "$ORD:1"),
        ("\n".join(f"{n}. Bezahlen Sie das Foto." for n in range(1, 9)), "$ORD:8 INDEX2 FOTO1"),
        ("- Ausweis\n- Foto\n- Brief", "$LIST:3 BRIEF1"),
    ],
)
def test_list_items_keep_their_number(
    line: Callable[[str], str], german: str, glosses: str
) -> None:
    assert glosses in line(german)


@pytest.mark.parametrize(
    ("german", "order"),
    [
        ("Die Steuer beträgt für einen Hund 132 Euro.", ["HUND1", "STEUER1", "$NUM:132", "EURO1"]),
        ("Das Büro ist von 8 bis 12 Uhr geschlossen.", ["$NUM:8", "BIS1", "$NUM:12", "UHR1"]),
    ],
)
def test_a_value_is_signed_once_and_whole(
    translate: Translate, german: str, order: list[str]
) -> None:
    glosses = [sign.gloss for item in translate(german) for sign in item.sentence.signs]
    assert [gloss for gloss in glosses if gloss in order] == order


def test_a_range_keeps_both_ends(line: Callable[[str], str]) -> None:
    assert "$NUM:2 BIS1 WOCHE1:3" in line("Der Antrag dauert zwei bis drei Wochen.")
