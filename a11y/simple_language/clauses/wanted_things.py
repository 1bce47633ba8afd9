"""What a wanted thing must be like: *Sie brauchen einen Ausweis, der gültig ist.*"""

from __future__ import annotations

import re

from a11y.language.analysis import Clause, Voice
from a11y.simple_language.clauses.antecedents import own_nominative
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part
from a11y.simple_language.view import View


def asked_for(view: View, clause: Clause, found: Part) -> bool:
    """*Sie brauchen einen Ausweis, der noch gültig ist*: what it must be like, nothing told of it.

    Behind *müssen* and the like a noun with *ein* names no thing that is there already.
    """
    parent = next((c for c in view.clauses if c.index == clause.parent), None)
    if parent is None or clause.antecedent is None:
        return False
    if clause.voice is not Voice.ACTIVE and not is_so(view, clause):
        return False
    led = found.tokens[0].tag in ("APPR", "APPRART")
    if own_nominative(view, clause, found.tokens[1:]) and not (
        led and clause.modal and parent.predicate in _NEEDS
    ):
        return False  # *…, das Sie im Internet finden*: where it is
    noun = nominal.ending_in(view, view.token(clause.antecedent))
    article = noun.article if noun is not None else None
    bare = article is None
    one = article is not None and article.text.lower()[:3] == "ein"
    needs = parent.predicate in _NEEDS
    if article is not None and parent.predicate in _PICKS and not one:
        return True  # *Wählen Sie das Amt, bei dem …*: which of many
    asks = parent.modal in ("müssen", "sollen", "wollen", "mögen") or needs
    asks = asks or parent.voice is Voice.MODAL_PASSIVE
    # *einen Raum, in dem wir feiern können*: what it must be good for
    return ((one and asks) or (bare and needs)) and (led or not clause.modal)


def is_so(view: View, clause: Clause) -> bool:
    """*der gültig ist*, *das mit dem Amt abgestimmt ist*: a quality or a state, now."""
    return clause.finite is not None and view.token(clause.finite).text in ("ist", "sind")


def must_be_so(clause: Clause, text: str) -> str | None:
    """*Sie müssen einen Ausweis zeigen. Dieser Ausweis* **muss** *gültig* **sein**."""
    first, _, told = text.rpartition("\n")
    found = _SO.fullmatch(told)
    if found is None or not first or clause.negations or _AT_MOST.search(told):
        return None  # *muss nicht älter sein* would say something else
    must = "muss" if found["verb"] == "ist" else "müssen"
    return f"{first}\n{found['who']} {must} {found['how']} sein."


_SO = re.compile(r"(?P<who>Dies\w+ \S+) (?P<verb>ist|sind) (?P<how>[^,:]+)\.")
_AT_MOST = re.compile(r"\b(?:kein\w*|nicht|nie|höchstens|maximal|nur)\b")
_PICKS = frozenset({"wählen", "auswählen", "aussuchen", "nehmen", "benennen", "ankreuzen"})
_NEEDS = frozenset({"brauchen", "benötigen", "suchen", "wünschen", "fordern", "verlangen"})
