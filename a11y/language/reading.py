"""What ``a11y.language.analyse`` does: text → tokens, sentences, clauses, values."""

from __future__ import annotations

import atexit
import gc
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from a11y.language import (
    address,
    closed,
    compounds,
    corrections,
    hours,
    layout,
    lemmas,
    lists,
    names,
    normal,
    values,
)
from a11y.language.analysis import (
    Analysis,
    Clause,
    ClauseKind,
    OpeningHours,
    Role,
    Sentence,
    SentenceKind,
    Value,
)
from a11y.language.clauses import fields, frames, reduced, relations, verbs
from a11y.language.clauses.arguments import arguments
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.sharing import share_subject
from a11y.language.coreference import resolve
from a11y.language.pipeline.load import annotate
from a11y.language.tokens import tokenise
from a11y.language.word import Word


def read(text: str, *, pipeline: str | None = None) -> Analysis:
    """Analyse German text; never fails on text, however odd it is.

    pipeline: name or folder of a spaCy pipeline (UD or TIGER labels); None: the one named by the
    environment variable ``KLARHAND_GERMAN_PIPELINE``, else the built-in one.
    Errors: ``PipelineMissingError``. Same text and pipeline, same answer.
    """
    plain = normal.characters(text)
    raw = tokenise(plain.text)
    words = [
        Word(index=i, text=t.text, start=t.start, end=t.end, space_after=t.space_after)
        for i, t in enumerate(raw)
    ]
    stretches = [s for s in layout.stretches(plain.text, raw) if s.last > s.first]
    sentences = [words[s.first : s.last] for s in stretches]
    spoken = [words[s.first + s.bullet : s.last] or words[s.first : s.last] for s in stretches]
    for sentence in sentences:
        normal.words(sentence)
    for word in words:  # what no pipeline sees, a list's mark, is punctuation
        word.tag, word.pos, word.dep, word.head = "$(", "PUNCT", "punct", word.index
    annotate(spoken, pipeline=pipeline)
    shortened = dict(hours.day_words(plain.text))
    for word in words:
        if (word.start, word.end) in shortened:  # before the rules see *So* or *Do*
            word.tag, word.pos = "NN", "NOUN"
    for sentence in spoken:
        corrections.correct(sentence)
    address.settle(spoken)
    lemmas.lemmatise(words)
    for word in words:
        word.lemma = shortened.get((word.start, word.end), word.lemma)
    opened = hours.find(plain.text)
    _mark_hours(words, opened)
    found_values = values.find(plain.text)
    found_values += names.find(words, plain.text, found_values)
    if plain.text is not text:
        found_values = tuple(_in_source(value, plain, text) for value in found_values)
        opened = tuple(_hours_in_source(item, plain, text) for item in opened)
        for word in words:
            word.start, word.end = plain.at[word.start], _end(plain, word.end)
            word.source = text[word.start : word.end]
    clauses: list[Clause] = []
    attributes: list[Clause] = []
    out: list[Sentence] = []
    given: lists.LeadIn | None = None
    for number, (stretch, sentence) in enumerate(zip(stretches, sentences, strict=True)):
        item = stretch.kind is SentenceKind.LIST_ITEM
        made = _sentence_clauses(
            sentence, number, first_clause=len(clauses), given=given if item else None
        )
        lead = given.sentence if item and given is not None else None
        if not item:
            given = lists.lead_in(number, made, sentence)
        described = reduced.find(sentence, made, first=len(attributes))
        made = reduced.without_their_negations(made, described)
        clauses += made
        attributes += described
        kind = stretch.kind
        if kind is SentenceKind.HEADING and any(c.finite is not None for c in made):
            kind = SentenceKind.SENTENCE
        elif kind is SentenceKind.SENTENCE and not any(c.finite is not None for c in made):
            kind = SentenceKind.FRAGMENT
        out.append(
            Sentence(
                index=number,
                span=(sentence[0].start, sentence[-1].end),
                tokens=(stretch.first, stretch.last),
                kind=kind,
                clauses=tuple(clause.index for clause in made),
                lead_in=lead,
            )
        )
    tokens = tuple(word.token() for word in words)
    analysis = Analysis(
        text=text,
        tokens=tokens,
        sentences=tuple(out),
        clauses=tuple(clauses),
        values=tuple(sorted(found_values, key=lambda value: value.span)),
        compounds=_compounds(words),
        hours=opened,
        attributes=tuple(attributes),
    )
    _let_tables_rest()
    return resolve(analysis)


@cache
def _let_tables_rest() -> None:
    """Once, when the first text has loaded them, pipeline and tables are set apart for good.

    They live as long as the program; the collector of cycles would walk through their 80,000
    objects again and again, at 3 % of all time. What a caller holds in cycles at that moment stays
    as well, once.
    """
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # what was open stays to be closed


def _mark_hours(words: Sequence[Word], opened: Sequence[OpeningHours]) -> None:
    """Tell the words that are part of opening hours."""
    for item in opened:
        for word in words:
            word.in_hours = word.in_hours or item.span[0] <= word.start < item.span[1]


def _in_source(value: Value, plain: normal.Plain, source: str) -> Value:
    """The value where the source has it; its normal form stays."""
    start, end = plain.at[value.span[0]], _end(plain, value.span[1])
    return replace(value, span=(start, end), text=source[start:end])


def _hours_in_source(item: OpeningHours, plain: normal.Plain, source: str) -> OpeningHours:
    start, end = plain.at[item.span[0]], _end(plain, item.span[1])
    return replace(item, span=(start, end), text=source[start:end])


def _end(plain: normal.Plain, end: int) -> int:
    """Where the character before ``end`` ends in the source, silent marks behind it left out."""
    last = plain.at[end - 1] + 1
    while last < plain.at[end] and unicodedata.combining(plain.source[last]):
        last += 1
    return last


def _sentence_clauses(
    sentence: list[Word], number: int, *, first_clause: int, given: lists.LeadIn | None
) -> list[Clause]:
    drafts = fields.clauses(sentence)
    if given is not None:
        lists.prepare(drafts, given)
    asks = any(word.text == "?" for word in sentence[-2:])
    index_of = {id(draft): first_clause + place for place, draft in enumerate(drafts)}
    made = [
        _clause(draft, drafts, sentence, number, index_of=index_of, asks=asks) for draft in drafts
    ]
    if given is not None:
        made = lists.continued(made, drafts, given)
    return share_subject(made, drafts)


def _clause(
    draft: Draft,
    drafts: list[Draft],
    sentence: list[Word],
    number: int,
    *,
    index_of: dict[int, int],
    asks: bool,
) -> Clause:
    complex_ = verbs.read(draft, question=asks)
    kind = draft.kind
    if not complex_.predicate:
        kind = ClauseKind.FRAGMENT
    elif (
        draft.finite is None
        and not draft.gapped
        and draft.shared_from is None
        and kind is ClauseKind.MAIN
    ):
        nonfinite = complex_.full is not None and complex_.full.tag.endswith(("INF", "IZU"))
        kind = ClauseKind.INFINITIVE if nonfinite else ClauseKind.FRAGMENT
    link, relation = relations.link_and_relation(draft, sentence)
    found = arguments(draft, complex_)
    predicate = complex_.predicate
    if any(p.role is Role.DIRECT_OBJECT and not p.preposition for p in found.participants):
        predicate = frames.twin(predicate) or predicate  # *wer einen Baum fällt*
    described = relations.antecedent(draft, sentence)
    parent = index_of.get(id(draft.parent)) if draft.parent is not None else None
    return Clause(
        index=index_of[id(draft)],
        sentence=number,
        kind=kind,
        tokens=tuple(word.index for word in draft.words),
        predicate=predicate if kind is not ClauseKind.FRAGMENT else "",
        modal=complex_.modal,
        finite=complex_.finite.index if complex_.finite is not None else None,
        verbs=tuple(word.index for word in complex_.verbs),
        voice=complex_.voice,
        tense=complex_.tense,
        mood=complex_.mood,
        negations=tuple(w.index for w in draft.words if _negates(w)),
        question=relations.question_type(draft, sentence_asks=asks, relation=relation),
        link=link,
        relation=relation,
        parent=parent,
        antecedent=described.index if described is not None else None,
        participants=found.participants,
        adverbials=found.adverbials,
        causative=any(w.lemma == "lassen" for w in complex_.verbs if w is not complex_.full),
        reflexive=found.reflexive.index if found.reflexive is not None else None,
    )


def _negates(word: Word) -> bool:
    neither = word.lower == "noch" and word.tag == "KON"  # *weder … noch*
    return neither or (word.lower in closed.members("negations") and word.tag != "KOUI")


def _compounds(words: Sequence[Word]) -> dict[int, tuple[str, ...]]:
    found = {}
    for word in words:
        if word.tag == "NN":
            parts = compounds.split(word.lemma)
            if len(parts) > 1:
                found[word.index] = parts
    return found
