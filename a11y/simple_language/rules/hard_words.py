"""Hard words that are never inflected, and hard adjectives, with an easy one in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.simple_language.easy_words import fits, is_proven, is_term, phrases, replacements
from a11y.simple_language.phrase_table import PhraseTable
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View

_PER = {
    "täglich": "am Tag",
    "wöchentlich": "in der Woche",
    "monatlich": "im Monat",
    "jährlich": "im Jahr",
}
_COUNTED = re.compile(r"(?:mal|\bMale?|mals|fach|Euro|€|Prozent|%|Stunden?|Tage?)\s$")
"""*zweimal jährlich*, *12 Euro jährlich*: how often or how much in a time, not each time."""


@evaluates("hard-word")
def hard_word(view: View) -> Iterator[Match]:
    """Words with an easier one of the same use, kept where they stand."""
    for kind in ("safe", "unsafe"):
        for found in phrases(kind, view.text):
            key = found[0].lower()
            table = replacements()["words"][kind]
            easy = table.get(found[0]) or _lowered(kind).get(key)
            if easy is None or not fits(view, found, easy):
                continue
            if key in _PER and _COUNTED.search(view.text[: found.start()]):
                easy = _PER[key]
            if found[0][0].isupper() and found.start() > 0 and view.text[found.start() - 2] != ":":
                capital_inside = key not in ("per post", "per e-mail", "per fax")
                if capital_inside and found[0].split()[0].istitle():
                    continue  # a noun or part of a name
            if found[0][0].isupper():
                easy = easy[0].upper() + easy[1:]
            yield Match(
                start=view.start + found.start(),
                end=view.start + found.end(),
                found=found[0],
                replacement=easy,
                safe=kind == "safe" or is_proven(view.text, found.span(), kind="words", hard=key),
                guess=is_term(view, "words", key),
            )
    yield from _hard_adjectives(view)


def _is_finite(view: View, start: int) -> bool:
    """*Der Kläger begehrt …*, *kann man schicken*: a verb that looks like an adjective."""
    token = next((t for t in view.tokens if t.span[0] == start), None)
    before = view.after(token, -1) if token is not None else None
    following = view.after(token) if token is not None else None
    if token is None or token.tag in ("VVFIN", "VVINF"):
        return token is not None
    noun = following is not None and following.tag in ("NN", "NE", "ADJA", "KON", "CARD")
    return before is not None and before.text == "zu" and not noun  # *Streit zu schlichten*


def _is_noun(view: View, start: int) -> bool:
    """*Prominente* at the start of a sentence: people, no adjective."""
    return any(t.span[0] == start and t.tag in ("NN", "NE") for t in view.tokens)


@lru_cache(maxsize=2)
def _lowered(kind: str) -> dict[str, str]:
    return {hard.lower(): easy for hard, easy in replacements()["words"][kind].items()}


@lru_cache(maxsize=1)
def _adjective_stems() -> PhraseTable:
    return PhraseTable(_adjectives(), ending="(e[nrsm]?)?")


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    tables = replacements()["adjectives"]
    return tables["unsafe"] | tables["attributive"] | tables["safe"]


def _hard_adjectives(view: View) -> Iterator[Match]:
    for found in _adjective_stems().find(view.text):
        hard, ending = found[1], found[2] or ""
        start = view.start + found.start()
        if _is_noun(view, start) or _is_finite(view, start):
            continue
        if hard.lower() in _MOVING and not _after_determiner(view, start):
            continue
        before_noun = _stands_before_noun(view, found)
        if hard.lower() == "juristisch" and _PERSON.match(view.text, found.end()):
            continue
        if hard.lower() == "vergangen" and _AGES.match(view.text, found.end()):
            continue
        if hard.lower() == "vorig" and not _TIMED.match(view.text, found.end()):
            continue
        if ending == "er" and not before_noun:
            continue  # *attraktiver als …*: a comparison, no ending
        if not ending and _before_adjective(view, view.start + found.end()):
            continue  # *schrecklich schlecht*: how much, not how
        easy = _like(hard.lower(), ending, before_noun=before_noun)
        if easy is None or (hard[0].isupper() and found.start() > 0):
            continue
        yield Match(
            start=view.start + found.start(),
            end=view.start + found.end(),
            found=found[0],
            replacement=easy[0].upper() + easy[1:] if hard[0].isupper() else easy,
            safe=hard.lower() not in replacements()["adjectives"]["unsafe"]
            or is_proven(view.text, found.span(), kind="adjectives", hard=hard.lower()),
            guess=is_term(view, "adjectives", hard.lower()),
        )


_AGES = re.compile(r"\s+(?:Zeit|Epoche|Jahrhundert|Jahrzehnt|Tage?n?\b|Welt|Kultur|Generation)")
"""*vergangene Zeiten* are gone, not the last ones."""
_PERSON = re.compile(r"\s+Person")
"""*eine juristische Person*: a term of law, a company or an office."""
_TIMED = re.compile(
    r"\s+(?:Woche|Monats?|Jahre?s?|Jahrhunderts?|Sommers?|Winters?|Herbst(?:e?s)?|Frühjahrs?|Frühlings?"
    r"|Wochenendes?|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tags?|Mittwochs?|Quartals?|Semesters?)\b"
)
"""*voriges Jahr* is the last one; *der vorige Stand* was the one before that."""
_MOVING = frozenset({"kommend", "vergangen", "verflossen", "darauffolgend"})
"""*der aus Kiel kommende Zug*, *am dritten darauffolgenden Tag*: bound to their neighbours."""


def _before_adjective(view: View, end: int) -> bool:
    following = next((t for t in view.tokens if t.span[0] >= end), None)
    return following is not None and following.tag in ("ADJA", "ADJD")


def _after_determiner(view: View, start: int) -> bool:
    before = next((t for t in reversed(view.tokens) if t.span[1] <= start), None)
    return before is None or before.tag in ("ART", "APPR", "APPRART", "PPOSAT", "PDAT", "PIAT")


_ONLY_INFLECTED = frozenset({"all", "besonder", "letzt", "nächst"})


def _like(hard: str, ending: str, *, before_noun: bool) -> str | None:
    """The easy adjective with the hard one's ending; None where it would say something else."""
    easy = _adjectives()[hard]
    attributive = hard in replacements()["adjectives"]["attributive"]
    if not ending:
        return None if attributive or easy in _ONLY_INFLECTED else easy
    if attributive and not before_noun:
        return None
    if easy.endswith("euer"):
        easy = easy[:-2] + "r"  # *teuer*, *teure*
    if easy.endswith("el"):
        easy = easy[:-2] + "l"  # *dunkel*, *dunkle*
    return easy.removesuffix("e") + ending  # *böse*, *böser*


def _stands_before_noun(view: View, found: re.Match[str]) -> bool:
    start = view.start + found.start()
    token = next((t for t in view.tokens if t.span[0] == start), None)
    return token is not None and token.tag == "ADJA"
