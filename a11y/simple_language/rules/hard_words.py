"""Hard words that are never inflected, and hard adjectives, with an easy one in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language.analysis import Token
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set
from a11y.simple_language.words import easy_adjectives
from a11y.simple_language.words.degrees import much_more
from a11y.simple_language.words.easy_adjectives import Easy, Place
from a11y.simple_language.words.easy_words import (
    adjective_places,
    fits,
    is_bound,
    is_half,
    is_proven,
    is_term,
    phrases,
    replacements,
)
from a11y.simple_language.words.room import contradicts, widens

_PER = {
    "täglich": "am Tag",
    "wöchentlich": "in der Woche",
    "monatlich": "im Monat",
    "jährlich": "im Jahr",
    "stündlich": "in der Stunde",
}
_COUNTED = re.compile(r"(?:mal|\bMale?|mals|fach|Euro|€|Prozent|%|Stunden?|Tage?)\s$")
"""*zweimal jährlich*, *12 Euro jährlich*: how often or how much in a time, not each time."""


@evaluates("hard-word")
def hard_word(view: View) -> Iterator[Match]:
    """Words with an easier one of the same use, kept where they stand; of two that overlap the
    phrase and the certain one speak."""
    end = -1
    found = [*much_more(view), *_hard_words(view)]
    for match in sorted(found, key=lambda one: (one.start, not one.safe, -one.end)):
        if match.start >= end:
            end = match.end
            yield match


def _hard_words(view: View) -> Iterator[Match]:
    for kind in ("safe", "unsafe"):
        for found in phrases(kind, view.text):
            key = found[0].lower()
            table = replacements()["words"][kind]
            easy = table.get(found[0]) or _lowered(kind).get(key)
            if easy is None or not fits(view, found, easy):
                continue
            if widens(view, found.start(), easy) or contradicts(view, found.span(), easy):
                continue
            if key in _PER and _COUNTED.search(view.text[: found.start()]):
                easy = _PER[key]
            opens = found.start() == 0 or view.text[found.start() - 2] == ":"
            if found[0][0].isupper() and found[0] not in table:
                if not opens and found[0].split()[0].istitle():
                    continue  # a noun or part of a name
                opens = True
            yield Match(
                start=view.start + found.start(),
                end=view.start + found.end(),
                found=found[0],
                replacement=capital(easy) if opens else easy,
                safe=kind == "safe" or is_proven(view.text, found.span(), kind="words", hard=key),
                guess=is_term(view, "words", key),
            )
    yield from _hard_adjectives(view)


def _is_finite(view: View, token: Token) -> bool:
    """*Der Kläger begehrt …*, *kann man schicken*: a verb that looks like an adjective."""
    if token.tag in ("VVFIN", "VVINF"):
        return True
    before, following = view.after(token, -1), view.after(token)
    noun = following is not None and following.tag in ("NN", "NE", "ADJA", "KON", "CARD")
    return before is not None and before.text == "zu" and not noun  # *Streit zu schlichten*


@lru_cache(maxsize=2)
def _lowered(kind: str) -> dict[str, str]:
    return {hard.lower(): easy for hard, easy in replacements()["words"][kind].items()}


def _hard_adjectives(view: View) -> Iterator[Match]:
    for found in easy_adjectives.stems().find(view.text):
        stem, ending = found[1].lower(), (found[2] or "").lower()
        token = next((t for t in view.tokens if t.span[0] == view.start + found.start()), None)
        if token is None or (found[1][0].isupper() and found.start() > 0):
            continue
        if is_half(view.text, found.start()):
            continue
        if token.tag in ("NN", "NE") or _is_finite(view, token):
            continue  # *Prominente* at the start of a sentence: people, no adjective
        if not ending and _before_adjective(view, token):
            continue  # *schrecklich schlecht*: how much, not how
        easy = easy_adjectives.easy(stem, ending, _place(view, token))
        if easy is None or not _has_sense(view, token, easy.hard) or _repeats(view, token, easy):
            continue
        said = _after_degree(view, token, easy.text)
        span = (found.start(), found.end())
        if widens(view, span[0], said) or contradicts(view, span, said):
            yield Match(start=token.span[0], end=view.start + span[1], found=found[0])
            continue
        yield Match(
            start=token.span[0],
            end=view.start + found.end(),
            found=found[0],
            replacement=capital(said) if found[1][0].isupper() else said,
            safe=easy.safe or is_proven(view.text, found.span(), kind="adjectives", hard=easy.hard),
            guess=not easy.safe and is_term(view, "adjectives", easy.hard),
        )


_COPULAS = frozenset({"sein", "werden", "bleiben", "machen", "halten"})
"""*ist obligatorisch*, *macht publik*, *hält für obsolet*"""


def _place(view: View, token: Token) -> Place:
    following = view.after(token)
    inflected = token.text[-1] in "enrsm" and following is not None and following.tag == "NN"
    if token.tag == "ADJA" or inflected:
        return Place.ATTRIBUTE
    clause = view.in_clause(token)
    beside = clause is not None and clause.predicate in _COPULAS
    return Place.PREDICATE if beside else Place.ADVERB


def _has_sense(view: View, token: Token, hard: str) -> bool:
    """Whether the hard adjective says here what the table takes it to say."""
    inflected = _place(view, token) is Place.ATTRIBUTE
    if is_bound(hard, inflected=inflected) and not _after_determiner(view, token):
        return False
    behind = adjective_places()
    if hard in behind["not_after"]:
        before = view.text[: token.span[0] - view.start]
        if behind["not_after"][hard].search(before):
            return False
    if hard in behind["not_before"]:
        following = view.after(token)
        if following is not None and behind["not_before"][hard].match(following.text):
            return False
    if inflected and hard in behind["only_before"]:
        following = view.after(token)
        return following is not None and bool(behind["only_before"][hard].match(following.text))
    return True


_DEGREE = word_set(
    "sehr so besonders ganz äußerst höchst ziemlich zu wie ebenso recht absolut extrem"
)


def _after_degree(view: View, token: Token, easy: str) -> str:
    """*so winzig* → *so klein*: one word that says how much is enough."""
    before = view.after(token, -1)
    first, _, rest = easy.partition(" ")
    if rest and first in ("sehr", "ganz") and before is not None and before.text.lower() in _DEGREE:
        return rest
    return easy


def _repeats(view: View, token: Token, easy: Easy) -> bool:
    """Whether the easy word stands beside it already (*klar und evident*, *stark ausgeprägt*)."""
    stem = easy.text.rpartition(" ")[2].rstrip("enrsm")
    beside = [view.after(token, step) for step in (-2, -1, 1, 2)]
    return any(t is not None and t.text.lower().startswith(stem) for t in beside)


def _before_adjective(view: View, token: Token) -> bool:
    following = view.after(token)
    return following is not None and (
        following.tag in ("ADJA", "ADJD") or following.text.lower() in _MUCH
    )


_MUCH = word_set("gern gerne viel viele wenig oft")
"""Adverbs that have a degree: *schrecklich gern*"""


def _after_determiner(view: View, token: Token) -> bool:
    before = view.after(token, -1)
    return before is None or before.tag in ("ART", "APPR", "APPRART", "PPOSAT", "PDAT", "PIAT")
