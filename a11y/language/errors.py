"""What can go wrong in the language room, with codes that stay."""

from __future__ import annotations

from pathlib import Path

from a11y.errors import KlarhandError


class LanguageError(KlarhandError):
    """Base of all errors of the language room."""


class PipelineMissingError(LanguageError):
    """KH-LANGUAGE-01: the named German pipeline is not installed or not readable."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "KH-LANGUAGE-01",
            f"The German pipeline {name!r} could not be loaded.",
            "Leave the setting empty to use the built-in one, or install the package named there.",
        )


class TreebankUnreadableError(LanguageError):
    """KH-LANGUAGE-02: a treebank folder or file is missing or not CoNLL-U."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            "KH-LANGUAGE-02",
            f"The treebank {path} could not be read: {reason}.",
            "Give a folder with UD German .conllu files by --treebanks.",
        )


class LexiconMissingError(LanguageError):
    """KH-LANGUAGE-03: the word tables that ship with the project are missing or damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "KH-LANGUAGE-03",
            f"The word table {path.name} is missing or damaged.",
            "Restore it from the repository or rebuild it with `a11y language lexicon`.",
        )


class UnknownFormError(LanguageError):
    """KH-LANGUAGE-04: a form was asked for that the word does not have."""

    def __init__(self, word: str, form: str) -> None:
        super().__init__(
            "KH-LANGUAGE-04",
            f"No form {form!r} is known for {word!r}.",
            "Check the spelling of the base form.",
        )
