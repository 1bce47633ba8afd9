"""From the functions noted on drafts to spans on the tiers.

Each function of the grammar has its channels here, once. Where two spans claim the same tier at the
same sign, the one that carries more meaning stays: head shake, then nod, then the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from a11y.sign_avatar.glossing.scene import Draft
from a11y.sign_avatar.score import NonManual, SignKind, Tier

BUNDLES: Mapping[str, tuple[tuple[Tier, str], ...]] = {
    "topic": ((Tier.BROWS, "raised"),),  # SIGN-HUB Syntax 2.2.1.1, Pragmatics 4.2
    "condition": ((Tier.BROWS, "raised"), (Tier.HEAD, "forward")),  # Syntax 3.5.1.1
    "yes-no": ((Tier.BROWS, "raised"), (Tier.HEAD, "forward")),  # Syntax 1.2.1
    "wh": ((Tier.BROWS, "lowered"),),  # Syntax 1.2.3
    "negation": ((Tier.HEAD, "shake"),),  # Syntax 1.5.2.1
    "obligation": ((Tier.HEAD, "nod"),),
    "affirmation": ((Tier.HEAD, "nod"),),  # Happ and Vorköper 2006, 451
    "relative": ((Tier.BROWS, "raised"),),  # Syntax 3.4.1
    "list": ((Tier.GAZE, "hands"),),  # Pragmatics 2.2.3
}
_STRENGTH = ("negation", "wh", "obligation", "affirmation", "yes-no", "condition", "topic",
             "relative", "list")  # fmt: skip
_SET_APART = frozenset({"topic", "condition"})
"""Fronted parts are intonational phrases, where contours end and blinks gather (SIGN-HUB Phonology
2.2.3; Herrmann 2010)."""
DERIVED = frozenset({"locus", "boundary"})
"""Functions that follow from the signs alone; not compared with reference sentences."""


def spans(drafts: Sequence[Draft], ends: Iterable[int] = ()) -> tuple[NonManual, ...]:
    """The non-manual tiers of a sentence. ends: indices of the last sign of each block."""
    reach: dict[tuple[str, int], list[int]] = {}
    for position, draft in enumerate(drafts):
        for mark in draft.marks:
            reach.setdefault(mark, []).append(position)
    claims: dict[tuple[Tier, int], tuple[int, str, str, int]] = {}
    for (function, number), positions in reach.items():
        strength = _STRENGTH.index(function)
        for tier, value in BUNDLES[function]:
            for position in range(min(positions), max(positions) + 1):
                claim = (strength, function, value, number)
                known = claims.get((tier, position))
                if known is None or claim < known:
                    claims[tier, position] = claim
    for position, draft in enumerate(drafts):
        locus = draft.sign.locus
        if draft.sign.kind is SignKind.INDEX and locus is not None and locus.value[0] == "3":
            claims.setdefault((Tier.GAZE, position), (99, "locus", locus.value, -position))
    for position in {*ends, *_phrase_ends(reach)}:
        claims.setdefault((Tier.EYES, position), (99, "boundary", "blink", -position))
    return _merge(claims)


def _phrase_ends(reach: Mapping[tuple[str, int], list[int]]) -> set[int]:
    """What stands in front is a phrase of its own: its contour ends in a blink."""
    return {max(positions) for (function, _), positions in reach.items() if function in _SET_APART}


def _merge(claims: Mapping[tuple[Tier, int], tuple[int, str, str, int]]) -> tuple[NonManual, ...]:
    out: list[NonManual] = []
    for tier in Tier:
        positions = sorted(position for known, position in claims if known is tier)
        if not positions:
            continue
        start = positions[0]
        for here, there in pairwise([*positions, -2]):
            _, function, value, number = claims[tier, here]
            same = there == here + 1 and claims[tier, there][1:] == (function, value, number)
            if not same:
                out.append(
                    NonManual(tier=tier, value=value, start=start, end=here + 1, function=function)
                )
                start = there
    return tuple(sorted(out, key=lambda span: (span.start, -span.end, span.tier.value)))
