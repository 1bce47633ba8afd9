"""Clauses that German shortens because the one before has said the rest.

*Der Vater bekommt den Pass und die Mutter den Ausweis.* – *Erwachsene zahlen 5 Euro, Kinder
nichts.* – *Am Montag prüft das Amt die Anträge, am Dienstag die Rechnungen.* Each becomes clauses
of its own with the verb in all of them: the ellipsis of verbs is not described for DGS, and a
viewer should not have to fill a gap. The clause layer parts most of them
(``language.clauses.gapping``); what it leaves together is looked through here. A stretch without a
verb is such a clause only where each of its phrases has a counterpart in the clause before
(``remnants.py``).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from a11y.language.analysis import Analysis, Clause, ClauseKind, Relation, Role, Sentence
from a11y.sign_avatar.glossing.reread.contrast import contrasted
from a11y.sign_avatar.glossing.reread.elliptic import Part, continued, phrase_like, restricted
from a11y.sign_avatar.glossing.reread.notes import Notes
from a11y.sign_avatar.glossing.reread.remnants import Remnant, partners, remnants

_JOINTS = frozenset({"und", ",", "aber"})


def filled(analysis: Analysis, notes: Notes) -> Analysis:
    """The analysis with shortened clauses written out as clauses of their own."""
    clauses = list(analysis.clauses)
    sentences: list[Sentence] = []
    for sentence in analysis.sentences:
        own: list[int] = []
        for number in sentence.clauses:
            own.append(number)
            first, *further = _told_apart(analysis, clauses[number], notes, sentence.index)
            clauses[number] = first
            for clause in further:
                clauses.append(replace(clause, index=len(clauses), parent=number))
                own.append(len(clauses) - 1)
        sentences.append(replace(sentence, clauses=tuple(own)))
    if len(clauses) == len(analysis.clauses):
        return analysis
    return replace(analysis, clauses=tuple(clauses), sentences=tuple(sentences))


def _told_apart(analysis: Analysis, clause: Clause, notes: Notes, sentence: int) -> list[Clause]:
    pair = contrasted(analysis, clause)
    if pair is not None:
        notes.fire("CONTRAST-SPLIT", sentence)
        return list(pair)
    told = _gapped(analysis, clause)
    parted = clause.relation is Relation.COORDINATION and clause.kind is ClauseKind.MAIN
    if len(told) > 1 or (parted and clause.predicate and not clause.verbs):
        notes.fire("GAP-FILLED", sentence)
    return told


def _gapped(analysis: Analysis, clause: Clause) -> list[Clause]:
    """The clause and those that repeat its verb; only the clause where nothing is left out."""
    if not clause.verbs or clause.kind is ClauseKind.FRAGMENT or _denies_all(analysis, clause):
        return [clause]
    finite = clause.finite if clause.finite is not None else clause.verbs[0]
    closing = tuple(index for index in clause.verbs if index > finite)
    closing += _shared_quality(analysis, clause)
    whole = clause
    base: Clause | None = None
    later: list[tuple[int, list[Remnant], list[Part]]] = []
    for joint, stretch in _stretches(analysis, clause, finite):
        words = tuple(index for index in stretch if index not in closing)
        if len(words) < len(stretch) and words and words[-1] > min(closing):
            return [clause]  # verbs in the middle: no mere remnant
        found = remnants(analysis, words) if words else None
        if base is None:
            head = restricted(
                whole, [i for i in whole.tokens if i < joint or (i in closing and i > joint)]
            )
            matched = partners(analysis, head, found) if found else None
            if matched is not None and found is not None:
                base = head
                later.append((joint, found, matched))
            continue
        matched = partners(analysis, base, found) if found else None
        if matched is not None and found is not None:
            later.append((joint, found, matched))
        elif found is not None and len(found) == 1:  # …, die Mutter den Pass und das Foto
            at, before, known = later[-1]
            last = before[-1]
            longer = replace(last, tokens=(*last.tokens, joint, *found[0].tokens))
            later[-1] = (at, [*before[:-1], longer], known)
        else:
            return [clause]
    if base is None:
        return [clause]
    return [base, *(_further(analysis, clause, *item) for item in later)]


def _shared_quality(analysis: Analysis, clause: Clause) -> tuple[int, ...]:
    """*… ist am 15. Mai und 15. August fällig*: what ends the clause is said of all of it."""
    words = [at for at in clause.tokens if analysis.tokens[at].pos != "PUNCT"]
    said = [item for item in clause.participants if item.role is Role.PREDICATIVE]
    qualities = [at for at in words if analysis.tokens[at].tag == "ADJD"]
    shared = len(said) == 1 and list(said[0].tokens) == qualities == words[-1:]
    return said[0].tokens if shared else ()  # but: *Das Bad ist groß und die Halle klein*


def _further(
    analysis: Analysis, clause: Clause, joint: int, found: list[Remnant], matched: list[Part]
) -> Clause:
    parts = [
        phrase_like(analysis, shape, item.head, item.tokens)
        for item, shape in zip(found, matched, strict=True)
    ]
    tokens = (joint, *(index for item in found for index in item.tokens))
    token = analysis.tokens[joint]
    link = token.text.lower() if token.pos == "CCONJ" else ""
    return continued(clause, tokens, parts, link=link)


def _stretches(
    analysis: Analysis, clause: Clause, finite: int
) -> list[tuple[int, tuple[int, ...]]]:
    """What stands between the joints behind the verb: the joint and the words up to the next."""
    joints = [
        index
        for index in clause.tokens
        if index > finite and analysis.tokens[index].text.lower() in _JOINTS
    ]
    out = []
    for joint, following in pairwise([*joints, clause.tokens[-1] + 1]):
        words = tuple(
            index
            for index in clause.tokens
            if joint < index < following and analysis.tokens[index].text not in (".", "!", ";")
        )
        if words:
            out.append((joint, words))
    return _paired(analysis, out)


def _paired(
    analysis: Analysis, stretches: list[tuple[int, tuple[int, ...]]]
) -> list[tuple[int, tuple[int, ...]]]:
    """*…, Schüler und Studenten 3 Euro*: two nouns that share what follows are one stretch."""
    out: list[tuple[int, tuple[int, ...]]] = []
    for joint, words in stretches:
        before = out[-1] if out else None
        low = analysis.tokens[joint].text.lower()
        bare = before is not None and [analysis.tokens[at].pos for at in before[1]] == ["NOUN"]
        if before is not None and bare and low == "und" and len(words) > 1:
            out[-1] = (before[0], (*before[1], joint, *words))
        else:
            out.append((joint, words))
    return out


def _denies_all(analysis: Analysis, clause: Clause) -> bool:
    """*nicht* over several remnants: nobody can tell what it denies."""
    return any(analysis.tokens[index].text.lower() == "nicht" for index in clause.negations)
