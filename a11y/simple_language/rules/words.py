"""Single words: long, rare, composed, hard; easy words for those that are never inflected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from a11y.language.analysis import Token, ValueKind
from a11y.simple_language import glossary, segmentation
from a11y.simple_language.readability import LONG_WORD, RARE_ZIPF, zipf
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import DATA, evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

COMMON_ZIPF = 4.2
"""A glossary word at least this frequent (*Antrag*) is no hurdle; it is still explained on ask."""


@lru_cache(maxsize=1)
def replacements() -> dict[str, dict[str, dict[str, str]]]:
    """Kind (``verbs, words, adjectives, nouns``) → ``safe, attributive, unsafe`` → hard → easy."""
    return {
        file.stem: yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for file in sorted((DATA / "easier").glob("*.yaml"))
    }


@lru_cache(maxsize=2)
def _phrase_patterns(kind: str) -> dict[str, re.Pattern[str]]:
    """First letters of a hard word or phrase → pattern of all that begin so, longest first."""
    by_start: dict[str, list[str]] = {}
    for word in sorted(replacements()["words"][kind], key=len, reverse=True):
        by_start.setdefault(word[:_START].lower(), []).append(word)
    return {
        start: re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
        for start, words in by_start.items()
    }


_START = 2
_WORD_START = re.compile(r"(?<![\w-])\w")


def _phrases(kind: str, text: str) -> Iterator[re.Match[str]]:
    """Every hard word or phrase of a text; one pattern of them all would be slower by far."""
    patterns, end = _phrase_patterns(kind), 0
    for place in _WORD_START.finditer(text):
        start = place.start()
        if start < end or (pattern := patterns.get(text[start : start + _START].lower())) is None:
            continue
        if (found := pattern.match(text, start)) is not None:
            end = found.end()
            yield found


_GENITIVE_FOLLOWS = r"\s+(?:des|der|eines|einer|[Ii]hre[sr]|seine[sr]|diese[sr]|von|vom)\b"
_SUPERLATIVE_FOLLOWS = r"\s+\w+ste[nrsm]?\b"
_NOT_BEFORE = {
    "im anschluss": r"\s+an\b",
    "nachfolgend": r"\s+\w+e[nrsm]?\b",
    "etwa": r"(?!\s\d)",
    "längst": r"\s(?:nicht|kein)",
    "nunmehr": r"\s\d",
    "rund": r"(?!\s(?:\d|hundert|tausend))",
    "gleichzeitig": r"\s+mit\b",
    "ebenso": r"\s+(?:viel\w*|gut|lang\w*|oft)\b|.*\bwie\b",
    "zusätzlich": r"\s+zu[mr]?\b",
    "entsprechend": r"\s+\w",
    "in der regel": _GENITIVE_FOLLOWS,
    "im vorfeld": _GENITIVE_FOLLOWS,
    "des weiteren": r"\s+[A-ZÄÖÜ]",
    "im nachgang": rf"{_GENITIVE_FOLLOWS}|\s+zu[mr]?\b",
    "im weiteren verlauf": _GENITIVE_FOLLOWS,
    "in erster linie": _GENITIVE_FOLLOWS,
    "zur zeit": _GENITIVE_FOLLOWS,
    "unter umständen": r",",
    "weltweit": _SUPERLATIVE_FOLLOWS,
    "europaweit": _SUPERLATIVE_FOLLOWS,
    "bundesweit": _SUPERLATIVE_FOLLOWS,
}
"""What must not follow: *im Vorfeld der Wahl*, *die weltweit größte Messe*."""


_AFTER_PREPOSITION = re.compile(r"\b(?:von|bis|ab|seit|vor|nach|gegen)\s$")
_DAYTIMES = word_set("morgens vormittags mittags nachmittags abends nachts tagsüber")
_PER = {
    "täglich": "am Tag",
    "wöchentlich": "in der Woche",
    "monatlich": "im Monat",
    "jährlich": "im Jahr",
}
_COUNTED = re.compile(r"(?:mal|\bMale?|mals|fach|Euro|€|Prozent|%|Stunden?|Tage?)\s$")
"""*zweimal jährlich*, *12 Euro jährlich*: how often or how much in a time, not each time."""


def _fits_place(text: str, found: re.Match[str], key: str) -> bool:
    """Whether what stands before and behind leaves room for the easy word."""
    before, after = text[: found.start()], text[found.end() :]
    blocked = _NOT_BEFORE.get(key)
    if blocked and re.match(blocked, after):
        return False
    if key in _WEEKDAYS and _in_span(text, found.start(), found.end()):
        return False
    if key in _WEEKDAYS | _DAYTIMES and _AFTER_PREPOSITION.search(before):
        return False  # *bis mittags*: no second preposition
    if key == "rechtzeitig" and re.search(r"\b(?:so|zu|möglichst)\s$", before):
        return False
    if key == "im voraus" and re.search(r"\b(?:Tag|Woche|Monat|Quartal|Jahr)(?:en?)?\s$", before):
        return False
    if key == "online" and found[0] == "Online" and re.match(r"\s[A-ZÄÖÜ]", after):
        return False  # *Online Terminbuchung*: half of a name
    return not (key == "sowie" and re.search(r"\bund\b", text))  # a chain of *und* reads worse


_NOT_FIRST = frozenset(
    {"jedoch", "allerdings", "hingegen", "dagegen", "indes", "indessen", "weiterhin"}
    | {"tatsächlich"}
)
"""Followed by the verb where they open a sentence; *aber* is not."""


@evaluates("hard-word")
def hard_word(view: View) -> Iterator[Match]:
    """Words with an easier one of the same use, kept where they stand."""
    for kind in ("safe", "unsafe"):
        for found in _phrases(kind, view.text):
            key = found[0].lower()
            table = replacements()["words"][kind]
            easy = table.get(found[0]) or _lowered(kind).get(key)
            if easy is None or _is_verb(view, view.start + found.start()):
                continue
            if key in _NOT_FIRST and (
                found[0][0].isupper() or _before_verb(view, view.start + found.end())
            ):
                continue
            if not _fits_place(view.text, found, key):
                continue
            if " " in easy and _before_attribute(view, view.start + found.end()):
                continue  # *der weltweit zweite Park*, *versehentlich gefangene Fische*
            if key in _PER and _COUNTED.search(view.text[: found.start()]):
                easy = _PER[key]
            if found[0][0].isupper() and found.start() > 0 and view.text[found.start() - 2] != ":":
                capital_inside = key not in ("per post", "per e-mail", "per fax")
                if capital_inside and found[0].split()[0].istitle():
                    continue  # a noun or part of a name
            if found[0][0].isupper():
                easy = easy[0].upper() + easy[1:]
            yield Match(
                start=view.start + found.start(),
                end=view.start + found.end(),
                found=found[0],
                replacement=easy,
                safe=kind == "safe",
            )
    yield from _hard_adjectives(view)


_WEEKDAYS = frozenset(
    f"{day}s"
    for day in (
        *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
        *("sonnabend", "werktag"),
    )
)


def _in_span(text: str, start: int, end: int) -> bool:
    """*montags bis freitags*, *montags und dienstags*: both ends would need the same form."""
    joined = re.match(r"\s*(?:bis|und|oder|sowie|[,–/-])\s", text[end:])
    return (
        bool(joined)
        or re.search(r"\b(?:bis|und|oder|sowie)\s$|[,–/-]\s?$", text[:start]) is not None
    )


def _before_verb(view: View, end: int) -> bool:
    """*…, jedoch richtet sich der Beginn nach …*: *aber* would not go with the verb's place."""
    following = next((t for t in view.tokens if t.span[0] > end), None)
    return following is not None and following.tag.endswith("FIN")


def _is_verb(view: View, start: int) -> bool:
    """*Er hat sich dafür ausgesprochen*: a participle, not the adverb of the same form."""
    return any(t.span[0] == start and t.tag.startswith("VV") for t in view.tokens)


def _is_finite(view: View, start: int) -> bool:
    """*Der Kläger begehrt …*: a verb that looks like an adjective."""
    return any(t.span[0] == start and t.tag == "VVFIN" for t in view.tokens)


def _is_noun(view: View, start: int) -> bool:
    """*Prominente* at the start of a sentence: people, no adjective."""
    return any(t.span[0] == start and t.tag in ("NN", "NE") for t in view.tokens)


@lru_cache(maxsize=2)
def _lowered(kind: str) -> dict[str, str]:
    return {hard.lower(): easy for hard, easy in replacements()["words"][kind].items()}


@lru_cache(maxsize=1)
def _adjective_pattern() -> re.Pattern[str]:
    stems = "|".join(sorted(_adjectives(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({stems})(e[nrsm]?)?(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    tables = replacements()["adjectives"]
    return tables["unsafe"] | tables["attributive"] | tables["safe"]


def _hard_adjectives(view: View) -> Iterator[Match]:
    for found in _adjective_pattern().finditer(view.text):
        hard, ending = found[1], found[2] or ""
        start = view.start + found.start()
        if _is_noun(view, start) or _is_finite(view, start):
            continue
        if hard.lower() in _MOVING and not _after_determiner(view, start):
            continue
        before_noun = _stands_before_noun(view, found)
        if ending == "er" and not before_noun:
            continue  # *attraktiver als …*: a comparison, no ending
        if not ending and _before_adjective(view, view.start + found.end()):
            continue  # *schrecklich schlecht*: how much, not how
        easy = _like(hard.lower(), ending, before_noun=before_noun)
        if easy is None or (hard[0].isupper() and found.start() > 0):
            continue
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=easy[0].upper() + easy[1:] if hard[0].isupper() else easy,
            safe=hard.lower() not in replacements()["adjectives"]["unsafe"],
        )


_MOVING = frozenset({"kommend", "vergangen", "verflossen"})
"""*der aus Kiel kommende Zug*: a participle with words of its own says something else."""


def _before_attribute(view: View, end: int) -> bool:
    following = next((t for t in view.tokens if t.span[0] >= end), None)
    return following is not None and following.tag == "ADJA"


def _before_adjective(view: View, end: int) -> bool:
    following = next((t for t in view.tokens if t.span[0] >= end), None)
    return following is not None and following.tag in ("ADJA", "ADJD")


def _after_determiner(view: View, start: int) -> bool:
    before = next((t for t in reversed(view.tokens) if t.span[1] <= start), None)
    return before is None or before.tag in ("ART", "APPR", "APPRART", "PPOSAT", "PDAT", "PIAT")


_ONLY_INFLECTED = frozenset({"all", "besonder", "letzt", "nächst"})


def _like(hard: str, ending: str, *, before_noun: bool) -> str | None:
    """The easy adjective with the hard one's ending; None where it would say something else."""
    easy = _adjectives()[hard]
    attributive = hard in replacements()["adjectives"]["attributive"]
    if not ending:
        return None if attributive or easy in _ONLY_INFLECTED else easy
    if attributive and not before_noun:
        return None
    if easy.endswith("en"):
        easy = easy[:-2] + "en"
    if easy.endswith("euer"):
        easy = easy[:-2] + "r"  # *teuer*, *teure*
    return easy + ending


def _stands_before_noun(view: View, found: re.Match[str]) -> bool:
    start = view.start + found.start()
    token = next((t for t in view.tokens if t.span[0] == start), None)
    return token is not None and token.tag == "ADJA"


_SOFT_HYPHEN = "\u00ad"


def letters(word: str) -> int:
    """Letters of the longest part that hyphen or Mediopunkt leaves; soft hyphens show nothing."""
    return max(len(part) for part in re.split(r"[-·]", word.replace(_SOFT_HYPHEN, "")))


@evaluates("long-word")
def long_word(view: View) -> Iterator[Match]:
    """Words whose base form has above 13 letters, unless the text explains them.

    Compounds are parted where their parts are certain.
    """
    for token in _content_words(view):
        if min(letters(token.text), letters(token.lemma)) <= LONG_WORD or token.tag == "NE":
            continue
        entry = glossary.find(token.lemma)
        if in_name(view, token) or (entry and glossary.explained(entry, view.document)):
            continue
        parted = _parted(view, token)
        yield Match(
            start=token.span[0],
            end=token.span[1],
            found=token.text,
            replacement=parted,
            safe=parted is not None,
            remains=parted is not None and _still_long(parted, token),
        )


def _content_words(view: View) -> Iterator[Token]:
    for token in view.tokens:
        if token.text[:1].isalpha() and not re.search(r"[@/\\.:*_\d]", token.text):
            yield token


def _parted(view: View, token: Token) -> str | None:
    """The compound with a separator, or None where its parts are not certain."""
    if token.tag == "NE":
        return None
    before, hyphen, last = token.text.replace(_SOFT_HYPHEN, "").rpartition("-")
    pieces = segmentation.parted(last)
    if len(pieces) < 2:
        return None
    if view.separator == "-":
        pieces = (pieces[0], *(piece.capitalize() for piece in pieces[1:]))
    return before + hyphen + view.separator.join(pieces)


def _still_long(parted: str, token: Token) -> bool:
    """Whether a part is long; a linking *s* and endings of inflection do not count."""
    *first, last = re.split(r"[-·]", parted)
    ending = max(0, len(token.text) - len(token.lemma))
    sizes = [len(part.removesuffix("s")) for part in first]
    return max([*sizes, len(last) - ending]) > LONG_WORD


@evaluates("rare-word")
def rare_word(view: View) -> Iterator[Match]:
    """Rare or foreign words that nothing in the text explains."""
    for token in _content_words(view):
        if token.pos not in ("NOUN", "VERB", "ADJ", "ADV") or len(token.text) < 5:
            continue
        if token.tag == "NE" or in_name(view, token):
            continue
        entry = glossary.find(token.lemma) or glossary.find(token.text)
        if entry is not None and glossary.explained(entry, view.document):
            continue
        if not (_is_rare(view, token) if entry is None else zipf(token.lemma) < COMMON_ZIPF):
            continue
        note = "" if entry is None else f"Zum Beispiel so: {entry.explanation}"
        if entry is not None and entry.easy:
            note += f" Ein leichteres Wort ist: {entry.easy}."
        yield Match(start=token.span[0], end=token.span[1], found=token.text, note=note)


_NAMING = frozenset({ValueKind.ADDRESS, ValueKind.NAME, ValueKind.URL, ValueKind.EMAIL})


_ROADS = ("straße", "platz", "weg", "gasse", "allee")


def in_name(view: View, token: Token) -> bool:
    """Names of people, streets and places are no vocabulary."""
    return token.text.endswith(_ROADS) or any(
        value.kind in _NAMING and value.span[0] <= token.span[0] < value.span[1]
        for value in view.values
    )


def _is_rare(view: View, token: Token) -> bool:
    parts = view.analysis.compounds.get(token.index) or segmentation.parted(token.text)
    if len(parts) > 1:
        return any(zipf(part) < RARE_ZIPF - 1 for part in parts)
    return max(zipf(form) for form in (token.text, token.lemma)) < RARE_ZIPF - 0.5
