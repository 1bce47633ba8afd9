"""Slips of the analysis that would make nonsense of a score, mended where the form leaves no doubt.

*Mehr gibt es auf www.…* is no *aufgeben*; *Angeboten werden Kurse* is a passive; *Dürfte ich …?*
asks. ``parted.py`` does the same for phrases.
"""

from __future__ import annotations

from dataclasses import replace
from operator import is_

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    ClauseKind,
    QuestionType,
    Relation,
    Role,
    Token,
    Voice,
)
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.reread.parted import parted

_ASKING = {
    "dürfte": "dürfen", "dürften": "dürfen", "könnte": "können", "könnten": "können",
    "müsste": "müssen", "müssten": "müssen", "sollte": "sollen", "sollten": "sollen",
}  # fmt: skip
_QUESTION_WORDS = frozenset(
    {"was", "wer", "wie", "wo", "wann", "wohin", "woher", "warum", "weshalb", "welcher", "wozu"}
)
_WHERE = frozenset(
    {"hier", "dort", "unten", "oben", "hinten", "vorn", "vorne", "drinnen", "draußen", "nebenan"}
)
_NOMINAL = ("NN", "NE")


def mended(analysis: Analysis) -> Analysis:
    """The analysis without such slips; every token stays."""
    tokens = list(analysis.tokens)
    clauses = list(analysis.clauses)
    for number, clause in enumerate(analysis.clauses):
        made = _no_particle(tokens, clause)
        made = _fronted_participle(tokens, made)
        made = _asked(analysis, tokens, made)
        made = _heading_question(analysis, tokens, _sent_to(tokens, made))
        clauses[number] = parted(tokens, clauses, made)
    same = all(map(is_, clauses, analysis.clauses)) and all(map(is_, tokens, analysis.tokens))
    if same:
        return analysis
    return replace(analysis, tokens=tuple(tokens), clauses=tuple(clauses))


def _no_particle(tokens: list[Token], clause: Clause) -> Clause:
    """A particle that its own phrase follows is a preposition (*gibt es auf www.stadt.de*); where
    something stands or stays is a place (*stehen unten*)."""
    finite = clause.finite
    if finite is None or len(clause.verbs) != 2:
        return clause
    particle = next((i for i in clause.verbs if tokens[i].tag == "PTKVZ"), None)
    if particle is None or particle < finite or particle + 1 not in clause.tokens:
        return clause
    low = tokens[particle].text.lower()
    apart = not clause.predicate.startswith(low)  # spielen draußen: no verb of that name
    if apart and low not in _WHERE:
        return clause
    if low in _WHERE and particle == max(clause.verbs):
        tokens[particle] = replace(tokens[particle], lemma=low, pos="ADV", tag="ADV")
        here = Adverbial(type=AdverbialType.PLACE, head=particle, tokens=(particle,))
        return replace(
            clause,
            predicate=clause.predicate.removeprefix(low),
            verbs=tuple(at for at in clause.verbs if at != particle),
            adverbials=(*clause.adverbials, here),
        )
    shown = tokens[particle + 1].tag == "XY" or "@" in tokens[particle + 1].text
    if not shown:
        return clause
    tokens[particle] = replace(tokens[particle], lemma=low, pos="ADP", tag="APPR")
    adverbials = tuple(
        replace(item, tokens=(particle, *item.tokens), preposition=low)
        if item.tokens[:1] == (particle + 1,)
        else item
        for item in clause.adverbials
    )
    return replace(
        clause,
        predicate=clause.predicate.removeprefix(low),
        verbs=tuple(i for i in clause.verbs if i != particle),
        adverbials=adverbials,
    )


def _fronted_participle(tokens: list[Token], clause: Clause) -> Clause:
    """*Angeboten werden Kurse*: the first word is the verb, whatever its capital says."""
    if clause.predicate != "werden" or clause.finite is None or not clause.tokens:
        return clause
    first = clause.tokens[0]
    if first + 1 != clause.finite or tokens[first].tag not in (*_NOMINAL, "ADJD", "VVFIN"):
        return clause
    readings = tables.verb_readings(tokens[first].text.lower())
    verb = next((item.infinitive for item in readings if item.form == "Part2"), "")
    if not verb:
        return clause
    tokens[first] = replace(tokens[first], lemma=verb, pos="VERB", tag="VVPP")
    participants = tuple(
        replace(item, role=Role.SUBJECT) if item.role is Role.PREDICATIVE else item
        for item in clause.participants
        if item.head != first
    )
    return replace(
        clause,
        predicate=verb,
        voice=Voice.PASSIVE,
        verbs=tuple(sorted({first, *clause.verbs})),
        participants=participants,
        adverbials=tuple(item for item in clause.adverbials if item.head != first),
    )


def _asked(analysis: Analysis, tokens: list[Token], clause: Clause) -> Clause:
    """*Dürfte ich Ihren Ausweis sehen?*: a polite question, taken for a subordinate clause."""
    start, end = analysis.sentences[clause.sentence].tokens
    first = tokens[start]
    modal = _ASKING.get(first.text.lower())
    asks = tokens[end - 1].text == "?" and clause.tokens[:1] == (start,)
    if not asks or modal is None or clause.modal or start + 1 >= end:
        return clause
    if tokens[start + 1].tag not in ("PPER", "ART", "PPOSAT", "NN", "NE"):
        return clause
    tokens[start] = replace(first, lemma=modal, pos="AUX", tag="VMFIN")
    return replace(
        clause,
        kind=ClauseKind.MAIN,
        relation=Relation.NONE,
        link="",
        modal=modal,
        finite=start,
        verbs=tuple(sorted({start, *clause.verbs})),
        question=QuestionType.YES_NO,
    )


def _heading_question(analysis: Analysis, tokens: list[Token], clause: Clause) -> Clause:
    """*Was Sie mitbringen müssen* over a text: a question put into a statement, no relative
    clause on anything."""
    start, end = analysis.sentences[clause.sentence].tokens
    first = tokens[start]
    alone = clause.parent is None and len(analysis.sentences[clause.sentence].clauses) == 1
    if not alone or clause.tokens[:1] != (start,) or first.lemma.lower() not in _QUESTION_WORDS:
        return clause
    open_end = tokens[end - 1].text not in ("?", "!")
    last = clause.finite is not None and clause.finite == max(clause.verbs, default=-1)
    if not open_end or not last or clause.finite == start + 1:
        return clause
    return replace(
        clause,
        kind=ClauseKind.SUBORDINATE,
        relation=Relation.QUESTION,
        participants=tuple(item for item in clause.participants if item.head != start),
        adverbials=tuple(item for item in clause.adverbials if item.head != start),
    )


_LETTERS = ("brief", "antrag", "rechnung", "paket", "kopie", "bescheid", "formular", "unterlage",
            "unterlagen", "schreiben", "meldung", "mail", "nachricht", "bescheinigung", "zahlung",
            "urkunde", "quittung", "bewerbung")  # fmt: skip


def _sent_to(tokens: list[Token], clause: Clause) -> Clause:
    """*Der Brief geht an die Krankenkasse*: no letter walks; it is sent."""
    if clause.predicate != "gehen" or clause.finite is None:
        return clause
    subject = next((item for item in clause.participants if item.role is Role.SUBJECT), None)
    goes_to = any(item.preposition.lower() == "an" for item in clause.adverbials)
    if subject is None or not goes_to:
        return clause
    if not tokens[subject.head].lemma.lower().endswith(_LETTERS):
        return clause
    verb = next((at for at in clause.verbs if tokens[at].lemma == "gehen"), None)
    if verb is None:
        return clause
    tokens[verb] = replace(tokens[verb], lemma="schicken")
    return replace(clause, predicate="schicken", voice=Voice.PASSIVE)
