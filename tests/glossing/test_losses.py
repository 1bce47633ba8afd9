"""A count of losses that knows nothing of the translator's own account, over a hundred odd inputs.

``hostile.txt`` holds one input a line, ``\\n`` for a new line: tables, fragments, capitals, other
languages, codes, chains of negations.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y.bench.gloss_losses import unanswered
from a11y.sign_avatar.glossing import gloss
from a11y.sign_avatar.glossing.errors import NothingToGlossError
from a11y.sign_avatar.score import NonManual, Sign, SignedSentence, SignKind

HOSTILE = (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines()


def test_nothing_of_a_hundred_odd_inputs_is_lost() -> None:
    lost = {}
    for line in HOSTILE:
        text = line.replace("\\n", "\n").replace("\\t", "\t")
        try:
            missing = unanswered(text, gloss(text))
        except NothingToGlossError:
            assert not any(char.isalnum() for char in text)
            continue
        if missing:
            lost[line] = missing
    assert len(HOSTILE) >= 100
    assert lost == {}


@pytest.mark.parametrize(
    ("covered", "shown", "missing"),
    [
        (((0, 5),), "", ["Foto", "12"]),
        (((0, 5), (6, 10)), "", ["12"]),
        (((0, 5), (6, 10), (11, 13)), "", ["12"]),
        (((0, 5), (6, 10), (11, 13)), "12", []),
    ],
)
def test_the_counter_sees_what_is_missing(
    covered: tuple[tuple[int, int], ...], shown: str, missing: list[str]
) -> None:
    sign = Sign(gloss="X1", kind=SignKind.TEXT, text=shown, source=covered)
    none: tuple[NonManual, ...] = ()
    score = SignedSentence(german="Hunde Foto 12", signs=(sign,), non_manuals=none)
    assert unanswered("", [score]) == missing


def test_a_sentence_that_is_gone_is_missed() -> None:
    sign = Sign(gloss="HUND1", kind=SignKind.LEXICAL, entry="HUND1", source=((0, 5),))
    score = SignedSentence(german="Hunde", signs=(sign,), non_manuals=())
    assert unanswered("Hunde bellen", [score]) == ["bellen"]
