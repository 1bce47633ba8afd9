"""Handshape, direction and palm out of ``handconfig`` elements."""

from __future__ import annotations

from collections.abc import Iterator

from a11y.sign_avatar.notation import sigml_names as words
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
from a11y.sign_avatar.notation.sigml_elements import (
    Element,
    children_of,
    fail,
    inverted,
    is_true,
    look_up,
    need,
    values_of,
)
from a11y.sign_avatar.notation.vocabulary import (
    Direction,
    Finger,
    PalmTurn,
)

CONFIGS = ("handconfig", "split_handconfig")


def read_posture(configs: list[Element]) -> tuple[PostureItem, ...]:
    """Several ``handconfig`` in a row that each give a part make one posture."""
    items: list[PostureItem] = []
    for config in configs:
        if config.tag == "split_handconfig":
            hands = children_of(config)
            if len(hands) != 2:
                fail(config, "must hold one handconfig for each hand")
            items.append(PosturePair(_config(hands[0]), _config(hands[1])))
            continue
        posture = _config(config)
        if items and isinstance(items[-1], Posture):
            items[-1] = items[-1].over(posture)
        elif not posture.empty:
            items.append(posture)
    return tuple(items)


def _config(element: Element) -> Posture:
    extended = palm = None
    direction = look_up(element, "extfidir", values_of(Direction))
    if direction:
        extended = Extended(
            direction,
            look_up(element, "second_extfidir", values_of(Direction)),
            is_true(element, "approx_extfidir"),
            is_true(element, "rel_extfidir"),
        )
    turn = look_up(element, "palmor", values_of(PalmTurn))
    if turn:
        palm = Palm(
            turn,
            look_up(element, "second_palmor", values_of(PalmTurn)),
            is_true(element, "approx_palmor"),
            is_true(element, "rel_palmor"),
        )
    shape = _shape(element) if element.get("handshape") else None
    return Posture(shape, extended, palm)


def read_fingers(element: Element, name: str) -> tuple[Finger, ...]:
    """The fingers that an attribute names by their digits."""
    digits = element.get(name, "")
    if any(digit not in "12345" for digit in digits):
        fail(element, f"{name}={digits!r} must be digits from 1 (thumb) to 5")
    return tuple(list(Finger)[int(digit) - 1] for digit in digits)


def _shape(element: Element) -> Handshape:
    base = need(element, "handshape", inverted(words.SHAPES) | {"ceeopen": words.CEES[-1]})
    details: list[ShapeDetail] = [*_base_details(element, "")]
    details += [*read_fingers(element, "specialfingers"), *read_fingers(element, "exempteddigits")]
    for finger in Finger:
        bending = look_up(element, f"bend{finger.digit}", inverted(words.BENDINGS))
        if bending:
            details += [finger, bending]
    for tag in ("", "second_"):
        pair = read_fingers(element, f"{tag}contactpair")
        if len(pair) == 2:
            part = need(element, f"{tag}contactkind", inverted(words.PARTS))
            details.append(FingerContact(pair[0], part, pair[1]))
    between = read_fingers(element, "thumbbetween")
    if len(between) == 2:
        details += [between[0], ThumbEnclosed(), between[1]]
    elif is_true(element, "thumbenclosed"):
        details.append(ThumbEnclosed())
    touched = look_up(element, "thumbcontact", inverted(words.PARTS))
    if touched:
        details.append(touched)
    second = look_up(element, "second_handshape", inverted(words.SHAPES))
    if second:
        details += [SecondShape(second), *_base_details(element, "second_")]
    return Handshape(base, tuple(details), is_true(element, "approx_shape"))


def _base_details(element: Element, tag: str) -> Iterator[ShapeDetail]:
    for name, table in (("thumbpos", words.THUMBS), ("ceeopening", words.OPENINGS)):
        thumb = look_up(element, f"{tag}{name}", inverted(table))
        if thumb:
            yield thumb
    bending = look_up(element, f"{tag}mainbend", inverted(words.BENDINGS))
    if bending:
        yield bending
