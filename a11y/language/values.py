"""Find the things that must never be lost: dates, times, amounts, numbers, addresses, § …

Each has a normal form that stays the same however the German around it is rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from a11y.language import hours
from a11y.language.analysis import Span, Value
from a11y.language.value_rules import RULES

_AROUND = 120
"""So many characters in front of what a rule is near to, and as many behind it, are searched."""


def find(text: str) -> tuple[Value, ...]:
    """All values in text order; they never overlap (the more specific kind wins)."""
    taken = bytearray(len(text))
    found: list[Value] = []
    for value in hours.times(text):
        taken[slice(*value.span)] = b"\x01" * len(value.text)
        found.append(value)
    text = _ENDLESS.sub(lambda run: "x" * len(run[0]), text)
    stretches: dict[re.Pattern[str], list[Span]] = {}
    for rule in RULES:
        if rule.near not in stretches:
            stretches[rule.near] = _stretches(rule.near, text)
        for match in _matches(rule.pattern, text, stretches[rule.near]):
            start, end = match.span()
            while end > start and text[end - 1].isspace():
                end -= 1
            while start < end and text[start].isspace():
                start += 1
            if any(taken[start:end]):
                continue
            form = rule.normal(match)
            if not form:
                continue
            taken[start:end] = b"\x01" * (end - start)
            found.append(
                Value(kind=rule.kind, span=(start, end), text=text[start:end], normal=form)
            )
    return tuple(sorted(found, key=lambda value: value.span))


_ENDLESS = re.compile(r"\d{40,}")
"""Such a run of digits is no value, and patterns of numbers would try each beginning of it."""


def _stretches(near: re.Pattern[str], text: str) -> list[Span]:
    """The parts of the text around ``near``, none touching another, cut between words."""
    found: list[Span] = []
    for match in near.finditer(text):
        start, end = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
        if found and end <= found[-1][1]:
            continue
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _matches(
    pattern: re.Pattern[str], text: str, stretches: Sequence[Span]
) -> Iterator[re.Match[str]]:
    for start, end in stretches:
        yield from pattern.finditer(text, start, end)
