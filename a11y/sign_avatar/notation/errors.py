"""Errors of the notation room."""

from __future__ import annotations

from lxml import etree

from a11y.errors import KlarhandError

_WINDOW = 60


class NotationError(KlarhandError):
    """A HamNoSys string that cannot be read.

    position: index of the offending symbol, counted from 0; the number of symbols at the end.
    found: its name, or ``end of string``. expected: what could have stood there, in plain words.
    caret: two lines, the symbols around the place and a caret below the offending one.
    """

    def __init__(
        self, *, position: int, found: str, expected: tuple[str, ...], names: tuple[str, ...]
    ) -> None:
        self.position = position
        self.found = found
        self.expected = expected
        self.caret = _caret(names, position)
        where = f"HamNoSys symbol {position + 1} is {found}"
        if position >= len(names):
            where = f"The HamNoSys string ends after {len(names)} symbols"
        super().__init__(
            "KH-NOTATION-01",
            f"{where}; expected {_either(expected)}.\n{self.caret}\n",
            "Correct the string; docs/notation.md shows the order of a sign.",
        )


class UnknownSymbolError(KlarhandError):
    """A character or name that is none of the 209 symbols."""

    def __init__(self, *, position: int, found: str, suggestion: str | None = None) -> None:
        self.position = position
        self.found = found
        hint = f" Did you mean {suggestion}?" if suggestion else ""
        super().__init__(
            "KH-NOTATION-02",
            f"{found!r} (symbol {position + 1}) is no HamNoSys 4 symbol.{hint}",
            "Names are listed in docs/notation.md; Unicode strings use U+E000 to U+E0F1.",
        )


class SigmlError(KlarhandError):
    """SiGML that cannot be read. line: in the XML, or None."""

    def __init__(self, what: str, *, line: int | None = None) -> None:
        self.line = line
        place = f" (line {line})" if line else ""
        super().__init__(
            "KH-NOTATION-03",
            f"{what}{place}.",
            "Export the sign again as SiGML; docs/notation.md lists the elements we read.",
        )


def _either(expected: tuple[str, ...]) -> str:
    if len(expected) < 2:
        return "".join(expected)
    return ", ".join(expected[:-1]) + " or " + expected[-1]


def _caret(names: tuple[str, ...], position: int) -> str:
    """The symbols around ``position`` on one line, a caret under its first letter on the next."""
    before = " ".join(names[:position])
    before = before + " " if before else ""
    if len(before) > _WINDOW:
        before = "… " + before[-_WINDOW:].split(" ", 1)[-1]
    after = " ".join(names[position:])
    if len(after) > _WINDOW:
        after = after[:_WINDOW].rsplit(" ", 1)[0] + " …"
    return f"  {before}{after}\n  {' ' * len(before)}^"


def line_of(element: etree._Element) -> int | None:
    """The line of an XML element, None where lxml does not know it."""
    line = element.sourceline
    return line if isinstance(line, int) else None
