"""Half words, shortened clauses, names, phrases inside an object, read as a signer needs them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y.language import analyse
from a11y.sign_avatar.glossing.reread import reread
from tests.glossing.conftest import Translate

Line = Callable[[str], str]


def _lemmas(german: str) -> dict[str, str]:
    analysis, _ = reread(analyse(german))
    return {token.text: token.lemma for token in analysis.tokens}


@pytest.mark.parametrize(
    ("german", "half", "whole"),
    [
        ("Wir stellen Geburts- und Sterbeurkunden aus.", "Geburts-", "Geburtsurkunde"),
        ("Die An- und Abmeldung kostet nichts.", "An-", "Anmeldung"),
        ("Bringen Sie Haus- oder Wohnungsschlüssel mit.", "Haus-", "Hausschlüssel"),
        ("Es gibt Kinder- und Jugendhilfe.", "Kinder-", "Kinderhilfe"),
        ("Geburts- und Sterbe-Urkunden kosten Geld.", "Geburts-", "Geburts-Urkunde"),
    ],
)
def test_a_half_word_is_completed(german: str, half: str, whole: str) -> None:
    assert _lemmas(german)[half] == whole


def test_a_half_word_without_a_partner_stays(line: Line) -> None:
    assert line("Hund- und so weiter") == "HUND1 MEHR1"


@pytest.mark.parametrize(
    ("german", "spelled"),
    [
        ("Herr Hund kommt.", "$ALPHA:Hund"),
        ("Frau Dr. Haus prüft den Antrag.", "$ALPHA:Haus"),
        ("Familie Stadt kommt heute.", "$ALPHA:Stadt"),
        ("Sie wohnen in Essen.", "$ALPHA:Essen"),
    ],
)
def test_a_name_is_never_the_sign_of_the_word_it_looks_like(
    line: Line, german: str, spelled: str
) -> None:
    assert spelled in line(german).split()


def test_a_common_noun_stays_one(line: Line) -> None:
    assert line("Der Hund der Frau ist alt.") == "FRAU1 HUND1 ALT1"


@pytest.mark.parametrize(
    ("german", "gloss"),
    [
        (
            "Das Kind bekommt den Brief und die Mutter den Ausweis.",
            "KIND1 BRIEF1 BEKOMMEN1 MUTTER1 AUSWEIS1 BEKOMMEN1",
        ),
        (
            "Die Stadt öffnet um 8 Uhr, das Amt um 9 Uhr.",
            "$NUM:8 UHR1 STADT1 ÖFFNEN1 $NUM:9 UHR1 AMT1 ÖFFNEN1",
        ),
        ("Die Mutter bekommt den Brief und den Ausweis.", "MUTTER1 BRIEF1 AUSWEIS1 BEKOMMEN1"),
    ],
)
def test_a_shortened_clause_gets_its_verb(line: Line, german: str, gloss: str) -> None:
    assert line(german) == gloss


def test_what_is_denied_and_what_holds_are_two_clauses(translate: Translate) -> None:
    (found,) = translate("Der Antrag ist nicht alt, sondern wichtig.")
    line = found.sentence.gloss_line()
    assert line == "ANTRAG1 ALT1 NICHT1 ABER1 WICHTIG1"
    (shake,) = [span for span in found.sentence.non_manuals if span.function == "negation"]
    assert (shake.start, shake.end) == (1, 3)


@pytest.mark.parametrize(
    ("german", "gloss"),
    [
        ("Sie schicken den Brief an info@stadt.de.", "INDEX2 BRIEF1 SEHEN1 $TEXT SCHICKEN1"),
        ("Die Stadt prüft den Antrag im März.", "MÄRZ1 STADT1 ANTRAG1 PRÜFEN1"),
        ("Das Foto kostet 5 Euro je Hund.", "FOTO1 $NUM:5 EURO1 $ALPHA:pro HUND1 KOSTEN1"),
        ("Das Foto kostet mehr als 5 Euro.", "FOTO1 MEHR1 $NUM:5 EURO1 KOSTEN1"),
        ("Weder die Mutter noch das Kind kommt.", "MUTTER1 KIND1 KOMMEN1 NICHT1"),
        ("Bei einem Unfall müssen Sie kommen.", "$ALPHA:Unfall INDEX2 KOMMEN1 MÜSSEN1"),
    ],
)
def test_phrases_stand_in_places_of_their_own(line: Line, german: str, gloss: str) -> None:
    assert line(german) == gloss


@pytest.mark.parametrize(
    ("german", "denials"),
    [
        ("Er kann weder lesen noch schreiben.", 2),
        ("Wenn Sie weder arbeiten noch studieren, zahlen Sie nichts.", 2),
        ("Sie müssen weder kommen noch anrufen.", 2),
    ],
)
def test_neither_denies_both(line: Line, german: str, denials: int) -> None:
    assert line(german).count("NICHT1") == denials


@pytest.mark.parametrize(
    ("german", "gloss"),
    [
        (
            "Die Stadt sucht Kinder und Hunde, die spielen.",
            "KIND1++ HUND1 INDEX3a SPIELEN1 INDEX3a STADT1 $ALPHA:suchen",
        ),
        (
            "Wir prüfen den Antrag und die Briefe, die alt sind.",
            "BRIEF1 INDEX3a ALT1 INDEX1 ANTRAG1 PRÜFEN1",
        ),
        (
            "Die Steuer ist am 15. Mai, 15. Juni und 15. August wichtig.",
            "$LIST:1 $ORD:15 $ALPHA:Mai $LIST:2 $ORD:15 $ALPHA:Juni $LIST:3 $ORD:15 $ALPHA:August"
            " STEUER1 WICHTIG1",
        ),
        ("Das Haus ist alt und der Hund krank.", "HAUS1 ALT1 HUND1 KRANK1"),
        ("Das Amt liegt über dem Haus.", "HAUS1 $ALPHA:über AMT1 DA1"),
    ],
)
def test_what_belongs_together_is_signed_together(line: Line, german: str, gloss: str) -> None:
    assert line(german) == gloss


def test_a_shared_quality_is_said_of_both(line: Line) -> None:
    gloss = line("Für Briefe ist das Amt wichtig, für Anträge die Stadt.")

    assert gloss.count("WICHTIG1") == 2


def test_a_number_to_call_lies_under_nothing(line: Line) -> None:
    assert "unter" not in line("Rufen Sie die Polizei unter 110 an.")
    assert "unter" in line("Kinder unter 6 Jahren bezahlen nichts.")
