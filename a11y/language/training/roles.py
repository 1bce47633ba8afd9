"""Who is subject and object in UD gold trees, to measure the roles of the clause layer with.

Subject: ``nsubj`` and ``nsubj:pass``. Direct object: ``obj``. Indirect object: ``obl:arg`` without
a preposition (``iobj`` is read as that). Reflexive pronouns are left out on both sides: the clause
layer gives them to the verb. So are an expletive *es* and the phrases of clauses without a verb,
which the clause layer calls topics.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Role
from a11y.language.clauses import fields, verbs
from a11y.language.clauses.arguments import arguments
from a11y.language.training.treebank import Word as GoldWord
from a11y.language.word import Word

_ROLES = {
    "nsubj": Role.SUBJECT,
    "nsubj:pass": Role.SUBJECT,
    "obj": Role.DIRECT_OBJECT,
    "obl:arg": Role.INDIRECT_OBJECT,
}
ASKED = (Role.SUBJECT, Role.DIRECT_OBJECT, Role.INDIRECT_OBJECT)
Roles = frozenset[tuple[int, Role]]
"""(token of the head noun or pronoun, its role)."""


def from_tree(words: Sequence[GoldWord]) -> Roles:
    """The roles that a gold tree gives."""
    found = set()
    governed = {word.head for word in words if word.dep == "case"}
    for index, word in enumerate(words):
        role = _ROLES.get(word.dep)
        if role is None or index in governed or word.tag == "PRF" or word.form == "sich":
            continue
        if word.pos in ("NOUN", "PROPN", "PRON", "NUM", "DET") or word.tag in ("ADJA", "NN"):
            found.add((index, role))
    return frozenset(found)


def from_fields(words: list[Word], tree: Sequence[GoldWord]) -> Roles:
    """What our clause layer says of one annotated sentence; shared subjects are not told twice.

    tree: the same sentence in gold, asked only for what is left out on both sides.
    """
    found = set()
    for draft in fields.clauses(words):
        verb = verbs.read(draft, question=False)
        if not verb.verbs:
            continue
        for participant in arguments(draft, verb).participants:
            left_out = participant.preposition or tree[participant.head].dep == "expl"
            if participant.role in ASKED and not left_out:
                found.add((participant.head, participant.role))
    return frozenset(found)
