"""What the simplifier says about a text, for the screen; its absence is said, never fatal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from a11y.errors import KlarhandError
from a11y.portal.translation import translator
from a11y.simple_language.model import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """problem: why there are no suggestions, for the editor; "" if all went well."""

    suggestions: tuple[Suggestion, ...] = ()
    problem: str = ""


def suggestions_for(text: str) -> Report:
    try:
        from a11y.simple_language import suggest

        return Report(suggestions=tuple(suggest(text)))
    except ImportError as error:
        return Report(problem=f"Die Regeln für Leichte Sprache fehlen ({error}).")
    except KlarhandError as error:
        return Report(problem=f"{error.what} {error.remedy}")


def applied_to(text: str) -> tuple[Suggestion, ...]:
    """What the machine's own version changed at the source."""
    try:
        return translator().easy(text).applied
    except KlarhandError:
        return ()


def readability_of(text: str) -> Any:
    """Readability figures, or None."""
    try:
        from a11y.simple_language import readability

        return readability(text)
    except (ImportError, KlarhandError):
        return None
