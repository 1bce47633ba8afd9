"""Lines of glosses that a Deaf expert types over, read back into scores."""

from __future__ import annotations

from dataclasses import replace

import pytest

from a11y.sign_avatar.glossing import gloss
from a11y.sign_avatar.glossing.corrections import corrected, line
from a11y.sign_avatar.glossing.errors import CorrectionError
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.lexicon import load
from a11y.sign_avatar.score import Locus, SignedSentence, SignKind, Tier

LEXIS = Lexis(load().entries)
TEXTS = (
    "Sie müssen Ihren Hund innerhalb von 2 Wochen anmelden.",
    "Die Widerristhöhe muss mindestens 40 Zentimeter betragen.",
    "Wenn Sie keinen Ausweis haben, können Sie den Antrag nicht stellen.",
    "Wir schicken Ihnen die Hundesteuermarke. Haben Sie Fragen?",
    "Was kostet der Ausweis, wenn ich keine Hundesteuermarke habe und der Hund tot ist?",
    "Der Hund, der mir gehört, darf nicht bellen, aber die Katze muss schlafen.",
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


def functions(sentence: SignedSentence, name: str, tier: Tier = Tier.BROWS) -> set[tuple[int, int]]:
    spans = [s for s in sentence.non_manuals if s.function == name and s.tier is tier]
    return {(span.start, span.end) for span in spans}


NO_CARD = "Wenn Sie keinen Ausweis haben, können Sie den Antrag nicht stellen."


def test_brackets_say_what_the_face_does() -> None:
    before = one(NO_CARD)
    assert line(before).startswith("<Bedingung ")
    assert functions(before, "condition")


def test_moved_signs_stay_themselves_and_carry_their_brackets() -> None:
    before = one(NO_CARD)
    first, rest = line(before).split("> ", 1)
    after = corrected(before, f"{rest} {first}>", LEXIS)
    assert sorted(map(str, after.signs)) == sorted(map(str, before.signs))
    condition, count = functions(before, "condition"), len(before.signs)
    ((start, end),) = condition
    assert functions(after, "condition") == {(count - (end - start), count)}


def test_a_bracket_grows_around_a_new_sign_and_goes_when_it_is_deleted() -> None:
    before = one(NO_CARD)
    ((start, end),) = functions(before, "condition")
    longer = corrected(before, line(before).replace("<Bedingung ", "<Bedingung JETZT1 ", 1), LEXIS)
    assert functions(longer, "condition") == {(start, end + 1)}

    without = line(before).replace("<Bedingung ", "", 1).replace(">", "", 1)
    bare = corrected(before, without, LEXIS)
    assert bare.signs == before.signs
    assert not functions(bare, "condition")


def test_a_bracket_lays_grammar_over_signs() -> None:
    after = corrected(
        one("Der Hund ist da."), "HUND1 <Ja/Nein-Frage INDEX2 <Verneinung DA1>>", LEXIS
    )
    assert functions(after, "yes-no") == {(1, 3)}
    assert functions(after, "yes-no", Tier.HEAD) == {(1, 2)}, "it cannot lean and shake at once"
    assert functions(after, "negation", Tier.HEAD) == {(2, 3)}


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
        ("<script>", "keine Klammer"),
        ("<Thema HUND1", "nicht geschlossen"),
        ("HUND1>", "ohne Klammer"),
        ("<Thema > HUND1", "ist leer"),
        ("HUND1 ^ GELD1", "steht allein"),
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
