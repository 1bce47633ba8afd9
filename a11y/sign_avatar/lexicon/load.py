"""Reads ``gloss_corpus/`` and answers which sign renders a word, a letter or a number."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from a11y.paths import gloss_corpus_dir
from a11y.sign_avatar.lexicon import alphabet, numbers
from a11y.sign_avatar.lexicon.errors import LexiconError, NoSuchSignError
from a11y.sign_avatar.lexicon.model import Entry
from a11y.sign_avatar.lexicon.read import Read, read_corpus


@dataclass(frozen=True, eq=False, kw_only=True)
class Lexicon:
    """All signs of a corpus.

    entries: by id, letters and numbers among them. digest: changes whenever an entry does.
    """

    entries: Mapping[str, Entry]
    letters: Mapping[str, Entry]
    numbers: Mapping[int, Entry]
    digest: str
    _by_lemma: Mapping[str, tuple[tuple[str, int, Entry], ...]] = field(repr=False)

    def find(self, lemma: str, pos: str | None = None) -> tuple[Entry, ...]:
        """Entries that can render a German lemma, best first; of one part of speech if given.

        Case decides only between entries (``Sie`` and ``sie``). Entries that name the lemma first
        come before those that name it later.
        """
        named = self._by_lemma.get(lemma.casefold(), ())
        ranked = sorted(named, key=lambda row: (row[0] != lemma, row[1]))
        found = tuple(dict.fromkeys(entry for _, _, entry in ranked))
        return found if pos is None else tuple(entry for entry in found if entry.pos == pos)

    def letter(self, char: str) -> Entry:
        """The sign of a letter (``a``, ``Ä``, ``ß``, ``SCH``). Raises NoSuchSignError."""
        name = alphabet.letter_name(char)
        if name is None or name not in self.letters:
            raise NoSuchSignError(f"the letter {char!r}")
        return self.letters[name]

    def spell(self, word: str) -> tuple[Entry, ...]:
        """The letter signs of a word in order; what is no letter is left out."""
        return tuple(self.letter(name) for name in alphabet.letters(word))

    def number(self, n: int) -> tuple[Entry, ...]:
        """The signs that say ``n`` in order, for 0 to 999 999. Raises NoSuchSignError."""
        try:
            parts = numbers.parts(n)
        except ValueError as error:
            raise NoSuchSignError(f"the number {n}") from error
        missing = [part for part in parts if part not in self.numbers]
        if missing:
            raise NoSuchSignError(f"the number {missing[0]}")
        return tuple(self.numbers[part] for part in parts)


@lru_cache(maxsize=4)
def load(directory: Path | None = None) -> Lexicon:
    """Read the corpus in ``directory`` (default: ``gloss_corpus/``); kept in memory.

    Raises LexiconError with every problem found, each with file, line and entry.
    """
    read = read_corpus(directory or gloss_corpus_dir())
    if read.problems:
        raise LexiconError(read.problems)
    return build(read)


def build(read: Read) -> Lexicon:
    """A lexicon of what was read, whatever problems there were."""
    entries = {item.entry.id: item.entry for item in read.items}
    by_lemma: dict[str, list[tuple[str, int, Entry]]] = defaultdict(list)
    for item in read.items:
        for place, lemma in enumerate(item.entry.lemmas):
            by_lemma[lemma.casefold()].append((lemma, place, item.entry))
    return Lexicon(
        entries=MappingProxyType(entries),
        letters=MappingProxyType({i.letter: i.entry for i in read.items if i.letter}),
        numbers=MappingProxyType({i.number: i.entry for i in read.items if i.number is not None}),
        digest=_digest(entries),
        _by_lemma=MappingProxyType({lemma: tuple(rows) for lemma, rows in by_lemma.items()}),
    )


def _digest(entries: Mapping[str, Entry]) -> str:
    """Over what changes the picture or the choice of signs; review remarks do not."""
    rows = [
        [
            entry.id,
            entry.hamnosys,
            entry.lemmas,
            entry.pos,
            entry.mouthing,
            entry.verb_class.value,
            entry.reduplicates,
            entry.incorporates_up_to,
            entry.topics,
            entry.non_manual,
        ]
        for _, entry in sorted(entries.items())
    ]
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()[:16]
