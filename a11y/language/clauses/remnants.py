"""What stands in a stretch without a verb: who, when, where, how much – and what each stands for.

*…, am Wochenende 15 Euro je Stunde* holds a circumstance and an amount. Two stretches are parallel
where their remnants pair off: an amount with an amount of the same unit, the same preposition, the
same kind of adverb, a noun whose form fits the other's role.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

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


def read(words: list[Word], *, around: bool = False) -> list[Remnant] | None:
    """The remnants of a stretch in text order; None where it holds more than remnants.

    around: the stretch has a verb: what is no remnant is left out instead.
    """
    inside = [] if around else [w for w in words if w.tag[:1] == "V" or w.tag in _SENTENTIAL]
    if inside:
        return None
    found: list[Remnant] = []
    held: set[int] = set()
    for phrase in _constituents(words):
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
    return sorted(found, key=lambda remnant: remnant.first)


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
    plain = len(phrase.core) == 1 or phrase.core[0].lower in _EACH
    return plain and adverbials.is_time(phrase.head.lemma)


def _stands_alone(phrase: Phrase) -> bool:
    """*am Montag*, *von 8 bis 12 Uhr*, *zum halben Preis*: never inside another here."""
    if not phrase.preposition:
        return _bare_time(phrase)
    if any(word.lower == "uhr" for word in phrase.words):
        return True
    counted = any(word.tag == "CARD" for word in phrase.core)  # *Kinder ab 6 Jahren*
    price = phrase.preposition == "zu" and phrase.head.lemma in _SHARES
    return price or (adverbials.is_time(phrase.head.lemma) and not counted)


def _constituents(words: list[Word]) -> list[Phrase]:
    """Phrases with what belongs inside them; *am Montag | von 8 bis 12 Uhr* stays two."""
    draft = Draft(kind=ClauseKind.MAIN, words=words)
    draft.finite = next((w for w in words if w.finite), None)
    whole: list[Phrase] = []
    run: list[Phrase] = []
    for phrase in phrases.find(words):
        if _stands_alone(phrase):
            whole += [*attach(run, draft, predicate=""), phrase]
            run = []
        else:
            run.append(phrase)
    return whole + attach(run, draft, predicate="")


def pairs(first: list[Remnant], own: list[Remnant]) -> dict[int, int] | None:
    """Head index of each remnant that has a counterpart → head index of that; None: no parallel.

    first: of the clause with the verb. own: of the stretch without.
    """
    if not 2 <= len(own) <= 4:
        return None
    amounts = [r for r in own if r.kind is Kind.AMOUNT]
    if len(amounts) == 1 and own[-1] is amounts[0]:
        return _at_another_price(first, own)
    if amounts:
        return None
    if any(r.kind is Kind.HOURS for r in own):
        return _at_other_hours(first, own)
    if len(own) != 2:
        return None
    nouns = [r for r in own if r.kind is Kind.NOUN]
    if len(nouns) == 2:
        return _both_nouns(first, own)
    if len(nouns) == 1:
        return _noun_and_circumstance(first, own)
    return _both_circumstances(first, own)


def _at_another_price(first: list[Remnant], own: list[Remnant]) -> dict[int, int] | None:
    """*…, am Wochenende 15 Euro*, *…, Gruppen ab 10 Personen 20 Euro*"""
    amount = own[-1]
    partner = next((r for r in reversed(first) if _same_measure(r, amount)), None)
    if partner is None:
        return None
    matched = {amount.head.index: partner.head.index}
    others = [r for r in first if r is not partner]
    for remnant in own[:-1]:
        if remnant.kind is Kind.NOUN:
            subject = _subject(others, remnant)
            if subject is None or remnant is not own[0]:
                return None
            matched[remnant.head.index] = subject.head.index
        else:
            same = _same(others, remnant)
            if same is None and amount.sort != "money":
                return None
            if same is not None:
                matched[remnant.head.index] = same.head.index
    return matched


def _same_measure(remnant: Remnant, amount: Remnant) -> bool:
    if amount.sort == "money" and remnant.kind is Kind.NOUN and remnant.phrase is not None:
        return remnant.phrase.core[0].lower.startswith("kein")  # *keine Gebühren*
    return remnant.kind is Kind.AMOUNT and remnant.sort == amount.sort


def _at_other_hours(first: list[Remnant], own: list[Remnant]) -> dict[int, int] | None:
    """*…, donnerstags bis 18 Uhr*, *…, die Sauna von 10 bis 22 Uhr*"""
    hours = [r for r in own if r.kind is Kind.HOURS]
    leading = [r for r in own if r.kind is not Kind.HOURS]
    partner = next((r for r in first if r.kind is Kind.HOURS), None)
    if partner is None or len(leading) != 1 or own[0] is not leading[0]:
        return None
    others = [r for r in first if r.kind is not Kind.HOURS]
    if leading[0].kind is Kind.NOUN:
        same = _subject(others, leading[0])
    else:
        same = _same(others, leading[0])
    if same is None:
        return None
    return {leading[0].head.index: same.head.index} | {
        r.head.index: partner.head.index for r in hours
    }


def _both_nouns(first: list[Remnant], own: list[Remnant]) -> dict[int, int] | None:
    """*Den Antrag stellt die Mutter, die Erklärung der Vater.*: one form tells, the other fits."""
    before = [r for r in first if r.kind is Kind.NOUN]
    if len(before) != 2 or any(r.phrase is None or r.phrase.pronoun for r in own):
        return None
    if "Gen" in own[1].cases:  # *die Größe und die Zahl der Behälter*
        return None
    told = any(len(r.cases & {"Nom", "Acc"}) == 1 for r in own)
    again = any(r.head.lemma == b.head.lemma for r, b in zip(own, before, strict=True))
    if not (told or again):
        return None
    if not all(r.cases & b.cases for r, b in zip(own, before, strict=True)):
        before = before[::-1]
        if not all(r.cases & b.cases for r, b in zip(own, before, strict=True)):
            return None
    return {r.head.index: b.head.index for r, b in zip(own, before, strict=True)}


def _noun_and_circumstance(first: list[Remnant], own: list[Remnant]) -> dict[int, int] | None:
    """*Für Sperrmüll ist Herr A zuständig, für Papier Frau B*, *…, Auswärtige ab dem 1. April*"""
    noun = next(r for r in own if r.kind is Kind.NOUN)
    other = next(r for r in own if r is not noun)
    same = _same(first, other)
    bare = [r for r in first if r.kind is Kind.NOUN and r is not same]
    if same is None or not bare or noun.phrase is None or noun.phrase.pronoun:
        return None
    partner: Remnant | None = None
    if own[0] is noun:
        partner = _subject(bare, noun)
    elif same.first < bare[-1].first or noun.cases == {"Acc"}:
        fitting = [r for r in bare if r.cases & noun.cases and not _pronoun(r)]
        partner = fitting[-1] if fitting else None
    if partner is None:
        return None
    return {noun.head.index: partner.head.index, other.head.index: same.head.index}


def _both_circumstances(first: list[Remnant], own: list[Remnant]) -> dict[int, int] | None:
    """*…, Dienstag in die Nordstadt*: both have their own counterpart."""
    one = _same(first, own[0])
    two = _same([r for r in first if r is not one], own[1])
    if one is None or two is None or own[0].sort == own[1].sort:
        return None
    return {own[0].head.index: one.head.index, own[1].head.index: two.head.index}


def _same(others: list[Remnant], remnant: Remnant) -> Remnant | None:
    """The last remnant before that says the same kind of thing."""
    alike = [r for r in others if r.kind is Kind.CIRCUMSTANCE and r.sort == remnant.sort]
    if remnant.phrase is not None and remnant.sort not in _BY_KIND:
        alike = [r for r in alike if _preposition(r) == _preposition(remnant)]
    opposite = [r for r in others if {_preposition(r), _preposition(remnant)} == {"mit", "ohne"}]
    fitting = alike or opposite
    return fitting[-1] if fitting else None


_BY_KIND = frozenset(kind.value for kind in _ADVERBIAL)


def _subject(others: list[Remnant], noun: Remnant) -> Remnant | None:
    """The subject that a noun phrase can take the place of."""
    if noun.phrase is None or noun.phrase.pronoun or (noun.cases and "Nom" not in noun.cases):
        return None
    return next((r for r in others if r.kind is Kind.NOUN and "Nom" in r.cases), None)


def _pronoun(remnant: Remnant) -> bool:
    return remnant.phrase is not None and remnant.phrase.pronoun


def _preposition(remnant: Remnant) -> str:
    return remnant.phrase.preposition if remnant.phrase is not None else ""
