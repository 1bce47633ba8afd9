"""Where a hand is and what it touches, as elements for locations."""

from __future__ import annotations

from lxml import etree

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
from a11y.sign_avatar.notation.sigml_elements import Element
from a11y.sign_avatar.notation.sigml_write_hands import digits, unsupported
from a11y.sign_avatar.notation.vocabulary import (
    ArmPlace,
    BodyPlace,
    HandPlace,
)

_SURFACES = {
    HandPlace.PALM: "palmar",
    HandPlace.BACK: "dorsal",
    HandPlace.THUMB_SIDE: "radial",
    HandPlace.PINKY_SIDE: "ulnar",
}


def write_placement(placement: Placement) -> Element:
    """The element for where the hands are."""
    if isinstance(placement, Location):
        return _location(placement)
    if isinstance(placement, LocationPair):
        split = etree.Element("split_location")
        split.extend((_location(placement.dominant), _location(placement.weak)))
        return split
    element = etree.Element("handconstellation", contact=words.CONTACTS[placement.contact])
    if isinstance(placement, HandConstellation):
        element.extend((_part(placement.dominant), _part(placement.weak)))
    elif placement.part:
        element.extend((_part(placement.part), _part(placement.part)))
    if placement.at:
        element.append(_location(placement.at))
    else:
        assert not isinstance(placement, TouchingHands)
    return element


def _location(location: Location) -> Element:
    if location.site is None:
        assert location.contact is not None
        return etree.Element("handconstellation", contact=words.CONTACTS[location.contact])
    element = _part(location.site)
    if location.second:
        set_site(element, location.second, "second_")
    for name, value in (("behind", location.behind), ("approx_location", location.approximate)):
        if value:
            element.set(name, "true")
    if location.contact:
        element.set("contact", words.CONTACTS[location.contact])
    if location.active:
        element.append(_part(location.active))
    return element


def _part(site: Site) -> Element:
    tag = "location_hand" if isinstance(site, HandSite) else "location_bodyarm"
    element = etree.Element(tag)
    set_site(element, site, "")
    return element


def set_site(element: Element, site: Site, tag: str) -> None:
    """Writes a place into attributes with this beginning."""
    sides = [
        f"{name}_{side.symbol.removeprefix('hamlr')}"
        for name, side in (("left", site.left), ("right", site.right))
        if side
    ]
    if isinstance(site, BodySite):
        if site.place is not BodyPlace.NEUTRAL_SPACE or tag:
            element.set(f"{tag}location", site.place.symbol.removeprefix("ham"))
    elif isinstance(site, ArmSite):
        pulse = site.place is ArmPlace.WRIST_PULSE
        place = ArmPlace.WRIST_BACK if pulse else site.place
        element.set(f"{tag}location", place.symbol.removeprefix("ham"))
        surface = HandPlace.PALM if pulse else site.surface
        if surface is HandPlace.THUMB_BALL:
            raise unsupported("the ball of the thumb on an arm")
        if surface:
            sides.append(_SURFACES[surface])
    else:
        if site.region:
            element.set(f"{tag}location", site.region.symbol.removeprefix("ham"))
        if site.parts:
            element.set(f"{tag}location", " ".join(words.PARTS[part] for part in site.parts))
        if site.fingers:
            element.set(f"{tag}digits", digits(site.fingers))
    if sides:
        element.set(f"{tag}side", " ".join(sides))
