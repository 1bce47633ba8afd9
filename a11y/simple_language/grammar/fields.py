"""Which words a clause has: its run of tokens, what is left without it, and whether that stands.

German puts commas around a clause and its verbs at its edges. Where its words do not stand together
the answer is None. ``verb_last`` and ``verb_second`` say what was found so as a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from a11y.language.analysis import Clause, ClauseKind, Token
from a11y.simple_language.view import View

_EDGES = frozenset({",", ";", ":", "–", "-", ".", "!", "?"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A clause with everything embedded in it: a run of tokens without the punctuation at its
    edges."""

    clause: Clause
    tokens: tuple[Token, ...]

    @property
    def first(self) -> int:
        return self.tokens[0].index

    @property
    def last(self) -> int:
        return self.tokens[-1].index


def part(view: View, clause: Clause) -> Part | None:
    """The clause and its descendants; None where they do not stand together."""
    family = {clause.index}
    for _ in view.clauses:
        family |= {c.index for c in view.clauses if c.parent in family}
    indices = sorted(i for c in view.clauses if c.index in family for i in c.tokens)
    return _run(view, clause, indices)


def alone(view: View, clause: Clause) -> Part | None:
    """The clause without what hangs on it; None where its words do not stand together."""
    return _run(view, clause, sorted(clause.tokens))


def rest(view: View, taken: Part) -> tuple[Token, ...]:
    """The sentence's other tokens, edge punctuation and the part's own two commas removed."""
    inside = range(taken.first, taken.last + 1)
    before, behind = taken.first - 1, taken.last + 1
    tokens = [token for token in view.tokens if token.index not in inside]
    if all(any(t.index == at and t.text == "," for t in tokens) for at in (before, behind)):
        tokens = [token for token in tokens if token.index not in (before, behind)]
    return _strip(tokens)


def _run(view: View, clause: Clause, indices: Sequence[int]) -> Part | None:
    tokens = _strip([view.token(index) for index in indices])
    if not tokens:
        return None
    between = set(range(tokens[0].index, tokens[-1].index + 1)) - {t.index for t in tokens}
    if any(view.token(index).text not in _EDGES for index in between):
        return None
    whole = tuple(view.token(i) for i in range(tokens[0].index, tokens[-1].index + 1))
    return Part(clause=clause, tokens=whole)


def _strip(tokens: Sequence[Token]) -> tuple[Token, ...]:
    kept = list(tokens)
    while kept and kept[0].text in _EDGES:
        kept.pop(0)
    while kept and kept[-1].text in _EDGES:
        kept.pop()
    return tuple(kept)


def subordinates(view: View, *links: str, relative: bool = False) -> list[Clause]:
    """The sentence's subordinate clauses with one of these conjunctions.

    relative: also those that are relative to a whole statement (*wobei, weshalb*).
    """
    kinds = (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE) if relative else (ClauseKind.SUBORDINATE,)
    return [c for c in view.clauses if c.kind in kinds and c.link.lower() in links]


def stands_alone(view: View, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a main clause has all its verbs among these tokens.

    *wird … geprüft* without its participle is half a clause: the analysis has cut it wrongly.
    """
    if clause.finite is None:
        return bool(clause.modal)
    finite = view.token(clause.finite)
    inside = {token.index for token in tokens}
    if any(index not in inside for index in clause.verbs):
        return False
    if len(clause.verbs) > 1:
        return not lacks_passive(tokens)
    if finite.tag.startswith("VM"):
        return False
    if finite.lemma == "werden" and clause.predicate == "werden" and tokens:
        # *wird fällig*: how it becomes, and no participle
        return tokens[-1].tag == "ADJD" and not tokens[-1].text.endswith(("t", "en"))
    if finite.tag.startswith("VA"):
        return clause.predicate in (finite.lemma, "sein", "haben") and finite.lemma != "werden"
    return True


def lacks_passive(tokens: Sequence[Token]) -> bool:
    """*Die Platten dürfen ausgebaut* lacks the *werden* that stands in another part."""
    modal = any(t.tag == "VMFIN" for t in tokens)
    infinite = any(t.tag in ("VVINF", "VAINF", "VMINF", "VVIZU") for t in tokens)
    return modal and not infinite and bool(tokens) and tokens[-1].tag in ("VVPP", "ADJD", "VVFIN")
