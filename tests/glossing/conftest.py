from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y.sign_avatar.glossing.explanation import ExplainedSentence
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.translate import analysed, explain_analysis, lexis_of
from tests.glossing.lexicon import ENTRIES

Translate = Callable[[str], tuple[ExplainedSentence, ...]]


@pytest.fixture
def lexis() -> Lexis:
    return lexis_of(ENTRIES)


@pytest.fixture
def translate() -> Translate:
    """Translate with the small fixed lexicon."""
    return lambda text: explain_analysis(analysed(text), ENTRIES)


@pytest.fixture
def line(translate: Translate) -> Callable[[str], str]:
    """The gloss lines of a text, joined by a bar."""
    return lambda text: " | ".join(item.sentence.gloss_line() for item in translate(text))
