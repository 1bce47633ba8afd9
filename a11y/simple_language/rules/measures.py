"""Frames that only say how many or of what kind a thing is: *eine Vielzahl von Büchern*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from a11y.language.analysis import Role, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.agreeing import in_number, with_verb
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set
from a11y.simple_language.words import frames


@lru_cache(maxsize=1)
def _frames() -> dict[str, str]:
    """Noun of a frame → word for how many (``data/frames.yaml``)."""
    counts = frames.table()["counts"]
    return {noun: word for word, nouns in counts.items() for noun in nouns.split()}


@lru_cache(maxsize=1)
def _spans() -> tuple[tuple[re.Pattern[str], str], ...]:
    spans = frames.table()["spans"]
    return tuple((re.compile(rf"\b{one['from']}", re.I), one["to"]) for one in spans)


_MUCH = re.compile(r"(?:groß|ganz|hoh|erheblich|beträchtlich|enorm|riesig)e[nr]?$")
_DATIVE = word_set("mit von bei aus nach zu in an auf unter vor zwischen neben seit")


_SPANNED = re.compile(r"Zeit|Alter|Monat|Dauer")


@evaluates("measure-frame")
def measure_frame(view: View) -> Iterator[Match]:
    """*eine Vielzahl von neuen Büchern* → *viele neue Bücher*"""
    for pattern, easy in _spans() if _SPANNED.search(view.text) else ():
        for found in pattern.finditer(view.text):
            text = found.expand(easy)
            yield Match(
                start=view.start + found.start(),
                end=view.start + found.end(),
                found=found[0].strip(),
                replacement=capital(text) if found.start() == 0 else text,
            )
    nouns = _frames()
    for token in view.tokens:
        if token.text in nouns:
            match = _counted(view, token)
            if match is not None:
                yield match


def _counted(view: View, frame: Token) -> Match | None:
    whole = nominal.ending_in(view, frame)
    if whole is None or whole.article is None:
        return None
    many = _frames()[frame.text]
    most = many == "meisten"
    last = frame
    article = whole.article.text.lower()
    if article not in (("die", "der", "ein", "einen", "einem") if most else ("eine", "einer")):
        return None
    if not all(_MUCH.match(a.text) for a in whole.adjectives):
        return None  # *eine lange Reihe von Autos*
    if many == "mehrere" and whole.adjectives:
        many = "viele"
    counted = _what_is_counted(view, frame, definite=most)
    case = _case(view, whole)
    if counted is None or case is None:
        return None
    first, phrases, stands_in = counted
    if most and phrases[0].adjectives:
        return None  # *die meisten alten Bürger*: its ending would be another one
    forms = [_many(phrase, case, stands_in) for phrase in phrases]
    if None in forms:
        return None
    things = ""
    for phrase, form in zip(phrases, forms, strict=True):
        joint = view.slice(last.index + 1, phrase.first.index - 1) if things else ""
        things += f"{joint} {form}" if joint == "," else f" {joint} {form}" if joint else f"{form}"
        last = phrase.noun
    end = "n" if case == "Dat" else ""
    text = f"{_THE[case]} {many} {things}" if most else f"{many}{end} {things}"
    opens = whole.first.index == view.words[0].index
    start, stop = whole.first.span[0], last.span[1]
    found = view.slice(whole.first.index, first)
    text = capital(text) if opens else text
    verb = _verb(view, frame) if case == "Nom" else None
    if verb is None or verb.morph.get("Number") == "Plur":
        return Match(start=start, end=stop, found=found, replacement=text)
    plural = in_number(verb, "Plur")
    if plural is None or whole.first.index < verb.index < last.index:
        return None
    span, text = with_verb(view, (start, stop), text, verb=verb, form=plural)
    return Match(start=span[0], end=span[1], found=found, replacement=text)


_THE = {"Nom": "die", "Acc": "die", "Dat": "den"}


def _many(phrase: nominal.Phrase, case: str, stands_in: str) -> str | None:
    if any(a.tag == "CARD" for a in phrase.adjectives):
        return None
    bare = nominal.Phrase(article=None, adjectives=phrase.adjectives, noun=phrase.noun)
    return nominal.in_case(bare, case, number="Plur", gender="", found_in=stands_in)


def _what_is_counted(
    view: View, frame: Token, *, definite: bool
) -> tuple[int, list[nominal.Phrase], str] | None:
    """Last token before what is counted, its phrases (a list has several), and their case."""
    following = view.after(frame)
    if following is None:
        return None
    leads = following.text in ("von", "an")
    case = "Dat" if leads else "Gen"
    at = following.index + 1 if leads else following.index
    phrases: list[nominal.Phrase] = []
    while (phrase := _counted_phrase(view, at, case, definite=definite, leads=leads)) is not None:
        phrases.append(phrase)
        joint = view.after(phrase.noun)
        if joint is None or joint.text not in ("und", "oder", "sowie", ",", "/", "-"):
            break
        further = view.after(joint)
        listed = further is not None and further.tag in ("NN", "ADJA", "NE", "ART")
        if joint.text == "," and not listed:
            break  # *…, die es gibt*
        at = joint.index + 1
    if phrase is None or (len(phrases) > 1 and (definite or not leads)):
        return None  # *eine Reihe von Büchern und vieles mehr*
    if frame.text == "Reihe" and _STANDING.search(phrases[0].noun.text):
        return None  # *eine Reihe von Bäumen* stands in line
    if frame.text == "Mehrheit" and phrases[0].noun.text.startswith(("Stimm", "Mandat", "Sitz")):
        return None
    return (following.index if leads else frame.index), phrases, case


def _counted_phrase(
    view: View, at: int, case: str, *, definite: bool, leads: bool
) -> nominal.Phrase | None:
    phrase = nominal.phrase_at(view, at) if at < view.sentence.tokens[1] else None
    if phrase is None or phrase.noun.tag != "NN":
        return None
    if definite:
        if leads or phrase.article is None or phrase.article.text != "der":
            return None
    elif phrase.article is not None or not (leads or phrase.adjectives):
        return None
    readings = nominal.readings(phrase)
    if definite and any(r[:2] == ("Gen", "Sing") for r in readings):
        return None  # *die Mehrheit der Gruppe*
    return phrase if any(r[:2] == (case, "Plur") for r in readings) else None


_STANDING = re.compile(
    r"(?:bäume|häuser|stühle|auto|fahrzeuge|wage|sträucher|büsche|hecke|lampe|laterne|pfähle|steine|zähne"
    r"|perle|fenster|säule|knöpfe|bänke|tische|bette|zelte|bude|schuhe|flasche|zahle|ziffer|zeiche"
    r"|punkte|linie|sitze|plätze|tore|schilder|kreuze|gräber|hügel|berge|insel|kabine)[ns]*$",
    re.IGNORECASE,
)


def _case(view: View, whole: nominal.Phrase) -> str | None:
    """Nom (also for the accusative, which looks the same in the plural) or Dat."""
    before = view.after(whole.first, -1)
    article = whole.article.text.lower() if whole.article is not None else ""
    if article in ("einer", "der", "einem"):
        dative = before is not None and before.text.lower() in _DATIVE
        return "Dat" if dative and before is not None and before.tag == "APPR" else None
    if before is not None and before.tag == "APPR" and before.text.lower() in _DATIVE:
        return "Acc" if before.text.lower() in ("in", "an", "auf", "unter", "vor") else None
    if article == "einen" or (before is not None and before.tag == "APPR"):
        return "Acc"
    return "Nom"


def _verb(view: View, frame: Token) -> Token | None:
    """The finite verb whose subject the frame is, or may be; None where another one is."""
    clause = view.in_clause(frame)
    if clause is None or clause.finite is None:
        return None
    subjects = [p for p in clause.participants if p.role is Role.SUBJECT]
    if any(frame.index not in p.tokens for p in subjects):
        return None
    return view.token(clause.finite)
