"""An element of gestural SiGML and its attributes, read or refused with its line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn, TypeVar

from lxml import etree

from a11y.sign_avatar.notation.errors import SigmlError, line_of
from a11y.sign_avatar.notation.vocabulary import (
    CirclePlane,
    Direction,
    PalmTurn,
)

Element = etree._Element
T = TypeVar("T")


def fail(element: Element, what: str) -> NoReturn:
    """Raises SigmlError with the element's name and line."""
    raise SigmlError(f"<{element.tag}>: {what}", line=line_of(element))


def look_up(element: Element, name: str, table: Mapping[str, T]) -> T | None:
    """The value an attribute stands for; None if it is not there."""
    text = element.get(name)
    if text is None:
        return None
    if text not in table:
        fail(element, f"{name}={text!r} is not one of {', '.join(sorted(table))}")
    return table[text]


def need(element: Element, name: str, table: Mapping[str, T]) -> T:
    """As ``look_up``; raises SigmlError where the attribute is missing."""
    value = look_up(element, name, table)
    if value is None:
        fail(element, f"the attribute {name} is missing")
    return value


def is_true(element: Element, name: str) -> bool:
    """Whether the attribute is there and says ``true``."""
    return element.get(name) == "true"


def children_of(element: Element) -> list[Element]:
    """The element's own elements, without comments."""
    return [child for child in element if isinstance(child.tag, str)]


def drop_leading(children: list[Element], tags: tuple[str, ...]) -> list[Element]:
    """Takes the leading children with these tags off the list."""
    taken: list[Element] = []
    while children and children[0].tag in tags:
        taken.append(children.pop(0))
    return taken


def values_of(kind: type[Direction] | type[PalmTurn] | type[CirclePlane]) -> dict[str, T]:
    """Word of an attribute → member."""
    return {member.value: member for member in kind}  # type: ignore[misc]


def inverted(table: Mapping[T, str]) -> dict[str, T]:
    """Word → value, of a table that writes values as words."""
    return {word: value for value, word in table.items()}
