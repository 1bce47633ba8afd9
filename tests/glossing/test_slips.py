"""Readings that would make nonsense of a score, set right; modals in other words; hours; prices."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.glossing.conftest import Translate

Line = Callable[[str], str]


@pytest.mark.parametrize(
    ("german", "gloss"),
    [
        ("Mehr gibt es auf www.stadt.de.", "SEHEN1 $TEXT MEHR1 DA1"),
        ("Geprüft werden Anträge und Fotos.", "ANTRAG1 FOTO1 PRÜFEN1"),
        ("Der Brief geht an das Amt.", "BRIEF1 AMT1 SCHICKEN1-3a"),
        ("Schicken Sie den Brief an uns.", "INDEX2 BRIEF1 2-SCHICKEN1-1"),
        ("Kinder bezahlen nichts, Mütter 5 Euro.",
         "KIND1++ BEZAHLEN1 NICHTS1 MUTTER1 $NUM:5 EURO1 BEZAHLEN1"),
    ],
)  # fmt: skip
def test_the_form_decides(line: Line, german: str, gloss: str) -> None:
    assert line(german) == gloss


@pytest.mark.parametrize(
    ("german", "gloss"),
    [
        ("Es ist möglich, den Antrag zu bezahlen.", "ANTRAG1 BEZAHLEN1 KÖNNEN1"),
        ("Sie haben das Recht, den Antrag zu sehen.", "INDEX2 ANTRAG1 SEHEN1 DÜRFEN1"),
        ("Es ist verboten, hier zu spielen.", "$ALPHA:hier SPIELEN1 DÜRFEN1 NICHT1"),
        ("Sie haben keine Pflicht, zu kommen.", "INDEX2 KOMMEN1 MÜSSEN1 NICHT1"),
        ("Es ist wichtig, den Antrag zu bezahlen.", "WICHTIG1 ANTRAG1 BEZAHLEN1"),
    ],
)
def test_modals_in_other_words(line: Line, german: str, gloss: str) -> None:
    assert line(german) == gloss


@pytest.mark.parametrize(
    ("german", "gloss"),
    [
        ("Das Amt öffnet Mo-Fr 8-12 Uhr.",
         "MONTAG1 BIS1 FREITAG1 $NUM:8 BIS1 $NUM:12 UHR1 AMT1 ÖFFNEN1"),
        ("Kinder 2 Euro, Frauen 5 Euro", "KIND1++ $NUM:2 EURO1 FRAU1 $NUM:5 EURO1"),
        ("Montags geschlossen", "MONTAG1 $ALPHA:schließen"),
    ],
)  # fmt: skip
def test_hours_and_prices_keep_their_order(line: Line, german: str, gloss: str) -> None:
    assert line(german) == gloss


@pytest.mark.parametrize(
    ("german", "gloss"),
    [
        ("Das Foto hat der Herr.", "FOTO1 HERR1 HABEN1"),
        ("Die Mutter ruft Sie an.", "MUTTER1 INDEX2 ANRUFEN1"),
        ("Sie fragen eine Frau, die Kinder hat.",
         "FRAU1 INDEX3a KIND1++ HABEN1 INDEX3a INDEX2 2-FRAGEN1-3a"),
    ],
)  # fmt: skip
def test_number_and_case_say_who_acts(line: Line, german: str, gloss: str) -> None:
    assert line(german) == gloss


def test_a_short_question_asks(translate: Translate) -> None:
    (found,) = translate("Noch Kinder?")
    assert {span.function for span in found.sentence.non_manuals} >= {"yes-no"}


def test_explained_signs_name_their_part(translate: Translate) -> None:
    (found,) = translate("Am Montag müssen Sie den Hund anmelden.")
    assert found.parts == ("Zeit", "Subjekt", "Objekt", "Prädikat", "Modalverb")
