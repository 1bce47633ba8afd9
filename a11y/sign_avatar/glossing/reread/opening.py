"""Opening hours are one time of their clause: *Sie erreichen uns Mo-Do 8-12 und 13-16 Uhr.*

The language room finds them whole (``Analysis.hours``); its clauses may still have cut them into
several parts, or taken a day for whoever is reached.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Adverbial, AdverbialType, Analysis, Clause, OpeningHours
from a11y.sign_avatar.glossing.reread.elliptic import parts_of

_LINKED = (",", "und", "sowie", ";")


def opened(analysis: Analysis) -> Analysis:
    """The analysis with each stretch of opening hours as one adverbial of time."""
    if not analysis.hours:
        return analysis
    return replace(
        analysis, clauses=tuple(_with_hours(analysis, clause) for clause in analysis.clauses)
    )


def _with_hours(analysis: Analysis, clause: Clause) -> Clause:
    if not clause.verbs:
        return clause  # days and times without a verb keep their order anyway
    for run in _runs(analysis, clause):
        inside = [part for part in parts_of(clause) if part.tokens and part.head in run]
        left = {index for part in inside for index in part.tokens} - run
        if not inside or any(analysis.tokens[at].text not in _LINKED for at in left):
            continue
        whole = Adverbial(type=AdverbialType.TIME, head=min(run), tokens=tuple(sorted(run)))
        clause = replace(
            clause,
            participants=tuple(item for item in clause.participants if item not in inside),
            adverbials=(*(item for item in clause.adverbials if item not in inside), whole),
        )
    return clause


def _runs(analysis: Analysis, clause: Clause) -> list[frozenset[int]]:
    """The tokens of each stretch in the clause; hours that only *und* parts are one."""
    out: list[set[int]] = []
    for item in analysis.hours:
        if item.closed or item.by_appointment or item.weeks:
            continue
        tokens = _tokens(analysis, clause, item)
        if not tokens:
            continue
        between = range(max(out[-1]) + 1, min(tokens)) if out else range(0)
        joined = len(between) == 1 and analysis.tokens[between[0]].text in _LINKED
        if out and joined:
            out[-1] |= {*between, *tokens}
        else:
            out.append(set(tokens))
    return [frozenset(run) for run in out]


def _tokens(analysis: Analysis, clause: Clause, item: OpeningHours) -> set[int]:
    start, end = item.span
    found = {at for at in clause.tokens if start <= analysis.tokens[at].span[0] < end}
    return set() if found & set(clause.verbs) else found
