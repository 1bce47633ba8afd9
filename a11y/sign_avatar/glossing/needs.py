"""Which words a body of texts needs signs for, and what becomes of them today."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from a11y.language.analysis import Token
from a11y.sign_avatar.glossing.rendering import Means
from a11y.sign_avatar.glossing.translate import analysed, explain_analysis
from a11y.sign_avatar.lexicon import Lexicon, load

_RENDERED = {means.value for means in Means}
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX", "CCONJ", "SCONJ", "ADP", "PART", "INTJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededWord:
    """A lemma, how often the texts need it, and how often by which means (`Means`)."""

    lemma: str
    count: int
    means: tuple[tuple[str, int], ...]

    @property
    def signed(self) -> bool:
        """Whether it is mostly rendered by signs: its own, an equal one, or a compound of signs."""
        by_letters = sum(n for how, n in self.means if how in (Means.SPELLED, Means.SHOWN))
        return 2 * by_letters < self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What texts need. words: running words by means. needed: lemmas, most frequent first.

    Words that DGS does not sign (articles, the copula …) are in neither. Names and numbers count
    among the running words, but are no vocabulary: ``needed`` leaves them out.
    """

    texts: int
    words: tuple[tuple[str, int], ...]
    needed: tuple[NeededWord, ...]

    @property
    def running(self) -> int:
        return sum(count for _, count in self.words)

    def share(self, *means: str) -> float:
        """The share of the running words that these means render, 0 to 1."""
        return sum(n for how, n in self.words if how in means) / max(self.running, 1)

    def to_dict(self) -> dict[str, object]:
        return {
            "texts": self.texts,
            "running": self.running,
            "words": dict(self.words),
            "needed": [
                {
                    "lemma": word.lemma,
                    "count": word.count,
                    "means": dict(word.means),
                    "signed": word.signed,
                }
                for word in self.needed
            ],
        }


def needs(texts: Iterable[str], *, lexicon: Lexicon | None = None) -> Needs:
    """Translate the texts and count. Raises what ``gloss`` raises."""
    entries = (lexicon or load()).entries
    total: Counter[str] = Counter()
    by_lemma: defaultdict[str, Counter[str]] = defaultdict(Counter)
    number = 0
    for text in texts:
        number += 1
        analysis = analysed(text)
        lemmas = {token.text: token for token in reversed(analysis.tokens)}
        for item in explain_analysis(analysis, entries):
            for word in item.alignment:
                if word.means not in _RENDERED:
                    continue
                total[word.means] += 1
                lemma = _vocabulary(lemmas.get(word.word))
                if lemma:
                    by_lemma[lemma][word.means] += 1
    needed = [
        NeededWord(lemma=lemma, count=means.total(), means=tuple(means.most_common()))
        for lemma, means in by_lemma.items()
    ]
    needed.sort(key=lambda word: (-word.count, word.lemma))
    return Needs(texts=number, words=tuple(total.most_common()), needed=tuple(needed))


def _vocabulary(token: Token | None) -> str:
    """The lemma of a word that belongs in a dictionary; "" for names, numbers and codes."""
    if token is None or token.pos not in _CONTENT or not token.lemma.replace("-", "").isalpha():
        return ""
    return token.lemma
