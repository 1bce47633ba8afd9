"""Whole clauses that signing reads otherwise: *der Ort, wo …*, *weder A noch B*, *ist kaputt*."""

from __future__ import annotations

from dataclasses import replace

from a11y.language.analysis import (
    Analysis,
    Clause,
    ClauseKind,
    Participant,
    QuestionType,
    Relation,
    Role,
)
from a11y.sign_avatar.glossing.reread.names import NAME
from a11y.sign_avatar.glossing.words import denies_amount, is_person

_WHERE = frozenset({"wo", "wohin", "woher"})
_STATES = {"zu": "zu-haben", "auf": "auf-haben"}
_STAYS = frozenset({"offen", "frei", "leer", "still", "trocken", "gesund", "ruhig", "sauber"})
_NO_QUALITIES = frozenset(
    {"da", "dabei", "weg", "los", "hin", "her", "zurück", "vorbei", "hier", "zusammen", "zu", "auf",
     "an", "aus", "um"}
)  # fmt: skip


def retold(analysis: Analysis) -> Analysis:
    """The analysis with such clauses as they are meant; every token stays."""
    tokens = list(analysis.tokens)
    clauses = list(analysis.clauses)
    for clause in analysis.clauses:
        made = _statement(analysis, _where(analysis, clause))
        made = _neither(analysis, clauses, made)
        made = _amounts(analysis, _said_again(analysis, clauses, _whole_names(analysis, made)))
        quality = _quality(analysis, made)
        if quality is not None:
            word = _STATES.get(tokens[quality].text, tokens[quality].text.lower())
            tokens[quality] = replace(tokens[quality], lemma=word, pos="ADJ", tag="ADJD")
            made = _with_quality(made, quality)
        clauses[clause.index] = made
    return replace(analysis, tokens=tuple(tokens), clauses=tuple(clauses))


def _where(analysis: Analysis, clause: Clause) -> Clause:
    """*Der Ort, wo das Fest ist*: right behind a noun *wo* asks nothing."""
    if clause.relation is not Relation.QUESTION or clause.link.lower() not in _WHERE:
        return clause
    if clause.parent is None or clause.tokens[0] < 2:
        return clause
    noun = clause.tokens[0] - 2
    behind = analysis.tokens[noun + 1].text == "," and analysis.tokens[noun].tag == "NN"
    if is_person(analysis.tokens[noun]):
        return clause  # fragen Sie den Hausmeister, wo …
    if not behind or noun not in analysis.clauses[clause.parent].tokens:
        return clause
    return replace(
        clause,
        kind=ClauseKind.RELATIVE,
        relation=Relation.RELATIVE,
        question=QuestionType.NONE,
        antecedent=noun,
        adverbials=tuple(
            item
            for item in clause.adverbials
            if analysis.tokens[item.head].text.lower() not in _WHERE
        ),
    )


def _statement(analysis: Analysis, clause: Clause) -> Clause:
    """The *das geht* of *Ja, das geht*: nothing stands before it that it could describe."""
    if clause.relation is not Relation.RELATIVE or clause.antecedent is not None:
        return clause
    if analysis.tokens[clause.tokens[0]].tag != "PDS":
        return clause
    return replace(clause, kind=ClauseKind.MAIN, relation=Relation.NONE, link="", parent=None)


def _neither(analysis: Analysis, clauses: list[Clause], clause: Clause) -> Clause:
    """*weder verloren noch gestohlen*: the second is denied as the first is."""
    begins = analysis.tokens[clause.tokens[0]].text.lower()
    if "noch" not in (begins, clause.link.lower()):
        return clause
    if any(analysis.tokens[index].text.lower() != "noch" for index in clause.negations):
        return clause
    first = (clauses[at] for at in (clause.parent, clause.index - 1) if at is not None and at >= 0)
    denials = (index for other in first for index in other.negations)
    both = next((at for at in denials if analysis.tokens[at].text.lower() == "weder"), None)
    if both is None:
        return clause
    return replace(clause, tokens=tuple(sorted({both, *clause.tokens})), negations=(both,))


def _whole_names(analysis: Analysis, clause: Clause) -> Clause:
    """*Herr Kurz*: the name is no quality of the gentleman."""
    for name in clause.participants:
        if analysis.tokens[name.head].dep != NAME or len(name.tokens) != 1:
            continue
        for item in clause.participants:
            if item is not name and item.tokens and item.tokens[-1] + 1 == name.head:
                whole = replace(item, tokens=(*item.tokens, name.head))
                return replace(
                    clause,
                    participants=tuple(
                        whole if part is item else part
                        for part in clause.participants
                        if part is not name
                    ),
                )
    return clause


def _said_again(analysis: Analysis, clauses: list[Clause], clause: Clause) -> Clause:
    """*A ist für X zuständig, B für Y*: without its verb the second clause lacks the quality."""
    if clause.verbs or clause.predicate != "sein" or clause.parent is None:
        return clause
    above = clauses[clause.parent]
    said = next((item for item in above.participants if item.role is Role.PREDICATIVE), None)
    own = next((item for item in clause.participants if item.role is Role.PREDICATIVE), None)
    if said is None or analysis.tokens[said.head].pos != "ADJ":
        return clause
    if own is not None and (own.head != said.head or own.head in clause.tokens):
        return clause
    others = (item for item in clause.participants if item is not own)
    return replace(
        clause,
        tokens=tuple(sorted({*said.tokens, *clause.tokens})),
        participants=(*others, replace(said, shared=True)),
    )


def _amounts(analysis: Analysis, clause: Clause) -> Clause:
    """*nicht alle Kinder*: the *nicht* belongs to the phrase whose amount it denies."""
    if not clause.negations:
        return clause

    def with_denial(item: Participant) -> Participant:
        before = item.tokens[0] - 1 if item.tokens else -1
        denied = before in clause.negations and denies_amount(analysis.tokens, before)
        return replace(item, tokens=(before, *item.tokens)) if denied else item

    return replace(clause, participants=tuple(map(with_denial, clause.participants)))


def _quality(analysis: Analysis, clause: Clause) -> int | None:
    """The *kaputt* that was taken for half of a verb *kaputtsein*."""
    if clause.predicate == "verscheiden":  # sind verschieden: nobody died
        return next((i for i in clause.verbs if analysis.tokens[i].text == "verschieden"), None)
    if clause.predicate in ("bleiben", "zubleiben", "aufbleiben"):  # bleibt zu: closed
        last = clause.verbs[-1] if clause.verbs else None
        shut = last is not None and analysis.tokens[last].text in ("zu", "auf")
        return last if shut and analysis.tokens[last or 0].tag == "PTKVZ" else None
    if clause.predicate.endswith("bleiben") and clause.predicate.removesuffix("bleiben") in _STAYS:
        return next((i for i in clause.verbs if analysis.tokens[i].tag == "PTKVZ"), None)
    if clause.predicate == "sein" or not clause.predicate.endswith("sein"):
        return None
    quality = clause.predicate.removesuffix("sein")
    if quality in _NO_QUALITIES:
        return None
    return next((i for i in clause.verbs if analysis.tokens[i].text.lower() == quality), None)


def _with_quality(clause: Clause, index: int) -> Clause:
    said = Participant(role=Role.PREDICATIVE, head=index, tokens=(index,))
    return replace(
        clause,
        predicate="bleiben" if "bleiben" in clause.predicate else "sein",
        verbs=tuple(verb for verb in clause.verbs if verb != index),
        participants=(*clause.participants, said),
    )
