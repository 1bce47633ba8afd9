"""*Je nachdem, wie alt das Kind ist, …*: what something depends on stands in front as a topic.

The two words look like a time clause that swallows its main clause; here they carry the question
behind them, and the main clause stands by itself.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Analysis, Clause, ClauseKind, Relation

LINK = "je nachdem"


def depended(analysis: Analysis) -> Analysis:
    """The analysis with such clauses under their own link; every token stays."""
    sentences, clauses = list(analysis.sentences), list(analysis.clauses)
    for clause in analysis.clauses:
        start = _start(analysis, clause)
        if start is None:
            continue
        own = tuple(index for index in clause.tokens if start <= index <= start + 2)
        if not clause.predicate:
            clauses[clause.index] = replace(clause, link=LINK, adverbials=(), participants=())
            continue
        asked = next((c for c in clauses if c.tokens[:1] == (start + 3,)), None)
        if asked is None:
            continue
        carrier = Clause(
            index=len(clauses),
            sentence=clause.sentence,
            kind=ClauseKind.FRAGMENT,
            tokens=own,
            link=LINK,
            relation=Relation.TIME,
            parent=clause.index,
        )
        gone = set(own)
        clauses[clause.index] = replace(
            clause,
            kind=ClauseKind.MAIN,
            relation=Relation.NONE,
            parent=None,
            link="",
            tokens=tuple(index for index in clause.tokens if index not in gone),
            adverbials=tuple(item for item in clause.adverbials if item.head not in gone),
        )
        clauses[asked.index] = replace(asked, parent=carrier.index)
        clauses.append(carrier)
        home = sentences[clause.sentence]
        sentences[clause.sentence] = replace(home, clauses=(*home.clauses, carrier.index))
    if clauses == list(analysis.clauses):
        return analysis
    return replace(analysis, sentences=tuple(sentences), clauses=tuple(clauses))


def _start(analysis: Analysis, clause: Clause) -> int | None:
    """Where *je nachdem,* stands in a clause."""
    for index in clause.tokens:
        if analysis.tokens[index].text.lower() != "je" or index + 2 >= len(analysis.tokens):
            continue
        if analysis.tokens[index + 1].text.lower() == "nachdem":
            return index
    return None
