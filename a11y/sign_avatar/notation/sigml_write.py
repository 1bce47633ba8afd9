"""``SignNotation`` → gestural SiGML elements."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from a11y.sign_avatar.notation import sigml_names as words
from a11y.sign_avatar.notation.model import (
    Action,
    BodyMovement,
    Circle,
    CrossMovement,
    Local,
    NoMotion,
    Parallel,
    Repeated,
    Replace,
    Sequence,
    SignNotation,
    Split,
    Straight,
    Targeted,
    WeakHand,
)
from a11y.sign_avatar.notation.sigml_elements import Element
from a11y.sign_avatar.notation.sigml_write_hands import unsupported, write_configs
from a11y.sign_avatar.notation.sigml_write_places import set_site, write_placement
from a11y.sign_avatar.notation.vocabulary import (
    Clock,
    Growth,
    LocalMovement,
    Size,
    SymmetryKind,
    SymmetryModifier,
)

_SIZES = {Size.SMALL: "small", Size.LARGE: "big"}
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


def _manual(sign: SignNotation) -> Element:
    if sign.marks or sign.alternatives:
        raise unsupported("dictionary marks and alternatives")
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
    element.extend(write_configs(sign.posture))
    if sign.location:
        element.append(write_placement(sign.location))
    element.extend(_action(action) for action in sign.actions)
    return element


# --- postures ------------------------------------------------------------------------------------


# --- places --------------------------------------------------------------------------------------


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
            raise unsupported("marks and alternatives among movements")


def _body_movement(movement: BodyMovement) -> tuple[Element, Element]:
    config = etree.Element("handconfig")
    set_site(config, movement.site, "")
    config.set("bodypart", config.attrib.pop("location", "neutralspace"))
    return config, _action(movement.action)


def _targeted(action: Targeted) -> Element:
    if isinstance(action.action, Replace):
        element = _action(action.action)
    else:
        element = etree.Element("tgt_motion")
        element.append(_action(action.action))
    element.append(write_placement(action.target))
    return element


def _repeated(action: Repeated) -> Element:
    inner = _action(action.action)
    if not action.repetitions:
        if action.modifiers or action.approximate or inner.tag == "rpt_motion":
            raise unsupported("an alternation with modifiers of its own")
        inner.set("alternating", "true")
        return inner
    if len(action.repetitions) > 2:
        raise unsupported("more than two repetition symbols")
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
            raise unsupported("modifiers before the new posture")
        towards = "pinky" if modifier is Growth.INCREASING else "thumb"
        change.set("successivefingers", f"towards_{towards}")
    element.extend(write_configs(action.posture))
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
