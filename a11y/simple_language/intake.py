"""What comes in: refuse what is no German text, with one clear error."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from a11y.language import dictionary
from a11y.simple_language.errors import (
    EmptyTextError,
    MarkupError,
    NotGermanError,
    TextTooLongError,
)
from a11y.simple_language.wording import word_set

MAX_CHARACTERS = 60_000
"""About 20 printed pages: far above any service text, far below what would block an editor."""

_TAG = re.compile(r"</?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?:\s+[^<>]*)?/?>")
_WORD = re.compile(r"[^\W\d_]{2,}")
_JUDGEABLE_WORDS = 8
_GERMAN_SHARE = 0.32
_DOUBTFUL_SHARE = 0.9
"""Below this share other languages are asked, too: English shares many short words with German."""
_OTHERS = ("en", "fr", "es", "it", "nl", "pl", "tr")


def check_text(text: str) -> None:
    """Raise the error that fits a text nobody can simplify; return nothing otherwise.

    Raises EmptyTextError, TextTooLongError, MarkupError or NotGermanError. Emoji and other signs
    are no error: a rule speaks about them.
    """
    words = _WORD.findall(text)
    if not words:
        raise EmptyTextError
    if len(text) > MAX_CHARACTERS:
        raise TextTooLongError(length=len(text), limit=MAX_CHARACTERS)
    if (tag := _TAG.search(text)) is not None:
        raise MarkupError(tag=tag["tag"])
    if len(words) >= _JUDGEABLE_WORDS:
        sample = " ".join(words[:300])
        share = known_share(sample, "de")
        if share < _GERMAN_SHARE or (
            share < _DOUBTFUL_SHARE
            and not _plainly_german(words)
            and any(known_share(sample, other) > share for other in _OTHERS)
        ):
            raise NotGermanError(share=share)


_GERMAN_ONLY = word_set(
    "der und ist sie nicht den dem eine einen für auf von wird werden oder bei nach ihre "
    "ihren wenn das sich auch zum zur sind können müssen uhr montag dienstag mittwoch donnerstag "
    "freitag samstag straße telefon öffnungszeiten nur wir uns kein keine ihr haben hat kann soll "
    "muss darf dürfen dem des im vom beim durch gegen ohne"
)
"""Words no other language of ``_OTHERS`` is full of; its dictionary takes a second to load."""
_FULL = 0.2


def _plainly_german(words: Sequence[str]) -> bool:
    """Odd spelling hides words from a dictionary, hardly ever the small ones."""
    return sum(word.lower() in _GERMAN_ONLY for word in words) >= _FULL * len(words)


@lru_cache(maxsize=256)
def known_share(text: str, language: str) -> float:
    """Share of words that a dictionary of the language (ISO 639-1) knows (0–1)."""
    if language == "de":
        return dictionary.known_share(text)
    from simplemma import in_target_language  # loads its dictionary: only when it is needed

    return float(in_target_language(text, lang=language))
