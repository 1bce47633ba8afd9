"""SARI (Xu et al. 2016, TACL 4, 401–415): what was rightly added, kept and deleted, n = 1 … 4.

Two ways of counting are in use, and their figures cannot be compared:

``mean_sari`` is the authors' script: a score for each sentence, deletions by precision alone,
and the mean over sentences. ``corpus_sari`` is EASSE's (Alva-Manchego et al. 2019): counts are
summed over the corpus and deletions scored by F1, so that a system has to delete *enough*. The
German systems are published in the second way, with spaCy's tokens and letters as written
(EASSE-DE, Stodden 2024).

Nothing to count scores 0: an unchanged text gets no credit for what it did not delete. A system
that only deletes can score well; read the three parts apart and beside the guard.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy import blank
from spacy.language import Language

_ORDERS = (1, 2, 3, 4)
_WORD = re.compile(r"\w+(?:[-·]\w+)*|[^\w\s]")

Grams = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sari:
    """Each part 0–100; ``score`` is their mean."""

    add: float
    keep: float
    delete: float

    @property
    def score(self) -> float:
        return (self.add + self.keep + self.delete) / 3


def sari(source: str, output: str, references: Sequence[str]) -> Sari:
    """One sentence (or passage) against its references."""
    parts = [
        _order(_grams(source, n), _grams(output, n), [_grams(r, n) for r in references])
        for n in _ORDERS
    ]
    add, keep, delete = (sum(column) / len(_ORDERS) for column in zip(*parts, strict=True))
    return Sari(add=100 * add, keep=100 * keep, delete=100 * delete)


def mean_sari(rows: Iterable[tuple[str, str, Sequence[str]]]) -> Sari:
    """Mean of ``sari`` over (source, output, references)."""
    scores = [sari(*row) for row in rows]
    count = max(1, len(scores))
    return Sari(
        add=sum(s.add for s in scores) / count,
        keep=sum(s.keep for s in scores) / count,
        delete=sum(s.delete for s in scores) / count,
    )


def corpus_sari(rows: Iterable[tuple[str, str, Sequence[str]]], *, lowercase: bool = False) -> Sari:
    """EASSE's SARI over (source, output, references): counts summed over all rows.

    Tokens are spaCy's for German. lowercase: letters as in EASSE for English; the published
    German figures keep capitals.
    """
    totals = {n: [_Tally() for _ in range(3)] for n in _ORDERS}
    for source, output, references in rows:
        words = [_tokens(text, lowercase=lowercase) for text in (source, output, *references)]
        for n in _ORDERS:
            old, new, *wanted = (_grams_of(one, n) for one in words)
            for tally, (made, asked) in zip(totals[n], _operations(old, new, wanted), strict=True):
                tally.count(made, asked)
    add, keep, delete = (
        sum(totals[n][place].f1 for n in _ORDERS) / len(_ORDERS) for place in range(3)
    )
    return Sari(add=100 * add, keep=100 * keep, delete=100 * delete)


@dataclass(slots=True)
class _Tally:
    """n-grams a system treated in one way, those the references did, and those in both."""

    right: int = 0
    made: int = 0
    asked: int = 0

    def count(self, made: Grams, asked: Grams) -> None:
        self.right += (made & asked).total()
        self.made += made.total()
        self.asked += asked.total()

    @property
    def f1(self) -> float:
        if not self.right:
            return 0.0
        return _f1(self.right / self.made, self.right / self.asked)


def _operations(
    old: Grams, new: Grams, references: Sequence[Grams]
) -> tuple[tuple[Grams, Grams], ...]:
    """(by the system, by the references) of added, kept and deleted n-grams of one row.

    Additions count once however often they stand there; what is kept or deleted counts once for
    every reference.
    """
    wanted = Counter[tuple[str, ...]]()
    for reference in references:
        wanted += reference
    source = Counter({gram: n * len(references) for gram, n in old.items()})
    output = Counter({gram: n * len(references) for gram, n in new.items()})
    added = Counter(set(new) - set(old)), Counter(set(wanted) - set(old))
    return added, (source & output, source & wanted), (source - output, source - wanted)


@lru_cache(maxsize=1)
def _german() -> Language:
    return blank("de")


def _tokens(text: str, *, lowercase: bool) -> tuple[str, ...]:
    doc = _german().make_doc(text.lower() if lowercase else text)
    return tuple(token.text for token in doc if not token.is_space)


def _grams(text: str, n: int) -> Grams:
    return _grams_of(tuple(_WORD.findall(text.lower())), n)


def _grams_of(words: tuple[str, ...], n: int) -> Grams:
    return Counter(words[i : i + n] for i in range(len(words) - n + 1))


def _order(source: Grams, output: Grams, references: list[Grams]) -> tuple[float, float, float]:
    """(add F1, keep F1, delete precision) of one n-gram order, as in the authors' script."""
    count = len(references)
    wanted = Counter[tuple[str, ...]]()
    for reference in references:
        wanted += reference
    source_many = Counter({gram: n * count for gram, n in source.items()})
    output_many = Counter({gram: n * count for gram, n in output.items()})

    kept = source_many & output_many
    kept_right = kept & wanted
    keepable = source_many & wanted
    keep_precision = _mean(kept_right[g] / kept[g] for g in kept_right) * _share(kept_right, kept)
    keep_recall = sum(kept_right[g] / keepable[g] for g in kept_right) / (len(keepable) or 1)

    gone = source_many - output_many
    gone_right = gone - wanted
    delete = sum(gone_right[g] / gone[g] for g in gone_right) / len(gone) if gone else 0.0

    new = set(output) - set(source)
    new_right = new & set(wanted)
    addable = set(wanted) - set(source)
    add_precision = len(new_right) / len(new) if new else 0.0
    add_recall = len(new_right) / len(addable) if addable else 0.0
    return _f1(add_precision, add_recall), _f1(keep_precision, keep_recall), delete


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 0.0


def _share(part: Grams, whole: Grams) -> float:
    return len(part) / len(whole) if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
