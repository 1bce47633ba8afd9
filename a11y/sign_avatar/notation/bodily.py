"""Movements of the body that a sign asks for (``hamshoulders hammoveu``): where they are written,
and which of them are leans of the trunk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from a11y.sign_avatar.notation.model import (
    Action,
    BodyMovement,
    BodySite,
    Repeated,
    SignNotation,
    Straight,
)
from a11y.sign_avatar.notation.vocabulary import BodyPlace

_TRUNK = (BodyPlace.SHOULDERS, BodyPlace.CHEST, BodyPlace.STOMACH, BodyPlace.BELOW_STOMACH)


def body_movements(sign: SignNotation) -> tuple[BodyMovement, ...]:
    """All body movements of one part of a sign, in the order in which they are written."""
    return tuple(_found((sign.body, sign.actions)))


def lean_of(movement: BodyMovement) -> tuple[Straight, int] | None:
    """The straight way in which the trunk leans, and how often; None where the movement is of
    another part (head, arm, one shoulder), no straight one, or only up or down."""
    action: Action = movement.action
    times = 1
    if isinstance(action, Repeated):
        times = action.times
        action = action.action
    site = movement.site
    if not isinstance(action, Straight) or not isinstance(site, BodySite):
        return None
    right, _, out = action.direction.axes
    one_sided = site.left is not site.right
    if site.place not in _TRUNK or one_sided or not (right or out):
        return None
    return action, times


def _found(value: object) -> Iterator[BodyMovement]:
    if isinstance(value, BodyMovement):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _found(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _found(getattr(value, field.name))
