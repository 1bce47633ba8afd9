"""Referents get their place when they are first named, and keep it."""

from __future__ import annotations

import pytest

from tests.glossing.conftest import Translate


def _lines(translate: Translate, german: str) -> list[str]:
    return [item.sentence.gloss_line() for item in translate(german)]


@pytest.mark.parametrize(
    ("german", "lines"),
    [
        (
            "Die Mutter kommt. Sie bringt den Ausweis mit.",
            ["MUTTER1 INDEX3a KOMMEN1", "INDEX3a AUSWEIS1 MITBRINGEN1"],
        ),
        (
            "Das Amt prüft den Antrag. Fragen Sie es.",
            ["AMT1 INDEX3a ANTRAG1 PRÜFEN1", "INDEX2 2-FRAGEN1-3a"],
        ),
        ("Die Mutter kommt. Das Kind spielt.", ["MUTTER1 KOMMEN1", "KIND1 SPIELEN1"]),
        ("Die Mutter bringt ihr Kind mit.", ["MUTTER1 POSS3a KIND1 MITBRINGEN1"]),
        (
            "Frau Kern kommt. Sie bringt den Ausweis mit.",
            ["FRAU1 $ALPHA:Kern INDEX3a KOMMEN1", "INDEX3a AUSWEIS1 MITBRINGEN1"],
        ),
        (
            "Die Kinder kommen. Sie spielen.",
            ["KIND1++ INDEX3a KOMMEN1", "INDEX3a SPIELEN1"],
        ),
        (  # a text that speaks to its reader goes on doing so
            "Die Kinder brauchen Ihren Ausweis. Sie müssen kommen.",
            ["KIND1++ POSS2 AUSWEIS1 BRAUCHEN1", "INDEX2 KOMMEN1 MÜSSEN1"],
        ),
    ],
)
def test_whom_a_text_takes_up_has_a_place(
    translate: Translate, german: str, lines: list[str]
) -> None:
    assert _lines(translate, german) == lines


def test_the_index_lies_in_the_spans_of_its_noun(translate: Translate) -> None:
    (found,) = translate("Wenn das Kind krank ist, bringt es den Ausweis mit.")
    condition = [span for span in found.sentence.non_manuals if span.function == "condition"]
    assert {(span.start, span.end) for span in condition} == {(0, 4)}
    assert found.sentence.signs[2].gloss == "INDEX3a"
    assert "REF-FIRST-MENTION" in found.rules
