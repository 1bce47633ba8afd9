"""Phrases that the analysis cut or joined wrongly, where the form leaves no doubt.

*sprechen Türkisch, Arabisch und Polnisch* is one object; *verleiht im Lesesaal Tablets* has one
behind the place; *Geben Sie das Formular Ihrer Nachbarin* names who gets it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from a11y.language.analysis import (
    Adverbial,
    AdverbialType,
    Clause,
    ClauseKind,
    Participant,
    QuestionType,
    Relation,
    Role,
    Token,
    Voice,
)
from a11y.sign_avatar.glossing.reread.elliptic import parts_of
from a11y.sign_avatar.glossing.reread.names import NAME


def parted(tokens: list[Token], clauses: list[Clause], clause: Clause) -> Clause:
    """The clause with its phrases as they belong; ``tokens`` is mended in place."""
    clause = _from_to(tokens, _whole_enumeration(tokens, clause))
    clause = _described(tokens, clauses, _one_place(tokens, clause))
    clause = _given_to(tokens, _object_behind_place(tokens, clause))
    return _up_to_comma(tokens, clause)


_CHANGING = frozenset({"steigen", "sinken", "fallen", "erhöhen", "senken", "ändern", "verlängern"})


def _from_to(tokens: list[Token], clause: Clause) -> Clause:
    """*steigt die Gebühr von 20 auf 25 Euro*: how far, no part of the noun; *auf* is BIS."""
    if clause.predicate not in _CHANGING:
        return clause
    for item in clause.participants:
        for at in item.tokens[1:]:
            until = at + 2
            opens = tokens[at].text.lower() == "von" and at > item.head and until in item.tokens
            if not opens or tokens[until].text.lower() != "auf" or tokens[at + 1].pos != "NUM":
                continue
            tail = tuple(index for index in item.tokens if index >= at)
            tokens[until] = replace(tokens[until], lemma="bis")
            kept = replace(item, tokens=tuple(i for i in item.tokens if i < at))
            far = Adverbial(type=AdverbialType.MANNER, head=tail[-1], tokens=tail)
            return replace(
                clause,
                participants=tuple(kept if p is item else p for p in clause.participants),
                adverbials=(*clause.adverbials, far),
            )
    return clause


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
