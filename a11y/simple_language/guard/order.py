"""What letters show of an order turned round: which step comes first, which thing is the larger,
of which noun a relative clause speaks.

Each answers with (what stood there, what stands there now), and only where the same words stand
on the other side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language.lexicon import tables
from a11y.simple_language.grammar import nominal
from a11y.simple_language.wording import word_set

_WORD = re.compile(r"[^\W\d_]{3,}")
_LATER = r"(?:danach|dann|anschließend|hinterher|daraufhin)"
_STEPS = (
    (re.compile(r"\bnachdem ([^,.?!\n]+), ([^.?!\n]+)", re.IGNORECASE), False),
    (re.compile(r"([^.?!\n]+), nachdem ([^,.?!\n]+)"), True),
    (re.compile(r"\b(?:bevor|ehe) ([^,.?!\n]+), ([^.?!\n]+)", re.IGNORECASE), True),
    (re.compile(r"([^.?!\n]+), (?:bevor|ehe) ([^,.?!\n]+)"), False),
    (
        re.compile(
            rf"\b(?:zuerst|zunächst|erst) ([^.?!]+?)[,.\n]+\s*(?:und )?{_LATER} (.+)",
            re.IGNORECASE,
        ),
        False,
    ),
    (re.compile(rf"([^.?!]+?)(?:,| und|[.]\s) ([^,.?!]*\b{_LATER}\b.*)", re.IGNORECASE), False),
)
"""Pattern of two steps, and whether the one named first comes second."""
_IN_TIME = re.compile(r"(?i)nachdem|bevor|\behe\b|danach|dann|anschließend|hinterher|daraufhin")
_EMPTY = word_set(
    "der die das den dem des ein eine einen einem einer und oder sie ihr ihre ihren wird werden "
    "ist sind hat haben muss müssen kann können darf dürfen soll sollen sich mit für von dann "
    "danach erst zuerst zunächst anschließend das dies diese dieser wurde wurden"
)


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """What all forms of a word share: the verb without its particle, else its first letters."""
    for reading in tables.verb_readings(word.lower()):
        particle = tables.verb_classes().get(reading.infinitive, ("",))[0]
        return reading.infinitive[len(particle) :]
    return word.lower()[:6]


def _keys(text: str) -> frozenset[str]:
    return frozenset(_key(w) for w in _WORD.findall(text) if w.lower() not in _EMPTY)


@lru_cache(maxsize=4096)
def _steps(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """(words of the earlier step, words of the later one)."""
    for pattern, later_first in _STEPS:
        if (found := pattern.search(text)) is not None:
            one, other = _keys(found[1]), _keys(found[2])
            return (other - one, one - other) if later_first else (one - other, other - one)
    return None


def _crossed(
    was: tuple[frozenset[str], frozenset[str]] | None,
    now: tuple[frozenset[str], frozenset[str]] | None,
) -> bool:
    return bool(was and now and was[0] & now[1] and was[1] & now[0])


def steps(before: str, after: str) -> Iterator[tuple[str, str]]:
    """*Erst zahlen, dann holen* → *Erst holen, dann zahlen*."""
    if not (_IN_TIME.search(before) and _IN_TIME.search(after)):
        return
    was, now = _steps(before), _steps(after)
    if was is not None and now is not None and _crossed(was, now):
        yield f"erst {', '.join(sorted(was[0]))}", f"erst {', '.join(sorted(now[0]))}"


_COMPARED = re.compile(r"([^.?!\n]*?\b(?:\w{2,}er(?:e[nrsm]?)?|mehr|weniger)) als ([^,.?!\n]+)")
_WHAT = re.compile(r"\b(?:[A-ZÄÖÜ][\wäöüß-]{2,}|(?:erst|zweit|dritt|viert|letzt)e[nrsm]?)\b")


@lru_cache(maxsize=4096)
def _sides(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    found = _COMPARED.search(text)
    if found is None:
        return None
    one, other = (
        frozenset(_key(word) for word in _WHAT.findall(found[side]) if word.lower() not in _EMPTY)
        for side in (1, 2)
    )
    return one - other, other - one


def compared(before: str, after: str) -> Iterator[tuple[str, str]]:
    """*Paare zahlen mehr als Familien* → *Familien zahlen mehr als Paare*."""
    if " als " in before and " als " in after and _crossed(_sides(before), _sides(after)):
        was, now = _COMPARED.search(before), _COMPARED.search(after)
        if was is not None and now is not None:
            yield was[0].strip(), now[0].strip()


_RELATIVE = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]+, (der|die|das) (?!heißt\b)([^,.?!\n]+)[,.]")
_GENDERS = {
    "das": frozenset({("Sing", "Neut")}),
    "die": frozenset({("Sing", "Fem"), ("Plur", "")}),
    "der": frozenset({("Sing", "Masc"), ("Sing", "Fem"), ("Plur", "")}),
}
_SENTENCE = re.compile(r"[^.?!\n]+")
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]{2,}")


def _still_behind(told: str, after: str) -> bool:
    """*bekam Post, die …* → *hat Post bekommen, die …*: only a verb stands between now."""
    noun, _, clause = told.partition(", ")
    return re.search(rf"\b{noun}(?: [a-zäöüß]+){{1,2}}, {re.escape(clause)}", after) is not None


def told_of_another(before: str, after: str) -> Iterator[tuple[str, str]]:
    """*das Auto des Nachbarn, das defekt ist* → *Der Nachbar ist defekt.*: no noun for *das*."""
    for found in _RELATIVE.finditer(before):
        said = _keys(found[2])
        if not said or found[0] in after or _still_behind(found[0], after):
            continue
        for sentence in _SENTENCE.findall(after):
            if not said <= _keys(sentence) or _RELATIVE.search(f"{sentence}."):
                continue
            named = (n for n in _NOUN.findall(sentence) if not nominal.determiner_readings(n))
            noun = next((n for n in named if _key(n) not in said), "")
            own = {(number, gender) for _, number, gender in nominal.noun_readings(noun)}
            if noun and noun in before and own and not own & _GENDERS[found[1]]:
                yield found[0].rstrip(",."), sentence.strip()
