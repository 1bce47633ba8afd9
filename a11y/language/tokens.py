"""Cut German text into tokens. Nothing is lost: tokens and white space rebuild the text.

Contractions (*im*, *zum*) stay one token as in the training data; dates, times, amounts, web and
mail addresses, abbreviations and gendered forms (*Antragsteller*innen*) stay whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from a11y.language import ordinals

_DATA = Path(__file__).parent / "data"
_LETTER = r"[^\W\d_]"
_NOT_IN_LAW = r"(?<!Abs\. )(?<!Nr\. )(?<!§ )(?<!Satz )"
_GENDERED = r"(?:[*:_][^\W\d_]+)?"
_MONTHS = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jan\.|Feb\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept\.|Sep\.|Okt\.|Nov\.|Dez\."
)


@dataclass(frozen=True, slots=True)
class RawToken:
    """start, end: characters of the text, half-open."""

    text: str
    start: int
    end: int
    space_after: bool


@cache
def abbreviations() -> dict[str, bool]:
    """Abbreviation → whether it may also end a sentence."""
    return {word.rstrip("!?"): word.endswith("!") for word in _listed()}


@cache
def words_as_well() -> frozenset[str]:
    """Abbreviations that are words, too, where they end a sentence (*Art.*, *spät.*)."""
    return frozenset(word.rstrip("?") for word in _listed() if word.endswith("?"))


def _listed() -> list[str]:
    lines = (_DATA / "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _pattern() -> re.Pattern[str]:
    words = words_as_well()
    known = sorted(abbreviations().keys() - words, key=len, reverse=True)
    alternatives = (
        r"</?[A-Za-z][^<>\n]{0,300}>",  # markup that slipped in
        r"https?://[^\s<>\"„“”]+[^\s<>\"„“”.,;:!?)\]]",
        r"www\.[^\s<>\"„“”]+[^\s<>\"„“”.,;:!?)\]]",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        r"[\w-]+(?:\.[\w-]+)*\.(?:de|eu|com|org|net|info|gov)(?![\w])(?:/[^\s,;()]*[^\s,;().])?",
        r"(?<![\w.])(?:\+49|0)\d*(?:[/-]\d+)+",  # telephone numbers without blanks
        r"[A-ZÄÖÜ][\w-]*[a-zäöüß]\.[A-ZÄÖÜ]{2,}(?![\w])",  # *Serviceportal.NRW*
        r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)",
        r"\d{1,2}\.\d{1,2}\.(?=\s|$|,)",
        r"\d{1,2}\.(?=\s?[-–]\s?\d{1,2}\.)",  # *12.-15. Juni*
        r"\d{1,2}:\d{2}(?!\d)",
        r"\d{1,3}(?:[.\u202f\u00a0']\d{3})+(?:,(?:\d+|-{1,2}|–))?",
        r"\d+,(?:\d+|-{1,2}(?!\d)|–)",
        r"\d+(?:\.\d+)+",
        rf"\d+-{_LETTER}[\w-]*",
        rf"{_NOT_IN_LAW}\d{{1,3}}\.(?=\s+(?:{_MONTHS}|{_LETTER}))",
        r"\d+[a-z]?(?![\w])",
        # *im II. Weltkrieg*
        r"(?:(?<=\b[Ii]m\s)|(?<=\b(?:[Dd]e[rsmn]|[Dd]ie|[Dd]as|[Zz]u[mr]|[Vv]om)\s))"
        rf"[IVX]+\.(?=\s{_LETTER})",
        r"(?<!\w)(?:" + "|".join(map(re.escape, known)) + r")(?![^\W\d])",  # also *Nr.1*, *Abs.2*
        r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(words))) + r")(?=\s?\d|\s[IVXa-zäöü])",
        rf"(?<!\w)(?:{_LETTER}\.){{2,}}",
        r"[A-ZÄÖÜ]\w*(?:-[A-ZÄÖÜ]\w*)*(?:str|-Str)\.|[A-ZÄÖÜ]\w*-Dr\.",
        r"\.{3,}|…",
        r"(?<=\b[a-z]\.)[A-ZÄÖÜ]\.|(?<=\b[a-z]\.[ \u00a0\u202f])[A-ZÄÖÜ]\.",
        r"(?<=\b[a-z]\.[ \u00a0\u202f])[a-z]\.",  # *die o. g. Orte*
        rf"(?<!\S)[-‐‑]{_LETTER}[\w-]*",
        rf"\w+{_GENDERED}(?:['’]\w+)*(?:(?:/-?(?=innen\b|in\b|[rn]\b)|[-‐‑/])\w*{_GENDERED})*",
        r"[-‐‑–—]+",
        r"\S",
    )
    return re.compile("|".join(alternatives))


_SLASH = re.compile(r"/(?!-?(?:in|innen|r|n|e)\b)")


def tokenise(text: str) -> list[RawToken]:
    """All tokens in text order. White space is not a token."""
    tokens: list[RawToken] = []
    for match in _pattern().finditer(text):
        for start, end in _parts(text, match):
            space = end >= len(text) or text[end].isspace()
            tokens.append(RawToken(text[start:end], start, end, space))
    return tokens


def _parts(text: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """Slashes part words (*und/oder*) except in gendered forms and addresses; a number that ends
    its sentence is parted from the full stop."""
    token, (start, end) = match.group(), match.span()
    numbered = token[:-1].isdigit() and token[-1] == "."
    if numbered and not ordinals.is_ordinal(text, start, end):
        return [(start, end - 1), (end - 1, end)]
    if (
        "/" not in token
        or token[0] in "+0123456789"
        or "." in token
        or ":" in token
        or token.startswith("<")
    ):
        return [(start, start + len(token))]
    spans = []
    begin = 0
    for slash in _SLASH.finditer(token):
        if slash.start() > begin:
            spans.append((start + begin, start + slash.start()))
        spans.append((start + slash.start(), start + slash.end()))
        begin = slash.end()
    if begin < len(token):
        spans.append((start + begin, start + len(token)))
    return spans
