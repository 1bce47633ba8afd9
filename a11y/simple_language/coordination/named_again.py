"""A shared subject, named again in the second sentence: *Ein Verein …* → *Dieser Verein …*"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import ClauseKind, Tense, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set


def told_about(view: View, shared: Sequence[Token]) -> str | None:
    """*Radfahrer, die …, handeln falsch und müssen …*: *diese Radfahrer*, for not all of them
    must."""
    comma = view.after(shared[-1])
    told = any(
        c.kind is ClauseKind.RELATIVE and c.antecedent == shared[-1].index for c in view.clauses
    )
    phrase = nominal.phrase_at(view, shared[0].index)
    if comma is None or comma.text != "," or not told or phrase is None:
        return None
    bare = phrase.article is None
    own = {r for r in nominal.readings(phrase) if r[0] == "Nom" and (not bare or r[1] == "Plur")}
    return nominal.pointed_at(own.pop(), phrase.noun.text) if len(own) == 1 else None


def said_again(view: View, shared: Sequence[Token]) -> str | None:
    """The shared subject in the second sentence: *Ein Verein …* is *Dieser Verein …* there."""
    if speaks_of_others(view, shared):
        return None
    told = told_about(view, shared)
    several = any(t.tag == "KON" for t in shared)
    if several and (told is not None or shared[0].text.lower().startswith("ein")):
        return None  # *Ein Mann und eine Frau*: nothing names the two again
    if told is not None:
        return told
    if shared[0].tag == "CARD" or shared[0].text.lower() in _SOME:
        return _these(shared)
    inside = shared[0].index > view.tokens[0].index + 1
    if inside and any(
        a.tag == b.tag == "NN" and a.text not in _TITLES for a, b in pairwise(shared)
    ):
        return None  # *beantragte die Gemeinde Geld*: what is asked for, no more of who asks
    if not shared[0].text.lower().startswith("ein"):
        return text_of(shared)
    phrase = nominal.phrase_at(view, shared[0].index)
    own = {r for r in nominal.readings(phrase) if r[0] == "Nom"} if phrase is not None else set()
    if phrase is None or len(own) != 1 or _any_one(view, shared):
        return None
    return nominal.pointed_at(own.pop(), phrase.noun.text)


def _any_one(view: View, shared: Sequence[Token]) -> bool:
    """*Eine Katze ist ein Tier und lebt im Haus*: any cat, and no cat told about."""
    around = view.in_clause(shared[0])
    if around is None or around.finite is None or shared[0].index > around.finite:
        return False
    generic = around.predicate in ("sein", "werden") or bool(around.modal)
    return generic and around.tense is Tense.PRESENT


_NO_ONE = re.compile(
    r"(?:niemand|kein(?:e[rs]?)?|nichts|jemand|etwas|einer|eins|wenige)\b", re.IGNORECASE
)
_FORBIDDEN = re.compile(r"(?:niemand|kein(?:e[rs]?)?)\b", re.IGNORECASE)
_LIMITING = word_set("nur lediglich bloß allein ausschließlich nicht kaum fast")


def speaks_of_others(view: View, shared: Sequence[Token], *, forbids: bool = False) -> bool:
    """Whether the subject said again would be others: *Keiner arbeitet und bekommt Geld* does not
    say that nobody works; nor *Nur Kinder fahren mit und bekommen ein Eis* that all children do.

    forbids: beside a modal verb (*Niemand darf A betreten und B machen*: neither of the two).
    """
    first = shared[0]
    if forbids and _FORBIDDEN.match(first.text):
        return False
    before = view.after(first, -1)
    narrowed = before is not None and before.text.lower() in _LIMITING
    either = any(t.text.lower() == "oder" for t in shared)
    one = any(t.text.lower() in ("ein", "eine") for t in shared)
    return bool(_NO_ONE.fullmatch(first.text)) or narrowed or (either and one)


_TITLES = frozenset({"Herr", "Frau", "Familie", "Firma"})


_SOME = frozenset({"mehrere", "einige", "viele", "manche", "zahlreiche", "etliche"})


def _these(shared: Sequence[Token]) -> str | None:
    """*Zwei Zeugen …* are *Diese zwei Zeugen …* there; None beside anything but a noun."""
    if len(shared) != _COUNTED or shared[1].tag != "NN":
        return None
    noun = shared[1].text
    if any(
        case == "Nom" and number == "Plur" for case, number, _ in nominal.noun_readings(noun + "n")
    ):
        noun += "n"  # *zwei Beamte*, *diese zwei Beamten*
    counted = "" if shared[0].text.lower() in _SOME else f"{shared[0].text.lower()} "
    return f"Diese {counted}{noun}"


_COUNTED = 2
