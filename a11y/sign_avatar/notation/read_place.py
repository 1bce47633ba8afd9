"""Reading places: body, arm, hand, distance and contact."""

from __future__ import annotations

from dataclasses import replace

from a11y.sign_avatar.notation.cursor import Cursor
from a11y.sign_avatar.notation.errors import NotationError
from a11y.sign_avatar.notation.model import (
    ArmSite,
    BodySite,
    HandConstellation,
    HandSite,
    Location,
    LocationPair,
    Placement,
    Site,
    TouchingHands,
)
from a11y.sign_avatar.notation.vocabulary import (
    ActiveStyle,
    ArmPlace,
    Beside,
    BodyPlace,
    Contact,
    Finger,
    FingerPart,
    HandPlace,
)

HAND_BLOCKS = ("hand", "finger", "finger-part")
SITE_BLOCKS = ("body", "arm", *HAND_BLOCKS)
_PLACE = "a place"


def starts_site(cursor: Cursor, ahead: int = 0) -> bool:
    block = cursor.block_ahead(ahead)
    return block in SITE_BLOCKS or (
        block == "side" and cursor.block_ahead(ahead + 1) in SITE_BLOCKS
    )


def read_placement(cursor: Cursor) -> Placement | None:
    """A place if one is written here, else None and the cursor stays."""
    if starts_site(cursor) or cursor.block in ("contact", "side"):
        single = _read_single(cursor)
        return _hands_there(cursor, single) if isinstance(single, Location) else single
    if cursor.name == "hamseqbegin" and cursor.block_ahead(1) in HAND_BLOCKS:
        return _read_bracketed(cursor)
    if cursor.name == "hamparbegin" and (
        starts_site(cursor, 1)
        or cursor.block_ahead(1) == "contact"
        or (cursor.ahead(1) == "hamseqbegin" and cursor.block_ahead(2) in HAND_BLOCKS)
    ):
        return _read_pair(cursor)
    cursor.could_be(_PLACE)
    return None


def read_site(cursor: Cursor) -> Site:
    """One place with its sides."""
    left = Beside(cursor.take()) if cursor.block == "side" else None
    block = cursor.block
    if block == "body":
        place = BodyPlace(cursor.take())
        return BodySite(place, left, _right(cursor))
    if block == "arm":
        arm = ArmPlace(cursor.take())
        surface = HandPlace(cursor.take()) if cursor.block == "hand" else None
        return ArmSite(arm, left, _right(cursor), surface)
    if block == "hand":
        region = HandPlace(cursor.take())
        return HandSite(region, left=left, right=_right(cursor))
    if block == "finger":
        fingers = _fingers(cursor)
        parts: list[FingerPart] = []
        while cursor.block == "finger-part":
            parts.append(FingerPart(cursor.take()))
        return HandSite(None, fingers, tuple(parts), left=left, right=_right(cursor))
    if block == "finger-part":
        part = FingerPart(cursor.take())
        fingers = _fingers(cursor)
        return HandSite(
            None, fingers, (part,), fingers_first=False, left=left, right=_right(cursor)
        )
    cursor.fail(_PLACE)


def _fingers(cursor: Cursor) -> tuple[Finger, ...]:
    fingers: list[Finger] = []
    while cursor.block == "finger":
        fingers.append(Finger(cursor.take()))
    return tuple(fingers)


def _right(cursor: Cursor) -> Beside | None:
    return Beside(cursor.take()) if cursor.block == "side" else None


def _contact(cursor: Cursor) -> Contact | None:
    return Contact(cursor.take()) if cursor.block == "contact" else None


def _read_single(cursor: Cursor) -> Location | TouchingHands:
    """One place; or hands at their contact, then a place for both."""
    location = _read_location(cursor)
    plain_hand = location.site is None or isinstance(location.site, HandSite)
    at_body = cursor.block in ("body", "arm") or (
        cursor.block == "side" and cursor.block_ahead(1) in ("body", "arm")
    )
    if (
        location.contact is not None
        and plain_hand
        and at_body
        and location.active is None
        and location.second is None
        and not (location.behind or location.approximate)
    ):
        part = location.site if isinstance(location.site, HandSite) else None
        return TouchingHands(location.contact, part, _read_location(cursor))
    return location


def _hands_there(cursor: Cursor, at: Location) -> Location | HandConstellation:
    """A place on the body and behind it the hands at each other: ``hamneck hamparbegin hampalm
    hamplus hampalm hamparend hamtouch``."""
    start = cursor.position
    plain = isinstance(at.site, BodySite) and at.active is None and at.second is None
    if plain and cursor.name == "hamparbegin" and cursor.block_ahead(1) in HAND_BLOCKS:
        pair = _read_pair(cursor)
        if isinstance(pair, HandConstellation) and pair.at is None:
            return replace(pair, at=at, at_first=True)
    cursor.position = start
    return at


def _read_location(cursor: Cursor) -> Location:
    if not starts_site(cursor) and cursor.block != "side":
        contact = _contact(cursor)
        if contact is None:
            cursor.fail(_PLACE, "a contact")
        return Location(contact=contact)

    site = read_site(cursor)
    active: HandSite | None = None
    style = ActiveStyle.NONE
    if isinstance(site, HandSite) and starts_site(cursor):
        active, style = site, ActiveStyle.LEADING
        site = read_site(cursor)
    second = None
    if cursor.name == "hambetween":
        cursor.take()
        if not starts_site(cursor):
            cursor.fail(_PLACE)
        second = read_site(cursor)
    approximate = cursor.skip("hametc")
    behind = cursor.skip("hambehind")
    if active is None and not isinstance(site, HandSite) and cursor.block in HAND_BLOCKS:
        active, style = _hand_site(cursor), ActiveStyle.TRAILING
    contact = _contact(cursor)
    if active is None and contact is not None and cursor.block in HAND_BLOCKS:
        active, style = _hand_site(cursor), ActiveStyle.AFTER_CONTACT
    return Location(site, second, behind, contact, active, style, approximate)


def _hand_site(cursor: Cursor) -> HandSite:
    site = read_site(cursor)
    if not isinstance(site, HandSite):
        cursor.fail("a part of the hand")
    return site


def _read_bracketed(cursor: Cursor) -> Location:
    cursor.take()
    active = _hand_site(cursor)
    if not starts_site(cursor):
        cursor.fail(_PLACE)
    site = read_site(cursor)
    style = ActiveStyle.BRACKETED
    contact = _contact(cursor)
    if contact is not None:
        style = ActiveStyle.BRACKETED_WITH_CONTACT
    cursor.expect("hamseqend", "a contact")
    if contact is None:
        contact = _contact(cursor)
    return Location(site, None, False, contact, active, style)


def _read_pair(cursor: Cursor) -> Placement | None:
    """A place for each hand; None (cursor back) if the brackets hold movements after all."""
    start = cursor.position
    try:
        cursor.take()
        dominant = _read_one_of_pair(cursor)
        cursor.expect("hamplus", "a contact")
        weak = _read_one_of_pair(cursor)
        cursor.expect("hamparend", "a contact")
    except NotationError:
        # ``hamparbegin hamshoulders hammoveu …`` is a body movement; the furthest error is kept.
        cursor.position = start
        return None
    if (
        cursor.block == "contact"
        and isinstance(dominant.site, HandSite | ArmSite)
        and isinstance(weak.site, HandSite | ArmSite)
        and dominant == Location(dominant.site)
        and weak == Location(weak.site)
    ):
        contact = Contact(cursor.take())
        at = _read_location(cursor) if starts_site(cursor) else None
        return HandConstellation(dominant.site, weak.site, contact, at)
    return LocationPair(dominant, weak)


def _read_one_of_pair(cursor: Cursor) -> Location:
    if cursor.name == "hamseqbegin" and cursor.block_ahead(1) in HAND_BLOCKS:
        return _read_bracketed(cursor)
    return _read_location(cursor)
