"""Single words that are hard to read: long, composed, rare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language.analysis import Token
from a11y.simple_language import glossary
from a11y.simple_language.grammar.proper_names import in_name
from a11y.simple_language.model import Level
from a11y.simple_language.readability import LONG_WORD, RARE_ZIPF, zipf
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.words import segmentation

COMMON_ZIPF = 4.2
"""A glossary word at least this frequent (*Antrag*) is no hurdle; it is still explained on ask."""


_SOFT_HYPHEN = "\u00ad"


@lru_cache(maxsize=20_000)
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


_NO_WORD = re.compile(r"[@/\\.:*_\d]")


def _content_words(view: View) -> tuple[Token, ...]:
    return view.once(
        "content words",
        lambda view: tuple(
            token
            for token in view.tokens
            if token.text[:1].isalpha() and not _NO_WORD.search(token.text)
        ),
    )


def _parted(view: View, token: Token) -> str | None:
    """The compound with a separator, or None where its parts are not certain.

    Einfache Sprache is written as everybody writes: it is only told that the word is long.
    """
    if token.tag == "NE" or view.level is not Level.LEICHT:
        return None
    plain = token.text.replace(_SOFT_HYPHEN, "")
    joined = "-".join(_joined(view, part) for part in plain.split("-"))
    return joined if joined != plain else None


def _joined(view: View, part: str) -> str:
    """One part between hyphens with its own seams shown, if it is long."""
    pieces = segmentation.parted(part) if len(part) > LONG_WORD else (part,)
    if len(pieces) == 1 and part.endswith("s") and len(part) > LONG_WORD:  # *Berufsbildungs-*
        *first, last = segmentation.parted(part[:-1])
        pieces = (*first, last + "s")
    if view.separator == "-":
        pieces = (pieces[0], *(piece.capitalize() for piece in pieces[1:]))
    return view.separator.join(pieces)


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
        meant = entry is not None and glossary.is_meant(entry, view.document)
        note = f"Zum Beispiel so: {entry.explanation}" if entry is not None and meant else ""
        if entry is not None and meant and entry.easy:
            note += f" Ein leichteres Wort ist: {entry.easy}."
        yield Match(start=token.span[0], end=token.span[1], found=token.text, note=note)


def _is_rare(view: View, token: Token) -> bool:
    parts = view.analysis.compounds.get(token.index) or segmentation.parted(token.text)
    if len(parts) > 1:
        return any(zipf(part) < RARE_ZIPF - 1 for part in parts)
    return max(zipf(form) for form in (token.text, token.lemma)) < RARE_ZIPF - 0.5
