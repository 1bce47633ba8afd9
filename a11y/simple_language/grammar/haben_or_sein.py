"""Whether a verb's Perfekt takes *haben* or *sein*: *hat das Auto*, *ist Auto gefahren*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language import inflect
from a11y.language.analysis import Clause, Role, Token
from a11y.simple_language.grammar import verbal
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_MOVING = (
    "ziehen",
    "fahren",
    "fliegen",
    "stoßen",
    "reiten",
    "abbrennen",
    "niederbrennen",
    "verbrennen",
    "flüchten",
)
"""Without an object they take *sein*; other verbs of two kinds may mean either (*brach ab*)."""


def perfect_auxiliary(view: View, clause: Clause, person: str) -> str | None:
    """The form of *haben* or *sein* that the verb takes here; None in doubt."""
    verb = clause.predicate
    acted_on = clause.reflexive is not None or any(
        p.role is Role.DIRECT_OBJECT and not _is_no_object(view, verb, p.head)
        for p in clause.participants
    )
    if not inflect.takes_either(verb):
        if inflect.takes_sein(verb) and any(
            p.role is Role.DIRECT_OBJECT and (not p.pronoun or _only_acted_on(view, p.head))
            for p in clause.participants
        ):
            return None  # *startete den Motor*, *ging die Aufgabe an*, *der ihn trat*
        return verbal.perfect_auxiliary(verb, person)
    if not acted_on and not verb.endswith(_MOVING):
        return None
    form = verbal.present("haben" if acted_on else "sein", person)
    return form[0] if form is not None else None


def _is_no_object(view: View, verb: str, head: int) -> bool:
    """*fuhr Richtung Bahnhof*, *fuhr den ganzen Tag*, *fuhr Auto*, *mit 300 Euro Beute*: where, how
    long or how somebody moves."""
    if not verb.endswith(_MOVING):
        return False
    noun = view.token(head)
    first = next((t for t in _in_front(view, noun) if t.tag not in _INSIDE), None)
    if first is not None and (first.text in ("Richtung", "Euro") or first.tag.startswith("APPR")):
        return True
    if not verb.endswith(("fahren", "fliegen", "reiten", "flüchten")):
        return False  # *zog ihre Runden*
    bare = first is None or view.token(first.index + 1).index == noun.index
    return bool(_WAYS.search(noun.text)) or (bare and noun.text in _RIDDEN)


def _in_front(view: View, noun: Token) -> Iterator[Token]:
    before = view.after(noun, -1)
    while before is not None:
        yield before
        before = view.after(before, -1)


_INSIDE = frozenset({"ART", "ADJA", "CARD", "PPOSAT", "PDAT", "PIAT"})
_WAYS = re.compile(
    r"(?i)(?:tage?s?|nächte?|nacht|stunden?|minuten?|wochen?|monate?|jahre?|zeit|mal|kilometer|meter"
    r"|meilen?|strecken?|weg|wege|umweg|umwege|runden?|kurven?|touren?|richtung|rennen|slalom|norden"
    r"|süden|osten|westen|morgen|abend|vormittag|nachmittag)$"
)
_RIDDEN = word_set(
    "Auto Rad Fahrrad Motorrad Bus Bahn Zug Taxi Ski Schi Schlitten Schlittschuh Schlittschuhe "
    "Roller Rollstuhl Karussell Boot Kanu Kajak Straßenbahn Galopp Trab Schritt Achterbahn Tempo"
)
"""*Auto fahren*: a kind of moving, no thing that is moved."""


def _only_acted_on(view: View, index: int) -> bool:
    return view.token(index).text.lower() in ("ihn", "mich", "dich", "den")
