"""Phrases behind a noun that the Kurzfassung does without: a place inside a place, what a thing
has beside, examples of what the noun names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Clause, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.sentence_length import too_long
from a11y.simple_language.grammar.times import TIMES
from a11y.simple_language.leaving_out.upward import is_for_readers, stays_true
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.condensing import ENOUGH
from a11y.simple_language.rules.core import is_vague
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_PREPOSITIONS = ("APPR", "APPRART")


@evaluates("short-attribute")
def short_attribute(view: View) -> Iterator[Match]:
    """*im Süden an der Grenze zu Frankreich* → *im Süden*"""
    if is_for_readers(view) or not too_long(view, most=ENOUGH):
        return
    for preposition in view.tokens:
        if preposition.tag not in _PREPOSITIONS:
            continue
        before = view.after(preposition, -1)
        clause = view.in_clause(preposition)
        if before is None or before.tag not in ("NN", "NE") or clause is None:
            continue
        if not stays_true(view, clause):
            continue
        last = _end(view, preposition)
        if last is None or _holds_value(view, preposition.index, last):
            continue
        inside = _inside_place(view, preposition, before)
        has = _has_beside(view, preposition, before, clause)
        if (inside or has) and _ends_there(view, last, hanging=inside):
            yield Match(
                start=before.span[1],
                end=view.token(last).span[1],
                found=view.slice(preposition.index, last),
                replacement="",
            )
            return  # one in a sentence: the next round sees what is left


_PLACES = word_set("in im an am auf bei beim nahe unweit neben zwischen hinter vor unterhalb")
_REGION = re.compile(
    r"(?:Süden|Norden|Osten|Westen|Südosten|Südwesten|Nordosten|Nordwesten|Mitte|Zentrum|Innenstadt|Altstadt)"
)


def _inside_place(view: View, preposition: Token, before: Token) -> bool:
    """*im Süden* **an der Grenze**: a second place, right behind one that says where."""
    if preposition.text.lower() not in _PLACES or not _REGION.fullmatch(before.text):
        return False
    ahead = nominal.ending_in(view, before)
    lead = view.after(ahead.first, -1) if ahead is not None else None
    if ahead is None or lead is None:
        return False
    place = lead if lead.tag in _PREPOSITIONS else ahead.first
    return place.text.lower() in _PLACES


def _has_beside(view: View, preposition: Token, before: Token, clause: Clause) -> bool:
    """*ein Haus* **mit Garten**, *eine Mauer* **aus Stein**, behind a thing new in the text."""
    if preposition.text.lower() not in ("mit", "aus") or before.tag != "NN" or is_vague(before):
        return False
    if clause.predicate in _TELL_WHAT or clause.predicate == "":
        return False
    phrase = nominal.ending_in(view, before)
    if phrase is None or phrase.article is None:
        return False
    if not phrase.article.text.lower().startswith("ein"):
        return False
    behind = view.after(preposition)
    if behind is None or behind.tag in nominal.DETERMINER_TAGS:
        return False  # *eine Flasche mit einem Brief*: a second thing that is new
    if ACTORS.search(before.text) or _WANTS_WITH.search(before.text):
        return False
    return view.token(preposition.head).head == before.index


_TELL_WHAT = word_set(
    "sein werden bleiben gelten heißen haben geben bilden nennen bieten zeigen besitzen aufweisen "
    "bestehen handeln suchen brauchen"
)
_WANTS_WITH = re.compile(
    r"(?i)(?:vertrag|gespräch|treffen|interview|streit|kontakt|umgang|zusammenarbeit|vergleich|abkommen|konflikt"
    r"|krieg|verbindung|bund|ehe|beziehung|arbeit|handel|zusammenstoß|unfall|spiel|duell|partnerschaft|termin"
    r"|film|serie|buch|band|bild|foto|stück|album|lied|show|roman|konzert|programm|reise|teil|auszug|mischung|auswahl|gruppe)$"
)


def _end(view: View, preposition: Token) -> int | None:
    """Last token of the phrase: preposition, noun phrase, and all that hangs on it in a row."""
    at = preposition.index + 1
    last = None
    while at < view.sentence.tokens[1]:
        phrase = nominal.phrase_at(view, at)
        if phrase is None:
            return last
        last = phrase.noun.index
        following = view.after(phrase.noun)
        if following is None:
            return last
        if following.tag == "NE" and phrase.noun.tag in ("NN", "NE"):
            last = following.index
            following = view.after(following)
            if following is None:
                return last
        genitive = following.tag == "ART" and following.text in ("des", "der", "eines", "einer")
        chained = following.tag in _PREPOSITIONS and view.token(following.head).head == last
        if following.text == "und" and (t := view.after(following)) is not None:
            if t.tag not in ("NN", "ADJA", "NE"):
                return last if t.tag.startswith("V") else None
            at = t.index
            continue
        if not (genitive or chained):
            return last
        at = following.index + (1 if chained else 0)
    return last


def _holds_value(view: View, first: int, last: int) -> bool:
    words = [view.token(i) for i in range(first, last + 1)]
    return any(t.tag == "CARD" or t.text[:1].isdigit() or TIMES.search(t.text) for t in words)


def _ends_there(view: View, last: int, *, hanging: bool) -> bool:
    """hanging: whether another phrase may follow, which hangs on what stays."""
    following = view.after(view.token(last))
    if following is None:
        return False
    if following.text == ",":
        behind = view.after(following)
        return behind is None or not behind.tag.startswith(_GOES_ON)
    if following.tag in _PREPOSITIONS:
        return hanging
    behind = view.after(following)
    if following.text == "und" and behind is not None and behind.tag.startswith("V"):
        return True
    return following.text in ".!:" or following.tag.startswith("V") or following.tag == "PTKVZ"


_GOES_ON = ("PREL", "PWAV", "NN", "NE", "ADJA", "ART", "KO")
"""Behind a comma: a clause of the noun that would go, or the next of a list."""
