from __future__ import annotations

import io
from dataclasses import replace

import webvtt

from a11y.sign_avatar.performance import Performance, SignMark
from a11y.sign_avatar.stage import captions


def test_each_sentence_is_one_cue_in_the_joined_time(performance: Performance) -> None:
    first = replace(performance, german="Guten Tag.")
    second = replace(performance, german="Sie brauchen einen Ausweis.")
    cues = webvtt.from_buffer(io.StringIO(captions([first, second]))).captions
    assert [cue.text for cue in cues] == ["Guten Tag.", "Sie brauchen einen Ausweis."]
    assert cues[0].start == "00:00:00.000"
    assert cues[0].end == cues[1].start == "00:00:01.040"


def test_markup_is_escaped_and_shown_words_are_added(performance: Performance) -> None:
    odd = replace(
        performance,
        german="Gilt <nur> für A & B.\n\nSonst nicht.",
        marks=(SignMark(gloss="$TEXT", start=0.2, end=0.5, shown="§ 5 BMG"),),
    )
    text = captions([odd])
    assert "Gilt &lt;nur&gt; für A &amp; B. Sonst nicht. [§ 5 BMG]" in text


def test_silent_performances_make_a_valid_file(performance: Performance) -> None:
    text = captions([replace(performance, german="")])
    assert len(webvtt.from_buffer(io.StringIO(text))) == 0
