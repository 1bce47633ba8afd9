"""Long sentences of offices, right in all fourteen fields (``office.yaml``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y.language import analyse, gold

_WANTED = gold.parse((Path(__file__).parent / "office.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("sentence", _WANTED)
def test_clauses(sentence: str) -> None:
    assert gold.compare(_WANTED[sentence], analyse(sentence)) == []


def test_a_verb_before_and_is_finite_where_no_modal_waits_for_it() -> None:
    tags = [
        w.tag for w in analyse("Wenn Sie umziehen und Hunde haben, melden Sie die Hunde um.").tokens
    ]
    assert tags[2] == "VVFIN"
    tags = [
        w.tag for w in analyse("Kinder, die schwimmen und tauchen können, dürfen ins Bad.").tokens
    ]
    assert tags[3] == "VVINF"
