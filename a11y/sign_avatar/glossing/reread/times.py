"""Times that German writes in several pieces are one time: *gestern Nachmittag*, *ab Mitte August*.

What only stands beside a time (*jeden Tag am Telefon*) is parted from it.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Adverbial, AdverbialType, Analysis, Clause, ValueKind
from a11y.language.clauses.adverbials import noun_is
from a11y.sign_avatar.glossing.calendar import EDGES, WEEKDAYS, is_calendar, is_span
from a11y.sign_avatar.glossing.reread.elliptic import Part, parts_of
from a11y.sign_avatar.glossing.reread.phrases import type_of, value_kind
from a11y.sign_avatar.glossing.words import function_words

_DAY_PARTS = ("vormittag", "nachmittag", "mittag", "abend", "morgen", "nacht")
_DAYS = frozenset({"gestern", "heute", "morgen", "vorgestern", "übermorgen"})
_DAY_JOINTS = frozenset({",", "und", "oder", "sowie", "bis"})
_PART_OF = frozenset({"in", "im", "von", "vom", "des", "der"})


def timed(analysis: Analysis, clause: Clause) -> Clause:
    """The clause with its times whole and of the right type."""
    clause = _days(analysis, _together(analysis, clause))
    adverbials: list[Adverbial] = []
    for item in clause.adverbials:
        adverbials += _parted(analysis, _lasting(analysis, item))
    return replace(clause, adverbials=tuple(adverbials))


def _together(analysis: Analysis, clause: Clause) -> Clause:
    """*Mitte* and *Mai*, *gestern* and *Nachmittag*: the later part joins the earlier."""
    for first in parts_of(clause):
        second = next((p for p in parts_of(clause) if _follows(first, p)), None)
        if second is None or second.preposition or not _one_time(analysis, first, second):
            continue
        whole = Adverbial(
            type=AdverbialType.TIME,
            head=second.head,
            tokens=tuple(sorted({*first.tokens, *second.tokens})),
            preposition=first.preposition,
        )
        gone = (first, second)
        return replace(
            clause,
            participants=tuple(item for item in clause.participants if item not in gone),
            adverbials=(
                *(item for item in clause.adverbials if item not in gone),
                whole,
            ),
        )
    return clause


def _days(analysis: Analysis, clause: Clause) -> Clause:
    """*Montags, mittwochs und freitags*: one time, whatever each day was taken for."""
    run: list[int] = []
    for index in clause.tokens:
        token = analysis.tokens[index]
        day = token.lemma in WEEKDAYS and token.pos in ("NOUN", "PROPN")
        joint = bool(run) and index == run[-1] + 1 and token.text.lower() in _DAY_JOINTS
        if (day and (not run or index == run[-1] + 1)) or joint:
            run.append(index)
        elif sum(analysis.tokens[at].lemma in WEEKDAYS for at in run) > 1:
            break
        else:
            run = [index] if day else []
    while run and analysis.tokens[run[-1]].lemma not in WEEKDAYS:
        run.pop()
    if sum(analysis.tokens[at].lemma in WEEKDAYS for at in run) < 2:
        return clause
    inside = [part for part in parts_of(clause) if part.tokens and set(part.tokens) <= set(run)]
    if len(inside) < 2:
        return clause
    whole = Adverbial(type=AdverbialType.TIME, head=run[0], tokens=tuple(run))
    return replace(
        clause,
        participants=tuple(item for item in clause.participants if item not in inside),
        adverbials=(*(item for item in clause.adverbials if item not in inside), whole),
    )


def _follows(first: Part, second: Part) -> bool:
    if first is second or not first.tokens or not second.tokens:
        return False
    inside = set(second.tokens) <= set(first.tokens)
    return inside or first.tokens[-1] + 1 == second.tokens[0]


def _one_time(analysis: Analysis, first: Part, second: Part) -> bool:
    before, after = analysis.tokens[first.head], analysis.tokens[second.head]
    if before.text in EDGES:
        return is_calendar(after)
    daily = before.text.lower() in _DAYS or is_calendar(before)
    part = after.lemma.lower().endswith(_DAY_PARTS) and after.pos in ("NOUN", "PROPN")
    return daily and part and len(second.tokens) == 1


def _lasting(analysis: Analysis, item: Adverbial) -> Adverbial:
    """*dauert eine Stunde*: a length, no point in time."""
    counted = value_kind(analysis, item.tokens) is ValueKind.DURATION
    if item.type is not AdverbialType.TIME or item.preposition or not counted:
        return item
    opens = analysis.tokens[item.tokens[0]].text.lower()
    if opens in ("alle", "jede", "jeden", "jedes") or is_calendar(analysis.tokens[item.head]):
        return item
    return replace(item, type=AdverbialType.DURATION)


def _parted(analysis: Analysis, item: Adverbial) -> list[Adverbial]:
    """*jeden Tag am Telefon*, *im Park an der Leine*: when or where, and by what means."""
    head = analysis.tokens[item.head]
    timely = item.type is AdverbialType.TIME and (is_span(head) or is_calendar(head))
    if not timely and item.type is not AdverbialType.PLACE:
        return [item]
    for position, index in enumerate(item.tokens):
        token = analysis.tokens[index]
        if index < item.head or token.pos != "ADP" or token.text.lower() in _PART_OF:
            continue
        tail = item.tokens[position:]
        noun = next((i for i in tail if analysis.tokens[i].pos in ("NOUN", "PROPN")), None)
        if noun is None or len(tail) < 2 or _timely(analysis, tail, noun):
            return [item]
        if not timely and (_is_place(analysis.tokens[noun].lemma) or tail[0] != item.head + 1):
            return [item]  # im Büro im zweiten Stock: where the office is
        preposition = token.lemma.lower()
        kind = type_of(analysis, AdverbialType.OTHER, preposition, noun, tail)
        if not timely and kind is AdverbialType.PLACE:
            kind = AdverbialType.MANNER
        beside = Adverbial(type=kind, head=noun, tokens=tail, preposition=preposition)
        return [replace(item, tokens=item.tokens[:position]), beside]
    return [item]


def _is_place(lemma: str) -> bool:
    return lemma.lower().endswith(function_words().place_suffixes) or noun_is(lemma, "place")


def _timely(analysis: Analysis, tail: tuple[int, ...], noun: int) -> bool:
    token = analysis.tokens[noun]
    timed_value = value_kind(analysis, tail) in (ValueKind.DATE, ValueKind.TIME, ValueKind.DURATION)
    return timed_value or is_span(token) or is_calendar(token)
