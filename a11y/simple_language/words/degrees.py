"""Words for how much before a comparative: *wesentlich besser* → *viel besser*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.simple_language.rule import Match
from a11y.simple_language.view import View

_MUCH_MORE = re.compile(
    r"\b(wesentlich|erheblich|beträchtlich|bedeutend) (?:mehr|weniger"
    r"|(?:besser|größer|kleiner|höher|niedriger|länger|kürzer|älter|jünger|teurer|billiger"
    r"|schneller|langsamer|härter|weicher|schwerer|leichter|stärker|schwächer|schlechter|weiter"
    r"|früher|später|näher|tiefer|breiter|enger|wärmer|kälter|einfacher|schwieriger|häufiger"
    r"|seltener|günstiger|sicherer|lauter|leiser|ruhiger|dicker|dünner|geringer|reicher|ärmer"
    r"|strenger|schöner|wichtiger|gefährlicher)(?:e[nmrs]?)?)\b",
    re.IGNORECASE,
)


def much_more(view: View) -> Iterator[Match]:
    """Every such word; not *nicht wesentlich besser*, which is a little better."""
    for found in _MUCH_MORE.finditer(view.text):
        if _DENIED.search(view.text[: found.start()]):
            continue
        word = found[1]
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.start() + len(word),
            found=word,
            replacement="Viel" if word[0].isupper() else "viel",
            safe=True,
        )


_DENIED = re.compile(r"\b(?:nicht|kein\w*|kaum|ohne|nie|weder|noch|ob|falls|wenn)\b[^.,;]*$", re.I)
