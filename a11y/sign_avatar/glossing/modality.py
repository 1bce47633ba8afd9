"""A modal that several coordinated verbs share is signed once, after the last of them.

*Sie müssen den Antrag ausfüllen und unterschreiben*: MÜSSEN closes the whole, as a modal stands
behind all it governs (SIGN-HUB Lexicon 3.3.1; Bross and Hole 2017). Each verb that is obliged
keeps its nod, so that none seems a free choice.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Clause, Relation, Role
from a11y.sign_avatar.glossing.scene import Scene


def share_modals(scene: Scene, clauses: Sequence[Clause]) -> None:
    """Note in the scene which clauses of a sentence leave their modal to a later one."""
    chain: list[Clause] = []
    for clause in [*clauses, None]:
        if clause is not None and chain and clause.relation is Relation.RELATIVE:
            continue  # das Formular, das Sie finden, müssen Sie ausdrucken und …
        if clause is not None and chain and _goes_on(scene, chain, clause):
            chain.append(clause)
            continue
        if len(chain) > 1:
            scene.fire("MODAL-SHARED")
            scene.shared_modals[chain[-1].index] = tuple(
                index for item in chain for index in _modal_tokens(scene, item)
            )
            scene.later_modals |= {item.index for item in chain[:-1]}
        chain = [clause] if clause is not None and _may_open(clause) else []


def _may_open(clause: Clause) -> bool:
    return bool(clause.modal and clause.predicate) and not clause.negations


def _goes_on(scene: Scene, chain: Sequence[Clause], clause: Clause) -> bool:
    if not _may_open(clause) or clause.modal != chain[0].modal:
        return False
    if clause.relation is not Relation.COORDINATION or clause.question != chain[0].question:
        return False
    joined = clause.parent in {item.index for item in chain}
    return joined and not _modal_tokens(scene, clause) and not _somebody_else(clause)


def _somebody_else(clause: Clause) -> bool:
    """*Kinder dürfen umsonst schwimmen, Erwachsene mit Karte*: each has the modal."""
    return any(
        item.role is Role.SUBJECT and item.head in clause.tokens for item in clause.participants
    )


def _modal_tokens(scene: Scene, clause: Clause) -> list[int]:
    return [
        index
        for index in clause.verbs
        if scene.token(index).tag.startswith("VM") or scene.token(index).lemma == clause.modal
    ]
