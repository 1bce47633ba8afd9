"""Long sentences: how long one may be, and how a person's pen would part them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Voice
from a11y.simple_language.clauses.pairs import sentence_span
from a11y.simple_language.grammar.sentence_length import MOST_WORDS, too_long, words_in
from a11y.simple_language.long_sentences import (
    afterthoughts,
    fragments,
    parting,
    phrase_lists,
    two_things,
)
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


@evaluates("long-sentence")
def long_sentence(view: View) -> Iterator[Match]:
    """A list, a lead-in or an afterthought where the sentence is built for one; else a hint."""
    if not too_long(view):
        return
    parted = (
        fragments.after_colon(view)
        or fragments.item_per_line(view)
        or two_things.listed_in_two(view)
        or parting.listed(view)
        or parting.deeds_listed(view)
        or phrase_lists.behind_preposition(view)
        or phrase_lists.said_again(view)
        or phrase_lists.filled(view)
        or phrase_lists.example_behind(view)
        or parting.led_in(view)
        or parting.framed_first(view, most=MOST_WORDS[view.level])
        or afterthoughts.with_afterthought(view, most=MOST_WORDS[view.level])
    )
    start, end = (view.start, view.end) if parted is None else sentence_span(view)
    if parted is not None and parted.startswith(view.text[:2]) and view.text[:1] in "-–•*":
        start = view.start
    yield Match(
        start=start,
        end=end,
        found=str(words_in(view)),
        replacement=parted,
        guess=parted is not None
        and (_is_stiff(view, parted) or afterthoughts.is_doubtful(view, parted)),
    )


def _is_stiff(view: View, parted: str) -> bool:
    """*Mit der Karte gilt: …*, and the lead-in of what only tells how something is."""
    if parted.startswith("Mit ") and " gilt:\n" in parted:
        return True
    return _STIFF.search(parted) is not None and _describes(view)


_STIFF = re.compile(r" gilt:\n|\nUnd zwar ")
_ADDRESS = re.compile(r"\b(?:Sie|Ihnen|Ihre?[mnrs]?|Euro|Gebühr\w*|Kosten)\b|§")


def _describes(view: View) -> bool:
    """Whether the sentence tells how something is: *Mit einer Fläche von 9 Hektar gilt: …* is said
    by nobody; only what somebody does, must, may or pays can *hold*."""
    if any(c.modal or c.voice is Voice.MODAL_PASSIVE for c in view.clauses):
        return False
    if _ADDRESS.search(view.text):
        return False
    states = [c.finite is not None and view.token(c.finite).lemma in _STATES for c in view.clauses]
    return all(states)


_STATES = word_set(
    "sein haben liegen leben wohnen geben gehören bestehen heißen bleiben wachsen stehen zählen"
)
