"""Directional verbs bound to the loci of agent and recipient (SIGN-HUB Morphology 3.1)."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Clause,
    ClauseKind,
    Participant,
    Relation,
    Role,
    ValueKind,
    Voice,
)
from a11y.sign_avatar.glossing.predicates import Predicate
from a11y.sign_avatar.glossing.pronouns import is_address, likely_antecedent
from a11y.sign_avatar.glossing.reread.names import NAME, TITLES
from a11y.sign_avatar.glossing.scene import Scene
from a11y.sign_avatar.glossing.slots import Placed
from a11y.sign_avatar.glossing.words import function_words
from a11y.sign_avatar.lexicon.model import VerbClass
from a11y.sign_avatar.score import Locus, SignKind

_PERSONAL = frozenset(
    {"fragen", "informieren", "beraten", "benachrichtigen", "unterrichten", "kontaktieren",
     "anrufen", "besuchen", "einladen", "unterstützen"}
)  # fmt: skip


def bind(scene: Scene, clause: Clause, predicate: Predicate, placed: list[Placed]) -> None:
    """Let an agreement verb run from the subject's locus to the object's, in place.

    Object agreement is obligatory, subject agreement optional (Morphology 3.1.1.1): without a goal
    nothing is bound. A pronoun for signer or viewer that the verb now shows is not signed again.
    """
    if predicate.verb_class is not VerbClass.AGREEMENT or not predicate.verb:
        return
    goal = _goal(scene, clause)
    if goal is None:
        return
    subject = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    asked = _asked_to(scene, clause)
    if subject is None or asked is not None:
        subject = asked or _controller(scene, clause)
    acting = subject is not None and clause.voice is Voice.ACTIVE
    source_locus = _locus_of(scene, subject) if acting and subject is not None else None
    goal_locus = _locus_of(scene, goal)
    if goal_locus is None or source_locus is goal_locus:
        return
    scene.fire("AGREE-LOCI")
    verb = predicate.verb[0]
    sign = replace(verb.sign, source_locus=source_locus, goal_locus=goal_locus)
    refers = (*_referent(scene, subject, source_locus), *_referent(scene, goal, goal_locus))
    predicate.verb[0] = replace(verb, sign=sign, refers=refers)
    pronoun = scene.token(goal.head).tag == "PPER"
    if pronoun:
        for item in placed:
            same = [draft for draft in item.drafts if goal.head in draft.tokens]
            if same and all(_points_at_person(draft.sign.kind, goal_locus) for draft in same):
                item.drafts = [draft for draft in item.drafts if draft not in same]
                scene.drop([goal.head], "agreement")


def _referent(
    scene: Scene, item: Participant | Adverbial | None, locus: Locus | None
) -> tuple[tuple[str, Locus], ...]:
    """Whom a pronoun stands for whose locus the verb uses; () for a noun, which the verb itself
    sets up, and for the persons present."""
    if not isinstance(item, Participant) or not item.pronoun or locus is None:
        return ()
    if locus in (Locus.SIGNER, Locus.ADDRESSEE):
        return ()
    antecedent = item.antecedent
    if antecedent is None:
        antecedent = likely_antecedent(scene, item.head)
    return () if antecedent is None else ((scene.token(antecedent).lemma, locus),)


_REQUESTS = frozenset(
    {"bitten", "auffordern", "raten", "empfehlen", "erlauben", "helfen", "zwingen", "erinnern"}
)


def _asked_to(scene: Scene, clause: Clause) -> Participant | None:
    """*Wir bitten Sie, uns anzurufen*: who calls is who is asked to."""
    if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None:
        return None
    above = scene.analysis.clauses[clause.parent]
    if above.predicate not in _REQUESTS:
        return None
    return next(
        (
            item
            for role in (Role.INDIRECT_OBJECT, Role.DIRECT_OBJECT)
            for item in above.participants
            if item.role is role
        ),
        None,
    )


def _controller(scene: Scene, clause: Clause) -> Participant | None:
    """*Wir brauchen Ihre Nummer, um Sie anzurufen*: who calls is who needs."""
    if clause.kind is not ClauseKind.INFINITIVE or clause.relation is not Relation.PURPOSE:
        return None
    above = scene.analysis.clauses[clause.parent] if clause.parent is not None else None
    if above is None or above.voice is not Voice.ACTIVE:
        return None
    return next((item for item in above.participants if item.role is Role.SUBJECT), None)


def _points_at_person(kind: SignKind, locus: Locus) -> bool:
    return kind is SignKind.INDEX or locus is Locus.SIGNER


def _goal(scene: Scene, clause: Clause) -> Participant | Adverbial | None:
    people = [item for item in clause.participants if _may_be_goal(scene, item.head)]
    for item in people:
        if item.role is Role.INDIRECT_OBJECT:
            return item
    direct = [item for item in people if item.role is Role.DIRECT_OBJECT]
    for item in direct:
        if item.pronoun and scene.token(item.head).tag == "PPER" and _is_person(scene, item):
            return item
    for item in people:
        if item.role is Role.PREPOSITIONAL_OBJECT and item.preposition.lower() in ("an", "bei"):
            return item
    for adverbial in clause.adverbials:
        directed = adverbial.type is AdverbialType.DIRECTION or _to_person(scene, adverbial)
        if directed and _may_be_goal(scene, adverbial.head):
            return adverbial
    for item in direct:
        if clause.predicate in _PERSONAL:
            return item
    return None


def _to_person(scene: Scene, item: Adverbial) -> bool:
    """The *an uns* of *schicken Sie es an uns*, *an Herrn Kaya*."""
    if item.preposition.lower() != "an":
        return False
    token = scene.token(item.head)
    return token.tag == "PPER" or token.dep == NAME or token.text in TITLES


def _is_person(scene: Scene, item: Participant) -> bool:
    low = scene.token(item.head).text.lower()
    return low in ("mich", "uns", "dich", "euch") or is_address(scene, item.head)


def _may_be_goal(scene: Scene, head: int) -> bool:
    """Neither a question word nor a number or address that is only shown."""
    token = scene.token(head)
    asked = token.lemma.lower() in function_words().question_words
    value = scene.value(head)
    named = value is None or value.kind is ValueKind.NAME
    return not asked and named and token.tag != "PRELS"


def _locus_of(scene: Scene, item: Participant | Adverbial) -> Locus | None:
    token = scene.token(item.head)
    low = token.text.lower()
    if low in ("ich", "wir", "mich", "mir", "uns"):
        return Locus.SIGNER
    if low in ("du", "dich", "dir") or is_address(scene, item.head):
        return Locus.ADDRESSEE
    if low in ("man", "wer", "niemand", "jemand"):
        return None
    if isinstance(item, Participant) and item.pronoun:
        antecedent = item.antecedent
        if antecedent is None:
            antecedent = likely_antecedent(scene, item.head)
        if antecedent is not None:
            return scene.locus(scene.token(antecedent).lemma)
        return scene.known_locus(f"pronoun:{low}")
    return scene.locus(token.lemma)
