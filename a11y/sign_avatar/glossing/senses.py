"""Which meaning of a German word its sentence has, where its sign shows another one.

*Wohnung streichen* paints, and STREICHEN strikes out; *Taube* beside *füttern* is a bird. The table
(``data/senses.yaml``) says by which words around it such a meaning is known and which signs then
serve; without any the word is spelled. No entry, or no test that holds: the word has its own sign.
``meaning`` asks the table about a word in its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from a11y.language.analysis import Token
from a11y.sign_avatar.glossing.errors import DataFileError
from a11y.sign_avatar.glossing.words import read_yaml

_FILE = "senses.yaml"
_TESTS = ("near", "away", "of", "next", "before", "subject", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Words by lemma or form, and ``*end`` or ``begin*`` of either; all in lower case."""

    words: frozenset[str]
    ends: tuple[str, ...]
    starts: tuple[str, ...]

    def meet(self, token: Token) -> bool:
        return any(
            form in self.words
            or (bool(self.ends) and form.endswith(self.ends))
            or (bool(self.starts) and form.startswith(self.starts))
            for form in (token.text.lower(), token.lemma.lower())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One other meaning of a word.

    tests: name of the test → what must be met; all must hold. pos: only as this part of speech,
    any if empty. signs: lemmas that say it; () spells the word. broader: they only come near, so
    the word is told beside them. unsigned: nothing is signed, mimics and order say it.
    example, other: a sentence with this meaning and one without.
    """

    tests: Mapping[str, Patterns]
    pos: str
    signs: tuple[str, ...]
    broader: bool
    unsigned: bool
    example: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseTable:
    """senses: word → its other meanings, the first that holds counts. whole: compounds that are
    not what their parts say; whole_heads: ends of such compounds."""

    senses: Mapping[str, tuple[Sense, ...]]
    whole: frozenset[str]
    whole_heads: tuple[str, ...]

    def keeps_together(self, word: str) -> bool:
        """Whether a compound must not be signed by its parts."""
        low = word.lower()
        return word in self.whole or any(
            low.endswith(head) and low != head for head in self.whole_heads
        )


@cache
def sense_table() -> SenseTable:
    """The table, read once.

    Raises ``DataFileError`` for an unknown test or group and for a meaning without its examples.
    """
    data = read_yaml(_FILE)
    groups: Mapping[str, Sequence[str]] = data["groups"]
    return SenseTable(
        senses={
            str(word): tuple(_sense(str(word), record, groups) for record in records)
            for word, records in data["senses"].items()
        },
        whole=frozenset(data["whole"]),
        whole_heads=tuple(data["whole_heads"]),
    )


def _sense(word: str, record: Mapping[str, Any], groups: Mapping[str, Sequence[str]]) -> Sense:
    wrong = set(record.get("when", {})) - {*_TESTS, "pos"}
    if wrong or not record.get("example"):
        raise DataFileError(_FILE, f"{word} needs an example and known tests, not {sorted(wrong)}.")
    when = dict(record.get("when", {}))
    pos = str(when.pop("pos", ""))
    return Sense(
        tests={name: _patterns(word, items, groups) for name, items in when.items()},
        pos=pos,
        signs=tuple(str(record.get("signs", "")).split()),
        broader=bool(record.get("broader", False)),
        unsigned=bool(record.get("unsigned", False)),
        example=record["example"],
        other=str(record.get("other", "")),
    )


def _patterns(word: str, items: Iterable[str], groups: Mapping[str, Sequence[str]]) -> Patterns:
    flat: list[str] = []
    for item in items:
        if not str(item).startswith("$"):
            flat.append(str(item).lower())
        elif str(item)[1:] in groups:
            flat += [str(member).lower() for member in groups[str(item)[1:]]]
        else:
            raise DataFileError(_FILE, f"{word} names the unknown group {item}.")
    return Patterns(
        words=frozenset(item for item in flat if "*" not in item),
        ends=tuple(item[1:] for item in flat if item.startswith("*")),
        starts=tuple(item[:-1] for item in flat if item.endswith("*")),
    )
