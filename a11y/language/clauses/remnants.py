"""What stands in a stretch without a verb: who, when, where, how much.

*…, am Wochenende 15 Euro je Stunde* holds a circumstance and an amount. ``parallels.py`` says which
phrase of the clause before each of them stands for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from a11y.language.analysis import AdverbialType, ClauseKind
from a11y.language.clauses import adverbials, phrases
from a11y.language.clauses.attachment import attach
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.phrases import Phrase
from a11y.language.word import Word


class Kind(Enum):
    """AMOUNT: counted, free or nothing. HOURS: *bis 12 Uhr*. CIRCUMSTANCE: when, where, how, for
    whom. NOUN: a phrase without preposition that can take part."""

    AMOUNT = auto()
    HOURS = auto()
    CIRCUMSTANCE = auto()
    NOUN = auto()


@dataclass(frozen=True, slots=True)
class Remnant:
    """head: the word that carries it. sort: what must be the same in a counterpart: the class of
    the unit, the preposition, or the type of the adverb. first: index of its first word."""

    kind: Kind
    head: Word
    sort: str
    first: int
    phrase: Phrase | None = None

    @property
    def cases(self) -> set[str]:
        return self.phrase.cases() if self.phrase is not None else set()


_MONEY = frozenset(("euro", "€", "eur", "cent", "ct", "prozent", "%"))
_FREE = frozenset(("frei", "kostenlos", "kostenfrei", "gratis", "gebührenfrei", "umsonst"))
_NOTHING = _FREE | {"nichts"}
_SHARES = frozenset(("Hälfte", "Doppelte", "Dreifache", "Betrag", "Preis", "Viertel", "Drittel"))
_PER = frozenset(("je", "pro", "per"))
_SHORT = frozenset(("Stunde", "Minute", "Sekunde"))
_PERIODS = frozenset(("Jahr", "Monat", "Woche", "Tag", "Stunde", "Quartal", "Halbjahr"))
_AROUND = frozenset(("zwischen", "über", "unter", "ab", "bis", "von", "um"))
_LIGHT = frozenset(
    ("nur", "noch", "jeweils", "sogar", "ca.", "circa", "etwa", "rund", "ungefähr", "mindestens",
     "höchstens", "maximal", "insgesamt", "zusätzlich", "ebenfalls", "dagegen", "hingegen",
     "jedoch", "dann", "bereits", "schon", "erst", "allerdings", "je", "dafür", "weitere",
     "lediglich", "wiederum", "mehr")
)  # fmt: skip
_ADVERBIAL = (AdverbialType.TIME, AdverbialType.PLACE, AdverbialType.DIRECTION)
_PLAIN = ("$,", "$.", "KON")
BY_KIND = frozenset(kind.value for kind in _ADVERBIAL)
"""Sorts of circumstances that any preposition or adverb of the kind can have."""


def read(
    words: list[Word], *, around: bool = False, apart: frozenset[str] = frozenset()
) -> list[Remnant] | None:
    """The remnants of a stretch in text order; None where it holds more than remnants.

    around: the stretch has a verb: what is no remnant is left out instead. apart: prepositions
    whose phrases stand by themselves in the clause before, and so they do here.
    """
    inside = [] if around else [w for w in words if w.tag[:1] == "V" or w.tag in _SENTENTIAL]
    if inside:
        return None
    found: list[Remnant] = []
    held: set[int] = set()
    for phrase in _constituents(words, apart):
        held |= {word.index for word in phrase.words}
        remnant = _of_phrase(phrase, found[-1] if found else None)
        if remnant is not None:
            found.append(remnant)
    for word in words:
        if word.index in held or word.tag in _PLAIN or word.tag[:1] == "V":
            continue
        remnant = _of_word(word)
        if remnant is not None:
            found.append(remnant)
        elif not around and word.lower not in _LIGHT and word.tag[:1] != "$":
            return None
    found.sort(key=lambda remnant: remnant.first)
    return None if not around and _joined(words, found) else found


def _joined(words: list[Word], found: list[Remnant]) -> bool:
    """Whether a comma or *und* stands between two remnants: then they are a list of one thing."""
    joints = [w.index for w in words if w.tag in ("$,", "KON")]
    return any(
        any(_last(one) <= joint < two.first for joint in joints)
        for one, two in pairwise(found)
        if not one.kind is two.kind is Kind.HOURS
    )


def _last(remnant: Remnant) -> int:
    return remnant.phrase.last if remnant.phrase is not None else remnant.head.index


_SENTENTIAL = ("KOUS", "KOUI", "PRELS", "PTKNEG", "PTKVZ", "PWAV", "PTKANT")


def _of_word(word: Word) -> Remnant | None:
    if word.lower in _NOTHING:
        return Remnant(Kind.AMOUNT, word, "money", word.index)
    if word.tag not in ("ADV", "ADJD", "PAV", "PROAV") or word.lower in _LIGHT - {"dann"}:
        return None
    kind = adverbials.of_adverb(word)
    if word.tag == "ADJD" and not adverbials.is_listed(word):
        return None
    if kind in (*_ADVERBIAL, AdverbialType.MANNER, AdverbialType.INSTRUMENT):
        return Remnant(Kind.CIRCUMSTANCE, word, _alike(kind), word.index)
    return None


def _alike(kind: AdverbialType) -> str:
    return AdverbialType.PLACE.value if kind is AdverbialType.DIRECTION else kind.value


def _of_phrase(phrase: Phrase, before: Remnant | None) -> Remnant | None:
    """None: it says more of the remnant before it (*je Stunde*, *im Monat*)."""
    head, first = phrase.head, phrase.first
    one = phrase.core[0].lower in ("ein", "eine", "einen") and adverbials.is_time(head.lemma)
    counted = one or any(word.tag == "CARD" for word in phrase.core)
    money = head.lower in _MONEY and (counted or "," in head.text)
    behind_amount = before is not None and before.kind is Kind.AMOUNT and before.sort == "money"
    if head.lower in _NOTHING:
        return Remnant(Kind.AMOUNT, head, "money", first, phrase)
    if money and (not phrase.preposition or phrase.preposition in _AROUND):
        return Remnant(Kind.AMOUNT, head, "money", first, phrase)
    if money:  # *mit 35 Euro*
        return Remnant(Kind.AMOUNT, head, f"{phrase.preposition} money", first, phrase)
    each = phrase.core[0].lower in _EACH and head.lemma in _SHORT and len(phrase.core) == 2
    if each and not phrase.preposition:  # *alle 20 Minuten*, *jede Stunde*
        return Remnant(Kind.AMOUNT, head, "time", first, phrase)
    if phrase.preposition in ("", "zu") and head.lemma in _SHARES:
        return Remnant(Kind.AMOUNT, head, "money", first, phrase)
    if phrase.preposition:
        if behind_amount and (phrase.preposition in _PER or head.lemma in _PERIODS):
            bare = len(phrase.core) == (phrase.core[0].tag == "ART") + 1
            if bare or phrase.preposition in _PER:
                return None
        if any(word.lower == "uhr" for word in phrase.words):
            return Remnant(Kind.HOURS, head, "hours", first, phrase)
        kind = adverbials.of_phrase(phrase)
        sort = _alike(kind) if kind in _ADVERBIAL else phrase.preposition
        return Remnant(Kind.CIRCUMSTANCE, head, sort, first, phrase)
    if counted:
        time = adverbials.is_time(head.lemma)
        return Remnant(Kind.AMOUNT, head, "time" if time else head.lemma, first, phrase)
    if _bare_time(phrase):
        return Remnant(Kind.CIRCUMSTANCE, head, AdverbialType.TIME.value, first, phrase)
    return Remnant(Kind.NOUN, head, "", first, phrase)


_EACH = frozenset(("jeden", "jedes", "jede", "nächsten", "nächste", "letzten", "letzte"))


def _bare_time(phrase: Phrase) -> bool:
    """*Dienstag*, *jeden Montag*"""
    if phrase.preposition or phrase.head.tag not in ("NN", "NE"):
        return False
    each = phrase.core[0].lower in _EACH and phrase.head.lemma not in _SHORT
    plain = len(phrase.core) == 1 or each
    return plain and adverbials.is_time(phrase.head.lemma)


def _stands_alone(phrase: Phrase) -> bool:
    """*am Montag*, *von 8 bis 12 Uhr*, *zum halben Preis*: never inside another here."""
    if not phrase.preposition:
        return _bare_time(phrase)
    if any(word.lower == "uhr" for word in phrase.words):
        return True
    counted = any(word.tag == "CARD" for word in phrase.core)  # *Kinder ab 6 Jahren*
    price = phrase.preposition == "zu" and phrase.head.lemma in _SHARES
    price = price or (counted and phrase.head.lower in _MONEY)
    return price or (adverbials.is_time(phrase.head.lemma) and not counted)


def _constituents(words: list[Word], apart: frozenset[str]) -> list[Phrase]:
    """Phrases with what belongs inside them; *am Montag | von 8 bis 12 Uhr* stays two."""
    draft = Draft(kind=ClauseKind.MAIN, words=words)
    draft.finite = next((w for w in words if w.finite), None)
    whole: list[Phrase] = []
    run: list[Phrase] = []
    for phrase in phrases.find(words):
        if _stands_alone(phrase):
            whole += [*attach(run, draft, predicate=""), phrase]
            run = []
        elif phrase.preposition in apart:
            whole += attach(run, draft, predicate="")
            run = [phrase]
        else:
            run.append(phrase)
    return whole + attach(run, draft, predicate="")
