"""GNU diction beside our rules; the comparison itself needs Debian's package diction."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y.bench.simplify_peers import PeerMissingError, compared, sentences_of
from a11y.simple_language.model import Level

TEXT = "Das Amt ist relativ groß.\nSie können Ihren Antrag im Internet stellen."


def test_without_diction_it_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(PeerMissingError, match="diction"):
        compared([TEXT], folder=tmp_path, level=Level.LEICHT)


def test_headings_of_a_few_words_are_no_sentences() -> None:
    assert sentences_of(["Kosten\nDas kostet [immer] 10 Euro."]) == ["Das kostet immer 10 Euro."]


@pytest.mark.skipif(not Path("/usr/share/diction/de").exists(), reason="GNU diction is not there")
def test_what_diction_marks_is_looked_for_in_ours() -> None:
    table = compared([TEXT], folder=Path("/usr"), level=Level.LEICHT)
    assert table["diction marks"] >= 1
    assert table["of these marked by us"] == table["diction marks"]
