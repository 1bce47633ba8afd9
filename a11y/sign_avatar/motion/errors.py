"""What can be wrong with something to be performed."""

from __future__ import annotations

from a11y.errors import KlarhandError


class MotionError(KlarhandError):
    """A score cannot be performed."""


class UnknownEntryError(MotionError):
    """The score names a sign that the corpus does not have."""

    def __init__(self, gloss: str, entry: str | None) -> None:
        super().__init__(
            "KH-MOTION-01",
            f"The sign {gloss} (entry {entry or 'none'}) is not in the corpus.",
            "Gloss the sentence again with the corpus you perform it with, "
            "or add the entry to gloss_corpus/signs/.",
        )


class EmptyScoreError(MotionError):
    """There is nothing to perform."""

    def __init__(self, german: str) -> None:
        super().__init__(
            "KH-MOTION-02",
            f"The score of {german!r} has no signs.",
            "Give a sentence with at least one sign.",
        )


class NotationInEntryError(MotionError):
    """An entry's HamNoSys cannot be read."""

    def __init__(self, gloss: str, why: str) -> None:
        super().__init__(
            "KH-MOTION-03",
            f"The notation of {gloss} cannot be read: {why}",
            "Run 'a11y corpus validate' and mend the entry.",
        )


class UnperformedError(MotionError):
    """A valid HamNoSys string on which the compiler fails: a defect of the program."""

    def __init__(self, why: str) -> None:
        super().__init__(
            "KH-MOTION-04",
            f"The string is valid, but performing it failed: {why}",
            "This is a defect of Klarhand: please report the string.",
        )
