"""Long sentences: how long one may be, and how a person's pen would part them."""

from __future__ import annotations

from collections.abc import Iterator

from a11y.simple_language import parting
from a11y.simple_language.pairs import sentence_span
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.rules.sentences import MOST_WORDS, too_long, words_in
from a11y.simple_language.view import View


@evaluates("long-sentence")
def long_sentence(view: View) -> Iterator[Match]:
    """A list, a lead-in or an afterthought where the sentence is built for one; else a hint."""
    if not too_long(view):
        return
    parted = (
        parting.after_colon(view)
        or parting.item_per_line(view)
        or parting.listed(view)
        or parting.deeds_listed(view)
        or parting.led_in(view)
        or parting.framed_first(view, most=MOST_WORDS[view.level])
        or parting.with_afterthought(view, most=MOST_WORDS[view.level])
    )
    start, end = (view.start, view.end) if parted is None else sentence_span(view)
    if parted is not None and parted.startswith(view.text[:2]) and view.text[:1] in "-–•*":
        start = view.start
    yield Match(start=start, end=end, found=str(words_in(view)), replacement=parted)
