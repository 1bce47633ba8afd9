"""Conditions that no question can stand for: how far, of one step, of what is said, once so."""

from __future__ import annotations

import re

from a11y.language.analysis import Clause, Mood, Role, Tense, Token, Voice
from a11y.simple_language.clauses.pairs import (
    Pair,
    speaks_to_reader,
)
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import names_somebody
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set


def claimed(view: View, clause: Clause) -> tuple[Token, ...]:
    who = next((p for p in clause.participants if p.role is Role.SUBJECT), None)
    return tuple(view.token(i) for i in sorted(who.tokens)) if who is not None else ()


_HOW_MUCH = word_set("reichen ausreichen übersteigen überschreiten")
_TO_AN_EXTENT = re.compile(r"\b(?:angemessen|begründet|rechtswidrig|zu Unrecht)\b")
_TAKEN_UP = {
    "er": {("Sing", "Masc")},
    "ihn": {("Sing", "Masc")},
    "ihm": {("Sing", "Masc"), ("Sing", "Neut")},
    "es": {("Sing", "Neut")},
    "sie": {("Sing", "Fem"), ("Plur", "")},
    "ihr": {("Sing", "Fem")},
    "ihnen": {("Plur", "")},
}


def how_far(view: View, clause: Clause) -> bool:
    """*Soweit die Kosten angemessen sind, trägt das Amt sie*: a part of them, where a question
    would ask for all or nothing."""
    if clause.link.lower() != "soweit":
        return False
    inside = [view.token(i) for i in sorted(clause.tokens)]
    if clause.voice is Voice.PASSIVE and any(t.text.lower() == "durch" for t in inside):
        return True  # *soweit der Schaden durch Feuer verursacht wurde*
    if clause.predicate in _HOW_MUCH or _TO_AN_EXTENT.search(text_of(inside)):
        return True
    who = subject_tokens(view, clause) or claimed(view, clause)
    phrase = nominal.phrase_at(view, who[0].index) if who else None
    if phrase is None:
        return False
    own = {reading[1:] for reading in nominal.readings(phrase)}
    return any(
        t.text.startswith("diese") if t.tag == "PDS" else bool(own & _TAKEN_UP.get(t.text, set()))
        for t in view.tokens
        if t.index > inside[-1].index and t.tag in ("PPER", "PDS")
    )


def two_links(view: View, clause: Clause) -> bool:
    """*soweit und solange Mittel vorhanden sind*: two conjunctions for one clause."""
    words = [view.token(i) for i in sorted(clause.tokens)]
    return len(words) > 2 and words[1].tag == "KON" and words[2].tag == "KOUS"


_THEN = re.compile(r"\bund (?:dann|danach|anschließend|schließlich|später) ")


def of_a_step(view: View, clause: Clause) -> bool:
    """*wird aufbewahrt und danach verkauft, wenn niemand kommt*: a condition of the second only."""
    ahead = view.analysis.text[view.start : view.token(min(clause.tokens)).span[0]]
    return _THEN.search(ahead) is not None


_SAYING = word_set(
    "androhen ankündigen beabsichtigen befürchten erwägen fordern fürchten "
    "garantieren hoffen planen prophezeien schwören verlangen versprechen voraussagen "
    "vorhaben vorschlagen zusagen zusichern"
)
_SAYING_WITH = {"drohen": ("mit", "damit", "an"), "warnen": ("vor",), "rechnen": ("mit",)}


def of_what_is_said(view: View, main: Clause) -> bool:
    """*verspricht Hilfe, falls …*: then help comes; it is promised now. *Ihnen droht eine Strafe*
    and *Sie müssen es ankündigen* say themselves what is so then."""
    if main.modal or main.mood is Mood.IMPERATIVE or main.voice is not Voice.ACTIVE:
        return False
    words = [view.token(i).text for i in main.tokens]
    if "Sie" in words or "Ihnen" in words:
        return False
    if main.predicate == "ausschließen":
        things = [p for p in main.participants if p.role is Role.DIRECT_OBJECT]
        return any(not p.pronoun and not names_somebody(view.token(p.head).text) for p in things)
    led = _SAYING_WITH.get(main.predicate)
    return main.predicate in _SAYING or (led is not None and any(w in led for w in words))


_TELLING = word_set("mitteilen sagen angeben melden wissen zeigen begrüßen bedauern schreiben")


def says_itself(pair: Pair) -> bool:
    """*Sagen Sie uns, wenn …*: it is what shall be said; *auch dann, wenn …* has its *dann*."""
    if pair.first or pair.parent is None:
        return False
    told = any(p.role is Role.DIRECT_OBJECT and not p.pronoun for p in pair.parent.participants)
    return (pair.parent.predicate in _TELLING and not told) or any(
        t.text.lower() == "dann" for t in pair.main
    )


def happened(pair: Pair, clause: Clause) -> bool:
    """*Sobald die Fotos erschienen, hagelte es Kritik*: it was so once; nothing is asked."""
    parent = pair.parent
    once: tuple[Tense, ...] = (Tense.PRETERITE, Tense.PLUPERFECT)
    addressed = speaks_to_reader(pair) or "Sie" in [t.text for t in pair.view.tokens]
    if clause.link.lower() == "sobald" and not addressed:
        once = (*once, Tense.PERFECT)
    return (
        parent is not None
        and parent.tense in once
        and parent.mood is not Mood.SUBJUNCTIVE
        and not parent.modal
    )


def as_it_was(pair: Pair, clause: Clause) -> str | None:
    """*Sobald er wach war, rief er an* → *Er war wach. Dann rief er an.*"""
    if clause.link.lower() != "sobald" or not pair.first or pair.taken is None:
        return None
    main = pair.main_opened("Dann")
    if main is None or clause.negations or clause.tense is Tense.PRESENT:
        return None
    return f"{sentence(pair.taken.statement())}\n{sentence(main)}"
