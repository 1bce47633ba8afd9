"""Clause boundaries and verb complexes read off UD gold trees, to measure the clause layer with.

Every finite verb heads a clause, whatever relation it hangs by: it is the head itself, or the
auxiliary or copula of the head. So does the root, and a zu-infinitive that hangs on another
clause, unless it stands in the right bracket of *sein, haben, brauchen, scheinen, bleiben*. A
non-finite conjunct of a clause's head (*hat A geprüft und B bewilligt*) heads one, too. A
participle or adjective alone does not (*Der Artikel, veröffentlicht unter …*). Every token belongs
to the nearest head above it; a boundary stands between two neighbouring tokens of different
clauses, punctuation left out.

The verb complex is the head if it is a verb, its auxiliaries and copula, its separable particle
(by relation or by tag: the treebanks hang many as adverbs), and the bare infinitives and
participles it governs (*lässt sich beraten*, *bekommt überreicht*). A participle beside *sein*
alone (*ist ausgestellt*: state passive or adjective, the treebanks disagree) is left out on both
sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from a11y.language import closed, corrections, lemmas
from a11y.language.analysis import Voice
from a11y.language.clauses import fields, verbs
from a11y.language.inflect import takes_sein
from a11y.language.pipeline.load import annotate
from a11y.language.training.treebank import Word as GoldWord
from a11y.language.word import Word

_HELPERS = {"aux", "aux:pass", "cop", "compound:prt"}
_LIGHT = {"sein", "haben", "werden"}
_TAKES_PARTICIPLE = {"bekommen", "kriegen", "erhalten", "lassen"}
_EMBEDDED = {"ccomp", "csubj", "advcl", "acl", "xcomp", "obj", "nsubj", "obl", "advmod", "conj"}


@dataclass(frozen=True, slots=True)
class Reading:
    """boundaries: indices of tokens that begin another clause than the token before them.
    complexes: the verb tokens of each clause (without *zu*). predicates: (token, infinitive) of the
    full verbs, the separable particle joined."""

    boundaries: frozenset[int]
    complexes: frozenset[frozenset[int]]
    predicates: frozenset[tuple[int, str]]


def from_tree(words: Sequence[GoldWord]) -> Reading:
    """The reading that a gold tree gives."""
    tree = _Tree(words)
    heads = {i for i in range(len(words)) if tree.heads_clause(i)}
    clause = [_clause_of(words, heads, index) for index in range(len(words))]
    complexes = {head: tree.complex(head) for head in heads}
    for head in heads:
        tree.settle_shared(head, clause, complexes)
    return Reading(
        boundaries=_boundaries(clause, [word.pos == "PUNCT" for word in words]),
        complexes=frozenset(found for found in complexes.values() if found),
        predicates=frozenset(
            (head, tree.infinitive(head, found))
            for head, found in complexes.items()
            if head in found and words[head].lemma not in _LIGHT
        ),
    )


class _Tree:
    """A gold tree and the questions asked of it; all numbers are positions in the sentence."""

    def __init__(self, words: Sequence[GoldWord]) -> None:
        self.words = words
        self.children: list[list[int]] = [[] for _ in words]
        for index, word in enumerate(words):
            if word.head != index:
                self.children[word.head].append(index)

    def heads_clause(self, index: int) -> bool:
        word = self.words[index]
        if word.dep == "ROOT":
            return True
        if self._helps(index):
            return False
        if self._finite(index) or any(self._finite(i) for i in self._helpers(index)):
            return True
        if not self._verbal(index) or word.dep not in _EMBEDDED:
            return False
        if self._with_zu(index):
            return not self._in_bracket(index)
        if word.dep == "conj" and not word.tag.startswith("ADJ"):
            first = word.head
            while self.words[first].dep == "conj" and not self.heads_clause(first):
                first = self.words[first].head
            return self._verbal(first) and self.heads_clause(first)
        return False

    def complex(self, head: int) -> frozenset[int]:
        found = set(self._helpers(head))
        verbal = self._verbal(head) and not self.words[head].tag.startswith("ADJ")
        state = bool(found) and self.words[head].tag == "VVPP" and not self._with_zu(head)
        state = state and not takes_sein(self.words[head].lemma)
        if verbal and not (state and all(self.words[i].lemma == "sein" for i in found)):
            found.add(head)
        for child in self.children[head]:
            if self._in_bracket(child) and not self.heads_clause(child):
                found |= {child, *self._helpers(child)}
        return frozenset(found)

    def settle_shared(
        self, head: int, clause: list[int], complexes: dict[int, frozenset[int]]
    ) -> None:
        """*… aufgestellt und … gerückt hat*: trees hang the shared *hat* on the first conjunct;
        here it goes with the last, which it stands beside."""
        partners = [
            i
            for i in self.children[head]
            if i in complexes and self.words[i].dep == "conj" and not self._finite(i)
        ]
        partners = [i for i in partners if not self._helpers(i) and not self._with_zu(i)]
        if not partners or self._finite(head):
            return
        last = max(partners)
        moved = frozenset(i for i in self._helpers(head) if i > last)
        if moved:
            complexes[head] -= moved
            complexes[last] |= moved
            for index in moved:
                clause[index] = last

    def infinitive(self, head: int, found: frozenset[int]) -> str:
        """The full verb's lemma with the particle that stands apart."""
        lemma = self.words[head].lemma
        for index in found & set(self.children[head]):
            particle = self.words[index].form.lower()
            if self._particle(index) and not lemma.startswith(particle):
                return particle + lemma
        return lemma

    def _helpers(self, head: int) -> list[int]:
        return [i for i in self.children[head] if self._helps(i)]

    def _helps(self, index: int) -> bool:
        """An auxiliary, copula, particle, or an auxiliary beside one (*kann und muss*)."""
        word = self.words[index]
        above = self.words[word.head]
        joined = word.dep == "conj" and word.pos == "AUX" and above.dep in _HELPERS
        return word.dep in _HELPERS or joined or self._particle(index)

    def _particle(self, index: int) -> bool:
        word = self.words[index]
        return word.dep == "compound:prt" or (
            word.tag == "PTKVZ" and word.dep in ("advmod", "mark", "case")
        )

    def _verbal(self, index: int) -> bool:
        return self.words[index].pos in ("VERB", "AUX")

    def _finite(self, index: int) -> bool:
        word = self.words[index]
        return self._verbal(index) and "VerbForm=Fin" in word.morph and word.tag[:3] != "ADJ"

    def _with_zu(self, index: int) -> bool:
        own = any(self.words[i].tag == "PTKZU" for i in self.children[index])
        return own or self.words[index].tag == "VVIZU"

    def _in_bracket(self, index: int) -> bool:
        """Whether the non-finite verb belongs to the verb complex of the word it hangs on."""
        word = self.words[index]
        above = self.words[word.head]
        if word.dep not in ("xcomp", "ccomp", "acl", "advcl") or self._finite(index):
            return False
        if not self._verbal(index) or not self._verbal(word.head):
            return False
        if self._with_zu(index):
            return above.lemma in closed.members("zu_auxiliaries") and word.dep != "advcl"
        return word.tag in ("VVINF", "VAINF") or (
            word.tag == "VVPP" and above.lemma in _TAKES_PARTICIPLE
        )


def _clause_of(words: Sequence[GoldWord], heads: set[int], index: int) -> int:
    while index not in heads:
        index = words[index].head
    return index


def _boundaries(clause: Sequence[int], silent: Sequence[bool]) -> frozenset[int]:
    audible = [index for index in range(len(clause)) if not silent[index]]
    pairs = pairwise(audible)
    return frozenset(right for left, right in pairs if clause[left] != clause[right])


def annotated(sentences: Sequence[Sequence[GoldWord]], *, pipeline: str) -> list[list[Word]]:
    """Our pipeline's and corrections' reading of the gold tokens, gold annotation unseen."""
    blind: list[list[Word]] = []
    for words in sentences:
        position = 0
        row = []
        for index, word in enumerate(words):
            end = position + len(word.form)
            row.append(Word(index, word.form, position, end, word.space))
            position = end + word.space
        blind.append(row)
    annotate(blind, pipeline=pipeline)
    for read in blind:
        corrections.correct(read)
        lemmas.lemmatise(read)
    return blind


def from_fields(words: list[Word]) -> Reading:
    """What our clause layer says of one annotated sentence."""
    drafts = fields.clauses(words)
    clause = [0] * len(words)
    complexes = set()
    predicates = []
    for number, draft in enumerate(drafts):
        for word in draft.words:
            clause[word.index] = number
        read = verbs.read(draft, question=False)
        found = {w.index for w in read.verbs if w.tag != "PTKZU"}
        if read.voice is Voice.STATE_PASSIVE and read.full is not None:
            found.discard(read.full.index)
        elif read.full is not None and read.predicate not in _LIGHT:
            predicates.append((read.full.index, read.predicate))
        complexes.add(frozenset(found))
    return Reading(
        boundaries=_boundaries(clause, [word.tag.startswith("$") for word in words]),
        complexes=frozenset(found for found in complexes if found),
        predicates=frozenset(predicates),
    )


def f1(pairs: Iterable[tuple[frozenset[object], frozenset[object]]]) -> dict[str, float]:
    """Precision, recall and F1 in per cent over (gold, found) sets of many sentences."""
    right = wanted = found = 0
    for gold, answer in pairs:
        right += len(gold & answer)
        wanted += len(gold)
        found += len(answer)
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    both = precision + recall
    return {
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
        "f1": round(200 * precision * recall / both, 1) if both else 0.0,
    }
