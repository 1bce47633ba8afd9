"""Conditions in a row and conditions that something holds in spite of.

*M, wenn A, B oder C* → *M in diesen Fällen:* and a line for each. *Wird der Hund verkauft oder
stirbt er, M* → *Der Hund wird verkauft? Oder er stirbt? Dann M.* *M, auch wenn S* → *M. S? Auch
dann gilt das.* Proposals, all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, QuestionType, Token
from a11y.simple_language.clauses.opening import opened
from a11y.simple_language.clauses.pairs import closed, governor_of, leans_on_main
from a11y.simple_language.clauses.verb_first import as_question
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part, alone, rest, stands_alone
from a11y.simple_language.grammar.subjects import fits, subject_tokens
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, sentence, text_of, word_set

_FEWEST = 3
_PAIR = 2
_JOINTS = ("und", "oder")
_BARE = word_set("nur nicht erst auch")


def listed(view: View, group: Sequence[Clause]) -> str | None:
    """Three or more clauses behind one *wenn*, at the end of their sentence."""
    parts = [alone(view, clause) for clause in group]
    runs = [p for p in parts if p is not None]
    if len(runs) < _FEWEST or len(runs) != len(group) or runs[-1].last != view.words[-1].index:
        return None
    if any(b.first - a.last > 2 for a, b in pairwise(runs)):
        return None
    joint = runs[-1].tokens[0].text.lower()
    main = tuple(t for t in rest(view, runs[0]) if t.index < runs[0].first)
    while main and main[-1].text == ",":
        main = main[:-1]
    parent = governor_of(view, group[0], main)
    if joint not in _JOINTS or parent is None or parent.negations:
        return None
    if parent.question is not QuestionType.NONE or not stands_alone(view, parent, main):
        return None
    if any(t.text.lower() in _BARE or t.text in (":", "(") for t in main):
        return None
    said = _each(view, group, runs)
    if said is None or any(word in ("Sie", "wir") for word in text_of(main).split()):
        return None
    head = f"{text_of(main, inside=False)} in diesen Fällen:"
    if joint == "und":
        head = f"{text_of(main, inside=False)}, wenn alles stimmt:"
        return None if len(head.split()) > 12 else "\n".join((head, *said))
    lines = [f"- {one}" for one in said]
    lines[-1] = f"- Oder: {said[-1]}"
    return "\n".join((head, *lines))


def _each(view: View, group: Sequence[Clause], runs: Sequence[Part]) -> list[str] | None:
    said: list[str] = []
    shared: tuple[Token, ...] = ()
    for clause, run in zip(group, runs, strict=True):
        opens = run.tokens[0].text.lower()
        behind = not said or opens in _JOINTS
        tokens = run.tokens if behind else (run.tokens[0], *run.tokens)
        taken = take(
            view,
            Part(clause=clause, tokens=tuple(tokens)),
            who=shared if _shares(view, clause, run, shared) else (),
            missing=shared,
        )
        if taken is None or leans_on_main(taken):
            return None
        shared = taken.subject
        said.append(sentence(taken.statement()))
    return said


def _shares(view: View, clause: Clause, run: Part, shared: Sequence[Token]) -> bool:
    """Whether the clause has the subject of the one before it: *wenn Sie A hatten, B bezogen haben*
    has no second pronoun, and what looks like a subject is its object."""
    own = {t.index for t in run.tokens}
    who = [t for t in subject_tokens(view, clause) if t.index in own]
    if not shared or not who:
        return True
    return shared[0].tag == "PPER" and who[0].tag not in ("PPER", "PIS", "PDS", "ART")


def verb_first(view: View, clause: Clause) -> str | None:
    """*Wird A verkauft oder stirbt er, M*, each clause as its question."""
    second = next(
        (
            c
            for c in view.clauses
            if c.kind is ClauseKind.SUBORDINATE
            and not c.link
            and min(c.tokens) == max(clause.tokens) + 1
            and c.relation is clause.relation
        ),
        None,
    )
    one = alone(view, clause)
    two = alone(view, second) if second is not None else None
    if second is None or one is None or two is None or len(view.clauses) != _FEWEST:
        return None
    joint = two.tokens[0].text.lower()
    own = Part(clause=second, tokens=two.tokens[1:])
    if joint not in _JOINTS or len(own.tokens) < 2:
        return None
    asked = _second_question(view, clause, own)
    if asked is None:
        return None
    first, again = asked
    both = Part(clause=clause, tokens=(*one.tokens, *two.tokens))
    main = rest(view, both)
    governor = governor_of(view, clause, main)
    said = opened(view, main, governor, "Dann") if governor is not None else None
    question = as_question(view, clause, one)
    if said is None or question is None:
        return None
    if first.text not in ("Sie", "Ihr", "Ihre") and first.tag != "NN":
        again = f"{again[:1].lower()}{again[1:]}"
    return "\n".join((question, f"{capital(joint)} {again}", sentence(said)))


def _second_question(view: View, clause: Clause, own: Part) -> tuple[Token, str] | None:
    """(the first word of who it is about, the question) of what stands behind *oder*."""
    if own.clause.finite is None:
        return _with_its_verb(view, clause, own)
    if own.tokens[0].index != own.clause.finite:
        return None
    who = subject_tokens(view, own.clause)
    place = 2 if own.tokens[1].tag == "PRF" and len(own.tokens) > 2 else 1
    if not who or who[0].index != own.tokens[place].index:
        return None  # *und sollte sogar die Bestellung zu lange dauern*: who is not where it asks
    question = as_question(view, own.clause, own)
    return (who[0], question) if question is not None else None


def _with_its_verb(view: View, clause: Clause, own: Part) -> tuple[Token, str] | None:
    """*Wird A bezahlt oder* **B nicht überwiesen**: the one *wird* holds for both."""
    if clause.finite is None:
        return None
    finite, phrase = view.token(clause.finite), nominal.phrase_at(view, own.tokens[0].index)
    if finite.lemma != "werden" or phrase is None or phrase.article is None:
        return None
    behind = [t for t in own.tokens if t.index > phrase.noun.index]
    if not behind or behind[-1].tag != "VVPP" or not fits(phrase.tokens, finite):
        return None
    if any(t.tag not in ("PTKNEG", "ADV", "ADJD", "VVPP") for t in behind):
        return None  # *oder der Beitrag der Eltern …*: where the subject ends is not certain
    verb = finite.text[:1].lower() + finite.text[1:]
    return own.tokens[0], sentence(text_of(phrase.tokens), verb, text_of(behind), end="?")


def in_spite_of(view: View) -> tuple[Clause, str] | None:
    """(the clause, the lines) of *M, auch wenn S* at the end of a statement."""
    for clause in view.clauses:
        found = alone(view, clause) if clause.kind is ClauseKind.SUBORDINATE else None
        if found is None or clause.link.lower() != "auch wenn" or len(view.clauses) != _PAIR:
            continue
        tokens, start = found.tokens[1:], found.first
        if view.token(start - 1).text != ",":
            continue
        main = tuple(t for t in view.tokens if t.index < start - 1)
        parent = governor_of(view, clause, main)
        if found.last != view.words[-1].index or parent is None:
            continue
        if parent.question is not QuestionType.NONE or not stands_alone(view, parent, main):
            continue
        taken = take(view, Part(clause=clause, tokens=tuple(tokens)))
        if taken is None or leans_on_main(taken) or [t.text for t in taken.subject] == ["es"]:
            continue
        question = sentence(taken.statement(), end="?")
        return clause, f"{closed(main)}\n{question}\nAuch dann gilt das."
    return None
