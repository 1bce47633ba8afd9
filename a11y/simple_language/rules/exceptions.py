"""*es sei denn* and *außer*: the exception becomes a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Clause
from a11y.simple_language.grammar.fields import part
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of

_OPENER = re.compile(
    r", (?P<words>(?:es sei denn,|außer)(?: (?:dass|wenn|falls))?)(?= )", re.IGNORECASE
)


@evaluates("exception-clause")
def exception_clause(view: View) -> Iterator[Match]:
    """*M, es sei denn, S* → *M. Ausnahme: S.*"""
    for found in _OPENER.finditer(view.text):
        opens, behind = view.start + found.start(), view.start + found.end() + 1
        clause = next((c for c in view.clauses if _between(view, c, opens, behind)), None)
        if clause is None:
            continue  # *außer montags*: no clause
        main = view.text[: found.start()]
        said = _stated(view, clause, behind)
        if said is not None and _named_before(view, behind):
            said = None  # *es sei denn, sie leben getrennt*: as a sentence it would be the reader
        unclear = said is None or ":" in main or len(view.text.split(found["words"])) > 2
        yield Match(
            start=view.start,
            end=view.start + len(view.text.rstrip()),
            found=found["words"],
            replacement=None if unclear else f"{sentence(main)}\nAusnahme: {said}",
            safe=True,
        )


def _between(view: View, clause: Clause, opens: int, behind: int) -> bool:
    """Whether the clause begins behind character ``opens`` and at ``behind`` at the latest."""
    first = view.token(min(clause.tokens)).span[0]
    reached = any(view.token(index).span[0] == behind for index in clause.tokens)
    return clause.finite is not None and first > opens and reached


def _named_before(view: View, start: int) -> bool:
    """Whether the exception opens with a *sie* that is somebody named before, or an *er* that is
    whoever the sentence is about (*Wer ihn verliert, …, es sei denn, er meldet es*)."""
    opening = [t.text for t in view.tokens if t.span[0] >= start][:2]
    return "sie" in opening or ("er" in opening and any(t.tag == "PWS" for t in view.tokens))


def _stated(view: View, clause: Clause, start: int) -> str | None:
    """The clause from character ``start`` on as a sentence; None where something stands behind."""
    found = part(view, clause)
    behind = view.after(found.tokens[-1]) if found is not None else None
    if found is None or (behind is not None and behind.text not in (".", "!")):
        return None
    if clause.link.lower() in ("dass", "wenn", "falls"):
        taken = take(view, found, skip=sum(t.span[0] < start for t in found.tokens) or 1)
        return sentence(taken.statement()) if taken is not None else None
    return sentence(text_of([t for t in found.tokens if t.span[0] >= start]))
