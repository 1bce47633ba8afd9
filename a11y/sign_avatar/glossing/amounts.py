"""Under which condition an amount holds: *Mit Ausweis zahlen Sie 3 Euro, ohne Ausweis 6 Euro*.

The condition stands before the amount, each before its own; behind it the viewer would take it for
how one pays (SIGN-HUB Syntax 3.5.1: conditions first).
"""

from __future__ import annotations

from a11y.language.analysis import Adverbial, Clause, ValueKind
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.slots import Slot

_LASTING = frozenset({"dauern", "gelten", "betragen"})
_CONDITIONS = frozenset({"mit", "ohne", "bis", "unter", "über", "zwischen", "ab"})
_BARE = frozenset({"online", "onlin", "digital", "ermäßigt", "darüber", "darunter"})


def setting_of_amount(scene: Scene, clause: Clause, item: Adverbial) -> Slot | None:
    """Where what an amount depends on stands; None for whatever else an adverbial is."""
    amount = _amount(scene, clause)
    if amount is None or not item.tokens or item.tokens[-1] >= amount:
        return None
    fronted = clause.finite is None or not clause.verbs or item.tokens[-1] < clause.finite
    if not fronted and clause.predicate != "kosten":
        return None
    preposition = item.preposition.lower()
    if preposition in _CONDITIONS or (preposition == "bei" and _any_one(scene, item)):
        return Slot.CONDITION
    if preposition == "für":
        return Slot.PURPOSE
    if not preposition and scene.token(item.head).text.lower() in _BARE:
        return Slot.PLACE
    return None


def _any_one(scene: Scene, item: Adverbial) -> bool:
    """*bei einer Wohnung*, *bei Versand*: whichever it is, no known place."""
    behind = scene.token(item.tokens[1]) if len(item.tokens) > 1 else None
    return behind is not None and (behind.tag != "ART" or behind.text.lower().startswith("ein"))


def _amount(scene: Scene, clause: Clause) -> int | None:
    """The first word of the clause's amount."""
    for index in clause.tokens:
        value = scene.value(index)
        kind = None if value is None else value.kind
        if kind is ValueKind.PRICE:
            return index
        if kind is ValueKind.DURATION and clause.predicate in _LASTING:
            own = any(index in item.tokens and item.preposition for item in clause.adverbials)
            if not own:
                return index
        if index in clause.negations and scene.token(index).text.lower() == "nichts":
            return index
    return None
