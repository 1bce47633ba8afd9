"""How fast sentences are signed, for ``a11y bench motion``."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from a11y.sign_avatar.performance import Performance

SPELLED = "$ALPHA:"


@dataclass(slots=True)
class Rhythm:
    """signs, signing: signs that are not spelled, counted or shown, and the seconds from the start
    of each to the start of the next; letters, spelling: of spelled words, from the first to the
    last hold; ways, between: seconds from the end of a sign to the start of the next, and how many.
    """

    signs: int = 0
    signing: float = 0.0
    letters: int = 0
    spelling: float = 0.0
    ways: float = 0.0
    between: int = 0

    def add(self, done: Performance) -> None:
        """Take in one sentence."""
        for one, two in pairwise(done.marks):
            self.ways += two.start - one.end
            self.between += 1
            if not one.gloss.startswith("$"):
                self.signs += 1
                self.signing += two.start - one.start
        for mark in done.marks:
            if mark.gloss.startswith(SPELLED):
                self.letters += len(mark.gloss.removeprefix(SPELLED))
                self.spelling += mark.end - mark.start

    def report(self) -> dict[str, object]:
        """The figures by name."""
        return {
            "signs_a_second": round(self.signs / max(self.signing, 1e-9), 2),
            "letters_a_second": round(self.letters / max(self.spelling, 1e-9), 2),
            "seconds_between_signs": round(self.ways / max(self.between, 1), 2),
        }
