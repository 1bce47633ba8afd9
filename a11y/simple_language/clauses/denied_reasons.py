"""Reasons that are denied: *wird nicht gekürzt, weil Sie krank sind* is cut for no such reason."""

from __future__ import annotations

import re

from a11y.language.analysis import Voice
from a11y.simple_language.clauses.pairs import (
    Pair,
)
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set

_FOR_THAT = word_set("deshalb deswegen darum daher")
_FORBID = word_set("dürfen müssen sollen brauchen")
_HARMS = word_set(
    "kürzen ablehnen entziehen kündigen benachteiligen streichen ausschließen abweisen bestrafen "
    "verlieren entlassen zurückweisen mindern diskriminieren schlechterstellen sperren verfallen "
    "entfallen wegfallen aufheben widerrufen abziehen verweigern versagen ausweisen abschieben"
)
"""*Die Leistung wird nicht gekürzt, weil Sie krank sind*: sooner not for this reason."""
_NOBODY = re.compile(r"(?:niemand(?:em|en|es)?|kein(?:e[nrsm]?)?)\b", re.IGNORECASE)


def denies_the_reason(view: View, pair: Pair) -> bool:
    """*Niemand darf benachteiligt werden, weil er krank ist*: not for this reason; parted, the
    reason would be why nobody may be."""
    parent = pair.parent
    if parent is None:
        return False
    if _NOBODY.match(text_of(subject_tokens(view, parent)) or text_of(pair.main[:1])):
        return True
    if not _denied(pair):
        return False
    for_that = any(t.text.lower() in _FOR_THAT for t in pair.main)
    passive = bool(parent.modal) and parent.voice is not Voice.ACTIVE
    harmed = parent.predicate in _HARMS and may_deny_the_reason(pair)
    return for_that or passive or harmed or parent.modal in _FORBID


def _denied(pair: Pair) -> bool:
    told = any(t.text.lower() == "nicht" for t in pair.main)
    return told or (pair.parent is not None and bool(pair.parent.negations))


def may_deny_the_reason(pair: Pair) -> bool:
    """*wird nicht gekürzt, weil Sie krank sind* can be read both ways; *fährt nicht mehr, weil …*
    and *noch nicht* cannot."""
    words = text_of(pair.main).lower()
    return _denied(pair) and not re.search(r"\bnicht mehr\b|\bnoch nicht\b", words)
