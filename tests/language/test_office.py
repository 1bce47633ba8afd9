"""Long sentences of offices, right in all fourteen fields (``office.yaml``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y.language import analyse, gold

_WANTED = gold.parse((Path(__file__).parent / "office.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sentence", _WANTED)
def test_clauses(sentence: str) -> None:
    assert gold.compare(_WANTED[sentence], analyse(sentence)) == []
