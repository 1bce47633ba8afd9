"""Nouns that say in one word what many are: *die Belegschaft* → *die Mitarbeiter*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from a11y.language.analysis import Token, Voice
from a11y.language.errors import UnknownFormError
from a11y.language.inflect import nouns as noun_forms
from a11y.simple_language.data_file import data_file
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.agreeing import in_number, with_verb
from a11y.simple_language.grammar.subjects import subject_tokens, verb_numbers
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital
from a11y.simple_language.words.noun_change import POINTING, in_this_place
from a11y.simple_language.words.noun_places import stands_for_itself


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Collective noun → base form of what it is many of."""
    records = data_file("collectives")
    return {str(one): str(many) for one, many in records.items()}


_ALL = {"Nom": "alle", "Acc": "alle", "Dat": "allen", "Gen": "aller"}


@evaluates("collective-noun")
def collective_noun(view: View) -> Iterator[Match]:
    """*mit dem Personal* → *mit den Mitarbeitern*; as a subject the verb goes along."""
    for token in view.tokens:
        if token.tag != "NN" or token.lemma not in _table() or not stands_for_itself(view, token):
            continue
        if "Plur" in {number for _, number, _ in nominal.noun_readings(token.text)}:
            continue  # *Belegschaften*: many already
        match = _many(view, token, _table()[token.lemma])
        yield match or Match(start=token.span[0], end=token.span[1], found=token.text)


def _many(view: View, noun: Token, easy: str) -> Match | None:
    phrase = nominal.ending_in(view, noun)
    if phrase is None or phrase.article is None or _counts(phrase.article):
        return None
    if not all(adjective.tag == "ADJA" for adjective in phrase.adjectives):
        return None
    before, following = view.after(phrase.first, -1), view.after(noun)
    joined = any(t is not None and t.tag in ("KON", "KOKOM", "NE") for t in (before, following))
    told = any(t.index > noun.index and t.tag.startswith("PREL") for t in view.tokens)
    behind = view.analysis.text[noun.span[1] : view.end]
    if joined or told or POINTING.search(behind):
        return None  # what stands for it would have to agree, too
    cases = {case for case, _, _ in in_this_place(view, phrase, noun, nominal.readings(phrase))}
    clause = view.in_clause(noun)
    if len(cases) != 1 or clause is None:
        return None
    case = cases.pop()
    if (
        case == "Acc"
        and clause.voice is not Voice.ACTIVE
        and (before is None or before.tag != "APPR")
    ):
        return None  # *Gestern wurde das Mobiliar geliefert*: it must be the subject
    try:
        form = noun_forms.noun(easy, case=case, number="Plur")
    except UnknownFormError:
        return None
    text = _whole(phrase, form, case) or nominal.around(phrase, form, (case, "Plur", ""))
    if text is None:
        return None
    text = capital(text) if phrase.first.text[:1].isupper() else text
    if case != "Nom":
        return _match(phrase.first.span[0], noun.span[1], noun, text)
    return _with_verb(view, phrase, text)


def _counts(article: Token) -> bool:
    """*ein Personal*, *jede Belegschaft*: one of several."""
    return article.text.lower().startswith(("ein", "kein", "jed", "manch", "welch", "viel", "all"))


def _whole(phrase: nominal.Phrase, form: str, case: str) -> str | None:
    """*die gesamte Belegschaft* → *alle Mitarbeiter*"""
    first = phrase.adjectives[0].text.lower() if len(phrase.adjectives) == 1 else ""
    if not first.startswith(("ganz", "gesamt")):
        return None
    return f"{_ALL[case]} {form}"


def _with_verb(view: View, phrase: nominal.Phrase, text: str) -> Match | None:
    """The subject in the plural, and with it the verb, which stands before or behind."""
    clause = view.in_clause(phrase.noun)
    if clause is None or clause.finite is None:
        return None
    if phrase.noun.index not in {token.index for token in subject_tokens(view, clause)}:
        return None
    others = [one for one in view.clauses if one.finite not in (None, clause.finite)]
    who = [{token.index for token in subject_tokens(view, one)} for one in others]
    if any(not acts or phrase.noun.index in acts for acts in who):
        return None  # *Das Personal war nett und half uns*: the second verb agrees with it, too
    finite = view.token(clause.finite)
    if "Sing" not in verb_numbers(finite):
        return None
    verb = in_number(finite, "Plur")
    if verb is None:
        return None
    own = (phrase.first.span[0], phrase.noun.span[1])
    (first, last), text = with_verb(view, own, text, verb=finite, form=verb)
    return _match(first, last, phrase.noun, text)


def _match(start: int, end: int, noun: Token, text: str) -> Match:
    return Match(start=start, end=end, found=noun.text, replacement=text)
