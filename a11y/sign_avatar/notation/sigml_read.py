"""Gestural SiGML elements → ``SignNotation``, in HamNoSys' usual order of symbols."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NoReturn, TypeVar

from lxml import etree

from a11y.sign_avatar.notation import sigml_names as words
from a11y.sign_avatar.notation.errors import SigmlError, line_of
from a11y.sign_avatar.notation.model import (
    Action,
    ArmSite,
    BodyMovement,
    BodySite,
    Circle,
    CrossMovement,
    Extended,
    FingerContact,
    HandConstellation,
    Handshape,
    HandSite,
    Local,
    Location,
    LocationPair,
    Modifier,
    NoMotion,
    Palm,
    Parallel,
    Placement,
    Posture,
    PostureItem,
    PosturePair,
    Repeated,
    Replace,
    SecondShape,
    Sequence,
    ShapeDetail,
    SignNotation,
    Site,
    Split,
    Straight,
    Symmetry,
    Targeted,
    ThumbEnclosed,
    TouchingHands,
)
from a11y.sign_avatar.notation.vocabulary import (
    ActiveStyle,
    Arc,
    ArmPlace,
    Beside,
    BodyPlace,
    CirclePlane,
    Clock,
    Contact,
    Direction,
    Ellipse,
    Finger,
    Growth,
    HandPlace,
    LocalMovement,
    Manner,
    PalmTurn,
    Size,
    SymmetryKind,
    SymmetryModifier,
    Wave,
)

Element = etree._Element
_T = TypeVar("_T")
_SIZES = {"small": Size.SMALL, "big": Size.LARGE, "large": Size.LARGE}
_SURFACES = {
    "palmar": HandPlace.PALM,
    "dorsal": HandPlace.BACK,
    "radial": HandPlace.THUMB_SIDE,
    "ulnar": HandPlace.PINKY_SIDE,
}
_SYMMETRY = {
    "ud_symm": SymmetryModifier.UP_DOWN,
    "oi_symm": SymmetryModifier.OUT_IN,
    "outofphase": SymmetryModifier.ALTERNATING,
    "realspace": SymmetryModifier.NON_IPSI,
}
_PLACES = ("location_bodyarm", "location_hand", "split_location", "handconstellation")
_CONFIGS = ("handconfig", "split_handconfig")


def read_manual(element: Element) -> SignNotation:
    """A ``sign_manual``, or one that holds several. Raises SigmlError."""
    nested = element.findall("sign_manual")
    if not nested:
        return _manual(element, None)
    sign: SignNotation | None = None
    for part in reversed(nested):
        sign = _manual(part, sign)
    assert sign is not None
    return sign


def _fail(element: Element, what: str) -> NoReturn:
    raise SigmlError(f"<{element.tag}>: {what}", line=line_of(element))


def _look(element: Element, name: str, table: Mapping[str, _T]) -> _T | None:
    """The value an attribute stands for; None if it is not there."""
    text = element.get(name)
    if text is None:
        return None
    if text not in table:
        _fail(element, f"{name}={text!r} is not one of {', '.join(sorted(table))}")
    return table[text]


def _need(element: Element, name: str, table: Mapping[str, _T]) -> _T:
    value = _look(element, name, table)
    if value is None:
        _fail(element, f"the attribute {name} is missing")
    return value


def _true(element: Element, name: str) -> bool:
    return element.get(name) == "true"


def _children(element: Element) -> list[Element]:
    return [child for child in element if isinstance(child.tag, str)]


def _manual(element: Element, then: SignNotation | None) -> SignNotation:
    symmetry = None
    if _true(element, "both_hands"):
        kind = SymmetryKind.MIRROR if _true(element, "lr_symm") else SymmetryKind.PARALLEL
        modifiers = tuple(value for name, value in _SYMMETRY.items() if _true(element, name))
        symmetry = Symmetry(kind, modifiers)
    children = _children(element)
    body = tuple(_body_movement(child) for child in _drop(children, ("nonmanualconfig",)))
    posture = _posture(_drop(children, _CONFIGS))
    places = _drop(children, _PLACES)
    if len(places) > 1:
        _fail(places[1], "a second place where movements are expected")
    return SignNotation(
        posture=posture,
        symmetry=symmetry,
        nondominant=_true(element, "nondominant"),
        location=_placement(places[0]) if places else None,
        actions=tuple(_action(child) for child in children),
        body=body,
        then=then,
    )


def _drop(children: list[Element], tags: tuple[str, ...]) -> list[Element]:
    """Takes the leading children with these tags off the list."""
    taken: list[Element] = []
    while children and children[0].tag in tags:
        taken.append(children.pop(0))
    return taken


# --- postures ------------------------------------------------------------------------------------


def _posture(configs: list[Element]) -> tuple[PostureItem, ...]:
    """Several ``handconfig`` in a row that each give a part make one posture."""
    items: list[PostureItem] = []
    for config in configs:
        if config.tag == "split_handconfig":
            hands = _children(config)
            if len(hands) != 2:
                _fail(config, "must hold one handconfig for each hand")
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
    direction = _look(element, "extfidir", _values(Direction))
    if direction:
        extended = Extended(
            direction,
            _look(element, "second_extfidir", _values(Direction)),
            _true(element, "approx_extfidir"),
            _true(element, "rel_extfidir"),
        )
    turn = _look(element, "palmor", _values(PalmTurn))
    if turn:
        palm = Palm(
            turn,
            _look(element, "second_palmor", _values(PalmTurn)),
            _true(element, "approx_palmor"),
            _true(element, "rel_palmor"),
        )
    shape = _shape(element) if element.get("handshape") else None
    return Posture(shape, extended, palm)


def _values(kind: type[Direction] | type[PalmTurn] | type[CirclePlane]) -> dict[str, _T]:
    return {member.value: member for member in kind}  # type: ignore[misc]


def _invert(table: Mapping[_T, str]) -> dict[str, _T]:
    return {word: value for value, word in table.items()}


def _fingers(element: Element, name: str) -> tuple[Finger, ...]:
    digits = element.get(name, "")
    if any(digit not in "12345" for digit in digits):
        _fail(element, f"{name}={digits!r} must be digits from 1 (thumb) to 5")
    return tuple(list(Finger)[int(digit) - 1] for digit in digits)


def _shape(element: Element) -> Handshape:
    base = _need(element, "handshape", _invert(words.SHAPES) | {"ceeopen": words.CEES[-1]})
    details: list[ShapeDetail] = [*_base_details(element, "")]
    details += [*_fingers(element, "specialfingers"), *_fingers(element, "exempteddigits")]
    for finger in Finger:
        bending = _look(element, f"bend{finger.digit}", _invert(words.BENDINGS))
        if bending:
            details += [finger, bending]
    for tag in ("", "second_"):
        pair = _fingers(element, f"{tag}contactpair")
        if len(pair) == 2:
            part = _need(element, f"{tag}contactkind", _invert(words.PARTS))
            details.append(FingerContact(pair[0], part, pair[1]))
    between = _fingers(element, "thumbbetween")
    if len(between) == 2:
        details += [between[0], ThumbEnclosed(), between[1]]
    elif _true(element, "thumbenclosed"):
        details.append(ThumbEnclosed())
    touched = _look(element, "thumbcontact", _invert(words.PARTS))
    if touched:
        details.append(touched)
    second = _look(element, "second_handshape", _invert(words.SHAPES))
    if second:
        details += [SecondShape(second), *_base_details(element, "second_")]
    return Handshape(base, tuple(details), _true(element, "approx_shape"))


def _base_details(element: Element, tag: str) -> Iterator[ShapeDetail]:
    for name, table in (("thumbpos", words.THUMBS), ("ceeopening", words.OPENINGS)):
        thumb = _look(element, f"{tag}{name}", _invert(table))
        if thumb:
            yield thumb
    bending = _look(element, f"{tag}mainbend", _invert(words.BENDINGS))
    if bending:
        yield bending


# --- places --------------------------------------------------------------------------------------


def _placement(element: Element) -> Placement:
    if element.tag == "split_location":
        hands = _children(element)
        if len(hands) != 2:
            _fail(element, "must hold one place for each hand")
        return LocationPair(_location(hands[0]), _location(hands[1]))
    if element.tag != "handconstellation":
        return _location(element)
    contact = _look(element, "contact", _invert(words.CONTACTS))
    children = _children(element)
    hands = _drop(children, ("location_hand",))
    if len(hands) == 1:
        # JASigning also writes a hand's place on the other arm as location_bodyarm.
        hands += children[:1]
        del children[:1]
    at = _location(children[0]) if children else None
    if len(hands) == 2 and contact:
        dominant, weak = _site(hands[0], ""), _site(hands[1], "")
        if isinstance(dominant, BodySite) or isinstance(weak, BodySite):
            _fail(element, "must name parts of the hands or arms")
        return HandConstellation(dominant, weak, contact, at)
    if at and contact:
        return TouchingHands(contact, None, at)
    return at or Location(contact=contact or Contact.CLOSE)


def _location(element: Element) -> Location:
    if element.tag == "handconstellation":
        return Location(contact=_need(element, "contact", _invert(words.CONTACTS)))
    site = _site(element, "")
    second = None
    if element.get("second_location") or element.get("second_digits"):
        second = _site(element, "second_")
    active = None
    for child in _children(element):
        part = _site(child, "")
        if not isinstance(part, HandSite):
            _fail(child, "must be a part of the hand")
        active = part
    contact = _look(element, "contact", _invert(words.CONTACTS))
    return Location(
        site,
        second,
        _true(element, "behind"),
        contact,
        active,
        _style(site, second, contact) if active else ActiveStyle.NONE,
        _true(element, "approx_location"),
    )


def _style(site: Site, second: Site | None, contact: Contact | None) -> ActiveStyle:
    """The order of place, part and contact that HamNoSys reads without doubt."""
    if isinstance(site, HandSite):
        return ActiveStyle.LEADING
    if contact and (second or isinstance(site, ArmSite)):
        return ActiveStyle.AFTER_CONTACT
    return ActiveStyle.TRAILING


def _site(element: Element, tag: str) -> Site:
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
            _fail(element, f"side={word!r} is not known")
    name = element.get(f"{tag}location") or element.get("bodypart")
    fingers = _fingers(element, f"{tag}digits")
    if name is None and not fingers:
        return BodySite(BodyPlace.NEUTRAL_SPACE, left, right)
    parts = _invert(words.PARTS)
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
    _fail(element, f"location={name!r} is not known")


def _beside(element: Element, word: str) -> Beside:
    kind = {"at": Beside.AT, "beside": Beside.BESIDE}.get(word.partition("_")[2])
    if kind is None:
        _fail(element, f"side={word!r} is not known")
    return kind


# --- actions -------------------------------------------------------------------------------------


def _action(element: Element) -> Action:
    action = _plain(element)
    if element.tag != "rpt_motion" and _true(element, "alternating"):
        return Repeated(action=action, alternating=(0,))
    return action


def _plain(element: Element) -> Action:
    modifiers = tuple(_modifiers(element))
    match element.tag:
        case "directedmotion":
            straight = Straight(
                direction=_need(element, "direction", _values(Direction)),
                second=_look(element, "second_direction", _values(Direction)),
                modifiers=modifiers,
            )
            return _brushed(element, straight)
        case "circularmotion":
            circle = Circle(
                plane=_need(element, "axis", _values(CirclePlane)),
                second=_look(element, "second_axis", _values(CirclePlane)),
                modifiers=modifiers,
            )
            return _brushed(element, circle)
        case "wristmotion":
            kind = _need(element, "motion", _invert(words.WRIST))
            return Local(kind=kind, modifiers=modifiers)
        case "fingerplay":
            return Local(kind=LocalMovement.FINGER_PLAY, modifiers=modifiers)
        case "crossmotion":
            diagonal = _need(element, "cross", {"x": True, "plus": False})
            return CrossMovement(diagonal=diagonal, modifiers=modifiers)
        case "nomotion":
            return NoMotion(modifiers=modifiers)
        case "tgt_motion":
            return _targeted(element, modifiers)
        case "par_motion":
            return Parallel(actions=_actions(element), modifiers=modifiers)
        case "seq_motion":
            fused = _true(element, "fused")
            return Sequence(actions=_actions(element), fused=fused, modifiers=modifiers)
        case "split_motion":
            sides = _actions(element)
            if len(sides) != 2:
                _fail(element, "must hold one movement for each hand")
            return Split(dominant=sides[:1], weak=sides[1:], modifiers=modifiers)
        case "rpt_motion":
            return _repeated(element, modifiers)
        case "nonman_motion":
            return _body_movement(element)
        case _:
            _fail(element, "is no movement we know")


def _actions(element: Element) -> tuple[Action, ...]:
    actions = tuple(_action(child) for child in _children(element))
    if not actions:
        _fail(element, "holds no movement")
    return actions


def _brushed(element: Element, action: Straight | Circle) -> Action:
    places = _children(element)
    return Targeted(action=action, target=_placement(places[0])) if places else action


def _body_movement(element: Element) -> BodyMovement:
    children = _children(element)
    if len(children) != 2:
        _fail(element, "must hold a body part and a movement")
    site = _site(children[0], "")
    if isinstance(site, HandSite):
        _fail(children[0], "must be a part of the body or arm")
    return BodyMovement(site=site, action=_action(children[1]))


def _targeted(element: Element, modifiers: tuple[Modifier, ...]) -> Action:
    children = _children(element)
    action: Action
    if children and children[0].tag == "changeposture":
        change = children.pop(0)
        growth = {"towards_pinky": Growth.INCREASING, "towards_thumb": Growth.DECREASING}
        leading = _look(change, "successivefingers", growth)
        action = Replace(
            posture=_posture(_drop(children, _CONFIGS)),
            leading=(leading,) if leading else (),
            modifiers=modifiers,
        )
    elif children:
        action = _action(children.pop(0))
    else:
        _fail(element, "holds no movement")
    if not children:
        return action
    return Targeted(action=action, target=_placement(children[0]))


def _repeated(element: Element, modifiers: tuple[Modifier, ...]) -> Repeated:
    actions = _actions(element)
    if len(actions) != 1:
        _fail(element, "must hold exactly one movement")
    kinds = _invert(words.REPETITIONS)
    first = _need(element, "repetition", kinds)
    second = _look(element, "second_repetition", kinds)
    repetitions = (first, second) if second else (first,)
    alternating = [name for name in ("alternating", "second_alternating") if _true(element, name)]
    return Repeated(
        action=actions[0],
        repetitions=repetitions,
        alternating=(len(repetitions),) * len(alternating),
        approximate=_true(element, "approx_repetition"),
        modifiers=modifiers,
    )


def _modifiers(element: Element) -> Iterator[Modifier]:
    """In the usual order: size, arc, wave, ellipse, each with its size, clock, growth, manner."""
    found: list[Modifier | None] = [_look(element, "size", _SIZES)]
    found.append(_look(element, "curve", {arc.symbol.removeprefix("hamarc"): arc for arc in Arc}))
    found.append(_look(element, "curve_size", _SIZES))
    found.append(_look(element, "zigzag_style", {w.symbol.removeprefix("ham"): w for w in Wave}))
    found.append(_look(element, "zigzag_size", _SIZES))
    ellipses = {ellipse.symbol.removeprefix("hamellipse"): ellipse for ellipse in Ellipse}
    found.append(_look(element, "ellipse_direction", ellipses))
    found.append(_look(element, "ellipse_size", _SIZES))
    found.append(_look(element, "start", _invert(words.CLOCKS)))
    for tag in ("", "second_"):
        found.append(Clock.FULL if _true(element, f"{tag}clockplus") else None)
    found.append(_look(element, "end", _invert(words.CLOCKS)))
    growths = {growth.symbol.removeprefix("ham"): growth for growth in Growth}
    found.append(_look(element, "incrdecr", growths))
    manner = element.get("manner")
    for each in Manner:
        word = each.symbol.removeprefix("ham")
        found.append(each if _true(element, word) or manner == word else None)
    yield from (modifier for modifier in found if modifier is not None)
