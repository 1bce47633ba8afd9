"""Conditions that need a form of their own: *vorausgesetzt, …*, and *nicht* before a question.

*Ein Anspruch besteht nicht, wenn …* denies that there is one: *Dann besteht kein Anspruch*.
"""

from __future__ import annotations

import re

from a11y.language.analysis import ClauseKind
from a11y.simple_language.clauses.opening import opened
from a11y.simple_language.rule import Match
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_ADDRESS = word_set("Sie Ihnen Ihr Ihre Ihren Ihrem Ihrer Ihres wir uns unser unsere")
_PROVIDED = re.compile(r",\s+vorausgesetzt,\s+(?!dass\b)(?=\w)")


def provided(view: View) -> Match | None:
    """*Die Stadt zahlt, vorausgesetzt, das Rad ist neu.* → *Das Rad ist neu? Dann zahlt …*"""
    found = _PROVIDED.search(view.text)
    if found is None or not view.text.rstrip().endswith("."):
        return None
    cut, behind = view.start + found.start(), view.start + found.end()
    main = [t for t in view.tokens if t.span[1] <= cut]
    said = [t for t in view.tokens if t.span[0] >= behind and t.text != "."]
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN and c.finite is not None]
    inside = {t.index for t in main}
    first = next((c for c in mains if c.finite in inside), None)
    second = next((c for c in mains if c.finite is not None and c.finite not in inside), None)
    if first is None or second is None or not said or said[0].index == second.finite:
        return None
    then = opened(view, main, first, "Dann")
    if then is None or any(c.link for c in view.clauses if c not in (first, second)):
        return None
    leans = any(t.tag in ("PPER", "PPOSAT") and t.text not in _ADDRESS for t in said)
    text = f"{sentence(text_of(said, inside=False), end='?')}\n{sentence(then)}"
    return Match(
        start=view.start,
        end=view.end,
        found="vorausgesetzt",
        replacement=text,
        safe=not leans,  # *…, vorausgesetzt, er ist groß*: he would be named too late
    )


_ONE_NOT = re.compile(
    r"^(Dann \w+(?: Sie| es)?) (eine?n? ([A-ZÄÖÜ]\w+)"
    r"(?: (?:auf|für|zu[mr]?|über|an) (?:(?! nicht).)*)?) nicht( \w+)?$"
)
_THERE_IS = re.compile(
    r"\b(?:besteh\w*|entsteh\w*|fällt|fallen|gibt|erhoben|erteilt|gegeben|ausgestellt|gewährt|verlangt"
    r"|fällig|nötig|erforderlich|notwendig|möglich|brauchen|benötigen|bekommen)\b"
)
_NO_THING = re.compile(
    r"(?:[Tt]eil|[Dd]rittel|[Vv]iertel|[Hh]älfte|[Tt]ag|[Ww]oche|[Mm]onat|[Jj]ahr|[Zz]eit)$"
)
"""*Ein Teil wird nicht gegeben*, *eine Woche nicht*: neither is nothing."""


def without_not(main: str, condition: str) -> str:
    """*Dann besteht ein Anspruch auf Geld nicht* → *Dann besteht kein Anspruch auf Geld*.

    Only with verbs of being there and giving: *Dann wird ein Antrag nicht bearbeitet* is said of
    this one. Nor where the condition names the same thing.
    """
    found = _ONE_NOT.match(main)
    if found is None or found[3] in condition.split() or not _THERE_IS.search(main):
        return main
    if _NO_THING.search(found[3]):
        return main
    return f"{found[1]} k{found[2]}{found[4] or ''}"
