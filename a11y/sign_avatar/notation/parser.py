"""HamNoSys 4 → ``SignNotation``: the reader's door."""

from __future__ import annotations

from a11y.sign_avatar.notation.cursor import Cursor, tokenise
from a11y.sign_avatar.notation.model import BodyMovement, SignNotation, Symmetry
from a11y.sign_avatar.notation.read_action import (
    MARK_BLOCKS,
    read_actions,
    read_body_movement,
    starts_action,
)
from a11y.sign_avatar.notation.read_place import read_placement
from a11y.sign_avatar.notation.read_posture import read_items
from a11y.sign_avatar.notation.vocabulary import Mark, SymmetryKind, SymmetryModifier

MAX_PARTS = 20


def parse(string: str) -> SignNotation:
    """Read one sign, written in symbol names or in Unicode.

    Raises NotationError (with position, what was found and what was expected) or
    UnknownSymbolError.
    """
    return parse_names(tokenise(string))


def parse_names(names: tuple[str, ...]) -> SignNotation:
    """Read one sign from symbol names. Raises NotationError."""
    cursor = Cursor(names)
    first = _read_compound(cursor)
    further: list[SignNotation] = []
    while cursor.skip("hammetaalt"):
        further.append(_read_compound(cursor))
    if not cursor.at_end:
        cursor.fail("a movement", "the end of the sign")
    return _with(first, alternatives=tuple(further)) if further else first


def _with(
    sign: SignNotation,
    *,
    then: SignNotation | None = None,
    alternatives: tuple[SignNotation, ...] = (),
) -> SignNotation:
    return SignNotation(
        posture=sign.posture,
        symmetry=sign.symmetry,
        nondominant=sign.nondominant,
        location=sign.location,
        actions=sign.actions,
        marks=sign.marks,
        body=sign.body,
        then=then or sign.then,
        alternatives=alternatives,
    )


def _read_compound(cursor: Cursor) -> SignNotation:
    parts = [_read_sign(cursor)]
    while not cursor.at_end and cursor.name != "hammetaalt":
        if len(parts) == MAX_PARTS:
            cursor.fail(f"at most {MAX_PARTS} parts of a compound")
        if not _starts_sign(cursor):
            cursor.fail("a movement", "a handshape", "the end of the sign")
        parts.append(_read_sign(cursor))
    sign = parts.pop()
    while parts:
        sign = _with(parts.pop(), then=sign)
    return sign


def _starts_sign(cursor: Cursor) -> bool:
    if cursor.name in ("hamparbegin", "hamnondominant"):
        return not starts_action(cursor)
    return cursor.block in ("base", "symmetry")


def _read_sign(cursor: Cursor) -> SignNotation:
    marks: list[Mark] = []
    while cursor.block in MARK_BLOCKS:
        marks.append(Mark(cursor.take()))
    nondominant = cursor.skip("hamnondominant")
    symmetry = _read_symmetry(cursor)
    body: list[BodyMovement] = []
    while cursor.block in ("body", "arm", "side"):
        body.append(read_body_movement(cursor))
    _check_posture(cursor, body, symmetry)
    posture = read_items(cursor)
    location = read_placement(cursor) if posture else None
    return SignNotation(
        posture=posture,
        symmetry=symmetry,
        nondominant=nondominant,
        location=location,
        actions=read_actions(cursor),
        marks=tuple(marks),
        body=tuple(body),
    )


def _check_posture(cursor: Cursor, body: list[BodyMovement], symmetry: Symmetry | None) -> None:
    """A sign begins with a handshape, unless only the body moves."""
    if body and (cursor.at_end or cursor.name == "hammetaalt") and symmetry is None:
        return
    pair = cursor.name == "hamparbegin" and cursor.block_ahead(1) == "base"
    if cursor.block != "base" and not pair:
        if cursor.name == "hamparbegin":
            cursor.take()
        cursor.fail("a handshape")


def _read_symmetry(cursor: Cursor) -> Symmetry | None:
    if cursor.block != "symmetry":
        return None
    kind = SymmetryKind(cursor.take())
    modifiers: list[SymmetryModifier] = []
    while cursor.name in set(SymmetryModifier):
        modifiers.append(SymmetryModifier(cursor.take()))
    return Symmetry(kind, tuple(modifiers))
