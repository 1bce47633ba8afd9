"""Hard verbs with an everyday one in their place, in the form the clause needs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from a11y.language.analysis import Clause, ClauseKind, Relation, Role, Token, Voice
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.spoken_of import names_words
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set
from a11y.simple_language.words.easy_words import is_term, replacements
from a11y.simple_language.words.verb_objects import rewritten, takes
from a11y.simple_language.words.verb_wording import Wording, wording

_NO_PASSIVE = word_set(
    "sagen bekommen haben bleiben kommen dienen wachsen wohnen sterben passieren sein werden gehen "
    "laufen fallen stehen liegen leben"
)
"""Nothing *wird gehabt*: their hard partners mean something else in the passive, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One line of the table. key: the hard verb as written there; hard, easy: both, read."""

    key: str
    hard: Wording
    easy: Wording
    certain: bool


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """Infinitive → its lines: those that name a preposition first, then those with *sich*."""
    found: defaultdict[str, list[_Entry]] = defaultdict(list)
    for kind in ("safe", "unsafe"):
        for key, easy in replacements()["verbs"][kind].items():
            hard = wording(key)
            found[hard.verb].append(
                _Entry(key=key, hard=hard, easy=wording(easy), certain=kind == "safe")
            )
    return {
        verb: tuple(sorted(lines, key=lambda e: (not e.hard.case, not e.hard.reflexive)))
        for verb, lines in found.items()
    }


def _entry(view: View, clause: Clause) -> _Entry | None:
    """The line that holds for a clause. What is said of *sich* has lines of its own; others serve
    for a reflexive clause only where their easy verb takes *sich*, too."""
    for entry in _entries().get(clause.predicate, ()):
        if entry.hard.reflexive and clause.reflexive is None:
            continue
        if takes(view, clause, entry.hard):
            return entry
    return None


@evaluates("hard-verb")
def hard_verb(view: View) -> Iterator[Match]:
    """*Sie benötigen einen Pass* → *Sie brauchen einen Pass*"""
    if names_words(view):
        return
    for clause in view.clauses:
        if any(view.token(i).text.lower() == "verwandt" for i in clause.verbs):
            continue  # *mit jemandem verwandt*: no form of *verwenden* that anybody writes
        if clause.finite is not None and _behind_preposition(view, view.token(clause.finite)):
            continue
        entry = _entry(view, clause) if clause.verbs else None
        if (
            entry is not None
            and not (_loose_end(view, clause) or _means_other(view, clause))
            and not (entry.easy.verb == "machen" and _with_quality(view, clause))
            and not _lacks_receiver(view, clause, entry.easy.verb)
            and not _said_beside(view, clause, entry.easy.verb)
            and not (entry.easy.phrase == "noch" and clause.negations)
        ):
            yield _with_verb(view, clause, entry)


def _behind_preposition(view: View, finite: Token) -> bool:
    """*Für beschädigte oder verlorene Bücher …*: an adjective, whatever its tag says."""
    before = view.after(finite, -1)
    return before is not None and before.tag in ("APPR", "APPRART") and finite.text[-1:] in "enrms"


_MAY_COME_TWICE = word_set(
    "haben sein werden machen geben bekommen brauchen kommen gehen sagen müssen können sollen"
)


_SIDE_BY_SIDE = re.compile(r"\b(?:sondern|aber|(?:an)?statt|jedoch|weder)\b")


def _said_beside(view: View, clause: Clause, easy: str) -> bool:
    """*nicht abgeben, sondern einreichen*: the easy verb stands there for another doing."""
    twice = easy not in _MAY_COME_TWICE and any(
        other.predicate == easy for other in view.clauses if other is not clause
    )
    return twice and _SIDE_BY_SIDE.search(view.text) is not None


_HANDING = word_set("aushändigen einhändigen überreichen darreichen zubilligen verabreichen")
_GRANTING = word_set("erteilen gewähren")
_RECEIVERS = word_set("Ihnen ihnen ihm ihr mir dir uns euch wem dem denen")


def _lacks_receiver(view: View, clause: Clause, easy: str) -> bool:
    """*Die Karte wird ausgehändigt*: *wird gegeben* would have to say to whom."""
    return clause.predicate in _HANDING and easy == "geben" and not _has_receiver(view, clause)


def _has_receiver(view: View, clause: Clause) -> bool:
    return any(p.role is Role.INDIRECT_OBJECT for p in clause.participants) or any(
        t.text in _RECEIVERS and t.tag != "ART" for t in map(view.token, clause.tokens)
    )


@lru_cache(maxsize=1)
def _senses() -> dict[str, re.Pattern[str]]:
    """Hard verb → pattern of the words beside which it means something else."""
    return _patterns("verb_senses")


@lru_cache(maxsize=1)
def _places() -> dict[str, re.Pattern[str]]:
    """Line of an unsafe verb → pattern of the words beside which its easy verb is right."""
    return _patterns("verb_places")


def _patterns(file: str) -> dict[str, re.Pattern[str]]:
    return {
        verb: re.compile("|".join(map(_ending, endings.split())), re.IGNORECASE)
        for verb, endings in data_file(file).items()
    }


def _ending(written: str) -> str:
    """Pattern of words that end so; with = in front of the whole word."""
    word = re.escape(written.removeprefix("="))
    return f"^{word}$" if written.startswith("=") else f"{word}$"


def _means_other(view: View, clause: Clause) -> bool:
    """*die Gesundheit erhalten*: to keep something, not to get it."""
    other = _senses().get(clause.predicate)
    return other is not None and _has_beside(view, clause, other)


def _is_proven(view: View, clause: Clause, entry: _Entry) -> bool:
    """Whether an unsafe verb stands beside a word that leaves no doubt: *eine Umfrage machen*."""
    right = _places().get(entry.key)
    return right is not None and _has_beside(view, clause, right)


def _has_beside(view: View, clause: Clause, words: re.Pattern[str]) -> bool:
    """Whether a word stands in a clause, in the one whose object it shares (*eine Klage schreiben
    und einreichen*), is what a relative clause is about or opens what is asked (*beurteilt, ob …*).
    """
    beside = {*clause.tokens, *(i for p in clause.participants if p.shared for i in p.tokens)}
    if clause.relation is Relation.COORDINATION and not any(
        p.role is Role.DIRECT_OBJECT for p in clause.participants
    ):
        beside.update(i for c in view.clauses if c.index == clause.parent for i in c.tokens)
    beside.update(
        index
        for c in view.clauses
        if c.parent == clause.index and c.relation in (Relation.QUESTION, Relation.CONTENT)
        for index in sorted(c.tokens)[:2]
    )
    if clause.kind is ClauseKind.RELATIVE and clause.antecedent is not None:
        beside.add(clause.antecedent)
    return any(words.search(view.token(i).text) for i in beside)


def _with_quality(view: View, clause: Clause) -> bool:
    """*sicher durchführen*: *sicher machen* is to make a thing safe."""
    for index in clause.verbs:
        token = view.token(index)
        before = view.after(token, -1)
        if before is not None and before.tag == "PTKZU":
            before = view.after(before, -1)
        if token.tag in ("VVINF", "VVPP", "VVIZU") and before is not None and before.tag == "ADJD":
            return True
    return False


def _loose_end(view: View, clause: Clause) -> bool:
    """A line that breaks off behind a preposition: *findest du Hilfe auf* is not *auffinden*."""
    last = view.words[-1] if view.words else None
    stops = view.text.rstrip().endswith((".", "!", "?", ":", ",", ";"))
    return last is not None and last.tag == "PTKVZ" and last.index in clause.verbs and not stops


def _with_verb(view: View, clause: Clause, entry: _Entry) -> Match:
    words = [view.token(i) for i in clause.verbs]
    hard, easy = entry.hard, entry.easy
    changes = None
    if not _cannot_stand(view, clause, entry):
        changes = rewritten(view, clause, hard=hard, easy=easy)
    if changes is None:
        return Match(
            start=words[0].span[0],
            end=words[-1].span[1],
            found=clause.predicate,
            note=f"Leichter ist: {easy}.",
        )
    start, end = min(changes), max(changes)
    return Match(
        start=view.token(start).span[0],
        end=view.token(end).span[1],
        found=clause.predicate,
        replacement=verbal.retouched(view, start, end, changes),
        safe=entry.certain or _is_proven(view, clause, entry),
        guess=is_term(view, "verbs", entry.key),
    )


_REFLEXIVE = word_set("ändern anstecken verändern verbessern trennen vergrößern")
"""Easy verbs that take *sich* as their hard partners do."""


def _cannot_stand(view: View, clause: Clause, entry: _Entry) -> bool:
    """Whether the clause has something that the easy wording has no room for."""
    hard, easy = entry.hard, entry.easy
    reflexive = clause.reflexive is not None
    if reflexive and not hard.reflexive and easy.verb not in _REFLEXIVE:
        return True
    if clause.voice is not Voice.ACTIVE and (
        easy.verb in _NO_PASSIVE or easy.reflexive or hard.reflexive
    ):
        return True
    granted = clause.predicate in _GRANTING and clause.voice is not Voice.ACTIVE
    if granted and not _has_receiver(view, clause):
        return True  # *Die Erlaubnis wird erteilt*: nothing *wird gegeben* without a receiver
    if clause.voice is Voice.STATE_PASSIVE and (easy.phrase or easy.verb == "geben"):
        return True  # *wenn die Erlaubnis erteilt ist*: nothing *ist gegeben* to anybody
    return bool(easy.phrase) and _crowded(view, clause, easy.phrase)


def _crowded(view: View, clause: Clause, phrase: str) -> bool:
    """Whether words that go with the hard verb would not go with the phrase: *wie sein Vater*,
    *nicht* before a noun (*hat nicht Angst*), *tödlich* before one."""
    tokens = [view.token(i) for i in clause.tokens]
    if any(t.tag == "KOKOM" for t in tokens):
        return True
    first = phrase.split()[0]
    if any(t.text.lower() == first for t in tokens):
        return True  # *leise wispern*: said once
    if first.endswith(("er", "ähnlich")) and any(t.text.lower() in _NOT_MORE for t in tokens):
        return True  # *hat sich stark verschlechtert*: nothing gets *stark schlechter*
    thing = first[:1].isupper() or first in ("einen", "eine", "ein", "etwas")
    return thing and (
        clause.negated or any(t.tag == "ADJD" or t.text.lower() in _DEGREES for t in tokens)
    )


_DEGREES = word_set("sehr so zu ganz")
_NOT_MORE = word_set("stark sehr so zu ganz")
