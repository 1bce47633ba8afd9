"""Modifiers that say nothing about the movement they are written behind (``hamclocku`` behind a
straight one), or contradict one written before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from a11y.sign_avatar.notation.actions import Modifier
from a11y.sign_avatar.notation.model import (
    Circle,
    CrossMovement,
    Handshape,
    Local,
    NoMotion,
    Parallel,
    Repeated,
    Replace,
    Sequence,
    SignNotation,
    Split,
    Straight,
)
from a11y.sign_avatar.notation.vocabulary import (
    Arc,
    Base,
    Bending,
    Clock,
    Ellipse,
    Growth,
    Manner,
    Size,
    Thumb,
    Wave,
)

_GROUP: tuple[type, ...] = (Size, Growth, Manner)
_MEANT: dict[type, tuple[type, ...]] = {
    Straight: (Size, Arc, Wave, Manner),
    Circle: (Size, Ellipse, Clock, Growth, Manner),
    Local: (Size, Growth, Manner),
    CrossMovement: (Size, Manner),
    NoMotion: (Manner,),
    Replace: (Manner,),
    Parallel: _GROUP,
    Sequence: _GROUP,
    Split: _GROUP,
    Repeated: _GROUP,
}
_WITH_A_WAVE = (Ellipse, Growth)
_MODIFIED = tuple(_MEANT)
_ONE_OF_A_KIND = (Arc, Wave, Ellipse, Growth)


def unused(sign: SignNotation) -> tuple[str, ...]:
    """Names of symbols that change nothing where they stand, each once, in written order."""
    out: list[str] = []
    for value in _parts_of(sign):
        found = _of_shape(value) if isinstance(value, Handshape) else _of_action(value)
        out += [name for name in found if name not in out]
    return tuple(out)


def _of_shape(shape: Handshape) -> list[str]:
    """A second thumb or bending of all fingers, and bendings of a fist, which has none to bend."""
    thumbs = [one for one in shape.first.details if isinstance(one, Thumb)]
    names = [one.symbol for one in thumbs[1:]]
    bendings = [one for one in shape.first.details if isinstance(one, Bending)]
    free = len(bendings) - len(shape.bent)
    if free > 1:
        names.append(bendings[-1].symbol)
    if shape.base is Base.FIST and shape.bending is not None:
        names.append(shape.bending.symbol)
    return names


def _of_action(action: object) -> list[str]:
    meant = _MEANT.get(type(action), ())
    modifiers: tuple[Modifier, ...] = getattr(action, "modifiers", ())
    if isinstance(action, Straight) and action.wave is not None:
        meant += _WITH_A_WAVE
    names = [one.symbol for one in modifiers if not isinstance(one, meant)]
    for kind in _ONE_OF_A_KIND:
        same = [one for one in modifiers if isinstance(one, kind)]
        names += [one.symbol for one in same[1:] if isinstance(one, meant)]
    names += [two.symbol for two in _second_sizes(modifiers) if isinstance(two, meant)]
    return names


def _second_sizes(modifiers: tuple[Modifier, ...]) -> list[Size]:
    """Sizes behind another size of the same owner: the movement, its arc, wave or ellipse."""
    out, sized = [], False
    for one in modifiers:
        if isinstance(one, Arc | Wave | Ellipse):
            sized = False
        elif isinstance(one, Size):
            if sized:
                out.append(one)
            sized = True
    return out


def _parts_of(value: object) -> Iterator[object]:
    """Every handshape and every action that can have modifiers, however deep."""
    if isinstance(value, tuple):
        for one in value:
            yield from _parts_of(one)
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Handshape):
            yield value
            return
        if isinstance(value, _MODIFIED):
            yield value
        for field in fields(value):
            yield from _parts_of(getattr(value, field.name))
