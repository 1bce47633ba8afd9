"""The 209 symbols of HamNoSys 4: name ↔ code point ↔ grammatical block.

The table is ``symbols.tsv`` beside this file; its head says where it comes from. Code points lie in
the Private Use Area (U+E000 …) except for eight ASCII characters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Symbol:
    """name: ``hamflathand``. char: its one Unicode character. block: ``base``, ``direction`` …"""

    name: str
    char: str
    block: str


def _rows(name: str) -> list[list[str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _read() -> tuple[Symbol, ...]:
    rows = _rows("symbols.tsv")
    return tuple(Symbol(name, chr(int(code, 16)), block) for name, code, block in rows)


SYMBOLS: tuple[Symbol, ...] = _read()
BY_NAME: Mapping[str, Symbol] = MappingProxyType({symbol.name: symbol for symbol in SYMBOLS})
BY_CHAR: Mapping[str, Symbol] = MappingProxyType({symbol.char: symbol for symbol in SYMBOLS})


# What other tools call some symbols → our name.
OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {row[0]: row[1] for row in _rows("other_names.tsv")}
)


def block(name: str) -> str:
    """The grammatical block of a symbol name."""
    return BY_NAME[name].block


def names_in(*blocks: str) -> tuple[str, ...]:
    """All symbol names of the given blocks, in code-point order."""
    return tuple(symbol.name for symbol in SYMBOLS if symbol.block in blocks)
