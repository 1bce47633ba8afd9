"""Why a sentence came out as it did: German and signs aligned, and the rules that fired."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from a11y.sign_avatar.glossing.rules import rules
from a11y.sign_avatar.score import SignedSentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """One German word: the positions of its signs in the sentence, or the reason it has none.

    means: how it was rendered (sign, equivalent, derived, compound, spelled, shown) or "dropped".
    reason: German, for editors; "" where it is signed.
    """

    word: str
    span: tuple[int, int]
    signs: tuple[int, ...]
    means: str
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "word": self.word,
            "span": list(self.span),
            "signs": list(self.signs),
            "means": self.means,
        }
        if self.reason:
            out["reason"] = self.reason
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedSentence:
    """A signed sentence with its alignment and the ids of the rules that shaped it.

    parts: for each sign what it is in the sentence (*Zeit*, *Subjekt*, *Modalverb* …), "" where
    the signs follow the German.
    """

    sentence: SignedSentence
    alignment: tuple[Aligned, ...]
    rules: tuple[str, ...]
    parts: tuple[str, ...] = ()

    @property
    def unsigned(self) -> tuple[Aligned, ...]:
        """The words that have no sign of their own: spelled or shown."""
        return tuple(
            item
            for item in self.alignment
            if item.means in ("spelled", "shown") and any(char.isalnum() for char in item.word)
        )

    def to_dict(self) -> dict[str, Any]:
        known = rules()
        return {
            "score": self.sentence.to_dict(),
            "gloss": self.sentence.gloss_line(),
            "parts": list(self.parts),
            "alignment": [item.to_dict() for item in self.alignment],
            "rules": [
                {"id": name, "message": known[name].message, "source": known[name].source}
                for name in self.rules
            ],
        }
