"""Errors of the lexicon room."""

from __future__ import annotations

from dataclasses import dataclass

from a11y.errors import KlarhandError

_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in the corpus. file: relative to the corpus. line: from 1, 0 if unknown."""

    file: str
    line: int
    entry: str
    message: str

    def __str__(self) -> str:
        entry = f"{self.entry}: " if self.entry else ""
        return f"{self.file}:{self.line}: {entry}{self.message}"

    def to_dict(self) -> dict[str, str | int]:
        return {
            "file": self.file,
            "line": self.line,
            "entry": self.entry,
            "message": self.message,
        }


class LexiconError(KlarhandError):
    """The corpus cannot be used as it is. problems: all that were found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        shown = "\n".join(f"  {problem}" for problem in problems[:_SHOWN])
        more = f"\n  … and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        super().__init__(
            "KH-LEXICON-01",
            f"The gloss corpus has {len(problems)} problem(s):\n{shown}{more}\n",
            "Mend the files named; `a11y corpus validate` checks them again.",
        )


class NoSuchSignError(KlarhandError):
    """A letter or number the corpus has no sign for."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "KH-LEXICON-02",
            f"There is no sign for {what}.",
            "Show it as text, or add it to gloss_corpus/ (docs/corpus.md).",
        )
