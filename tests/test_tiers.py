"""A score laid out for reading."""

from __future__ import annotations

import pytest

from a11y.sign_avatar.score import (
    NON_MANUAL_VALUES,
    Locus,
    NonManual,
    Sign,
    SignedSentence,
    SignKind,
    Tier,
)
from a11y.sign_avatar.tiers import Cell, Row, sheet, value_of

HUND = Sign(gloss="HUND1", kind=SignKind.LEXICAL, entry="HUND1", mouthing="Hund", repetitions=1)
HELFEN = Sign(
    gloss="HELFEN1", kind=SignKind.LEXICAL, entry="HELFEN1",
    source_locus=Locus.RIGHT, goal_locus=Locus.ADDRESSEE,
)  # fmt: skip
MARKE = Sign(gloss="$TEXT", kind=SignKind.TEXT, text="Hundemarke")


def sentence(*spans: NonManual) -> SignedSentence:
    return SignedSentence(german="…", signs=(HUND, MARKE, HELFEN), non_manuals=spans)


def test_the_tiers_stand_over_the_signs_they_span() -> None:
    rows = sheet(
        sentence(
            NonManual(tier=Tier.BROWS, value="raised", start=0, end=2, function="topic"),
            NonManual(tier=Tier.GAZE, value="3a", start=2, end=3, function="locus"),
            NonManual(tier=Tier.EYES, value="blink", start=2, end=3, function="boundary"),
        )
    )
    assert rows == (
        Row(
            label="Brauen",
            kind="tier",
            cells=(Cell(text="hoch (Thema)", signs=2), Cell(text="")),
        ),
        Row(label="Blick", kind="tier", cells=(Cell(text="", signs=2), Cell(text="auf Platz 3a"))),
        Row(
            label="Gebärden",
            kind="sign",
            cells=(Cell(text="HUND1+"), Cell(text="$TEXT"), Cell(text=HELFEN.label)),
        ),
        Row(label="Mundbild", kind="word", cells=(Cell(text="Hund"), Cell(text=""), Cell(text=""))),
        Row(
            label="Bildschirm",
            kind="word",
            cells=(Cell(text=""), Cell(text="Hundemarke"), Cell(text="")),
        ),
    )


def test_of_overlapping_spans_the_later_one_shows() -> None:
    brows = sheet(
        sentence(
            NonManual(tier=Tier.BROWS, value="raised", start=0, end=3, function="condition"),
            NonManual(tier=Tier.BROWS, value="lowered", start=1, end=2, function="wh"),
        )
    )[0]
    assert [cell.text for cell in brows.cells] == [
        "hoch (Bedingung)", "gesenkt (Frage)", "hoch (Bedingung)",
    ]  # fmt: skip


@pytest.mark.parametrize("tier", Tier)
def test_every_value_has_a_german_word(tier: Tier) -> None:
    for value in NON_MANUAL_VALUES[tier]:
        span = NonManual(tier=tier, value=value, start=0, end=1)
        assert value == "blink" or value_of(span) != value


def test_a_gloss_line_joins_the_labels() -> None:
    part = Sign(gloss="HUND1", kind=SignKind.LEXICAL, entry="HUND1", compound=True)
    line = SignedSentence(german="…", signs=(part, MARKE, HELFEN)).gloss_line()
    assert line == f"HUND1^$TEXT {HELFEN.label}"
    assert HELFEN.label.startswith("3a-HELFEN1")
