"""What can be wrong with a text or a rule file, said once and with a remedy."""

from __future__ import annotations

from a11y.errors import KlarhandError


class SimpleLanguageError(KlarhandError):
    """Base of everything this room reports."""


class EmptyTextError(SimpleLanguageError):
    """There is no German word in the text."""

    def __init__(self) -> None:
        super().__init__(
            "KH-EASY-01",
            "The text holds no words.",
            "Pass at least one German sentence.",
        )


class TextTooLongError(SimpleLanguageError):
    """The text is longer than one page of content ever is."""

    def __init__(self, *, length: int, limit: int) -> None:
        super().__init__(
            "KH-EASY-02",
            f"The text has {length:,} characters; one call takes at most {limit:,}.",
            "Split it at its headings and pass the parts one by one.",
        )


class NotGermanError(SimpleLanguageError):
    """Most words of the text are not German."""

    def __init__(self, *, share: float) -> None:
        super().__init__(
            "KH-EASY-03",
            f"Only {share:.0%} of the words are German.",
            "Pass German text; other languages are not simplified.",
        )


class MarkupError(SimpleLanguageError):
    """The text is HTML, not plain text."""

    def __init__(self, *, tag: str) -> None:
        super().__init__(
            "KH-EASY-04",
            f"The text contains HTML markup, first <{tag}>.",
            "Pass plain text with one paragraph or list item per line.",
        )


class RuleFileError(SimpleLanguageError):
    """A rule or glossary file breaks its form."""

    def __init__(self, *, file: str, problem: str) -> None:
        super().__init__(
            "KH-EASY-05",
            f"{file}: {problem}.",
            "See docs/formats/rules.md for the form of rule and glossary files.",
        )


class RewriterError(SimpleLanguageError):
    """The optional rewriting service did not give a usable answer."""

    def __init__(self, *, problem: str) -> None:
        super().__init__(
            "KH-EASY-06",
            f"The rewriting service gave no usable answer: {problem}.",
            "Check KLARHAND_REWRITER_URL and the service's log, or leave the rewriter off.",
        )
