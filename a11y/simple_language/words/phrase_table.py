"""Many hard words or phrases looked up in a text at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_START = 2
"""Letters that tell which few of the phrases a word of the text can begin."""


class PhraseTable:
    """Finds words and phrases, in any case, where they stand as words of their own.

    One pattern of them all would try each of them at each word; here only those are tried that
    begin with the same letters.
    """

    def __init__(
        self, phrases: Iterable[str], *, ending: str = "", in_hyphens: bool = False
    ) -> None:
        """phrases: at least two letters each. ending: pattern of what may follow a phrase and
        belong to it; the phrase is group 1. in_hyphens: also beside a hyphen (*Rot-Weiß*)."""
        letter = r"\w" if in_hyphens else r"[\w-]"
        self._word_start = re.compile(rf"(?<!{letter})\w")
        by_start: dict[str, list[str]] = {}
        for phrase in sorted(phrases, key=len, reverse=True):  # the longest of two is meant
            by_start.setdefault(phrase[:_START].lower(), []).append(re.escape(phrase))
        self._patterns = {
            start: re.compile(rf"({'|'.join(some)}){ending}(?!{letter})", re.IGNORECASE)
            for start, some in by_start.items()
        }

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """What stands in a text, from left to right; no two overlap."""
        end = 0
        for place in self._word_start.finditer(text):
            start = place.start()
            pattern = self._patterns.get(text[start : start + _START].lower())
            if pattern is None or start < end:
                continue
            if (found := pattern.match(text, start)) is not None:
                end = found.end()
                yield found
