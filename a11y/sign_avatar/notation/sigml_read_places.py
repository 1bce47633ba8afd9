"""Where a hand is and what it touches, out of the elements for locations."""

from __future__ import annotations

from a11y.sign_avatar.notation import sigml_names as words
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
from a11y.sign_avatar.notation.sigml_elements import (
    Element,
    children_of,
    drop_leading,
    fail,
    inverted,
    is_true,
    look_up,
    need,
)
from a11y.sign_avatar.notation.sigml_read_hands import read_fingers
from a11y.sign_avatar.notation.vocabulary import (
    ActiveStyle,
    ArmPlace,
    Beside,
    BodyPlace,
    Contact,
    HandPlace,
)

_SURFACES = {
    "palmar": HandPlace.PALM,
    "dorsal": HandPlace.BACK,
    "radial": HandPlace.THUMB_SIDE,
    "ulnar": HandPlace.PINKY_SIDE,
}


def read_placement(element: Element) -> Placement:
    """Where one hand is, each of two, or both together. Raises SigmlError."""
    if element.tag == "split_location":
        hands = children_of(element)
        if len(hands) != 2:
            fail(element, "must hold one place for each hand")
        return LocationPair(_location(hands[0]), _location(hands[1]))
    if element.tag != "handconstellation":
        return _location(element)
    contact = look_up(element, "contact", inverted(words.CONTACTS))
    children = children_of(element)
    hands = drop_leading(children, ("location_hand",))
    if len(hands) == 1:
        # JASigning also writes a hand's place on the other arm as location_bodyarm.
        hands += children[:1]
        del children[:1]
    at = _location(children[0]) if children else None
    if len(hands) == 2 and contact:
        dominant, weak = read_site(hands[0], ""), read_site(hands[1], "")
        if isinstance(dominant, BodySite) or isinstance(weak, BodySite):
            fail(element, "must name parts of the hands or arms")
        return HandConstellation(dominant, weak, contact, at)
    if at and contact:
        return TouchingHands(contact, None, at)
    return at or Location(contact=contact or Contact.CLOSE)


def _location(element: Element) -> Location:
    if element.tag == "handconstellation":
        return Location(contact=need(element, "contact", inverted(words.CONTACTS)))
    site = read_site(element, "")
    second = None
    if element.get("second_location") or element.get("second_digits"):
        second = read_site(element, "second_")
    active = None
    for child in children_of(element):
        part = read_site(child, "")
        if not isinstance(part, HandSite):
            fail(child, "must be a part of the hand")
        active = part
    contact = look_up(element, "contact", inverted(words.CONTACTS))
    return Location(
        site,
        second,
        is_true(element, "behind"),
        contact,
        active,
        _style(site, second, contact) if active else ActiveStyle.NONE,
        is_true(element, "approx_location"),
    )


def _style(site: Site, second: Site | None, contact: Contact | None) -> ActiveStyle:
    """The order of place, part and contact that HamNoSys reads without doubt."""
    if isinstance(site, HandSite):
        return ActiveStyle.LEADING
    if contact and (second or isinstance(site, ArmSite)):
        return ActiveStyle.AFTER_CONTACT
    return ActiveStyle.TRAILING


def read_site(element: Element, tag: str) -> Site:
    """The place that attributes with this beginning name; neutral space where they name none.

    Raises SigmlError.
    """
    left = right = None
    surface: HandPlace | None = None
    for word in element.get(f"{tag}side", "").split():
        if word in _SURFACES:
            surface = _SURFACES[word]
        elif word.startswith("left_"):
            left = _beside(element, word)
        elif word.startswith("right_"):
            right = _beside(element, word)
        elif word != "front":
            fail(element, f"side={word!r} is not known")
    name = element.get(f"{tag}location") or element.get("bodypart")
    fingers = read_fingers(element, f"{tag}digits")
    if name is None and not fingers:
        return BodySite(BodyPlace.NEUTRAL_SPACE, left, right)
    parts = inverted(words.PARTS)
    if name is None or all(word in parts for word in name.split()):
        found = tuple(parts[word] for word in (name or "").split())
        return HandSite(None, fingers, found, bool(fingers), left, right)
    symbol = f"ham{name}"
    if symbol in set(HandPlace):
        return HandSite(HandPlace(symbol), left=left, right=right)
    if symbol in set(ArmPlace):
        place = ArmPlace(symbol)
        if place is ArmPlace.WRIST_BACK and surface is HandPlace.PALM:
            place, surface = ArmPlace.WRIST_PULSE, None
        return ArmSite(place, left, right, surface)
    if symbol in set(BodyPlace):
        return BodySite(BodyPlace(symbol), left, right)
    fail(element, f"location={name!r} is not known")


def _beside(element: Element, word: str) -> Beside:
    kind = {"at": Beside.AT, "beside": Beside.BESIDE}.get(word.partition("_")[2])
    if kind is None:
        fail(element, f"side={word!r} is not known")
    return kind
