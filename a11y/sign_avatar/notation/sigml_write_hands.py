"""Handshape, direction and palm as ``handconfig`` elements."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from a11y.sign_avatar.notation import sigml_names as words
from a11y.sign_avatar.notation.errors import SigmlError
from a11y.sign_avatar.notation.model import (
    FingerContact,
    Handshape,
    Posture,
    PostureItem,
    PosturePair,
    ThumbEnclosed,
)
from a11y.sign_avatar.notation.sigml_elements import Element
from a11y.sign_avatar.notation.vocabulary import (
    Finger,
    FingerPart,
)


def unsupported(what: str) -> SigmlError:
    """The error for what has no word; it says what to do."""
    return SigmlError(f"Gestural SiGML has no words for {what}; use the plain form")


def write_configs(items: Iterable[PostureItem]) -> Iterable[Element]:
    """One element for each item of a posture."""
    for item in items:
        if isinstance(item, PosturePair):
            split = etree.Element("split_handconfig")
            split.append(_config(item.dominant))
            split.append(_config(item.weak))
            yield split
        else:
            yield _config(item)


def _config(posture: Posture) -> Element:
    if posture.wrist:
        raise unsupported("obsolete wrist positions")
    element = etree.Element("handconfig")
    if posture.shape:
        _set_shape(element, posture.shape)
    for name, value in (("extfidir", posture.extended), ("palmor", posture.palm)):
        if value is None:
            continue
        first = value.direction if name == "extfidir" else value.turn  # type: ignore[union-attr]
        element.set(name, first.value)
        if value.second:
            element.set(f"second_{name}", value.second.value)
        if value.approximate:
            element.set(f"approx_{name}", "true")
        if value.relative:
            element.set(f"rel_{name}", "true")
    return element


def digits(fingers: Iterable[Finger]) -> str:
    """Fingers as SiGML counts them, from the thumb."""
    return "".join(str(finger.digit) for finger in fingers)


def _set_shape(element: Element, shape: Handshape) -> None:
    first, second = shape.first, shape.between
    _set_base(element, first, "")
    details = list(first.details)
    for i, detail in enumerate(details):
        if isinstance(detail, ThumbEnclosed):
            around = details[max(i - 1, 0) : i + 2]
            fingers = [finger for finger in around if isinstance(finger, Finger)]
            if len(fingers) == 2:
                element.set("thumbbetween", digits(fingers))
            else:
                element.set("thumbenclosed", "true")
    enclosing = {int(digit) for digit in element.get("thumbbetween", "")}
    named = [finger for finger in first.named if finger.digit not in enclosing]
    if named:
        kind = "specialfingers" if first.picks else "exempteddigits"
        element.set(kind, digits(named))
    for finger, bending in sorted(first.bent.items(), key=lambda item: item[0].digit):
        element.set(f"bend{finger.digit}", words.BENDINGS[bending])
    contacts = [detail for detail in details if isinstance(detail, FingerContact)]
    for tag, contact in zip(("", "second_"), contacts, strict=False):
        element.set(f"{tag}contactpair", digits((contact.first, contact.second)))
        element.set(f"{tag}contactkind", words.PARTS[contact.part])
    parts = [detail for detail in details if isinstance(detail, FingerPart)]
    if parts:
        element.set("thumbcontact", words.PARTS[parts[0]])
    if second:
        if second.named or second.bent:
            raise unsupported("named fingers in the second of two shapes")
        _set_base(element, second, "second_")
    if shape.approximate:
        element.set("approx_shape", "true")


def _set_base(element: Element, shape: Handshape, tag: str) -> None:
    element.set(f"{tag}handshape", words.SHAPES[shape.base])
    thumb = shape.thumb
    if thumb and shape.base in words.CEES and thumb in words.OPENINGS:
        element.set(f"{tag}ceeopening", words.OPENINGS[thumb])
    elif thumb:
        element.set(f"{tag}thumbpos", words.THUMBS[thumb])
    if shape.bending:
        element.set(f"{tag}mainbend", words.BENDINGS[shape.bending])
