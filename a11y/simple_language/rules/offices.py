"""Phrases that only offices use, said as people say them at home.

Templates on fixed wordings (*haben Anspruch auf*, *stehen zur Verfügung*, *kommt es zu*, *gegen
Vorlage*); the rest of the sentence stays where it is. Proposals: shades of meaning may differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from a11y.language.analysis import Clause, ClauseKind, Mood, Role, Tense, Token
from a11y.language.clauses import frames
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.events import verb_of
from a11y.simple_language.rules.prepositions import pays
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of

_AGES = (
    (
        re.compile(
            r"\bdas (\d+)\.,? (?:Lebensjahr vollendet,? )?(?:aber|jedoch) noch nicht das (\d+)\."
            r" Lebensjahr vollendet haben\b"
        ),
        "mindestens {}, aber noch nicht {} Jahre alt sind",
    ),
    (
        re.compile(r"\b[Bb]is zur Vollendung (?:des|ihres|seines|Ihres) (\d+)\. Lebensjahre?s\b"),
        "bis zum {}. Geburtstag",
    ),
    (
        re.compile(
            r"\b(?:[Aa]b|[Mm]it|[Nn]ach) (?:der )?Vollendung (?:des|ihres|seines) (\d+)\."
            r" Lebensjahre?s\b"
        ),
        "ab dem {}. Geburtstag",
    ),
    (
        re.compile(r"\b[Vv]or (?:der )?Vollendung (?:des|ihres|seines) (\d+)\. Lebensjahre?s\b"),
        "vor dem {}. Geburtstag",
    ),
    (
        re.compile(r"\b(?:das|ihr|sein) (\d+)\. Lebensjahr (?:noch )?nicht vollendet haben\b"),
        "noch nicht {} Jahre alt sind",
    ),
    (
        re.compile(r"\b(?:das|ihr|sein) (\d+)\. Lebensjahr (?:noch )?nicht vollendet hat\b"),
        "noch nicht {} Jahre alt ist",
    ),
    (
        re.compile(r"\b(?:das|ihr|sein) (\d+)\. Lebensjahr (?:bereits |schon )?vollendet haben\b"),
        "mindestens {} Jahre alt sind",
    ),
    (
        re.compile(r"\b(?:das|ihr|sein) (\d+)\. Lebensjahr (?:bereits |schon )?vollendet hat\b"),
        "mindestens {} Jahre alt ist",
    ),
)
"""Who has completed the sixteenth year of life has had the sixteenth birthday."""


_DENIED = re.compile(r"\b(?:nicht|oder|und|bis|aber)\s$")


@evaluates("age")
def age(view: View) -> Iterator[Match]:
    """*die das 16. Lebensjahr noch nicht vollendet haben* → *die noch nicht 16 Jahre alt sind*"""
    for pattern, said in _AGES:
        for found in pattern.finditer(view.text):
            if _DENIED.search(view.text[: found.start()]):
                continue  # *das zehnte, aber noch nicht das 16. Lebensjahr vollendet haben*
            easy = said.format(*found.groups())
            if found[0].lower().startswith("mit ") and _ENDS.search(view.text):
                easy = easy.replace("ab dem", "mit dem")
            if found[0].endswith("haben") and _MODAL.search(view.text[: found.start()]):
                easy = easy.removesuffix("sind") + "sein"
            yield Match(
                start=view.start + found.start(),
                end=view.start + found.end(),
                found=found[0],
                replacement=_like(found[0], easy),
                safe=True,
            )


_MODAL = re.compile(
    r"\b(?:müssen|muss|können|kann|dürfen|darf|soll|sollen|sollten?|wollen|will)\b[^,;:]*$"
)
"""*Sie müssen das 16. Lebensjahr vollendet haben*, but *die das 16. Lebensjahr vollendet haben*."""
_ENDS = re.compile(r"\b(?:ende[tn]|erlischt|erlöschen|entfällt|entfallen|läuft|hört|verliert)\b")
"""*endet mit Vollendung des 18. Lebensjahres*: with the birthday, not from it on."""


def _like(found: str, said: str) -> str:
    return capital(said) if found[:1].isupper() else said


@evaluates("office-phrase")
def office_phrase(view: View) -> Iterator[Match]:
    """*Sie haben Anspruch auf ein Ticket* → *Sie bekommen ein Ticket*"""
    yield from _on_showing(view)
    yield from _in_need(view)
    for clause, finite in verbal.finite_clauses(view):
        if clause.mood is not Mood.INDICATIVE or clause.tense is not Tense.PRESENT:
            continue
        changes = (
            _claim(view, clause, finite)
            or _at_hand(view, clause, finite)
            or _comes_to(view, clause, finite)
            or _located(view, clause, finite)
            or _obliged_to(view, clause, finite)
        )
        if changes:
            yield _changed(view, changes)


_Changes = Mapping[int, str]


def _claim(view: View, clause: Clause, finite: Token) -> _Changes:
    """*haben Anspruch auf X* → *bekommen X*; *keinen Anspruch auf X* → *kein X*."""
    if clause.modal or finite.lemma != "haben" or len(clause.verbs) != 1:
        return {}
    noun = next((view.token(i) for i in clause.tokens if view.token(i).text == "Anspruch"), None)
    preposition = view.after(noun) if noun is not None else None
    following = view.after(preposition) if preposition is not None else None
    who = subject_tokens(view, clause)
    if who and frames.animacy_of_noun(who[-1].lemma) is frames.Animacy.INSTITUTION:
        return {}  # *hat die Schule Anspruch auf ein Attest*: she may ask for it
    person = verbal.person_of(finite, who=who)
    gets = verbal.present("bekommen", person) if person else None
    if noun is None or preposition is None or following is None or gets is None:
        return {}
    thing = nominal.phrase_at(view, following.index)
    if preposition.text != "auf" or thing is None or thing.noun.text.endswith(("ung", "ungen")):
        return {}
    changes = {finite.index: _as_written(finite, gets[0]), noun.index: "", preposition.index: ""}
    before = view.after(noun, -1)
    if before is not None and before.text.lower() in ("einen", "keinen"):
        changes[before.index] = ""
    elif before is not None and before.tag == "ADJA":
        return {}  # *einen gesetzlichen Anspruch*
    if before is not None and before.text.lower() == "keinen":
        none = _none_of(thing)
        if none is None:
            return {}
        changes[following.index] = f"{none} {following.text}"
    return changes


def _none_of(thing: nominal.Phrase) -> str | None:
    """*kein*, *keine*, *keinen* before a bare accusative."""
    if thing.article is not None:
        return None
    forms = {
        nominal.determiner_in("kein", key) for key in nominal.readings(thing) if key[0] == "Acc"
    }
    return forms.pop() if len(forms) == 1 else None


def _at_hand(view: View, clause: Clause, finite: Token) -> _Changes:
    """*Dort stehen 3 Plätze zur Verfügung* → *Dort gibt es 3 Plätze*."""
    if clause.predicate != "stehen" or clause.modal or clause.kind is not ClauseKind.MAIN:
        return {}
    tokens = [view.token(i) for i in clause.tokens]
    at = next((t for t in tokens if t.text == "Verfügung"), None)
    before = view.after(at, -1) if at is not None else None
    who = subject_tokens(view, clause)
    if at is None or before is None or before.text != "zur" or not who or clause.negations:
        return {}
    if any(t.tag == "PPER" for t in tokens) or any(ACTORS.search(t.text) for t in who):
        return {}  # who is there for somebody helps
    if any(p.role is Role.INDIRECT_OBJECT for p in clause.participants):
        return {}
    thing = _accusative(view, who)
    if thing is None:
        return {}
    changes = {before.index: "", at.index: ""} | {t.index: "" for t in who[1:]}
    if who[0].index < finite.index:
        if who[0].index != tokens[0].index:
            return {}
        lower = thing[:1].lower() + thing[1:] if who[0].tag != "NN" else thing
        return changes | {who[0].index: "Es", finite.index: f"gibt {lower}"}
    return changes | {finite.index: _as_written(finite, "gibt es"), who[0].index: thing}


def _comes_to(view: View, clause: Clause, finite: Token) -> _Changes:
    """*kommt es zu Staus* → *gibt es Staus*; *kann es zu Staus kommen* → *kann es Staus geben*."""
    if clause.predicate != "kommen" or clause.kind is not ClauseKind.MAIN:
        return {}
    tokens = [view.token(i) for i in clause.tokens]
    held = next((t.index for t in tokens if t.text.lower() == "es"), None)
    if held is None:
        return {}
    opened = max(held, finite.index)  # *zu Monatsbeginn kommt es zu Staus*: the second *zu*
    to = next((t for t in tokens if t.index > opened and t.text == "zu" and t.tag == "APPR"), None)
    phrase = nominal.phrase_at(view, to.index + 1) if to is not None else None
    thing = nominal.in_case_from(phrase, "Dat", "Acc") if phrase is not None else None
    if to is None or phrase is None or thing is None or len(clause.verbs) > 2:
        return {}
    behind = view.after(phrase.noun)
    if behind is not None and (behind.tag == "KON" or behind.text == ","):
        return {}  # *zu Staus und einer Sperrung*: both would need another case
    changes = {to.index: ""} | {t.index: "" for t in phrase.tokens}
    changes[phrase.first.index] = thing
    if clause.modal:
        last = view.token(clause.verbs[-1])
        return changes | {last.index: "geben"} if last.text == "kommen" else {}
    return changes | {finite.index: _as_written(finite, "gibt")}


def _located(view: View, clause: Clause, finite: Token) -> _Changes:
    """*Das Amt befindet sich im Rathaus* → *Das Amt ist im Rathaus*."""
    if clause.predicate != "befinden" or clause.reflexive is None or len(clause.verbs) != 1:
        return {}
    person = verbal.person_of(finite, who=subject_tokens(view, clause))
    form = verbal.present("sein", person) if person else None
    if form is None:
        return {}
    return {finite.index: _as_written(finite, form[0]), clause.reflexive: ""}


_DUTIES = {"verpflichtet": "müssen", "berechtigt": "dürfen"}


def _obliged_to(view: View, clause: Clause, finite: Token) -> _Changes:
    """*sind zur Zahlung der Gebühr verpflichtet* → *müssen die Gebühr zahlen*."""
    tokens = [view.token(i) for i in clause.tokens if view.token(i).text not in verbal.PUNCTUATION]
    last = tokens[-1]
    if last.text not in _DUTIES or finite.lemma != "sein":
        return {}
    to = next((t for t in tokens if t.text == "zur"), None)
    noun = view.after(to) if to is not None else None
    verb = verb_of(noun.text) if noun is not None else None
    person = verbal.person_of(finite, who=subject_tokens(view, clause))
    if to is None or noun is None or verb is None or person is None or clause.negations:
        return {}
    form = verbal.present(_DUTIES[last.text], person)
    behind = view.after(noun)
    phrase = nominal.phrase_at(view, behind.index) if behind is not None else None
    thing = nominal.in_case_from(phrase, "Gen", "Acc") if phrase is not None else None
    if form is None or (thing is None and behind is not last):
        return {}
    changes = {finite.index: _as_written(finite, form[0]), to.index: "", noun.index: ""}
    changes[last.index] = verb
    if phrase is not None and thing is not None:
        changes |= {t.index: "" for t in phrase.tokens}
        changes[phrase.first.index] = thing
    return changes


_NEEDS = {"bedarf": "braucht", "bedürfen": "brauchen"}


def _in_need(view: View) -> Iterator[Match]:
    """*bedarf einer Erlaubnis* → *braucht eine Erlaubnis*."""
    verb = next((t for t in view.tokens if t.text in _NEEDS), None)
    for token in view.tokens if verb is not None else ():
        before = view.after(token, -1)
        if token.tag not in nominal.DETERMINER_TAGS or before is None or before.tag == "NN":
            continue
        phrase = nominal.phrase_at(view, token.index)
        thing = nominal.in_case_from(phrase, "Gen", "Acc") if phrase is not None else None
        if phrase is None or thing is None or verb is None or before.tag.startswith("APPR"):
            continue
        changes = {t.index: "" for t in phrase.tokens} | {phrase.first.index: thing}
        yield _changed(view, changes | {verb.index: _NEEDS[verb.text]})
        return


def _changed(view: View, changes: _Changes) -> Match:
    first, last = min(changes), max(changes)
    return Match(
        start=view.token(first).span[0],
        end=view.token(last).span[1],
        found=view.slice(first, last),
        replacement=verbal.retouched(view, first, last, changes),
    )


def _as_written(finite: Token, form: str) -> str:
    return capital(form) if finite.text[:1].isupper() else form


def _accusative(view: View, who: Sequence[Token]) -> str | None:
    """The subject as an object; what hangs on its noun stays as it is."""
    phrase = nominal.phrase_at(view, who[0].index)
    form = nominal.in_case_from(phrase, "Nom", "Acc") if phrase is not None else None
    if phrase is None or form is None or any(t.tag == "KON" for t in who):
        return None
    tail = [t for t in who if t.index > phrase.noun.index]
    return " ".join(part for part in (form, text_of(tail, inside=False)) if part)


def _on_showing(view: View) -> Iterator[Match]:
    """*gegen Vorlage des Ausweises* → *mit dem Ausweis*"""
    for token in view.tokens:
        before, following = view.after(token, -1), view.after(token)
        if token.text != "Vorlage" or before is None or following is None:
            continue
        if before.text.lower() not in ("gegen", "unter", "bei"):  # *nach*: later
            continue
        case, at = (
            ("Dat", following.index + 1)
            if following.text == "von"
            else (
                "Gen",
                following.index,
            )
        )
        phrase = nominal.phrase_at(view, at)
        shown = nominal.in_case_from(phrase, case, "Dat") if phrase is not None else None
        if phrase is None or shown is None:
            continue
        behind = view.after(phrase.noun)
        if behind is not None and (behind.tag in ("KON", "ART") or behind.text == ","):
            continue
        text = f"mit {shown}"
        yield Match(
            start=before.span[0],
            end=phrase.noun.span[1],
            found=view.slice(before.index, phrase.noun.index),
            replacement=capital(text) if before.text[:1].isupper() else text,
            guess=pays(view, before),
        )
