"""Names of people, places, streets and organisations: what is spelled, never translated.

Safe rather than complete: a name needs a title, a list of names or a form that nothing else has.
The span leaves out titles (*Frau Dr.*) and offices: those are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from a11y.language import closed
from a11y.language.analysis import Value, ValueKind
from a11y.language.compounds import head_form
from a11y.language.lexicon import tables
from a11y.language.word import Word

_FORMS = ("GmbH", "gGmbH", "AG", "mbH", "KG", "eG", "UG", "KdöR", "AöR")
_AT_RIVERS = {
    "am": ("Main", "Rhein", "Neckar", "Harz", "Inn", "Lech", "See", "Wald", "Berg", "Bodensee"),
    "an": ("Oder", "Saale", "Elbe", "Donau", "Ruhr", "Weser", "Havel", "Isar", "Lahn"),
    "im": ("Breisgau", "Allgäu", "Schwarzwald", "Harz", "Taunus"),
    "vor": ("Höhe",),
    "ob": ("Tauber",),
}
_ROADS = ("Straße", "Str.", "Platz", "Allee", "Ring", "Damm", "Tor", "Chaussee", "Ufer", "Weg")


def find(words: Sequence[Word], text: str, taken: Sequence[Value]) -> tuple[Value, ...]:
    """All names outside the values already found, in text order; they never overlap.

    normal: the name in its base form (*Münchens* → *München*), blanks single.
    """
    covered = [value.span for value in taken]
    found: list[Value] = []
    end = 0
    spans = list(_spans(words))
    spans = sorted({*spans, *_mentioned_again(words, spans, taken)})
    for first, last in spans:
        span = (words[first].start, words[last].end)
        if span[0] < end or any(a < span[1] and span[0] < b for a, b in covered):
            continue
        normal = " ".join(text[slice(*span)].split())
        if first == last:
            normal = _base(normal)
        found.append(Value(kind=ValueKind.NAME, span=span, text=text[slice(*span)], normal=normal))
        end = span[1]
    return tuple(found)


def _mentioned_again(
    words: Sequence[Word], spans: Sequence[tuple[int, int]], taken: Sequence[Value]
) -> Iterator[tuple[int, int]]:
    """A surname that stood behind a title, or that an e-mail address holds, alone in the text.

    *Frau Zschiedrich hilft Ihnen. Zschiedrich …*; *Zschiedrich, E-Mail: m.zschiedrich@…*
    """
    known = {words[last].text for first, last in spans if _person(words, first) is not None}
    for value in taken:
        if value.kind is ValueKind.EMAIL:
            local = value.text.partition("@")[0]
            known |= {part.capitalize() for part in _PARTS.split(local) if len(part) > 3}
    known = {name for name in known if not _common(name) and name not in _titles()}
    for position, word in enumerate(words):
        if word.text in known and word.tag in ("NN", "NE", "FM", "XY"):
            first = position - 1
            named = first >= 0 and _capital(words[first]) and _listed(words[first].text, "first")
            yield (first if named else position), position


_PARTS = re.compile(r"[._+\d-]+")


def _spans(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(words):
        last = _name_from(words, position)
        if last is None:
            position += 1
        else:
            yield position, last
            position = last + 1


def _name_from(words: Sequence[Word], position: int) -> int | None:
    """Index of the last word of the name that begins here."""
    word = words[position]
    if not word.text[:1].isupper() or word.text in _titles():
        return None
    for rule in (_organisation, _person, _street, _place):
        last = rule(words, position)
        if last is not None:
            return last
    return None


@cache
def _titles() -> frozenset[str]:
    return closed.members("name_titles") | closed.members("name_offices")


def _capital(word: Word) -> bool:
    return word.text[:1].isupper() and word.text.replace("-", "").isalpha()


def _listed(text: str, *kinds: str) -> bool:
    names = tables.names()
    return all(any(part in names[kind] for kind in kinds) for part in text.split("-") if part)


def _common(text: str) -> bool:
    return text in tables.noun_forms() or text.lower() in tables.verb_classes()


def _base(text: str) -> str:
    bare = text[:-1]
    genitive = text.endswith("s") and _listed(bare, "place", "first", "last")
    return bare if genitive and not _listed(text, "place", "first", "last") else text


def _person(words: Sequence[Word], position: int) -> int | None:
    word = words[position]
    if not _capital(word):
        return None
    before = words[position - 1] if position else None
    titled = before is not None and before.text in closed.members("name_titles")
    office = before is not None and before.text in closed.members("name_offices")
    if titled and before is not None and before.text in ("Frau", "Familie"):
        article = words[position - 2].tag if position > 1 else ""
        titled = article not in ("ART", "PIAT", "PPOSAT") and (
            not _common(word.text) or word.tag == "NE" or _listed(word.text, "first", "last")
        )
    known = _listed(word.text, "first", "last")
    if _signed(words, position) and not _common(word.text):
        return _last_of_person(words, position)
    if titled or (office and known and word.tag in ("NE", "NN")):
        return _last_of_person(words, position)
    if not _listed(word.text, "first") or (before is not None and before.tag in _BEFORE_NOUNS):
        return None
    last = _last_of_person(words, position)
    return last if last > position else None


def _signed(words: Sequence[Word], position: int) -> bool:
    """Behind *gez.*, *i. A.*, *i. V.* or an initial (*K. Zschiedrich*) stands who signs."""
    before = words[position - 1] if position else None
    if before is None or words[position].tag not in ("NN", "NE", "FM"):
        return False
    if before.text in ("gez.", "i.A.", "i.V.", "i. A.", "i. V."):
        return True
    if before.text in ("A.", "V.") and position > 1 and words[position - 2].lower == "i.":
        return True
    letter = words[position - 2] if position > 1 and before.text == "." else None
    if letter is not None and len(letter.text) == 1 and letter.text.isupper():
        return not letter.space_after
    return len(before.text) == 2 and before.text[0].isupper() and before.text[1] == "."


_BEFORE_NOUNS = ("ART", "PPOSAT", "PDAT", "ADJA", "APPRART", "PIAT", "CARD")


def _last_of_person(words: Sequence[Word], first: int) -> int:
    last = first
    position = first + 1
    while position < min(first + 5, len(words)):
        word = words[position]
        if word.lower in ("von", "van", "de", "zu", "der") and word.text.islower():
            position += 1
            continue
        surname = _listed(word.text, "first", "last") or word.tag == "NE"
        if not _capital(word) or not surname or word.text in _titles():
            break
        if not words[position - 1].space_after:
            break
        last = position
        position += 1
    return last


def _place(words: Sequence[Word], position: int) -> int | None:
    word = words[position]
    broken = not word.space_after and words[position + 1 : position + 2]
    if not _capital(word) or (broken and words[position + 1].text in ("\xad", "‑")):
        return None
    if word.text in ("Bad", "Sankt") and position + 1 < len(words):
        following = words[position + 1]
        whole = _capital(following) and (following.tag == "NE" or not _common(following.text))
        return _with_river(words, position + 1) if whole else None
    if not _town(words, position):
        return None
    return _with_river(words, position)


def _town(words: Sequence[Word], position: int) -> bool:
    word = words[position]
    text = word.text
    genitive = text.endswith("s") and _listed(text[:-1], "place") and word.tag == "NE"
    hyphened = "-" in text and text.split("-")[0] in tables.names()["place"] and word.tag == "NE"
    if text in closed.members("states"):
        return True
    if not (_listed(text, "place") or genitive or hyphened):
        return False
    if text in closed.members("no_places"):
        return False
    if not _common(text) and word.tag in ("NE", "NN", "FM"):
        return True
    before = words[position - 1] if position else None
    if before is None:
        return False
    if before.text in closed.members("town_words"):
        return True
    return before.text.lower() in ("in", "nach", "aus") and word.tag == "NE"


def _with_river(words: Sequence[Word], last: int) -> int:
    """*Frankfurt am Main*, *Bad Homburg vor der Höhe*"""
    after = [w.text for w in words[last + 1 : last + 4]]
    if len(after) > 1 and after[1] in _AT_RIVERS.get(after[0], ()):
        return last + 2
    if len(after) > 2 and after[1] in ("der", "den") and after[2] in _AT_RIVERS.get(after[0], ()):
        return last + 3
    return last


def _street(words: Sequence[Word], position: int) -> int | None:
    """*Karl-Marx-Straße*, *Berliner Straße*: hyphened, or a town's adjective before the road."""
    word = words[position]
    if word.text.count("-") > 1 and word.text.endswith(tuple(f"-{road}" for road in _ROADS)):
        return position
    if _unknown_road(word):
        return position
    following = words[position + 1].text if position + 1 < len(words) else ""
    town = word.text.removesuffix("er")
    if following in _ROADS and town != word.text and town in tables.names()["place"]:
        return position + 1
    return None


def _unknown_road(word: Word) -> bool:
    """*Schnakenburgallee*: ends like a road and begins with what is no word."""
    lower = word.lower
    ending = next((road for road in _ROAD_ENDINGS if lower.endswith(road)), "")
    first = word.text[: len(word.text) - len(ending)].rstrip("s")
    return (
        bool(ending)
        and len(first) > 3
        and word.text.isalpha()
        and not _common(word.text)
        and not head_form(word.text)[0]
        and first not in tables.noun_classes()
    )


_ROAD_ENDINGS = ("straße", "strasse", "allee", "gasse", "chaussee", "damm", "platz", "weg", "ufer")


def _organisation(words: Sequence[Word], position: int) -> int | None:
    """*Stadtwerke Kassel GmbH*, *Lebenshilfe e. V.*: capitals up to the legal form."""
    if words[position].tag in ("ART", "PPOSAT", "PPER") or words[position].text == "Verein":
        return None
    for place in range(position, min(position + 6, len(words))):
        text = words[place].text
        if text in _FORMS and place > position:
            return place
        if text in ("e.V.", "e. V.") and place > position:
            return place
        if text == "e." and place > position and words[place + 1 : place + 2]:
            return place + 1 if words[place + 1].text == "V." else None
        if not text[:1].isupper() and text not in ("für", "und", "&", "-"):
            return None
    return None
