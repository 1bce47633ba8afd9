"""What a noun is, said behind it between commas, becomes a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11y.language.analysis import QuestionType, Role, Token
from a11y.simple_language.clauses.pairs import sentence_span
from a11y.simple_language.grammar import nominal
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of

_INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    """named: the noun's phrase. said: what it is. tail: what belongs to that. final: whether the
    sentence ends with it. acts: whether the noun is the subject."""

    named: nominal.Phrase
    said: nominal.Phrase
    tail: tuple[Token, ...]
    final: bool
    acts: bool


@evaluates("apposition")
def apposition(view: View) -> Iterator[Match]:
    """*Frau Kern, die Leiterin, hilft Ihnen.* → *Frau Kern hilft Ihnen. Frau Kern ist die
    Leiterin.*"""
    if any(c.question is not QuestionType.NONE for c in view.clauses) or ":" in view.text:
        return
    for comma in view.tokens:
        aside = _aside(view, comma) if comma.text == "," else None
        if aside is None:
            continue
        last = aside.tail[-1] if aside.tail else aside.said.noun
        start, end = sentence_span(view)
        yield Match(
            start=start,
            end=end,
            found=view.slice(aside.said.first.index, last.index),
            replacement=_parted(view, aside, comma.index, last.index),
        )
        return


def _aside(view: View, comma: Token) -> _Aside | None:
    noun, first = view.after(comma, -1), view.after(comma)
    if noun is None or first is None or noun.tag not in ("NN", "NE") or first.tag != "ART":
        return None
    said = nominal.phrase_at(view, first.index)
    named = nominal.ending_in(view, noun)
    clause = view.in_clause(noun)
    if said is None or named is None or clause is None or clause.finite is None:
        return None
    if any(c.isdigit() for t in said.tokens for c in t.text):
        return None  # *am Montag, dem 3. Mai*
    tail: list[Token] = []
    token = view.after(said.noun)
    while token is not None and token.text not in (",", ".", "!"):
        if token.tag.startswith(("V", "KO", "$", "PTK", "ADV")) or token.tag == "PRELS":
            return None
        tail.append(token)
        token = view.after(token)
    if any(t.index not in clause.tokens for t in (*said.tokens, *tail)):
        return None
    final = token is None or token.text != ","
    behind = [t for t in view.tokens if token is not None and t.index > token.index]
    if any(t.tag == "KON" for t in behind) or (final and comma.index < clause.finite):
        return None  # *der Ausweis, das Foto und der Antrag*: a list
    if not final and (not behind or behind[0].tag.startswith(("KO", "PREL", "$"))):
        return None
    name = noun.tag == "NE" or named.noun.text.isupper()
    set_apart = named.article is not None and named.article.text.lower() not in _INDEFINITE
    if final and not name and not (set_apart and first.text.lower() in _INDEFINITE):
        return None  # *einen Ausweis, ein Foto*: a list without *und*
    if not name and not set_apart:
        return None
    subject = {i for p in clause.participants if p.role is Role.SUBJECT for i in p.tokens}
    acts = noun.index in subject
    return _Aside(named=named, said=said, tail=tuple(tail), final=final, acts=acts)


def _parted(view: View, aside: _Aside, first: int, last: int) -> str | None:
    """The rest of the sentence, then what the noun is; None where a form is not certain."""
    nominative = _nominative(view, aside)
    if nominative is None:
        return None
    named, said, verb = nominative
    closing = view.token(last).index + (0 if aside.final else 1)
    rest = [t for t in view.tokens if not first <= t.index <= closing]
    while rest and rest[0].text in ("-", "–", "•", "*", "·"):
        rest.pop(0)
    tail = text_of(aside.tail, inside=False)
    return f"{sentence(text_of(rest, inside=False))}\n{sentence(named, verb, said, tail)}"


def _nominative(view: View, aside: _Aside) -> tuple[str, str, str] | None:
    """(the noun, what it is, *ist* or *sind*), all in the nominative."""
    own = nominal.readings(aside.named)
    unknown = not nominal.noun_readings(aside.named.noun.text)
    if any(a.text[:1].isupper() for a in aside.said.adjectives):
        return None  # part of a name: its form is not changed
    shared = {
        (case, number, gender)
        for case, number, gender in nominal.readings(aside.said)
        if case != "Gen" and (case == "Nom") is aside.acts
    }
    if not unknown:
        forms = {(case, number) for case, number, _ in own}
        shared = {reading for reading in shared if reading[:2] in forms}
    columns = {(number, gender) for _, number, gender in shared}
    if len(columns) != 1:
        return None
    number, gender = columns.pop()
    said = {
        nominal.in_case(aside.said, "Nom", number=number, gender=gender, found_in=case)
        for case, _, _ in shared
    }
    what = said.pop() if len(said) == 1 else None
    named = _named(view, aside, number, own)
    if what is None or named is None:
        return None
    return named, what, "ist" if number == "Sing" else "sind"


_TITLES = {"Herrn": "Herr"}
_CALLED = frozenset({"Frau", "Herr", "Herrn", "Familie", "Professor", "Professorin", "Doktor"})


def _whole_name(view: View, last: Token) -> str:
    """*Herrn Max Kern* → *Herr Max Kern*."""
    words = [last.text]
    token = view.after(last, -1)
    while token is not None and (token.tag == "NE" or token.text in _CALLED):
        words.insert(0, _TITLES.get(token.text, token.text))
        token = view.after(token, -1)
    return " ".join(words)


def _named(view: View, aside: _Aside, number: str, own: frozenset[nominal.Reading]) -> str | None:
    if aside.named.article is None:
        return _whole_name(view, aside.named.noun)
    genders = {gender for _, n, gender in own if n == number}
    if len(genders) != 1:
        return None
    key = ("Nom", number, genders.pop())
    form = nominal.noun_in(aside.named.noun.text, "Nom", number, gender=key[2])
    return f"{nominal.dies(key)} {form}" if form is not None else None
