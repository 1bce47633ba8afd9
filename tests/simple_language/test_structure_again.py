"""Conditions, clauses and their subjects: what is not certain stays, and nothing raises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y.simple_language.model import Simplified
from a11y.simple_language.simplify import accept_all, condense, shorten, simplify


@pytest.mark.parametrize("door", [simplify, accept_all, condense, shorten])
@pytest.mark.parametrize("end", [".", "", "!"])
def test_an_exception_may_end_its_text_without_a_stop(
    door: Callable[[str], Simplified], end: str
) -> None:
    text = f"Sie müssen nichts zahlen, es sei denn, Sie kündigen zu spät{end}"
    assert "Ausnahme: Sie kündigen zu spät" in door(text).text
