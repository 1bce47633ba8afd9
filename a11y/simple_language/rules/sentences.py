"""Whole sentences: length, negation, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from a11y.language.analysis import Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.long_sentences import announced_lists, whole_lists
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set

_NEGATIVE = re.compile(
    r"\b(?:nichts?|kein(?:e|er|es|em|en)?|nie|niemals|niemand(?:en|em)?|nirgend\w+|weder|keinesfalls"
    r"|keineswegs)\b",
    re.IGNORECASE,
)
_NEGATED_ADJECTIVE = re.compile(
    r"\bun(?:vollständig|richtig|gültig|möglich|bekannt|klar|zulässig|nötig|erheblich|wichtig|üblich"
    r"|gewöhnlich|wesentlich)\w*\b|\b(?:verboten|ausgeschlossen|untersagt)\b|(?<=nicht )ohne\b",
    re.IGNORECASE,
)


@evaluates("double-negation")
def double_negation(view: View) -> Iterator[Match]:
    found = [*_NEGATIVE.finditer(view.text), *_NEGATED_ADJECTIVE.finditer(view.text)]
    if len(found) > 1 and any(_NEGATIVE.fullmatch(one[0]) for one in found):
        found.sort(key=lambda one: one.start())
        yield Match(
            start=view.start + found[0].start(),
            end=view.start + found[-1].end(),
            found=" … ".join(one[0] for one in found),
        )


@evaluates("negation")
def negation(view: View) -> Iterator[Match]:
    for found in _NEGATIVE.finditer(view.text):
        yield Match(start=view.start + found.start(), end=view.start + found.end(), found=found[0])


_LISTING = word_set(
    "beifügen brauchen benötigen mitbringen vorlegen bringen einreichen abgeben angeben"
)


@evaluates("enumeration")
def enumeration(view: View) -> Iterator[Match]:
    """*Sie brauchen A, B und C.* → *Sie brauchen:* and one line for each."""
    whole_list = _announced(view) or _fills_the_rest(view)
    if whole_list is not None:
        yield whole_list
        return
    for clause in view.clauses:
        if len(view.clauses) != 1 or clause.finite is None:
            continue
        items = _items(view)
        if items is None:
            continue
        runs, parts = items
        first, end_of_list = runs[0][0], runs[-1][1]
        after = [t for t in view.tokens if t.index > end_of_list and t.text not in (".", "!")]
        ends = {*clause.verbs, *(t.index for t in after if t.tag == "PTKVZ")}
        opens = any(t.index < first for t in view.tokens)  # *A, B und C genügen*
        if not opens or clause.predicate not in _LISTING or any(t.index not in ends for t in after):
            yield Match(
                start=view.token(first).span[0],
                end=view.token(end_of_list).span[1],
                found=view.slice(first, end_of_list),
            )
            continue
        opening = text_of([t for t in view.tokens if t.index < first], inside=False)
        verb = "".join(f" {t.text}" for t in after)  # *Bringen Sie mit:*, *Sie müssen vorlegen:*
        announced = view.after(view.token(first), -1)  # *folgende Angaben: A, B und C*
        colon = "" if announced is not None and announced.text == ":" else ":"
        lines = "\n".join(f"- {part}" for part in parts)
        yield Match(
            start=view.token(first).span[0] - (len(opening) and 1),
            end=view.end,
            found=view.slice(first, end_of_list),
            replacement=f"{verb}{colon}\n{lines}",
            safe=True,
        )


def _announced(view: View) -> Match | None:
    """*A, B und C sind vorzulegen.* → *Vorzulegen sind:*, whatever clauses the analysis sees."""
    if not any(t.text in _ANNOUNCING for t in view.tokens):
        return None
    items = _items(view)
    if items is None:
        return None
    runs, parts = items
    first, last = runs[0][0], runs[-1][1]
    opening = announced_lists.opening(view, first, last)
    if opening is None or not all(_may_be_subject(view, start) for start, _ in runs):
        return None
    lines = "\n".join(f"- {part}" for part in parts)
    return Match(
        start=view.tokens[0].span[0],
        end=view.end,
        found=view.slice(first, last),
        replacement=f"{opening}:\n{lines}",
        safe=True,
    )


def _fills_the_rest(view: View) -> Match | None:
    """*Laden Sie hoch: A, B und C.*, *Dazu gehören A, B und C.*, whatever the things hold."""
    body = [t for t in view.tokens if t.text not in (".", "!")]
    for at in range(len(body) - 1, 0, -1):
        before = body[at - 1]
        if before.text != ":" and before.text not in _ANNOUNCING | announced_lists.ABOVE_ALL:
            continue
        found = whole_lists.things(view, body[at:])
        if found is None:
            continue
        lead = body[:at]
        told = before.text == ":" and any(t.tag.endswith("FIN") for t in lead)
        if told:
            opening = text_of(lead[:-1], inside=False)
        else:
            said = announced_lists.opening(view, body[at].index, body[-1].index)
            if said is None or not all(_may_be_subject(view, one[0].index) for one in found):
                continue
            opening = said
        return Match(
            start=body[0].span[0],
            end=view.end,
            found=view.slice(body[at].index, body[-1].index),
            replacement=f"{opening}:\n{whole_lists.lines(found)}",
            safe=told and not any(t.tag in ("APPR", "APPRART") for one in found for t in one),
        )
    return None


_ANNOUNCING = frozenset({"sind", "werden", "gehören", "zählen"})


def _may_be_subject(view: View, start: int) -> bool:
    phrase = nominal.phrase_at(view, start)
    cases = {case for case, _, _ in nominal.readings(phrase)} if phrase is not None else set()
    return not cases or "Nom" in cases


def _items(view: View) -> tuple[list[tuple[int, int]], list[str]] | None:
    """Three or more noun phrases in a row, parted by commas and *und*; None where there are none.

    Answers ([first and last token of each], the phrases, each with its genitive).
    """
    for token in view.tokens:
        run: list[tuple[int, int]] = []
        at = token.index
        closed = False
        while True:
            phrase = nominal.phrase_at(view, at)
            if phrase is None:
                break
            last = _with_genitive(view, phrase)
            run.append((phrase.tokens[0].index, last.index))
            joint = view.after(last)
            if joint is None or closed:
                break
            closed = joint.text.lower() in ("und", "sowie")
            if joint.text != "," and not closed:
                break
            at = joint.index + 1
        if len(run) >= 3 and closed:
            following = view.after(last)
            ends = following is None or following.text in (".", "!")
            ends = ends or (following is not None and following.tag.startswith(("PTKVZ", "V")))
            if not ends or _hangs_on(view, token) or _owners_follow(view, run):
                continue
            parts = [
                text_of([t for t in view.tokens if first <= t.index <= end]) for first, end in run
            ]
            return run, parts
    return None


def _owners_follow(view: View, run: list[tuple[int, int]]) -> bool:
    """*der Name des Kindes, der Eltern und der Schule*: one thing of three, no three."""
    later = [nominal.phrase_at(view, first) for first, _ in run[1:]]
    cases = [{case for case, _, _ in nominal.readings(p)} for p in later if p is not None]
    if any("Gen" in found and not found & {"Nom", "Acc"} for found in cases):
        return True
    first = nominal.phrase_at(view, run[0][0])
    owned = first is not None and first.noun.index < run[0][1]
    return owned and all("Gen" in found for found in cases)


def _with_genitive(view: View, phrase: nominal.Phrase) -> Token:
    """The last token of a phrase and of what it belongs to: *die Urkunden der Eltern*, *die
    Urkunden von den Eltern*."""
    following = view.after(phrase.noun)
    owner = nominal.phrase_at(view, following.index) if following is not None else None
    if following is not None and following.text.lower() in ("von", "vom"):
        owner = nominal.phrase_at(view, following.index + 1)
        return owner.noun if owner is not None else phrase.noun
    if owner is None or all(case != "Gen" for case, _, _ in nominal.readings(owner)):
        return phrase.noun
    return owner.noun


def _hangs_on(view: View, token: Token) -> bool:
    """Whether a phrase that begins here belongs to the word before it."""
    before = view.after(token, -1)
    if before is None:
        return False
    if before.tag in ("NN", "NE"):
        phrase = nominal.phrase_at(view, token.index)
        return phrase is not None and any(c == "Gen" for c, _, _ in nominal.readings(phrase))
    # *über einen* **Kurs**: the phrase began with the article
    return before.tag in ("APPR", "APPRART", "ADJA", "CARD", *nominal.DETERMINER_TAGS)
