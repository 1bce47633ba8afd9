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
    Mood,
    Relation,
    Token,
    ValueKind,
    Voice,
)
from a11y.language.clauses.adverbials import takes_object
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.subject_edges import subject_goes_on
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.grammar.times import TIMES
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
from a11y.simple_language.wording import capital, text_of, word_set

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
        hanging = [c for c in view.clauses if c.parent == clause.index]
        own = {i for c in (clause, *hanging) for i in c.tokens}
        left = sum(any(c.isalnum() for c in view.token(i).text) for i in own)
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
    dated = dated or (_is_now(view) and is_reason(view, adverbial))
    dated = dated or (
        not clause.modal and view.text.startswith("Aus ") and is_reason(view, adverbial)
    )
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
    must = clause.modal == "müssen" and not clause.negations
    if clause.modal and not (must or _is_now(view)):
        return False
    return not any(limits(view, token) for token in ahead)


def _tells_when(view: View) -> bool:
    """*am Freitag wegen einer Feier*: one time, and no rule for each."""
    return any(value.kind in (ValueKind.DATE, ValueKind.TIME) for value in view.values)


def _is_now(view: View) -> bool:
    """*wegen einer Störung zurzeit keine Pässe*: what is so now, and no rule for each time."""
    return _NOW.search(view.text) is not None


_NOW = re.compile(r"\b(?:zurzeit|derzeit|momentan|heute|ab sofort)\b")


def _is_one_of_two(view: View, clause: Clause, adverbial: Adverbial, others: int) -> bool:
    """Whether something else is left that can be what is new: of two circumstances one, and what
    only leads in (*Nach dem Konzert*) or explains where there is an object."""
    if others > 1 or is_reason(view, adverbial):
        return True
    leads = adverbial.tokens[0] == view.words[0].index
    told = len(clause.participants) > 1 or any(
        c.parent == clause.index and c.relation is Relation.CONTENT for c in view.clauses
    )
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
    if first.text.lower() == "aufgrund" and _BASIS.search(view.token(adverbial.head).text):
        return None  # *aufgrund Ihrer Angaben berechnet*: by what
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
    if readers and any(
        ACTORS.search(view.token(i).text) and not _PIPES.search(view.token(i).text) for i in named
    ):
        return None  # *wegen der Behörde*: which office it is about
    return last


_PIPES = re.compile(r"(?i)(?:wasser|gas|strom|rohr|kanal|wärme|erd|frei|hoch)leitung(?:en)?$")
_BASIS = re.compile(
    r"(?i)(?:angaben?|unterlagen?|daten|ergebniss?e?n?s?|anträgen?|antrage?s?|messung(?:en)?|prüfung(?:en)?"
    r"|gesetze?n?s?|satzung(?:en)?|vertrage?s?|beschluss(?:es)?|beschlüssen?|verordnung(?:en)?|urteils?)$"
)


def _aims(view: View, adverbial: Adverbial) -> bool:
    """*Zur Vermeidung von Unfällen ist …*: in front, and an aim by its noun."""
    first = view.token(adverbial.tokens[0])
    opens = first.index == view.words[0].index
    noun = view.after(first)
    return opens and first.text in ("Zur", "Zum") and noun is not None and noun.text in _AIMS


_AIMS = word_set(
    "Vermeidung Verhinderung Verhütung Schutz Sicherung Gewährleistung Wahrung Verbesserung "
    "Vorbeugung Schonung Entlastung Erinnerung Eindämmung Bekämpfung Beschleunigung Verringerung"
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
        opened = _subject_first(view, clause, first, last)
        if opened is not None:
            return opened
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


def _subject_first(view: View, clause: Clause, first: int, last: int) -> Match | None:
    """*Wegen des Umbaus wird die Halle am Freitag geschlossen* → *Die Halle wird am Freitag …*

    Who acts, behind the verb at once, comes first; where and when follow the verb then. None where
    words behind it may be part of its name or its own.
    """
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or _is_request(view, clause):
        return None
    who = subject_tokens(view, clause)
    if not who or who[0].index != clause.finite + 1 or who[0].tag in ("PRF", "PIS"):
        return None
    if who[0].text.lower().startswith(("kein", "nicht", "nur", "auch")) or who[0].text == "es":
        return None
    if any(t.text == "," or TIMES.search(t.text) for t in who):
        return None
    behind = view.after(who[-1])
    if behind is not None and behind.tag == "CARD" and who[-1].tag == "NN":
        who, behind = (*who, behind), view.after(behind)  # *die Buslinie 12*
    if behind is None or behind.tag in ("KON", "ART", "$,") or subject_goes_on(view, clause, who):
        return None
    word, following = behind.text.lower(), view.after(behind)
    dated = following is not None and (following.text[:1].isdigit() or _DAY.match(following.text))
    if behind.tag in ("APPR", "APPRART") and word not in _WHERE_OR_WHEN and not dated:
        return None
    kinds = {a.type for a in clause.adverbials if a.tokens[0] == behind.index}
    lies = clause.predicate == "sein" or clause.voice is not Voice.ACTIVE
    one = who[0].tag == "ART" and not _STREETS.search(who[-1].text)
    if (
        behind.tag.startswith("APPR")
        and lies
        and one
        and not (dated or AdverbialType.TIME in kinds)
    ):
        return None  # *ist der Weg am Ufer gesperrt*: which way
    if clause.predicate == "sein" and not any(c.isalnum() for c in behind.text):
        return None
    return Match(
        start=view.token(first).span[0],
        end=who[-1].span[1],
        found=view.slice(first, last),
        replacement=f"{capital(text_of(who))} {view.token(clause.finite).text}",
    )


def _is_request(view: View, clause: Clause) -> bool:
    return clause.mood is Mood.IMPERATIVE or re.search(r"\b[Bb]itte\b", view.text) is not None


_WHERE_OR_WHEN = word_set("in im am an auf bei beim vor nach zwischen bis ab seit während")
_STREETS = re.compile(r"\w{3}(?:straße|platz|allee|gasse)$")
_DAY = re.compile(r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch")


def _stays_behind(clause: Clause, behind: Token | None) -> bool:
    """*ist der Weg am Ufer gesperrt*: what follows the subject may belong to it."""
    if behind is None or behind.tag not in ("APPR", "APPRART"):
        return True
    kinds = {a.type for a in clause.adverbials if a.tokens[0] == behind.index}
    if AdverbialType.PLACE in kinds:
        return clause.predicate != "sein" and clause.voice is Voice.ACTIVE
    return AdverbialType.TIME in kinds or takes_object(clause.predicate, behind.lemma)
