"""Clause boundaries and verb complexes read off UD gold trees, to measure the clause layer with.

A clause's head is the root, or a verb (or copula predicate) that hangs on another clause as
clausal complement, adverbial, relative, parataxis or conjunct, or a zu-infinitive. Every token
belongs to the nearest clause head above it. A boundary stands between two neighbouring tokens of
different clauses; punctuation is left out. A participle beside *sein* alone (*ist ausgestellt*:
state passive or adjective, the treebanks disagree) is left out of the verb complex on both sides.
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

_CLAUSAL = {"ccomp", "advcl", "acl:relcl", "csubj", "parataxis"}
_HELPERS = {"aux", "aux:pass", "cop", "compound:prt"}


@dataclass(frozen=True, slots=True)
class Reading:
    """boundaries: indices of tokens that begin another clause than the token before them.
    complexes: the verb tokens of each clause (without *zu*)."""

    boundaries: frozenset[int]
    complexes: frozenset[frozenset[int]]


def from_tree(words: Sequence[GoldWord]) -> Reading:
    """The reading that a gold tree gives."""
    children: list[list[int]] = [[] for _ in words]
    for index, word in enumerate(words):
        if word.head != index:
            children[word.head].append(index)
    heads = {i for i in range(len(words)) if _is_clause_head(words, children, i)}
    clause = [_clause_of(words, heads, index) for index in range(len(words))]
    complexes = {_complex(words, children, head) for head in heads}
    return Reading(
        boundaries=_boundaries(clause, [word.pos == "PUNCT" for word in words]),
        complexes=frozenset(found for found in complexes if found),
    )


def _is_clause_head(words: Sequence[GoldWord], children: list[list[int]], index: int) -> bool:
    word = words[index]
    if word.dep == "ROOT":
        return True
    verbal = word.pos in ("VERB", "AUX") and not word.tag.startswith("ADJ")
    finite = any(words[child].dep in _HELPERS - {"compound:prt"} for child in children[index])
    if word.dep in _CLAUSAL:
        return verbal or finite
    with_zu = word.tag == "VVIZU" or any(words[c].tag == "PTKZU" for c in children[index])
    if word.dep in ("xcomp", "acl", "obj", "nsubj", "obl", "advmod") and with_zu:
        helper = words[word.head].lemma in closed.members("zu_auxiliaries")
        return verbal and not (helper and word.dep == "xcomp")
    if word.dep == "conj" and (verbal or finite) and word.tag != "ADJA":
        root = word.head
        while words[root].dep == "conj":
            root = words[root].head
        return _is_clause_head(words, children, root)
    return False


def _clause_of(words: Sequence[GoldWord], heads: set[int], index: int) -> int:
    while index not in heads:
        index = words[index].head
    return index


def _complex(words: Sequence[GoldWord], children: list[list[int]], head: int) -> frozenset[int]:
    found = {child for child in children[head] if words[child].dep in _HELPERS}
    state = words[head].tag == "VVPP" and not takes_sein(words[head].lemma)
    state = state and all(words[i].lemma == "sein" for i in found) and bool(found)
    if words[head].pos in ("VERB", "AUX") and words[head].tag[:3] != "ADJ" and not state:
        found.add(head)
    return frozenset(found)


def _boundaries(clause: Sequence[int], silent: Sequence[bool]) -> frozenset[int]:
    audible = [index for index in range(len(clause)) if not silent[index]]
    pairs = pairwise(audible)
    return frozenset(right for left, right in pairs if clause[left] != clause[right])


def from_fields(sentences: Sequence[Sequence[GoldWord]], *, pipeline: str) -> list[Reading]:
    """What our pipeline and clause layer say of the same tokens, gold annotation unseen."""
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
    return [_read(words) for words in blind]


def _read(words: list[Word]) -> Reading:
    corrections.correct(words)
    lemmas.lemmatise(words)
    drafts = fields.clauses(words)
    clause = [0] * len(words)
    complexes = set()
    for number, draft in enumerate(drafts):
        for word in draft.words:
            clause[word.index] = number
        read = verbs.read(draft, question=False)
        found = {w.index for w in read.verbs if w.tag != "PTKZU"}
        if read.voice is Voice.STATE_PASSIVE and read.full is not None:
            found.discard(read.full.index)
        complexes.add(frozenset(found))
    return Reading(
        boundaries=_boundaries(clause, [word.tag.startswith("$") for word in words]),
        complexes=frozenset(found for found in complexes if found),
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
