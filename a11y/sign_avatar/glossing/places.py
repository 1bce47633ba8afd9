"""Who is pointed at later gets a place where it is first named: NOUN INDEX3a … INDEX3a.

A referent is set up by an index right behind its noun and keeps that locus (SIGN-HUB Pragmatics
2.2.1, 8.1.2). German shows only afterwards that somebody comes up again, so this runs over the
whole text when every sentence is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.scene import Draft
from a11y.sign_avatar.score import Locus, Sign, SignKind

Blocks = list[list[Draft]]
Spot = tuple[int, int, int]
"""Sentence, block, draft."""
_REACH = 2
"""Sentences back in which a referent was named."""


def set_up(sentences: Sequence[Blocks], lexis: Lexis) -> tuple[list[Blocks], frozenset[int]]:
    """The sentences with an index behind each noun that a later sign refers to, and the positions
    of the sentences that got one."""
    order = [
        (number, at, position)
        for number, blocks in enumerate(sentences)
        for at, block in enumerate(blocks)
        for position in range(len(block))
    ]
    mentions: dict[str, list[Spot]] = {}
    wanted: dict[Spot, Locus] = {}
    pointed: set[tuple[str, Locus]] = set()
    for spot in order:
        number, at, position = spot
        draft = sentences[number][at][position]
        for key, locus in draft.refers:
            near = [found for found in mentions.get(key, ()) if found[0] > number - _REACH]
            if (key, locus) in pointed or not near:
                continue
            if near[0][0] == number and _owns(draft.sign):
                continue  # VATER POSS3a KIND: the possessive itself sets the place up
            pointed.add((key, locus))
            wanted[near[0]] = locus
        for key in draft.names:
            mentions.setdefault(key, []).append(spot)
    made = [[list(block) for block in blocks] for blocks in sentences]
    changed: set[int] = set()
    for spot in sorted(wanted, reverse=True):
        number, at, position = spot
        block = made[number][at]
        following = block[position + 1].sign if position + 1 < len(block) else None
        if following is not None and following.locus is wanted[spot]:
            continue
        pointer = lexis.index(wanted[spot])
        noun = block[position]
        block.insert(position + 1, replace(noun, sign=pointer, names=(), refers=()))
        changed.add(number)
    return [[_pointing_once(block) for block in blocks] for blocks in made], frozenset(changed)


def _pointing_once(block: list[Draft]) -> list[Draft]:
    """Two pointings to one place right after each other are one (*diesen Vollzeitdienst*)."""
    out: list[Draft] = []
    for draft in block:
        before = out[-1] if out else None
        if before is None or not _same_pointing(before, draft):
            out.append(draft)
            continue
        said = before.sign if before.sign.mouthing else draft.sign
        out[-1] = replace(
            before,
            sign=said,
            tokens=tuple(sorted({*before.tokens, *draft.tokens})),
            names=before.names + draft.names,
        )
    return out


def _same_pointing(before: Draft, after: Draft) -> bool:
    both = before.sign.kind is SignKind.INDEX and after.sign.kind is SignKind.INDEX
    third = before.sign.locus not in (Locus.SIGNER, Locus.ADDRESSEE)
    two = bool(before.refers and after.refers)  # er … ihn: two who take part
    alike = before.sign.locus is after.sign.locus and before.marks == after.marks
    return both and third and alike and not two


def _owns(sign: Sign) -> bool:
    return sign.kind is SignKind.LEXICAL and sign.gloss.startswith("POSS")
