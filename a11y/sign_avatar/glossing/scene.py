"""What the transfer of one text carries along: the words, the loci in use, and the record of why.

``Scene`` is the only mutable thing of the room; it lives for one text and is never shared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from a11y.language.analysis import Analysis, Clause, Role, Token, Value
from a11y.sign_avatar.glossing.lexis import Lexis
from a11y.sign_avatar.glossing.meaning import meant
from a11y.sign_avatar.glossing.rendering import Means, Rendering
from a11y.sign_avatar.glossing.reread.names import NAME
from a11y.sign_avatar.score import Locus, Sign

Mark = tuple[str, int]
"""A non-manual function and which occurrence of it: ``("negation", 3)``."""

_PLURAL_ONLY = frozenset({"Eltern", "Daten", "Kosten", "Leute", "Ferien", "Unterlagen", "Möbel"})
_SHORT = 8
"""Words up to this length are spelled each time; longer ones get a place when they come again."""
_LOCI = (Locus.RIGHT, Locus.LEFT, Locus.FAR_RIGHT, Locus.FAR_LEFT, Locus.CENTRE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sign on its way into the score: the tokens it renders and the spans it lies in.

    names: the referent (key of its locus) that a noun brings up. refers: the referents brought up
    before whose loci the sign points at or runs to. part: what it is in the sentence, in German.
    """

    sign: Sign
    tokens: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    names: tuple[str, ...] = ()
    refers: tuple[tuple[str, Locus], ...] = ()
    part: str = ""

    def as_part(self, name: str) -> Draft:
        """The draft with the name of its part; every sign passes here, so no ``replace``."""
        return Draft(
            sign=self.sign,
            tokens=self.tokens,
            marks=self.marks,
            names=self.names,
            refers=self.refers,
            part=name,
        )


@dataclass(slots=True)
class Scene:
    """One text being translated."""

    analysis: Analysis
    lexis: Lexis
    dropped: dict[int, str] = field(default_factory=dict)
    means: dict[int, Means] = field(default_factory=dict)
    signed: set[int] = field(default_factory=set)
    introduced: set[str] = field(default_factory=set)
    in_list: bool = False
    last_place: Locus | None = None
    later_modals: set[int] = field(default_factory=set)
    shared_modals: dict[int, tuple[int, ...]] = field(default_factory=dict)
    rules: dict[str, None] = field(default_factory=dict)
    _values: dict[int, Value] = field(default_factory=dict)
    _value_tokens: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _valued: set[int] = field(default_factory=set)
    _loci: dict[str, Locus] = field(default_factory=dict)
    _spelled: set[str] = field(default_factory=set)
    _counts: Counter[str] = field(default_factory=Counter)
    _context: frozenset[str] = frozenset()
    _marks: int = 0
    _sentence: int = 0
    _subjects: frozenset[int] | None = None

    def __post_init__(self) -> None:
        self._counts = Counter(token.lemma for token in self.analysis.tokens)
        starts = [token.span[0] for token in self.analysis.tokens]
        at = 0
        for value in sorted(self.analysis.values, key=lambda item: (item.span[0], -item.span[1])):
            while at < len(starts) and starts[at] < value.span[0]:
                at += 1
            index = at
            while index < len(starts) and starts[index] < value.span[1]:
                if self._values.setdefault(index, value) is value:
                    tokens = self._value_tokens.get(id(value), ())
                    self._value_tokens[id(value)] = (*tokens, index)
                index += 1

    def token(self, index: int) -> Token:
        return self.analysis.tokens[index]

    def is_noun(self, index: int) -> bool:
        """A noun by its tag, or by its capital inside a sentence where the tag says otherwise."""
        token = self.token(index)
        if token.pos in ("NOUN", "PROPN") or token.tag in ("NN", "NE"):
            return True
        start = self.analysis.sentences[self._sentence].tokens[0]
        capital = token.text[:1].isupper() and not token.text.isupper() and index > start
        return capital and token.pos in ("ADV", "ADJ", "X") and token.tag in ("ADV", "ADJD", "FM")

    def clause_of(self, index: int) -> Clause | None:
        """The clause of the present sentence that a token belongs to."""
        for number in self.analysis.sentences[self._sentence].clauses:
            if index in self.analysis.clauses[number].tokens:
                return self.analysis.clauses[number]
        return None

    def sentence_tokens(self) -> range:
        """The tokens of the present sentence."""
        return range(*self.analysis.sentences[self._sentence].tokens)

    def clause_tokens(self, index: int) -> frozenset[int]:
        """The tokens of the clause that a token belongs to."""
        clause = self.clause_of(index)
        return frozenset() if clause is None else frozenset(clause.tokens)

    def in_hours(self, tokens: Sequence[int]) -> bool:
        """Whether several words are opening hours, which keep the order they are written in."""
        if len(tokens) < 2:
            return False
        start, end = self.token(tokens[0]).span[0], self.token(tokens[-1]).span[0]
        return any(
            item.span[0] <= start < item.span[1] or item.span[0] <= end < item.span[1]
            for item in self.analysis.hours
            if not item.weeks
        )

    def referents(self, index: int) -> tuple[str, ...]:
        """The keys under which a noun is taken up; of *Frau Yilmaz* the last word answers for all,
        the others for none."""
        after = index + 1
        if after < self.size and self.token(after).dep == NAME:
            return ()
        first = index
        while first and self.token(first).dep == NAME:
            first -= 1
        return tuple(self.token(at).lemma for at in range(first, index + 1))

    def governing_subject(self, index: int) -> int | None:
        """The noun that is the subject of the clause above a token's clause."""
        clauses = self.analysis.clauses
        for number in self.analysis.sentences[self._sentence].clauses:
            clause = clauses[number]
            if index not in clause.tokens or clause.parent is None:
                continue
            for item in clauses[clause.parent].participants:
                if item.role is Role.SUBJECT and not item.pronoun and self.is_noun(item.head):
                    return item.head
        return None

    def is_subject(self, index: int) -> bool:
        """Whether a noun is the subject of a clause."""
        if self._subjects is None:
            self._subjects = frozenset(
                item.head
                for clause in self.analysis.clauses
                for item in clause.participants
                if item.role is Role.SUBJECT and not item.pronoun
            )
        return index in self._subjects

    def previous_start(self, index: int) -> int:
        """First token of the sentence before the present one."""
        return self.analysis.sentences[max(0, self._sentence - 1)].tokens[0]

    def value_tokens(self, value: Value) -> tuple[int, ...]:
        """All tokens of a value, wherever the phrases cut it."""
        return self._value_tokens.get(id(value), ())

    def once(self, value: Value) -> bool:
        """Whether a value is still to be signed; True only the first time."""
        if id(value) in self._valued:
            return False
        self._valued.add(id(value))
        return True

    def value(self, index: int) -> Value | None:
        """The value (number, date, address …) that a token belongs to."""
        return self._values.get(index)

    def fire(self, rule: str) -> None:
        """Note that a rule shaped the sentence being made."""
        self.rules[rule] = None

    def drop(self, tokens: Iterable[int], reason: str) -> None:
        """Note why tokens have no sign of their own. reason: a key or a German sentence."""
        for index in tokens:
            self.dropped.setdefault(index, reason)

    def mark(self, function: str) -> Mark:
        self._marks += 1
        return (function, self._marks)

    def enter_sentence(self, index: int) -> None:
        """Begin a sentence: its words are the context for choosing among senses."""
        self.rules = {}
        self._sentence = index
        start, end = self.analysis.sentences[index].tokens
        lemmas = {self.token(i).lemma for i in range(max(0, start - 40), min(end + 40, self.size))}
        self._context = frozenset(lemmas)

    @property
    def size(self) -> int:
        return len(self.analysis.tokens)

    def word(
        self,
        lemma: str,
        pos: str,
        tokens: Sequence[int],
        *,
        surface: str = "",
        parts: tuple[str, ...] = (),
    ) -> tuple[list[Draft], Rendering]:
        """Render one word; its tokens count as accounted for.

        surface: the word as written; plural-only nouns, ordinals and adverbs have their sign under
        that form.
        """
        sense = meant(self, dict.fromkeys((lemma, surface)), pos, tokens)
        lemma = lemma if sense is not None else self._headword(lemma, pos, surface)
        if sense is not None and self.lexis.ambiguous(lemma):
            sense = None  # a corpus with a sign for each meaning chooses itself
        again = self._again(lemma, pos, tokens)
        if again is not None:
            return again
        if sense is not None:
            self.fire("LEX-MEANT")
            if sense.unsigned:
                self.drop(tokens, "idiom")
                return [], Rendering(means=Means.SHOWN, signs=())
            rendering = self.lexis.render_meant(lemma, pos, sense, surface=surface or lemma)
        else:
            rendering = self.lexis.render(
                lemma, pos, surface=surface or lemma, context=self._context, parts=parts
            )
        if self.lexis.ambiguous(lemma):
            self.fire("LEX-SENSE")
        self.fire(_LEXICAL_RULES[rendering.means])
        for index in tokens:
            self.means[index] = rendering.means
        drafts = [Draft(sign=sign, tokens=tuple(tokens)) for sign in rendering.signs]
        if self._comes_again(lemma, pos, rendering):
            self.fire("REF-TERM")
            locus = self.locus(lemma)
            self._spelled.add(lemma)
            drafts.append(Draft(sign=self.lexis.index(locus), tokens=tuple(tokens)))
        if rendering.negative:
            drafts = marked(drafts, self.mark("negation"))
        return drafts, rendering

    def _comes_again(self, lemma: str, pos: str, rendering: Rendering) -> bool:
        """A long noun without a sign that the text names again: it gets a place in space."""
        if pos != "NOUN" or rendering.means not in (Means.SPELLED, Means.SHOWN):
            return False
        if len(lemma) <= _SHORT:
            return False
        return self._counts[lemma] > 1

    def _again(
        self, lemma: str, pos: str, tokens: Sequence[int]
    ) -> tuple[list[Draft], Rendering] | None:
        """A term spelled or shown before: pointing at its place, the word on the lips.

        Where its place went to somebody else it is introduced anew.
        """
        if pos != "NOUN" or lemma not in self._spelled:
            return None
        locus = self.known_locus(lemma)
        if locus is None:
            self._spelled.discard(lemma)
            return None
        self.fire("REF-TERM")
        sign = replace(self.lexis.index(locus), mouthing=lemma)
        for index in tokens:
            self.means[index] = Means.POINTED
        rendering = Rendering(means=Means.POINTED, signs=(sign,))
        return [Draft(sign=sign, tokens=tuple(tokens))], rendering

    def _headword(self, lemma: str, pos: str, surface: str) -> str:
        """The form of a word under which the corpus knows it; the lemma where it knows none."""
        forms = [lemma]
        if surface and pos in ("NOUN", "PROPN", "ADJ", "ADV", ""):
            forms += [surface, surface.lower()]
        if pos in ("ADJ", "NUM"):
            forms.append(lemma + "e")
        forms = [form for form in forms if not self._foreign(form, pos, surface)] or [lemma]
        for form in forms:
            if self.lexis.find(form, pos) is not None:
                return form
        for form in forms:
            if self.lexis.signed(form, pos) is not None:
                return form
        if surface in _PLURAL_ONLY:
            return surface
        return surface.lower() if pos == "ADV" and surface else lemma

    def _foreign(self, form: str, pos: str, surface: str) -> bool:
        """A noun's lower-case form that only another kind of word has: ``Links``, ``links``."""
        if pos != "NOUN" or not surface[:1].isupper() or form != surface.lower():
            return False
        return self.lexis.find(form) is not None and self.lexis.find(surface, pos) is None

    def optional(self, lemma: str, tokens: Sequence[int], reason: str) -> list[Draft]:
        """Render a word only where the corpus has a sign for it; else note the reason."""
        if self.lexis.has(lemma):
            return self.word(lemma, "", tokens)[0]
        self.drop(tokens, reason)
        return []

    def locus(self, key: str) -> Locus:
        """The place in signing space of a referent; the next free one at its first mention.

        With more than five referents the oldest gives up its place.
        """
        if key not in self._loci:
            taken = set(self._loci.values())
            free = [locus for locus in _LOCI if locus not in taken]
            if not free:
                oldest = next(iter(self._loci))
                free = [self._loci.pop(oldest)]
            self._loci[key] = free[0]
        return self._loci[key]

    def known_locus(self, key: str) -> Locus | None:
        return self._loci.get(key)

    def forget_loci(self) -> None:
        """A heading opens a new topic: signing space is cleared."""
        self._loci.clear()


_LEXICAL_RULES = {
    Means.SIGN: "LEX-SIGN",
    Means.EQUIVALENT: "LEX-EQUIVALENT",
    Means.DERIVED: "LEX-DERIVED",
    Means.COMPOUND: "LEX-COMPOUND",
    Means.PARAPHRASE: "LEX-PARAPHRASE",
    Means.POINTED: "REF-TERM",
    Means.SPELLED: "LEX-SPELL",
    Means.SHOWN: "LEX-SHOW",
}


def marked(drafts: Sequence[Draft], mark: Mark) -> list[Draft]:
    return [replace(draft, marks=(*draft.marks, mark)) for draft in drafts]
