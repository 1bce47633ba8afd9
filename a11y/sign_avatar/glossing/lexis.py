"""From a German lemma to signs: own sign, equal meaning, compound by parts, spelling, or the text.

What a Deaf viewer meets, best first: a sign; a sign of equal meaning with the German word on the
lips; a term in simpler words; a compound by its parts; a short word spelled; a long word shown on
screen. Nobody reads twenty letters off a hand (``rendering.MAX_SPELLED``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from a11y.sign_avatar.glossing.rendering import (
    Means,
    Rendering,
    by_letters,
    compound,
    has_term,
    joined,
    single,
    told_beside,
    unsigned,
    worded,
)
from a11y.sign_avatar.glossing.senses import Sense, sense_table
from a11y.sign_avatar.glossing.word_forms import bases, directed, parts_of, unhyphenated
from a11y.sign_avatar.glossing.words import equivalents, paraphrases
from a11y.sign_avatar.lexicon.incorporate import MARK, named_entry
from a11y.sign_avatar.lexicon.model import Entry
from a11y.sign_avatar.score import Locus, Sign, SignKind

_MAX_SPELLED_PART = 8
_CHAIN = 3

_POS_FAMILY: Mapping[str, frozenset[str]] = {
    "NOUN": frozenset({"NOUN", "PROPN", "VERB"}),
    "PROPN": frozenset({"PROPN", "NOUN"}),
    "VERB": frozenset({"VERB", "AUX", "NOUN", "ADJ"}),
    "ADJ": frozenset({"ADJ", "ADV", "VERB", "NUM"}),
    "ADV": frozenset({"ADV", "ADJ"}),
}


_WORDED = frozenset({"sign", "equivalent", "paraphrase"})
"""How a base must be rendered for its derived noun to share the signs."""
_NO_NOUNS = frozenset({"ADV", "ADP", "PRON", "DET", "PART"})
"""Parts of speech that never stand behind a noun: ``Links`` (in a page) is not ``links``."""


class Lexis:
    """Looks words up in one lexicon. Answers are cached; the same word gets the same answer."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = entries
        self._by_lemma: dict[str, list[Entry]] = {}
        for entry in entries.values():
            for lemma in entry.lemmas:
                self._by_lemma.setdefault(lemma, []).append(entry)
                if lemma.lower() != lemma:
                    self._by_lemma.setdefault(lemma.lower(), []).append(entry)
        self._cache: dict[tuple[str, str, tuple[str, ...]], Rendering | None] = {}

    def find(self, lemma: str, pos: str = "", context: Iterable[str] = ()) -> Entry | None:
        """The entry for a lemma: right part of speech first, then the sense its context speaks for.

        context: lemmas of the text around; an entry whose ``topics`` occur there wins. A name
        (PROPN) has only a name sign, never that of the word it looks like.
        """
        found = self._by_lemma.get(lemma)
        if pos == "PROPN":
            return next((entry for entry in found or () if entry.pos == "PROPN"), None)
        if pos in _NO_NOUNS and found and lemma not in found[0].lemmas:
            found = []  # weg, dank: no road, no thanks
        elif not found:
            lowered = self._by_lemma.get(lemma.lower(), ())
            noun = pos == "NOUN" and lemma[:1].isupper()
            found = [entry for entry in lowered if not (noun and entry.pos in _NO_NOUNS)]
        if not found:
            return None
        if len(found) == 1:
            return found[0]
        family = _POS_FAMILY.get(pos, frozenset({pos}))
        words = {word.lower() for word in context}

        def fitness(entry: Entry) -> tuple[int, int, int]:
            topical = sum(topic.lower() in words for topic in entry.topics)
            same = 2 if entry.pos == pos else int(entry.pos in family)
            position = [item.lower() for item in entry.lemmas].index(lemma.lower())
            return (same, topical, -position)

        return max(found, key=fitness)

    def ambiguous(self, lemma: str) -> bool:
        """Whether the context decides between several signs."""
        found = self._by_lemma.get(lemma) or self._by_lemma.get(lemma.lower()) or ()
        return len(found) > 1

    def has(self, lemma: str) -> bool:
        return self.signed(lemma) is not None

    def signed(
        self, lemma: str, pos: str = "", *, context: Iterable[str] = (), parts: tuple[str, ...] = ()
    ) -> Rendering | None:
        """The word by signs of the corpus, or None where the corpus has none for it."""
        if self.ambiguous(lemma):
            entry = self.find(lemma, pos, context)
            return None if entry is None else single(entry, lemma)
        key = (lemma, pos, parts)
        if key not in self._cache:
            self._cache[key] = self._search(lemma, pos, parts, frozenset())
        return self._cache[key]

    def render(
        self,
        lemma: str,
        pos: str = "",
        *,
        surface: str = "",
        context: Iterable[str] = (),
        parts: tuple[str, ...] = (),
    ) -> Rendering:
        """The word in any case: by signs, else spelled, else shown.

        surface: the word as written, for what the screen shows.
        """
        found = self.signed(lemma, pos, context=context, parts=parts)
        if found is not None:
            return found
        if "-" in lemma and lemma in equivalents():  # a concept of ours, such as nicht-brauchen
            words = equivalents()[lemma][0]
            return joined([self.render(word) for word in words], lemma, one_word=False)
        if pos != "PROPN":
            partly = self._partly(lemma, parts)
            if partly is not None:
                return partly
        if pos != "PROPN" and "-" in lemma.strip("-") and lemma[:1].isupper():
            parts = parts_of(lemma)
            return compound(lemma, parts, [self.render(part, "NOUN") for part in parts])
        return unsigned(lemma, pos, surface)

    def render_meant(self, lemma: str, pos: str, sense: Sense, *, surface: str = "") -> Rendering:
        """A word in another meaning than that of its sign: by the signs of the sense, else spelled
        or shown."""
        found = [self.render(word) for word in sense.signs]
        if not found:
            return unsigned(lemma, pos, surface)
        whole = joined(found, lemma)
        if sense.broader and whole.signs[0].kind is SignKind.LEXICAL:
            return told_beside(whole, lemma)
        return whole

    def index(self, locus: Locus) -> Sign:
        """Pointing at a locus; 1 the signer, 2 the viewer."""
        return Sign(
            gloss=f"INDEX{locus.value}",
            kind=SignKind.INDEX,
            entry=self._index_entry(locus),
            locus=locus,
        )

    def exists(self) -> tuple[Sign, ...]:
        """DA; where the corpus has none, pointing in front, which the sign comes from."""
        found = self.signed("da")
        return (self.index(Locus.CENTRE),) if found is None else found.signs

    def with_number(self, unit: str, count: int) -> Sign | None:
        """A unit of time with its number in it (``STUNDE1:3``), where the unit's entry takes a
        number that large or the corpus has the form as an entry of its own; None else, so that no
        number can get lost in a unit."""
        entry = self.find(unit, "NOUN")
        name = f"{entry.id}{MARK}{count}" if entry is not None else ""
        if named_entry(self.entries, name) is None:
            return None
        return Sign(gloss=name, kind=SignKind.LEXICAL, entry=name)

    def we(self) -> Sign:
        """The plural of the first person; where the corpus has no sign, pointing at the signer."""
        entry = self.find("wir", "PRON")
        return self.index(Locus.SIGNER) if entry is None else single(entry, "wir").signs[0]

    def possessive(self, locus: Locus) -> Sign:
        """The possessive towards a locus; where the corpus has none, pointing serves."""
        for name in (f"POSS{locus.value}", f"POSS{locus.value[0]}", "POSS1"):
            if name in self.entries:
                return Sign(
                    gloss=f"POSS{locus.value}", kind=SignKind.LEXICAL, entry=name, locus=locus
                )
        return replace(self.index(locus), gloss=f"POSS{locus.value}")

    def _index_entry(self, locus: Locus) -> str | None:
        for name in (f"INDEX{locus.value}", "INDEX1", "INDEX", "$INDEX1", "$INDEX"):
            if name in self.entries:
                return name
        return next((name for name in self.entries if name.startswith("INDEX")), None)

    def _search(
        self, lemma: str, pos: str, parts: tuple[str, ...], seen: frozenset[str]
    ) -> Rendering | None:
        if lemma in seen or len(seen) > _CHAIN:
            return None
        whole = unhyphenated(lemma)
        if whole and (self.find(whole, pos) is not None or whole in equivalents()):
            lemma = whole
        entry = self.find(lemma, pos)
        if entry is not None:
            return single(entry, lemma)
        if pos == "PROPN":
            return None
        seen = seen | {lemma}
        for option in equivalents().get(lemma, ()):
            sequence = [
                self._search(word, pos if len(option) == 1 else "", (), seen) for word in option
            ]
            if sequence and all(item is not None for item in sequence):
                return joined([item for item in sequence if item is not None], lemma)
        return (
            self._paraphrased(lemma, seen)
            or self._derived(lemma, seen)
            or self._by_parts(lemma, parts, seen)
        )

    def _paraphrased(self, lemma: str, seen: frozenset[str]) -> Rendering | None:
        """A term in simpler words; the term itself is on the lips and on the screen."""
        known = paraphrases().get(lemma)
        for option in known.options if known is not None else ():
            found = [self._search(word, "", (), seen) for word in option]
            if all(item is not None for item in found):
                return told_beside(joined([item for item in found if item], lemma), lemma)
        return None

    def _derived(self, lemma: str, seen: frozenset[str]) -> Rendering | None:
        """Nouns of verbs and feminine forms share the sign of what they come from."""
        verb = directed(lemma)
        for base, pos in [(verb, "VERB")] if verb else bases(lemma):
            found = self._search(base, pos, (), seen) if base not in seen else None
            if found is not None and found.means in _WORDED:
                means = Means.PARAPHRASE if has_term(found.signs) else Means.DERIVED
                return replace(worded(found, lemma), means=means)
        return None

    def _by_parts(
        self, lemma: str, parts: tuple[str, ...], seen: frozenset[str]
    ) -> Rendering | None:
        if sense_table().keeps_together(lemma):
            return None
        parts = self._grouped(lemma, parts or parts_of(lemma))
        if len(parts) < 2:
            return None
        found = [self._search(part, "NOUN", (), seen) for part in parts]
        if any(item is None for item in found):
            return None
        return compound(lemma, parts, [item for item in found if item is not None])

    def _grouped(self, lemma: str, parts: tuple[str, ...]) -> tuple[str, ...]:
        """``Karte Führer Schein`` → ``Karte Führerschein``: a tail with a sign of its own stays."""
        for cut in range(1, len(parts) - 1):
            at = lemma.lower().find(parts[cut].lower()[:4], 1)
            tail = lemma[at:].capitalize()
            if at > 0 and self.find(tail, "NOUN") is not None:
                return (*parts[:cut], tail)
        for cut in range(len(parts) - 1, 1, -1):  # Führerschein|prüfung
            at = lemma.lower().find(parts[cut].lower()[:4], 1)
            first = lemma[:at].rstrip("-")
            for head in (first, first.removesuffix("s")):
                if at > 0 and self._known_word(head):
                    return (head, *parts[cut:])
        return parts

    def _known_word(self, word: str) -> bool:
        """Whether a word has a sign, an equal one or simpler words of its own."""
        return self.find(word, "NOUN") is not None or word in equivalents() or word in paraphrases()

    def _partly(self, lemma: str, parts: tuple[str, ...]) -> Rendering | None:
        """A compound with a sign for its head and short unknown parts: spell only those."""
        if sense_table().keeps_together(lemma):
            return None
        parts = self._grouped(lemma, parts or parts_of(lemma))
        if len(parts) < 2:
            return None
        found = [self.signed(part, "NOUN") for part in parts]
        if found[-1] is None and found[0] is None:
            return None
        out: list[Rendering] = []
        for part, item in zip(parts, found, strict=True):
            if item is None and len(part) > _MAX_SPELLED_PART:
                return None
            out.append(item or by_letters(part))
        return compound(lemma, parts, out)
