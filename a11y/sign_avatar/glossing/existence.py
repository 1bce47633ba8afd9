"""What is there, where something lies, how much it comes to: DA, a posture, or no verb at all."""

from __future__ import annotations

from a11y.language.analysis import (
    Clause,
    Role,
    ValueKind,
)
from a11y.sign_avatar.glossing.light import light_verb
from a11y.sign_avatar.glossing.pronouns import several_named
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.words import is_person

_EXISTENCE = frozenset({"geben", "vorhanden", "existieren"})
_POSTURES = frozenset({"stehen", "liegen"})
_PEOPLE = frozenset({"Person", "Mensch", "Kind", "Frau", "Mann", "Herr", "Leute", "Baby", "Hund"})


def amounts_to(scene: Scene, clause: Clause) -> bool:
    """*Das Bußgeld liegt zwischen 20 und 100 Euro*: how much it is, no place."""
    return any(
        item.preposition.lower() in ("bei", "zwischen", "über", "unter")
        and (value := scene.value(item.tokens[-1])) is not None
        and value.kind in (ValueKind.PRICE, ValueKind.PERCENT)
        for item in clause.adverbials
        if item.tokens
    )


def is_existential(scene: Scene, clause: Clause) -> bool:
    """``es gibt``, ``vorhanden sein``; ``besteht`` of a claim or a duty, not ``besteht aus``."""
    if clause.predicate == "geben":
        texts = {scene.token(index).text.lower() for index in clause.tokens}
        return "es" in texts
    if clause.predicate == "sein":
        return present_of(scene, clause) is not None
    if clause.predicate in _POSTURES:
        if amounts_to(scene, clause) or _stands_itself(scene, clause):
            return False
        return light_verb(scene, clause) is None
    if clause.predicate == "bestehen":
        passed = any(item.role is Role.DIRECT_OBJECT for item in clause.participants)
        return not passed and all(item.preposition.lower() != "aus" for item in clause.adverbials)
    return clause.predicate in _EXISTENCE


def _stands_itself(scene: Scene, clause: Clause) -> bool:
    """Whether somebody with legs stands or lies; the posture signs show a body, no word or bin."""
    subject = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    if subject is None:
        return False
    if subject.pronoun and scene.token(subject.head).tag == "PPER":
        taken_up = several_named(scene, subject.head)
        if taken_up is not None and not is_person(scene.token(taken_up)):
            return False
        return scene.token(subject.head).text.lower() != "es"
    return scene.token(subject.head).lemma in _PEOPLE


def present_of(scene: Scene, clause: Clause) -> int | None:
    """The ``vorhanden`` of ``ist vorhanden``, the ``da`` of ``ist da``."""
    said = [item for item in clause.participants if item.role is Role.PREDICATIVE]
    there = [item.head for item in said if scene.token(item.head).lemma == "vorhanden"]
    there += [
        item.head
        for item in clause.adverbials
        if scene.token(item.head).text == "da" and scene.token(item.head).tag == "ADV"
    ]
    if not said:  # muss dabei sein
        there += [at for at in clause.tokens if scene.token(at).text.lower() == "dabei"]
    return next(iter(there), None)
