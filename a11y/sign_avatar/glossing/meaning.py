"""Which meaning of a word its sentence speaks for, by the tests of the table in ``senses``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from a11y.language.analysis import Clause, Role, Token
from a11y.sign_avatar.glossing.senses import Patterns, Sense, sense_table

_BETWEEN = frozenset({"ART", "ADJA", "PPOSAT", "PDAT"})


class Surroundings(Protocol):
    """What is asked about the text around a word; tokens by their index in it."""

    @property
    def size(self) -> int: ...

    def token(self, index: int) -> Token: ...

    def is_noun(self, index: int) -> bool: ...

    def clause_of(self, index: int) -> Clause | None: ...

    def sentence_tokens(self) -> Iterable[int]: ...


def meant(
    around: Surroundings, words: Iterable[str], pos: str, tokens: Sequence[int]
) -> Sense | None:
    """The meaning that the clause around speaks for, None for the one that has the sign.

    words: the forms under which the word may stand in the table. tokens: where it is in the text.
    """
    table = sense_table().senses
    for word in words:
        for sense in table.get(word, ()):
            if sense.pos in ("", pos) and _holds(around, sense, tokens):
                return sense
    return None


def _holds(around: Surroundings, sense: Sense, tokens: Sequence[int]) -> bool:
    if not sense.tests:
        return True
    if not tokens:
        return False
    clause = around.clause_of(tokens[0])
    return all(
        _test(around, name, patterns, clause, tokens) for name, patterns in sense.tests.items()
    )


def _test(
    around: Surroundings,
    name: str,
    patterns: Patterns,
    clause: Clause | None,
    tokens: Sequence[int],
) -> bool:
    if name in ("near", "away"):
        beside = around.sentence_tokens() if clause is None else clause.tokens
        found = any(patterns.meet(around.token(at)) for at in beside if at not in tokens)
        return found is (name == "near")
    if name == "next":
        after = tokens[-1] + 1
        return after < around.size and patterns.meet(around.token(after))
    if name == "before":
        return bool(tokens[0]) and patterns.meet(around.token(tokens[0] - 1))
    if name == "of":
        return any(patterns.meet(around.token(at)) for at in _owner(around, tokens[-1] + 1))
    role = Role.SUBJECT if name == "subject" else Role.DIRECT_OBJECT
    parts = () if clause is None else clause.participants
    return any(item.role is role and patterns.meet(around.token(item.head)) for item in parts)


def _owner(around: Surroundings, index: int) -> Iterator[int]:
    """The noun behind a word in the genitive or with *von*."""
    if index < around.size and around.token(index).text.lower() in ("von", "vom"):
        index += 1
    elif index >= around.size or around.token(index).tag not in ("ART", "PPOSAT", "PDAT"):
        return
    while index < around.size and around.token(index).tag in _BETWEEN:
        index += 1
    if index < around.size and around.is_noun(index):
        yield index
