"""A noun phrase, adverbial or loose stretch of words as signs in DGS order.

Within a phrase: attributes before what they belong to (the ground before the figure: ``Kopie des
Ausweises`` → AUSWEIS KOPIE), number and quantifier before the noun, adjectives as in German
(SIGN-HUB Lexicon 3.1 has both orders), demonstratives as an index after the noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from a11y.sign_avatar.glossing.piece import Piece
from a11y.sign_avatar.glossing.pieces import pieces_of
from a11y.sign_avatar.glossing.scene import Draft, Scene, marked
from a11y.sign_avatar.glossing.values import list_sign

_LIST_MIN, _LIST_MAX = 3, 5


@dataclass(slots=True)
class _Conjunct:
    groups: list[list[Piece]] = field(default_factory=lambda: [[]])
    either: list[Draft] = field(default_factory=list)
    bare: bool = True


def render_phrase(
    scene: Scene,
    tokens: Sequence[int],
    *,
    kind: str = "none",
    lists: bool = True,
    as_written: bool = False,
) -> list[Draft]:
    """Render tokens that belong together.

    as_written: keep the German order; nothing is an attribute of something else.

    kind: the adverbial's type or "none"; prepositions keep their meaning by it. lists: set out
    three to five coordinated nouns on the fingers of the list hand.
    """
    pieces = pieces_of(scene, tokens, kind)
    if as_written:
        return [draft for piece in pieces for draft in (*piece.drafts, *piece.trailing)]
    conjuncts = _conjuncts(scene, pieces)
    drafts: list[Draft] = []
    listed = lists and not scene.in_list and _LIST_MIN <= len(conjuncts) <= _LIST_MAX
    shared = _shared_attributes(conjuncts)
    for number, conjunct in enumerate(conjuncts, start=1):
        drafts += conjunct.either
        if listed:
            drafts += _buoy(scene, number, conjunct.groups[-1])
        if number == 1:
            drafts += _flat(scene, shared)
        drafts += _flat(scene, conjunct.groups)
    return drafts


def _tokens(group: list[Piece]) -> tuple[int, ...]:
    """The tokens that a group really signs; a buoy must not answer for a word that was dropped."""
    signed = (piece for piece in group if piece.drafts or piece.trailing)
    return tuple(index for piece in signed for index in piece.tokens)


def _flat(scene: Scene, groups: list[list[Piece]]) -> list[Draft]:
    filled = [group for group in groups if group]
    if len(filled) > 1:
        scene.fire("NP-ATTRIBUTE-FIRST")
    out: list[Draft] = []
    for group in reversed(filled):
        items = _items(group)
        listed = not scene.in_list and _LIST_MIN <= len(items) <= _LIST_MAX
        for number, item in enumerate(items, start=1):
            if listed:
                out += _buoy(scene, number, item)
            out += [draft for piece in item for draft in piece.drafts]
            out += [draft for piece in item for draft in piece.trailing]
    return out


def _items(group: list[Piece]) -> list[list[Piece]]:
    """The coordinated nouns of an attribute, one after the other."""
    out: list[list[Piece]] = [[]]
    for piece in group:
        if piece.kind == "nested":
            out.append([])
        out[-1].append(piece)
    return out


def _buoy(scene: Scene, number: int, item: list[Piece]) -> list[Draft]:
    scene.fire("LIST-BUOY")
    return marked([Draft(sign=list_sign(number), tokens=_tokens(item))], scene.mark("list"))


def _shared_attributes(conjuncts: list[_Conjunct]) -> list[list[Piece]]:
    """``Name und Anschrift des Halters``: the attribute of the last bare conjunct is everyone's."""
    if len(conjuncts) < 2 or not all(item.bare for item in conjuncts):
        return []
    if any(len(item.groups) > 1 for item in conjuncts[:-1]):
        return []
    last = conjuncts[-1]
    shared, last.groups = last.groups[1:], last.groups[:1]
    return shared


def _conjuncts(scene: Scene, pieces: list[Piece]) -> list[_Conjunct]:
    out = [_Conjunct()]
    for position, piece in enumerate(pieces):
        current = out[-1]
        has_noun = any(item.kind == "noun" for item in current.groups[-1])
        if piece.kind in ("joint", "or"):
            later = next((item for item in pieces[position + 1 :] if item.kind == "noun"), None)
            if has_noun and later and _continues_attribute(scene, current, later):
                current.groups[-1].append(replace(piece, kind="nested"))
            elif has_noun and later:
                out.append(_Conjunct(either=piece.drafts))
            else:
                current.groups[-1].append(replace(piece, kind="other"))
            continue
        opens = piece.kind == "start" and has_noun
        if opens or (piece.kind == "standard" and any(item.drafts for item in current.groups[-1])):
            current.groups.append([])
        if piece.kind == "determiner":
            current.bare = current.bare and len(current.groups) > 1
        current.groups[-1].append(piece)
    return [item for item in out if any(item.groups) or item.either]


def _continues_attribute(scene: Scene, current: _Conjunct, noun: Piece) -> bool:
    """*Kurse für Eltern, Kinder und Senioren*: the noun is coordinated with the one in the
    attribute, not with what the attribute belongs to."""
    if len(current.groups) < 2:
        return False
    token = scene.token(noun.tokens[0])
    first = scene.token(token.head)
    while first.dep == "conj" and first.head != first.index:
        first = scene.token(first.head)
    inside = {index for group in current.groups[1:] for item in group for index in item.tokens}
    outside = {index for item in current.groups[0] for index in item.tokens}
    bare = not any(item.kind in ("determiner", "start") for item in current.groups[-1][1:])
    return token.dep == "conj" and first.index in inside and first.head in outside and bare
