"""``SignNotation`` → gestural SiGML elements."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from a11y.sign_avatar.notation import sigml_names as words
from a11y.sign_avatar.notation.errors import SigmlError
from a11y.sign_avatar.notation.model import (
    Action,
    ArmSite,
    BodyMovement,
    BodySite,
    Circle,
    CrossMovement,
    FingerContact,
    HandConstellation,
    Handshape,
    HandSite,
    Local,
    Location,
    LocationPair,
    NoMotion,
    Parallel,
    Placement,
    Posture,
    PostureItem,
    PosturePair,
    Repeated,
    Replace,
    Sequence,
    SignNotation,
    Site,
    Split,
    Straight,
    Targeted,
    ThumbEnclosed,
    TouchingHands,
    WeakHand,
)
from a11y.sign_avatar.notation.vocabulary import (
    ArmPlace,
    BodyPlace,
    Clock,
    Finger,
    FingerPart,
    Growth,
    HandPlace,
    LocalMovement,
    Size,
    SymmetryKind,
    SymmetryModifier,
)

Element = etree._Element
_SIZES = {Size.SMALL: "small", Size.LARGE: "big"}
_SURFACES = {
    HandPlace.PALM: "palmar",
    HandPlace.BACK: "dorsal",
    HandPlace.THUMB_SIDE: "radial",
    HandPlace.PINKY_SIDE: "ulnar",
}
_SYMMETRY = {
    SymmetryModifier.UP_DOWN: "ud_symm",
    SymmetryModifier.OUT_IN: "oi_symm",
    SymmetryModifier.ALTERNATING: "outofphase",
    SymmetryModifier.NON_IPSI: "realspace",
}


def sign_element(sign: SignNotation) -> Element:
    """``sign_manual``. Raises SigmlError for what gestural SiGML has no words for."""
    parts = sign.parts()
    if len(parts) == 1:
        return _manual(sign)
    whole = etree.Element("sign_manual")
    whole.extend(_manual(part) for part in parts)
    return whole


def _unsupported(what: str) -> SigmlError:
    return SigmlError(f"Gestural SiGML has no words for {what}; use the plain form")


def _manual(sign: SignNotation) -> Element:
    if sign.marks or sign.alternatives:
        raise _unsupported("dictionary marks and alternatives")
    element = etree.Element("sign_manual")
    if sign.nondominant:
        element.set("nondominant", "true")
    if sign.symmetry:
        element.set("both_hands", "true")
        if sign.symmetry.kind is SymmetryKind.MIRROR:
            element.set("lr_symm", "true")
        for modifier, word in _SYMMETRY.items():
            if modifier in sign.symmetry.modifiers:
                element.set(word, "true")
    for movement in sign.body:
        config = etree.SubElement(element, "nonmanualconfig")
        config.extend(_body_movement(movement))
    element.extend(_configs(sign.posture))
    if sign.location:
        element.append(_placement(sign.location))
    element.extend(_action(action) for action in sign.actions)
    return element


# --- postures ------------------------------------------------------------------------------------


def _configs(items: Iterable[PostureItem]) -> Iterable[Element]:
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
        raise _unsupported("obsolete wrist positions")
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


def _digits(fingers: Iterable[Finger]) -> str:
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
                element.set("thumbbetween", _digits(fingers))
            else:
                element.set("thumbenclosed", "true")
    enclosing = {int(digit) for digit in element.get("thumbbetween", "")}
    named = [finger for finger in first.named if finger.digit not in enclosing]
    if named:
        kind = "specialfingers" if first.picks else "exempteddigits"
        element.set(kind, _digits(named))
    for finger, bending in sorted(first.bent.items(), key=lambda item: item[0].digit):
        element.set(f"bend{finger.digit}", words.BENDINGS[bending])
    contacts = [detail for detail in details if isinstance(detail, FingerContact)]
    for tag, contact in zip(("", "second_"), contacts, strict=False):
        element.set(f"{tag}contactpair", _digits((contact.first, contact.second)))
        element.set(f"{tag}contactkind", words.PARTS[contact.part])
    parts = [detail for detail in details if isinstance(detail, FingerPart)]
    if parts:
        element.set("thumbcontact", words.PARTS[parts[0]])
    if second:
        if second.named or second.bent:
            raise _unsupported("named fingers in the second of two shapes")
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


# --- places --------------------------------------------------------------------------------------


def _placement(placement: Placement) -> Element:
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
        _set_site(element, location.second, "second_")
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
    _set_site(element, site, "")
    return element


def _set_site(element: Element, site: Site, tag: str) -> None:
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
            raise _unsupported("the ball of the thumb on an arm")
        if surface:
            sides.append(_SURFACES[surface])
    else:
        if site.region:
            element.set(f"{tag}location", site.region.symbol.removeprefix("ham"))
        if site.parts:
            element.set(f"{tag}location", " ".join(words.PARTS[part] for part in site.parts))
        if site.fingers:
            element.set(f"{tag}digits", _digits(site.fingers))
    if sides:
        element.set(f"{tag}side", " ".join(sides))


# --- actions -------------------------------------------------------------------------------------

_Moving = (
    Straight
    | Circle
    | Local
    | CrossMovement
    | NoMotion
    | Replace
    | Parallel
    | Sequence
    | Split
    | Repeated
)


def _action(action: Action) -> Element:
    match action:
        case Targeted():
            return _targeted(action)
        case WeakHand():
            split = etree.Element("split_motion")
            split.extend((etree.Element("nomotion"), _action(action.action)))
            return split
        case BodyMovement():
            element = etree.Element("nonman_motion")
            element.extend(_body_movement(action))
            return element
        case Repeated():
            return _repeated(action)
        case (
            Straight()
            | Circle()
            | Local()
            | CrossMovement()
            | NoMotion()
            | Replace()
            | Parallel()
            | Sequence()
            | Split()
        ):
            element = _motion(action)
            _set_modifiers(element, action)
            return element
        case _:
            raise _unsupported("marks and alternatives among movements")


def _body_movement(movement: BodyMovement) -> tuple[Element, Element]:
    config = etree.Element("handconfig")
    _set_site(config, movement.site, "")
    config.set("bodypart", config.attrib.pop("location", "neutralspace"))
    return config, _action(movement.action)


def _targeted(action: Targeted) -> Element:
    if isinstance(action.action, Replace):
        element = _action(action.action)
    else:
        element = etree.Element("tgt_motion")
        element.append(_action(action.action))
    element.append(_placement(action.target))
    return element


def _repeated(action: Repeated) -> Element:
    inner = _action(action.action)
    if not action.repetitions:
        if action.modifiers or action.approximate or inner.tag == "rpt_motion":
            raise _unsupported("an alternation with modifiers of its own")
        inner.set("alternating", "true")
        return inner
    if len(action.repetitions) > 2:
        raise _unsupported("more than two repetition symbols")
    element = etree.Element("rpt_motion")
    for tag, repetition in zip(("", "second_"), action.repetitions, strict=False):
        element.set(f"{tag}repetition", words.REPETITIONS[repetition])
    for tag, _ in zip(("", "second_"), action.alternating, strict=False):
        element.set(f"{tag}alternating", "true")
    if action.approximate:
        element.set("approx_repetition", "true")
    _set_modifiers(element, action)
    element.append(inner)
    return element


def _motion(action: _Moving) -> Element:
    match action:
        case Straight():
            element = etree.Element("directedmotion", direction=action.direction.value)
            if action.second:
                element.set("second_direction", action.second.value)
        case Circle():
            element = etree.Element("circularmotion", axis=action.plane.value)
            if action.second:
                element.set("second_axis", action.second.value)
        case Local():
            if action.kind is LocalMovement.FINGER_PLAY:
                element = etree.Element("fingerplay")
            else:
                element = etree.Element("wristmotion", motion=words.WRIST[action.kind])
        case CrossMovement():
            element = etree.Element("crossmotion", cross="x" if action.diagonal else "plus")
        case NoMotion():
            element = etree.Element("nomotion")
        case Replace():
            element = _replace(action)
        case Parallel():
            element = _group("par_motion", action.actions)
        case Sequence():
            element = _group("seq_motion", action.actions)
            if action.fused:
                element.set("fused", "true")
        case Split():
            element = etree.Element("split_motion")
            element.extend((_side(action.dominant), _side(action.weak)))
        case _:
            raise AssertionError(action)
    return element


def _group(tag: str, actions: Iterable[Action]) -> Element:
    element = etree.Element(tag)
    element.extend(_action(action) for action in actions)
    return element


def _side(actions: tuple[Action, ...]) -> Element:
    return _action(actions[0]) if len(actions) == 1 else _group("par_motion", actions)


def _replace(action: Replace) -> Element:
    element = etree.Element("tgt_motion")
    change = etree.SubElement(element, "changeposture")
    for modifier in action.leading:
        if not isinstance(modifier, Growth):
            raise _unsupported("modifiers before the new posture")
        towards = "pinky" if modifier is Growth.INCREASING else "thumb"
        change.set("successivefingers", f"towards_{towards}")
    element.extend(_configs(action.posture))
    return element


def _set_modifiers(element: Element, action: _Moving) -> None:
    if action.size:
        element.set("size", _SIZES[action.size])
    if action.arc:
        element.set("curve", action.arc.symbol.removeprefix("hamarc"))
    if action.arc_size:
        element.set("curve_size", _SIZES[action.arc_size])
    if action.wave:
        element.set("zigzag_style", action.wave.symbol.removeprefix("ham"))
    if action.wave_size:
        element.set("zigzag_size", _SIZES[action.wave_size])
    if action.ellipse:
        element.set("ellipse_direction", action.ellipse.symbol.removeprefix("hamellipse"))
    if action.ellipse_size:
        element.set("ellipse_size", _SIZES[action.ellipse_size])
    places = [clock for clock in action.clocks if clock is not Clock.FULL]
    for name, clock in zip(("start", "end"), places, strict=False):
        element.set(name, words.CLOCKS[clock])
    for tag, _ in zip(("", "second_"), [c for c in action.clocks if c is Clock.FULL], strict=False):
        element.set(f"{tag}clockplus", "true")
    if action.growth:
        element.set("incrdecr", action.growth.symbol.removeprefix("ham"))
    for manner in sorted(action.manners):
        element.set(manner.symbol.removeprefix("ham"), "true")
