"""Relative clauses without which their main clause would say nothing, or say something else.

*Es war der Bürgermeister, der das sagte*, *eines der wenigen Häuser, die stehen blieben*, *größer
als ein Haus, das allein steht*: what the noun is or which ones are counted is only told by the
clause. Parted, *Es war der Bürgermeister* tells nothing and *eines der wenigen Häuser* another
thing.
"""

from __future__ import annotations

import re

from a11y.language.analysis import Clause, ClauseKind, Mood, Token
from a11y.simple_language.clauses.antecedents import own_nominative
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set

_FEW = ("wenig", "einzig", "meist")
_COMPARING = word_set("als wie")
_THERE = word_set("hier dort da drüben nebenan")


def points_at(view: View, clause: Clause, found: Part) -> bool:
    """Whether the noun before a relative clause is only what the clause makes of it."""
    near = [t for t in view.tokens if found.first - 8 <= t.index < found.first and t.tag == "NN"]
    farther = tuple(nominal.ending_in(view, t) for t in near)  # *eines der Häuser im Ort, die …*
    if any(p is not None and _one_of(p, view.after(p.first, -1)) for p in farther):
        return True
    noun = view.after(found.tokens[0], -2)
    phrase = nominal.ending_in(view, noun) if noun is not None and noun.tag == "NN" else None
    if phrase is None and farther:  # *Er würde ein Haus kaufen, das warm ist*
        phrase = farther[-1]
    if phrase is None:
        return False
    before = view.after(phrase.first, -1)
    return (
        _of_all(phrase, before)
        or _for_each(view, phrase)
        or _compared(phrase, before)
        or _meant_for(phrase, before)
        or _asked_for_so(view, clause, found, phrase)
        or _identified(view, phrase)
    )


def _one_of(phrase: nominal.Phrase, before: Token | None) -> bool:
    """*einer der Züge, die hier halten*, *zu den wenigen Städten, die …*"""
    if any(a.text.lower().startswith(_FEW) for a in phrase.adjectives):
        return True
    counted = before is not None and before.tag in ("PIS", "CARD", "PIAT", "ART", "PWS")
    article = phrase.article.text.lower() if phrase.article is not None else ""
    return counted and article in ("der", "dieser", "derjenigen")


def _meant_for(phrase: nominal.Phrase, before: Token | None) -> bool:
    """*ein Kurs für Frauen, die arbeiten*: for those of them."""
    bare = phrase.article is None and phrase.noun.morph.get("Number") == "Plur"
    return bare and before is not None and before.text.lower() == "für"


def _asked_for_so(view: View, clause: Clause, found: Part, phrase: nominal.Phrase) -> bool:
    """*Er würde ein Haus kaufen, das warm ist*, *Kaufen Sie eine Karte, die gilt*: there is none
    yet of which something could be told."""
    main = view.in_clause(phrase.noun)
    article = phrase.article.text.lower() if phrase.article is not None else "ein"
    if main is None or not article.startswith("ein"):
        return False
    says_how = found.tokens[0].tag == "PRELS" and not own_nominative(view, clause, found.tokens[1:])
    asked = main.mood is Mood.IMPERATIVE and says_how
    return asked or (main.mood is Mood.SUBJUNCTIVE and main.modal != "mögen")


def _for_each(view: View, phrase: nominal.Phrase) -> bool:
    """*Jedes Kind bekommt einen Platz, der passt*: each one another."""
    article = phrase.article.text.lower() if phrase.article is not None else "ein"
    before = (t.text.lower() for t in view.tokens if t.index < phrase.first.index)
    return article.startswith("ein") and any(_EACH.fullmatch(word) for word in before)


_EACH = re.compile(r"jede[rmns]?|alle[rmns]?|beide[rn]?|niemand\w*|kein\w*|manche\w*|viele[rn]?")


def _of_all(phrase: nominal.Phrase, before: Token | None) -> bool:
    """*der Durchschnitt der Länder, die den Euro haben*: not of all countries."""
    article = phrase.article.text.lower() if phrase.article is not None else ""
    many = {number for _, number, _ in nominal.readings(phrase)} == {"Plur"}
    return article == "der" and many and before is not None and before.tag == "NN"


def _compared(phrase: nominal.Phrase, before: Token | None) -> bool:
    """*nützlicher als eine Firma, die …*: any such, not one that there is."""
    article = phrase.article.text.lower() if phrase.article is not None else "ein"
    compares = before is not None and before.text.lower() in _COMPARING
    return compares and article.startswith("ein")


def _identified(view: View, phrase: nominal.Phrase) -> bool:
    """*Er ist der Mann, der das Haus baute*, *Meist sind es Künstler, die kommen*: who it is, is
    told by nothing else. Not *Hier ist das Formular, das Sie brauchen*."""
    main = view.in_clause(phrase.noun)
    if main is None or main.kind is not ClauseKind.MAIN or main.finite is None:
        return False
    if main.predicate != "sein" or phrase.noun.index < main.finite:
        return False
    between = [view.token(i) for i in main.tokens if main.finite < i < phrase.first.index]
    front = [view.token(i) for i in main.tokens if i < main.finite]
    if any(t.tag not in ("ADV", "PPER", "PTKNEG") for t in between):
        return False
    if any(t.text.lower() == "es" for t in (*front, *between)):
        return True
    known = phrase.article is not None and phrase.article.text.lower() in ("der", "die", "das")
    told = any(t.tag in ("APPR", "APPRART") or t.text.lower() in _THERE for t in front[:1])
    return known and bool(front) and not told
