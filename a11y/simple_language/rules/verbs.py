"""Präteritum and Konjunktiv: verbs in the form people speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from a11y.language.analysis import (
    Clause,
    ClauseKind,
    Mood,
    Tense,
    Token,
    Voice,
)
from a11y.language.lexicon import tables
from a11y.simple_language.clauses.asking import asks_what_can_be
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.perfect import KEEPS_PRETERITE, before_infinitive, in_perfect
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital

# --------------------------------------------------------------------------- Präteritum


@evaluates("preterite")
def preterite(view: View) -> Iterator[Match]:
    """*Das Amt prüfte* → *Das Amt hat geprüft*; *war*, *hatte*, *hieß* and modals stay."""
    lame = _lame_partner(view)
    for clause, finite in verbal.finite_clauses(view):
        if clause.tense is not Tense.PRETERITE or clause.predicate in KEEPS_PRETERITE:
            continue
        if clause.modal or clause.voice is not Voice.ACTIVE or clause.mood is Mood.SUBJUNCTIVE:
            continue
        if clause.link.lower() == "wie" and clause.kind is ClauseKind.SUBORDINATE:
            continue
        if clause.link.lower() in ("dass", "daß", "ob") and _may_be_said(finite):
            continue  # *sie sagte, dass alle daran festhielten*: what somebody said
        if clause.kind is not ClauseKind.MAIN and _may_be_said(finite) and _is_somebodys(view):
            continue  # *nach Meinung der Stadt …, die zu viel kosteten*: only so they say
        if finite.lemma in KEEPS_PRETERITE:
            continue
        replacement = None if _governs_verb(view, clause) else in_perfect(view, clause, finite)
        if replacement is None or (lame and clause.kind is ClauseKind.MAIN):
            yield Match(start=finite.span[0], end=finite.span[1], found=finite.text)
            continue
        tokens, text = replacement
        yield Match(
            start=tokens[0].span[0],
            end=tokens[-1].span[1],
            found=finite.text,
            replacement=text,
            safe=True,
        )


_SOMEBODYS = re.compile(
    r"(?i)\b(?:laut|nach (?:ansicht|meinung|auffassung|angaben|einschätzung)|zufolge)\b"
)


def _is_somebodys(view: View) -> bool:
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN]
    now = any(c.tense is Tense.PRESENT for c in mains)
    return now and _SOMEBODYS.search(view.text) is not None


def _governs_verb(view: View, clause: Clause) -> bool:
    """*ließ die Räder entfernen*: its perfect has two infinitives (*hat … entfernen lassen*)."""
    end = before_infinitive(view, clause)
    others = [view.token(i) for i in clause.verbs if i != clause.finite]
    return any(t.tag != "PTKVZ" for t in others if end is None or t.index < end)


def _may_be_said(finite: Token) -> bool:
    """A Präteritum that looks like the Konjunktiv, as every regular one does."""
    return any(r.form == "Sub2" for r in tables.verb_readings(finite.text.lower()))


def _lame_partner(view: View) -> bool:
    """*Er schrieb ihr und schlug vor, dass …*: where one cannot change, the other stays, too."""
    mains = [c for c in view.clauses if c.kind is ClauseKind.MAIN and c.tense is Tense.PRETERITE]
    return len(mains) > 1 and any(
        c.finite is not None
        and c.predicate not in KEEPS_PRETERITE
        and c.voice is Voice.ACTIVE
        and not c.modal
        and in_perfect(view, c, view.token(c.finite)) is None
        for c in mains
    )


# --------------------------------------------------------------------------- Konjunktiv


_INDICATIVE = {
    "könnte": ("können", "S3"),
    "könnten": ("können", "P3"),
    "müsste": ("müssen", "S3"),
    "müssten": ("müssen", "P3"),
    "wäre": ("sein", "S3"),
    "wären": ("sein", "P3"),
    "hätte": ("haben", "S3"),
    "hätten": ("haben", "P3"),
}


@evaluates("konjunktiv")
def konjunktiv(view: View) -> Iterator[Match]:
    """What could be is said as what is; an editor decides whether that is still true."""
    unreal = verbal.is_unreal(view)
    for clause, finite in verbal.finite_clauses(view):
        word = finite.text.lower()
        bare = Match(start=finite.span[0], end=finite.span[1], found=finite.text)
        if unreal and (word in _INDICATIVE or word.startswith("würde")):
            yield bare
        elif verbal.is_no_fact(view, clause, finite):
            yield replace(bare, note="Das ist nicht so: Es darf nicht als Tatsache dastehen.")
        elif word in ("dürfte", "dürften"):
            yield replace(bare, note=f"„{finite.text}“ heißt hier meist: wahrscheinlich.")
        elif word in _INDICATIVE:
            infinitive, person = _INDICATIVE[word]
            form = verbal.present(infinitive, person)
            indicative = form[0] if form else None
            if finite is view.tokens[0] and view.text.rstrip().endswith("!"):
                indicative = None  # *Wäre er doch geblieben!*: a wish
            if indicative and finite.text[:1].isupper():
                indicative = capital(indicative)
            yield replace(bare, replacement=indicative, safe=asks_what_can_be(view, clause, finite))
        elif word in ("würde", "würden"):
            yield _without_would(view, clause, finite)
        elif word not in ("möchte", "möchten") and clause.mood is Mood.SUBJUNCTIVE:
            if finite.lemma in ("sollen", "wollen"):
                continue
            note = (
                f"„{finite.text}“ gibt wieder, was jemand gesagt hat. Schreiben Sie, wer es sagt: "
                "Die Stadt sagt: …"
            )
            yield replace(bare, note=note if _reports(word) else "")


def _reports(word: str) -> bool:
    """*er gehe, sie sei, man müsse*: a form of the first subjunctive and of no second one."""
    forms = {reading.form for reading in tables.verb_readings(word)}
    return "Sub1" in forms and "Sub2" not in forms


def _without_would(view: View, clause: Clause, finite: Token) -> Match:
    """*würde helfen* → *hilft*."""
    tokens = verbal.run(view, clause)
    bare = Match(start=finite.span[0], end=finite.span[1], found=finite.text)
    if tokens is None or clause.kind is not ClauseKind.MAIN or clause.voice is not Voice.ACTIVE:
        return bare
    last = tokens[-1]
    form = verbal.present(clause.predicate, "P3" if finite.text.lower() == "würden" else "S3")
    if form is None or last.text != clause.predicate:
        return bare
    first = capital(form[0]) if finite.text[:1].isupper() else form[0]
    changes = {finite.index: first, last.index: form[1]}
    return Match(
        start=tokens[0].span[0],
        end=last.span[1],
        found=f"{finite.text} … {last.text}",
        replacement=verbal.retouched(view, tokens[0].index, last.index, changes),
    )
