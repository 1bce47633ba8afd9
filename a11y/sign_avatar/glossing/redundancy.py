"""A verb whose sign stands right before it is not signed a second time: *kostet 30 Euro* → 30 GELD.

German needs a noun and a verb where the corpus has one sign for both (*Euro* and *kosten*, *Essen*
and *essen*). The one sign answers for both words and keeps the noun's mouthing, which carries more
than the verb's (SIGN-HUB Lexicon 3.2: noun and verb often share their form).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11y.sign_avatar.glossing.scene import Draft
from a11y.sign_avatar.score import Sign, SignKind


def same_sign(before: Sign, verb: Sign) -> bool:
    """Whether the hands would do the same twice and nothing but the lips would tell the difference.

    A verb bound to loci, a repeated sign, part of a compound and a term that the screen explains
    are never taken together.
    """
    if before.kind is not SignKind.LEXICAL or before.entry != verb.entry or not verb.entry:
        return False
    bound = verb.source_locus or verb.goal_locus or before.source_locus or before.goal_locus
    return not (bound or before.repetitions or verb.repetitions or before.compound or verb.text)


def taken_together(drafts: Sequence[Draft], at: int) -> list[Draft]:
    """The drafts with the sign at ``at`` in the one before it, its words and spans included."""
    before, verb = drafts[at - 1], drafts[at]
    tokens = tuple(sorted({*before.tokens, *verb.tokens}))
    marks = (*before.marks, *(mark for mark in verb.marks if mark not in before.marks))
    sign = replace(before.sign, mouthing=before.sign.mouthing or verb.sign.mouthing)
    one = replace(before, sign=sign, tokens=tokens, marks=marks)
    return [*drafts[: at - 1], one, *drafts[at + 1 :]]
