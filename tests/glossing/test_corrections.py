"""Lines of glosses that a Deaf expert types over, read back into scores."""

from __future__ import annotations

from dataclasses import replace

import pytest

from a11y.sign_avatar.glossing import gloss
from a11y.sign_avatar.glossing.corrections import corrected, line
from a11y.sign_avatar.glossing.errors import CorrectionError
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.lexicon import load
from a11y.sign_avatar.score import Locus, SignedSentence, SignKind

LEXIS = Lexis(load().entries)
TEXTS = (
    "Sie müssen Ihren Hund innerhalb von 2 Wochen anmelden.",
    "Die Widerristhöhe muss mindestens 40 Zentimeter betragen.",
    "Wenn Sie keinen Ausweis haben, können Sie den Antrag nicht stellen.",
    "Wir schicken Ihnen die Hundesteuermarke. Haben Sie Fragen?",
)


def one(text: str) -> SignedSentence:
    return gloss(text)[0]


def glosses(sentence: SignedSentence) -> list[str]:
    return [sign.label for sign in sentence.signs]


@pytest.mark.parametrize("text", TEXTS)
def test_a_line_left_as_it_is_changes_nothing(text: str) -> None:
    for sentence in gloss(text):
        assert corrected(sentence, line(sentence), LEXIS) == sentence


def test_a_sign_put_in_anothers_place_keeps_the_german_and_its_mouthing() -> None:
    before = one("Sie müssen Ihren Hund anmelden.")
    at = glosses(before).index("HUND1")
    after = corrected(before, line(before).replace("HUND1", "KIND1"), LEXIS)
    assert after.signs[at].entry == "KIND1"
    assert after.signs[at].source == before.signs[at].source
    assert after.signs[at].mouthing == before.signs[at].mouthing
    assert after.non_manuals == before.non_manuals


def test_moved_signs_stay_themselves_and_spans_follow() -> None:
    before = one("Wenn Sie keinen Ausweis haben, können Sie den Antrag nicht stellen.")
    words = line(before).split()
    after = corrected(before, " ".join([words[-1], *words[:-1]]), LEXIS)
    assert after.signs[0] == before.signs[-1]
    assert sorted(map(str, after.signs)) == sorted(map(str, before.signs))
    condition = [span for span in before.non_manuals if span.function == "condition"]
    assert condition
    assert [
        (span.start, span.end) for span in after.non_manuals if span.function == "condition"
    ] == [(span.start + 1, span.end + 1) for span in condition]


def test_a_span_goes_with_its_last_sign_and_grows_around_a_new_one() -> None:
    before = one("Wenn Sie keinen Ausweis haben, können Sie den Antrag nicht stellen.")
    first = next(span for span in before.non_manuals if span.function == "condition")
    words = line(before).split()
    inside = [*words[: first.start + 1], "JETZT1"]
    longer = corrected(before, " ".join([*inside, *words[first.start + 1 :]]), LEXIS)
    grown = next(span for span in longer.non_manuals if span.function == "condition")
    assert (grown.start, grown.end) == (first.start, first.end + 1)

    without = corrected(before, " ".join(words[first.end :]), LEXIS)
    assert all(span.function != "condition" for span in without.non_manuals)


@pytest.mark.parametrize(
    ("written", "kind", "text"),
    [
        ("$ALPHA:Kita", SignKind.FINGERSPELLED, "Kita"),
        ("$NUM:25", SignKind.NUMBER, "25"),
        ("$TEXT:Haus_2", SignKind.TEXT, "Haus 2"),
        ("INDEX3b", SignKind.INDEX, ""),
        ("poss2", SignKind.LEXICAL, ""),
        ("hund", SignKind.LEXICAL, ""),
        ("HUND1++", SignKind.LEXICAL, ""),
    ],
)
def test_what_can_be_written(written: str, kind: SignKind, text: str) -> None:
    (sign,) = corrected(one("Der Hund ist da."), written, LEXIS).signs
    assert (sign.kind, sign.text) == (kind, text)
    assert sign.repetitions == written.count("+")


def test_directions_belong_to_verbs_that_have_them() -> None:
    (sign,) = corrected(one("Der Hund ist da."), "1-HELFEN1-2", LEXIS).signs
    assert (sign.source_locus, sign.goal_locus) == (Locus.SIGNER, Locus.ADDRESSEE)
    with pytest.raises(CorrectionError, match="HUND1 hat keine Richtung"):
        corrected(one("Der Hund ist da."), "1-HUND1-2", LEXIS)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("", "leer"),
        ("HUMD1", "Meinten Sie HUND1"),
        ("$FOO:x", "nicht lesbar"),
        ("$NUM:zwei", "nicht lesbar"),
        ("$ALPHA:", "nicht lesbar"),
        ("$NUM:1000000", "nicht lesbar"),
        ("HUND1^", "Ende"),
        ("++", "keine Glosse"),
        ("<script>", "steht nicht in der Sammlung"),
        ("HUND1 " * 201, "Höchstens 200"),
        ("STUNDE1:9", "nimmt die Zahl 9 nicht auf"),
    ],
)
def test_what_cannot_be_read_is_told_in_german(written: str, what: str) -> None:
    with pytest.raises(CorrectionError) as error:
        corrected(one("Der Hund ist da."), written, LEXIS)
    assert what in f"{error.value.what} {error.value.remedy}"


def test_compounds_are_joined_and_parted() -> None:
    before = one("Der Hund ist da.")
    joined = corrected(before, "HUND1^GELD1", LEXIS)
    assert [sign.compound for sign in joined.signs] == [True, False]
    assert joined.gloss_line() == "HUND1^GELD1"
    parted = corrected(joined, "HUND1 GELD1", LEXIS)
    assert parted.signs == tuple(replace(sign, compound=False) for sign in joined.signs)
