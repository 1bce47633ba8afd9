"""What the translator once got wrong, with the small fixed lexicon."""

from __future__ import annotations

import pytest

from a11y.sign_avatar.glossing.clean import cleaned
from tests.glossing.conftest import Translate


@pytest.mark.parametrize(
    ("german", "line"),
    [
        ("Sie müssen den Antrag prüfen und bezahlen.", "INDEX2 ANTRAG1 PRÜFEN1 BEZAHLEN1 MÜSSEN1"),
        (
            "Sie müssen den Antrag prüfen und dürfen das Foto schicken.",
            "INDEX2 ANTRAG1 PRÜFEN1 MÜSSEN1 FOTO1 SCHICKEN1 DÜRFEN1",
        ),
        (
            "Am Montag kommt die Mutter, am Freitag das Kind.",
            "MONTAG1 MUTTER1 KOMMEN1 FREITAG1 KIND1 KOMMEN1",
        ),
        (
            "Die Stadt bezahlt den Antrag, die Frau das Foto.",
            "STADT1 ANTRAG1 BEZAHLEN1 FRAU1 FOTO1 BEZAHLEN1",
        ),
        (
            "Am Montag berät Sie die Frau, am Freitag die Mutter.",
            "MONTAG1 FRAU1 3a-BERATEN1-2 FREITAG1 MUTTER1 3b-BERATEN1-2",
        ),
        (
            "Der Hund kostet 5 Euro, das Kind nichts.",
            "HUND1 $NUM:5 EURO1 KOSTEN1 KIND1 KOSTEN1 NICHTS1",
        ),
        (
            "Der Antrag ist nicht alt, aber wichtig.",
            "ANTRAG1 ALT1 NICHT1 ABER1 WICHTIG1",
        ),
        ("Der Hund ist älter als das Kind.", "HUND1 KIND1 ALT1 MEHR1"),
        ("Die Mutter ist heute nicht da.", "HEUTE1 MUTTER1 DA1 NICHT1"),
        ("Wo muss ich mich anmelden?", "INDEX1 ANMELDEN1 MÜSSEN1 $ALPHA:wo"),
        ("Der Brief ist weder alt noch wichtig.", "BRIEF1 ALT1 WICHTIG1 NICHT1"),
        ("Ihnen wird der Brief geschickt.", "BRIEF1 SCHICKEN1-2"),
        ("Das kostet 99 Cent.", "INDEX3a $NUM:99 CENT1 KOSTEN1"),
        ("Ohne zu bezahlen, kommen Sie nicht.", "INDEX2 KOMMEN1 NICHT1 BEZAHLEN1 OHNE1"),
        ("Nicht alle Kinder spielen.", "$ALPHA:alle NICHT1 KIND1 SPIELEN1"),
        ("Ja, das Kind kommt.", "$ALPHA:ja KIND1 KOMMEN1"),
        ("Das ist zu wichtig.", "INDEX3a $ALPHA:zu WICHTIG1"),
        ("Der Brief ist leicht zu prüfen.", "BRIEF1 $ALPHA:leicht PRÜFEN1 KÖNNEN1"),
        ("Der Brief ist zu prüfen.", "BRIEF1 PRÜFEN1 MÜSSEN1"),
        ("SIE BRAUCHEN EINEN ANTRAG.", "INDEX2 ANTRAG1 BRAUCHEN1"),
        ("Der Hund ist einen Meter alt.", "HUND1 $NUM:1 $ALPHA:Meter ALT1"),
        ("Sie bezahlen die Gebühr in Höhe von 5 Euro.", "INDEX2 KOSTEN1 $NUM:5 EURO1 BEZAHLEN1"),
        (
            "Das Kind kommt eine Stunde vor dem Essen.",
            "$ALPHA:Essen VORHER1 $NUM:1 $ALPHA:Stunde KIND1 KOMMEN1",
        ),
        ("Vor dem Auszug kommen Sie.", "$ALPHA:Auszug VORHER1 INDEX2 KOMMEN1"),
        ("Sie bezahlen bis zu 5 Euro.", "INDEX2 BIS1 $NUM:5 EURO1 BEZAHLEN1"),
        (
            "Kinder unter 6 Jahren, deren Mutter kommt, bezahlen nichts.",
            "$ALPHA:unter JAHR1:6 KIND1++ INDEX3a MUTTER1 KOMMEN1 INDEX3a BEZAHLEN1 NICHTS1",
        ),
    ],
)
def test_line(german: str, line: str, translate: Translate) -> None:
    assert " ".join(item.sentence.gloss_line() for item in translate(german)) == line


def test_every_price_keeps_what_it_is_for(translate: Translate) -> None:
    german = "Bei 2 Hunden beträgt sie 156 Euro je Hund, ab 3 Hunden 180 Euro je Hund."
    line = " ".join(item.sentence.gloss_line() for item in translate(german))
    assert line.count("EURO1 $ALPHA:pro HUND1") == 2


@pytest.mark.parametrize("code", ["AusweisApp2", "7a", "B1-Kurs", "20m²", "12h"])
def test_codes_keep_their_figures(code: str, translate: Translate) -> None:
    signs = [sign for item in translate(f"Das ist {code}.") for sign in item.sentence.signs]
    figure = next(char for char in code if char.isdigit())
    assert any(figure in sign.text for sign in signs)


def test_a_buoy_answers_for_no_word_that_nobody_signs(translate: Translate) -> None:
    german = "Sie brauchen " + ", ".join(f"Dokument{n} Ausweis" for n in range(60)) + "."
    shown = " ".join(s.text for item in translate(german) for s in item.sentence.signs)
    assert all(str(number) in shown for number in range(60))


def test_english_is_shown_whole(translate: Translate) -> None:
    (item,) = translate("Please bring your passport to the office.")
    assert item.sentence.shown_texts() == ("Please bring your passport to the office.",)


@pytest.mark.parametrize(
    ("pasted", "plain"),
    [
        ("Gr&ouml;&szlig;e 3&nbsp;m", "Größe 3 m"),
        ("der Personal-\nausweis", "der Personalausweis"),
        ("Geburts-\nund Sterbeurkunde", "Geburts-\nund Sterbeurkunde"),
        ("o Antrag\no Foto", "- Antrag\n- Foto"),
        ("1 000 EUR", "1\u202f000 EUR"),
        ("2 100 Bäume", "2 100 Bäume"),
        ("<b>Foto</b>", "   Foto    "),
        ("&lt;Antrag&gt;", "<Antrag>"),
    ],
)
def test_pasted_text_is_cleaned(pasted: str, plain: str) -> None:
    assert cleaned(pasted) == plain
