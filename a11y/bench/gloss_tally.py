"""Sums over compared texts: what ``a11y bench gloss`` prints of each system and phenomenon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from a11y.sign_avatar.glossing.compare import Comparison


@dataclass(slots=True)
class Tally:
    """Sums over texts."""

    texts: int = 0
    exact: int = 0
    taus: list[float] = field(default_factory=list)
    matched: int = 0
    expected: int = 0
    found: int = 0
    nm_matched: Counter[str] = field(default_factory=Counter)
    nm_expected: Counter[str] = field(default_factory=Counter)
    nm_found: Counter[str] = field(default_factory=Counter)

    def add(self, item: Comparison) -> None:
        self.texts += 1
        self.exact += item.exact
        if item.tau is not None:
            self.taus.append(item.tau)
        self.matched += item.matched
        self.expected += item.expected
        self.found += item.found
        self.nm_matched.update(item.nm_matched)
        self.nm_expected.update(item.nm_expected)
        self.nm_found.update(item.nm_found)

    def row(self) -> dict[str, float]:
        precision, recall, f1 = prf(self.matched, self.found, self.expected)
        marks = prf(self.nm_matched.total(), self.nm_found.total(), self.nm_expected.total())
        return {
            "texts": self.texts,
            "exact": self.exact / max(self.texts, 1),
            "tau": sum(self.taus) / max(len(self.taus), 1),
            "precision": precision,
            "recall": recall,
            "f1": f1,
            "non_manual_f1": marks[2],
        }


def prf(matched: int, found: int, expected: int) -> tuple[float, float, float]:
    """Precision, recall, F1; 1.0 each where nothing was expected and nothing found."""
    if not found and not expected:
        return 1.0, 1.0, 1.0
    precision = matched / found if found else 0.0
    recall = matched / expected if expected else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0
