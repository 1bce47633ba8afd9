"""One sentence as the rules read it: the analysis, cut to size."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from a11y.language.analysis import Analysis, Clause, Sentence, Token, Value
from a11y.simple_language.model import Level

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, kw_only=True)
class View:
    """A sentence of an analysis, seen at a level.

    All offsets are characters of ``analysis.text``, all indices those of ``analysis.tokens``.
    document: the entire text, for rules that compare sentences.
    """

    analysis: Analysis
    sentence: Sentence
    level: Level
    document: str = ""
    separator: str = "·"

    @property
    def start(self) -> int:
        return self.sentence.span[0]

    @property
    def end(self) -> int:
        return self.sentence.span[1]

    @cached_property
    def text(self) -> str:
        return self.analysis.text[self.start : self.end]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        first, end = self.sentence.tokens
        return self.analysis.tokens[first:end]

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """Tokens that hold a letter or a digit."""
        return tuple(token for token in self.tokens if any(c.isalnum() for c in token.text))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(self.analysis.clauses[index] for index in self.sentence.clauses)

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The values that stand in the sentence, at least in part."""
        values = self.analysis.values  # in text order, and none overlaps another
        first = bisect_right(values, self.start, key=lambda value: value.span[1])
        return values[first : bisect_left(values, self.end, key=lambda value: value.span[0])]

    @cached_property
    def _answers(self) -> dict[Hashable, Any]:
        return {}

    def once(self, question: Hashable, answer: Callable[[View], _Answer]) -> _Answer:
        """What ``answer`` says of this sentence, worked out the first time that it is asked.

        question: names the answer; whoever asks again by that name gets the same one. Stages read
        a sentence that nobody changed again and again, and the last hints read all of them.
        """
        known = self._answers
        if question not in known:
            known[question] = answer(self)
        found: _Answer = known[question]
        return found

    def token(self, index: int) -> Token:
        return self.analysis.tokens[index]

    def after(self, token: Token, steps: int = 1) -> Token | None:
        """The token ``steps`` further on in this sentence (negative: before), or None."""
        index = token.index + steps
        first, end = self.sentence.tokens
        return self.analysis.tokens[index] if first <= index < end else None

    def slice(self, first: int, last: int) -> str:
        """Source text from token ``first`` to token ``last``, both included."""
        tokens = self.analysis.tokens
        return self.analysis.text[tokens[first].span[0] : tokens[last].span[1]]

    def in_clause(self, token: Token) -> Clause | None:
        for clause in self.clauses:
            if token.index in clause.tokens:
                return clause
        return None


def views(
    analysis: Analysis, *, level: Level, separator: str = "·", document: str = ""
) -> Iterator[View]:
    """Every sentence of an analysis as a view, in order."""
    for sentence in analysis.sentences:
        yield View(
            analysis=analysis,
            sentence=sentence,
            level=level,
            document=document or analysis.text,
            separator=separator,
        )
