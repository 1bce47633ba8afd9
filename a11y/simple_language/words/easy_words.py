"""The tables of hard words with their easy ones, and where in a sentence an easy one has room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from a11y.language.analysis import Token
from a11y.language.inflect import nouns as genders
from a11y.simple_language.acting.text_kinds import is_practical
from a11y.simple_language.data_file import DATA, data_file
from a11y.simple_language.readability import zipf
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set
from a11y.simple_language.words.phrase_table import PhraseTable


@lru_cache(maxsize=1)
def replacements() -> dict[str, dict[str, dict[str, str]]]:
    """Kind (``verbs, words, adjectives, nouns``) → ``safe, attributive, unsafe`` → hard → easy."""
    return {
        file.stem: data_file(f"easier/{file.stem}")
        for file in sorted((DATA / "easier").glob("*.yaml"))
    }


@lru_cache(maxsize=1)
def _heads() -> dict[str, tuple[str, bool, frozenset[str], frozenset[str]]]:
    """Head of a compound → (easy head, safe, only behind these, not behind these)."""
    records = data_file("compound_heads")
    return {
        head: (
            record["easy"],
            record.get("safe", False),
            word_set(record.get("only", "")),
            word_set(record.get("not", "")),
        )
        for head, record in records.items()
    }


@lru_cache(maxsize=8_192)
def easy_compound(noun: str) -> tuple[str, bool] | None:
    """*Transportunternehmen* → (*Transportfirma*, safe); None where no easy head is known.

    noun: base form. Safe where the head is and the easier compound is no rarer word (wordfreq).
    """
    for at in range(2, len(noun) - 4):
        before, head = noun[:at], noun[at:].lower()
        if head not in _heads():
            continue
        easy, safe, only, never = _heads()[head]
        if any(before.casefold().endswith(one.casefold()) for one in never):
            return None
        if (only and before not in only) or (before[-1] == "-" and not only):
            return None  # *VW-Konzern*: a name
        made = before + (easy if before[-1] == "-" else easy.lower())
        if genders.gender(made) != genders.gender(easy):
            return None  # cut at another seam it would inflect as another noun
        usual = zipf(made)
        return made, safe and usual > 0 and usual >= zipf(noun) - 0.5
    return None


@lru_cache(maxsize=2)
def _phrases(kind: str) -> PhraseTable:
    return PhraseTable(replacements()["words"][kind])


def phrases(kind: str, text: str) -> Iterator[re.Match[str]]:
    """Every hard word or phrase of a text."""
    return _phrases(kind).find(text)


@lru_cache(maxsize=1)
def _places() -> dict[str, Any]:
    """The lists of ``data/word_places.yaml``, their patterns compiled."""
    records: dict[str, Any] = data_file("word_places")
    for side in ("behind", "before", "not_before", "only_before", "not_after"):
        records[side] = {word: re.compile(pattern) for word, pattern in records[side].items()}
    return records


def adjective_places() -> dict[str, dict[str, re.Pattern[str]]]:
    """``not_before, only_before`` → hard adjective → pattern of the word behind it; ``not_after``
    → of what stands before it."""
    return {side: _places()[side] for side in ("not_before", "only_before", "not_after")}


def is_bound(hard: str, *, inflected: bool) -> bool:
    """Whether an adjective belongs to words in front of it where it has no article there."""
    places = _places()
    return hard in places["bound"] or (inflected and hard in places["bound_attributes"])


@lru_cache(maxsize=1)
def _plain() -> dict[str, frozenset[str]]:
    """The lists of ``data/plain.yaml``."""
    records = data_file("plain")
    return {kind: word_set(words) for kind, words in records.items()}


def is_term(view: View, kind: str, hard: str) -> bool:
    """Whether a hard word with an unsafe easy one may say something exact here, so that only an
    editor takes it.

    kind: ``nouns, verbs, words`` or ``adjectives``; hard: as the table lists it.
    """
    tables = replacements()[kind]
    unsafe = any(hard in tables[group] for group in tables if group.endswith("unsafe"))
    if kind == "nouns" and hard not in tables["safe"]:
        unsafe = True  # easy by its head
    return unsafe and hard not in _plain()[kind] and is_practical(view)


_Place = dict[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def _proven() -> dict[str, dict[str, tuple[_Place, ...]]]:
    """``data/proven_places.yaml``, patterns compiled: kind → hard word → its places."""
    records = data_file("proven_places")
    return {
        kind: {
            word: tuple(
                {side: re.compile(pattern) for side, pattern in place.items()}
                for place in (places if isinstance(places, list) else [places])
            )
            for word, places in words.items()
        }
        for kind, words in records.items()
    }


def is_proven(text: str, span: tuple[int, int], *, kind: str, hard: str) -> bool:
    """Whether an unsafe hard word stands where its easy one is right without an editor.

    text: the sentence; span: characters of the word in it; hard: as the table lists it, words
    and adjectives in small letters.
    """
    return any(_fits_place(text, span, place) for place in _proven()[kind].get(hard, ()))


@lru_cache(maxsize=1)
def noun_places() -> dict[str, _Place]:
    """``data/noun_places.yaml``, patterns compiled."""
    records = data_file("noun_places")
    return {
        noun: {side: re.compile(pattern) for side, pattern in place.items()}
        for noun, place in records.items()
    }


def has_place(text: str, span: tuple[int, int], noun: str) -> bool:
    """Whether the easy word of a hard noun is right in this place; most have no place to mind.

    text: the sentence; span: characters of the noun in it; noun: base form.
    """
    return noun not in noun_places() or _fits_place(text, span, noun_places()[noun])


def _fits_place(text: str, span: tuple[int, int], place: _Place) -> bool:
    form, before, behind = place.get("form"), place.get("before"), place.get("behind")
    never = place.get("never")
    return not (
        (form is not None and not form.match(text[slice(*span)]))
        or (before is not None and not before.search(text[: span[0]]))
        or (behind is not None and not behind.match(text[span[1] :]))
        or (never is not None and never.search(text))
    )


_AFTER_PREPOSITION = re.compile(r"\b(?:von|bis|ab|seit|vor|nach|gegen)\s$")
_DAYTIMES = word_set("morgens vormittags mittags nachmittags abends nachts tagsüber")
_WEEKDAYS = frozenset(
    f"{day}s"
    for day in (
        *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
        *("sonnabend", "werktag"),
    )
)
_NOT_FIRST = frozenset(
    {"jedoch", "allerdings", "hingegen", "dagegen", "indes", "indessen", "weiterhin"}
    | {"tatsächlich", "keineswegs", "mitnichten", "in keiner weise", "in keinster weise"}
    | {"nach möglichkeit"}
)
"""Followed by the verb where they open a sentence; *aber* is not."""


def fits(view: View, found: re.Match[str], easy: str) -> bool:
    """Whether what stands before and behind a hard word leaves room for its easy one.

    found: the hard word in ``view.text``.
    """
    key, text = found[0].lower(), view.text
    following = next((t for t in view.tokens if t.span[0] >= view.start + found.end()), None)
    if not _fits_letters(text, found, key):
        return False
    opens = found[0][0].isupper() or (following is not None and following.tag.endswith("FIN"))
    if key in _NOT_FIRST and opens:
        return False  # *…, jedoch richtet sich der Beginn nach …*
    if " " in easy and _is(following, "ADJA") and not text[found.end() :].strip()[:1].isdigit():
        return False  # *der weltweit zweite Park*, *versehentlich gefangene Fische*
    if key in _places()["degrees"] and _is(following, "ADJA", "ADJD"):
        return False
    if key in _places()["now"] and any(t.morph.get("Tense") == "Past" for t in view.tokens):
        return False
    if key.endswith(", dass"):
        return True  # *vorausgesetzt, dass …*: it joins, whatever its tag says
    return not any(  # *Er hat sich dafür ausgesprochen*: a participle, no adverb
        t.span[0] == view.start + found.start() and t.tag.startswith("VV") for t in view.tokens
    )


def _is(token: Token | None, *tags: str) -> bool:
    return token is not None and token.tag in tags


def _fits_letters(text: str, found: re.Match[str], key: str) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    if re.search(r"\w[.@/]$", before) or re.match(r"[.@/]\w", after):
        return False  # *jobcenter.digital*: half of an address
    if is_half(text, found.start()):
        return False
    behind, front = _places()["behind"].get(key), _places()["before"].get(key)
    if (behind and behind.match(after)) or (front and front.search(before)):
        return False
    if key in _WEEKDAYS and _in_span(text, found.start(), found.end()):
        return False
    if key in _WEEKDAYS | _DAYTIMES and _AFTER_PREPOSITION.search(before):
        return False  # *bis mittags*: no second preposition
    if key == "online" and found[0] == "Online" and re.match(r"\s[A-ZÄÖÜ]", after):
        return False  # *Online Terminbuchung*: half of a name
    return not (key == "sowie" and re.search(r"\bund\b", text))  # a chain of *und* reads worse


_HALF = re.compile(r"\w-\s(?:und|oder|bis|sowie|bzw\.|beziehungsweise)\s$")


def is_half(text: str, start: int) -> bool:
    """*halb- oder ganztägig*, *tief- und hochmoderne*: the word in front lacks its other half.

    start: of the word, in ``text``.
    """
    return _HALF.search(text[:start]) is not None


def _in_span(text: str, start: int, end: int) -> bool:
    """*montags bis freitags*, *montags und dienstags*: both ends would need the same form."""
    joined = re.match(r"\s*(?:bis|und|oder|sowie|[,–/-])\s", text[end:])
    return (
        bool(joined)
        or re.search(r"\b(?:bis|und|oder|sowie)\s$|[,–/-]\s?$", text[:start]) is not None
    )
