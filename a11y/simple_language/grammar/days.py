"""Days of the week: their short forms in opening hours, and the classes the guard counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

NAMES = {
    "Mo": "Montag", "Di": "Dienstag", "Mi": "Mittwoch", "Do": "Donnerstag", "Fr": "Freitag",
    "Sa": "Samstag", "So": "Sonntag",
}  # fmt: skip
_DAY = "|".join(NAMES)
_JOINT = r"(?: ?[-–/,+&] ?| bis | und )"
_WITH_DAY = re.compile(
    rf"{_JOINT}(?:{_DAY}|\w+tag|Mittwoch)\b|:? ?\d\d?(?:[.:]\d\d)?(?: Uhr| ?[-–]|\. ?\d)"
    r"|, \d\d?\. ?(?:\d|[A-ZJ])"
    # *Do zusätzlich 14–18 Uhr*, *Fr geschlossen*; *So zu …* is a word
    r"|(?<!So):? (?:(?:zusätzlich|auch|nur|vormittags|nachmittags|abends|ganztägig)\b|geschlossen\b"
    r"|(?:von|ab|bis) \d)"
)
_AFTER_DAY = re.compile(rf"(?:\b(?:{_DAY})\.?|tag|Mittwoch){_JOINT}$")
_SHORT = re.compile(rf"(?<![\w.-])(?:{_DAY})\b(?!\.)|(?<=[-–])(?:{_DAY})\b(?!\.)")
_WORD = {
    **{name.lower(): f"day-{number}" for number, name in enumerate(NAMES.values(), start=1)},
    "sonnabend": "day-6",
}


def short_days(text: str) -> Iterator[re.Match[str]]:
    """*Mo–Fr 8–12 Uhr*, *Sa und So*: beside another day or a time; *So* alone is a word."""
    for found in _SHORT.finditer(text):
        if _WITH_DAY.match(text, found.end()) or _AFTER_DAY.search(text[: found.start()]):
            yield found


_DOTTED = re.compile(
    rf"(?<!\w)(?:(?:(?<=bis |und |von )|(?<=[-–]))({_DAY})\."
    rf"|({_DAY})\.(?=[ \u00a0]?(?:[-–,]|bis|und|\d)))"
)


_FULL = "|".join(NAMES.values())
_SPAN = re.compile(rf"(?:(?<=tag)|(?<=Mittwoch))-(?=(?:{_FULL})\b)")
"""*Montag-Freitag* is no word of its own."""


def written_out(text: str) -> str:
    """The text with its short days as words: what the guard compares."""
    text = _DOTTED.sub(lambda found: NAMES[found[1] or found[2]], text)
    for found in reversed([*short_days(text)]):
        text = text[: found.start()] + NAMES[found[0]] + text[found.end() :]
    return _SPAN.sub(" – ", text)


def day_class(word: str) -> str | None:
    """``montags`` → ``day-1``; None for what is no day. word: in small letters."""
    return _WORD.get(word) or _WORD.get(word.removesuffix("s"))
