"""Errors of the glossing room, code ``KH-GLOSS-NN``."""

from __future__ import annotations

from a11y.errors import KlarhandError


class GlossingError(KlarhandError):
    """Base of what a user of the translator can mend."""


class NothingToGlossError(GlossingError):
    """The text holds no word."""

    def __init__(self) -> None:
        super().__init__(
            "KH-GLOSS-01",
            "The text is empty: there is nothing to translate.",
            "Give at least one word of German.",
        )


class TextTooLongError(GlossingError):
    """The text is longer than the translator accepts in one go."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            "KH-GLOSS-02",
            f"The text has {length} characters; at most {limit} are translated at once.",
            "Split it, for instance by headings, and translate the parts.",
        )


class DataFileError(GlossingError):
    """A rule, word or sentence file of the translator is broken."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__("KH-GLOSS-03", f"{name}: {what}", "Mend the file; its form is documented.")


class LossError(GlossingError):
    """A content word of the input reached neither a sign nor a stated reason."""

    def __init__(self, words: str) -> None:
        super().__init__(
            "KH-GLOSS-04",
            f"These words would have been lost: {words}.",
            "This is a fault of the translator; please report the sentence.",
        )


class UnknownFormatError(GlossingError):
    """A score was to be written in a form nobody here knows."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "KH-GLOSS-05", f"{name}: this form is not known.", "Write .eaf, .sigml or .json."
        )


class CorrectionError(GlossingError):
    """A corrected gloss line cannot be read; in German, for the Deaf expert who wrote it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__("KH-GLOSS-06", what, remedy)
