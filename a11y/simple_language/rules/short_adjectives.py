"""Adjectives that the Kurzfassung does without: of several before one noun, and colouring ones.

An adjective that tells which thing is meant, what kind it is or how many stays; so does the one
that is the message (*ist ein schönes Haus*). What stands behind a superlative or an ordinal stays
with it: the largest old tree need not be the largest one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from a11y.language.analysis import Clause, Token
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar.sentence_length import too_long
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.grammar.verbal import is_participle
from a11y.simple_language.leaving_out.shortening import cut
from a11y.simple_language.leaving_out.upward import is_for_readers, is_single_event, stays_true
from a11y.simple_language.readability import zipf
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.condensing import ENOUGH
from a11y.simple_language.rules.core import is_vague
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.rules.spare_words import makes_another, tells_kind
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

RARE = 3.9
"""Zipf frequency below which hardly anybody uses an adjective: *nachvollziehbar, mediterran*."""


@lru_cache(maxsize=1)
def _colours() -> frozenset[str]:
    """Stems of adjectives that judge or colour (``data/colouring.yaml``)."""
    records = data_file("colouring")
    return frozenset(stem for stems in records.values() for stem in stems.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """adjectives: before one noun, joined by commas or *und* or by nothing. noun: theirs."""

    adjectives: tuple[Token, ...]
    noun: Token


@evaluates("short-adjective")
def short_adjective(view: View) -> Iterator[Match]:
    """*lange, weiße Strände* → *lange Strände*"""
    if not too_long(view, most=ENOUGH):
        return
    for run in _runs(view):
        clause = view.in_clause(run.noun)
        if clause is None or not stays_true(view, clause):
            continue
        adjective = _spare_of_several(view, run)
        if adjective is None and len(run.adjectives) == 1:
            one = run.adjectives[0]
            adjective = one if _only_colours(view, run, clause) else None
        if adjective is not None:
            match = _without(view, run, adjective)
            if match is not None:
                yield match


def _runs(view: View) -> Iterator[_Run]:
    for noun in view.tokens:
        if noun.tag != "NN":
            continue
        found: list[Token] = []
        at = view.after(noun, -1)
        while at is not None and at.tag == "ADJA":
            found.insert(0, at)
            before = view.after(at, -1)
            if before is not None and (before.text == "," or before.text == "und"):
                ahead = view.after(before, -1)
                before = ahead if ahead is not None and ahead.tag == "ADJA" else before
            at = before
        measured = at is not None and at.tag == "NN" and _is_number(view.after(at, -1))
        if found and not measured and (at is None or at.tag not in _LEANING):
            yield _Run(adjectives=tuple(found), noun=noun)


def _is_number(token: Token | None) -> bool:
    """*drei Meter hohe, alte Bäume*: how high they are."""
    return token is not None and (token.tag == "CARD" or token.text[:1].isdigit())


_LEANING = frozenset({"ADV", "ADJD", "PTKA", "PTKNEG", "KON", "PIS", "PROAV", "PAV"})
"""*sehr große, dünn besiedelte Gebiete*: a word before the first may belong to it."""


_ENDING = re.compile(r"e[nrsm]?$")
_RANKED = re.compile(r"(?:nächst|erst|vor|letzt|zweit|dritt|viert|fünft|einzig|meist|best|größt)")


def _spare_of_several(view: View, run: _Run) -> Token | None:
    """The rarest of several adjectives, if the others still say how the thing is."""
    if len(run.adjectives) < 2 or any(_ranks(a) for a in run.adjectives):
        return None
    if not all(_joined_by_comma(view, one) for one in run.adjectives[1:]):
        return None  # *neue deutsche Welle*: the first one says how the others' thing is
    if _und(view, run):
        colouring = [a for a in run.adjectives if _stem(a) in _colours()]
        single = run.noun.morph.get("Number") == "Sing"
        # *große und kleine Städte*: some are the one, some the other
        return colouring[0] if single and len(colouring) == 1 else None
    spare = [a for a in run.adjectives if _is_spare(view, a)]
    return min(spare, key=lambda a: (_stem(a) not in _colours(), zipf(a.text)), default=None)


def _is_spare(view: View, adjective: Token) -> bool:
    stem = _stem(adjective)
    if stem in _colours():
        return True
    if not adjective.text.islower() or tells_kind(stem) or stem.endswith("sch"):
        return False
    if makes_another(stem):
        return False
    return not is_for_readers(view) and zipf(adjective.text) < RARE and not is_participle(stem)


def _stem(adjective: Token) -> str:
    return _ENDING.sub("", adjective.text)


def _ranks(adjective: Token) -> bool:
    stem = _ENDING.sub("", adjective.text.lower())
    return adjective.morph.get("Degree") in ("Cmp", "Sup") or _RANKED.match(stem) is not None


def _joined_by_comma(view: View, adjective: Token) -> bool:
    before = view.after(adjective, -1)
    return before is not None and before.text in (",", "und")


def _und(view: View, run: _Run) -> bool:
    return any(
        (before := view.after(a, -1)) is not None and before.text == "und"
        for a in run.adjectives[1:]
    )


def _only_colours(view: View, run: _Run, clause: Clause) -> bool:
    """Whether the only adjective of a noun can go, and the sentence says what it said."""
    adjective = run.adjectives[0]
    stem = _stem(adjective)
    new = (
        is_single_event(clause)
        and _is_new(view, adjective)
        and _merely_describes(adjective)
        and not _ABSTRACT.search(run.noun.text)
        and not TIMES.search(run.noun.text)
    )
    if not (stem in _colours() or new) or is_vague(run.noun):
        return False
    if adjective.morph.get("Degree") in ("Cmp", "Sup"):
        return False
    if clause.predicate in _TELL_WHAT or _is_rheme(view, run.noun, clause):
        return False
    before = view.after(adjective, -1)
    plural = run.noun.morph.get("Number") == "Plur"
    if before is None:
        return False
    if before.tag in ("ART", "APPRART", "PPOSAT", "PDAT"):
        return not (is_for_readers(view) and before.text.lower().startswith("ein"))
    if before.tag == "APPR":
        return plural and before.text.lower() not in _GENITIVE
    return plural and before.tag in ("VVFIN", "VAFIN", "PPER", "PRF", "ADV")


def _is_new(view: View, adjective: Token) -> bool:
    """*baute* **ein** *großes Haus*: of a thing that is new to the reader all else is more."""
    before = view.after(adjective, -1)
    return before is not None and before.tag == "ART" and before.text.lower().startswith("ein")


def _merely_describes(adjective: Token) -> bool:
    """No kind, no rank, nothing that makes the thing another one (*falsch, ehemalig, leer*)."""
    stem = _stem(adjective)
    if not adjective.text.islower() or tells_kind(stem) or is_participle(adjective.text):
        return False
    return not (stem.endswith("sch") or _RANKED.match(stem) or stem in _ANOTHER)


_ABSTRACT = re.compile(
    r"(?:ung|ion|heit|keit|schaft|tät|ismus|anz|enz|ierung|rolle|weise|wert|teil|masse|zahl|menge|maß|art"
    r"|winter|sommer|erfolg|weg|grund|form|stil|blick|eindruck|leben|sinn|zustand|ton|schritt|ende)$",
    re.IGNORECASE,
)
"""*eine deutliche Erhöhung, eine große Rolle*: of what is no thing, how it is, is the message."""
_ANOTHER = word_set(
    "groß positiv negativ falsch echt ehemalig früher künftig späte spät früh angeblich mutmaßlich "
    "möglich vermeintlich "
    "unecht leer voll tot lebend halb ganz einzig eigen ander weiter zusätzlich gemeinsam fremd "
    "alt neu jung krank gesund schwer leicht stark schwach gut schlecht schlimm frei offen privat "
    "öffentlich bestimmt gewiss gleich ähnlich solch derartig zweifach doppelt klein kurz hoch hoh "
    "niedrig gering viel wenig rein bloß schwanger schwarz weiß rot grün blau gelb"
)


_GENITIVE = word_set(
    "wegen trotz während statt anstatt aufgrund infolge mittels anhand mithilfe angesichts mangels "
    "bezüglich hinsichtlich zwecks innerhalb außerhalb anlässlich seitens dank laut"
)
"""*wegen heftiger Regenfälle*: the adjective alone shows the case."""
_TELL_WHAT = word_set(
    "sein werden bleiben gelten heißen haben geben bilden nennen bieten besitzen aufweisen "
    "finden tragen darstellen erscheinen bekommen erhalten entstehen bestehen handeln"
)
"""*bietet schöne Wege*: how a thing is, is the message."""


def _is_rheme(view: View, noun: Token, clause: Clause) -> bool:
    """Whether the noun is the last thing that the clause names."""
    named = [i for i in clause.tokens if view.token(i).tag in ("NN", "NE") and i > noun.index]
    return not named


def _without(view: View, run: _Run, adjective: Token) -> Match | None:
    """The phrase without one adjective and the comma or *und* that joins it."""
    if len(run.adjectives) == 1:
        return cut(view, adjective.index, adjective.index)
    at = run.adjectives.index(adjective)
    if at == 0:
        return cut(view, adjective.index, run.adjectives[1].index - 1)
    joint = view.token(adjective.index - 1)
    return cut(view, joint.index, adjective.index)
