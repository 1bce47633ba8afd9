"""What a semicolon parts: two statements become two sentences, and nothing else changes."""

from __future__ import annotations

from a11y.language.analysis import ClauseKind, Mood, Role
from a11y.simple_language.rule import Match
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital

_QUOTED = "„“»«()"


def parted_at_semicolon(view: View) -> Match | None:
    """*Die Anmeldung ist frei; für die Kopie zahlen Sie 5 Euro.* → two sentences."""
    for semicolon in (token for token in view.tokens if token.text == ";"):
        following = view.after(semicolon)
        if following is not None and _two_statements(view, semicolon.index):
            return Match(
                start=semicolon.span[0],
                end=following.span[1],
                found=";",
                replacement=f".\n{capital(following.text)}",
                safe=True,
            )
    return None


def _two_statements(view: View, semicolon: int) -> bool:
    """Whether the sentence parts at this token into main clauses that each have their verb."""
    if any(mark in view.text for mark in _QUOTED):
        return False
    left = [c for c in view.clauses if max(c.tokens) <= semicolon]
    right = [c for c in view.clauses if min(c.tokens) > semicolon]
    mains = [
        [c for c in side if c.kind is ClauseKind.MAIN and c.finite in c.tokens]
        for side in (left, right)
    ]
    return (
        len(left) + len(right) == len(view.clauses)
        and all(mains)
        and not any(c.mood is Mood.SUBJUNCTIVE for c in mains[1])
        and any(p.role is Role.SUBJECT and not p.shared for p in mains[1][0].participants)
    )
