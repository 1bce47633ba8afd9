"""Nouns that only say that a plan becomes real: *die Umsetzung der Pläne*.

The Kurzfassung names the thing itself, in the case its frame stood in.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from a11y.language.analysis import Clause, Role, Token
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.agreeing import in_number
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set
from a11y.simple_language.words import frames


@lru_cache(maxsize=1)
def _doings() -> frozenset[str]:
    return frozenset(frames.table()["doings"].split())


@evaluates("empty-doing")
def empty_doing(view: View) -> Iterator[Match]:
    """*Die Stadt fördert die Schaffung von Wohnungen.* → *Die Stadt fördert Wohnungen.*"""
    for noun in view.tokens:
        if noun.text not in _doings():
            continue
        clause = view.in_clause(noun)
        if clause is None or clause.finite is None or clause.predicate in _NEEDS_A_DEED:
            continue
        if clause.predicate == "planen" and noun.text not in _MAKES_NEW:
            continue  # *plant die Umsetzung der Regeln*: the rules are there
        match = _thing_itself(view, noun, clause)
        if match is not None:
            yield match


_NEEDS_A_DEED = word_set(
    "erfolgen stattfinden vornehmen beginnen enden dauern obliegen übernehmen sein werden "
    "beauftragen ausschließen abschließen überwachen kontrollieren geschehen betrauen bestehen "
    "gelten betreffen"
)
"""*mit der Umsetzung des Plans beauftragen*: with the deed, not with the thing."""
_MAKES_NEW = word_set("Schaffung Verwirklichung")
_BELONGS = word_set(", durch von vom bei beim")
_ACCUSATIVE = word_set("für durch über um gegen auf")
_DATIVE = word_set("mit von bei nach zu")


def _thing_itself(view: View, noun: Token, clause: Clause) -> Match | None:
    article = view.after(noun, -1)
    if article is None or article.text.lower() not in ("die", "der"):
        return None
    case = _case(view, noun, article, clause)
    thing = _thing(view, noun)
    if case is None or thing is None:
        return None
    phrase, stands_in = thing
    forms = {
        (nominal.in_case(phrase, case, number=n, gender=g, found_in=stands_in), n)
        for c, n, g in nominal.readings(phrase)
        if c == stands_in
    }
    if len(forms) != 1:
        return None
    form, number = forms.pop()
    if form is None:
        return None
    opens = article.index == view.words[0].index
    form = capital(form) if opens else form[:1].lower() + form[1:] if phrase.article else form
    start, end = article.span[0], phrase.noun.span[1]
    found = view.slice(article.index, noun.index)
    verb = view.token(clause.finite or 0)
    if case != "Nom" or number == "Sing":
        return Match(start=start, end=end, found=found, replacement=form)
    plural = in_number(verb, "Plur")
    if plural is None or verb.index < phrase.noun.index:
        return None
    between = view.analysis.text[end : verb.span[0]]
    return Match(start=start, end=verb.span[1], found=found, replacement=f"{form}{between}{plural}")


def _case(view: View, noun: Token, article: Token, clause: Clause) -> str | None:
    before = view.after(article, -1)
    if before is not None and before.tag == "APPR":
        word = before.text.lower()
        if article.text == "die" and word in _ACCUSATIVE:
            return "Acc"
        return "Dat" if article.text == "der" and word in _DATIVE else None
    if article.text.lower() != "die":
        return None
    for participant in clause.participants:
        if participant.head == noun.index:
            if participant.role is Role.SUBJECT:
                return "Nom"
            if participant.role is Role.DIRECT_OBJECT:
                return "Acc"
    return None


def _thing(view: View, noun: Token) -> tuple[nominal.Phrase, str] | None:
    """What it is done with, and the case that it stands in."""
    following = view.after(noun)
    if following is None:
        return None
    leads = following.text == "von"
    at = following.index + (1 if leads else 0)
    phrase = nominal.phrase_at(view, at) if at < view.sentence.tokens[1] else None
    if phrase is None or phrase.noun.tag != "NN" or (len(phrase.tokens) == 1 and not leads):
        return None  # *die Umsetzung Pläne* is no genitive
    behind = view.after(phrase.noun)
    if behind is not None and (behind.tag in ("KON", "ART") or behind.text in _BELONGS):
        return None  # *der Pläne und Ziele*, *der Kurse durch Vereine*
    case = "Dat" if leads else "Gen"
    if not leads and phrase.article is None and not phrase.adjectives[0].text.endswith("er"):
        return None
    return (phrase, case) if any(r[0] == case for r in nominal.readings(phrase)) else None
