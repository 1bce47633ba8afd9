"""Text as people paste it → plain German: no markup, entities, broken words or bullet letters.

What carries meaning stays. Markup becomes blanks of the same length, so that a list or table keeps
its lines.
"""

from __future__ import annotations

import html
import re

from a11y.sign_avatar.glossing.calendar import MONTHS

_MARKUP = re.compile(
    r"(?is)<(script|style)\b[^<>]*>.*?</\1\s*>|<!--.*?-->|</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>"
)
_BLOCK_TAG = re.compile(r"(?i)</?(?:p|div|li|ul|ol|h[1-6]|br|tr|td|table|section)\b")
_LIST_NUMBER = re.compile(
    r"(?m)^([ \t]*)(\d{1,2}[.)])(?=[ \t]+\w)(?![ \t]+(?:"
    + "|".join((*MONTHS, "Stock", "Etage"))
    + "))"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LETTER_BULLET = re.compile(r"(?m)^([ \t]*)o(?=[ \t]+[A-ZÄÖÜ][a-zäöüß])")
_BROKEN = re.compile(r"(?<=[a-zäöüß])-[ \t]*\r?\n[ \t]*(?!(?:und|oder|bzw|sowie)\b)(?=[a-zäöüß])")
_GROUPED = re.compile(r"(?<![\d.,/-])(\d{1,3})((?: \d{3})+)(?=,\d| ?(?:€|EUR\b|Euro\b))")
_BESIDE = {0xA0: " ", 0x2028: "\n", 0x2029: "\n"}


def cleaned(text: str) -> str:
    """The text without what only its file form put in."""
    text = without_markup(text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]).translate(_BESIDE), text)
    text = _BROKEN.sub("", text)  # Personal-⏎ausweis
    text = _LETTER_BULLET.sub(r"\1-", text)
    return _GROUPED.sub(lambda match: match[0].replace(" ", "\u202f"), text)  # 1 000 EUR


def without_markup(text: str) -> str:
    """HTML tags, scripts and styles as blanks of the same length; a block tag ends a line."""

    def blank(match: re.Match[str]) -> str:
        fill = " " * (len(match[0]) - 1)
        return fill + ("\n" if _BLOCK_TAG.match(match[0]) else " ")

    return _MARKUP.sub(blank, text) if "<" in text else text


def without_list_numbers(text: str) -> str:
    """``1.`` at the head of a line as a dash of the same length.

    So the analysis sees the sentence (``3. Bezahlen Sie …``) and not an ordinal before a noun; all
    offsets stay.
    """
    return _LIST_NUMBER.sub(lambda match: match[1] + "-" + " " * (len(match[2]) - 1), text)
