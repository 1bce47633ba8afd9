"""Circumstances that the Kurzfassung does without: a second one, never what the sentence is about.

Of what once was any circumstance may go, of what is so now only why and what for. The last part
before the verb that closes the clause, an only circumstance, and what a verb asks for stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Adverbial, AdverbialType, Clause, ClauseKind
from a11y.language.clauses.adverbials import takes_object
from a11y.simple_language.actors import is_practical
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.core import POINTING, is_bound, needed, phrase_end
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.shortening import cut
from a11y.simple_language.upward import is_for_readers, is_single_event, stays_true
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_EXPLAINS = (AdverbialType.REASON, AdverbialType.PURPOSE)
_WHERE_AND_WHEN = (AdverbialType.TIME, AdverbialType.PLACE)
_KEPT = word_set(
    "für als bei ab bis ohne außer statt anstatt laut zufolge unter über gegen je pro seit zu zum "
    "zur von vom um"
)
"""For whom, as what, in which case, from when; and what verbs mostly ask for."""
_KINDS = (ClauseKind.MAIN, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE)
_ENOUGH = 5
"""Words that have to be left."""


@evaluates("short-adverbial")
def short_adverbial(view: View) -> Iterator[Match]:
    """*Am Abend sang der Chor mit Begeisterung alte Lieder.* → *Am Abend sang der Chor alte
    Lieder.*"""
    for clause in view.clauses:
        if clause.kind not in _KINDS or not stays_true(view, clause):
            continue
        left = sum(any(c.isalnum() for c in view.token(i).text) for i in clause.tokens)
        others = len(clause.adverbials)
        for adverbial in clause.adverbials:
            last = _spare_end(view, clause, adverbial)
            first = adverbial.tokens[0]
            if last is None or not _is_one_of_two(view, clause, adverbial, others):
                continue
            if left - (last - first + 1) < _ENOUGH:
                continue
            match = cut(view, first, last, names=not is_practical(view))
            if match is not None and match.replacement is not None:
                yield match
                others -= 1
                left -= last - first + 1


_ORDER = (
    AdverbialType.REASON,
    AdverbialType.PURPOSE,
    AdverbialType.INSTRUMENT,
    AdverbialType.MANNER,
    AdverbialType.OTHER,
    AdverbialType.PLACE,
    AdverbialType.TIME,
)
"""What goes, in this order."""
_NEVER = frozenset(AdverbialType) - frozenset(_ORDER)


def _turn(adverbial: Adverbial) -> int:
    return _ORDER.index(adverbial.type) if adverbial.type in _ORDER else len(_ORDER)


def _is_one_of_two(view: View, clause: Clause, adverbial: Adverbial, others: int) -> bool:
    """Whether something else is left that can be what is new: of two circumstances one, and what
    only leads in (*Nach dem Konzert*) or explains where there is an object."""
    if others > 1:
        return True
    leads = adverbial.tokens[0] == view.words[0].index
    told = len(clause.participants) > 1 or adverbial.type is AdverbialType.REASON
    return told and (leads or adverbial.type in _EXPLAINS)


def _spare_end(view: View, clause: Clause, adverbial: Adverbial) -> int | None:
    """Last token of a phrase that may go, or None."""
    first = view.token(adverbial.tokens[0])
    if first.tag not in ("APPR", "APPRART") or adverbial.type in _NEVER:
        return None
    if adverbial.type not in _EXPLAINS:
        if is_for_readers(view) or not is_single_event(clause):
            return None
        if is_practical(view) and adverbial.type in _WHERE_AND_WHEN:
            return None
    if first.text.lower() in _KEPT or takes_object(clause.predicate, first.lemma):
        return None
    if clause.predicate in fillers.words()["needs_phrase"]:
        return None
    if any(POINTING.match(view.token(i).text) for i in adverbial.tokens):
        return None
    last = phrase_end(view, adverbial.tokens)
    if last is None or (
        is_bound(view, first.index, last, verbs=clause.verbs) and not _next_part(view, clause, last)
    ):
        return None
    if needed(view, first.index, last) or _closes(view, clause, first.index, last):
        return None
    if _may_belong(view, clause, first.index) or any(
        _SOURCES.search(view.token(i).text) for i in range(first.index, last + 1)
    ):
        return None
    if first.text.lower() == "nach" and not _is_event(view, adverbial, last):
        return None
    behind = view.after(view.token(last))
    if behind is not None and behind.text in ("„", "»", "(", "``"):
        return None  # *in der Komödie „Der Sturm“*: a name belongs to it
    opens = first.index == view.words[0].index
    if opens and (behind is None or behind.index != clause.finite):
        return None  # *Nach dem Erfolg zuhause kehrte …*: only half of what stands in front
    return last


_EVENTS = re.compile(
    r"(?i)(?:ung|gang|gangs|ganges|fahrt|flug|flugs|schluss|schlusses|krieg|krieges|tod|kampf|konzert"
    r"|spiel|feier|fest|streit|wahl|besuch|reise|einsicht|ende|beginn|geburt|studium|lehre|abschied"
    r"|brand|unfall|sieg|niederlage|rückkehr|flucht|bau|sturm|regen|essen|arbeiten)$"
)
"""*nach dem Konzert*: later than that; *nach dem Testament*: as that says."""


def _is_event(view: View, adverbial: Adverbial, last: int) -> bool:
    timed = adverbial.type is AdverbialType.TIME
    return timed or _EVENTS.search(view.token(last).text) is not None


_SOURCES = re.compile(
    r"(?i)(?:angaben?|zählung|meinung|ansicht|auffassung|schätzung|bericht\w*|auskunft|umfragen?"
    r"|studien?|untersuchung\w*|plan|planung\w*|gesetz\w*|aussagen?|mitteilung|theorien?|legende|sage)$"
)
"""*nach Ansicht der Forscher*: without it, their opinion would be ours."""


def _next_part(view: View, clause: Clause, last: int) -> bool:
    """*mit Begeisterung | alte Lieder*, *wegen des Umbaus | am Montag*: what follows is a part of
    the clause by itself, and no genitive or attribute of the phrase."""
    behind = last + 1
    token = view.token(behind)
    if token.tag in ("ART", "PPOSAT", "PDAT", "ADJA", "NN", "CARD"):
        if token.text.lower() in ("der", "des") or token.text.lower().endswith(("er", "es")):
            return False
        return any(min(p.tokens) == behind for p in clause.participants)
    timed = (AdverbialType.TIME, AdverbialType.DURATION)
    return any(a.tokens[0] == behind and a.type in timed for a in clause.adverbials)


def _closes(view: View, clause: Clause, first: int, last: int) -> bool:
    """Whether it is the last part before the closing verb, or at the end: what is new."""
    behind = view.after(view.token(last))
    before = view.after(view.token(first), -1)
    if before is not None and before.index in clause.verbs and before.index != clause.finite:
        return False  # *fiel aus wegen des Regens*: said afterwards
    if behind is None or not any(c.isalnum() for c in behind.text):
        return True
    return behind.index in clause.verbs and behind.index != clause.finite


def _may_belong(view: View, clause: Clause, first: int) -> bool:
    """Behind a noun the phrase may belong to that, but hardly to a time (*am Abend mit Freude*)."""
    before = view.after(view.token(first), -1)
    if before is None or before.tag not in ("NN", "NE", "ADJA", "FM"):
        return False
    timed = (AdverbialType.TIME, AdverbialType.DURATION)
    return not any(a.tokens[-1] == before.index and a.type in timed for a in clause.adverbials)
