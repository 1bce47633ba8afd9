"""Putting words together: capitals, edges, and text from token ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from a11y.language.analysis import Token


def word_list(words: str) -> tuple[str, ...]:
    """Words written as one line."""
    return tuple(words.split())


def word_set(words: str) -> frozenset[str]:
    """A set of words written as a line of words."""
    return frozenset(words.split())


_KEEPS_CAPITAL = word_set(
    "Sie Ihnen Ihr Ihre Ihrer Ihrem Ihren Ihres Du Dich Dir Dein Deine Deinen Deinem Deiner Deines"
)  # as forms of address; *sie* and *ihr* at a sentence's start are told apart by the caller


def capital(text: str) -> str:
    """First letter large."""
    return text[:1].upper() + text[1:]


def inner(token: Token) -> str:
    """The token's text as it is written inside a sentence."""
    mended = token.tag.startswith("V") or token.tag in ("PIS", "PIAT")  # *Niemand, Jeden Antrag*
    noun = token.pos in ("NOUN", "PROPN") and not mended
    if noun or token.tag in ("NN", "NE", "FM", "XY"):
        return token.text
    if token.text in _KEEPS_CAPITAL or token.text[1:2].isupper() or token.text[:1].isdigit():
        return token.text
    return token.text[:1].lower() + token.text[1:]


def text_of(tokens: Sequence[Token], *, inside: bool = True) -> str:
    """Tokens as running text. inside: the first one is written as within a sentence."""
    parts: list[str] = []
    for position, token in enumerate(tokens):
        parts.append(inner(token) if position == 0 and inside else token.text)
        if position + 1 < len(tokens):
            following = tokens[position + 1]
            gap = token.space_after or following.index != token.index + 1
            parts.append(" " if gap and following.text not in (",", ".", ":", ";", "?") else "")
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """No doubled spaces, no space or comma before a full stop, no sign at an edge."""
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,.:;?!])", r"\1", text)
    text = re.sub(r",+([,.;?!])", r"\1", text)
    return text.strip(" ,;–-")


def sentence(*parts: str, end: str = ".") -> str:
    """A sentence from its parts: joined, capital first, closed."""
    text = tidy(" ".join(part for part in parts if part))
    return capital(text) + ("" if text.endswith((".", "?", "!", ":")) else end)


def stop_at(before: str) -> str:
    """What closes the first of two statements: nothing where a cry already has its sign."""
    return "" if before.rstrip().endswith(("!", "?")) else "."
