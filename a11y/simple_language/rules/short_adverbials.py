"""Circumstances that the Kurzfassung does without: a second one, never what the sentence is about.

Of what once was any circumstance may go, of what is so now only why and what for. The last part
before the verb that closes the clause, an only circumstance, and what a verb asks for stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Clause,
    ClauseKind,
    Relation,
    Token,
    ValueKind,
    Voice,
)
from a11y.language.clauses.adverbials import takes_object
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.leaving_out.shortening import cut
from a11y.simple_language.leaving_out.upward import (
    is_for_readers,
    is_single_event,
    limits,
    stays_true,
)
from a11y.simple_language.rule import Match
from a11y.simple_language.rules import fillers
from a11y.simple_language.rules.circumstances import (
    certain_end,
    is_given_reason,
    is_half,
    is_reason,
    is_source,
    of_clause,
    sets_off,
)
from a11y.simple_language.rules.core import POINTING
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set

_ORDER = (
    AdverbialType.REASON,
    AdverbialType.PURPOSE,
    AdverbialType.INSTRUMENT,
    AdverbialType.MANNER,
    AdverbialType.OTHER,
    AdverbialType.CONDITION,
    AdverbialType.PLACE,
    AdverbialType.TIME,
)
"""What goes, in this order; *bei Nebel* only of what once was."""
_EXPLAINS = (AdverbialType.REASON, AdverbialType.PURPOSE)
_WHERE_AND_WHEN = (AdverbialType.TIME, AdverbialType.PLACE)
_KEPT = word_set(
    "für als ab bis ohne außer statt anstatt laut zufolge unter über gegen je pro seit zu zum "
    "zur von vom um"
)
"""For whom, as what, from when; and what verbs mostly ask for."""
_JUDGED = word_set("verurteilen anklagen bestrafen verhaften festnehmen verklagen auszeichnen")
"""*wegen Betrugs verurteilt*: for what, is what is said."""
_HAPPENS = word_set(
    "stattfinden vorkommen geschehen passieren ereignen auftreten erscheinen verlaufen"
)
"""*hatte in den Alpen stattgefunden*: where and when is what is said."""
_KINDS = (ClauseKind.MAIN, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE)
_ENOUGH = 5
"""Words that have to be left."""


@evaluates("short-adverbial")
def short_adverbial(view: View) -> Iterator[Match]:
    """*Am Abend sang der Chor mit Begeisterung alte Lieder.* → *Am Abend sang der Chor alte
    Lieder.*"""
    for clause in view.clauses:
        if clause.kind not in _KINDS:
            continue
        true = stays_true(view, clause)
        left = sum(any(c.isalnum() for c in view.token(i).text) for i in clause.tokens)
        circumstances = of_clause(view, clause)
        others = len(circumstances)
        for adverbial in sorted(circumstances, key=_turn):
            if not true and not _stands_outside(view, clause, adverbial):
                continue
            if _TRICKS.search(view.slice(adverbial.tokens[0], adverbial.tokens[-1])):
                continue
            last = _spare_end(view, clause, adverbial)
            first = adverbial.tokens[0]
            if last is None or not _is_one_of_two(view, clause, adverbial, others):
                continue
            if left - (last - first + 1) < _ENOUGH:
                continue
            match = _without(view, clause, first, last)
            if match is not None and match.replacement is not None:
                yield match
                others -= 1
                left -= last - first + 1


_TRICKS = re.compile(
    r"(?i)trick|betrug|lüge|täuschung|fälschung|gefälscht|bestechung|erpressung|drohung|gewalt|zwang|waffe|messer"
)
"""*durch einen Trick*: how it came about is the message."""


def _turn(adverbial: Adverbial) -> int:
    return _ORDER.index(adverbial.type) if adverbial.type in _ORDER else len(_ORDER)


def _stands_outside(view: View, clause: Clause, adverbial: Adverbial) -> bool:
    """*Wegen des Umbaus dürfen Sie nicht …*, *fährt wegen des Festes nicht*: a reason that there is
    stands before what denies, obliges or permits, and out of its reach."""
    if clause.kind is not ClauseKind.MAIN:
        return False
    given = is_given_reason(view, adverbial) or sets_off(view, adverbial) or _aims(view, adverbial)
    dated = not clause.modal and _tells_when(view) and is_reason(view, adverbial)
    if not given and not dated:
        return False
    if view.text.rstrip().endswith("?") or any(
        c.relation is Relation.CONDITION for c in view.clauses
    ):
        return False
    first = adverbial.tokens[0]
    if first == view.words[0].index:
        return True
    ahead = (view.token(i) for i in clause.tokens if i < first)
    return not clause.modal and not any(limits(view, token) for token in ahead)


def _tells_when(view: View) -> bool:
    """*am Freitag wegen einer Feier*: one time, and no rule for each."""
    return any(value.kind in (ValueKind.DATE, ValueKind.TIME) for value in view.values)


def _is_one_of_two(view: View, clause: Clause, adverbial: Adverbial, others: int) -> bool:
    """Whether something else is left that can be what is new: of two circumstances one, and what
    only leads in (*Nach dem Konzert*) or explains where there is an object."""
    if others > 1 or is_reason(view, adverbial):
        return True
    leads = adverbial.tokens[0] == view.words[0].index
    told = len(clause.participants) > 1
    return told and (leads or adverbial.type in _EXPLAINS)


def _spare_end(view: View, clause: Clause, adverbial: Adverbial) -> int | None:
    """Last token of a phrase that may go, or None."""
    first = view.token(adverbial.tokens[0])
    if first.tag not in ("APPR", "APPRART") or adverbial.type not in _ORDER:
        return None
    explains = (
        adverbial.type in _EXPLAINS
        or is_reason(view, adverbial)
        or _aims(view, adverbial)
        or (sets_off(view, adverbial) and first.index == view.words[0].index)
    )
    readers = is_for_readers(view)
    if not explains:
        if readers or not is_single_event(clause):
            return None
        if is_practical(view) and adverbial.type in _WHERE_AND_WHEN and first.lemma != "nach":
            return None
    if first.text.lower() in _KEPT and not _aims(view, adverbial):
        return None
    if takes_object(clause.predicate, first.lemma):
        return None
    before = view.after(first, -1)
    if before is not None and (before.text == "," or before.index < min(clause.tokens)):
        return None  # *, in die Investoren Geld steckten*: may be the relative pronoun
    if clause.predicate in _JUDGED and is_reason(view, adverbial):
        return None
    if clause.predicate in fillers.words()["needs_phrase"] | _HAPPENS and not explains:
        return None
    if any(POINTING.match(view.token(i).text) for i in adverbial.tokens):
        return None
    last = certain_end(view, clause, adverbial)
    if last is None or is_source(view, adverbial, last):
        return None
    if not is_reason(view, adverbial) and is_half(view, first.index, last):
        return None
    if _closes(view, clause, first.index, last):
        return None
    named = range(first.index, last + 1)
    if readers and any(ACTORS.search(view.token(i).text) for i in named):
        return None  # *wegen der Behörde*: which office it is about
    return last


def _aims(view: View, adverbial: Adverbial) -> bool:
    """*Zur Vermeidung von Unfällen ist …*: in front, and an aim by its noun."""
    first = view.token(adverbial.tokens[0])
    opens = first.index == view.words[0].index
    noun = view.after(first)
    return opens and first.text in ("Zur", "Zum") and noun is not None and noun.text in _AIMS


_AIMS = word_set(
    "Vermeidung Verhinderung Verhütung Schutz Sicherung Gewährleistung Wahrung Verbesserung "
    "Vorbeugung Schonung Entlastung Erinnerung"
)
"""*Zur Anmeldung müssen Sie …* tells in which case; *zum Schutz der Vögel* only why."""


def _closes(view: View, clause: Clause, first: int, last: int) -> bool:
    """Whether it is the last part before the closing verb, or at the end: what is new."""
    behind = view.after(view.token(last))
    before = view.after(view.token(first), -1)
    if before is not None and before.index in clause.verbs and before.index != clause.finite:
        return False  # *fiel aus wegen des Regens*: said afterwards
    if behind is None or not any(c.isalnum() for c in behind.text):
        return True
    return behind.index in clause.verbs and behind.index != clause.finite


def _without(view: View, clause: Clause, first: int, last: int) -> Match | None:
    """The sentence without the phrase; in front its place is taken by the subject, or by the
    circumstance that follows the verb at once."""
    finite = view.after(view.token(last))
    if finite is not None and finite.index == clause.finite:
        who = subject_tokens(view, clause)
        if who and not _stays_behind(clause, view.after(who[-1])):
            return None
    match = cut(view, first, last, names=not is_practical(view))
    if match is not None or first != view.words[0].index or finite is None:
        return match
    if clause.kind is not ClauseKind.MAIN or finite.index != clause.finite:
        return None
    behind = view.after(finite)
    if behind is not None and behind.text == "es" and clause.predicate == "geben":
        return Match(
            start=view.token(first).span[0],
            end=behind.span[1],
            found=view.slice(first, last),
            replacement=f"Es {finite.text}",
        )
    for other in clause.adverbials:
        if other.tokens[0] != finite.index + 1:
            continue
        end = certain_end(view, clause, other)
        if end is None or view.token(other.tokens[0]).tag not in ("APPR", "APPRART"):
            return None
        phrase = view.slice(other.tokens[0], end)
        return Match(
            start=view.token(first).span[0],
            end=view.token(end).span[1],
            found=view.slice(first, last),
            replacement=f"{capital(phrase)} {finite.text}",
        )
    return None


def _stays_behind(clause: Clause, behind: Token | None) -> bool:
    """*ist der Weg am Ufer gesperrt*: what follows the subject may belong to it."""
    if behind is None or behind.tag not in ("APPR", "APPRART"):
        return True
    kinds = {a.type for a in clause.adverbials if a.tokens[0] == behind.index}
    if AdverbialType.PLACE in kinds:
        return clause.predicate != "sein" and clause.voice is Voice.ACTIVE
    return AdverbialType.TIME in kinds or takes_object(clause.predicate, behind.lemma)
