"""Reading symbols one after another: tokens and the cursor every reader moves."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import NoReturn

from a11y.sign_avatar.notation import symbols
from a11y.sign_avatar.notation.errors import NotationError, UnknownSymbolError

MAX_DEPTH = 40
END = "end of string"
_FIRST, _LAST = "\ue000", "\uf8ff"  # the Private Use Area
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060"), " ")  # left by editors


def tokenise(text: str) -> tuple[str, ...]:
    """Symbol names of a string that is written in Unicode, in names, or in both.

    Names are separated by blanks or commas; blanks between Unicode symbols mean nothing.
    Raises UnknownSymbolError.
    """
    text = text.translate(_UNSEEN)
    if not any(_FIRST <= char <= _LAST for char in text):
        text = text.replace(",", " ")
    names: list[str] = []
    for word in _words(text):
        symbol = symbols.BY_CHAR.get(word)
        if symbol is None and len(word) == 1:
            raise UnknownSymbolError(position=len(names), found=word)
        names.append(_named(word, len(names)) if symbol is None else symbol.name)
    return tuple(name for name in names if name != "hamspace")


def _words(text: str) -> Iterator[str]:
    """Single symbols and what stands between symbols and blanks."""
    word = ""
    for char in text:
        alone = char in symbols.BY_CHAR or _FIRST <= char <= _LAST
        if (alone or char.isspace()) and word:
            yield word
            word = ""
        if alone and not char.isspace():
            yield char
        elif not char.isspace():
            word += char
    if word:
        yield word


def _named(word: str, position: int) -> str:
    name = symbols.OTHER_NAMES.get(word, word)
    if name not in symbols.BY_NAME:
        near = difflib.get_close_matches(word.lower()[:40], symbols.BY_NAME, n=1, cutoff=0.75)
        raise UnknownSymbolError(
            position=position, found=word[:40], suggestion=near[0] if near else None
        )
    return name


class Cursor:
    """A place in a row of symbols. Remembers the error that lies furthest to the right, so that a
    reading tried in vain does not hide the real mistake."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.position = 0
        self.depth = 0
        self._furthest: NotationError | None = None
        self._optional: tuple[int, tuple[str, ...]] = (0, ())

    @property
    def name(self) -> str:
        """The symbol here, ``end of string`` behind the last."""
        return self.ahead(0)

    @property
    def block(self) -> str:
        return self.block_ahead(0)

    @property
    def at_end(self) -> bool:
        return self.position >= len(self.names)

    def ahead(self, count: int) -> str:
        index = self.position + count
        return self.names[index] if index < len(self.names) else END

    def block_ahead(self, count: int) -> str:
        name = self.ahead(count)
        return "" if name == END else symbols.block(name)

    def take(self) -> str:
        name = self.name
        self.position += 1
        return name

    def skip(self, name: str) -> bool:
        """Move past ``name`` if it stands here."""
        if self.name != name:
            return False
        self.position += 1
        return True

    def expect(self, name: str, *others: str) -> None:
        """Move past ``name`` or raise, naming ``others`` as further possibilities."""
        if not self.skip(name):
            self.fail(name, *others)

    def could_be(self, *words: str) -> None:
        """Note what could have stood here but need not: an error here names it, too."""
        place, before = self._optional
        self._optional = (self.position, (before if place == self.position else ()) + words)

    def fail(self, *expected: str) -> NoReturn:
        """Raise NotationError for the symbol here."""
        place, optional = self._optional
        furthest = self._furthest
        if furthest is not None and furthest.position == self.position:
            expected = (*furthest.expected, *expected)
        if place == self.position:
            expected = (*expected, *optional)
        expected = tuple(dict.fromkeys(expected))
        error = NotationError(
            position=self.position, found=self.name, expected=expected, names=self.names
        )
        if furthest is None or error.position >= furthest.position:
            self._furthest = furthest = error
        raise furthest

    def go_deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(f"at most {MAX_DEPTH} nested groups")

    def go_up(self) -> None:
        self.depth -= 1
