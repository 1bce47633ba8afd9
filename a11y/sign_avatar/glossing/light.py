"""Light verbs: what is meant is the noun beside them (*in Kraft treten*, *Bescheid geben*)."""

from __future__ import annotations

from a11y.language.analysis import (
    AdverbialType,
    Clause,
    Role,
)
from a11y.sign_avatar.glossing.calendar import TIME_UNITS
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.words import LightVerb, light_verbs


def light_verb(scene: Scene, clause: Clause) -> tuple[LightVerb, int] | None:
    rules = light_verbs().get(clause.predicate)
    if not rules:
        return None
    heads = [item.head for item in clause.participants] + [item.head for item in clause.adverbials]
    heads += [
        index
        for index in clause.tokens
        if index not in heads and scene.is_noun(index) and _noun_keys(scene, index) & set(rules)
    ]
    goes_somewhere = any(item.type is AdverbialType.DIRECTION for item in clause.adverbials)
    prepositions = {item.head: item.preposition.lower() for item in clause.adverbials}
    forms = {scene.token(index).text.lower() for index in clause.tokens}
    for head in heads:
        low = scene.token(head).text.lower()
        lemma = scene.token(head).lemma
        if low == "es" and "um" in forms and "es um" in rules:  # es geht um …
            return rules["es um"], head
        if low in ("das", "es") and goes_somewhere:
            continue
        own = (low,) if low in ("das", "es") else (*sorted(_noun_keys(scene, head), key=len), lemma)
        keys = (f"{prepositions.get(head, '')} {lemma}", *own)
        rule = next((rules[key] for key in keys if key in rules), None)
        if rule is None:
            rule = next(
                (
                    item
                    for ending, item in rules.items()
                    if ending[0] == "*" and lemma.lower().endswith(ending[1:])
                ),
                None,
            )
        if rule is not None:
            return rule, head
    return None


def _noun_keys(scene: Scene, index: int) -> set[str]:
    """A noun as the table of light verbs has it: alone, and with the preposition before it."""
    lemma = scene.token(index).lemma
    return {lemma, f"{scene.token(index - 1).text.lower()} {lemma}"} if index else {lemma}


def governs(scene: Scene, clause: Clause, noun: int) -> bool:
    """Whether a preposition of the same phrase stands right before a noun (*außer Kraft*)."""
    before = noun - 1
    return before in clause.tokens and scene.token(before).tag in ("APPR", "APPRART")


def lasts(scene: Scene, clause: Clause) -> bool:
    """Whether what the verb takes is a length of time."""
    heads = [item.head for item in clause.participants if item.role is not Role.SUBJECT]
    heads += [item.head for item in clause.adverbials]
    return any(scene.token(head).lemma in TIME_UNITS for head in heads)
