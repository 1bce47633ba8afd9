"""Who has to come: *die persönliche Vorsprache der Eltern* said with a verb."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set

COMING = word_set("Vorsprache Vorsprechen Erscheinen Anwesenheit")
"""Nouns that say nothing but that somebody comes to the office."""
_APPLICANTS = word_set(
    "Antragsteller Antragstellers Antragstellerin Antragstellenden Antragstellender Person"
)
"""*der antragstellenden Person*: that is who reads."""
_TOWARDS = {"beim": "zum", "bei der": "zur", "in der": "in die", "auf dem": "auf das"}


def has_to_come(view: View, tokens: Sequence[Token]) -> tuple[str, str, str] | None:
    """(who, *müssen* or *muss*, what they must do) for a phrase that asks somebody to come.

    tokens: *Ihre persönliche Vorsprache im Bürgeramt*, article to place. None where it is another
    phrase or a form is not certain.
    """
    phrase = nominal.phrase_at(view, tokens[0].index)
    if phrase is None or phrase.noun.text not in COMING or phrase.noun.index > tokens[-1].index:
        return None
    if any(
        a.text.lower().rstrip("nrs") not in ("persönliche", "vorherige") for a in phrase.adjectives
    ):
        return None
    tail = [t for t in tokens if t.index > phrase.noun.index]
    who = _comer(view, tail)
    if who is None:
        return None
    name, modal, rest = who
    place = towards(rest)
    if place is None:
        return None
    before = [a.text.lower() for a in phrase.adjectives]
    self_ = "persönlich" if any(a.startswith("persönlich") for a in before) else ""
    first = "vorher" if any(a.startswith("vorherig") for a in before) else ""
    return name, modal, " ".join(w for w in (first, self_, place, "kommen") if w)


def _comer(view: View, tail: Sequence[Token]) -> tuple[str, str, Sequence[Token]] | None:
    """(who, modal, what stands behind): the reader, unless the phrase names another."""
    if not tail or (tail[0].tag in ("APPR", "APPRART") and tail[0].text.lower() not in _OF):
        return "Sie", "müssen", tail
    led = tail[0].text.lower() in _OF
    if tail[0].text.lower() == "vom":
        return None
    phrase = nominal.phrase_at(view, tail[0].index + led)
    if phrase is None or phrase.noun.index > tail[-1].index:
        return None
    behind = [t for t in tail if t.index > phrase.noun.index]
    if behind and behind[0].tag not in ("APPR", "APPRART"):
        return None  # *der Mutter und des Vaters*
    applies = any(a.text.startswith("antragstellend") for a in phrase.adjectives)
    if phrase.noun.text in _APPLICANTS and (applies or phrase.noun.text != "Person"):
        return "Sie", "müssen", behind
    case = "Dat" if led else "Gen"
    numbers = {number for found, number, _ in nominal.readings(phrase) if found == case}
    name = nominal.in_case_from(phrase, case, "Nom")
    if name is None or len(numbers) != 1:
        return None
    return name, "müssen" if numbers == {"Plur"} else "muss", behind


_OF = frozenset({"von", "vom"})


def towards(place: Sequence[Token]) -> str | None:
    """*im Bürgeramt* → *ins Bürgeramt*; "" without a place, None where the form is not certain."""
    if not place:
        return ""
    text = text_of(place)
    if text.startswith("im ") and nominal.genders(place[1].text) == {"Neut"}:
        return "ins " + text.removeprefix("im ")
    return next(
        (to + text.removeprefix(at) for at, to in _TOWARDS.items() if text.startswith(f"{at} ")),
        None,
    )
