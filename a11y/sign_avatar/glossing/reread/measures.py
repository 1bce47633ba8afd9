"""How much of something, and what a price is for: one part of the clause, not two."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    Participant,
    Role,
    ValueKind,
)
from a11y.sign_avatar.glossing.reread.elliptic import parts_of
from a11y.sign_avatar.glossing.reread.phrases import value_kind

_PER = frozenset({"je", "pro"})
_SIZES = frozenset({"alt", "lang", "hoch", "breit", "groß", "tief", "schwer", "weit", "dick"})


def measured(analysis: Analysis, clause: Clause) -> Clause:
    """*drei Monate Zeit*, *50 Prozent Ermäßigung*: how much of the bare noun that follows."""
    for item in clause.participants:
        first = analysis.tokens[item.tokens[0]] if item.tokens else None
        if first is None or item.role is not Role.DIRECT_OBJECT or first.pos != "NOUN":
            continue
        measure = next(
            (other for other in parts_of(clause) if _measures(analysis, other, item)), None
        )
        if measure is None:
            continue
        whole = replace(item, tokens=(*measure.tokens, *item.tokens))
        return replace(
            clause,
            participants=tuple(
                whole if part is item else part
                for part in clause.participants
                if part is not measure
            ),
            adverbials=tuple(part for part in clause.adverbials if part is not measure),
        )
    return clause


def sized(analysis: Analysis, clause: Clause) -> Clause:
    """*unter 25 Jahre alt*, *bis 2 Meter hoch*: how old or high, and no time before the subject."""
    said = next((item for item in clause.participants if item.role is Role.PREDICATIVE), None)
    if said is None or not said.tokens or analysis.tokens[said.head].lemma not in _SIZES:
        return clause
    for item in clause.adverbials:
        bound = item.preposition.lower() in ("unter", "über", "bis", "zwischen", "von")
        if not bound or not item.tokens or item.tokens[-1] + 1 != said.tokens[0]:
            continue
        whole = replace(said, tokens=(*item.tokens, *said.tokens))
        return replace(
            clause,
            participants=tuple(whole if part is said else part for part in clause.participants),
            adverbials=tuple(part for part in clause.adverbials if part is not item),
        )
    return clause


def measuring(analysis: Analysis, clause: Clause) -> Clause:
    """The same where the measure was taken for the object and its noun for an adverbial."""
    for noun in clause.adverbials:
        if noun.preposition or analysis.tokens[noun.head].pos != "NOUN":
            continue
        for length in clause.adverbials:
            adjacent = length.tokens and noun.tokens and length.tokens[-1] + 1 == noun.tokens[0]
            if adjacent and not length.preposition and length.type is AdverbialType.DURATION:
                made = Participant(
                    role=Role.DIRECT_OBJECT,
                    head=noun.head,
                    tokens=(*length.tokens, *noun.tokens),
                )
                return replace(
                    clause,
                    participants=(*clause.participants, made),
                    adverbials=tuple(i for i in clause.adverbials if i not in (length, noun)),
                )
        for item in clause.participants:
            counted = value_kind(analysis, item.tokens) in (ValueKind.DURATION, ValueKind.PERCENT)
            if not counted or not noun.tokens or item.tokens[-1] + 1 != noun.tokens[0]:
                continue
            whole = replace(item, head=noun.head, tokens=(*item.tokens, *noun.tokens))
            return replace(
                clause,
                participants=tuple(whole if part is item else part for part in clause.participants),
                adverbials=tuple(part for part in clause.adverbials if part is not noun),
            )
    return clause


def counted_together(analysis: Analysis, clause: Clause) -> Clause:
    """*in den Größen 60, 80, 120 und 240 Liter*: a row of numbers is never torn apart."""
    for run in _rows(analysis, clause):
        parts = [item for item in parts_of(clause) if set(item.tokens) & set(run)]
        if len(parts) < 2:
            continue
        first = min(parts, key=lambda item: item.tokens[0])
        gone = [item for item in parts if item is not first]
        whole = replace(first, tokens=tuple(sorted({*first.tokens, *run})))
        kept = [whole if item is first else item for item in parts_of(clause) if item not in gone]
        clause = replace(
            clause,
            participants=tuple(item for item in kept if isinstance(item, Participant)),
            adverbials=tuple(item for item in kept if isinstance(item, Adverbial)),
        )
    return clause


def _rows(analysis: Analysis, clause: Clause) -> list[tuple[int, ...]]:
    """Rows of at least three numbers with what joins them, each with the noun counted."""
    rows: list[tuple[int, ...]] = []
    run: list[int] = []
    for index in (*clause.tokens, -1):
        token = analysis.tokens[index] if index >= 0 else None
        number = token is not None and token.text.isdigit()
        joint = token is not None and token.text in (",", "und", "oder")
        if token is not None and run and index == run[-1] + 1 and (number or joint):
            run.append(index)
            continue
        figures = sum(analysis.tokens[at].text.isdigit() for at in run)
        if figures > 2 and analysis.tokens[run[-1]].text.isdigit():
            noun = token is not None and index == run[-1] + 1 and token.pos == "NOUN"
            rows.append((*run, index) if noun else tuple(run))
        run = [index] if number else []
    return rows


def per_unit(analysis: Analysis, clause: Clause) -> Clause:
    """*90 Euro je Hund*: what the price is for stays with the price."""
    parts = parts_of(clause)
    for index in clause.tokens:
        token = analysis.tokens[index]
        if token.text.lower() not in _PER or index + 1 not in clause.tokens:
            continue
        if token.text.lower() == "je" and analysis.tokens[index + 1].pos not in ("NOUN", "PROPN"):
            continue
        noun = next((item for item in clause.participants if index + 1 in item.tokens), None)
        if noun is not None and noun.tokens[0] != index + 1:
            noun = None
        rest = (index + 1,) if noun is None else noun.tokens
        holder = next(
            (
                item
                for item in parts
                if item.tokens and item.tokens[-1] == index - 1 and item is not noun
            ),
            None,
        )
        if holder is not None:  # *…, ab drei Hunden 180 Euro je Hund*: there may be another price
            return per_unit(analysis, _joined(clause, holder, (index, *rest), without=noun))
    return clause


def _joined(
    clause: Clause,
    holder: Participant | Adverbial,
    more: tuple[int, ...],
    *,
    without: Participant | None,
) -> Clause:
    """The clause with more tokens in one part; parts that hold only those are gone."""
    participants = []
    for item in clause.participants:
        if item is holder:
            participants.append(replace(item, tokens=(*item.tokens, *more)))
        elif item is not without:
            participants.append(item)
    adverbials = []
    for other in clause.adverbials:
        if other is holder:
            adverbials.append(replace(other, tokens=(*other.tokens, *more)))
        elif not set(other.tokens) <= set(more):
            adverbials.append(other)
    return replace(clause, participants=tuple(participants), adverbials=tuple(adverbials))


def _measures(analysis: Analysis, other: Participant | Adverbial, item: Participant) -> bool:
    if other is item or not other.tokens or other.preposition:
        return False
    if other.tokens[-1] + 1 != item.tokens[0]:
        return False
    if isinstance(other, Participant) and other.role is Role.SUBJECT:
        return False
    return value_kind(analysis, other.tokens) in (ValueKind.DURATION, ValueKind.PERCENT)
