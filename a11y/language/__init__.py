"""German analysis that both translators share.

``analyse`` reads text; ``pronounce`` gives phones; ``split_compound`` parts a compound;
``inflect`` builds forms. Imports of spaCy happen on the first call, not here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from a11y.language.analysis import Analysis


def analyse(text: str, *, pipeline: str | None = None) -> Analysis:
    """See ``a11y.language.analyse.analyse``."""
    from a11y.language.reading import read

    return read(text, pipeline=pipeline)


def split_compound(word: str) -> tuple[str, ...]:
    """``Personalausweisantrag`` → (``Personal``, ``Ausweis``, ``Antrag``); one part: not split."""
    from a11y.language.compounds import split

    return split(word)


def pronounce(word: str) -> tuple[str, ...]:
    """Phones of a German word in IPA, see ``a11y.language.pronunciation``."""
    from a11y.language.pronunciation import phones

    return phones(word)
