"""The types that pass between rooms keep what they carry."""

from __future__ import annotations

import numpy as np
import pytest

from a11y.sign_avatar.performance import Performance, SignMark
from a11y.sign_avatar.score import Locus, NonManual, Sign, SignedSentence, SignKind, Tier


def sentence() -> SignedSentence:
    return SignedSentence(
        german="Sie müssen den Hund nicht anmelden.",
        signs=(
            Sign(gloss="INDEX2", kind=SignKind.INDEX, entry="INDEX2", source=((0, 3),)),
            Sign(gloss="HUND1", kind=SignKind.LEXICAL, entry="HUND1", mouthing="Hund"),
            Sign(gloss="ANMELDEN1", kind=SignKind.LEXICAL, entry="ANMELDEN1", repetitions=1),
            Sign(gloss="SCHICKEN1", kind=SignKind.LEXICAL, goal_locus=Locus.RIGHT, compound=True),
            Sign(gloss="$TEXT", kind=SignKind.TEXT, text="hund@stadt.example"),
        ),
        non_manuals=(
            NonManual(tier=Tier.HEAD, value="shake", start=2, end=3, function="negation"),
        ),
    )


def test_a_score_survives_its_file_form() -> None:
    assert SignedSentence.from_dict(sentence().to_dict()) == sentence()


def test_the_gloss_line_shows_loci_repetition_and_compounds() -> None:
    assert sentence().gloss_line() == "INDEX2 HUND1 ANMELDEN1+ SCHICKEN1-3a^$TEXT"


def test_what_is_not_signed_is_shown() -> None:
    assert sentence().shown_texts() == ("hund@stadt.example",)


def test_a_non_manual_may_not_reach_past_the_signs() -> None:
    span = NonManual(tier=Tier.BROWS, value="raised", start=0, end=2)
    with pytest.raises(ValueError, match="reaches past"):
        SignedSentence(german="", signs=(), non_manuals=(span,))


def test_a_non_manual_value_must_be_one_of_its_tier() -> None:
    with pytest.raises(ValueError, match="no value of tier brows"):
        NonManual(tier=Tier.BROWS, value="shake", start=0, end=1)


def performance() -> Performance:
    half = np.sqrt(0.5)
    return Performance(
        times=np.array([0, 1], np.float32),
        joints=("head",),
        rotations=np.array([[[0, 0, 0, 1]], [[0, half, 0, half]]], np.float32),
        morphs=("jawOpen",),
        weights=np.array([[0], [1]], np.float32),
        marks=(SignMark(gloss="JA1", start=0.2, end=0.8),),
        german="Ja.",
    )


def test_a_performance_is_sampled_between_its_keys_and_clamped() -> None:
    rotations, weights = performance().sample(0.5)
    assert weights == pytest.approx([0.5])
    assert np.degrees(2 * np.arctan2(rotations[0, 1], rotations[0, 3])) == pytest.approx(45)
    assert performance().sample(9.0)[1] == pytest.approx([1.0])


def test_a_performance_survives_its_file_form() -> None:
    again = Performance.from_dict(performance().to_dict())
    assert np.allclose(again.rotations, performance().rotations, atol=1e-5)
    assert again.marks == performance().marks


def test_a_performance_with_times_that_stand_still_is_refused() -> None:
    data = performance().to_dict()
    data["times"] = [0, 0]
    with pytest.raises(ValueError, match="increase strictly"):
        Performance.from_dict(data)
