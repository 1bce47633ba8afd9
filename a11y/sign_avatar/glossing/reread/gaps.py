"""Clauses that German shortens because the one before has said the rest.

*Der Vater bekommt den Pass und die Mutter den Ausweis.* – *Erwachsene zahlen 5 Euro, Kinder 2
Euro.* – *Sie brauchen nicht den Pass, sondern den Ausweis.* Each becomes two clauses with the verb
in both: the ellipsis of verbs is not described for DGS, and a viewer should not have to fill a gap.
"""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    ClauseKind,
    Participant,
    Relation,
    Role,
    Sentence,
)
from a11y.sign_avatar.glossing.reread.adverbs import parts_of
from a11y.sign_avatar.glossing.reread.notes import Notes
from a11y.sign_avatar.glossing.reread.phrases import type_of, value_kind

Chunk = tuple[int, ...]
_SURE_OBJECT = frozenset(
    {"den", "einen", "keinen", "meinen", "seinen", "ihren", "Ihren", "unseren", "diesen", "jeden"}
)
_NOMINATIVE = frozenset({"der", "die", "das", "ein", "eine", "alle", "viele", "ihr", "Ihr"})


def filled(analysis: Analysis, notes: Notes) -> Analysis:
    """The analysis with shortened clauses written out as clauses of their own."""
    clauses = list(analysis.clauses)
    sentences: list[Sentence] = []
    for sentence in analysis.sentences:
        own: list[int] = []
        for number in sentence.clauses:
            own.append(number)
            pair = _contrast(analysis, clauses[number])
            rule = "CONTRAST-SPLIT"
            if pair is None:
                pair, rule = _gapped(analysis, clauses[number]), "GAP-FILLED"
            if pair is None:
                continue
            notes.fire(rule, sentence.index)
            clauses[number] = pair[0]
            clauses.append(replace(pair[1], index=len(clauses), parent=number))
            own.append(len(clauses) - 1)
        sentences.append(replace(sentence, clauses=tuple(own)))
    if len(clauses) == len(analysis.clauses):
        return analysis
    return replace(analysis, clauses=tuple(clauses), sentences=tuple(sentences))


def _contrast(analysis: Analysis, clause: Clause) -> tuple[Clause, Clause] | None:
    """*nicht X, sondern Y*: the first part is denied, the second holds."""
    if not clause.negations:
        return None
    turn = next((i for i in clause.tokens if analysis.tokens[i].text.lower() == "sondern"), None)
    if turn is None or clause.tokens[0] == turn:
        return None
    negation = next((i for i in reversed(clause.negations) if i < turn), None)
    if negation is None or _only(analysis, negation, clause):
        return None
    end = _end(clause, turn)
    second = tuple(index for index in clause.tokens if turn <= index < end)
    denied = _denied(analysis, clause, negation, turn)
    first = tuple(index for index in clause.tokens if index not in second)
    content = [i for i in second if analysis.tokens[i].pos not in ("PUNCT", "CCONJ")]
    if not content or not denied:
        return None
    shape = _shape(clause, denied)
    head = next(
        (i for i in reversed(content) if analysis.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "NUM")),
        content[-1],
    )
    again = _phrase(analysis, shape, head, tuple(content))
    return (
        _restricted(clause, first),
        _second(clause, second, subject=None, others=(again,), link="sondern"),
    )


def _only(analysis: Analysis, negation: int, clause: Clause) -> bool:
    following = negation + 1
    return following in clause.tokens and analysis.tokens[following].text.lower() == "nur"


def _denied(analysis: Analysis, clause: Clause, negation: int, turn: int) -> tuple[int, ...]:
    run = tuple(index for index in clause.tokens if negation < index < turn)
    return tuple(i for i in run if analysis.tokens[i].pos != "PUNCT")


def _shape(clause: Clause, denied: tuple[int, ...]) -> Participant | Adverbial | None:
    """What the denied phrase is in the clause; the second one is the same."""
    return next((item for item in parts_of(clause) if item.head in denied), None)


def _gapped(analysis: Analysis, clause: Clause) -> tuple[Clause, Clause] | None:
    """*…, die Mutter den Ausweis*: two phrases after a joint, without a verb."""
    if not clause.verbs or clause.kind is ClauseKind.FRAGMENT or clause.negations:
        return None
    finite = clause.finite if clause.finite is not None else clause.verbs[0]
    for joint in reversed(clause.tokens):
        token = analysis.tokens[joint]
        if joint <= finite or token.text.lower() not in ("und", ",", "aber"):
            continue
        rest = tuple(i for i in clause.tokens if i > joint and analysis.tokens[i].text not in ".!")
        if any(i in clause.verbs for i in rest):
            return None
        chunks = _chunks(analysis, rest)
        if len(chunks) != 2:
            continue
        found = _partners(analysis, clause, chunks, joint, finite)
        if found is None:
            continue
        subject_chunk, other_chunk, before = found
        first = tuple(index for index in clause.tokens if index < joint)
        subject = Participant(
            role=Role.SUBJECT, head=_noun(analysis, subject_chunk), tokens=subject_chunk
        )
        other = _phrase(analysis, before, _noun(analysis, other_chunk), other_chunk)
        return (
            _restricted(clause, first),
            _second(
                clause,
                tuple(i for i in clause.tokens if i >= joint),
                subject=subject,
                others=(other,),
                link=token.text.lower() if token.pos == "CCONJ" else "",
            ),
        )
    return None


def _partners(
    analysis: Analysis, clause: Clause, chunks: list[Chunk], joint: int, finite: int
) -> tuple[Chunk, Chunk, Participant | Adverbial] | None:
    """The subject of the second half, its other phrase, and what that one stands for in the first.

    *Der Vater bekommt den Pass, die Mutter den Ausweis* or, with the other phrase in front, *am
    Montag kommt der Arzt, am Dienstag die Hebamme*.
    """
    before = _last_before(clause, joint, finite)
    if (
        before is not None
        and _subject_like(analysis, chunks[0])
        and _matches(analysis, chunks[1], before)
    ):
        return chunks[0], chunks[1], before
    front = next(
        (item for item in clause.adverbials if item.tokens and item.tokens[0] == clause.tokens[0]),
        None,
    )
    nominative = analysis.tokens[chunks[1][0]].text.lower() in _NOMINATIVE
    if front is not None and nominative and _same_preposition(analysis, chunks[0], front):
        return chunks[1], chunks[0], front
    return None


def _same_preposition(analysis: Analysis, chunk: Chunk, before: Participant | Adverbial) -> bool:
    first = analysis.tokens[chunk[0]]
    return bool(before.preposition) and first.lemma.lower() == before.preposition.lower()


def _chunks(analysis: Analysis, tokens: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Phrases, each from its determiner, preposition or number to its noun."""
    out: list[list[int]] = []
    closed = True
    for index in tokens:
        token = analysis.tokens[index]
        if token.pos in ("PUNCT", "CCONJ", "VERB", "AUX", "ADV", "SCONJ"):
            return []
        if closed:
            out.append([])
            closed = False
        out[-1].append(index)
        closed = token.pos in ("NOUN", "PROPN", "SYM")
    if not closed:
        return []
    return [tuple(chunk) for chunk in out]


def _last_before(clause: Clause, joint: int, finite: int) -> Participant | Adverbial | None:
    """The part of the first half that the last phrase of the second stands for."""
    items = [item for item in parts_of(clause) if item.tokens and finite < item.tokens[0] < joint]
    return max(items, key=lambda item: item.tokens[0], default=None)


def _subject_like(analysis: Analysis, chunk: tuple[int, ...]) -> bool:
    """A noun that can be a subject: with an article of the nominative, or bare in the plural."""
    first = analysis.tokens[chunk[0]]
    if len(chunk) == 1:
        return first.pos in ("NOUN", "PROPN")
    return first.text.lower() in _NOMINATIVE or first.pos == "ADJ"


def _matches(analysis: Analysis, chunk: tuple[int, ...], before: Participant | Adverbial) -> bool:
    """A sure object, a value of the same kind, or a phrase with the same preposition."""
    first = analysis.tokens[chunk[0]]
    if first.text in _SURE_OBJECT:
        return isinstance(before, Participant) and not before.preposition
    kind = value_kind(analysis, chunk)
    if kind is not None:
        known = {
            value_kind(analysis, before.tokens[:at]) for at in range(1, len(before.tokens) + 1)
        }
        return kind in known
    return _same_preposition(analysis, chunk, before)


def _noun(analysis: Analysis, chunk: tuple[int, ...]) -> int:
    nouns = [i for i in chunk if analysis.tokens[i].pos in ("NOUN", "PROPN")]
    return nouns[-1] if nouns else chunk[-1]


def _phrase(
    analysis: Analysis,
    shape: Participant | Adverbial | None,
    head: int,
    tokens: tuple[int, ...],
) -> Participant | Adverbial:
    if isinstance(shape, Adverbial):
        first = analysis.tokens[tokens[0]]
        preposition = first.lemma.lower() if first.pos == "ADP" else ""
        kind = type_of(analysis, shape.type, preposition, head, tokens)
        return Adverbial(type=kind, head=head, tokens=tokens, preposition=preposition)
    if shape is not None:
        return replace(shape, head=head, tokens=tokens, pronoun=False, antecedent=None)
    if analysis.tokens[head].pos == "ADJ":
        return Adverbial(type=AdverbialType.MANNER, head=head, tokens=tokens)
    return Participant(role=Role.DIRECT_OBJECT, head=head, tokens=tokens)


def _restricted(clause: Clause, tokens: tuple[int, ...]) -> Clause:
    """The clause with these tokens only."""
    own = set(tokens)

    def cut(item: Participant | Adverbial) -> tuple[int, ...]:
        return tuple(index for index in item.tokens if index in own)

    return replace(
        clause,
        tokens=tokens,
        participants=tuple(
            replace(item, tokens=cut(item)) for item in clause.participants if item.head in own
        ),
        adverbials=tuple(
            replace(item, tokens=cut(item)) for item in clause.adverbials if item.head in own
        ),
        negations=tuple(index for index in clause.negations if index in own),
    )


def _second(
    clause: Clause,
    tokens: tuple[int, ...],
    *,
    subject: Participant | None,
    others: tuple[Participant | Adverbial, ...],
    link: str,
) -> Clause:
    """The second clause: the verbs of the first, parts of its own."""
    participants = [item for item in others if isinstance(item, Participant)]
    return replace(
        clause,
        tokens=tokens,
        participants=tuple([subject, *participants] if subject is not None else participants),
        adverbials=tuple(item for item in others if isinstance(item, Adverbial)),
        negations=(),
        link=link,
        relation=Relation.COORDINATION,
        antecedent=None,
        reflexive=None,
    )


def _end(clause: Clause, turn: int) -> int:
    """Where the second part ends: before the verbs that close the clause."""
    return next((index for index in clause.verbs if index > turn), clause.tokens[-1] + 1)
