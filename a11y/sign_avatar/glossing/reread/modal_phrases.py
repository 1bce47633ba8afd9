"""*Es besteht die Möglichkeit, in Raten zu zahlen*: a modal in other words, and one clause.

*möglich*, *verpflichtet*, *das Recht haben* with an infinitive say no more than a modal verb. DGS
has the modal behind the verb it governs (SIGN-HUB Lexicon 3.3.1; Bross and Hole 2017), so both
clauses are read as one. What forbids (*verboten*) is the modal under a negation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from a11y.language.analysis import Analysis, Clause, ClauseKind, Participant, Role, Token, Voice
from a11y.sign_avatar.glossing.reread.elliptic import parts_of
from a11y.sign_avatar.glossing.reread.notes import Notes
from a11y.sign_avatar.glossing.words import modal_phrases

_HOLDING = frozenset({"haben", "bestehen", "geben", "sein", "erhalten", "bekommen"})
_MARKS = frozenset({"PTKZU", "VVIZU"})
_OTHER_LINKS = frozenset({"ohne", "statt", "anstatt", "um"})


@dataclass(frozen=True, slots=True)
class _Meant:
    modal: str
    word: int
    forbids: bool


def raised(analysis: Analysis, notes: Notes) -> Analysis:
    """The analysis with such pairs of clauses as one with a modal; every token stays."""
    clauses = list(analysis.clauses)
    tokens = list(analysis.tokens)
    gone: dict[int, int] = {}
    for inner in analysis.clauses:
        if not _takes_zu(analysis, inner) or inner.parent is None or inner.negations:
            continue
        above = clauses[inner.parent]
        meant = _meant(analysis, above)
        if meant is None or above.index in gone or above.modal or above.tokens[0] > inner.tokens[0]:
            continue
        for index in above.verbs:
            if index != meant.word:
                tokens[index] = replace(tokens[index], lemma="sein", tag="VAFIN", pos="AUX")
        tokens[meant.word] = _as_modal(tokens[meant.word], meant)
        clauses[above.index] = _one(analysis, above, inner, meant)
        clauses[inner.index] = replace(
            inner, tokens=(), verbs=(), participants=(), adverbials=(), finite=None, predicate=""
        )
        gone[inner.index] = above.index
        notes.fire("MODAL-PHRASE", above.sentence)
    if not gone:
        return analysis
    clauses = [
        replace(item, parent=gone[item.parent]) if item.parent in gone else item for item in clauses
    ]
    sentences = tuple(
        replace(item, clauses=tuple(number for number in item.clauses if number not in gone))
        for item in analysis.sentences
    )
    return replace(analysis, tokens=tuple(tokens), clauses=tuple(clauses), sentences=sentences)


def _takes_zu(analysis: Analysis, clause: Clause) -> bool:
    if clause.kind is not ClauseKind.INFINITIVE or not clause.predicate or clause.modal:
        return False
    marked = any(analysis.tokens[index].tag in _MARKS for index in clause.verbs)
    return marked and clause.link.lower().split(" ")[0] not in _OTHER_LINKS


def _meant(analysis: Analysis, clause: Clause) -> _Meant | None:
    """The modal that the clause stands for, and the word that says so."""
    words = modal_phrases()
    for index in clause.tokens:
        token = analysis.tokens[index]
        low = token.text.lower()
        if token.lemma in words["nouns"] and clause.predicate in _HOLDING:
            described = any(
                analysis.tokens[at].tag == "ADJA"
                for item in parts_of(clause)
                if item.head == index
                for at in item.tokens
            )
            if not described:
                return _Meant(words["nouns"][token.lemma], index, forbids=False)
        said = clause.predicate == "sein" or (
            clause.voice in (Voice.STATE_PASSIVE, Voice.PASSIVE) and index in clause.verbs
        )
        if said and low in words["qualities"]:
            return _Meant(words["qualities"][low], index, forbids=False)
        if said and low in words["not"] and not clause.negations:
            return _Meant(words["not"][low], index, forbids=True)
    return None


def _as_modal(token: Token, meant: _Meant) -> Token:
    if meant.forbids:
        return replace(token, lemma="nicht", pos="PART", tag="PTKNEG")
    return replace(token, lemma=meant.modal, pos="AUX", tag="VMINF")


def _one(analysis: Analysis, above: Clause, inner: Clause, meant: _Meant) -> Clause:
    """Both clauses as one: who and when from the first, what from the second."""
    subject = next((item for item in above.participants if item.role is Role.SUBJECT), None)
    empty = subject is None or analysis.tokens[subject.head].text.lower() == "es"
    modal_verbs = tuple(index for index in above.verbs if index != meant.word)
    own = () if meant.forbids else (meant.word,)

    def kept(item: Participant) -> bool:
        if item.head == meant.word:
            return False
        return not (empty and item is subject)

    participants = [item for item in above.participants if kept(item)]
    participants += [
        item
        for item in inner.participants
        if not (item.role is Role.SUBJECT and (item.shared or not item.tokens))
    ]
    return replace(
        above,
        tokens=tuple(sorted({*above.tokens, *inner.tokens})),
        predicate=inner.predicate,
        modal=meant.modal,
        verbs=tuple(sorted({*modal_verbs, *own, *inner.verbs})),
        voice=inner.voice,
        negations=(meant.word,) if meant.forbids else above.negations,
        participants=tuple(participants),
        adverbials=(
            *(item for item in above.adverbials if meant.word not in item.tokens),
            *inner.adverbials,
        ),
        reflexive=inner.reflexive,
        causative=inner.causative,
    )
