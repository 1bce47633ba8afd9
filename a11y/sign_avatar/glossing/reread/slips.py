"""Slips of the analysis that would make nonsense of a score, mended where the form leaves no doubt.

*Mehr gibt es auf www.…* is no *aufgeben*; *Angeboten werden Kurse* is a passive; *Dürfte ich …?*
asks; *verleiht im Lesesaal Tablets* has an object behind the place.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Analysis,
    Clause,
    ClauseKind,
    Participant,
    QuestionType,
    Relation,
    Role,
    Token,
    Voice,
)
from a11y.language.lexicon import tables
from a11y.sign_avatar.glossing.reread.elliptic import parts_of
from a11y.sign_avatar.glossing.reread.names import NAME

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
        made = _whole_enumeration(tokens, made)
        made = _described(tokens, clauses, _one_place(tokens, made))
        made = _given_to(tokens, _object_behind_place(tokens, made))
        clauses[number] = _up_to_comma(tokens, made)
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
    if not clause.predicate.startswith(low):
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


def _whole_enumeration(tokens: list[Token], clause: Clause) -> Clause:
    """*sprechen Türkisch, Arabisch und Polnisch*: capitals behind commas are nouns, and all of
    them are the object."""
    first = next((p for p in clause.participants if p.role is Role.DIRECT_OBJECT), None)
    if first is None or first.pronoun or not first.tokens:
        return clause
    run = list(first.tokens)
    at = run[-1] + 1
    while at + 1 in clause.tokens and tokens[at].text in (",", "und", "oder"):
        word = tokens[at + 1]
        alone = any(item.tokens == (at + 1,) for item in parts_of(clause))
        if not alone or not word.text[:1].isupper():
            break
        tokens[at + 1] = replace(word, lemma=word.text, pos="NOUN", tag="NN")
        run += [at, at + 1]
        at += 2
    if len(run) == len(first.tokens):
        return clause
    added = set(run) - set(first.tokens)
    whole = replace(first, tokens=tuple(run))
    return replace(
        clause,
        participants=tuple(
            whole if item is first else item
            for item in clause.participants
            if item is first or not added.issuperset(item.tokens)
        ),
        adverbials=tuple(i for i in clause.adverbials if not added.issuperset(i.tokens)),
    )


def _object_behind_place(tokens: list[Token], clause: Clause) -> Clause:
    """*verleiht im Lesesaal Tablets*: a bare plural right behind the noun of a place or time is
    what the verb takes, where it has no object yet."""
    roles = {item.role for item in clause.participants}
    if not clause.verbs or Role.SUBJECT not in roles or Role.DIRECT_OBJECT in roles:
        return clause
    if clause.voice is not Voice.ACTIVE or clause.predicate == "sein":
        return clause
    for item in clause.adverbials:
        cut = next((at for at in item.tokens if _bare_plural(tokens, at)), None)
        if item.type not in (AdverbialType.PLACE, AdverbialType.TIME) or cut is None:
            continue
        rest = tuple(index for index in item.tokens if index >= cut)
        kept = tuple(index for index in item.tokens if index < cut)
        if not kept:
            continue
        where = replace(item, tokens=kept, head=item.head if item.head in kept else cut - 1)
        made = Participant(role=Role.DIRECT_OBJECT, head=cut, tokens=rest)
        return replace(
            clause,
            participants=(*clause.participants, made),
            adverbials=tuple(where if other is item else other for other in clause.adverbials),
        )
    return clause


def _bare_plural(tokens: list[Token], at: int) -> bool:
    """A plural noun right behind another noun."""
    noun, before = tokens[at], tokens[at - 1]
    plural = noun.morph.get("Number") == "Plur" or noun.text == noun.lemma + "s"
    return plural and noun.tag == "NN" and noun.dep != NAME and before.tag == "NN"


_SIDES = frozenset({"oben", "unten", "links", "rechts", "vorn", "vorne", "hinten", "draußen"})


def _one_place(tokens: list[Token], clause: Clause) -> Clause:
    """*oben rechts*: two words for one place."""
    found = [i for i in parts_of(clause) if tokens[i.head].text.lower() in _SIDES and i.tokens]
    for first, second in pairwise(sorted(found, key=lambda item: item.head)):
        if first.tokens[-1] + 1 != second.tokens[0]:
            continue
        whole = Adverbial(
            type=AdverbialType.PLACE, head=first.head, tokens=(*first.tokens, *second.tokens)
        )
        gone = (first, second)
        return replace(
            clause,
            participants=tuple(item for item in clause.participants if item not in gone),
            adverbials=(*(item for item in clause.adverbials if item not in gone), whole),
        )
    return clause


def _described(tokens: list[Token], clauses: list[Clause], clause: Clause) -> Clause:
    """*Bringen Sie alles mit, was wichtig ist*: what describes *alles*, wherever it stands."""
    if clause.link.lower() != "was" or clause.parent is None or clause.antecedent is not None:
        return clause
    above = clauses[clause.parent]
    whole = [at for at in above.tokens if tokens[at].text.lower() in ("alles", "etwas", "nichts")]
    if len(whole) != 1 or whole[0] > clause.tokens[0]:
        return clause
    return replace(
        clause,
        kind=ClauseKind.RELATIVE,
        relation=Relation.RELATIVE,
        question=QuestionType.NONE,
        antecedent=whole[0],
    )


def _up_to_comma(tokens: list[Token], clause: Clause) -> Clause:
    """*zahlen nichts, Erwachsene 4 Euro*: nothing behind the comma belongs to *nichts*."""

    def cut(item: Participant) -> Participant:
        behind = item.head + 1
        if tokens[item.head].tag != "PIS" or behind not in item.tokens:
            return item
        if tokens[behind].text != ",":
            return item
        return replace(item, tokens=tuple(index for index in item.tokens if index < behind))

    return replace(clause, participants=tuple(map(cut, clause.participants)))


_GIVING = frozenset(
    {"geben", "schicken", "zeigen", "bringen", "senden", "schenken", "leihen", "überreichen",
     "mitteilen", "sagen", "erklären", "übergeben", "abgeben", "zurückgeben", "zuschicken"}
)  # fmt: skip
_TO_HER = ("Ihrer", "ihrer", "der", "einer", "meiner", "seiner", "unserer", "deiner")
_FEMININE = ("in", "frau", "schwester", "mutter", "tante", "oma", "person", "schule", "polizei")


def _given_to(tokens: list[Token], clause: Clause) -> Clause:
    """*Geben Sie das Formular Ihrer Nachbarin*: who gets it, no owner of the form."""
    roles = {item.role for item in clause.participants}
    if clause.predicate not in _GIVING or Role.INDIRECT_OBJECT in roles:
        return clause
    for item in clause.participants:
        tail = item.tokens[-2:]
        if item.role is not Role.DIRECT_OBJECT or item.pronoun or item.head + 1 not in tail:
            continue
        if tail[0] != item.head + 1 or len(tail) != 2 or tokens[tail[0]].text not in _TO_HER:
            continue
        if not tokens[tail[1]].lemma.lower().endswith(_FEMININE):
            continue
        kept = replace(item, tokens=tuple(index for index in item.tokens if index not in tail))
        given = Participant(role=Role.INDIRECT_OBJECT, head=tail[1], tokens=tail)
        participants = tuple(kept if part is item else part for part in clause.participants)
        return replace(clause, participants=(*participants, given))
    return clause
