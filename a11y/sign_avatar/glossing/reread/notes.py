"""Which rules read something anew, by sentence; ``--explain`` names them."""

from __future__ import annotations

from collections.abc import Mapping

from a11y.language.analysis import Analysis


class Notes:
    """Collects rule ids while an analysis is reread."""

    def __init__(self) -> None:
        self._found: dict[int, dict[str, None]] = {}

    def fire(self, rule: str, sentence: int) -> None:
        self._found.setdefault(sentence, {})[rule] = None

    def fire_at(self, rule: str, analysis: Analysis, token: int) -> None:
        """As ``fire``, for the sentence that a token stands in."""
        for sentence in analysis.sentences:
            if sentence.tokens[0] <= token < sentence.tokens[1]:
                self.fire(rule, sentence.index)
                return

    def by_sentence(self) -> Mapping[int, tuple[str, ...]]:
        return {index: tuple(rules) for index, rules in self._found.items()}
