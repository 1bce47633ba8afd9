"""*Der Kurs dauert 3 Tage, am Wochenende 2 Tage*: each amount in a clause of its own.

The language room parts prices; lengths of time, days and *nichts* are parted here. Behind the comma
there must be what the amount depends on, the amount, and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    Analysis,
    Clause,
    ClauseKind,
    Participant,
    Relation,
    Role,
    ValueKind,
)
from a11y.sign_avatar.glossing.reread.elliptic import parts_of
from a11y.sign_avatar.glossing.reread.phrases import value_kind

_AMOUNTS = frozenset(
    {ValueKind.PRICE, ValueKind.DURATION, ValueKind.DATE, ValueKind.TIME, ValueKind.PERCENT}
)
_NOTHING = frozenset({"nichts", "kostenlos", "frei"})


def amounts_apart(analysis: Analysis) -> Analysis:
    """The analysis with such clauses parted at the comma; every token stays."""
    sentences, clauses = list(analysis.sentences), list(analysis.clauses)
    for clause in analysis.clauses:
        comma = _comma(analysis, clause)
        if comma is None:
            continue
        kept, told = _split(clause, comma)
        clauses[clause.index] = kept
        made = replace(
            told,
            index=len(clauses),
            kind=ClauseKind.MAIN,
            relation=Relation.COORDINATION,
            parent=clause.index,
            link="",
        )
        clauses.append(made)
        home = sentences[clause.sentence]
        sentences[clause.sentence] = replace(home, clauses=(*home.clauses, made.index))
    if len(clauses) == len(analysis.clauses):
        return analysis
    return replace(analysis, sentences=tuple(sentences), clauses=tuple(clauses))


def _comma(analysis: Analysis, clause: Clause) -> int | None:
    """The comma between two amounts of one verb, each with what it depends on."""
    if clause.finite is None or clause.kind is ClauseKind.RELATIVE:
        return None
    for index in clause.tokens:
        if analysis.tokens[index].text != "," or index < max(clause.verbs):
            continue
        right = _parts(clause, index)
        words = [at for at in clause.tokens if at > index and analysis.tokens[at].pos != "PUNCT"]
        told = sorted(at for item in right for at in item.tokens)
        if len(right) < 2 or told != words:
            continue
        if _instead(analysis, clause, index, right) and not _holds(clause, index):
            return index
        kinds = [_kind(analysis, item.tokens) for item in right]
        if kinds[-1] not in _AMOUNTS or kinds[-1] in kinds[:-1] or _holds(clause, index):
            continue
        if _told_before(analysis, clause, index, kinds[-1]):
            return index
    return None


def _instead(
    analysis: Analysis, clause: Clause, comma: int, right: Sequence[Participant | Adverbial]
) -> bool:
    """*brauchen keinen Ausweis, ab 3 Jahren einen Pass*: the second is not denied."""
    denied = any(
        at < comma and analysis.tokens[at].text.lower().startswith("kein")
        for at in clause.negations
    )
    first, last = right[0], right[-1]
    thing = analysis.tokens[last.tokens[0]]
    article = thing.tag == "ART" and thing.text.lower().startswith("ein")
    return denied and article and isinstance(first, Adverbial) and bool(first.preposition)


def _kind(analysis: Analysis, tokens: Sequence[int]) -> ValueKind | None:
    return value_kind(analysis, tuple(tokens))


def _parts(clause: Clause, comma: int) -> list[Participant | Adverbial]:
    """The parts behind the comma, in text order."""
    found = [item for item in parts_of(clause) if item.tokens[:1] > (comma,)]
    return sorted(found, key=lambda item: item.tokens)


def _holds(clause: Clause, comma: int) -> bool:
    """Whether some part reaches over the comma: then it is a list."""
    return any(
        item.tokens and item.tokens[0] < comma < item.tokens[-1] for item in parts_of(clause)
    )


def _told_before(analysis: Analysis, clause: Clause, comma: int, kind: ValueKind | None) -> bool:
    before = [item for item in parts_of(clause) if item.tokens and item.tokens[-1] < comma]
    nothing = any(
        analysis.tokens[at].text.lower() in _NOTHING for at in clause.tokens if at < comma
    )
    alike = any(_kind(analysis, item.tokens) is kind for item in before)
    return alike or (kind is ValueKind.PRICE and nothing)


def _split(clause: Clause, comma: int) -> tuple[Clause, Clause]:
    right = {id(item) for item in _parts(clause, comma)}
    shared = tuple(
        replace(item, shared=True)
        for item in clause.participants
        if item.role is Role.SUBJECT and id(item) not in right
    )
    kept = replace(
        clause,
        tokens=tuple(at for at in clause.tokens if at <= comma),
        negations=tuple(at for at in clause.negations if at < comma),
        participants=tuple(item for item in clause.participants if id(item) not in right),
        adverbials=tuple(item for item in clause.adverbials if id(item) not in right),
    )
    told = replace(
        clause,
        tokens=tuple(at for at in clause.tokens if at > comma),
        verbs=(),
        finite=None,
        negations=tuple(at for at in clause.negations if at > comma),
        participants=(*shared, *(item for item in clause.participants if id(item) in right)),
        adverbials=tuple(item for item in clause.adverbials if id(item) in right),
    )
    return kept, told
