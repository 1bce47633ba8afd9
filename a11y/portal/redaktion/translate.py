"""What the simplifier says about a text, for the screen; a failure is said, never fatal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from a11y.errors import KlarhandError
from a11y.simple_language import readability, simplify, suggest
from a11y.simple_language.model import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """problem: why there are no suggestions, for the editor; "" if all went well."""

    suggestions: tuple[Suggestion, ...] = ()
    problem: str = ""


def suggestions_for(text: str) -> Report:
    try:
        return Report(suggestions=tuple(suggest(text)))
    except KlarhandError as error:
        return Report(problem=f"{error.what} {error.remedy}")


def applied_to(text: str) -> tuple[Suggestion, ...]:
    """What the machine's own version changed at the source."""
    try:
        return simplify(text).applied
    except KlarhandError:
        return ()


def readability_of(text: str) -> Any:
    """Readability figures, or None."""
    try:
        return readability(text)
    except KlarhandError:
        return None
