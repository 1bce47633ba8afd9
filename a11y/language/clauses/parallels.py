"""Which remnant of a stretch without a verb stands for which phrase of the clause before it.

Two stretches are parallel where their remnants pair off: an amount with an amount of the same unit,
the same preposition, the same kind of adverb, a noun whose form fits the other's role.
"""

from __future__ import annotations

from dataclasses import dataclass

from a11y.language.clauses import adverbials
from a11y.language.clauses.remnants import BY_KIND, Kind, Remnant


@dataclass(frozen=True, slots=True)
class Border:
    """Where the stretch begins. comma: one stands there, or the stretch before was such a clause;
    *und* alone mostly joins two nouns (*Beratung und Hilfe im Landkreis*). listed: a list goes on
    there (*Donner, Fackeln, …*). denied: *nicht* stands in the clause before. behind_verb: its last
    word is a verb. before: the phrase right in front of it, if there is one.
    """

    comma: bool
    listed: bool
    copula: bool
    denied: bool
    behind_verb: bool
    before: Remnant | None


def pairs(
    first: list[Remnant], own: list[Remnant], at: Border, *, narrowed: bool
) -> dict[int, int] | None:
    """Head index of each remnant that has a counterpart → head index of that; None: no parallel.

    first: of the clause with the verb. own: of the stretch without; narrowed: *nur*, *erst*,
    *schon* stands in it.
    """
    if not 2 <= len(own) <= 4:
        return None
    if narrowed and at.behind_verb and len(own) == 2 and own[0].kind is Kind.NOUN:
        subject = _subject(first, own[0])  # *…, Jugendliche erst ab 18 Uhr*
        if subject is not None and own[1].kind is not Kind.NOUN:
            return {own[0].head.index: subject.head.index}
    if narrowed and at.behind_verb and not at.denied and len(own) == 2:
        same = _same(first, own[1])  # *repariert, an Hauptstraßen schon am nächsten Tag*
        if same is not None and own[0].kind is own[1].kind is Kind.CIRCUMSTANCE:
            return {own[1].head.index: same.head.index}
    if at.denied:
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
        unsure = at.listed or (at.copula and not at.comma)
        return None if unsure else _both_nouns(first, own)
    if not at.comma and not _goes_on_alike(first, own):
        return None
    if len(nouns) == 1:
        again = any(r.head.lemma == nouns[0].head.lemma for r in first)
        unsure = own[0] is nouns[0] and not again and (at.listed or _may_join(at.before, own))
        return None if unsure else _noun_and_circumstance(first, own)
    return _both_circumstances(first, own)


def _may_join(before: Remnant | None, own: list[Remnant]) -> bool:
    """*für Arbeitslosengeld, Förderung und Hilfen für Bildung*: the noun goes on with a list."""
    if before is None or before.phrase is None or own[1].phrase is None:
        return False
    same = _preposition(before) == _preposition(own[1]) and before.cases == own[1].cases
    same = same and before.phrase.core[0].tag == own[1].phrase.core[0].tag == "ART"
    return bool(before.cases & own[0].cases) and not same


def _goes_on_alike(first: list[Remnant], own: list[Remnant]) -> bool:
    """*am 3. Mai in Bonn und am 10. Mai in Köln*; *… einen Ausweis und für Kinder den Pass*"""
    if own[0].kind is not Kind.CIRCUMSTANCE:
        return False
    if own[1].kind is Kind.NOUN:
        return first[-1].kind is Kind.NOUN
    return [r.sort for r in first[-2:]] == [r.sort for r in own]


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
            if same is None and not amount.sort.endswith("money"):
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
    if "Gen" in own[1].cases or own[1].phrase is None:  # *die Größe und die Zahl der Behälter*
        return None
    told = any(len(r.cases & {"Nom", "Acc"}) == 1 for r in own)
    article = own[1].phrase.core[0].tag in ("ART", "PPOSAT") and "Dat" not in own[1].cases
    told = told or (article and any(len(r.cases & {"Nom", "Acc"}) == 1 for r in before))
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
    circumstances = [r for r in others if r.kind is Kind.CIRCUMSTANCE]
    alike = [r for r in circumstances if r.sort == remnant.sort]
    led = _preposition(remnant)
    if led and remnant.sort not in BY_KIND:
        alike = [r for r in circumstances if _preposition(r) == led]
    if led and not alike:
        alike = [r for r in circumstances if _preposition(r) == led and r.cases == remnant.cases]
    opposite = [r for r in others if {_preposition(r), _preposition(remnant)} == {"mit", "ohne"}]
    fitting = alike or opposite
    return fitting[-1] if fitting else None


def _subject(others: list[Remnant], noun: Remnant) -> Remnant | None:
    """The subject that a noun phrase can take the place of."""
    if noun.phrase is None or noun.phrase.pronoun or (noun.cases and "Nom" not in noun.cases):
        return None
    fitting = [r for r in others if r.kind is Kind.NOUN and "Nom" in r.cases and not _pronoun(r)]
    return max(fitting, key=lambda r: _likeness(r, noun), default=None)


def _likeness(one: Remnant, two: Remnant) -> int:
    """The same noun, both people, both with an article or both without."""
    if one.phrase is None or two.phrase is None:
        return 0
    people = adverbials.noun_is(one.head.lemma, "people")
    people = people and adverbials.noun_is(two.head.lemma, "people")
    articles = (one.phrase.core[0].tag, two.phrase.core[0].tag)
    return 2 * (one.head.lemma == two.head.lemma) + 2 * people + (articles[0] == articles[1])


def _pronoun(remnant: Remnant) -> bool:
    return remnant.phrase is not None and remnant.phrase.pronoun


def _preposition(remnant: Remnant) -> str:
    return remnant.phrase.preposition if remnant.phrase is not None else ""
