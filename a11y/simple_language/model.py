"""What the simplifier says: suggestions an editor can read, take or refuse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Level(StrEnum):
    """LEICHT: Leichte Sprache (BITV 2.0 Anlage 2 Teil 2). EINFACH: Einfache Sprache (about B1)."""

    LEICHT = "leicht"
    EINFACH = "einfach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One rule that spoke.

    start, end: characters of the text it was found in (half-open).
    rule: id such as ``passive``; norm: where it comes from (``BITV 2.0 Anlage 2 Teil 2 Nr. 1``).
    message: German, for the editor: what is hard here and what to do.
    replacement: the new text for the span, or None where only a person can mend it.
    safe: may be applied unattended (meaning guard passed and the rule's forms are certain).
    found: the words that were rewritten, as they stood when the rule spoke; after other rewrites
    of the sentence the span only says where in the source they come from.
    """

    start: int
    end: int
    rule: str
    norm: str
    message: str
    replacement: str | None = None
    safe: bool = False
    found: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "rule": self.rule,
            "norm": self.norm,
            "message": self.message,
            "replacement": self.replacement,
            "safe": self.safe,
            "found": self.found,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Simplified:
    """A text made easier.

    sentences: one easy sentence each, in order; paragraphs: index of the source paragraph per
    sentence. applied: rewrites that were made (on the source); hints: what still needs a person.
    """

    source: str
    level: Level
    sentences: tuple[str, ...]
    paragraphs: tuple[int, ...]
    applied: tuple[Suggestion, ...]
    hints: tuple[Suggestion, ...]

    @property
    def text(self) -> str:
        """One sentence per line."""
        return "\n".join(self.sentences)
