"""*08:00 Uhr* as one time, also where the word behind the figures was left out of the value."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Analysis, Value, ValueKind

_WORD = " Uhr"


def clocked(analysis: Analysis) -> Analysis:
    """The analysis with the *Uhr* of each time inside its value; values keep their order."""
    values = tuple(_whole(analysis.text, value) for value in analysis.values)
    return analysis if values == analysis.values else replace(analysis, values=values)


def _whole(text: str, value: Value) -> Value:
    start, end = value.span
    if value.kind is not ValueKind.TIME or text[end : end + len(_WORD)] != _WORD:
        return value
    end += len(_WORD)
    return replace(value, span=(start, end), text=text[start:end])
