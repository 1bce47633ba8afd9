"""Reading handshapes, extended finger directions and palm orientations."""

from __future__ import annotations

from a11y.sign_avatar.notation.cursor import Cursor
from a11y.sign_avatar.notation.model import (
    Extended,
    FingerContact,
    Handshape,
    Palm,
    Posture,
    PostureItem,
    PosturePair,
    SecondShape,
    ShapeDetail,
    ThumbEnclosed,
)
from a11y.sign_avatar.notation.vocabulary import (
    Base,
    Bending,
    Direction,
    Finger,
    FingerPart,
    PalmTurn,
    Thumb,
    WristBend,
)

_SLOTS = ("base", "direction", "palm")
_WORDS = {
    "base": "a handshape",
    "direction": "an extended finger direction",
    "palm": "a palm orientation",
}


def read_items(cursor: Cursor) -> tuple[PostureItem, ...]:
    """Posture parts, each for both hands alike or, in brackets, for each hand; may be empty."""
    items: list[PostureItem] = []
    slot = 0
    while True:
        if cursor.name == "hamparbegin" and cursor.block_ahead(1) in _SLOTS[slot:]:
            pair, slot = _read_pair(cursor, slot)
            items.append(pair)
        elif cursor.block in _SLOTS[slot:]:
            posture, slot = read_posture(cursor, slot)
            items.append(posture)
        else:
            cursor.could_be(*(_WORDS[name] for name in _SLOTS[max(slot, 1) :]))
            return tuple(items)


def _read_pair(cursor: Cursor, slot: int) -> tuple[PosturePair, int]:
    cursor.take()
    dominant, first = read_posture(cursor, slot)
    cursor.expect("hamplus", *(_WORDS[name] for name in _SLOTS[first:]))
    if cursor.block not in _SLOTS[slot:]:
        cursor.fail(*(_WORDS[name] for name in _SLOTS[slot:]))
    weak, second = read_posture(cursor, slot)
    cursor.expect("hamparend", *(_WORDS[name] for name in _SLOTS[second:]))
    return PosturePair(dominant, weak), max(first, second)


def read_posture(cursor: Cursor, slot: int = 0) -> tuple[Posture, int]:
    """One hand's parts from ``slot`` (0 shape, 1 direction, 2 palm) on, and the next free slot."""
    shape = extended = palm = None
    wrist: list[WristBend] = []
    if slot <= 0 and cursor.block == "base":
        shape, slot = read_shape(cursor), 1
    if slot <= 1 and cursor.block == "direction":
        extended, slot = _read_extended(cursor), 2
    if slot <= 2 and cursor.block == "palm":
        palm, slot = _read_palm(cursor), 3
    while cursor.block == "wrist-side":
        wrist.append(WristBend(cursor.take()))
    return Posture(shape, extended, palm, tuple(wrist)), slot


def read_shape(cursor: Cursor) -> Handshape:
    """A base and its details, up to halfway to a second one."""
    base = Base(cursor.take())
    details: list[ShapeDetail] = []
    second = False
    while True:
        block = cursor.block
        if block == "thumb":
            details.append(Thumb(cursor.take()))
        elif block == "bending":
            details.append(Bending(cursor.take()))
        elif block == "finger":
            details.append(_read_finger(cursor))
        elif block == "finger-part":
            details.append(FingerPart(cursor.take()))
        elif block == "between" and cursor.block_ahead(1) == "base" and not second:
            cursor.take()
            details.append(SecondShape(Base(cursor.take())))
            second = True
        elif block == "between" and cursor.block_ahead(1) != "base":
            cursor.take()
            details.append(ThumbEnclosed())
        else:
            return Handshape(base, tuple(details), cursor.skip("hametc"))


def _read_finger(cursor: Cursor) -> ShapeDetail:
    first = Finger(cursor.take())
    if cursor.block == "finger-part" and cursor.block_ahead(1) == "finger":
        return FingerContact(first, FingerPart(cursor.take()), Finger(cursor.take()))
    return first


def _read_extended(cursor: Cursor) -> Extended:
    direction = _direction(cursor)
    second = None
    joined = cursor.block == "direction"  # ``ui`` ``il``: up, inward and left at once
    if cursor.skip("hambetween") or joined:
        if cursor.block != "direction":
            cursor.fail(_WORDS["direction"])
        second = _direction(cursor)
    about, relative = cursor.skip("hametc"), cursor.skip("hamorirelative")
    return Extended(direction, second, about, relative, joined=joined)


def _direction(cursor: Cursor) -> Direction:
    return Direction(cursor.take().removeprefix("hamextfinger"))


def _read_palm(cursor: Cursor) -> Palm:
    turn = _turn(cursor)
    second = None
    if cursor.skip("hambetween"):
        if cursor.block != "palm":
            cursor.fail(_WORDS["palm"])
        second = _turn(cursor)
    return Palm(turn, second, cursor.skip("hametc"), cursor.skip("hamorirelative"))


def _turn(cursor: Cursor) -> PalmTurn:
    return PalmTurn(cursor.take().removeprefix("hampalm"))
