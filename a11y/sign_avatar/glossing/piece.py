"""The smallest thing a phrase is made of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from a11y.sign_avatar.glossing.scene import Draft


@dataclass(slots=True)
class Piece:
    """One word or value of a phrase, rendered. kind: noun, determiner, start (of an attribute),
    standard (of a comparison), joint, or, nested (a joint inside an attribute), other."""

    kind: str
    drafts: list[Draft]
    tokens: tuple[int, ...]
    trailing: list[Draft] = field(default_factory=list)


def unmarked(drafts: list[Draft], function: str) -> list[Draft]:
    """The drafts outside every span of one function."""
    return [
        replace(draft, marks=tuple(mark for mark in draft.marks if mark[0] != function))
        for draft in drafts
    ]
