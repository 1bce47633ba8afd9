"""*Die Bearbeitung des Antrags erfolgt durch das Amt*: the verb inside the noun says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from a11y.language.analysis import Clause, ClauseKind, Tense, Token
from a11y.language.lexicon import tables
from a11y.simple_language.acting.accusatives import accusative
from a11y.simple_language.acting.actors import likely_actors
from a11y.simple_language.acting.bystanders import acts_elsewhere
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.acting_nouns import can_act, is_office
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of


@evaluates("event-noun")
def event_noun(view: View) -> Iterator[Match]:
    """→ *Das Amt bearbeitet den Antrag*; without a named agent an editor chooses who."""
    for clause, finite in verbal.finite_clauses(view):
        if clause.predicate == "erfolgen":
            yield from _happening(view, clause, finite)


_READERS = re.compile(
    r"(?:(?<![a-z])Anzeige|[mM]eldung|(?<![a-z])Mitteilung|[kK]ündigung|[bB]estellung|[bB]uchung"
    r"|[rR]eservierung|[tT]erminvereinbarung|(?<![a-z])Angaben)$"
)
"""Deeds of the reader that one *makes*, and that no office does."""
_MODALS = ("müssen", "können", "dürfen", "sollen")
_BY_OTHERS = ("vom", "durch", "uns")


def _done_by_reader(view: View, clause: Clause, finite: Token) -> str | None:
    """*Die Anmeldung muss vorher erfolgen* → *Sie müssen die Anmeldung vorher machen*."""
    tokens = verbal.run(view, clause, commas=True)
    who = subject_tokens(view, clause)
    if tokens is None or clause.kind is not ClauseKind.MAIN or clause.modal not in _MODALS:
        return None
    if not who or _READERS.search(who[-1].text) is None or finite.index == tokens[0].index:
        return None
    if any(t.text.lower() in _BY_OTHERS for t in tokens):
        return None  # *muss durch den Arzt erfolgen*: not the reader
    front = [t for t in tokens if t.index < finite.index]
    opens = [t.index for t in front] == [t.index for t in who]
    thing = accusative(view, who)
    if thing is None or not (opens or who[0].index == finite.index + 1):
        return None
    inside = {t.index for t in who} | set(clause.verbs)
    rest = text_of([t for t in tokens if t.index > finite.index and t.index not in inside])
    modal = clause.modal
    lead = f"Sie {modal}" if opens else f"{text_of(front, inside=False)} {modal} Sie"
    return capital(" ".join(f"{lead} {thing} {rest} machen".split()))


def verb_of(noun: str) -> str | None:
    """``Bearbeitung`` → ``bearbeiten``, ``Förderung`` → ``fördern``; None where there is none."""
    if not noun.endswith("ung"):
        return None
    stem = noun[:-3].lower()
    forms = (stem + "en", stem + "n", stem[:-1] + "e" + stem[-1:] + "n")
    return next((form for form in forms if form in tables.verb_classes()), None)


def _happening(view: View, clause: Clause, finite: Token) -> Iterator[Match]:
    tokens = verbal.run(view, clause)
    bare = Match(start=finite.span[0], end=finite.span[1], found="erfolgen")
    event = _event(view, clause, tokens) if tokens is not None else None
    if clause.negations or clause.tense is not Tense.PRESENT:
        yield bare
        return
    if tokens is None or event is None:
        said = _done_by_reader(view, clause, finite)
        run = [view.token(i) for i in clause.tokens if view.token(i).text not in ".,!"]
        start, end = run[0].span[0], run[-1].span[1]
        yield replace(bare, start=start, end=end, replacement=said) if said else bare
        return
    verb, thing, taken = event
    whole = replace(bare, start=tokens[0].span[0], end=tokens[-1].span[1])
    agent = _agent(view, tokens, taken)
    others = [t for t in tokens if t.index not in taken and t not in (agent[0] if agent else ())]
    behind_comma = view.after(tokens[0], -1)
    if behind_comma is not None and behind_comma.text == "," and finite.index == tokens[0].index:
        yield bare  # *Fällt der Strom aus, erfolgt die Sicherung durch …*: a condition in front
        return
    if agent:
        said = _said(clause, finite, others, verb=verb, thing=thing, who=agent[1], person=agent[2])
        yield replace(whole, replacement=said, safe=said is not None)
        return
    if any(t.text.lower() in ("durch", "von", "vom") for t in others):
        yield bare
        return
    likely = likely_actors(view, replace(clause, predicate=verb))
    if acts_elsewhere(view, replace(clause, predicate=verb), likely[0]):
        yield bare
        return
    for actor in likely:
        said = _said(
            clause, finite, others, verb=verb, thing=thing, who=actor.subject, person=actor.person
        )
        yield replace(whole, replacement=said, note=actor.note)


def _event(
    view: View, clause: Clause, tokens: Sequence[Token]
) -> tuple[str, str, frozenset[int]] | None:
    """(verb, what is done to as an object, tokens used up) of a noun on -ung with its genitive."""
    if clause.kind is not ClauseKind.MAIN or clause.finite is None:
        return None
    for token in tokens:
        verb = verb_of(token.text) if token.tag == "NN" else None
        if verb is None:
            continue
        phrase = nominal.ending_in(view, token)
        following = view.after(token)
        if phrase is None or phrase.adjectives or following is None:
            return None
        before = view.after(phrase.first, -1)
        if before is not None and before.tag.startswith("APPR"):
            return None
        bare = following.text == "von"
        acted = nominal.phrase_at(view, following.index + bare)
        if acted is None or (acted.article is None and not bare):
            return None
        thing = nominal.in_case_from(acted, "Dat" if bare else "Gen", "Acc")
        if thing is None:
            return None
        used = {t.index for t in (*phrase.tokens, following, *acted.tokens)}
        return verb, thing, frozenset(used | set(clause.verbs))
    return None


def _agent(
    view: View, tokens: Sequence[Token], used: frozenset[int]
) -> tuple[tuple[Token, ...], str, str] | None:
    """(its tokens with *durch*, the agent as a subject, its person)."""
    for token in tokens:
        following = view.after(token)
        if token.text.lower() != "durch" or following is None:
            continue
        before = view.after(token, -1)
        if before is not None and before.tag == "NN" and before.index not in used:
            return None  # *nach Prüfung der Rechnung durch das Amt*: who acts in another noun
        core = nominal.phrase_at(view, following.index)
        after = view.after(core.noun) if core is not None else None
        if core is None or (after is not None and after.tag == "KON"):
            return None
        goes_on = after is not None and after.tag in ("APPR", "APPRART", "NE", "ART")
        if goes_on and is_office(core.noun.text):
            return None  # *durch das Bundesamt für Justiz*: half of its name
        if not (can_act(core.noun.text) or can_act(core.noun.lemma)):
            return None  # *durch Beschluss des Rates*: how, not who
        named = {
            (form, "S3" if number == "Sing" else "P3")
            for case, number, gender in nominal.readings(core)
            if case == "Acc"
            and (form := nominal.in_case(core, "Nom", number=number, gender=gender))
        }
        if len(named) != 1:
            return None
        who, person = named.pop()
        return (token, *core.tokens), who, person
    return None


def _said(
    clause: Clause,
    finite: Token,
    others: Sequence[Token],
    *,
    verb: str,
    thing: str,
    who: str,
    person: str,
) -> str | None:
    front = [t for t in others if t.index < finite.index]
    behind = [t for t in others if t.index > finite.index]
    if clause.modal:
        modal = verbal.present(clause.modal, person)
        form, ending = (modal[0], verb) if modal else ("", "")
    else:
        form, ending = verbal.present(verb, person) or ("", "")
    if not form:
        return None
    first = text_of(front, inside=False) if front else ""
    parts = (first, form, who) if first else (who, form)
    return capital(" ".join(f"{' '.join(parts)} {thing} {text_of(behind)} {ending}".split()))
