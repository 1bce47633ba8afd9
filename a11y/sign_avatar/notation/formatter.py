"""``SignNotation`` → HamNoSys 4, in names or Unicode: the exact string that was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from a11y.sign_avatar.notation.model import (
    Action,
    Alternatives,
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
    NoMotion,
    Noted,
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
    SignNotation,
    Site,
    Split,
    Straight,
    Targeted,
    ThumbEnclosed,
    TouchingHands,
    WeakHand,
)
from a11y.sign_avatar.notation.symbols import BY_NAME
from a11y.sign_avatar.notation.vocabulary import ActiveStyle

Names = Iterator[str]


def format_names(sign: SignNotation) -> str:
    """Symbol names separated by blanks."""
    return " ".join(names(sign))


def format_unicode(sign: SignNotation) -> str:
    """One character per symbol (Private Use Area)."""
    return "".join(BY_NAME[name].char for name in names(sign))


def names(sign: SignNotation) -> tuple[str, ...]:
    """All symbol names of the sign in order."""
    out = list(_compound(sign))
    for further in sign.alternatives:
        out += ["hammetaalt", *_compound(further)]
    return tuple(out)


def _compound(sign: SignNotation) -> Names:
    for part in sign.parts():
        yield from _sign(part)


def _sign(sign: SignNotation) -> Names:
    yield from (mark.symbol for mark in sign.marks)
    if sign.nondominant:
        yield "hamnondominant"
    if sign.symmetry:
        yield sign.symmetry.kind.symbol
        yield from (modifier.symbol for modifier in sign.symmetry.modifiers)
    yield from _actions(sign.body)
    yield from _items(sign.posture)
    if sign.location:
        yield from placement_names(sign.location)
    yield from _actions(sign.actions)


def _items(items: Iterable[PostureItem]) -> Names:
    for item in items:
        if isinstance(item, PosturePair):
            yield "hamparbegin"
            yield from posture_names(item.dominant)
            yield "hamplus"
            yield from posture_names(item.weak)
            yield "hamparend"
        else:
            yield from posture_names(item)


def posture_names(posture: Posture) -> Names:
    """The symbols of one hand's posture."""
    if posture.shape:
        yield from shape_names(posture.shape)
    if posture.extended:
        yield from _orientation(posture.extended, "hamextfinger")
    if posture.palm:
        yield from _orientation(posture.palm, "hampalm")
    yield from (bend.symbol for bend in posture.wrist)


def shape_names(shape: Handshape) -> Names:
    """The symbols of a handshape."""
    yield shape.base.symbol
    for detail in shape.details:
        if isinstance(detail, SecondShape):
            yield from ("hambetween", detail.base.symbol)
        elif isinstance(detail, ThumbEnclosed):
            yield "hambetween"
        elif isinstance(detail, FingerContact):
            yield from (detail.first.symbol, detail.part.symbol, detail.second.symbol)
        else:
            yield detail.symbol
    if shape.approximate:
        yield "hametc"


def _orientation(value: Extended | Palm, prefix: str) -> Names:
    first = value.direction if isinstance(value, Extended) else value.turn
    yield prefix + first.value
    if value.second:
        if not (isinstance(value, Extended) and value.joined):
            yield "hambetween"
        yield prefix + value.second.value
    if value.approximate:
        yield "hametc"
    if value.relative:
        yield "hamorirelative"


def placement_names(placement: Placement) -> Names:
    """The symbols of a place."""
    if isinstance(placement, Location):
        yield from _location(placement)
        return
    if isinstance(placement, TouchingHands):
        if placement.part:
            yield from _site(placement.part)
        yield placement.contact.symbol
        yield from _location(placement.at)
        return
    dominant, weak = placement.dominant, placement.weak
    at = placement.at if isinstance(placement, HandConstellation) else None
    first = isinstance(placement, HandConstellation) and placement.at_first
    if at and first:
        yield from _location(at)
    yield "hamparbegin"
    yield from _location(dominant) if isinstance(dominant, Location) else _site(dominant)
    yield "hamplus"
    yield from _location(weak) if isinstance(weak, Location) else _site(weak)
    yield "hamparend"
    if isinstance(placement, HandConstellation):
        yield placement.contact.symbol
    if at and not first:
        yield from _location(at)


def _location(location: Location) -> Names:
    style, active = location.style, location.active
    bracketed = style in (ActiveStyle.BRACKETED, ActiveStyle.BRACKETED_WITH_CONTACT)
    if bracketed:
        yield "hamseqbegin"
    if active and (bracketed or style is ActiveStyle.LEADING):
        yield from _site(active)
    if location.site:
        yield from _site(location.site)
    if location.second:
        yield "hambetween"
        yield from _site(location.second)
    if location.approximate:
        yield "hametc"
    if location.behind:
        yield "hambehind"
    if active and style is ActiveStyle.TRAILING:
        yield from _site(active)
    if style is ActiveStyle.BRACKETED:
        yield "hamseqend"
    if location.contact:
        yield location.contact.symbol
    if style is ActiveStyle.BRACKETED_WITH_CONTACT:
        yield "hamseqend"
    if active and style is ActiveStyle.AFTER_CONTACT:
        yield from _site(active)


def _site(site: Site) -> Names:
    if site.left:
        yield site.left.symbol
    if isinstance(site, BodySite | ArmSite):
        yield site.place.symbol
        if isinstance(site, ArmSite) and site.surface:
            yield site.surface.symbol
    else:
        yield from _hand_site(site)
    if site.right:
        yield site.right.symbol


def _hand_site(site: HandSite) -> Names:
    if site.region:
        yield site.region.symbol
    fingers = [finger.symbol for finger in site.fingers]
    parts = [part.symbol for part in site.parts]
    yield from (fingers + parts if site.fingers_first else parts + fingers)


def _actions(actions: Iterable[Action]) -> Names:
    for action in actions:
        yield from action_names(action)


def action_names(action: Action) -> Names:
    """The symbols of one action."""
    match action:
        case Noted():
            yield action.mark.symbol
        case WeakHand():
            yield "hamnondominant"
            yield from action_names(action.action)
        case BodyMovement():
            yield from _site(action.site)
            yield from action_names(action.action)
        case Targeted():
            yield from action_names(action.action)
            yield from placement_names(action.target)
        case Alternatives():
            for i, option in enumerate(action.options):
                yield "hammetaalt" if i else "hamaltbegin"
                yield from _actions(option)
            yield "hamaltend"
        case _:
            yield from _movement(action)
            yield from (modifier.symbol for modifier in action.modifiers)


def _movement(
    action: Straight
    | Circle
    | Local
    | CrossMovement
    | NoMotion
    | Replace
    | Parallel
    | Sequence
    | Split
    | Repeated,
) -> Names:
    match action:
        case Straight():
            yield "hammove" + action.direction.value
            if action.second:
                yield from ("hambetween", "hammove" + action.second.value)
        case Circle():
            yield action.plane.symbol
            if action.second:
                yield from ("hambetween", action.second.symbol)
        case Local():
            yield action.kind.symbol
        case CrossMovement():
            yield "hammoveX" if action.diagonal else "hammovecross"
        case NoMotion():
            yield "hamnomotion"
        case Replace():
            yield "hamreplace"
            yield from (modifier.symbol for modifier in action.leading)
            yield from _items(action.posture)
        case Parallel():
            yield from ("hamparbegin", *_actions(action.actions), "hamparend")
        case Sequence():
            kind = "fusion" if action.fused else "seq"
            yield from (f"ham{kind}begin", *_actions(action.actions), f"ham{kind}end")
        case Split():
            yield from ("hamparbegin", *_actions(action.dominant), "hamplus")
            yield from (*_actions(action.weak), "hamparend")
        case Repeated():
            yield from _repeated(action)


def _repeated(action: Repeated) -> Names:
    yield from action_names(action.action)
    for i in range(len(action.repetitions) + 1):
        yield from ["hamalternatingmotion"] * action.alternating.count(i)
        if i < len(action.repetitions):
            yield action.repetitions[i].symbol
    if action.approximate:
        yield "hametc"
