"""Reading movements, groups of movements, targets and repetitions."""

from __future__ import annotations

from a11y.sign_avatar.notation.cursor import Cursor
from a11y.sign_avatar.notation.model import (
    Action,
    Alternatives,
    ArmSite,
    BodyMovement,
    BodySite,
    Circle,
    CrossMovement,
    Local,
    Modifier,
    NoMotion,
    Noted,
    Parallel,
    Repeated,
    Replace,
    Sequence,
    Split,
    Straight,
    Targeted,
    WeakHand,
)
from a11y.sign_avatar.notation.read_place import read_placement, read_site, starts_site
from a11y.sign_avatar.notation.read_posture import read_items
from a11y.sign_avatar.notation.vocabulary import (
    Arc,
    CirclePlane,
    Clock,
    Direction,
    Ellipse,
    Growth,
    LocalMovement,
    Manner,
    Mark,
    Repetition,
    Size,
    Wave,
)

MARK_BLOCKS = ("punctuation", "mark", "coreference", "etc")
_SIMPLE_BLOCKS = ("straight", "circle", "local", "cross", "no-motion", "replace")
_MODIFIERS: dict[str, type[Modifier]] = {
    "size": Size,
    "arc": Arc,
    "wave": Wave,
    "ellipse": Ellipse,
    "growth": Growth,
    "manner": Manner,
    "clock": Clock,
}
_OPENINGS = ("hamparbegin", "hamseqbegin", "hamfusionbegin", "hamaltbegin")
_GRIP = ("base", "direction", "palm")
_MOVEMENT = "a movement"


def starts_action(cursor: Cursor) -> bool:
    """Whether an action can be read here (and not the posture of a further sign)."""
    block, name = cursor.block, cursor.name
    if block in _SIMPLE_BLOCKS or block in MARK_BLOCKS:
        return True
    if name == "hamparbegin":
        return cursor.block_ahead(1) not in _GRIP
    if name == "hamnondominant":
        pair = cursor.ahead(1) == "hamparbegin" and cursor.block_ahead(2) in _GRIP
        return not pair and cursor.block_ahead(1) not in (*_GRIP, "symmetry")
    if name in _OPENINGS:
        return True
    return starts_site(cursor)


def read_actions(cursor: Cursor) -> tuple[Action, ...]:
    """As many actions as there are, perhaps none."""
    actions: list[Action] = []
    while starts_action(cursor):
        actions.append(read_action(cursor))
    return tuple(actions)


def read_action(cursor: Cursor) -> Action:
    """One action with its target and repetitions."""
    cursor.go_deeper()
    action = _read_plain(cursor)
    while not isinstance(action, Noted):
        if cursor.block in ("repetition", "alternating"):
            action = _read_repeated(cursor, action)
            continue
        if isinstance(action, Targeted):
            break
        target = read_placement(cursor)
        if target is None:
            break
        action = Targeted(action=action, target=target)
    cursor.go_up()
    return action


def _read_plain(cursor: Cursor) -> Action:
    block, name = cursor.block, cursor.name
    if block == "straight":
        return _read_straight(cursor)
    if block == "circle":
        return _read_circle(cursor)
    if block == "local":
        return Local(kind=LocalMovement(cursor.take()), modifiers=_modifiers(cursor))
    if block == "cross":
        diagonal = cursor.take() == "hammoveX"
        return CrossMovement(diagonal=diagonal, modifiers=_modifiers(cursor))
    if block == "no-motion":
        cursor.take()
        return NoMotion(modifiers=_modifiers(cursor))
    if block == "replace":
        return _read_replace(cursor)
    if block in MARK_BLOCKS:
        return Noted(mark=Mark(cursor.take()))
    if name == "hamnondominant":
        cursor.take()
        return WeakHand(action=read_action(cursor))
    if name == "hamparbegin":
        return _read_parallel(cursor)
    if name == "hamseqbegin":
        return _read_sequence(cursor, "hamseqend")
    if name == "hamfusionbegin":
        return _read_sequence(cursor, "hamfusionend")
    if name == "hamaltbegin":
        return _read_alternatives(cursor)
    if starts_site(cursor):
        return read_body_movement(cursor)
    cursor.fail(_MOVEMENT)


def _modifiers(cursor: Cursor) -> tuple[Modifier, ...]:
    modifiers: list[Modifier] = []
    while kind := _MODIFIERS.get(cursor.block):
        modifiers.append(kind(cursor.take()))
    return tuple(modifiers)


def _read_straight(cursor: Cursor) -> Straight:
    direction = Direction(cursor.take().removeprefix("hammove"))
    second = None
    if cursor.skip("hambetween"):
        if cursor.block != "straight":
            cursor.fail("a straight movement")
        second = Direction(cursor.take().removeprefix("hammove"))
    return Straight(direction=direction, second=second, modifiers=_modifiers(cursor))


def _read_circle(cursor: Cursor) -> Circle:
    plane = CirclePlane(cursor.take().removeprefix("hamcircle"))
    second = None
    if cursor.skip("hambetween"):
        if cursor.block != "circle":
            cursor.fail("a circular movement")
        second = CirclePlane(cursor.take().removeprefix("hamcircle"))
    return Circle(plane=plane, second=second, modifiers=_modifiers(cursor))


def _read_replace(cursor: Cursor) -> Replace:
    cursor.take()
    leading = _modifiers(cursor)
    posture = read_items(cursor)
    if not posture and not starts_site(cursor):
        cursor.fail("a handshape", "an extended finger direction", "a palm orientation", "a place")
    return Replace(posture=posture, leading=leading, modifiers=_modifiers(cursor))


def _read_some(cursor: Cursor) -> tuple[Action, ...]:
    actions = read_actions(cursor)
    if not actions:
        cursor.fail(_MOVEMENT)
    return actions


def _read_parallel(cursor: Cursor) -> Parallel | Split:
    cursor.take()
    dominant = _read_some(cursor)
    if cursor.skip("hamplus"):
        weak = _read_some(cursor)
        cursor.expect("hamparend", _MOVEMENT)
        return Split(dominant=dominant, weak=weak, modifiers=_modifiers(cursor))
    cursor.expect("hamparend", "hamplus", _MOVEMENT)
    return Parallel(actions=dominant, modifiers=_modifiers(cursor))


def _read_sequence(cursor: Cursor, closing: str) -> Sequence:
    cursor.take()
    actions = _read_some(cursor)
    cursor.expect(closing, _MOVEMENT)
    return Sequence(actions=actions, fused=closing == "hamfusionend", modifiers=_modifiers(cursor))


def _read_alternatives(cursor: Cursor) -> Alternatives:
    cursor.take()
    options = [read_actions(cursor)]
    while cursor.skip("hammetaalt"):
        options.append(read_actions(cursor))
    cursor.expect("hamaltend", "hammetaalt", _MOVEMENT)
    return Alternatives(options=tuple(options))


def _read_repeated(cursor: Cursor, action: Action) -> Repeated:
    repetitions: list[Repetition] = []
    alternating: list[int] = []
    while cursor.block in ("repetition", "alternating"):
        if cursor.block == "alternating":
            cursor.take()
            alternating.append(len(repetitions))
        else:
            repetitions.append(Repetition(cursor.take()))
    return Repeated(
        action=action,
        repetitions=tuple(repetitions),
        alternating=tuple(alternating),
        approximate=cursor.skip("hametc"),
        modifiers=_modifiers(cursor),
    )


def read_body_movement(cursor: Cursor) -> BodyMovement:
    """``hamshoulders hammoveu``: a part of the body or arm and what it does."""
    start = cursor.position
    site = read_site(cursor)
    if not isinstance(site, BodySite | ArmSite):
        cursor.position = start
        cursor.fail(_MOVEMENT)
    if cursor.block not in (*_SIMPLE_BLOCKS, "bracket"):
        cursor.fail(_MOVEMENT)
    return BodyMovement(site=site, action=read_action(cursor))
