"""Two things set against each other over one verb: *nicht X, sondern Y*, *nicht groß, aber ruhig*.

Each becomes a clause, so that the head shake lies on what is denied and on nothing else.
"""

from __future__ import annotations

from a11y.language.analysis import Analysis, Clause
from a11y.sign_avatar.glossing.reread.elliptic import (
    Part,
    continued,
    parts_of,
    phrase_like,
    restricted,
)

_TURNS = frozenset({"aber", "jedoch", "doch"})
_CARRIERS = ("NOUN", "PROPN", "ADJ", "NUM")


def contrasted(analysis: Analysis, clause: Clause) -> tuple[Clause, Clause] | None:
    """The clause before the turn and the one behind it; None where there is no such contrast."""
    if not clause.verbs:
        return None
    turn = _turn(analysis, clause)
    if turn is None:
        return None
    end = next((index for index in clause.verbs if index > turn), clause.tokens[-1] + 1)
    behind = [i for i in clause.tokens if i > end and i not in clause.verbs]
    if any(analysis.tokens[index].pos != "PUNCT" for index in behind):
        return None  # a clause of its own behind the turn, whatever the analysis made of it
    second = tuple(index for index in clause.tokens if turn <= index < end)
    first = tuple(index for index in clause.tokens if index not in second)
    content = tuple(
        index
        for index in second
        if analysis.tokens[index].pos not in ("PUNCT", "CCONJ") and index not in clause.negations
    )
    before = tuple(i for i in first if i < turn and analysis.tokens[i].pos != "PUNCT")
    if not content or not before or not any(_says(analysis, index) for index in content):
        return None
    head = next(
        (index for index in reversed(content) if analysis.tokens[index].pos in _CARRIERS),
        content[-1],
    )
    part = phrase_like(analysis, _counterpart(clause, before), head, content)
    link = analysis.tokens[turn].text.lower()
    return restricted(clause, first), continued(clause, second, (part,), link=link)


def _turn(analysis: Analysis, clause: Clause) -> int | None:
    """The *sondern* behind a negation, the *aber* between two statements."""
    finite = clause.finite if clause.finite is not None else clause.verbs[0]
    for index in clause.tokens:
        low = analysis.tokens[index].text.lower()
        if index == clause.tokens[0] or low not in (*_TURNS, "sondern"):
            continue
        negation = next((i for i in reversed(clause.negations) if i < index), None)
        if low == "sondern":
            denied = negation is not None and not _only(analysis, negation, clause)
            return index if denied else None
        tag = analysis.tokens[index].tag
        behind = index > finite and analysis.tokens[index - 1].text == ","
        if tag == "KON" and behind and not _inside_phrase(analysis, index):
            return index
    return None


def _only(analysis: Analysis, negation: int, clause: Clause) -> bool:
    following = negation + 1
    return following in clause.tokens and analysis.tokens[following].text.lower() == "nur"


def _inside_phrase(analysis: Analysis, turn: int) -> bool:
    """*ein kleines, aber ruhiges Zimmer*: two qualities of one noun."""
    return analysis.tokens[turn - 2].tag == "ADJA" if turn > 1 else False


def _says(analysis: Analysis, index: int) -> bool:
    token = analysis.tokens[index]
    return token.pos in _CARRIERS or token.tag in ("PIS", "ADV", "PPER")


def _counterpart(clause: Clause, before: tuple[int, ...]) -> Part | None:
    """What stands right before the turn; the second phrase is the same in its clause."""
    found = [item for item in parts_of(clause) if item.head in before and item.tokens]
    return max(found, key=lambda item: item.head, default=None)
