"""What letters show of a text turned round: a word gone and its opposite come, bounds exchanged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from a11y.language import number_words

_WORD = re.compile(r"[^\W\d_]+")
_OPPOSITES = (
    (r"nach", r"vor"),
    (r"während", r"nach"),
    (r"während", r"vor"),
    (r"genehmig\w*|bewillig\w*", r"ablehn\w*|abgelehnt\w*|lehnt|lehnen|versag\w*|verweiger\w*"),
    (r"beginn\w*|anf[aä]ng\w*|fäng\w*", r"ende[nt]?|endet\w*|aufhör\w*"),
    (r"offen\w*|geöffnet\w*|öffne\w*", r"geschlossen\w*|schließ\w*"),
    (r"steig\w*|erhöh\w*|höher\w*", r"sink\w*|senk\w*|niedriger\w*"),
    (r"kostenlos\w*|kostenfrei\w*|gebührenfrei\w*", r"kostenpflichtig\w*|gebührenpflichtig\w*"),
    (r"freiwillig\w*", r"nötig\w*|verpflichtend\w*|notwendig\w*|pflicht"),
    (r"erste[nrsm]?", r"letzte[nrsm]?"),
    (r"verboten\w*|untersagt\w*|unzulässig\w*", r"erlaubt\w*|gestattet\w*|zulässig\w*"),
    (r"früher\w*|früh", r"später\w*|spät"),
    (r"ihre?[nmrs]?", r"seine?[nmrs]?"),
    (r"links?", r"rechts?"),
    (r"oben", r"unten"),
    (r"drinnen|innen", r"draußen|außen"),
    (r"gewonnen\w*|gewinn\w*", r"verloren\w*|verlier\w*"),
    (r"kauf\w*|gekauft\w*", r"verkauf\w*"),
    (r"anmeld\w*|angemeldet\w*", r"abmeld\w*|abgemeldet\w*"),
    (r"einziehen|einzug\w*", r"ausziehen|auszug\w*"),
)
_PAIRS = tuple(
    (re.compile(rf"(?:{one})$", re.IGNORECASE), re.compile(rf"(?:{other})$", re.IGNORECASE))
    for one, other in _OPPOSITES
)


def turned(before: str, after: str) -> Iterator[tuple[str, str]]:
    """(word gone, its opposite come): *nach dem Umzug* → *vor dem Umzug*, *gültig* → *ungültig*.

    Only where both happen at once: a word that is left out is no opposite.
    """
    was, now = Counter(_WORD.findall(before.lower())), Counter(_WORD.findall(after.lower()))
    gone, come = was - now, now - was
    for word in gone:
        for new in come:
            if word == f"un{new}" or new == f"un{word}":
                yield word, new
    sides_come = frozenset[int]().union(*map(_sides, come))
    sides_gone = frozenset[int]().union(*map(_sides, gone))
    for side in sorted(sides_gone - sides_come):  # in both: another form of the same word
        if side ^ 1 in sides_come:
            lost = next(word for word in gone if side in _sides(word))
            yield lost, next(word for word in come if side ^ 1 in _sides(word))


@lru_cache(maxsize=8192)
def _sides(word: str) -> frozenset[int]:
    """Which sides of which pairs a word stands on: 2 n and 2 n + 1 face each other."""
    return frozenset(
        2 * number + side
        for number, pair in enumerate(_PAIRS)
        for side, form in enumerate(pair)
        if form.match(word)
    )


_BOUNDS = {
    "bis": r"bis(?: zum| zu| spätestens| Ende| Anfang| auf)?",
    "ab": r"ab(?: dem)?",
    "mindestens": r"mindestens|wenigstens|zumindest",
    "höchstens": r"höchstens|maximal",
    "über": r"über|mehr als",
    "unter": r"unter|weniger als",
    "um": r"um",
    "auf": r"auf",
}
_NUMBER = rf"(\d+|{number_words.PATTERN}\b)"
_BOUND = re.compile(
    rf"\b(?:{'|'.join(f'(?P<b{i}>{form})' for i, form in enumerate(_BOUNDS.values()))}) {_NUMBER}",
    re.IGNORECASE,
)


def bounds(text: str) -> Counter[str]:
    """Which bound each number has: *höchstens 5* and *mindestens 5* hold the same number."""
    found: Counter[str] = Counter()
    names = tuple(_BOUNDS)
    for match in _BOUND.finditer(text):
        name = next(names[i] for i in range(len(names)) if match[f"b{i}"])
        number = match[len(names) + 1]
        value = int(number) if number.isdigit() else number_words.value_of(number)
        found[f"{name} {value}"] += 1
    return found


_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+|(?:https?://|www\.)[\w./-]*\w")


def addresses(text: str) -> Counter[str]:
    """Addresses of e-mail and net."""
    return Counter(found.lower() for found in _ADDRESS.findall(text))


_ITEM = re.compile(r"^\s*(?:[-–•*·]|\d{1,2}[.)])\s+(.+)$", re.MULTILINE)


def lost_items(before: str, after: str) -> Iterator[str]:
    """Items of a list of which no word stands in the other text any more."""
    now = after.lower()
    for item in _ITEM.findall(before):
        words = [word for word in _WORD.findall(item.lower()) if len(word) > 3]
        if words and not any(word[: max(4, len(word) - 3)] in now for word in words):
            yield item
