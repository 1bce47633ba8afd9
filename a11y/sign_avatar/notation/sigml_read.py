"""Gestural SiGML elements → ``SignNotation``, in HamNoSys' usual order of symbols."""

from __future__ import annotations

from collections.abc import Iterator

from a11y.sign_avatar.notation import sigml_names as words
from a11y.sign_avatar.notation.model import (
    Action,
    BodyMovement,
    Circle,
    CrossMovement,
    HandSite,
    Local,
    Modifier,
    NoMotion,
    Parallel,
    Repeated,
    Replace,
    Sequence,
    SignNotation,
    Split,
    Straight,
    Symmetry,
    Targeted,
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
    values_of,
)
from a11y.sign_avatar.notation.sigml_read_hands import CONFIGS, read_posture
from a11y.sign_avatar.notation.sigml_read_places import read_placement, read_site
from a11y.sign_avatar.notation.vocabulary import (
    Arc,
    CirclePlane,
    Clock,
    Direction,
    Ellipse,
    Growth,
    LocalMovement,
    Manner,
    Size,
    SymmetryKind,
    SymmetryModifier,
    Wave,
)

_SIZES = {"small": Size.SMALL, "big": Size.LARGE, "large": Size.LARGE}
_SYMMETRY = {
    "ud_symm": SymmetryModifier.UP_DOWN,
    "oi_symm": SymmetryModifier.OUT_IN,
    "outofphase": SymmetryModifier.ALTERNATING,
    "realspace": SymmetryModifier.NON_IPSI,
}
_PLACES = ("location_bodyarm", "location_hand", "split_location", "handconstellation")


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


def _manual(element: Element, then: SignNotation | None) -> SignNotation:
    symmetry = None
    if is_true(element, "both_hands"):
        kind = SymmetryKind.MIRROR if is_true(element, "lr_symm") else SymmetryKind.PARALLEL
        modifiers = tuple(value for name, value in _SYMMETRY.items() if is_true(element, name))
        symmetry = Symmetry(kind, modifiers)
    children = children_of(element)
    body = tuple(_body_movement(child) for child in drop_leading(children, ("nonmanualconfig",)))
    posture = read_posture(drop_leading(children, CONFIGS))
    places = drop_leading(children, _PLACES)
    if len(places) > 1:
        fail(places[1], "a second place where movements are expected")
    return SignNotation(
        posture=posture,
        symmetry=symmetry,
        nondominant=is_true(element, "nondominant"),
        location=read_placement(places[0]) if places else None,
        actions=tuple(_action(child) for child in children),
        body=body,
        then=then,
    )


# --- postures ------------------------------------------------------------------------------------


# --- places --------------------------------------------------------------------------------------


# --- actions -------------------------------------------------------------------------------------


def _action(element: Element) -> Action:
    action = _plain(element)
    if element.tag != "rpt_motion" and is_true(element, "alternating"):
        return Repeated(action=action, alternating=(0,))
    return action


def _plain(element: Element) -> Action:
    modifiers = tuple(_modifiers(element))
    match element.tag:
        case "directedmotion":
            straight = Straight(
                direction=need(element, "direction", values_of(Direction)),
                second=look_up(element, "second_direction", values_of(Direction)),
                modifiers=modifiers,
            )
            return _brushed(element, straight)
        case "circularmotion":
            circle = Circle(
                plane=need(element, "axis", values_of(CirclePlane)),
                second=look_up(element, "second_axis", values_of(CirclePlane)),
                modifiers=modifiers,
            )
            return _brushed(element, circle)
        case "wristmotion":
            kind = need(element, "motion", inverted(words.WRIST))
            return Local(kind=kind, modifiers=modifiers)
        case "fingerplay":
            return Local(kind=LocalMovement.FINGER_PLAY, modifiers=modifiers)
        case "crossmotion":
            diagonal = need(element, "cross", {"x": True, "plus": False})
            return CrossMovement(diagonal=diagonal, modifiers=modifiers)
        case "nomotion":
            return NoMotion(modifiers=modifiers)
        case "tgt_motion":
            return _targeted(element, modifiers)
        case "par_motion":
            return Parallel(actions=_actions(element), modifiers=modifiers)
        case "seq_motion":
            fused = is_true(element, "fused")
            return Sequence(actions=_actions(element), fused=fused, modifiers=modifiers)
        case "split_motion":
            sides = _actions(element)
            if len(sides) != 2:
                fail(element, "must hold one movement for each hand")
            return Split(dominant=sides[:1], weak=sides[1:], modifiers=modifiers)
        case "rpt_motion":
            return _repeated(element, modifiers)
        case "nonman_motion":
            return _body_movement(element)
        case _:
            fail(element, "is no movement we know")


def _actions(element: Element) -> tuple[Action, ...]:
    actions = tuple(_action(child) for child in children_of(element))
    if not actions:
        fail(element, "holds no movement")
    return actions


def _brushed(element: Element, action: Straight | Circle) -> Action:
    places = children_of(element)
    return Targeted(action=action, target=read_placement(places[0])) if places else action


def _body_movement(element: Element) -> BodyMovement:
    children = children_of(element)
    if len(children) != 2:
        fail(element, "must hold a body part and a movement")
    site = read_site(children[0], "")
    if isinstance(site, HandSite):
        fail(children[0], "must be a part of the body or arm")
    return BodyMovement(site=site, action=_action(children[1]))


def _targeted(element: Element, modifiers: tuple[Modifier, ...]) -> Action:
    children = children_of(element)
    action: Action
    if children and children[0].tag == "changeposture":
        change = children.pop(0)
        growth = {"towards_pinky": Growth.INCREASING, "towards_thumb": Growth.DECREASING}
        leading = look_up(change, "successivefingers", growth)
        action = Replace(
            posture=read_posture(drop_leading(children, CONFIGS)),
            leading=(leading,) if leading else (),
            modifiers=modifiers,
        )
    elif children:
        action = _action(children.pop(0))
    else:
        fail(element, "holds no movement")
    if not children:
        return action
    return Targeted(action=action, target=read_placement(children[0]))


def _repeated(element: Element, modifiers: tuple[Modifier, ...]) -> Repeated:
    actions = _actions(element)
    if len(actions) != 1:
        fail(element, "must hold exactly one movement")
    kinds = inverted(words.REPETITIONS)
    first = need(element, "repetition", kinds)
    second = look_up(element, "second_repetition", kinds)
    repetitions = (first, second) if second else (first,)
    alternating = [name for name in ("alternating", "second_alternating") if is_true(element, name)]
    return Repeated(
        action=actions[0],
        repetitions=repetitions,
        alternating=(len(repetitions),) * len(alternating),
        approximate=is_true(element, "approx_repetition"),
        modifiers=modifiers,
    )


def _modifiers(element: Element) -> Iterator[Modifier]:
    """In the usual order: size, arc, wave, ellipse, each with its size, clock, growth, manner."""
    found: list[Modifier | None] = [look_up(element, "size", _SIZES)]
    found.append(look_up(element, "curve", {arc.symbol.removeprefix("hamarc"): arc for arc in Arc}))
    found.append(look_up(element, "curve_size", _SIZES))
    found.append(look_up(element, "zigzag_style", {w.symbol.removeprefix("ham"): w for w in Wave}))
    found.append(look_up(element, "zigzag_size", _SIZES))
    ellipses = {ellipse.symbol.removeprefix("hamellipse"): ellipse for ellipse in Ellipse}
    found.append(look_up(element, "ellipse_direction", ellipses))
    found.append(look_up(element, "ellipse_size", _SIZES))
    found.append(look_up(element, "start", inverted(words.CLOCKS)))
    for tag in ("", "second_"):
        found.append(Clock.FULL if is_true(element, f"{tag}clockplus") else None)
    found.append(look_up(element, "end", inverted(words.CLOCKS)))
    growths = {growth.symbol.removeprefix("ham"): growth for growth in Growth}
    found.append(look_up(element, "incrdecr", growths))
    manner = element.get("manner")
    for each in Manner:
        word = each.symbol.removeprefix("ham")
        found.append(each if is_true(element, word) or manner == word else None)
    yield from (modifier for modifier in found if modifier is not None)
