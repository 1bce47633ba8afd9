"""Where sentences begin and end: headings, list items, wrapped lines, abbreviations.

Segmentation runs before the parser and is final; the parser sees one sentence at a time.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from a11y.language.analysis import SentenceKind
from a11y.language.tokens import RawToken, abbreviations

_BULLET = re.compile(r"[ \t]*(?:[-–—•*·▪●○►→✓]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
_FINAL = re.compile(r"[.!?…]+$|\.{2,}$")
_CLOSING = set("\"“”»«')]’")
_BLOCK_TAG = re.compile(r"</?(?:p|li|ul|ol|br|h\d|div|tr|td|th|table|section)\b", re.I)
_WRAP_AT = 60  # a line shorter than this that ends without punctuation was not wrapped
MAX_TOKENS = 160  # longer sentences are cut at a comma so that parsing stays bounded


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence before parsing: half-open range of token indices and its kind.

    bullet: how many tokens at its start are the list's mark (*-*, *1.*).
    """

    first: int
    last: int
    kind: SentenceKind
    bullet: int = 0


@dataclass(slots=True)
class _Block:
    start: int
    end: int
    bullet: bool
    heading: bool


def blocks(text: str) -> list[_Block]:
    """Paragraphs, list items and headings as character ranges without their bullets."""
    found: list[_Block] = []
    position = 0
    lines: list[tuple[int, str]] = []
    for line in text.splitlines(keepends=True):
        lines.append((position, line))
        position += len(line)
    for number, (start, raw) in enumerate(lines):
        line = raw.rstrip()
        if not line.strip():
            continue
        bullet = _BULLET.match(line)
        begin = start + (bullet.end() if bullet else len(line) - len(line.lstrip()))
        previous = found[-1] if found else None
        joined = (
            previous is not None
            and not bullet
            and number > 0
            and lines[number - 1][1].strip() != ""
            and _wrapped(lines[number - 1][1].rstrip(), line.lstrip())
        )
        if joined and previous is not None:
            previous.end = start + len(line)
            previous.heading = False
            continue
        following = lines[number + 1][1] if number + 1 < len(lines) else ""
        found.append(
            _Block(begin, start + len(line), bullet is not None, _is_heading(line, following))
        )
    return found


def _wrapped(line: str, following: str) -> bool:
    """Whether ``following`` goes on with the sentence of ``line``."""
    if _FINAL.search(line.rstrip("\"“”»«')")) or line.endswith((":", ";", ">")):
        return False
    if line.endswith((",", "-")) and following[:1].islower():
        return True
    if following[:1].islower() and following.split(" ", 1)[0].lower() not in ("und", "oder"):
        return not following.startswith(("www.", "http")) and "@" not in following.split(" ")[0]
    return len(line) >= _WRAP_AT and not following[:1].isdigit()


def _is_heading(line: str, following: str) -> bool:
    words = line.split()
    if len(words) > 12 or line.rstrip()[-1:] in ".!:;,":
        return False
    if line.startswith("#"):
        return True
    return bool(following.strip()) or len(words) <= 8


def stretches(text: str, tokens: Sequence[RawToken]) -> list[Stretch]:
    """Sentences in text order; together they hold every token that is not a list bullet.

    Bullets become part of the item's first sentence, so that no token is lost.
    """
    found: list[Stretch] = []
    ranges = blocks(text)
    index = 0
    for number, block in enumerate(ranges):
        limit = ranges[number + 1].start if number + 1 < len(ranges) else len(text) + 1
        first = index
        while index < len(tokens) and tokens[index].start < min(limit, block.end):
            index += 1
        if index > first:
            found += _sentences(tokens, first, index, block)
    if index < len(tokens):
        found += _sentences(tokens, index, len(tokens), _Block(0, 0, False, False))
    return found


def _sentences(tokens: Sequence[RawToken], first: int, last: int, block: _Block) -> list[Stretch]:
    cuts = [first]
    mark = sum(token.start < block.start for token in tokens[first:last]) if block.bullet else 0
    for index in range(first + mark, last):
        initial = index == cuts[-1] + 1 and tokens[index].text == "." and _initial(tokens, index)
        if index + 1 < last and not initial and _ends(tokens, index, last):
            cuts.append(index + 1)
    cuts.append(last)
    spans = [
        piece for begin, end in itertools.pairwise(cuts) for piece in _bounded(tokens, begin, end)
    ]
    if block.bullet:
        kind = SentenceKind.LIST_ITEM
    elif block.heading and len(spans) == 1:
        kind = SentenceKind.HEADING
    else:
        kind = SentenceKind.SENTENCE
    return [Stretch(begin, end, kind, mark if begin == first else 0) for begin, end in spans]


def _initial(tokens: Sequence[RawToken], index: int) -> bool:
    """*K. Zschiedrich* at the start of a line: the point behind the letter ends nothing."""
    letter = tokens[index - 1]
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    named = len(letter.text) == 1 and letter.text.isupper() and not letter.space_after
    return named and following[:1].isupper() and following not in _STARTERS


def _ends(tokens: Sequence[RawToken], index: int, last: int) -> bool:
    """Whether a sentence ends after this token (the next one begins a new sentence)."""
    token, following = tokens[index], tokens[index + 1]
    if _BLOCK_TAG.match(token.text) or _BLOCK_TAG.match(following.text):
        return True
    if following.text[:1] in _CLOSING and not token.space_after:
        return False
    closes = token.text
    if closes in _CLOSING and index > 0 and not tokens[index - 1].space_after:
        closes = tokens[index - 1].text
    starts = following.text[:1]
    capital = starts.isupper() or starts in '„»"‚(§–-' or starts.isdigit()
    if closes in (".", "!", "?", "…", "...") or closes.startswith("..."):
        if not capital:
            return False
        return not (closes == "." and starts == "(" and not token.space_after)
    if abbreviations().get(token.text):
        return starts.isupper() and following.text in _STARTERS
    return False


_STARTERS = frozenset(
    [
        "Der",
        "Die",
        "Das",
        "Ein",
        "Eine",
        "Sie",
        "Er",
        "Es",
        "Wir",
        "Ihr",
        "Ihre",
        "Bitte",
        "Wenn",
        "Im",
        "In",
        "Bei",
        "Für",
        "Auf",
        "Nach",
        "Dies",
        "Diese",
        "Dieser",
        "Dieses",
        "Zum",
        "Zur",
        "Falls",
        "Wer",
        "Was",
        "Wo",
        "Wie",
        "Dann",
        "Hier",
        "Auch",
        "Alle",
        "Als",
        "An",
        "Am",
        "Ab",
        "Mit",
        "Durch",
    ]
)


def _bounded(tokens: Sequence[RawToken], first: int, last: int) -> list[tuple[int, int]]:
    """Cut what is too long for the parser, at a comma where there is one."""
    spans = []
    while last - first > MAX_TOKENS:
        cut = first + MAX_TOKENS
        for place in range(cut, first + MAX_TOKENS // 2, -1):
            if tokens[place - 1].text in (",", ";", ":", "–"):
                cut = place
                break
        spans.append((first, cut))
        first = cut
    spans.append((first, last))
    return spans
