"""How near a score comes to the expected one: glosses, their order, their non-manuals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from a11y.sign_avatar.glossing.nonmanual import DERIVED
from a11y.sign_avatar.score import SignedSentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Counts of one text. exact: gloss lines equal. tau: Kendall's τ over the glosses both have,
    None with fewer than two. matched, expected, found: glosses. nm_*: (function, value, gloss)
    triples of the non-manual tiers, by function."""

    exact: bool
    tau: float | None
    matched: int
    expected: int
    found: int
    nm_matched: Counter[str]
    nm_expected: Counter[str]
    nm_found: Counter[str]


def compare(expected: Sequence[SignedSentence], found: Sequence[SignedSentence]) -> Comparison:
    """Compare the scores of one text with those expected."""
    wanted = [sign.gloss for sentence in expected for sign in sentence.signs]
    made = [sign.gloss for sentence in found for sign in sentence.signs]
    common = Counter(wanted) & Counter(made)
    wanted_marks, made_marks = non_manual_triples(expected), non_manual_triples(found)
    both = wanted_marks & made_marks
    return Comparison(
        exact=[item.gloss_line() for item in expected] == [item.gloss_line() for item in found],
        tau=kendall_tau(wanted, made),
        matched=sum(common.values()),
        expected=len(wanted),
        found=len(made),
        nm_matched=_by_function(both),
        nm_expected=_by_function(wanted_marks),
        nm_found=_by_function(made_marks),
    )


Triple = tuple[str, str, str]


def non_manual_triples(sentences: Sequence[SignedSentence]) -> Counter[Triple]:
    """(function, tier:value, gloss) for every sign under a span, derived functions left out."""
    return Counter(
        (span.function, f"{span.tier.value}:{span.value}", sign.gloss)
        for sentence in sentences
        for span in sentence.non_manuals
        if span.function not in DERIVED
        for sign in sentence.signs[span.start : span.end]
    )


def _by_function(triples: Counter[Triple]) -> Counter[str]:
    out: Counter[str] = Counter()
    for (function, _, _), count in triples.items():
        out[function] += count
    return out


def kendall_tau(wanted: Sequence[str], made: Sequence[str]) -> float | None:
    """Kendall's τ of the order of the glosses that both sequences hold, repeats paired in order.

    1.0 for the same order, -1.0 for the reverse, None with fewer than two in common.
    """
    places: dict[str, list[int]] = {}
    for position, gloss in enumerate(made):
        places.setdefault(gloss, []).append(position)
    ranks: list[int] = []
    for gloss in wanted:
        if places.get(gloss):
            ranks.append(places[gloss].pop(0))
    pairs = list(combinations(ranks, 2))
    if not pairs:
        return None
    return sum(1 if a < b else -1 for a, b in pairs) / len(pairs)
