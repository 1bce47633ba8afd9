"""Which words are names of people, streets, places and addresses, and no vocabulary."""

from __future__ import annotations

from a11y.language.analysis import Token, ValueKind
from a11y.simple_language.view import View

_NAMING = frozenset({ValueKind.ADDRESS, ValueKind.NAME, ValueKind.URL, ValueKind.EMAIL})
_ROADS = ("straße", "platz", "weg", "gasse", "allee")


def in_name(view: View, token: Token) -> bool:
    """Names of people, streets and places are no vocabulary."""
    return token.text.endswith(_ROADS) or any(
        value.kind in _NAMING and value.span[0] <= token.span[0] < value.span[1]
        for value in view.values
    )
