"""What a prepositional phrase is to a signer: where, whereto, when, on what condition."""

from __future__ import annotations

from a11y.language.analysis import AdverbialType, Analysis, ValueKind
from a11y.language.clauses.adverbials import noun_is
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.calendar import is_calendar
from a11y.sign_avatar.glossing.words import function_words

LOCATIVE = frozenset({"in", "an", "auf", "neben", "hinter", "gegenüber", "zwischen", "vor", "bei"})
_ACCUSATIVE = frozenset(
    {"den", "einen", "ins", "ans", "aufs", "das", "ein", "die", "eine", "diesen", "jeden", "ihren",
     "ihre", "meinen", "meine", "unsere", "unseren"}
)  # fmt: skip
_DATIVE = frozenset(
    {"dem", "einem", "im", "am", "beim", "der", "einer", "diesem", "dieser", "ihrem", "ihrer",
     "meinem", "meiner", "unserem", "unserer", "jedem", "jeder", "vom", "zum", "zur"}
)  # fmt: skip
_SHOWN = frozenset(
    {ValueKind.URL, ValueKind.EMAIL, ValueKind.ADDRESS, ValueKind.PHONE, ValueKind.PARAGRAPH}
)
_TIMES = frozenset({ValueKind.DATE, ValueKind.TIME})
_ABSTRACT = frozenset(
    {"rahmen", "auftrag", "original", "voraus", "allgemeine", "fall", "falle", "regel", "sinne",
     "hinblick", "zusammenhang", "bereich", "verbindung", "bezug", "form", "anspruch", "höhe",
     "weise", "art", "grund", "ordnung", "frage", "zukunft", "namen", "name", "seite", "stelle",
     "durchschnitt", "umfang", "laufe", "lauf", "alter", "besitz", "betracht", "kraft", "wunsch",
     "interesse", "sprache", "notfall", "ausnahmefall", "anschluss", "reihe", "spiel", "prüfung"}
)  # fmt: skip


def determined(analysis: Analysis, tokens: tuple[int, ...]) -> str:
    """``Acc`` or ``Dat`` as the first determiner says, "" without one.

    ``die`` and ``das`` after a preposition are accusative, ``der`` and ``dem`` dative.
    """
    for index in tokens[:2]:
        low = analysis.tokens[index].text.lower()
        if low in _ACCUSATIVE:
            return "Acc"
        if low in _DATIVE:
            return "Dat"
    return ""


def type_of(
    analysis: Analysis,
    known: AdverbialType,
    preposition: str,
    head: int,
    tokens: tuple[int, ...],
) -> AdverbialType:
    """The type of a phrase, where the language room left it open or only the case decides."""
    token = analysis.tokens[head]
    kind = value_kind(analysis, tokens)
    if kind in _TIMES:
        return AdverbialType.TIME
    if kind is ValueKind.PHONE:
        return AdverbialType.INSTRUMENT
    if kind in _SHOWN:
        if preposition in ("an", "zu", "nach") and known is not AdverbialType.PLACE:
            return AdverbialType.DIRECTION
        return AdverbialType.PLACE
    lemma = token.lemma
    if preposition == "an" and lemma in ("Telefon", "Handy", "Computer"):
        return AdverbialType.INSTRUMENT
    if preposition == "um" and _clock(analysis, tokens):
        return AdverbialType.TIME
    if preposition == "in" and token.text in ("Fall", "Falle") and len(tokens) > 2:
        return AdverbialType.CONDITION  # im Falle eines Umzugs
    if preposition == "unter" and lemma in ("Vorlage", "Angabe", "Beachtung", "Bedingung"):
        return AdverbialType.CONDITION
    year = len(token.text) == 4 and token.text.isdigit()
    if year and preposition in ("in", "ab", "bis", "seit", "vor", "nach"):
        return AdverbialType.TIME
    if preposition in ("in", "an", "ab", "bis", "seit") and is_calendar(token):
        return AdverbialType.TIME
    if preposition == "zu" and token.text in ("Haus", "Hause"):
        return AdverbialType.PLACE
    if preposition == "nach" and token.tag == "NE":
        return AdverbialType.DIRECTION  # im Winter nach Erfurt
    if known not in (AdverbialType.OTHER, AdverbialType.PLACE):
        return known
    noun = token.pos in ("NOUN", "PROPN")
    if preposition == "bei" and noun and not _where(token.lemma):
        return known if noun_is(lemma, "people") else AdverbialType.CONDITION
    if lemma.lower() in _ABSTRACT:
        return AdverbialType.OTHER
    if preposition not in LOCATIVE or not noun:
        return known
    case = determined(analysis, tokens)
    if case == "Acc" and preposition not in ("bei", "gegenüber"):
        return AdverbialType.DIRECTION
    if case == "Dat" and known is AdverbialType.OTHER and preposition != "vor":
        return AdverbialType.PLACE
    return known


def _clock(analysis: Analysis, tokens: tuple[int, ...]) -> bool:
    """*um halb neun*, *um Viertel nach acht*."""
    low = [analysis.tokens[index].text.lower() for index in tokens]
    return len(low) > 2 and low[1] in ("halb", "viertel", "kurz")


def _where(lemma: str) -> bool:
    """A building, an office, a town: what one can be at."""
    town = lemma in tables.names()["place"] and lemma not in tables.noun_classes()
    return town or lemma.lower().endswith(function_words().place_suffixes)


def value_kind(analysis: Analysis, tokens: tuple[int, ...]) -> ValueKind | None:
    """The kind of the value that a phrase ends in."""
    if not tokens:
        return None
    end = analysis.tokens[tokens[-1]].span
    for value in analysis.values:
        if value.span[0] <= end[0] < value.span[1]:
            return value.kind
    return None
