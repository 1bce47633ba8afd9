"""Proper names: never the sign of the word they look like (*Herr Klein*, *in Essen*).

A name is finger-spelled with its mouthing unless the corpus has a name sign (SIGN-HUB Lexicon
1.1.3, 3.1.2).
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import Analysis, Token, Value, ValueKind
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.calendar import is_calendar
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.words import closed_forms

TITLES = frozenset({"Herr", "Herrn", "Hr.", "Frau", "Fr.", "Familie", "Fräulein"})
DEGREES = frozenset({"Dr.", "Prof.", "Dr", "Prof", "med.", "Dipl.-Ing.", "Mag.", "jur."})
OFFICES = frozenset(
    {"Bürgermeister", "Bürgermeisterin", "Oberbürgermeister", "Oberbürgermeisterin", "Landrat",
     "Landrätin", "Pfarrer", "Pfarrerin", "Notar", "Notarin", "Rektorin", "Rektor"}
)  # fmt: skip
_PARTICLES = frozenset({"von", "van", "de", "zu", "der", "den", "al", "el", "di"})
_TOWN_WORDS = frozenset(
    {"Stadt", "Gemeinde", "Kreis", "Landkreis", "Dorf", "Ortsteil", "Stadtteil"}
)
_TOWN_PREPOSITIONS = frozenset({"in", "nach", "aus", "von", "bei", "bis", "über"})
_LONGEST = 4
NAME = "flat:name"
"""The relation on every token that is surely part of a name, whatever the parser thought."""


def named(analysis: Analysis) -> Analysis:
    """The analysis with pos PROPN, tag NE and relation ``NAME`` on every token of a name."""
    values = tuple(value for value in analysis.values if not _misread(analysis, value))
    if len(values) < len(analysis.values):
        analysis = replace(analysis, values=values)
    found = _found(analysis)
    if not found:
        return analysis
    tokens = tuple(
        replace(token, pos="PROPN", tag="NE", dep=NAME, lemma=_name(token))
        if token.index in found
        else token
        for token in analysis.tokens
    )
    return replace(analysis, tokens=tokens)


def _misread(analysis: Analysis, value: Value) -> bool:
    """``Am Freitag`` is no name, whatever capitals it has."""
    if value.kind is not ValueKind.NAME:
        return False
    inside = [token for token in analysis.tokens if value.span[0] <= token.span[0] < value.span[1]]
    if not inside:
        return True
    opens = inside[0].tag in ("APPR", "APPRART", "ART", "PPOSAT", "PDAT", "KON", "ADV")
    opens = opens or (len(inside) == 1 and inside[0].text.lower() in closed_forms())
    return opens or any(is_calendar(token) for token in inside)


def _name(token: Token) -> str:
    """A genitive loses its s where the name itself is known without it (*Kassels*)."""
    known = tables.names()
    bare = token.text[:-1]
    genitive = token.text.endswith("s") and any(bare in names for names in known.values())
    whole = any(token.text in names for names in known.values())
    return bare if genitive and not whole else token.text


def _found(analysis: Analysis) -> frozenset[int]:
    out: set[int] = set()
    tokens = analysis.tokens
    starts = {sentence.tokens[0] for sentence in analysis.sentences}
    for value in analysis.values:
        if value.kind is ValueKind.NAME:
            out |= {
                token.index
                for token in tokens
                if value.span[0] <= token.span[0] < value.span[1]
                and token.text not in TITLES | DEGREES
            }
    for token in tokens:
        if token.text in TITLES | DEGREES | OFFICES:
            out |= _after_title(analysis, token.index + 1, strict=token.text in OFFICES)
        elif _first_name(token) and token.index + 1 < len(tokens):
            out |= _full_name(analysis, token.index, begins=token.index in starts)
        elif _is_town(analysis, token):
            out.add(token.index)
    return frozenset(out)


def _first_name(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "X") and token.text in tables.names()["first"]


def _after_title(analysis: Analysis, start: int, *, strict: bool) -> set[int]:
    """Capital words right after a title. strict: only known names, as offices have others near."""
    out: set[int] = set()
    owned = start > 1 and analysis.tokens[start - 2].tag in ("PPOSAT", "PIAT", "PDAT")
    if owned and analysis.tokens[start - 1].text == "Familie":
        return out  # für Ihre Familie Geld bekommen
    for token in analysis.tokens[start : start + _LONGEST]:
        if token.text in DEGREES or ((out or not strict) and token.text in _PARTICLES):
            continue
        if not token.text[:1].isupper() or not token.text.replace("-", "").isalpha():
            break
        if token.text in TITLES or token.tag in ("PPER", "PPOSAT", "PDAT", "ART", "APPR"):
            break
        if (strict or out) and not _known(token.text) and token.tag != "NE":
            break
        out.add(token.index)
    return out


def _known(text: str) -> bool:
    known = tables.names()
    return any(part in known["first"] or part in known["last"] for part in text.split("-"))


def _full_name(analysis: Analysis, first: int, *, begins: bool) -> set[int]:
    """``Anna Koch``: a first name and a capital word that is no common noun of the sentence."""
    tokens = analysis.tokens
    before = tokens[first - 1] if first else None
    if before is not None and before.tag in ("ART", "PPOSAT", "PDAT", "ADJA", "APPRART"):
        return set()
    second = tokens[first + 1]
    if not second.text[:1].isupper() or not second.text.replace("-", "").isalpha():
        return set()
    if second.text in tables.names()["last"] or second.tag == "NE":
        return {first, first + 1}
    return set()


def is_land(lexis: Lexis, name: str) -> bool:
    """A place whose name sign the corpus has under this very word, and no common noun."""
    common = name in tables.noun_classes() or name.lower() in tables.verb_classes()
    return not common and name in tables.names()["place"] and lexis.find(name, "NOUN") is not None


def _is_town(analysis: Analysis, token: Token) -> bool:
    """A town by the list of places, where no article makes it a common noun."""
    places = tables.names()["place"]
    text = token.text
    town = text in places or (text.endswith("s") and text[:-1] in places and token.tag == "NE")
    if not town or not token.index or not text[:1].isupper():
        return False
    before = analysis.tokens[token.index - 1]
    common = text in tables.noun_classes() or text.lower() in tables.verb_classes()
    if not common:
        return token.pos in ("NOUN", "PROPN", "X")
    if before.text in _TOWN_WORDS:
        return True
    low = before.text.lower()  # "bei Regen" is weather
    return low in _TOWN_PREPOSITIONS and low != "bei" and before.tag == "APPR"
